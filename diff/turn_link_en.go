package diff

import (
	"slices"

	"plandiff/lang"
)

// turnCuesEn are classes of cue words that tell what becomes of a measure, or one side of a turn alone: what they tell is in the turn.
var turnCuesEn = []string{"stop", "ended", "complete", "unlisted", "undecided", "merge", "move", "split", "goal", "widen", "limit", "replace", "postpone", "late", "regardless"}

// turnOf is the turn that a sentence as a whole may tell, read once.
func (s *sentence) turnOf() turn {
	if !s.turnRead {
		s.turn, s.turnRead = s.readTurnEn(), true
	}
	return s.turn
}

// phraseOf is the turn that a phrase of a sentence tells, read once.
func (s *sentence) phraseOf() turn {
	if !s.phraseRead {
		s.phrase, s.phraseRead = s.phraseTurnsEn(), true
	}
	return s.phrase
}

// turnsEn links a sentence of the next plan that only tells a turn, of all sentences the i-th. at is the commitment that it is most like, by how much best tells.
func (rd *reader) turnsEn(units []*unit, next []*sentence, i, at int, best float64) bool {
	if i == 0 || rd.lang.Code != "en" || next[i].turnOf().what == noTurn {
		return false
	}
	var like *unit
	if at >= 0 && best >= nextFloor {
		like = units[at]
	}
	return next[i].turnsUnit(units, next[i-1], like)
}

// turnsUnit gives a sentence that only tells a turn to the commitments that the sentence before it goes on with; false where it goes on with none. What is like another commitment, or
// like one of which nothing else is said, is that one's: its words are those of an act. From then on, what the sentence says of a part is no fate of the whole.
func (s *sentence) turnsUnit(units []*unit, before *sentence, like *unit) bool {
	if s.turnOf().what == noTurn || s.turn.of != "" && !before.hasStemEn(s.turn.of) {
		return false
	}
	if like != nil && !slices.Contains(like.next, before) {
		return false
	}
	took := false
	for _, u := range units {
		if len(u.plan) > 0 && slices.Contains(u.next, before) {
			link(&u.next, s)
			u.nextParts = append(u.nextParts, part{s, len(s.clauses) - 1})
			took = true
		}
	}
	if took {
		s.turns = true
		if s.turn.what == turnLater {
			s.dates = slices.Clone(s.dates)
			for i := range s.dates {
				s.dates[i].Deadline = true // this has been put back to 2029
			}
		}
		s.hits = slices.DeleteFunc(slices.Clone(s.hits), func(h hit) bool { return slices.Contains(turnCuesEn, h.cue) })
	}
	return took
}

// hasStemEn says whether a sentence has a word of the same stem.
func (s *sentence) hasStemEn(word string) bool {
	stem := lang.Stem(word)
	return slices.ContainsFunc(s.words, func(x wordEn) bool { return x.text == word || lang.Stem(x.text) == stem })
}

// turned finds that the next plan tells a turn of the commitment, of which the plan has nothing.
func (v *view) turned(what turning) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.plan) == 0 {
		return Evidence{}, false
	}
	for _, s := range v.u.next {
		t := s.turn
		if !s.turns || t.what != what {
			t = s.phraseOf()
		}
		if t.what != what || !s.turns && (!s.promises || v.retained() < 0.75 || v.knowsEn(s.r[t.start:t.end])) {
			continue
		}
		if slices.ContainsFunc(v.allPlan, func(p *sentence) bool { return p.turnOf().what == what || p.phraseOf().what == what }) {
			continue
		}
		return s.quote(t.start, t.end), true
	}
	return Evidence{}, false
}

// inTurnEn says whether a cue word stands in a phrase that turns the commitment otherwise.
func (f found) inTurnEn(what turning) bool {
	if f.s.words == nil {
		return false
	}
	t := f.s.phraseOf()
	return t.what > turnHow && t.what != what && f.h.start >= t.start && f.h.end <= t.end
}

// turnsBy says whether a phrase of the next plan turns the commitment, so that it is not the same in other words.
func (v *view) turnsBy() bool {
	return v.rd.lang.Code == "en" && slices.ContainsFunc(v.u.next, func(s *sentence) bool { return s.turns && s.turn.what > turnHow || s.phraseOf().what > turnHow })
}
