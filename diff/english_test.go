package diff_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// As TestWaysOfSaying, in English.
func TestWaysOfSayingEn(t *testing.T) {
	b, err := os.ReadFile("testdata/ways-en.yaml")
	require.NoError(t, err)
	var ways []struct{ Want, Progress, Plan, Results, Next string }
	require.NoError(t, yaml.Unmarshal(b, &ways))
	require.NotEmpty(t, ways)
	for _, w := range ways {
		item := itemOf("a", w.Plan, w.Results, w.Next)
		item.Ministries = []string{"Canal Office", "Lake Authority"}
		c := compare(t, "en", item)[0]
		assert.Equalf(t, w.Want, string(c.Disposition), "%s | %s | %s\nevidence %+v", w.Plan, w.Results, w.Next, c.Evidence)
		assert.Equalf(t, w.Progress, string(c.Progress), "progress of %s | %s", w.Plan, w.Results)
	}
}
