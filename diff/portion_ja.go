package diff

import (
	"slices"
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
	if a.Value == 1 && hasRunes(a.s.r, a.Span.End, "も") && a.s.clauseAt(a.Span.Start).negated {
		return true // 「船の購入は１隻もできなかった」
	}
	n := wordAt(a.s.r, a.Span.End, []string{"には", "に", "を", "の目標には", "という目標に", "の目標に", "との目標に"})
	return n > 0 && wordAt(a.s.r, a.Span.End+n, []string{"達しな", "達しず", "達せず", "届か", "及ば", "達していな", "到達しな", "至らな", "満たな"}) > 0
}

// cappedJa says whether a number is the most that is given or borne, and no time to be kept: 「三日間を限度として負担する」, 「七日間まで賄う」.
func cappedJa(a amount) bool {
	if a.s.words != nil || a.Bound != lang.AtMost || a.Kind == lang.Frequency {
		return false
	}
	t := a.s.r[a.Span.Start:a.Span.End]
	return endsWith(t, "限度", "上限", "まで", "限り") && !hasRunes(a.s.r, a.Span.End, "に") && func() bool {
		_, ok := wordIn([]part{{a.s, slices.IndexFunc(a.s.clauses, func(c clause) bool { return a.Span.Start < c.end })}}, &bears)
		return ok
	}()
}

// counted are nouns of which plans name some by their names where others count them: 十か国語, 英語及び中国語.
var counted = []struct {
	units []string
	names func(w []rune) bool
}{
	{[]string{"言語"}, func(w []rune) bool {
		return len(w) > 1 && w[len(w)-1] == '語' && string(w) != "国語" && !endsWith(w, "言語", "か国語", "数国語", "外国語", "用語", "母語", "物語", "単語", "口語", "敬語", "標語", "略語", "手話")
	}},
	{[]string{"か国"}, func(w []rune) bool { return countryJa(string(w)) }},
	{[]string{"都道府県", "地域", "地方", "か所"}, func(w []rune) bool { return len(w) < 5 && startsPlaceJa(w) }},
}

// namedForNumber compares a number on one side with the names that stand for it on the other: 「十か国語の字幕」, 「英語の字幕」. It returns how many were named,
// with the words.
func (v *view) namedForNumber(sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	pa, na := v.planClauses(), v.plannedParts()
	for _, k := range counted {
		n := func(parts []part) (float64, amount) {
			for _, a := range amountsOf(parts) {
				if slices.Contains(k.units, a.Unit) && a.Kind == lang.Count && !a.Total && a.Bound == "" {
					return a.Value, a
				}
			}
			return 0, amount{}
		}
		was, _ := n(pa)
		is, at := n(na)
		switch {
		case was > 0 && is == 0:
			if names, ev := namesIn(na, k.names, v.planText); names > 0 && (names-was)*sign > 0 {
				return ev, true
			}
		case is > 0 && was == 0:
			if names, _ := namesIn(pa, k.names, v.nextRow); names > 0 && (is-names)*sign > 0 {
				return at.s.quote(at.Span.Start, at.Span.End), true
			}
		}
	}
	return Evidence{}, false
}

// namesIn counts the names in promises, each once and without those of the other side; none where 等 stands for more.
func namesIn(parts []part, is func([]rune) bool, other []rune) (n float64, ev Evidence) {
	var seen []string
	for _, p := range parts {
		c := p.clause()
		for i := c.start; i < c.end; {
			if !isWordJa(p.s.r[i]) || joinsWordsJa(p.s.r, i) {
				i++
				continue
			}
			e := i
			for e < c.end && isWordJa(p.s.r[e]) && !joinsWordsJa(p.s.r, e) {
				e++
			}
			if w := p.s.r[i:e]; is(w) && !slices.Contains(seen, string(w)) && !containsRunes(other, w) {
				if opensAt(p.s.r, e) {
					return 0, Evidence{}
				}
				seen, ev = append(seen, string(w)), p.s.quote(i, e)
			}
			i = e
		}
	}
	return float64(len(seen)), ev
}
