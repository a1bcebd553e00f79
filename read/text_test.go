package read

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

var update = flag.Bool("update", false, "rewrite goldens")

// readString reads text as a file of that name would be read.
func readString(t *testing.T, name, text string, o Options) *Result {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	r, err := File(context.Background(), path, o)
	require.NoError(t, err)
	return r
}

// show writes an edition shortly, one passage per line, for goldens that a person reads.
func show(e *schema.Edition, notes []Note) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d→%d\n", e.ID, e.Years.Plan, e.Years.NextPlan)
	for _, s := range e.Sections {
		fmt.Fprintf(&b, "§ %s %s\n", s.ID, s.Title)
		if s.PolicySource != "" {
			fmt.Fprintf(&b, "  from %s\n", s.PolicySource)
		}
		for _, p := range s.Policy {
			fmt.Fprintf(&b, "  policy %s\n", p)
		}
		for _, it := range s.Items {
			fmt.Fprintf(&b, "  # %s", it.ID)
			if it.Title != "" {
				fmt.Fprintf(&b, " %s", it.Title)
			}
			fmt.Fprintf(&b, " %v page %d", it.Ministries, it.At.Page)
			if it.At.Printed != "" {
				fmt.Fprintf(&b, " (%s)", it.At.Printed)
			}
			if it.Repeated {
				b.WriteString(" repeated")
			}
			b.WriteString("\n")
			for _, c := range schema.Columns() {
				for _, p := range it.Column(c) {
					fmt.Fprintf(&b, "    %s", c)
					if len(p.By) > 0 {
						fmt.Fprintf(&b, " %v", p.By)
					}
					fmt.Fprintf(&b, ": %s\n", strings.TrimSpace(p.Mark+" "+p.Text))
				}
			}
		}
	}
	for _, n := range notes {
		fmt.Fprintf(&b, "note: page %d line %d: %s\n", n.Page, n.Line, n.Message)
	}
	return b.String()
}

// TestPageText reads the pages of testdata/text: each shows one way in which tools leave the lines of a table.
func TestPageText(t *testing.T) {
	files, err := filepath.Glob("testdata/text/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			require.NoError(t, err)
			require.Len(t, a.Files, 2)
			r := readString(t, "page.txt", string(a.Files[0].Data), Options{})
			got := show(r.Edition, r.Notes)
			if *update {
				a.Files[1].Data = []byte(got)
				require.NoError(t, os.WriteFile(file, txtar.Format(a), 0o644))
				return
			}
			assert.Equal(t, string(a.Files[1].Data), got)
		})
	}
}

// accounted counts the characters of a text, blanks apart: every one must come out of the decoder again.
func accounted(texts ...string) map[rune]int {
	n := map[rune]int{}
	for _, s := range texts {
		for _, r := range s {
			if !unicode.IsSpace(r) {
				n[r]++
			}
		}
	}
	return n
}

// TestEveryCharacterIsAccountedFor: what goes in comes out as a part: cell, heading, excerpt, named furniture or unplaced.
func TestEveryCharacterIsAccountedFor(t *testing.T) {
	files, err := filepath.Glob("testdata/text/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		require.NoError(t, err)
		text := string(a.Files[0].Data)
		parts := partsOf(t, text)
		assert.Equal(t, accounted(text), accounted(textsOf(parts)...), file)
	}
}

func partsOf(t *testing.T, text string) []part {
	t.Helper()
	p := pickProfile(Profiles(), text)
	require.NotNil(t, p)
	parts, err := decodePages(context.Background(), splitPages(text, "page.txt"), p, nil)
	require.NoError(t, err)
	return parts
}

// textsOf lists all text in parts.
func textsOf(parts []part) []string {
	var out []string
	for _, t := range parts {
		out = append(out, t.text, t.cells.label, t.cells.title)
		out = append(out, t.cells.ministries...)
		for _, ps := range [][]paragraph{t.cells.plan, t.cells.outcome, t.cells.results, t.cells.nextPlan} {
			for _, p := range ps {
				out = append(out, p.text)
			}
		}
	}
	return out
}

// TestPagesBecomeOneEdition: form feeds, several files and a folder in natural order are the same document.
func TestPagesBecomeOneEdition(t *testing.T) {
	a, err := txtar.ParseFile("testdata/text/over-the-page.txtar")
	require.NoError(t, err)
	whole := string(a.Files[0].Data)
	want := readString(t, "page.txt", whole, Options{}).Edition.Sections

	dir := t.TempDir()
	var paths []string
	for i, page := range strings.Split(whole, "\f") {
		path := filepath.Join(dir, fmt.Sprintf("p%d.txt", i+9)) // p9 stands before p10
		require.NoError(t, os.WriteFile(path, []byte(page), 0o600))
		paths = append(paths, path)
	}
	texts := func(ss []schema.Section) string { return show(&schema.Edition{Sections: onPageOne(ss)}, nil) }
	files, err := Files(context.Background(), paths, Options{})
	require.NoError(t, err)
	assert.Equal(t, texts(want), texts(files.Edition.Sections))
	folder, err := File(context.Background(), dir, Options{})
	require.NoError(t, err)
	assert.Equal(t, texts(want), texts(folder.Edition.Sections))
	assert.Len(t, folder.Edition.Sources, 2)
}

// onPageOne takes the page numbers away, which files count each for itself.
func onPageOne(ss []schema.Section) []schema.Section {
	for i := range ss {
		for j := range ss[i].Items {
			ss[i].Items[j].At.Page = 1
		}
	}
	return ss
}

// TestEncodings: the same page in each encoding gives the same edition.
func TestEncodings(t *testing.T) {
	a, err := txtar.ParseFile("testdata/text/blocks.txtar")
	require.NoError(t, err)
	text := string(a.Files[0].Data)
	want := readString(t, "page.txt", text, Options{}).Edition.Sections
	for name, encode := range encoders {
		t.Run(name, func(t *testing.T) {
			b, err := encode(text)
			require.NoError(t, err)
			assert.Equal(t, want, readString(t, "page.txt", string(b), Options{}).Edition.Sections)
		})
	}
}

// TestNotAPlan: what is no plan table ends in an error that says what to do.
func TestNotAPlan(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a letter", "拝啓\n\n皆様にはますますご清栄のこととお喜び申し上げます。\n", "no plan table"},
		{"nothing", "\n\n", "empty"},
		{"bytes of no encoding", "\x81\x00\xff\xfe\x00\x01", "no format fits"},
		{"a broken encoding", "年次\xff\xff\xff計画\n", "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "page.txt")
			require.NoError(t, os.WriteFile(path, []byte(c.text), 0o600))
			_, err := File(context.Background(), path, Options{})
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
			assert.Contains(t, err.Error(), "read "+path+": ", "named as it was given")
		})
	}
}

// FuzzText: whatever the bytes, reading ends without a panic, and no character of a decoded text is lost or made up.
func FuzzText(f *testing.F) {
	files, err := filepath.Glob("testdata/text/*.txtar")
	require.NoError(f, err)
	sort.Strings(files)
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		require.NoError(f, err)
		f.Add(a.Files[0].Data)
	}
	f.Add([]byte("(ア) 総務省\n<成果・進捗状況>\n<2024\n年度年次計画>\n・\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 4000 {
			return
		}
		text, err := decodeText(b)
		if err != nil || strings.TrimSpace(text) == "" || bytes.ContainsRune(b, '\u00AD') { // soft hyphens are no text
			return
		}
		p := pickProfile(Profiles(), text)
		if p == nil {
			return
		}
		pages := splitPages(text, "fuzz.txt")
		parts, err := decodePages(context.Background(), pages, p, nil)
		require.NoError(t, err)
		assert.Equal(t, accounted(text), accounted(textsOf(parts)...))
		e := assemble(parts, p)
		_, err = schema.Marshal(e)
		if err != nil {
			assert.NotContains(t, err.Error(), "panic")
		}
	})
}
