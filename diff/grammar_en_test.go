package diff

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/lang"
	"plandiff/schema"
)

// read1 reads one English sentence of a column.
func read1(t *testing.T, column schema.Column, text string) *sentence {
	t.Helper()
	cues, err := loadCues("en", nil)
	require.NoError(t, err)
	rd := (&reader{lang: lang.Of("en"), cues: cues}).at(newMemo())
	item := &schema.Item{}
	switch column {
	case schema.Plan:
		item.Plan = []schema.Passage{{Text: text}}
	case schema.Results:
		item.Results = []schema.Passage{{Text: text}}
	default:
		item.NextPlan = []schema.Passage{{Text: text}}
	}
	ss := rd.sentencesOf(item, column)
	require.Len(t, ss, 1)
	return ss[0]
}

// Clauses are written as "kind tense verb: text", not for a negated one.
func TestClausesEn(t *testing.T) {
	kinds := map[clauseKind]string{mainClause: "main", purposeClause: "purpose", reasonClause: "reason", ifClause: "if"}
	tenses := map[tense]string{planned: "planned", past: "past", ongoing: "ongoing"}
	tests := []struct {
		column schema.Column
		text   string
		want   []string
	}{
		{schema.Plan, "The Office will dredge the basin and publish a chart.", []string{"main planned dredg: The Office will dredge the basin", "main planned publish: and publish a chart."}},
		{schema.Plan, "In view of low water, the Office will close the lock.", []string{"reason planned : In view of low water,", "main planned clos: the Office will close the lock."}},
		{schema.Plan, "If the dam breaks, the Office will warn the towns.", []string{"if planned : If the dam breaks,", "main planned warn: the Office will warn the towns."}},
		{schema.Plan, "Continue to test the sirens.", []string{"main planned test: Continue to test the sirens."}},
		{schema.Results, "Charts were printed, but none was sold.", []string{"main past print: Charts were printed,", "main past not sell: but none was sold."}},
		{schema.Results, "The chart is being drawn.", []string{"main ongoing draw: The chart is being drawn."}},
		{schema.Results, "Staff took samples as planned.", []string{"main past tak: Staff took samples as planned."}},
		{schema.NextPlan, "The scheme ended in March.", []string{"main past : The scheme ended in March."}},
		{schema.NextPlan, "The scheme will not be continued.", []string{"main planned not continu: The scheme will not be continued."}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := read1(t, tt.column, tt.text)
			var got []string
			for _, c := range s.clauses {
				verb := c.verb
				if c.negated {
					verb = "not " + verb
				}
				got = append(got, fmt.Sprintf("%s %s %s: %s", kinds[c.kind], tenses[c.tense], verb, strings.TrimSpace(string([]rune(s.Text)[c.start:c.end]))))
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestListsEn(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The Office will warn skippers, anglers and rowers.", "skippers|anglers|rowers"},
		{"The Office will warn skippers and rowers on the lake.", "skippers|rowers"},
		{"The Office will advise skippers, and the firms that hire boats, against sailing.", "skippers|firms"},
		{"The Office will advise not only skippers but also anglers.", "skippers|anglers"},
		{"The Office will help coastal towns and those along the river to plan.", "coastal towns|river"},
		{"The Office will dredge the basin and publish a chart.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := read1(t, schema.Plan, tt.text)
			var got []string
			for _, l := range s.lists {
				for _, m := range l.members {
					got = append(got, string([]rune(s.Text)[m.Start:m.End]))
				}
			}
			assert.Equal(t, tt.want, strings.Join(got, "|"))
		})
	}
}

// What a plan says of the world, and what announces a list, promises nothing.
func TestPromisesEn(t *testing.T) {
	for text, want := range map[string]bool{
		"The Office will dredge the basin.":                       true,
		"Dredge the basin.":                                       true,
		"Barges are growing larger from year to year.":            false,
		"Silt accounts for most of the delays in the inner port.": false,
		"Floods are expected to become more frequent.":            false,
	} {
		assert.Equal(t, want, read1(t, schema.Plan, text).promises, text)
	}
}

// A cue of English begins and ends where words do, and one with a star goes on to the end of its word.
func TestCuesEnStandBetweenBlanks(t *testing.T) {
	cues, err := loadCues("en", nil)
	require.NoError(t, err)
	has := func(cue, text string) bool {
		r := foldRunes(text)
		lowerRunes(r)
		s := sentence{r: r, hits: cues.find(r)}
		return s.has(cue, 0, len(r))
	}
	assert.True(t, has("ended", "The scheme ended."))
	assert.False(t, has("ended", "Bread was blended."))
	assert.True(t, has("postpone", "The rally was postponed."))
	assert.True(t, has("stop", "The plan was ABANDONED."))
}

// Rules ask for classes of cues by name. Every class that they ask for is there in both languages, so that a rule that Japanese gained does not stay
// silent in English unseen; "verb" is of English alone, and those waived have no use there.
func TestBothLanguagesHaveTheSameClasses(t *testing.T) {
	names := func(language string) map[string]bool {
		b, err := cueFiles.ReadFile("cues/" + language + ".yaml")
		require.NoError(t, err)
		out := map[string]bool{}
		for _, m := range regexp.MustCompile(`(?m)^  - name: (\S+)`).FindAllStringSubmatch(string(b), -1) {
			assert.False(t, out[m[1]], "%s: class %s twice", language, m[1])
			out[m[1]] = true
		}
		return out
	}
	ja, en := names("ja"), names("en")
	delete(en, "verb")
	for n := range ja {
		assert.True(t, en[n], "cues/en.yaml lacks the class %s", n)
	}
	for n := range en {
		assert.True(t, ja[n], "cues/ja.yaml lacks the class %s", n)
	}
}
