package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the goldens that the stories compare with")

// TestMain lets the stories call plandiff as a command of its own, in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"plandiff": main})
}

// TestStories runs testdata/script/*.txtar: each is what a user wants, does and sees. $FIXTURES is the folder of the
// project's own documents.
func TestStories(t *testing.T) {
	fixtures, err := filepath.Abs("../../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("FIXTURES", fixtures)
			e.Setenv("HOME", e.WorkDir) // no configuration or cache of the person who runs the tests
			if cache, err := os.UserCacheDir(); err == nil {
				e.Setenv("XDG_CACHE_HOME", cache) // but compiled PDFium is compiled once
			}
			return nil
		},
	})
}
