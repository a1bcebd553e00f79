package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
)

// Sizes of editions, in bytes, up to which memory is given for speed.
const (
	smallInput = 4 << 20
	longInput  = 32 << 20 // history, which keeps little: the programmes of a government are 26 MB
)

// thrift is how many bytes of memory a byte of a large edition may take before garbage is collected as often as it must be: at the peak
// a comparison with its report needs some 10 of them. An edition of 5,000 items is 11 MB, and takes 180 MB of memory at most.
const thrift = 14

// spendMemory collects garbage less often where the editions named on the command line are small: four times what is in use may
// lie about, which is some 120 MB for two editions of 500 items and saves a seventh of the time. A history of 5,700 by 5,800 items may have
// twice, some 600 MB. Larger editions get a soft limit instead. Without editions Go's own measure stays.
func spendMemory(args []string) {
	size := int64(0)
	for _, a := range args {
		if ext := filepath.Ext(a); ext == ".yaml" || ext == ".yml" {
			if info, err := os.Stat(a); err == nil {
				size += info.Size()
			}
		}
	}
	switch {
	case size == 0 || os.Getenv("GOGC") != "":
	case size <= smallInput:
		debug.SetGCPercent(400)
	case size <= longInput && args[0] == "history":
		debug.SetGCPercent(200)
	case os.Getenv("GOMEMLIMIT") == "":
		debug.SetMemoryLimit(thrift * size)
	}
}
