package check

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/schema"
)

// Whatever edition loads, a check of it ends, names rules that there are, points into the file, and says the same twice.
func FuzzRun(f *testing.F) {
	for _, name := range fixtures.EditionNames(f) {
		f.Add(fixtures.Bytes(f, "editions/"+name+".yaml"))
	}
	for _, r := range Rules() {
		for _, file := range txtar.Parse([]byte(r.Example)).Files {
			f.Add(append([]byte("version: 1\n"+exampleHead+exampleIntro), file.Data...))
		}
	}
	f.Add([]byte("version: 1\nsections:\n- items:\n  - {repeated: true, ministries: [\"\"], plan: [{text: \"\", by: [\"\"]}, {text: \"（\"}]}\n# plandiff: ignore\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 20_000 {
			return
		}
		e, err := schema.Parse("e.yaml", text)
		if err != nil {
			return
		}
		c, err := diff.Compare(e, diff.Options{})
		require.NoError(t, err)
		in := Input{Edition: e, Source: text, Comparison: c}
		result, err := Run(in, Options{})
		require.NoError(t, err)
		seen := map[string]bool{}
		for _, found := range result.Findings {
			rule, ok := FindRule(found.Rule)
			assert.Truef(t, ok, "rule %s", found.Rule)
			assert.Equal(t, rule.Level, found.Severity)
			assert.NotEmpty(t, found.Message)
			assert.Falsef(t, seen[found.Fingerprint], "%s: fingerprint twice", found.Rule)
			seen[found.Fingerprint] = true
		}
		again, err := Run(in, Options{})
		require.NoError(t, err)
		assert.Equal(t, result, again)
	})
}
