package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/review"
	"plandiff/schema"
)

// wish is what the page asks to write.
type wish struct {
	Do    string `json:"do"`    // judge, note, state or reply
	Item  string `json:"item"`  // id of the item
	ID    string `json:"id"`    // of the annotation; "" makes one (judge, note)
	Seen  string `json:"seen"`  // fingerprint of the annotation as the page saw it
	State string `json:"state"` // "" leaves it, or gives a new one the page's
	Text  string `json:"text"`  // the note, or the reply

	Disposition schema.Disposition `json:"disposition"`
	Progress    schema.Progress    `json:"progress"`
	Facts       []schema.Fact      `json:"facts"`

	Quote *quoted `json:"quote"` // the words meant; absent: leave them; exact "": the item as a whole
}

// quoted is a selection on the page. Start may be off by the mark before the text: the nearest place is taken.
type quoted struct {
	Column  schema.Column `json:"column"`
	Passage int           `json:"passage"`
	Start   int           `json:"start"`
	Exact   string        `json:"exact"`
}

// refusal is an answer that is no success.
type refusal struct {
	code int
	why  string
}

func (r *refusal) Error() string { return r.why }

// most is how much one request may hold: a note of some twenty thousand characters.
const most = 64 << 10

func (s *Server) save(w http.ResponseWriter, r *http.Request) {
	var want wish
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, "send application/json")
		return
	}
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, most))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&want); err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		refuse(w, http.StatusBadRequest, "more than one JSON value")
		return
	}
	ch := s.changes[want.Item]
	if ch == nil {
		refuse(w, http.StatusUnprocessableEntity, fmt.Sprintf("no item %q", want.Item))
		return
	}
	id, version := want.ID, ""
	// A page that goes away ends the waiting for the lock; what is being written is written whole.
	file, err := review.Update(r.Context(), s.options.File, func(d *review.Draft) error {
		var err error
		id, err = s.write(d, want, ch)
		version = fingerprint(d.Bytes())
		return err
	})
	var no *refusal
	switch {
	case errors.As(err, &no):
		refuse(w, no.code, no.why)
		return
	case err != nil:
		refuse(w, http.StatusConflict, err.Error())
		return
	}
	answer(w, http.StatusOK, struct {
		Saved string `json:"saved"` // id of the annotation
		current
	}{id, s.current(file, version)})
}

// write lays the wish over the file.
func (s *Server) write(d *review.Draft, want wish, ch *diff.Change) (id string, err error) {
	state := schema.State(want.State)
	if state != "" && !slices.Contains([]schema.State{schema.Draft, schema.Submitted, schema.Accepted, schema.Rejected}, state) {
		return "", &refusal{http.StatusUnprocessableEntity, fmt.Sprintf("no state %q", want.State)}
	}
	var a schema.Annotation
	if want.ID != "" {
		have := d.Find(want.ID)
		if have == nil || have.Item != want.Item || have.Edition != s.options.Comparison.Edition.ID {
			return "", &refusal{http.StatusConflict, fmt.Sprintf("annotation %s is gone from the file", want.ID)}
		}
		if review.Version(*have) != want.Seen {
			return "", &refusal{http.StatusConflict, fmt.Sprintf("annotation %s was changed meanwhile, on another page or by hand", want.ID)}
		}
		a = *have
	}
	switch want.Do {
	case "judge", "note":
		err = s.speak(d, &a, want, ch)
	case "state":
		if want.ID == "" || state == "" {
			err = &refusal{http.StatusUnprocessableEntity, "which annotation, and which state?"}
		}
	case "reply":
		if want.ID == "" || strings.TrimSpace(want.Text) == "" {
			err = &refusal{http.StatusUnprocessableEntity, "an empty reply"}
		}
		a.Replies = append(slices.Clone(a.Replies), schema.Reply{Reviewer: s.options.Reviewer, Date: s.options.Today(), Note: want.Text})
	default:
		err = &refusal{http.StatusUnprocessableEntity, fmt.Sprintf("do what? %q", want.Do)}
	}
	if err != nil {
		return "", err
	}
	if state != "" {
		a.State = state
	}
	if a.ID == "" {
		a.ID, err = d.Add(a)
	} else {
		err = d.Set(a)
	}
	if err == nil && a.State == schema.Accepted {
		_, err = review.Accept(d, a.ID)
	}
	return a.ID, err
}

// speak sets what the reviewer says: a verdict, or a note only.
func (s *Server) speak(d *review.Draft, a *schema.Annotation, want wish, ch *diff.Change) error {
	if a.ID != "" && a.Reviewer != s.options.Reviewer {
		return &refusal{http.StatusForbidden, fmt.Sprintf("annotation %s is %s's: reply to it, or judge the item yourself", a.ID, a.Reviewer)}
	}
	if a.ID == "" {
		*a = schema.Annotation{Edition: s.options.Comparison.Edition.ID, Item: ch.Item.ID, Reviewer: s.options.Reviewer, State: s.options.State}
	}
	a.Date, a.Note = s.options.Today(), want.Text
	if want.Do == "judge" {
		if a.ID == "" {
			for _, other := range d.Reviews.Annotations { // another page of the same reviewer was first
				if other.Edition == a.Edition && other.Item == a.Item && other.Reviewer == a.Reviewer && review.Judges(other, ch) {
					return &refusal{http.StatusConflict, fmt.Sprintf("you judged item %s already, on another page", ch.Item.ID)}
				}
			}
		}
		if !known(schema.Dispositions(), want.Disposition) || !known(schema.Progresses(), want.Progress) || slices.ContainsFunc(want.Facts, func(f schema.Fact) bool { return !known(schema.Facts(), f) }) {
			return &refusal{http.StatusUnprocessableEntity, "a verdict needs a disposition, a progress and facts of the vocabulary"}
		}
		facts := want.Facts
		if facts == nil {
			facts = []schema.Fact{}
		}
		a.Verdict = schema.Verdict{Disposition: want.Disposition, Progress: want.Progress, Facts: &facts}
		tool := review.Confirmed(ch)
		if tool.Disposition == want.Disposition && tool.Progress == want.Progress && slices.Equal(slices.Sorted(slices.Values(*tool.Facts)), slices.Sorted(slices.Values(facts))) {
			a.Verdict = tool
		}
		if a.State == schema.NeedsRecheck || a.State == schema.Rejected || a.State == schema.Superseded {
			a.State = s.options.State
		}
	}
	if want.Do == "note" && strings.TrimSpace(want.Text) == "" && !review.HasVerdict(*a) {
		return &refusal{http.StatusUnprocessableEntity, "an empty note"}
	}
	if want.Do == "judge" || !review.HasVerdict(*a) {
		a.Digest = ch.Digest // what is said now is said of the text as it stands
	}
	return requote(a, want.Quote, ch)
}

func known[T ~string](terms []schema.Term, id T) bool {
	return slices.ContainsFunc(terms, func(t schema.Term) bool { return t.ID == string(id) })
}

// requote anchors the words that were selected.
func requote(a *schema.Annotation, q *quoted, ch *diff.Change) error {
	if q == nil {
		if a.Quote != nil && a.Digest == ch.Digest { // judged again: the words may stand elsewhere now
			if anchor, err := review.Quote(ch.Item, a.Column, a.Quote.Exact, -1, a.Quote.Start); err == nil {
				a.Quote = anchor
			}
		}
		return nil
	}
	if strings.TrimSpace(q.Exact) == "" {
		a.Column, a.Quote = "", nil
		return nil
	}
	passages := ch.Item.Column(q.Column)
	if q.Passage < 0 || q.Passage >= len(passages) {
		return &refusal{http.StatusUnprocessableEntity, "no such passage"}
	}
	exact := strings.TrimSpace(q.Exact)
	if mark := passages[q.Passage].Mark; mark != "" && !strings.Contains(passages[q.Passage].Text, exact) {
		exact = strings.TrimSpace(strings.TrimPrefix(exact, mark))
	}
	anchor, err := review.Quote(ch.Item, q.Column, exact, q.Passage, q.Start)
	if err != nil {
		return &refusal{http.StatusUnprocessableEntity, err.Error()}
	}
	a.Column, a.Quote = q.Column, anchor
	return nil
}
