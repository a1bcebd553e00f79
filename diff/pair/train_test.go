package pair

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/diff/align"
)

// How model.yaml is made:
//
//	go test ./diff/pair -run TestTrain -train -v
//
// reads the edition pairs with known links beside the project (../shared/lineage), prints how well links of sections that
// were not learned from are found (five folds over chapters and ministries' programmes, the two languages of one catalogue in one fold), and
// writes the weights learned from all. The pairs are OWASP ASVS 4.0.3 and 5.0.0 in English and Japanese (CC BY-SA; links by its editors;
// the odd chapters), and the programmes of five ministries in 行政事業レビュー 2024 and 2025 (public government data; links by programme
// number). Nothing of them is in this repository but the figures in model.yaml.
var train = flag.Bool("train", false, "learn model.yaml again")

const (
	folds = 5
	ridge = 3.0 // pull of each weight towards zero, in units of a feature's variance
)

// trust is how much one pair of a data set counts: the programmes are many and easy.
var trust = map[string]float64{"asvs-en": 1, "asvs-ja": 1, "rs": 0.2}

func TestTrain(t *testing.T) {
	if !*train {
		t.Skip("only with -train")
	}
	sets := knownSets(t)
	text := make([][][]float64, len(sets))
	hand := make([][]float64, len(sets))
	for s, d := range sets {
		text[s], hand[s] = make([][]float64, len(d.c.pairs)), make([]float64, len(d.c.pairs))
		align.Parallel(len(d.c.pairs), 0, func(k int) {
			text[s][k], hand[s][k] = d.c.text(k), d.c.byHand(k)
		})
	}
	learn := func(without int) (*model, [][]float64) {
		m := &model{}
		p := make([][]float64, len(sets))
		for r := range roundNames {
			var x [][]float64
			var y, offset, weight []float64
			look := make([]func(int) []float64, len(sets))
			for s, d := range sets {
				look[s] = func(k int) []float64 { return text[s][k] }
				if r > 0 {
					look[s] = d.c.context(text[s], p[s])
				}
				for k, pair := range d.c.pairs {
					if d.known[pair[0]] && d.fold[pair[0]] != without && (r == 0 || p[s][k] >= hopeless) {
						is := 0.0
						if d.gold[pair] {
							is = 1
						}
						x, y, offset, weight = append(x, look[s](k)), append(y, is), append(offset, hand[s][k]), append(weight, trust[d.name])
					}
				}
			}
			m.rounds = append(m.rounds, fit(x, y, offset, weight))
			for s, d := range sets {
				next := make([]float64, len(d.c.pairs))
				for k := range next {
					if r > 0 && p[s][k] < hopeless {
						next[k] = p[s][k]
						continue
					}
					next[k] = logistic(dot(m.rounds[r], look[s](k)) + hand[s][k])
				}
				p[s] = next
			}
		}
		return m, p
	}
	unseen := make([][]float64, len(sets))
	for s, d := range sets {
		unseen[s] = make([]float64, len(d.c.pairs))
	}
	for f := range folds {
		_, p := learn(f)
		for s, d := range sets {
			for k, pair := range d.c.pairs {
				if d.fold[pair[0]] == f {
					unseen[s][k] = p[s][k]
				}
			}
		}
	}
	m, seen := learn(-1)
	var out strings.Builder
	out.WriteString("# Weights of the log-odds that an older and a newer item are linked; see doc.go for the features.\n" +
		"# Learned by `go test ./diff/pair -run TestTrain -train`; train_test.go says from what.\n")
	for s, d := range sets {
		fmt.Fprintf(&out, "# %-8s F1 of links %.3f on sections learned from, %.3f on sections held out (five folds)\n", d.name, d.f1(d.c.decide(seen[s], nil)), d.f1(d.c.decide(unseen[s], nil)))
	}
	for r, weights := range m.rounds {
		fmt.Fprintf(&out, "%s:\n", roundNames[r])
		for i, n := range featureNames(r) {
			fmt.Fprintf(&out, "  %s: %.3f\n", n, weights[i])
		}
	}
	t.Log("\n" + out.String())
	require.NoError(t, os.WriteFile("model.yaml", []byte(out.String()), 0o644))
}

// fit is a logistic regression with a ridge, by Newton's method. The first feature is the constant.
func fit(x [][]float64, y, offset, weight []float64) []float64 {
	n := len(x[0])
	variance := make([]float64, n)
	for i := 1; i < n; i++ {
		var sum, squares, all float64
		for k := range x {
			sum, squares, all = sum+weight[k]*x[k][i], squares+weight[k]*x[k][i]*x[k][i], all+weight[k]
		}
		variance[i] = squares/all - sum/all*sum/all + 1e-6
	}
	beta := make([]float64, n)
	for range 40 {
		h, g := make([][]float64, n), make([]float64, n)
		for i := range n {
			h[i] = make([]float64, n)
			h[i][i] = ridge*variance[i] + 1e-9
			g[i] = -ridge * variance[i] * beta[i]
		}
		for k := range x {
			p := logistic(dot(beta, x[k]) + offset[k])
			for i := range n {
				g[i] += weight[k] * (y[k] - p) * x[k][i]
				for j := range i + 1 {
					h[i][j] += weight[k] * p * (1 - p) * x[k][i] * x[k][j]
				}
			}
		}
		for i := range n {
			for j := i + 1; j < n; j++ {
				h[i][j] = h[j][i]
			}
		}
		moved := 0.0
		for i, d := range solve(h, g) {
			beta[i] += d
			moved = max(moved, math.Abs(d))
		}
		if moved < 1e-7 {
			break
		}
	}
	return beta
}

// solve solves a·x = b by Gauss's elimination; it uses up both.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		p := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[p][i]) {
				p = r
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for r := i + 1; r < n; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < n; c++ {
				a[r][c] -= f * a[i][c]
			}
			b[r] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			b[i] -= a[i][c] * b[c]
		}
		b[i] /= a[i][i]
	}
	return b
}
