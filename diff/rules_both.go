package diff

import (
	"slices"

	"plandiff/schema"
)

var bothRules = []Rule{
	{
		ID: "both-ways", For: "disposition", Ja: "広がった部分と狭まった部分がある",
		Doc:     "One part of the promise is wider and another smaller: neither expanded nor narrowed, but revised.",
		Mirror:  "both-ways",
		Example: "-- plan --\n小学校及び中学校の教員を対象とした読書指導の講習を年４回行う。\n-- results --\n講習を年４回行った。\n-- next_plan --\n小学校の教員を対象とした読書指導の講習を年６回行う。\n-- want --\nrevised\n",
		find:    bothWays,
	},
}

// firm is the weight from which a sign of more or less counts here: a weak one beside a strong one is chance.
const firm = 3

func bothWays(v *view) []signal {
	strongest := func(label schema.Disposition, ids ...string) (signal, bool) {
		var out signal
		for i := range scopeRules {
			if !slices.Contains(ids, scopeRules[i].ID) {
				continue
			}
			for _, s := range v.hear(&scopeRules[i]) {
				if s.label == string(label) && s.weight > out.weight {
					out = s
				}
			}
		}
		return out, out.weight >= firm
	}
	wide, narrow := []string{"list-grown", "scope-widened", "number-raised", "all-of-them"}, []string{"list-shrunk", "scope-limited", "number-lowered", "some-of-them"}
	if v.rd.lang.Code == "en" { // in English a quantifier and a list may be one change told twice
		wide, narrow = wide[:3], narrow[:3]
		more, wider := strongest(schema.Expanded, wide...)
		if less, smaller := strongest(schema.Narrowed, "some-of-them"); wider && smaller && (less.at.Start > more.at.End+20 || less.at.End+20 < more.at.Start) {
			return []signal{{string(schema.Revised), max(more.weight, less.weight) + 2, less.at}}
		}
	}
	more, wider := strongest(schema.Expanded, wide...)
	if !wider {
		return nil
	}
	less, smaller := strongest(schema.Narrowed, narrow...)
	if !smaller {
		return nil
	}
	return []signal{{string(schema.Revised), max(more.weight, less.weight) + 2, less.at}}
}
