package schema

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed json/*.schema.json
var published embed.FS

// JSONSchema returns the JSON Schema (draft 2020-12) of a kind of file, by its name in Kinds: what editors complete and
// check against. It is made from the Go types by the package's tests.
func JSONSchema(name string) ([]byte, error) {
	b, err := published.ReadFile("json/" + name + ".schema.json")
	if err != nil {
		var names []string
		for _, k := range Kinds() {
			names = append(names, k.Name)
		}
		return nil, fmt.Errorf("unknown schema %q: %s", name, choice(strings.ToLower(name), names))
	}
	return b, nil
}
