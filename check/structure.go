package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/schema"
)

// structureRules look at ids, labels and headings: what schema.Validate finds, and nothing of the texts.
var structureRules = []Rule{
	{ID: "edition-incomplete", Group: "structure", Level: Error, find: problems, Waiver: "What is there too much, loading rejects.",
		Doc:    "The edition has no id or no items, or a language, stage or date that plandiff does not know.",
		Remedy: "Fill the head of the file in: plandiff schema edition shows the form."},
	{ID: "section-twice", Group: "structure", Level: Error, find: problems, Waiver: "A heading that is missing shows in its items: label-order, id-mismatch.",
		Doc:    "Two headings have one id, so that what is said of one may be meant for the other.",
		Remedy: "Give the second one the id with ~2."},
	{ID: "parent-unknown", Group: "structure", Level: Error, find: problems, Waiver: "A heading without children is an ordinary heading.",
		Doc:    "A heading names a parent that does not stand above it.",
		Remedy: "Correct parent, or move the heading."},
	{ID: "label-missing", Group: "structure", Level: Error, find: problems, Mirror: "label-twice",
		Doc:    "An item has no label (項番), so that no one can quote it.",
		Remedy: "Look the label up in the document, or join the item to the one that it continues."},
	{ID: "label-twice", Group: "structure", Level: Error, find: problems, Mirror: "label-missing",
		Doc:    "One label stands twice under one heading.",
		Remedy: "Correct the label; labels count on through ①-blocks and restart under the other headings."},
	{ID: "label-order", Group: "structure", Level: Error, find: problems, Mirror: "label-gap",
		Doc:    "A label comes after one that should follow it: items changed places, or a label is wrong.",
		Remedy: "Put the items in the order of their labels, or correct the label."},
	{ID: "label-gap", Group: "structure", Level: Warning, find: problems, Mirror: "label-order",
		Doc:    "Labels are left out between two that follow each other: an item may have been lost. アイウ order, ヲ may be left out.",
		Remedy: "Look for the item between the two, or renumber."},
	{ID: "id-missing", Group: "structure", Level: Error, find: problems, Mirror: "id-twice",
		Doc:    "An item has no id.",
		Remedy: "Write the id of its section, a slash and its label."},
	{ID: "id-twice", Group: "structure", Level: Error, find: problems, Mirror: "id-missing",
		Doc:    "Two items have one id, so that links and reviews may go to the wrong one.",
		Remedy: "Correct the id to that of its section and label."},
	{ID: "id-mismatch", Group: "structure", Level: Warning, find: problems, Waiver: "It looks at id and label together, both ways.",
		Doc:    "An item's id is not that of its section and label: one of them was changed without the other.",
		Remedy: "Make both say the same."},
	{ID: "item-empty", Group: "structure", Level: Error, find: problems, Waiver: "A full item is what there should be.",
		Doc:    "An item has neither plan nor results nor next plan.",
		Remedy: "Fill it in from the document, or take it out."},
	{ID: "unplaced", Group: "structure", Level: Warning, find: problems, Waiver: "Placed text is what there should be.",
		Doc:    "Text of the document that no cell, heading or furniture took: it may be part of an item.",
		Remedy: "Move it to where it belongs, or delete it from unplaced."},
}

// problems reports what schema.Validate finds under the same id.
func problems(r *run) {
	for _, p := range r.problemsOf(r.rule) {
		at := place{pos: p.Pos, page: p.Page, section: p.Section}
		value := p.Value
		for _, e := range r.items {
			if p.Item != "" && e.item.ID == p.Item && e.item.Pos == itemPos(p, e) {
				at = r.atItem(e)
			}
		}
		switch {
		case strings.HasPrefix(p.Rule, "label-"):
			at = r.atWord(at, "label", p.Value)
		case p.Rule == "unplaced":
			value = r.textValue(p.Value)
		case p.Rule == "edition-incomplete" || p.Rule == "years-contradict":
			head := r.atHead()
			at.pos = head.pos
		}
		message := p.Message
		if !strings.Contains(message, ": ") {
			message += ": " + lower(r.remedy)
		}
		r.add(at, []string{string(p.Column), value}, "%s", message)
	}
}

// itemPos is where the item of a problem stands: that of the problem itself, but for a problem of a passage.
func itemPos(p schema.Problem, e *entry) schema.Pos {
	if p.Column != "" {
		return e.item.Pos
	}
	return p.Pos
}

func (r *run) problemsOf(rule string) []schema.Problem {
	if r.checked == nil {
		r.checked = map[string][]schema.Problem{}
		for _, p := range schema.Validate(r.in.Edition) {
			r.checked[p.Rule] = append(r.checked[p.Rule], p)
		}
	}
	return r.checked[rule]
}

// lower begins a sentence in the middle of another, without its full stop.
func lower(s string) string {
	c, size := utf8.DecodeRuneInString(s)
	return strings.TrimSuffix(string(unicode.ToLower(c))+s[size:], ".")
}

// cellRules look at what stands in the three columns.
var cellRules = []Rule{
	{ID: "plan-missing", Group: "structure", Level: Error, find: planMissing, Mirror: "next-plan-missing",
		Doc:    "An item reports results and has no plan that they are results of. An item with nothing but a next plan is new, and no finding; nor is an edition that reprints no plans at all.",
		Remedy: "Reprint last year's plan, or move the text to its column."},
	{ID: "results-missing", Group: "structure", Level: Error, find: resultsMissing, Waiver: "Results without a plan: plan-missing.",
		Doc:    "An item has a plan and no results. Silent where no item of the edition has any: the document has no such column.",
		Remedy: "Ask the ministry for its report, or accept the finding with a reason."},
	{ID: "next-plan-missing", Group: "structure", Level: Error, find: nextPlanMissing, Mirror: "plan-missing",
		Doc:    "An item has no next plan, and no word says that it is completed, ended, given up, merged, split or moved.",
		Remedy: "Add the next plan, or say in the results why there is none."},
	{ID: "cell-empty", Group: "structure", Level: Error, find: cellEmpty, Mirror: "mark-alone",
		Doc:    "A passage has no text.",
		Remedy: "Fill it in, or take the passage out."},
	{ID: "mark-alone", Group: "structure", Level: Error, find: markAlone, Mirror: "cell-empty",
		Doc:    "A marker (・ ① [総務省] <成果・進捗状況>) stands without a text.",
		Remedy: "Add the text behind the marker, or take the marker out."},
	{ID: "cell-cut", Group: "structure", Level: Warning, find: cellCut, Waiver: "It looks at both ends.",
		Doc:    "A passage breaks off: it ends without a full stop where nearly all passages of the edition have one, ends in a comma or an open bracket, or starts with what only stands inside a sentence.",
		Remedy: "Complete it from the document: the rest may stand in the next passage, on the next page, or among the unplaced text."},
	{ID: "repeated-missing", Group: "structure", Level: Warning, find: repeated, Mirror: "repeated-differs",
		Doc:    "An item is marked as printed elsewhere too (再掲), and no other item has its text.",
		Remedy: "Add the original, or take the mark away."},
	{ID: "repeated-differs", Group: "structure", Level: Warning, find: repeated, Mirror: "repeated-missing",
		Doc:    "An item marked as printed elsewhere too (再掲) says something else than its original.",
		Remedy: "Make both say the same."},
}

func planMissing(r *run) {
	if len(r.items) > 1 && !slices.ContainsFunc(r.items, func(e *entry) bool { return len(e.item.Plan) > 0 }) {
		return // the document has no such column
	}
	for _, e := range r.items {
		if len(e.item.Plan) == 0 && len(e.item.Results) > 0 {
			r.add(r.atItem(e), nil, "item %s has results and no plan that they report on: reprint last year's plan, or move the text to its column", e.item.ID)
		}
	}
}

func resultsMissing(r *run) {
	planned, reported := 0, 0
	for _, e := range r.items {
		if len(e.item.Plan) > 0 {
			planned++
			if len(e.item.Results) > 0 {
				reported++
			}
		}
	}
	if reported == 0 && planned > 1 {
		return // the document has no such column
	}
	for _, e := range r.items {
		if len(e.item.Plan) > 0 && len(e.item.Results) == 0 {
			r.add(r.atItem(e), nil, "item %s has a plan and no results: say what was done, or why nothing was", e.item.ID)
		}
	}
}

// spoken are the dispositions by which a text says itself why nothing follows.
var spoken = map[schema.Disposition]bool{schema.Completed: true, schema.Ended: true, schema.Discontinued: true, schema.Merged: true, schema.Split: true, schema.Moved: true}

func nextPlanMissing(r *run) {
	next := 0
	for _, e := range r.items {
		if len(e.item.NextPlan) > 0 {
			next++
		}
	}
	if next == 0 && len(r.items) > 1 {
		return // the document has no such column
	}
	for _, e := range r.items {
		if len(e.item.NextPlan) > 0 || len(e.item.Plan)+len(e.item.Results) == 0 || spoken[e.disposition()] {
			continue
		}
		r.add(r.atItem(e), nil, "item %s has no next plan, and nothing says that it is finished: add the plan, or say why there is none", e.item.ID)
	}
}

// eachPassage visits every passage in the order of the document.
func (r *run) eachPassage(visit func(e *entry, c schema.Column, i int, p schema.Passage)) {
	for _, e := range r.items {
		for _, c := range schema.Columns() {
			for i, p := range e.item.Column(c) {
				visit(e, c, i, p)
			}
		}
	}
}

func cellEmpty(r *run) {
	r.eachPassage(func(e *entry, c schema.Column, i int, p schema.Passage) {
		if p.Mark == "" && len(p.By) == 0 && strings.TrimSpace(p.Text) == "" {
			r.add(r.atPassage(e, c, i), []string{string(c)}, "passage %d of %s of item %s is empty: fill it in, or take it out", i+1, columnName(c), e.item.ID)
		}
	})
}

func markAlone(r *run) {
	r.eachPassage(func(e *entry, c schema.Column, i int, p schema.Passage) {
		mark := strings.TrimSpace(p.Text)
		switch {
		case mark == "" && p.Mark != "":
			mark = p.Mark
		case mark == "" && len(p.By) > 0:
			mark = "[" + strings.Join(p.By, ", ") + "]"
		case mark == "" || !onlyMarks(mark):
			return
		}
		r.add(r.atPassage(e, c, i), []string{string(c), mark}, "the marker %s stands without a text in %s of item %s: add the text, or take the marker out", mark, columnName(c), e.item.ID)
	})
}

// listNumber is the number of a list that stands alone: (1), ２．, (ア).
var listNumber = regexp.MustCompile(`^[（(]?(?:[0-9０-９]{1,2}|[ア-ン])[）)]$|^[0-9０-９]{1,2}[.．]$`)

// onlyMarks says whether a text is nothing but markers: bullets, a list number, or one bracketed head.
func onlyMarks(s string) bool {
	if !strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return true
	}
	rs := []rune(s)
	if len(rs) > longestMark {
		return false
	}
	for _, pair := range []string{"[]", "［］", "【】", "<>", "＜＞", "〔〕"} {
		p := []rune(pair)
		if rs[0] == p[0] && rs[len(rs)-1] == p[1] && strings.Count(s, string(p[0])) == 1 {
			return true
		}
	}
	return listNumber.MatchString(s)
}

// longestMark is how many characters a bracketed head may have.
const longestMark = 30

// columnName is how messages call a column.
func columnName(c schema.Column) string {
	if c == schema.NextPlan {
		return "the next plan"
	}
	return fmt.Sprintf("the %s", c)
}
