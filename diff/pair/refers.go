package pair

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// An older item that is merged into another or moved often says where it goes: 「2(2)の項番(エ)に統合する」, "carried on under item 5.3". Its
// next plan then speaks of little else, so that its words lead nowhere. The words before a label are those of the patterns.
var (
	referWords = []string{"項番", "項目番号", "施策番号", "item", "Item", "measure", "Measure", "action", "Action", "row", "Row"}
	referring  = []*regexp.Regexp{
		regexp.MustCompile(`(?:([0-9][0-9.()]*)の)?(?:項番|項目番号|施策番号)\s*([0-9][0-9.]*(?:\([0-9]+\))*)?\(([^()]{1,4})\)`),
		regexp.MustCompile(`(?:([0-9][0-9.()]*)の)?(?:項番|項目番号|施策番号)\s*()([ア-ン]|[A-Za-z]|[0-9]{1,3})(?:[^(.]|$)`),
		regexp.MustCompile(`\b(?:[Ii]tems?|[Mm]easures?|[Aa]ctions?|[Rr]ows?)\s+\(?([0-9]+(?:\.[0-9]+)*)()\.([0-9]+)\b`),
		regexp.MustCompile(`\b(?:[Ii]tems?|[Mm]easures?|[Aa]ctions?|[Rr]ows?)\s+\(?()()([0-9]+|[A-Z])(?:[^.0-9A-Za-z]|\.\s)`),
	}
)

// address is where an item stands: its label, and the number of the section in which labels restarted. An address that a text names
// may lack the section.
type address struct{ section, label string }

// references are the addresses of items that a text names.
func references(text string) (out []address) {
	if !slices.ContainsFunc(referWords, func(w string) bool { return strings.Contains(text, w) }) {
		return nil // most texts
	}
	text = norm.NFKC.String(text) + " "
	for _, pattern := range referring {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			out = append(out, address{plainNumber(m[1] + m[2]), plainNumber(m[3])})
		}
	}
	return out
}

// addressOf is where an item stands: the id is made of the numbers of its section and its label.
func addressOf(e *entry) address {
	section, _, _ := strings.Cut(e.item.ID, "/")
	return address{plainNumber(section), plainNumber(e.item.Label)}
}

// plainNumber is a number or label without its brackets: 2(1) and 2.1 are one.
func plainNumber(s string) string {
	return strings.ToLower(strings.Trim(strings.NewReplacer("(", ".", ")", ".", " ", "").Replace(norm.NFKC.String(s)), "."))
}

// referred lists the pairs of an older item and the newer one that its next plan names. A label alone means that of the same
// section, or the only one of that label. Where another newer item reads like the older one, what it names is a partner, no successor:
// see find.
func (c *candidates) referred() (out [][2]int) {
	var at map[address][]int
	for i := range c.from {
		for _, r := range references(c.from[i].text) {
			if at == nil {
				at = map[address][]int{}
				for j := range c.to {
					a := addressOf(&c.to[j])
					at[a] = append(at[a], j)
					at[address{"", a.label}] = append(at[address{"", a.label}], j)
				}
			}
			homes := at[r]
			if r.section == "" {
				if own := at[address{addressOf(&c.from[i]).section, r.label}]; len(own) > 0 {
					homes = own
				}
			} else if len(homes) == 0 {
				homes = at[address{"", r.section + "." + r.label}] // the label says it all: 5.3
			}
			if len(homes) == 1 {
				out = append(out, [2]int{i, homes[0]})
			}
		}
	}
	slices.SortFunc(out, comparePairs)
	return slices.Compact(out)
}
