package diff_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/schema"
)

// The sample editions: every link, how each item came about, and the facts that only two editions together tell.
func TestTraceSampleEditions(t *testing.T) {
	for _, c := range []struct{ old, new, links, facts string }{
		{"2023", "2024", "editions/links.tsv", "editions/link-facts.tsv"},
		{"2024", "2025", "editions/links-2024-2025.tsv", "editions/link-facts-2024-2025.tsv"},
	} {
		t.Run(c.old+" to "+c.new, func(t *testing.T) {
			l, err := diff.Trace([]*schema.Edition{fixtures.Edition(t, c.old), fixtures.Edition(t, c.new)}, diff.TraceOptions{})
			require.NoError(t, err)
			var links []string
			steps := map[string]diff.Step{}
			for _, th := range l.Threads {
				if len(th.Stops) == 2 {
					for _, to := range th.Stops[1].Items {
						links = append(links, th.Stops[0].Items[0]+"\t"+to)
					}
				}
				for _, to := range th.Stops[len(th.Stops)-1].Items {
					if th.Stops[len(th.Stops)-1].Edition == l.IDs[1] {
						steps[to] = th.Steps[0]
					}
				}
			}
			want := rows(fixtures.Bytes(t, c.links))
			slices.Sort(links)
			slices.Sort(want)
			assert.Equal(t, want, links)
			for _, row := range rows(fixtures.Bytes(t, c.facts)) {
				f := append(strings.Split(row, "\t"), "", "")
				s := steps[f[0]]
				assert.Equal(t, f[1], string(s.Relation), f[0])
				across := []string{}
				for _, fact := range s.Facts {
					if fact == schema.Renumbered || fact == schema.Relocated || fact == schema.QuoteAltered {
						across = append(across, string(fact))
					}
				}
				assert.ElementsMatch(t, strings.Fields(f[2]), across, "%s: %v", f[0], s.QuoteEdits)
			}
		})
	}
}

func rows(b []byte) (out []string) {
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func TestDump(t *testing.T) {
	l, err := diff.Trace([]*schema.Edition{fixtures.Edition(t, "2023"), fixtures.Edition(t, "2024"), fixtures.Edition(t, "2025")}, diff.TraceOptions{})
	require.NoError(t, err)
	for _, th := range l.Threads {
		b, _ := json.Marshal(th)
		t.Log(string(b))
	}
}
