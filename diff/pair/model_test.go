package pair

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestModelKnowsItsFeatures(t *testing.T) {
	m, err := loadModel(modelFile)
	require.NoError(t, err)
	for r, name := range roundNames {
		require.Len(t, m.rounds[r], len(featureNames(r)))
		assert.NotZero(t, m.rounds[r][one], "round %s has no constant: was it learned?", name)
	}
	_, err = loadModel([]byte("text: {leters: 2}"))
	assert.EqualError(t, err, `model.yaml: text: no feature "leters"`)
	_, err = loadModel([]byte("txt: {letters: 2}"))
	assert.EqualError(t, err, `model.yaml: no round "txt"`)
}
