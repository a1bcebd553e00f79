package diff

import "strings"

// runsNow finds that a thing which the plan was to bring in (窓口予約システムを導入する) is reported in operation (の運用を開始した) and only
// used from now on (窓口予約システムを利用する…): from doing to running, although no verb of the next plan says so.
func (v *view) runsNow() (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, s := range v.u.plan { // 「…を導入することにより、」 is a promise too
		text := string(s.r)
		for _, in := range []string{"を導入", "を構築", "を整備", "を開発", "を設置", "を開設"} {
			before, _, ok := strings.Cut(text, in)
			if !ok {
				continue
			}
			thing := lastWord([]rune(before))
			if len(thing) < 4 || !reportsUse(v.u.results, string(thing)) {
				continue
			}
			for _, n := range v.u.next {
				next := string(n.r)
				for _, use := range []string{"を利用", "を活用", "の利用", "の活用", "の運用", "を運用"} {
					if i := strings.Index(next, string(thing)+use); i >= 0 && !strings.Contains(next, string(thing)+in) && !strings.Contains(string(v.planText), string(thing)+use) {
						at := len([]rune(next[:i]))
						return n.quote(at, at+len(thing)+len([]rune(use))), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// lastWord is the run of kanji and katakana at the end of a text.
func lastWord(r []rune) []rune {
	i := len(r)
	for i > 0 && (isHan(r[i-1]) || isKana(r[i-1])) {
		i--
	}
	return r[i:]
}

// reportsUse says whether results tell that the thing has begun to run.
func reportsUse(results []*sentence, thing string) bool {
	for _, s := range results {
		text := string(s.r)
		for _, begun := range []string{"の運用を開始した", "の運用を始めた", "の稼働を開始した", "の供用を開始した", "の利用を開始した", "が稼働した", "を稼働させた"} {
			if strings.Contains(text, thing+begun) {
				return true
			}
		}
	}
	return false
}
