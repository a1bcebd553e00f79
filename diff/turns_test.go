package diff_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/fixtures"
	"plandiff/schema"
)

// What a next plan says of a measure does not depend on the measure: every plan of the project's own labels is said again with one and the same
// sentence behind it, opener before it or edit in it, and nearly always the label must be the same. reach is the share that must be right; what is
// missing are plans that hold the words themselves, or tell of another thing by them.
var turns = []struct {
	lang  string
	name  string
	turn  func(plan string) string // "" where the plan has no place for it
	want  schema.Disposition
	reach float64
}{
	{"ja", "again", func(p string) string { return actorsThen(p, "引き続き、") }, schema.CarriedOver, 0.99},
	{"ja", "as before", func(p string) string { return actorsThen(p, "前年度と同様に、") }, schema.CarriedOver, 0.99},
	{"ja", "how", behind("その際、地域の実情に配慮する。"), schema.CarriedOver, 0.99},
	{"ja", "taken out", behind("なお、離島は対象から除く。"), schema.Narrowed, 0.98},
	{"ja", "half of it", behind("予算の減額に伴い、規模は前年度の半分程度とする。"), schema.Narrowed, 0.98},
	{"ja", "a part given up", behind("このうち、離島に係るものは取りやめる。"), schema.Narrowed, 0.98},
	{"ja", "for fewer", func(p string) string { return actorsThen(p, "対象を重点地域に限って、") }, schema.Narrowed, 0.96},
	{"ja", "for more", func(p string) string {
		return actorsThen(p, "従来の対象に加え、新たに離島の施設も対象として、")
	}, schema.Expanded, 0.96},
	{"ja", "twice as often", behind("回数は、これまでの２倍とする。"), schema.Expanded, 0.98},
	{"ja", "others too", behind("令和６年度からは、小規模な事業者も対象とする。"), schema.Expanded, 0.98},
	{"ja", "put off", behind("実施時期は、令和９年度に延期する。"), schema.Postponed, 0.98},
	{"ja", "another way", behind("方法は、訪問によるものからオンラインによるものに改める。"), schema.Revised, 0.94},
	{"ja", "only considered", func(p string) string {
		return endInstead(p, "を実施する。", "を実施することを検討する。")
	}, schema.Revised, 0.75},
	{"ja", "larger ones", kindBefore("大規模な"), schema.Narrowed, 0.7}, // behind a purpose it says for whom, and not which
	{"ja", "merged", only("本取組は、次年度から項番(ケ)の取組に統合して実施する。"), schema.Merged, 0.99},
	{"ja", "moved", only("本取組は、次年度からデジタル庁に移管する。"), schema.Moved, 0.99},
	{"ja", "given up", only("費用に見合う効果が見込めないことから、本取組は取りやめる。"), schema.Discontinued, 0.98},
	{"ja", "open", only("今後の取扱いについては、検討中である。"), schema.Unclear, 0.98},
	{"en", "again", func(p string) string { return "As in previous years, " + decapitalised(p) }, schema.CarriedOver, 0.97},
	{"en", "others too", behind(" Small firms will also be included from this year."), schema.Expanded, 0.97},
	{"en", "fewer", behind(" This will be limited to the three largest sites."), schema.Narrowed, 0.97},
	{"en", "only considered", func(p string) string { return onlyConsidered.ReplaceAllString(p, "$1 will consider whether to $2 ") }, schema.Revised, 0.8},
	{"en", "merged", only("This item is merged into item 3.2."), schema.Merged, 0.98},
	{"en", "given up", only("This measure has been abandoned because it costs more than it yields."), schema.Discontinued, 0.96},
	{"en", "open", only("Whether this will be continued has not yet been decided."), schema.Unclear, 0.98},
}

func TestTurnsOfAnyPlan(t *testing.T) {
	plans := map[string][]string{}
	for _, name := range fixtures.GoldNames(t) {
		g := fixtures.Gold(t, name)
		for i, item := range g.Items {
			if i%18 == 0 && len(item.Plan) == 1 && len(item.Commitments) == 1 {
				plans[g.ToEdition().Language] = append(plans[g.ToEdition().Language], item.Plan[0].Text)
			}
		}
	}
	require.Greater(t, len(plans["ja"]), 90)
	require.Greater(t, len(plans["en"]), 50)
	results := map[string]string{"ja": "計画どおり実施した。", "en": "This was carried out as planned."}
	for _, turn := range turns {
		var items []schema.Item
		for _, p := range plans[turn.lang] {
			if next := turn.turn(p); next != "" && next != p {
				items = append(items, itemOf("a", p, results[turn.lang], next))
			}
		}
		require.NotEmpty(t, items, turn.name)
		right := 0
		for _, c := range compare(t, turn.lang, items...) {
			if c.Disposition == turn.want {
				right++
			}
		}
		share := float64(right) / float64(len(items))
		assert.GreaterOrEqualf(t, share, turn.reach, "%s, %s: %d of %d are %s", turn.lang, turn.name, right, len(items), turn.want)
		t.Logf("%s %-16s %.3f of %d", turn.lang, turn.name, share, len(items))
	}
}

var (
	actors         = regexp.MustCompile(`^.{2,40}?(?:府|省|庁|局|会|室|関|部|院|）)(?:において|では|は)、`)
	kinds          = regexp.MustCompile(`([、にを])(事業者|学校|病院|施設|自治体|市町村|工場|店舗|農家|団体|住宅|職員|教員|学生|高齢者)([にを])`)
	onlyConsidered = regexp.MustCompile(`^(The [A-Z][a-z]+(?: [A-Z][a-z]+)*) will (hold|send|train|open|visit|print|repair|offer|pay|lend|build) `)
)

// actorsThen puts an opener behind those who act.
func actorsThen(plan, opener string) string {
	at := actors.FindString(plan)
	return at + opener + strings.TrimPrefix(plan, at)
}

func behind(sentence string) func(string) string {
	return func(plan string) string { return plan + sentence }
}

func only(sentence string) func(string) string {
	return func(string) string { return sentence }
}

func endInstead(plan, end, other string) string {
	if !strings.HasSuffix(plan, end) {
		return ""
	}
	return strings.TrimSuffix(plan, end) + other
}

// kindBefore says of which of those that the plan names once it speaks.
func kindBefore(attribute string) func(string) string {
	return func(plan string) string {
		if len(kinds.FindAllString(plan, -1)) != 1 {
			return ""
		}
		return kinds.ReplaceAllString(plan, "${1}"+attribute+"${2}${3}")
	}
}

func decapitalised(s string) string {
	r := []rune(s)
	if len(r) > 1 && (unicode.IsUpper(r[1]) || strings.HasPrefix(s, "The ") && len(r) > 4 && unicode.IsUpper(r[4])) {
		return s
	}
	r[0] = unicode.ToLower(r[0])
	return string(r)
}
