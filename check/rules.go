package check

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

// Rule is one thing that a check looks for: a row of Rules.
type Rule struct {
	ID      string
	Group   string // structure, years, ministries, promises, over time, reviews, housekeeping
	Level   Level  // in the standard preset
	Doc     string // what it finds and why that matters
	Remedy  string // what to do about it
	Needs   string // older (editions) or reviews; "": the edition is enough
	Example string // txtar: items (YAML list of the edition's items), older, head, reviews; want: one line `item: words of the message` for each finding
	Mirror  string // the rule that looks the other way; "" with Waiver
	Waiver  string // why it has no mirror
	find    func(*run)
}

//go:embed examples/*.txtar
var examples embed.FS

// Rules are all rules, in the order in which docs list them.
func Rules() []Rule {
	var out []Rule
	for _, rs := range [][]Rule{structureRules, cellRules, yearRules, ministryRules, promiseRules, timeRules, reviewRules, houseRules} {
		out = append(out, rs...)
	}
	for i := range out {
		if b, err := examples.ReadFile("examples/" + out[i].ID + ".txtar"); err == nil {
			out[i].Example = string(b)
		}
	}
	return out
}

// FindRule returns the rule of that id.
func FindRule(id string) (Rule, bool) {
	rules := Rules()
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}

// ruleIDs lists the ids for messages.
func ruleIDs() []string {
	var ids []string
	for _, r := range Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}

// unknownRule says that there is no such rule, and which is meant.
func unknownRule(id string) string {
	if near := nearest(id, ruleIDs()); near != "" {
		return fmt.Sprintf("unknown rule %q: did you mean %q? plandiff rules lists them", id, near)
	}
	return fmt.Sprintf("unknown rule %q; have %s", id, strings.Join(ruleIDs(), ", "))
}

// nearest returns the name that shares most pairs of letters with got, "" where none shares half of them (Dice's coefficient).
func nearest(got string, names []string) string {
	best, most := "", 0.5
	for _, n := range names {
		if d := dice(got, n); d > most {
			best, most = n, d
		}
	}
	return best
}

// dice is the share of neighbouring pairs of characters that two texts have in common, 0 to 1.
func dice(a, b string) float64 {
	pairs := func(s string) map[[2]rune]int {
		rs := append([]rune{0}, append([]rune(s), 0)...)
		m := map[[2]rune]int{}
		for i := range len(rs) - 1 {
			m[[2]rune{rs[i], rs[i+1]}]++
		}
		return m
	}
	pa, pb := pairs(a), pairs(b)
	both, all := 0, 0
	for p, n := range pa {
		both += min(n, pb[p])
		all += n
	}
	for _, n := range pb {
		all += n
	}
	return 2 * float64(both) / float64(all)
}
