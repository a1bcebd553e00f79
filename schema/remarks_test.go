package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Comments are told from a # inside a text, quoted, plain or over several lines.
func TestComments(t *testing.T) {
	got, err := Comments("e.yaml", []byte("# head\nversion: 1\ntitle: \"a # b\"  # behind\nid: a#b\nsections:\n  - id: x\n    title: |\n      one\n      # two\n    # above\n    number: 1\n"))
	require.NoError(t, err)
	assert.Equal(t, []Comment{
		{Pos{"e.yaml", 1, 1}, "# head", true},
		{Pos{"e.yaml", 3, 17}, "# behind", false},
		{Pos{"e.yaml", 10, 5}, "# above", true},
	}, got)
	_, err = Comments("e.yaml", []byte("a: [\n"))
	assert.ErrorContains(t, err, "e.yaml:")
}
