package diff

import "slices"

// linkRest gives what no commitment took of the results, and shares a word with it, to the only commitment of which nothing is reported: where results answer
// point by point, the last answer is to the last question. In English only, where a word is less often by chance the same.
func (rd *reader) linkRest(units []*unit, results []*sentence) {
	k := soleSilent(units)
	if rd.lang.Code != "en" || k < 0 || len(units) < 2 || len(results) < len(units) {
		return
	}
	for _, r := range results {
		taken := slices.ContainsFunc(units, func(u *unit) bool { return slices.Contains(u.results, r) })
		if !taken && !r.leadIn && !disjointBy(units[k].by, r.by) && overlap(units[k].features, r.features, nil) > 0 {
			link(&units[k].results, r)
		}
	}
}

// kinEn are words whose verb and noun differ by more than an ending.
var kinEn = map[string]string{"former": "former", "registration": "regist", "administration": "administ", "wooden": "wood", "woollen": "wool", "golden": "gold", "earthen": "earth", "advic": "advis", "choic": "choos", "sal": "sell", "sale": "sell", "loss": "los", "growth": "grow", "proof": "prov", "gift": "giv", "speech": "speak", "thought": "think", "entry": "enter", "entri": "enter", "loan": "lend", "sight": "see", "receipt": "receiv", "decis": "decid", "decision": "decid", "descript": "describ", "descriptio": "describ", "description": "describ", "subscription": "subscrib", "reception": "receiv", "comparison": "compar", "practic": "practis", "licenc": "licens", "defenc": "defend", "offenc": "offend", "closur": "clos", "failur": "fail", "departur": "depart", "arrival": "arriv", "removal": "remov", "renewal": "renew", "approval": "approv", "survival": "surviv", "refusal": "refus", "proposal": "propos", "disposal": "dispos", "storag": "stor", "coverag": "cover", "breakag": "break", "marriag": "marry", "flight": "fly", "bite": "bit", "death": "die", "birth": "born", "laid": "lay", "sold": "sell", "paid": "pay", "children": "child", "pupil": "pupil"}
