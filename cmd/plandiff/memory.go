package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
)

// smallInput is the size of editions, in bytes, up to which memory is given for speed.
const smallInput = 4 << 20

// spendMemory collects garbage less often where the editions named on the command line are small: four times what is in use may
// lie about, which is some 120 MB for two editions of 500 items and saves a seventh of the time. Large editions keep Go's own measure.
func spendMemory(args []string) {
	size := int64(0)
	for _, a := range args {
		if ext := filepath.Ext(a); ext == ".yaml" || ext == ".yml" {
			if info, err := os.Stat(a); err == nil {
				size += info.Size()
			}
		}
	}
	if size > 0 && size <= smallInput && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
