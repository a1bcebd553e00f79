package read

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/fixtures"
	"plandiff/schema"
)

// cellsOf is what the readings of one document are compared by: label, ministries and the text of each column, blanks apart.
func cellsOf(e *schema.Edition) [][]string {
	var out [][]string
	for _, s := range e.Sections {
		for i := range s.Items {
			it := &s.Items[i]
			row := []string{it.ID, strings.Join(it.Ministries, " ")}
			for _, c := range schema.Columns() {
				text := ""
				for _, p := range it.Column(c) {
					text += strings.Join(p.By, ",") + ":" + p.Mark + p.Text + "\n"
				}
				row = append(row, squeeze(text))
			}
			out = append(out, row)
		}
	}
	return out
}

// TestFixturePages: the page text of the project's own editions, with the quirks of real pages, gives the editions back.
func TestFixturePages(t *testing.T) {
	for _, name := range []string{"2023", "2024", "2025"} {
		t.Run(name, func(t *testing.T) {
			r, err := File(context.Background(), fixtures.Path(t, "pages/"+name+".txt"), Options{})
			require.NoError(t, err)
			assert.Equal(t, cellsOf(fixtures.Edition(t, name)), cellsOf(r.Edition))
			assert.Empty(t, r.Edition.Unplaced)
			assert.Equal(t, fixtures.Edition(t, name).Years, r.Edition.Years)
		})
	}
}

// TestSharedDocuments: extracted texts of a document whose cells are known keep the share of exact cells that they have
// reached. The documents stand beside the project; without them there is nothing to test.
func TestSharedDocuments(t *testing.T) {
	dir, err := filepath.Abs("../../shared/documents")
	require.NoError(t, err)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/documents beside the project")
	}
	for _, c := range []struct {
		file, truth string
		floor       float64
	}{
		{"plan-lo.txt", "plan-lo.truth.json", 0.99},
		{"plan-lo.raw.txt", "plan-lo.truth.json", 0.99},
		{"plan-lo.layout.txt", "plan-lo.truth.json", 0.99},
		{"plan-lo.mutool.txt", "plan-lo.truth.json", 0.99},
		{"plan-chromium.txt", "plan-chromium.truth.json", 0.98},
	} {
		t.Run(c.file, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join(dir, c.truth))
			require.NoError(t, err)
			var truth struct {
				Rows []struct {
					Label      string
					Ministries []string
					Plan       []string
				}
			}
			require.NoError(t, json.Unmarshal(b, &truth))
			r, err := File(context.Background(), filepath.Join(dir, c.file), Options{})
			require.NoError(t, err)
			got := cellsOf(r.Edition)
			require.Len(t, got, len(truth.Rows))
			blocks := regexp.MustCompile(`\[[^\]]*\]`)
			exact := 0
			for i, row := range truth.Rows {
				assert.Equal(t, strings.Trim(row.Label, "()"), got[i][0][strings.LastIndex(got[i][0], "/")+1:])
				assert.Equal(t, strings.Join(row.Ministries, " "), got[i][1])
				want := blocks.ReplaceAllString(squeeze(strings.Join(row.Plan, "")), "")
				have := regexp.MustCompile(`(?m)^[^:\n]*:`).ReplaceAllString(planText(r.Edition, i), "")
				if want == squeeze(have) {
					exact++
				}
			}
			assert.GreaterOrEqual(t, float64(exact)/float64(len(truth.Rows)), c.floor)
		})
	}
}

// planText is the plan of the n-th item of an edition.
func planText(e *schema.Edition, n int) string {
	for _, s := range e.Sections {
		if n < len(s.Items) {
			text := ""
			for _, p := range s.Items[n].Plan {
				text += p.Mark + p.Text
			}
			return text
		}
		n -= len(s.Items)
	}
	return ""
}

// BenchmarkText measures the decoder on the project's own page text, one page and a whole edition.
func BenchmarkText(b *testing.B) {
	for _, name := range []string{"one-page", "2024"} {
		b.Run("pages="+name, func(b *testing.B) {
			path := fixtures.Path(b, "pages/"+name+".txt")
			for b.Loop() {
				_, err := File(context.Background(), path, Options{})
				require.NoError(b, err)
			}
		})
	}
}
