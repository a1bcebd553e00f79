package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/fixtures"
	"plandiff/schema"
)

// BenchmarkHistory runs `plandiff history` in a process of its own on made-up editions, start-up, reading and writing included: the
// time on the clock, that of all cores, and the most memory it held. 5,700 by 5,800 items are as many as all programmes of a government.
func BenchmarkHistory(b *testing.B) {
	for _, n := range [][2]int{{500, 500}, {2000, 2000}, {5700, 5800}, {20000, 20000}} {
		b.Run(fmt.Sprintf("items=%dx%d", n[0], n[1]), func(b *testing.B) {
			old, new := yearsOnDisk(b, n[0], n[1])
			measured(b, "history", old, new, "--format", "json", "-o", os.DevNull)
		})
	}
}

// BenchmarkCheckCommand runs `plandiff check NEW --against OLD` likewise.
func BenchmarkCheckCommand(b *testing.B) {
	old, new := yearsOnDisk(b, 500, 500)
	measured(b, "check", new, "--against", old, "--fail-on", "never", "-o", os.DevNull)
}

// BenchmarkDiffCommand runs `plandiff diff` likewise: 5,000 items are to take 200 MB at most, whatever is written of them.
func BenchmarkDiffCommand(b *testing.B) {
	for _, n := range []int{500, 5000} {
		edition, _ := yearsOnDisk(b, n, 1)
		for _, format := range []string{"json", "text", "html"} {
			b.Run(fmt.Sprintf("items=%d/%s", n, format), func(b *testing.B) {
				measured(b, "diff", edition, "--format", format, "-o", os.DevNull)
			})
		}
	}
}

func yearsOnDisk(b *testing.B, older, newer int) (old, new string) {
	dir := b.TempDir()
	write := func(e *schema.Edition) string {
		text, err := schema.Marshal(e)
		require.NoError(b, err)
		path := filepath.Join(dir, e.ID+".yaml")
		require.NoError(b, os.WriteFile(path, text, 0o600))
		return path
	}
	o, n := fixtures.Years(older, newer)
	return write(o), write(n)
}

func measured(b *testing.B, args ...string) {
	cores, most := 0.0, int64(0)
	debug.FreeOSMemory() // a process starts with the memory of the one that starts it: let that be little
	for b.Loop() {
		cmd := exec.Command("plandiff", args...) // on the path thanks to TestMain
		cmd.Dir = b.TempDir()
		out, err := cmd.CombinedOutput()
		require.NoError(b, err, "%s", out)
		cores += (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			most = max(most, usage.Maxrss)
		}
	}
	b.ReportMetric(cores/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(most)/1024, "MB")
}
