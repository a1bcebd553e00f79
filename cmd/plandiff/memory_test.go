package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMemoryIsSpentOnSmallEditionsOnly(t *testing.T) {
	t.Setenv("GOGC", "")
	file := func(name string, size int64) string {
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, nil, 0o600))
		require.NoError(t, os.Truncate(path, size))
		return path
	}
	small, large, page := file("a.yaml", 1<<20), file("b.yaml", 5<<20), file("c.pdf", 1<<20)
	for _, c := range []struct {
		why  string
		args []string
		want int
	}{
		{"two small editions", []string{"history", small, small}, 400},
		{"a large one among them", []string{"history", small, large}, 200},
		{"a large one, and all its texts are kept", []string{"diff", small, large}, 100},
		{"a document, whose size says little", []string{"diff", page}, 100},
		{"nothing to read", []string{"version"}, 100},
	} {
		before := debug.SetGCPercent(100)
		spendMemory(c.args)
		assert.Equal(t, c.want, debug.SetGCPercent(before), c.why)
	}
}
