package read

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"plandiff/schema"
)

// editionKey opens every edition file, after comments.
var editionKey = regexp.MustCompile(`(?m)\A(?:\x{FEFF})?(?:\s*#[^\n]*\n|\s*\n|---[^\n]*\n)*version:\s`)

// matchYAML knows an edition by its first key, else by the name: a file that a person broke must end in an error that
// shows the place, not in another format's.
func matchYAML(head []byte, name string) int {
	if editionKey.Match(head) {
		return 9
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return 6
	}
	return 0
}

// readYAML loads an edition: the file format is the domain type, so there is nothing to decode. Errors carry
// file:line:col with the line shown.
func readYAML(_ context.Context, docs []document, _ []*Profile, _ Options) (decoded, error) {
	if len(docs) > 1 {
		return decoded{}, fmt.Errorf("read %s: several edition files are several editions; give one (history and diff take several)", docs[1].name)
	}
	e, err := schema.Parse(docs[0].name, docs[0].data)
	if err != nil {
		return decoded{}, err
	}
	return decoded{edition: e}, nil
}
