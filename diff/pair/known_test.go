package pair

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// known is an edition pair whose links are known, in part.
type known struct {
	name  string
	c     *candidates
	gold  map[[2]int]bool
	known []bool // older items whose links are known
	fold  []int  // of each older item
}

// knownSets loads the edition pairs beside the project, or skips.
func knownSets(t testing.TB) []*known {
	t.Helper()
	var out []*known
	for _, name := range []string{"asvs-en", "asvs-ja", "rs"} {
		dir := filepath.Join("..", "..", "..", "shared", "lineage", name)
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("no edition pairs with known links beside the project: %v", err)
		}
		from, err := schema.Load(filepath.Join(dir, "old.yaml"))
		require.NoError(t, err)
		to, err := schema.Load(filepath.Join(dir, "new.yaml"))
		require.NoError(t, err)
		d := &known{name: name, c: find(from, to, 0), gold: map[[2]int]bool{}}
		rows, cols := ids(d.c.from), ids(d.c.to)
		links, err := os.ReadFile(filepath.Join(dir, "links.tsv"))
		require.NoError(t, err)
		for line := range strings.Lines(string(links)) {
			if f := strings.Fields(line); len(f) >= 2 && !strings.HasPrefix(line, "#") {
				d.gold[[2]int{rows[f[0]], cols[f[1]]}] = true
			}
		}
		b, err := os.ReadFile(filepath.Join(dir, "sections.txt"))
		only := strings.Split(strings.TrimSpace(string(b)), ",")
		for _, x := range d.c.from {
			section := from.Sections[x.section].ID
			d.known = append(d.known, err != nil || slices.Contains(only, section))
			chapter, rest, nested := strings.Cut(section, ".")
			if chapter == "1" { // the chapter of architecture speaks of all the others
				chapter = rest
			}
			fold := x.section
			if nested {
				fold = int(hashed([]rune(chapter)))
			}
			d.fold = append(d.fold, fold%folds)
		}
		out = append(out, d)
	}
	return out
}

func ids(side []entry) map[string]int {
	out := map[string]int{}
	for i, x := range side {
		out[x.item.ID] = i
	}
	return out
}

func (d *known) f1(r *Result) float64 {
	right, found := 0, 0
	for _, l := range r.Links {
		if d.known[l.From] {
			found++
			if d.gold[[2]int{l.From, l.To}] {
				right++
			}
		}
	}
	return 2 * float64(right) / float64(found+len(d.gold))
}

// The sections that the weights were learned from must be found again; model.yaml says how well held-out ones are.
func TestKnownLinks(t *testing.T) {
	// A little below what model.yaml was measured at: a change of lang's tokens moves it by a hundredth. Below the floor, learn again.
	floors := map[string]float64{"asvs-en": 0.75, "asvs-ja": 0.75, "rs": 0.97}
	m, err := loadModel(modelFile)
	require.NoError(t, err)
	for _, d := range knownSets(t) {
		f1 := d.f1(d.c.decide(m.likelihoods(d.c, 0), nil))
		t.Logf("%s: F1 %.3f", d.name, f1)
		assert.GreaterOrEqual(t, f1, floors[d.name], d.name)
	}
}
