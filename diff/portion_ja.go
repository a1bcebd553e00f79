package diff

import (
	"strings"

	"plandiff/lang"
)

// portion is how much of a cost, or of a thing, a promise bears, of a hundred, with the words that say so.
type portion struct {
	of float64
	s  *sentence
	at lang.Span
}

// portionsJa are words for a part of what is paid or done: 全額, 半額, and the shares in numbers beside them.
var portionsJa = []struct {
	word string
	of   float64
}{{"全額", 100}, {"全量", 100}, {"全数", 100}, {"全部を", 100}, {"半額", 50}, {"半分", 50}, {"半量", 50}, {"半数", 50}, {"大部分", 80}, {"大半", 80}, {"一部を", 30}, {"一部について", 30}, {"一部に充て", 30}, {"幾分か", 30}, {"幾らか", 30}}

// bears are the verbs by which a cost is borne.
var bears = newWordSet("補助", "助成", "負担", "支援", "支え", "支給", "給付", "交付", "免除", "減免", "賄", "肩代わり", "補塡", "補填", "還付", "援助", "支払", "払", "軽減", "融資", "貸")

// portionsIn are the portions of a cost that promises name. Shares in numbers count only beside one said in words.
func portionsIn(parts []part) (named, shares []portion) {
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		if _, ok := wordIn([]part{p}, &bears); !ok {
			continue
		}
		for i := c.start; i < c.end; i++ {
			if !strings.ContainsRune("全半大一幾", r[i]) {
				continue
			}
			for _, w := range portionsJa {
				if hasRunes(r, i, w.word) {
					named = append(named, portion{w.of, p.s, lang.Span{Start: i, End: i + len([]rune(w.word))}})
				}
			}
		}
		for _, q := range p.s.quantities {
			if q.Kind == lang.Percent && q.Span.Start >= c.start && q.Span.End <= c.end {
				shares = append(shares, portion{q.Value, p.s, q.Span})
			}
		}
	}
	return named, shares
}

// portions compares how much of the cost is borne: 「出展料の全額を補助する」, 「出展料の半額を補助する」.
func (v *view) portions(sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	was, wasShares := portionsIn(v.planClauses())
	is, isShares := portionsIn(v.plannedParts())
	if len(was)+len(is) == 0 {
		return Evidence{}, false
	}
	if len(was) == 0 {
		was = wasShares
	}
	if len(is) == 0 {
		is = isShares
	}
	if len(was) != 1 || len(is) != 1 || (is[0].of-was[0].of)*sign <= 0 {
		return Evidence{}, false
	}
	return is[0].s.quote(is[0].at.Start, is[0].at.End), true
}

// notReachedJa says whether a number of the results is told as one that was not reached: 「目標とした100人には達しなかった」.
func notReachedJa(a amount) bool {
	if a.s.words != nil {
		return false
	}
	n := wordAt(a.s.r, a.Span.End, []string{"には", "に", "を", "の目標には", "という目標に", "の目標に", "との目標に"})
	return n > 0 && wordAt(a.s.r, a.Span.End+n, []string{"達しな", "達しず", "達せず", "届か", "及ば", "達していな", "到達しな", "至らな", "満たな"}) > 0
}
