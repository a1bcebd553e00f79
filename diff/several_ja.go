package diff

import (
	"slices"
	"strings"
)

// eachTopicPlaced finds where a sentence names the parts of a measure one by one and gives each its place: 「育成は補助犬の施策の列に、普及は日常生活用具の
// 施策の列に、それぞれ一項を起こして受け継ぐ」.
func (v *view) eachTopicPlaced() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		n, start, apart := 0, 0, false
		for i := range s.r {
			if s.r[i] != '、' && i+1 < len(s.r) {
				continue
			}
			seg := s.r[start:i]
			apart = apart || eachApart.in(seg)
			start = i + 1
			k := lastIndex(seg, 'は')
			if k < 2 || !endsWith(seg, "に", "へ", "で", "として", "の下で", "において") {
				continue
			}
			if w := lastWord(seg[:k]); len(w) > 1 && containsRunes(v.planText, w[max(0, len(w)-4):]) {
				n++
			}
		}
		if n > 1 && apart && (s.has("move", 0, len(s.r)) || s.has("merge", 0, len(s.r)) || s.has("split", 0, len(s.r)) || s.has("placing", 0, len(s.r)) || s.has("handed-over", 0, len(s.r))) {
			return &found{s, &s.clauses[0], hit{"split", 0, len(s.r)}}
		}
	}
	return nil
}

// severalMinistries finds where a sentence gives the parts to several ministries that did not act before: 「前者を農林水産省の、後者を国土交通省
// の計画にそれぞれ移し」.
func (v *view) severalMinistries() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		if !s.has("move", 0, len(s.r)) && !s.has("merge", 0, len(s.r)) && !s.has("split", 0, len(s.r)) || !severallyJa.in(s.r) {
			continue
		}
		var names []string
		for _, m := range v.ministriesIn([]*sentence{s}) {
			if !v.ownMinistry(m) && !slices.Contains(names, m.Name) {
				names = append(names, m.Name)
			}
		}
		if len(names) > 1 {
			return &found{s, &s.clauses[0], hit{"split", 0, len(s.r)}}
		}
	}
	return nil
}

// severallyJa are the words by which several places are given out one by one.
var severallyJa = newWordSet("それぞれ", "別々", "前者")

// eachItsPlace finds where a sentence gives the parts of a measure items of their own, each by its number: 「それぞれの項目の下で別に開くこととし、
// 前者を項番(サ)、後者を項番(シ)に記す」.
func (v *view) eachItsPlace() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	at := v.places()
	if len(at) < 2 {
		return nil
	}
	for _, f := range at {
		if eachApart.in(f.s.r) && !f.c.negated && f.c.kind == mainClause {
			return &f
		}
	}
	return nil
}

// eachApart are words by which the parts of a measure go their own ways.
var eachApart = newWordSet("それぞれ", "前者", "後者", "別々", "別個", "各々", "おのおの", "分けて", "分け、", "別に")

// ownPlaceOnly says whether a word of standing apart tells only that the one place to which a measure goes is its own: 「同章の独立した項番(ホ)として」.
func (v *view) ownPlaceOnly(f found) bool {
	w := f.text()
	if v.rd.lang.Code != "ja" || !strings.HasPrefix(w, "独立") && !strings.HasPrefix(w, "別の項目") && !strings.HasPrefix(w, "別個の項") && !strings.HasPrefix(w, "個別の項") && !strings.HasPrefix(w, "別項目") && !strings.HasPrefix(w, "別立て") && !strings.HasPrefix(w, "別建て") {
		return false
	}
	return len(v.places()) == 1 && !eachApart.in(f.s.r) && len(v.u.plan) == 1
}

// quotedPlaces finds where a sentence gives each part its own place by a quoted name: 「前半は「…」に、後半は「…」に、それぞれ記す」.
func (v *view) quotedPlaces() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		apart := containsRunes(s.r, []rune("それぞれ")) || containsRunes(s.r, []rune("分け")) || containsRunes(s.r, []rune("別"))
		if !v.quotesOther(s) {
			continue
		}
		n, topics, open := 0, 0, -1
		for i := range s.r {
			switch {
			case s.r[i] == '「':
				open = i
			case s.r[i] == '」' && open >= 0:
				takes := false
				for _, w := range []string{"に", "へ", "で", "の項", "の章", "の部", "の中", "において", "として", "の施策", "の事業"} {
					takes = takes || hasRunes(s.r, i+1, w)
				}
				if takes && !containsRunes(v.planText, s.r[open+1:i]) {
					if n++; endsWith(s.r[:open], "は", "は、") {
						topics++ // 「敷設に対する補助は「…」の項に、設置に対する補助は「…」の項に掲げる」
					}
				}
				open = -1
			}
		}
		if n > 1 && (apart || topics > 1) {
			return &found{s, &s.clauses[0], hit{"split", 0, len(s.r)}}
		}
	}
	return nil
}

// severalItems finds where a sentence makes several items of one: 「三つの項目に改める」, 「二本の施策に仕立て直し」. What is cut into
// regions or groups and stays one item (二つの地域に分けて) is none.
func (v *view) severalItems() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		for i := 0; i+2 < len(s.r); i++ {
			switch s.r[i] {
			case '二', '三', '四', '五', '六', '七', '2', '3', '4', '5', '6', '7', '8', '両':
			default:
				continue
			}
			if i > 0 && (isDigit(s.r[i-1]) || strings.ContainsRune("第十百千一二三四五六七八九", s.r[i-1])) {
				continue
			}
			c := s.clauseAt(i)
			if c.kind == ifClause || c.kind == purposeClause {
				continue
			}
			k := itemsAfter(s.r[:c.end], i+1)
			if k == 0 || containsRunes(v.planText, s.r[i:k]) {
				continue
			}
			for _, w := range []string{"分け", "分か", "分割", "割", "改め", "改編", "再編", "組み替え", "組替え", "仕立て", "切り", "立て", "組み直", "編み直", "分解", "分離", "独立", "整理", "構成", "枝", "する", "なる", "なり", "とし", "移行", "変え"} {
				for j := k; j < min(k+12, c.end); j++ {
					if hasRunes(s.r, j, w) {
						return &found{s, c, hit{"split", i, j + len([]rune(w))}}
					}
				}
			}
		}
	}
	return nil
}

// itemsAfter reads what is counted, which must be items, and that they are what it turns into: 三つの項目に, 二項に, 二本立てと. 0 if not.
func itemsAfter(r []rune, i int) int {
	k := i
	for _, w := range []string{"つ", "本", "個", "件"} {
		if hasRunes(r, k, w) {
			k += len([]rune(w))
			break
		}
	}
	counter := k > i
	if counter && hasRunes(r, k, "の") {
		k++
	}
	noun := 0
	for _, w := range []string{"項目", "項", "施策", "取組", "事業", "計画", "立て", "措置", "プログラム", "プロジェクト"} {
		if hasRunes(r, k, w) {
			noun = len([]rune(w))
			break
		}
	}
	k += noun
	if noun == 0 && (!counter || r[k-1] == 'の') {
		return 0
	}
	if hasRunes(r, k, "に") || hasRunes(r, k, "へ") || hasRunes(r, k, "と") && noun > 0 {
		return k
	}
	return 0
}
