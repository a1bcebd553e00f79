package check

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"plandiff/diff"
	"plandiff/schema"
)

const (
	exampleHead  = "id: michi2024\nlanguage: ja\nyears: {plan: 2023, next_plan: 2024}\n"
	exampleIntro = "sections:\n  - id: \"1\"\n    number: \"1\"\n    title: 道路\n    items:\n"
)

// exampleEdition makes an edition of an example's items.
func exampleEdition(t *testing.T, name, head, items string) (*schema.Edition, []byte) {
	t.Helper()
	var b strings.Builder
	b.WriteString("version: 1\n" + head + exampleIntro)
	for line := range strings.Lines(items) {
		b.WriteString("      " + line)
	}
	return parse(t, name, b.String())
}

func parse(t *testing.T, name, text string) (*schema.Edition, []byte) {
	t.Helper()
	e, err := schema.Parse(name, []byte(text))
	require.NoError(t, err, text)
	return e, []byte(text)
}

// exampleInput reads an example: see Rule.Example for its parts.
func exampleInput(t *testing.T, text string) (in Input, want []string) {
	t.Helper()
	part := map[string]string{"head": exampleHead}
	a := txtar.Parse([]byte(text))
	require.NotEmpty(t, strings.TrimSpace(string(a.Comment)), "an example says what it shows")
	for _, f := range a.Files {
		part[f.Name] = string(f.Data)
	}
	if whole, ok := part["edition"]; ok {
		in.Edition, in.Source = parse(t, "2024.yaml", whole)
	} else {
		in.Edition, in.Source = exampleEdition(t, "2024.yaml", part["head"], part["items"])
	}
	if items, ok := part["older"]; ok {
		old, _ := exampleEdition(t, "2023.yaml", part["older_head"], items)
		in.Older = []*schema.Edition{old}
	}
	if text, ok := part["reviews"]; ok {
		r, err := schema.ParseReviews("reviews.yaml", []byte("version: 1\nannotations:\n"+text))
		require.NoError(t, err)
		in.Reviews = []*schema.Reviews{r}
	}
	if text, ok := part["baseline"]; ok {
		b, err := schema.ParseBaseline(schema.BaselineName, []byte("version: 1\nentries:\n"+text))
		require.NoError(t, err)
		in.Baseline = b
	}
	compareInput(t, &in)
	return in, strings.Split(strings.TrimSpace(part["want"]), "\n")
}

// compareInput fills in what diff says of the editions.
func compareInput(t testing.TB, in *Input) {
	t.Helper()
	var err error
	in.Comparison, err = diff.Compare(in.Edition, diff.Options{})
	require.NoError(t, err)
	if len(in.Older) > 0 {
		in.Lineage, err = diff.Trace(append(append([]*schema.Edition{}, in.Older...), in.Edition), diff.TraceOptions{Comparisons: []*diff.Comparison{in.Comparison}})
		require.NoError(t, err)
	}
}

// Each rule's example gives the findings of that rule that it says, and no other of it.
func TestExamples(t *testing.T) {
	for _, rule := range Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			require.NotEmpty(t, rule.Example, "examples/%s.txtar", rule.ID)
			in, want := exampleInput(t, rule.Example)
			result, err := Run(in, Options{Config: schema.CheckConfig{Years: len(in.Older) + 1}})
			require.NoError(t, err)
			var got []Finding
			for _, f := range result.Findings {
				if f.Rule == rule.ID {
					got = append(got, f)
				}
			}
			require.Len(t, got, len(want), "%+v", result.Findings)
			for i, w := range want {
				item, words, ok := strings.Cut(w, ": ")
				require.True(t, ok, w)
				if item == "-" {
					item = ""
				}
				assert.Equal(t, item, got[i].Item)
				assert.Contains(t, got[i].Message, words)
				assert.Positive(t, got[i].Line)
				assert.Equal(t, rule.Level, got[i].Severity)
			}
		})
	}
}

// The registry: ids once, docs and remedies there, mirrors that look back, every example file of a rule.
func TestRegistry(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		assert.Falsef(t, seen[r.ID], "%s twice", r.ID)
		seen[r.ID] = true
		assert.NotEmptyf(t, r.Doc, "%s", r.ID)
		assert.NotEmptyf(t, r.Remedy, "%s", r.ID)
		assert.NotEmptyf(t, r.Group, "%s", r.ID)
		assert.Containsf(t, []Level{Error, Warning, Info}, r.Level, "%s", r.ID)
		assert.Containsf(t, []string{"", "older", "reviews"}, r.Needs, "%s", r.ID)
		assert.NotEqualf(t, r.Mirror == "", r.Waiver == "", "%s: a mirror, or a waiver with its reason", r.ID)
		if r.Mirror != "" {
			m, ok := FindRule(r.Mirror)
			assert.Truef(t, ok && m.Mirror == r.ID, "%s: its mirror %s looks back", r.ID, r.Mirror)
		}
	}
	for _, p := range schema.ProblemRules() {
		assert.Truef(t, seen[p.ID], "schema.Validate finds %s, and no rule reports it", p.ID)
	}
	files, err := os.ReadDir("examples")
	require.NoError(t, err)
	for _, f := range files {
		assert.Truef(t, seen[strings.TrimSuffix(f.Name(), ".txtar")], "%s: of no rule", f.Name())
	}
}
