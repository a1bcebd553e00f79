package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mayImport is the one-way street of docs/architecture.md: room → the rooms it may import. cmd may import all.
var mayImport = map[string][]string{
	"schema":      {},
	"lang":        {},
	"diff/align":  {},
	"diff/words":  {"lang"},
	"read":        {"schema", "lang"},
	"diff":        {"diff/align", "diff/words", "schema", "lang"},
	"review":      {"diff", "schema"},
	"check":       {"review", "diff", "schema", "lang"},
	"score":       {"diff", "schema"},
	"report":      {"check", "review", "score", "diff", "schema"},
	"review/page": {"report", "review"},
}

// alsoFor lists imports beyond the picture, each with its reason in docs/architecture.md.
var alsoFor = map[string][]string{
	"review":      {"diff/words", "lang"},
	"report":      {"diff/words"},
	"check":       {"diff/words"},
	"review/page": {"diff", "schema"},
}

// goFiles walks the project's Go files; path is relative to the project's root.
func goFiles(t *testing.T, visit func(path string)) {
	t.Helper()
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(root, "go.mod"))
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			rel, err := filepath.Rel(root, path)
			require.NoError(t, err)
			visit(filepath.ToSlash(rel))
		}
		return nil
	}))
}

func TestImportsRunOneWay(t *testing.T) {
	seen := map[string]bool{}
	goFiles(t, func(path string) {
		room := filepath.ToSlash(filepath.Dir(path))
		seen[room] = true
		if strings.HasPrefix(room, "cmd/") || strings.HasPrefix(room, "fixtures") || strings.HasSuffix(path, "_test.go") {
			return
		}
		allowed, known := mayImport[room]
		// A sub-room (read/pdf) serves its room alone: it may import what the room may, never the room.
		parent := filepath.ToSlash(filepath.Dir(room))
		if !known {
			allowed, known = mayImport[parent]
		}
		if !assert.Truef(t, known, "%s: room %s stands in no picture: add it to docs/architecture.md and here", path, room) {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), "../../"+path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, imp := range f.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			require.NoError(t, err)
			name, ours := strings.CutPrefix(name, "plandiff/")
			if !ours || strings.HasPrefix(name, room+"/") {
				continue
			}
			assert.Containsf(t, append(append([]string{}, allowed...), alsoFor[room]...), name, "%s imports %s", path, name)
		}
	})
	for room := range mayImport {
		assert.Truef(t, seen[room], "room %s has no Go file", room)
	}
}

func TestOnlyWordsKnowsGoDiff(t *testing.T) {
	goFiles(t, func(path string) {
		if strings.HasPrefix(path, "diff/words/") {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), "../../"+path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, imp := range f.Imports {
			assert.NotContainsf(t, imp.Path.Value, "sergi/go-diff", "%s", path)
		}
	})
}

func TestEveryRoomOpensWithItsDoc(t *testing.T) {
	var rooms []string
	for room := range mayImport {
		rooms = append(rooms, room)
	}
	sort.Strings(rooms)
	for _, room := range rooms {
		b, err := os.ReadFile("../../" + room + "/doc.go")
		if assert.NoErrorf(t, err, "room %s", room) {
			assert.Truef(t, strings.HasPrefix(string(b), "// Package ") || strings.HasPrefix(string(b), "/*\nPackage "), "%s/doc.go opens with the package comment", room)
		}
	}
}

func TestFilesStayReadable(t *testing.T) {
	goFiles(t, func(path string) {
		b, err := os.ReadFile("../../" + path)
		require.NoError(t, err)
		assert.LessOrEqualf(t, strings.Count(string(b), "\n"), 450, "%s: which room inside wants its own file?", path)
	})
}
