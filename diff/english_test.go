package diff_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"plandiff/fixtures"
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

// The English items, all of which were used for rules after they had been met; fixtures/gold/english-fourth.yaml tells how many were right at first sight.
func TestAccuracyOnEnglishLabels(t *testing.T) {
	for name, floor := range map[string][2]float64{
		"english": {0.90, 0.95}, "english-second": {0.95, 0.95}, "english-third": {0.95, 0.88}, "english-fourth": {0.97, 0.97}, "english-fifth": {0.97, 0.97}, "english-sixth": {0.94, 0.95}, "english-seventh": {0.94, 0.91}, "english-eighth": {0.95, 0.95}, "english-rare": {0.93, 0.95}, "english-departments": {0.95, 0.96}, "english-beside": {0.97, 0.90}, "english-federal": {0.95, 0.94}, "paraphrase-english": {0.93, 0.95}, "english-ninth": {0.85, 0.90},
	} {
		d, p := rates(t, fixtures.Gold(t, name), func(int) bool { return true })
		assert.GreaterOrEqualf(t, d, floor[0], "%s: disposition", name)
		assert.GreaterOrEqualf(t, p, floor[1], "%s: progress", name)
	}
}
