package main

import (
	"os"

	"plandiff/schema"
)

// config loads what the project wants of plandiff: the file that --config names, else $PLANDIFF_CONFIG, else
// .plandiff.yaml found from the working directory upwards, else the defaults.
func (e *env) config() (*schema.Config, error) {
	path := e.configPath
	if path == "" {
		path = os.Getenv("PLANDIFF_CONFIG")
	}
	if path == "" {
		var err error
		if path, err = schema.FindConfig("."); err != nil {
			return nil, err
		}
	}
	if path == "" {
		return &schema.Config{}, nil
	}
	return schema.LoadConfig(path)
}
