package pair

import (
	_ "embed"
	"fmt"

	"gopkg.in/yaml.v3"

	"plandiff/diff/align"
)

//go:embed model.yaml
var modelFile []byte

// model weighs features: a row of weights for every round. The first sees the text only, the others what the round
// before made likely.
type model struct {
	rounds [][]float64
}

// rounds of the model, by their names in the file.
var roundNames = []string{"text", "context", "again"}

// loadModel reads the embedded weights. A feature the file does not name weighs nothing.
func loadModel(file []byte) (*model, error) {
	var in map[string]map[string]float64
	if err := yaml.Unmarshal(file, &in); err != nil {
		return nil, fmt.Errorf("model.yaml: %w", err)
	}
	m := &model{}
	for r, round := range roundNames {
		names := featureNames(r)
		weights := make([]float64, len(names))
		for i, n := range names {
			weights[i] = in[round][n]
			delete(in[round], n)
		}
		for n := range in[round] {
			return nil, fmt.Errorf("model.yaml: %s: no feature %q", round, n)
		}
		delete(in, round)
		m.rounds = append(m.rounds, weights)
	}
	for round := range in {
		return nil, fmt.Errorf("model.yaml: no round %q", round)
	}
	return m, nil
}

func featureNames(round int) []string {
	if round == 0 {
		return textNames[:]
	}
	return append(textNames[:textFeatures:textFeatures], contextNames[:]...)
}

// likelihoods says for every pair how likely it is a link, 0 to 1.
func (m *model) likelihoods(c *candidates, workers int) []float64 {
	text := make([][]float64, len(c.pairs))
	hand := make([]float64, len(c.pairs))
	p := make([]float64, len(c.pairs))
	align.Parallel(len(c.pairs), workers, func(k int) {
		text[k], hand[k] = c.text(k), c.byHand(k)
		p[k] = logistic(dot(m.rounds[0], text[k]) + hand[k])
	})
	for _, weights := range m.rounds[1:] {
		p = round(c, text, hand, p, weights, workers)
	}
	return p
}

// round looks at every pair again among the others.
func round(c *candidates, text [][]float64, hand, p, weights []float64, workers int) []float64 {
	features := c.context(text, p)
	out := make([]float64, len(p))
	align.Parallel(len(p), workers, func(k int) {
		if out[k] = p[k]; p[k] >= hopeless {
			out[k] = logistic(dot(weights, features(k)) + hand[k])
		}
	})
	return out
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
