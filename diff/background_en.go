package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// How the world is, told in the simple present beside what is planned: "Walkers increasingly ask for paths away from the road".

var (
	// manySubjectsEn are plurals without -s.
	manySubjectsEn = setEn("people children women men police cattle staff others many most few some")
	// worldVerbsEn tell in their bare form what many think, have, suffer or are used to, and never what an office will do.
	worldVerbsEn = setEn("know lack want prefer tend believe think feel fear complain expect suffer rely depend differ vary deserve exceed outnumber outstrip overlook underestimate neglect avoid hesitate struggle forget refuse misunderstand find say need ask earn spend own live die shun dislike like hope doubt assume wonder worry seem appear belong consist amount")
	// howOftenEn stand between a subject and the verb that tells what it does in the world.
	howOftenEn = setEn("often seldom sometimes never always rarely now still already also hardly scarcely barely nearly almost increasingly usually commonly frequently generally mostly largely mainly typically regularly occasionally invariably normally nowadays rather simply merely just")
	// qualityEnds are endings of adjectives.
	qualityEnds = []string{"al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ant", "ent", "ary", "ing", "ed", "ly"}
)

// worldVerbEn says whether word k is the verb of a plural subject before it that tells how things are: "Tenants seldom know", "Many drivers own no".
func worldVerbEn(w []wordEn, k int) bool {
	t, n := w[k].text, textAt(w, k+1)
	if k == 0 || n == "" || n == "of" || stopEn[t] || len(t) < 3 || !lettersOnlyEn(t) {
		return false
	}
	at := k - 1
	adverbs := 0
	for at > 0 && (howOftenEn[w[at].text] || adverbs > 0 && adverbEn(w[at].text)) {
		at--
		adverbs++
	}
	subject := w[at].text
	if !manySubjectsEn[subject] && !(strings.HasSuffix(subject, "s") && !strings.HasSuffix(subject, "ss") && !strings.HasSuffix(subject, "us") && len(subject) > 3) || phraseEndsEn[subject] || finiteEn[subject] {
		return false
	}
	if worldVerbsEn[t] {
		return true
	}
	if adverbs == 0 && subject != "people" && subject != "children" && subject != "others" || strings.HasSuffix(t, "s") || lang.PastForm(t) || oddParticiplesEn[t] {
		return false
	}
	for _, e := range qualityEnds {
		if strings.HasSuffix(t, e) && len(t) > len(e)+2 {
			return false
		}
	}
	return true
}

// lettersOnlyEn says whether a word is made of letters alone.
func lettersOnlyEn(t string) bool {
	for _, c := range t {
		if (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return true
}

// barredEn finds some of those whom the plan served who can no longer have what goes on for others: "Grants will go to authors; translators can no longer apply".
func (v *view) barredEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || !slices.ContainsFunc(v.plannedParts(), func(p part) bool { return !p.clause().negated && overlap(p.clause().features, v.u.core, nil) > 0 }) {
		return Evidence{}, false
	}
	for _, s := range v.u.next {
		for i := range s.clauses {
			c := &s.clauses[i]
			w := between(s.words, c.start, c.end)
			if c.kind == mainClause && i > 0 && (v.chargedNowEn(s, c) || s.leftToThemEn(c)) {
				return s.quote(c.start, c.end), true
			}
			no := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "no" || x.text == "not" || x.text == "cannot" })
			if c.kind != mainClause || !c.negated || no < 1 || w[no].text == "no" && textAt(w, no+1) != "longer" {
				continue
			}
			first := w[0].text
			if first == "and" || first == "but" || first == "while" {
				first = textAt(w, 1)
			}
			subject := no - 1
			for subject > 0 && (finiteEn[w[subject].text] || w[subject].text == "though" || w[subject].text == ",") {
				subject--
			}
			if finiteEn[w[subject].text] || first == "there" || first == "it" || first == "no" {
				continue
			}
			name := w[subject]
			for _, p := range v.u.plan {
				for _, l := range p.lists {
					if slices.ContainsFunc(l.members, func(m lang.Span) bool {
						words := between(p.words, m.Start, m.End)
						return len(words) > 0 && lang.Stem(words[len(words)-1].text) == lang.Stem(name.text)
					}) {
						return s.quote(c.start, c.end), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// atNoCostEn and atCostEn say whether words give something for nothing, or for money.
func atNoCostEn(w []wordEn) bool {
	return slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "free" || x.text == "expense" || x.text == "gratis" })
}

func atCostEn(w []wordEn) bool {
	for k, x := range w {
		n := textAt(w, k+1)
		if x.text == "pay" && k > 1 && (w[k-1].text == "to" || modalsEn[w[k-1].text]) || x.text == "charged" && n == "for" || x.text == "own" && (n == "expense" || n == "cost" || n == "pocket") || x.text == "against" && n == "payment" || x.text == "for" && n == "a" && textAt(w, k+2) == "fee" {
			return true
		}
	}
	return false
}

// chargedNowEn says whether a clause asks money for a thing of the plan, which gave it for nothing, while another clause still gives something for nothing.
func (v *view) chargedNowEn(s *sentence, c *clause) bool {
	w := between(s.words, c.start, c.end)
	if !atCostEn(w) || atNoCostEn(w) && !strings.Contains(string(s.r[c.start:c.end]), "own ") || overlap(c.features, v.u.features, nil) == 0 {
		return false
	}
	free := slices.ContainsFunc(v.u.plan, func(p *sentence) bool { return atNoCostEn(p.words) && !atCostEn(p.words) })
	return free && slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		return p.clause() != c && atNoCostEn(between(p.s.words, p.clause().start, p.clause().end))
	})
}

// leftToThemEn says whether a clause leaves something to others: schools will see to it themselves.
func (s *sentence) leftToThemEn(c *clause) bool {
	w := between(s.words, c.start, c.end)
	return c.tense == planned && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "themselves" }) && slices.ContainsFunc(w, func(x wordEn) bool {
		return x.text == "see" || x.text == "care" || x.text == "manage" || x.text == "look" || x.text == "fend"
	})
}

// linkPresentEn takes what the next plan states in the simple present, in nearly nothing but the words of a commitment on which it seems silent, for the promise that it is: "Ferry companies
// get the readings each quarter". The act of the plan, or how often it is done, must be among the words.
func (rd *reader) linkPresentEn(units []*unit, next []*sentence) {
	if rd.lang.Code != "en" {
		return
	}
	for _, u := range silentUnits(units) {
		for _, n := range next {
			if n.promises || n.leadIn || n.follows || n.speaksOfEnd() && !n.sparesPayEn() || goesOnWith(units, n) || disjointBy(u.by, n.by) || !n.presentEn() && !(n.sparesPayEn() && slices.ContainsFunc(u.plan, func(s *sentence) bool { return atNoCostEn(s.words) })) {
				continue
			}
			known, share := overlap(u.features, n.features, nil), 0.6
			if slices.ContainsFunc(n.words, func(x wordEn) bool { return x.text == "is" || x.text == "are" }) {
				share = 0.8 // huts are staffed on weekends
			} else if n.sparesPayEn() {
				share = 0.5
			}
			if known < 3 || known < share*float64(len(n.features)) || !(n.sparesPayEn() || known >= 5 && (known >= 0.85*float64(len(n.features)) || n.goesOnEn()) || u.namesActEn(n) || n.has("recurring", 0, len(n.r)) && slices.ContainsFunc(u.plan, func(s *sentence) bool { return s.has("recurring", 0, len(s.r)) })) {
				continue
			}
			n.clauses = slices.Clone(n.clauses)
			for i := range n.clauses {
				if c := &n.clauses[i]; c.kind == mainClause {
					c.tense, c.permits, c.negated = planned, true, false
				}
			}
			n.promises = true
			linkAll(u, n)
			break
		}
	}
}

// sparesPayEn says whether a sentence tells that somebody need not pay: "No school need pay for a visit".
func (s *sentence) sparesPayEn() bool {
	for k := 1; k < len(s.words); k++ {
		if (s.words[k].text == "pay" || s.words[k].text == "charge" || s.words[k].text == "fee") && slices.ContainsFunc(s.words[max(0, k-6):k], func(x wordEn) bool {
			return x.text == "no" || x.text == "not" || x.text == "nobody" || x.text == "without" || x.text == "never"
		}) {
			return true
		}
	}
	return false
}

// presentEn says whether a sentence states in the present what is done, without denial, reason or word of the world.
func (s *sentence) presentEn() bool {
	if s.has("world", 0, len(s.r)) || s.has("world-state", 0, len(s.r)) || len(s.words) < 4 {
		return false
	}
	for _, c := range s.clauses {
		if c.kind == reasonClause || c.negated {
			return false
		}
	}
	for k, x := range s.words {
		if (x.text == "is" || x.text == "are") && !participleEn(textAt(s.words, k+1)) && !oddParticiplesEn[textAt(s.words, k+1)] && !lang.PastForm(textAt(s.words, k+1)) {
			return false
		}
	}
	return !slices.ContainsFunc(s.words, func(x wordEn) bool {
		return finiteEn[x.text] && x.text != "may" && x.text != "is" && x.text != "are" && !strings.HasPrefix(x.text, "remain") || howOftenEn[x.text] && !strings.HasSuffix(x.text, "s") && x.text != "now" && x.text != "still" && x.text != "also" || x.text == "more" || x.text == "fewer" || worldVerbsEn[x.text]
	})
}

// namesActEn says whether a sentence has the act of a commitment in any form.
func (u *unit) namesActEn(n *sentence) bool {
	return slices.ContainsFunc(u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.clauses, func(c clause) bool {
			return c.kind == mainClause && c.verb != "" && overlap(featuresEn([]rune(c.verb)), n.features, nil) > 0
		})
	})
}
