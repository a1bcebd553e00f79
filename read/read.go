package read

import (
	"plandiff/schema"
)

// Options of File and Files. The zero value is the default.
type Options struct {
	Format   string            // name in Formats; "": told by magic bytes, then content, then extension
	Profile  string            // name of a built-in profile, a path of a profile file, or "auto" (the default)
	Pages    string            // "90-200,210"; "": all
	Password string            // of an encrypted PDF
	Map      map[string]string // column of a table file to field: "E" or "実績" → results; guessed where absent
	ID       string            // edition id; "": made from title and years
	CacheDir string            // for compiled PDFium; "": the user's cache directory, none if not writable
	FontDir  string            // with a fallback CJK font for PDFs that embed none; "": the system's
	Progress func(done, total int)
}

// Result is a document read.
type Result struct {
	Edition *schema.Edition
	Profile string // name of the profile that fitted
	Notes   []Note // what a person should know: repairs, losses, unplaced text
}

// Note is one remark on the reading, with its place.
type Note struct {
	File    string
	Page    int
	Line    int
	Message string
}
