package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Where systems keep fonts; the first that has a CJK font gives it.
func systemFontDirs() []string {
	dirs := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".local/share/fonts"), filepath.Join(home, ".fonts"), filepath.Join(home, "Library/Fonts"))
	}
	if windows := os.Getenv("WINDIR"); windows != "" {
		dirs = append(dirs, filepath.Join(windows, "Fonts"))
	}
	return dirs
}

// cjkFonts are parts of the file names of fonts that hold Japanese, the smaller files first: each instance loads the font.
var cjkFonts = []string{"ipam", "ipag", "ipaexm", "ipaexg", "takao", "vl-gothic", "vlgothic", "hanazono", "sourcehan", "notosansjp", "notoserifjp",
	"notosanscjk", "notoserifcjk", "droidsansfallback", "wqy", "hiragino", "ヒラギノ", "msmincho", "msgothic", "yumin", "yugoth", "meiryo", "arialuni"}

// A font without its glyphs in the document: PDFium needs one of that kind then, or drops the text without a word.
var (
	cidFont    = regexp.MustCompile(`/Subtype\s*/CIDFontType[02]\b`)
	descriptor = regexp.MustCompile(`/FontDescriptor\s+(\d+)\s+\d+\s+R`)
	fontFile   = regexp.MustCompile(`/FontFile[23]?\b`)
)

// fallbackFont gives PDFium a folder with one CJK font where the document needs one; nil where it does not. dir is a folder to
// look in, "" for the system's.
func fallbackFont(data []byte, dir string) (fs.FS, error) {
	if !needsFont(data) {
		return nil, nil
	}
	dirs := systemFontDirs()
	if dir != "" {
		dirs = []string{dir}
	}
	best, rank := "", len(cjkFonts)+1
	for _, d := range dirs {
		_ = filepath.WalkDir(d, func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return nil // a folder that cannot be read holds no font for us
			}
			if r := fontRank(e.Name(), dir != ""); r < rank || r == rank && file < best {
				best, rank = file, r
			}
			return nil
		})
	}
	if best == "" {
		where := "this system has none"
		if dir != "" {
			where = fmt.Sprintf("%s has none", dir)
		}
		return nil, fmt.Errorf("%w: the document uses Japanese fonts that it does not hold, and %s; install one (fonts-ipafont-mincho, fonts-noto-cjk), or give a folder with one", ErrUnmapped, where)
	}
	return oneFont(best), nil
}

// fontRank orders font files; a folder that was named may hold a font of any name.
func fontRank(name string, any bool) int {
	name = strings.ToLower(name)
	if ext := filepath.Ext(name); ext != ".ttf" && ext != ".otf" && ext != ".ttc" {
		return len(cjkFonts) + 2
	}
	if i := slices.IndexFunc(cjkFonts, func(part string) bool { return strings.HasPrefix(name, part) }); i >= 0 {
		return i
	}
	if any {
		return len(cjkFonts)
	}
	return len(cjkFonts) + 2
}

// needsFont looks for a CID font whose descriptor names no font file.
func needsFont(data []byte) bool {
	found := needsFontIn(data)
	eachObjectStream(data, func(b []byte) bool { // objects have no heads in there: all of its fonts are taken together
		found = found || cidFont.Match(b) && descriptor.Match(b) && !fontFile.Match(b) && !fontFile.Match(data)
		return !found
	})
	return found
}

func needsFontIn(b []byte) bool {
	for _, m := range cidFont.FindAllIndex(b, -1) {
		from := bytes.LastIndex(b[max(0, m[0]-4096):m[0]], []byte("obj"))
		from = max(0, m[0]-4096) + max(from, 0)
		to := min(len(b), m[1]+4096)
		if end := bytes.Index(b[m[1]:to], []byte("endobj")); end >= 0 {
			to = m[1] + end
		}
		ref := descriptor.FindSubmatch(b[from:to])
		if ref == nil {
			return true
		}
		at := regexp.MustCompile(`(?:^|\s)` + string(ref[1]) + `\s+\d+\s+obj\b`).FindIndex(b)
		if at == nil {
			continue // it stands elsewhere: taken to be whole
		}
		end := bytes.Index(b[at[1]:], []byte("endobj"))
		if end < 0 {
			continue
		}
		if !fontFile.Match(b[at[1] : at[1]+end]) {
			return true
		}
	}
	return false
}

// oneFont is a file system that holds the font of that path, where PDFium looks for fonts, and nothing else: all that the sandbox
// sees of the machine. It is mounted as the root, for PDFium stops looking through a folder whose parent it cannot see.
type oneFont string

// fontName is what the font is called in the sandbox.
const fontName = "fallback.ttf"

func (o oneFont) Open(name string) (fs.File, error) {
	inside := map[string]string{".": "usr", "usr": "share", "usr/share": "fonts", "usr/share/fonts": fontName}
	if name == "usr/share/fonts/"+fontName {
		return os.Open(string(o))
	}
	if entry, ok := inside[name]; ok {
		return &fontDir{name: path.Base(name), entry: entry, font: string(o)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// fontDir is one of the folders above the font, or its own; each has one entry.
type fontDir struct {
	name, entry, font string
	read              bool
}

func (d *fontDir) Stat() (fs.FileInfo, error) { return dirInfo(d.name), nil }
func (d *fontDir) Close() error               { return nil }
func (d *fontDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: errors.New("is a directory")}
}

func (d *fontDir) ReadDir(n int) ([]fs.DirEntry, error) {
	switch {
	case d.read && n > 0:
		return nil, io.EOF
	case d.read:
		return nil, nil
	}
	d.read = true
	if d.entry != fontName {
		return []fs.DirEntry{fs.FileInfoToDirEntry(dirInfo(d.entry))}, nil
	}
	info, err := os.Stat(d.font)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(fontInfo{info})}, nil
}

// dirInfo describes a folder of that name.
type dirInfo string

func (d dirInfo) Name() string     { return string(d) }
func (dirInfo) Size() int64        { return 0 }
func (dirInfo) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (dirInfo) ModTime() time.Time { return time.Time{} }
func (dirInfo) IsDir() bool        { return true }
func (dirInfo) Sys() any           { return nil }

// fontInfo is the font's own, under its name in the sandbox.
type fontInfo struct{ fs.FileInfo }

func (fontInfo) Name() string { return fontName }
