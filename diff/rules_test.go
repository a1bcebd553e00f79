package diff_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"plandiff/diff"
	"plandiff/schema"
)

// exampleOf reads a rule's example: the texts of an item and the label that the rule gives it.
func exampleOf(t *testing.T, r diff.Rule) (item schema.Item, want string) {
	t.Helper()
	text := map[string]string{}
	for _, f := range txtar.Parse([]byte(r.Example)).Files {
		text[f.Name] = strings.TrimSpace(string(f.Data))
	}
	require.NotEmptyf(t, text["want"], "example of %s says what it wants", r.ID)
	return itemOf("ア", text["plan"], text["results"], text["next_plan"]), text["want"]
}

func TestRulesAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range diff.Rules() {
		assert.Falsef(t, seen[r.ID], "id %s comes twice", r.ID)
		seen[r.ID] = true
		assert.NotEmptyf(t, r.Doc, "%s has no doc", r.ID)
		assert.Regexpf(t, `\p{Han}|\p{Hiragana}`, r.Ja, "%s does not say in Japanese what it saw", r.ID)
		assert.Truef(t, (r.Mirror == "") != (r.Waiver == ""), "%s needs a mirror or the reason why it has none, not both", r.ID)
		assert.Containsf(t, []string{"disposition", "progress", "facts"}, r.For, "%s", r.ID)
	}
	for _, r := range diff.Rules() {
		if r.Mirror != "" {
			assert.Truef(t, seen[r.Mirror], "%s: mirror %s is no rule", r.ID, r.Mirror)
		}
	}
}

// Every rule's own example is labelled as it says, and the rule is among the evidence.
func TestEveryRulesExample(t *testing.T) {
	for _, r := range diff.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			item, want := exampleOf(t, r)
			c := compare(t, "ja", item)[0]
			var got []string
			switch r.For {
			case "disposition":
				got = []string{string(c.Disposition)}
			case "progress":
				got = []string{string(c.Progress)}
			default:
				for _, f := range c.Facts {
					got = append(got, string(f))
				}
			}
			assert.Containsf(t, got, want, "evidence %+v", c.Evidence)
			var rules []string
			for _, e := range c.Evidence {
				rules = append(rules, e.Rule)
			}
			assert.Contains(t, rules, r.ID)
		})
	}
}

// Swapping plan and next plan turns a label into its mirror.
func TestMirrors(t *testing.T) {
	opposite := map[string]string{
		"expanded": "narrowed", "narrowed": "expanded", "new": "dropped", "dropped": "new", "revised": "revised", "carried-over": "carried-over",
		"merged": "split", "split": "merged",
	}
	for _, r := range diff.Rules() {
		if r.Mirror == "" || r.Mirror == "split-into" || r.Mirror == "merged-into" || strings.HasPrefix(r.ID, "scope-") {
			continue // what is said of the measure itself, or with a word of change, stands in one column only
		}
		t.Run(r.ID, func(t *testing.T) {
			item, want := exampleOf(t, r)
			if r.ID == "stage-forward" || r.ID == "next-plan-silent" {
				item.Results = nil // the results told of the other plan
			}
			item.Plan, item.NextPlan = item.NextPlan, item.Plan
			c := compare(t, "ja", item)[0]
			assert.Equalf(t, opposite[want], string(c.Disposition), "evidence %+v", c.Evidence)
		})
	}
}
