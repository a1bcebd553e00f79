package diff

import "plandiff/schema"

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
	strongest := func(label schema.Disposition, finds ...func(*view) []signal) (signal, bool) {
		var out signal
		for _, find := range finds {
			for _, s := range find(v) {
				if s.label == string(label) && s.weight > out.weight {
					out = s
				}
			}
		}
		return out, out.weight >= firm
	}
	all := func(wider bool) func(*view) []signal {
		return func(v *view) []signal {
			if v.rd.lang.Code == "en" {
				return nil // in English a quantifier and a list may be one change told twice
			}
			return v.quantifiers(wider)
		}
	}
	more, wider := strongest(schema.Expanded, listGrown, scopeWidened, func(v *view) []signal { return v.numbers(schema.Expanded, 1) }, all(true))
	if !wider {
		return nil
	}
	less, smaller := strongest(schema.Narrowed, listShrunk, scopeLimited, func(v *view) []signal { return v.numbers(schema.Narrowed, -1) }, all(false))
	if !smaller {
		return nil
	}
	return []signal{{string(schema.Revised), max(more.weight, less.weight) + 2, less.at}}
}
