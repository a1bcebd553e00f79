package read

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// Options that a format does not heed are an error where the caller wants that, and are named otherwise.
func TestIdleOptions(t *testing.T) {
	for _, c := range []struct {
		path string
		o    Options
		want string
	}{
		{"testdata/roadmap/roadmap.csv", Options{Pages: "2"}, "csv: --pages does not apply"},
		{"testdata/roadmap/roadmap.xlsx", Options{Pages: "2"}, "xlsx: --pages does not apply"},
		{"testdata/pdf/roadmap.layout.txt", Options{Map: map[string]string{"A": "title"}}, "text: --map does not apply"},
		{"testdata/pdf/roadmap.layout.txt", Options{Password: "x"}, "text: --password-file does not apply"},
		{"testdata/pdf/roadmap.yaml", Options{Profile: "nisc-annual"}, "yaml: --profile does not apply: such a file is an edition already"},
	} {
		r, err := File(context.Background(), c.path, c.o)
		require.NoError(t, err)
		require.Len(t, r.Idle, 1)
		assert.Contains(t, r.Idle[0], c.want)
		c.o.Strict = true
		_, err = File(context.Background(), c.path, c.o)
		assert.ErrorContains(t, err, "read "+c.path+": "+c.want)
	}
	r, err := File(context.Background(), "testdata/pdf/roadmap.layout.txt", Options{Pages: "2", Profile: "reiwa-roadmap", Strict: true})
	require.NoError(t, err)
	assert.Empty(t, r.Idle)
}

// Files that cannot be read end in an error that says what to do with them.
func TestOfficeFilesOfOtherKinds(t *testing.T) {
	for name, b := range map[string]string{
		"plan.ods": "PK\x03\x04\x14\x00\x00\x08\x00\x00\x8a\xa3\x53\x57\x85\x6c\x39\x8a\x2e\x00\x00\x00\x2e\x00\x00\x00\x08\x00\x00\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
		"plan.xls": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and what follows",
	} {
		_, err := readBytes(t, name, []byte(b), Options{})
		assert.ErrorContains(t, err, "save it as xlsx")
		assert.ErrorContains(t, err, name)
	}
}

// A folder's other files are named, and what is of another format ends in an error that names both.
func TestStrayFilesOfAFolder(t *testing.T) {
	dir := t.TempDir()
	page, err := os.ReadFile("testdata/pdf/roadmap.layout.txt")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p1.txt"), page, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.json"), []byte("{}"), 0o600))
	r, err := File(context.Background(), dir, Options{})
	require.NoError(t, err)
	require.Len(t, r.Notes, 1)
	assert.Equal(t, dir+": left out, for their names are not those of documents: index.json", r.Notes[0].String())

	table, err := os.ReadFile("testdata/roadmap/roadmap.csv")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "stray.csv"), table, 0o600))
	_, err = File(context.Background(), dir, Options{})
	assert.ErrorContains(t, err, filepath.Join(dir, "stray.csv")+": is csv, but "+filepath.Join(dir, "p1.txt")+" is text")
}

// Texts that took no place are told one by one, or together where a page has many.
func TestUnplacedNotes(t *testing.T) {
	var all []schema.Unplaced
	for i, text := range strings.Split("あ い う え お か", " ") {
		page := 1
		if i == 5 {
			page = 2
		}
		all = append(all, schema.Unplaced{Text: text, Line: 3 + i/2, At: schema.Place{Page: page}})
	}
	var got []string
	for _, n := range unplacedNotes("plan.csv", all) {
		got = append(got, n.String())
	}
	assert.Equal(t, []string{`plan.csv: page 1: no cell, heading or furniture took 5 texts (lines 3, 4, 5): "あ", "い", "う" … (all of them stand under unplaced)`,
		`plan.csv: page 2: line 5: no cell, heading or furniture took "か"`}, got)
}
