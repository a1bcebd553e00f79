package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/schema"
)

func schemaCmd(e *env) *cobra.Command {
	var long strings.Builder
	var names []string
	for _, k := range schema.Kinds() {
		fmt.Fprintf(&long, "\n  %-10s %s", k.Name, k.Doc)
		names = append(names, k.Name)
	}
	return &cobra.Command{
		Use:   "schema NAME",
		Short: "Print the JSON Schema of a kind of YAML file, for editors",
		Long: `schema prints a JSON Schema (draft 2020-12) by which editors complete and check the YAML files of plandiff:
` + long.String() + `

The first line of an edition that read writes names edition.schema.json beside it; editors that run yaml-language-server
find it there.`,
		Example:   "  plandiff schema edition > edition.schema.json",
		Args:      takes(1, 1, "the name of a kind: "+strings.Join(names, ", ")),
		ValidArgs: names,
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := schema.JSONSchema(args[0])
			if err != nil {
				return fmt.Errorf("schema: %w", err)
			}
			_, err = e.Stdout.Write(b)
			return err
		},
	}
}
