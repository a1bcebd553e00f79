package schema

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parsers are the loaders by the name of the file in a golden.
var parsers = map[string]func(name string, b []byte) error{
	"edition.yaml":  func(n string, b []byte) error { _, err := Parse(n, b); return err },
	"gold.yaml":     func(n string, b []byte) error { _, err := ParseGold(n, b); return err },
	"config.yaml":   func(n string, b []byte) error { _, err := ParseConfig(n, b); return err },
	"baseline.yaml": func(n string, b []byte) error { _, err := ParseBaseline(n, b); return err },
	"reviews.yaml":  func(n string, b []byte) error { _, err := ParseReviews(n, b); return err },
}

// golden runs f on the first file of each testdata/DIR/*.txtar and compares with its file want; -update rewrites it.
func golden(t *testing.T, dir string, f func(t *testing.T, name string, b []byte) string) {
	t.Helper()
	files, err := filepath.Glob("testdata/" + dir + "/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			require.NoError(t, err)
			require.Len(t, a.Files, 2)
			got := f(t, a.Files[0].Name, a.Files[0].Data)
			if *update {
				a.Files[1].Data = []byte(got)
				require.NoError(t, os.WriteFile(path, txtar.Format(a), 0o644))
			}
			assert.Equal(t, string(a.Files[1].Data), got, "%s: run with -update and look at the difference", path)
		})
	}
}

// Error messages are part of what users see: each golden is a file with mistakes and all that is said of it.
func TestMistakes(t *testing.T) {
	golden(t, "errors", func(t *testing.T, name string, b []byte) string {
		err := parsers[name](name, b)
		require.Error(t, err)
		return err.Error() + "\n"
	})
}

func TestLimits(t *testing.T) {
	_, err := Parse("big.yaml", make([]byte, MaxBytes+1))
	assert.EqualError(t, err, "big.yaml: larger than 64 MB: split the file")

	deep := "version: 1\nsections: " + strings.Repeat("[", 500) + strings.Repeat("]", 500)
	_, err = ParseGold("deep.yaml", []byte("edition: "+strings.Repeat("[", 500)+strings.Repeat("]", 500)+"\nitems: []\n"))
	assert.ErrorContains(t, err, "nested deeper than 64 levels")
	_, err = Format("deep.yaml", []byte(deep))
	assert.ErrorContains(t, err, "nested deeper than 64 levels")

	many := "version: 1\nsections:\n- id: a\n  items:\n" + strings.Repeat("  - id: b\n", MaxItems+1)
	_, err = Parse("many.yaml", []byte(many))
	assert.ErrorContains(t, err, "200001 items, more than the 200000")

	wrong := "version: 1\n" + strings.Repeat("x: 1\n", 3) + strings.Repeat("- a\n", 3)
	_, err = Parse("wrong.yaml", []byte(wrong))
	var m *Mistake
	require.ErrorAs(t, err, &m)
	assert.Equal(t, "wrong.yaml", m.Pos.File)

	_, err = Parse("keys.yaml", []byte("version: 1\n"+strings.Repeat("x: 1\n", 300)))
	assert.ErrorContains(t, err, "keys.yaml: and 200 more mistakes")
}

func TestEncodings(t *testing.T) {
	e, err := Parse("bom.yaml", []byte("\ufeffversion: 1\r\nid: 図書館\r\n"))
	require.NoError(t, err)
	assert.Equal(t, "図書館", e.ID)

	_, err = Parse("utf16.yaml", []byte("\xff\xfev\x00"))
	assert.EqualError(t, err, "utf16.yaml: UTF-16 text: save it as UTF-8")

	_, err = Parse("sjis.yaml", []byte("version: 1\nid: \x90\x7d\n"))
	assert.ErrorContains(t, err, "sjis.yaml:2:5: not UTF-8: save the file as UTF-8")
}

func TestPlacesAreThoseOfTheFile(t *testing.T) {
	e, err := Parse("e.yaml", []byte("version: 1\nsections:\n  - id: '1'\n    items:\n      - id: 1/ア\n        plan:\n          - {text: 運行する。}\nunplaced:\n  - text: 12\n"))
	require.NoError(t, err)
	assert.Equal(t, Pos{"e.yaml", 3, 5}, e.Sections[0].Pos)
	assert.Equal(t, Pos{"e.yaml", 5, 9}, e.Sections[0].Items[0].Pos)
	assert.Equal(t, Pos{"e.yaml", 7, 13}, e.Sections[0].Items[0].Plan[0].Pos)
	assert.Equal(t, Pos{"e.yaml", 9, 5}, e.Unplaced[0].Pos)
}

// Programs that write YAML with aliases for what is shared are understood.
func TestHonestAliases(t *testing.T) {
	e, err := Parse("e.yaml", []byte("version: 1\nid: x\nsections:\n- id: a\n  items:\n  - id: a/1\n    ministries: &m [総務省]\n    plan:\n    - by: *m\n      text: b\n"))
	require.NoError(t, err)
	assert.Equal(t, []string{"総務省"}, e.Sections[0].Items[0].Plan[0].By)
}

func TestWrittenTellsWhetherAPersonChangedTheFile(t *testing.T) {
	b, err := Marshal(&Edition{Version: 1, ID: "x", Title: "計画"})
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(b, []byte("# yaml-language-server: $schema=edition.schema.json\n# plandiff: sha256=")))
	assert.True(t, Written(b))
	assert.False(t, Written(bytes.Replace(b, []byte("計画"), []byte("企画"), 1)), "a changed value")
	assert.False(t, Written(append(b, "# checked\n"...)), "an added comment")
	assert.False(t, Written([]byte("version: 1\n")), "written by hand")
	assert.False(t, Written(nil))
}

func TestFindConfigLooksUpwards(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	require.NoError(t, os.MkdirAll(deep, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, ConfigName), []byte("version: 1\n"), 0o644))
	got, err := FindConfig(deep)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(root, ConfigName), got)
	c, err := LoadConfig(got)
	require.NoError(t, err)
	assert.Equal(t, &Config{Version: 1, File: got}, c)

	_, err = LoadConfig(filepath.Join(deep, ConfigName))
	assert.True(t, errors.Is(err, os.ErrNotExist))
}

func TestRuleLevelsKnowTheirPlace(t *testing.T) {
	c, err := ParseConfig("c.yaml", []byte("version: 1\ncheck:\n  levels:\n    label-gap: off\n"))
	require.NoError(t, err)
	assert.Equal(t, map[string]RuleLevel{"label-gap": {Level: "off", Pos: Pos{"c.yaml", 4, 5}}}, c.Check.Levels)
}

// A file of another kind is named as such, once, instead of each of its keys.
func TestAnotherKindOfFile(t *testing.T) {
	edition, reviews, gold := "version: 1\nid: y24\nsections: []\n", "version: 1\nannotations: []\n", "- id: a\n  labels: {progress: done, disposition: dropped}\n"
	for _, tt := range []struct {
		load       func(b []byte) error
		text, want string
	}{
		{func(b []byte) error { _, err := Parse("f", b); return err }, reviews, "f:1:1: this is a reviews file, and an edition was wanted: is it another file that was meant?"},
		{func(b []byte) error { _, err := Parse("f", b); return err }, gold, "f:1:1: this is a file of gold labels, and an edition was wanted"},
		{func(b []byte) error { _, err := ParseReviews("f", b); return err }, edition, "f:1:1: this is an edition, and a reviews file was wanted"},
		{func(b []byte) error { _, err := ParseGold("f", b); return err }, reviews, "f:1:1: this is a reviews file, and a file of gold labels was wanted"},
		{func(b []byte) error { _, err := ParseGold("f", b); return err }, edition, "f:1:1: this is an edition, and a file of gold labels was wanted"},
		{func(b []byte) error { _, err := ParseBaseline("f", b); return err }, reviews, "and a baseline was wanted"},
		{func(b []byte) error { _, err := ParseConfig("f", b); return err }, edition, "and a configuration was wanted"},
	} {
		err := tt.load([]byte(tt.text))
		assert.ErrorContains(t, err, tt.want)
		assert.NotContains(t, err.Error(), "unknown key")
	}
	_, err := ParseReviews("f", []byte("version: 1\nannotations: []\nsections: []\n"))
	assert.ErrorContains(t, err, `unknown key "sections"`, "it has what it is known by: its mistakes are told one by one")
	_, err = ParseGold("f", []byte("edition: y24\nsections: {a: b}\nitems:\n"+gold))
	assert.NoError(t, err)
}

// What plandiff writes is read without yaml.v3, which would take four times as long; see FuzzPlain for what that must not change.
func TestWhatIsWrittenIsPlain(t *testing.T) {
	editions, err := filepath.Glob("../fixtures/editions/20[0-9][0-9].yaml")
	require.NoError(t, err)
	require.NotEmpty(t, editions)
	for _, path := range editions {
		e, err := Load(path)
		require.NoError(t, err)
		b, err := Marshal(e)
		require.NoError(t, err)
		assert.NotNil(t, plainNode(string(b)), path)
	}
}
