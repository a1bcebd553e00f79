package pdf

import "io/fs"

func fallbackFont(data []byte, dir string) (fs.FS, error) { return nil, nil }
