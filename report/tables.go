package report

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// Table is one table of csv, jsonl and xlsx: a row of Tables.
type Table struct {
	Name    string // what --table takes; the sheet's id
	Ja, En  string // the sheet's name
	Doc     string
	Columns []Field
	rows    func(v *View) [][]any       // from a comparison
	threads func(l *diff.Lineage) []row // from a lineage, with or without a comparison; nil where rows is set
}

type row = []any

// Field is a column of a table. Its values are strings, ints, float64s, bools or dates (type date); nil is an empty cell.
type Field struct {
	Name   string // head in csv, key in jsonl
	Ja, En string // head in xlsx
	Doc    string
	Wide   bool // long text: a wide, wrapped column in xlsx

	Reviewed bool // only where reviews are given; such columns are the last of their table
}

// date is a day as YYYY-MM-DD: a real date in a workbook, the same letters in csv and jsonl.
type date string

// Tables lists the tables with their columns: the one place that says what they hold. docs/formats.md is made from it.
var Tables = []Table{
	{Name: "items", Ja: "項目", En: "Items", Doc: "one row per item", rows: itemRows, Columns: []Field{
		{Name: "edition", Ja: "版", En: "Edition", Doc: "id of the edition"},
		{Name: "item", Ja: "項目ID", En: "Item", Doc: "id of the item, unique in the edition"},
		{Name: "section", Ja: "章節", En: "Section", Doc: "id of its section"},
		{Name: "section_title", Ja: "章節名", En: "Section title", Doc: "title of its section"},
		{Name: "label", Ja: "項番", En: "Label", Doc: "label as printed"},
		{Name: "title", Ja: "施策名", En: "Title", Doc: "title, where the document has one"},
		{Name: "ministries", Ja: "担当府省庁", En: "Ministries", Doc: "joined with 、 (en: comma)"},
		{Name: "progress", Ja: "進捗ID", En: "Progress id", Doc: "id of the progress value"},
		{Name: "progress_name", Ja: "進捗", En: "Progress", Doc: "its name in the report's language"},
		{Name: "disposition", Ja: "変更区分ID", En: "Disposition id", Doc: "id of the disposition"},
		{Name: "disposition_name", Ja: "変更区分", En: "Disposition", Doc: "its name in the report's language"},
		{Name: "facts", Ja: "付記ID", En: "Facts", Doc: "ids of the facts, joined with a blank"},
		{Name: "confidence", Ja: "確度", En: "Confidence", Doc: "0 to 1"},
		{Name: "runner_up", Ja: "次点", En: "Runner-up", Doc: "id of the next likely disposition"},
		{Name: "commitments", Ja: "取組数", En: "Commitments", Doc: "number of commitments"},
		{Name: "page", Ja: "頁", En: "Page", Doc: "page of the source document, from 1"},
		{Name: "plan", Ja: "前年度計画", En: "Plan", Doc: "text, one line per paragraph", Wide: true},
		{Name: "results", Ja: "成果・進捗状況", En: "Results", Doc: "text", Wide: true},
		{Name: "next_plan", Ja: "次年度計画", En: "Next plan", Doc: "text", Wide: true},
		{Name: "evidence", Ja: "根拠", En: "Evidence", Doc: "rule and quote of each piece, one per line", Wide: true},
		{Name: "review", Ja: "人の判定", En: "Review", Doc: "what reviewers say, with reviews: agrees, differs, conflict, stale, noted; empty where nobody said anything"},
		{Name: "review_disposition", Ja: "変更区分ID（人）", En: "Disposition id (review)", Doc: "id that reviewers gave"},
		{Name: "review_progress", Ja: "進捗ID（人）", En: "Progress id (review)", Doc: "id that reviewers gave"},
		{Name: "review_facts", Ja: "付記ID（人）", En: "Facts (review)", Doc: "ids that reviewers gave, joined with a blank"},
		{Name: "review_notes", Ja: "意見", En: "Review notes", Doc: "one per line: reviewer, date, state, verdict, note", Wide: true},
		{Name: "reviewers", Ja: "確認者", En: "Reviewers", Doc: "whose accepted verdicts count for the item, joined; empty: the tool's labels count", Reviewed: true},
		{Name: "tool_progress", Ja: "進捗ID（ツール）", En: "Progress id (tool)", Doc: "id that the tool gave", Reviewed: true},
		{Name: "tool_disposition", Ja: "変更区分ID（ツール）", En: "Disposition id (tool)", Doc: "id that the tool gave", Reviewed: true},
		{Name: "tool_facts", Ja: "付記ID（ツール）", En: "Facts (tool)", Doc: "ids that the tool gave, joined with a blank", Reviewed: true},
	}},
	{Name: "commitments", Ja: "取組", En: "Commitments", Doc: "one row per commitment", rows: commitmentRows, Columns: []Field{
		{Name: "edition", Ja: "版", En: "Edition", Doc: "id of the edition"},
		{Name: "item", Ja: "項目ID", En: "Item", Doc: "id of its item"},
		{Name: "number", Ja: "番号", En: "No.", Doc: "from 1 in the item"},
		{Name: "progress", Ja: "進捗ID", En: "Progress id", Doc: "id of the progress value"},
		{Name: "disposition", Ja: "変更区分ID", En: "Disposition id", Doc: "id of the disposition"},
		{Name: "disposition_name", Ja: "変更区分", En: "Disposition", Doc: "its name in the report's language"},
		{Name: "facts", Ja: "付記ID", En: "Facts", Doc: "ids of the facts, joined with a blank"},
		{Name: "confidence", Ja: "確度", En: "Confidence", Doc: "0 to 1"},
		{Name: "runner_up", Ja: "次点", En: "Runner-up", Doc: "id of the next likely disposition"},
		{Name: "plan", Ja: "前年度計画", En: "Plan", Doc: "its sentences in the plan", Wide: true},
		{Name: "results", Ja: "成果・進捗状況", En: "Results", Doc: "its sentences in the results", Wide: true},
		{Name: "next_plan", Ja: "次年度計画", En: "Next plan", Doc: "its sentences in the next plan", Wide: true},
		{Name: "reviewers", Ja: "確認者", En: "Reviewers", Doc: "whose accepted verdicts count for the item; those are of the item, and of the commitment where it is the only one", Reviewed: true},
		{Name: "item_progress", Ja: "進捗ID（項目）", En: "Progress id (item)", Doc: "id that counts for the item", Reviewed: true},
		{Name: "item_disposition", Ja: "変更区分ID（項目）", En: "Disposition id (item)", Doc: "id that counts for the item", Reviewed: true},
		{Name: "tool_progress", Ja: "進捗ID（ツール）", En: "Progress id (tool)", Doc: "id that the tool gave the commitment", Reviewed: true},
		{Name: "tool_disposition", Ja: "変更区分ID（ツール）", En: "Disposition id (tool)", Doc: "id that the tool gave the commitment", Reviewed: true},
	}},
	{Name: "facts", Ja: "付記", En: "Facts", Doc: "one row per fact and quote that shows it; targets as numbers, deadlines as dates", rows: factRows, Columns: []Field{
		{Name: "edition", Ja: "版", En: "Edition", Doc: "id of the edition"},
		{Name: "item", Ja: "項目ID", En: "Item", Doc: "id of the item"},
		{Name: "ministries", Ja: "担当府省庁", En: "Ministries", Doc: "joined"},
		{Name: "fact", Ja: "付記ID", En: "Fact id", Doc: "id of the fact"},
		{Name: "fact_name", Ja: "付記", En: "Fact", Doc: "its name in the report's language"},
		{Name: "column", Ja: "欄", En: "Column", Doc: "plan, results or next_plan: where the quote stands"},
		{Name: "quote", Ja: "引用", En: "Quote", Doc: "as printed", Wide: true},
		{Name: "number", Ja: "数値", En: "Number", Doc: "target facts: the number in the quote"},
		{Name: "unit", Ja: "単位", En: "Unit", Doc: "target facts: its unit"},
		{Name: "date", Ja: "期日", En: "Date", Doc: "deadline facts: the last day of the day, month or (fiscal) year in the quote"},
		{Name: "rule", Ja: "規則", En: "Rule", Doc: "id of the rule that found it"},
		{Name: "reviewers", Ja: "確認者", En: "Reviewers", Doc: "who gave a fact that the tool does not see; empty: the tool's", Reviewed: true},
	}},
	{Name: "ministries", Ja: "担当府省庁別", En: "Ministries", Doc: "one row per item and ministry, ready for a pivot table of ministries by dispositions", rows: ministryRows, Columns: []Field{
		{Name: "ministry", Ja: "担当府省庁", En: "Ministry", Doc: "one of the item's ministries"},
		{Name: "disposition", Ja: "変更区分", En: "Disposition", Doc: "name in the report's language"},
		{Name: "progress", Ja: "進捗", En: "Progress", Doc: "name in the report's language"},
		{Name: "section", Ja: "章節", En: "Section", Doc: "id of the item's section"},
		{Name: "item", Ja: "項目ID", En: "Item", Doc: "id of the item"},
		{Name: "items", Ja: "件数", En: "Items", Doc: "always 1, to be summed"},
		{Name: "share", Ja: "按分", En: "Share", Doc: "1 divided by the number of the item's ministries: sums to the number of items"},
		{Name: "reviewers", Ja: "確認者", En: "Reviewers", Doc: "whose accepted verdicts count for the item", Reviewed: true},
		{Name: "tool_disposition", Ja: "変更区分（ツール）", En: "Disposition (tool)", Doc: "name of the tool's", Reviewed: true},
		{Name: "tool_progress", Ja: "進捗（ツール）", En: "Progress (tool)", Doc: "name of the tool's", Reviewed: true},
	}},
	{Name: "lineage", Ja: "経緯", En: "Lineage", Doc: "one row per thread and edition", threads: lineageRows, Columns: []Field{
		{Name: "thread", Ja: "系統", En: "Thread", Doc: "id of the thread: edition and item of its first stop"},
		{Name: "edition", Ja: "版", En: "Edition", Doc: "id of the edition"},
		{Name: "items", Ja: "項目ID", En: "Items", Doc: "ids of the items there, joined with a blank"},
		{Name: "relation", Ja: "関係", En: "Relation", Doc: "how it came there from the edition before: same, split, merged, new, dropped; empty at the start"},
		{Name: "score", Ja: "一致度", En: "Score", Doc: "of the link, 0 to 1"},
		{Name: "runner_up", Ja: "次点", En: "Runner-up", Doc: "item that came next to being the link's end"},
		{Name: "disposition", Ja: "変更区分ID", En: "Disposition id", Doc: "id of the step's disposition"},
		{Name: "facts", Ja: "付記ID", En: "Facts", Doc: "ids of the step's facts, joined with a blank"},
		{Name: "carried_over_years", Ja: "継続年数", En: "Years carried over", Doc: "of the thread, up to the newest edition"},
		{Name: "unchanged", Ja: "不変の割合", En: "Unchanged", Doc: "of the thread: share of the text that stood unchanged, 0 to 1"},
		{Name: "came_back", Ja: "再計画", En: "Came back", Doc: "of the thread: planned again after completion"},
		{Name: "tool_disposition", Ja: "変更区分ID（ツール）", En: "Disposition id (tool)", Doc: "of the step: id that the tool gave, where an accepted verdict gives the disposition; else empty"},
		{Name: "reviewers", Ja: "確認者", En: "Reviewers", Doc: "of the step: who overruled the tool"},
		{Name: "merged_with", Ja: "統合の相手", En: "Merged with", Doc: "of a step that merges: the other items of the edition before that came together here, joined with a blank"},
	}},
	{Name: "moments", Ja: "期限と数値目標", En: "Deadlines and targets", Doc: "one row per deadline or target that a thread names in an edition", threads: momentRows, Columns: []Field{
		{Name: "thread", Ja: "系統", En: "Thread", Doc: "id of the thread"},
		{Name: "kind", Ja: "種別", En: "Kind", Doc: "deadline or target"},
		{Name: "edition", Ja: "版", En: "Edition", Doc: "id of the edition that names it"},
		{Name: "item", Ja: "項目ID", En: "Item", Doc: "id of the item that names it"},
		{Name: "value", Ja: "値", En: "Value", Doc: "normalised: 2025-03, 100 件"},
		{Name: "number", Ja: "数値", En: "Number", Doc: "targets: the number"},
		{Name: "unit", Ja: "単位", En: "Unit", Doc: "targets: the unit"},
		{Name: "date", Ja: "期日", En: "Date", Doc: "deadlines: the last day of the day, month or (fiscal) year"},
		{Name: "quote", Ja: "引用", En: "Quote", Doc: "as printed", Wide: true},
	}},
}

func tableNames() []string {
	names := make([]string, 0, len(Tables))
	for _, t := range Tables {
		names = append(names, t.Name)
	}
	return names
}

// threadTables are the names of those that a lineage alone has.
func threadTables() []string {
	var names []string
	for _, t := range Tables {
		if t.threads != nil {
			names = append(names, t.Name)
		}
	}
	return names
}

// sheet is a table filled.
type sheet struct {
	Table
	rows []row
}

// sheets fills the tables that the input has rows for: of a comparison all of its tables and those of its lineage, of a
// lineage alone its own. name picks one.
func sheets(in Input, o Options, name string) ([]sheet, *Texts, error) {
	var v *View
	var err error
	t, lineage := textsFor(o.Lang, ""), in.Lineage
	if in.Comparison != nil {
		if v, err = NewView(in, o); err != nil {
			return nil, nil, err
		}
		t, lineage = v.T, in.Comparison.Lineage
	} else if lineage == nil {
		return nil, nil, errNothing
	}
	if v != nil {
		lineage = v.threads(lineage)
	} else if lineage, err = o.Filter.threads(lineage); err != nil {
		return nil, nil, err
	}
	var out []sheet
	for _, table := range Tables {
		if name != "" && table.Name != name {
			continue
		}
		s := sheet{Table: table}
		if v == nil || !v.reviewed {
			s.Columns = slices.DeleteFunc(slices.Clone(table.Columns), func(f Field) bool { return f.Reviewed })
		}
		switch {
		case table.rows != nil && v != nil:
			s.rows = table.rows(v)
		case table.threads != nil && lineage != nil:
			s.rows = table.threads(lineage)
		case name == "": // a table that this input has nothing for
			continue
		case v != nil:
			return nil, nil, fmt.Errorf("table %q is of items over the years: give the older edition too (plandiff diff OLD EDITION), or use plandiff history", name)
		default:
			return nil, nil, fmt.Errorf("table %q is of a comparison, and this is a lineage: have %s", name, strings.Join(threadTables(), ", "))
		}
		out = append(out, s)
	}
	return out, t, nil
}

// also adds the cells of the columns that only a report with reviews has.
func (v *View) also(r row, cells ...any) row {
	if v.reviewed {
		r = append(r, cells...)
	}
	return r
}

func itemRows(v *View) []row {
	var rows []row
	for c := range v.Full() {
		item := c.Change.Item
		var title string
		if c.Section != nil {
			title = c.Section.Title
		}
		var evidence []string
		for _, r := range c.Reasons {
			for _, claim := range r.Claims {
				evidence = append(evidence, r.Line(v.T, claim))
			}
		}
		r := row{v.Edition.ID, item.ID, c.Change.Section, title, item.Label, item.Title, c.Ministries(v.T),
			c.Progress.ID, c.Progress.Name, c.Disposition.ID, c.Disposition.Name, c.factIDs(), c.Change.Confidence,
			string(c.Change.RunnerUp), len(c.Change.Commitments), number(item.At.Page),
			c.Cell(schema.Plan).Text(), c.Cell(schema.Results).Text(), c.Cell(schema.NextPlan).Text(), strings.Join(evidence, "\n")}
		r = append(r, c.Review.cells(c.judgement)...)
		rows = append(rows, v.also(r, c.reviewers(v.T), string(c.Change.Progress), string(c.Change.Disposition), factIDs(c.Change.Facts)))
	}
	return rows
}

func commitmentRows(v *View) []row {
	var rows []row
	for _, c := range v.Cards {
		for i := range c.Change.Commitments {
			m := &c.Change.Commitments[i]
			progress, disposition, facts := string(m.Progress), string(m.Disposition), factIDs(m.Facts)
			if len(c.Change.Commitments) == 1 && c.judgement.Judged() { // what is said of the item is said of its only commitment
				progress, disposition, facts = c.Progress.ID, c.Disposition.ID, c.factIDs()
			}
			rows = append(rows, v.also(row{v.Edition.ID, c.Change.Item.ID, i + 1, progress, disposition, v.T.name(disposition),
				facts, m.Confidence, string(m.RunnerUp), sentences(m.Plan), sentences(m.Results), sentences(m.NextPlan)},
				c.reviewers(v.T), c.Progress.ID, c.Disposition.ID, string(m.Progress), string(m.Disposition)))
		}
	}
	return rows
}

func factRows(v *View) []row {
	var rows []row
	for c := range v.Full() {
		for _, f := range c.Facts {
			base := row{v.Edition.ID, c.Change.Item.ID, c.Ministries(v.T), f.ID, f.Name}
			shown := false
			for _, r := range c.why(f.ID) {
				shown = true
				n, unit, day := factValue(f.ID, r.Quote)
				for _, claim := range r.Claims {
					rows = append(rows, v.also(append(slices.Clone(base), string(r.Column), r.Quote, n, unit, day, claim.Rule), c.factBy(f.ID)))
				}
			}
			if !shown {
				rows = append(rows, v.also(append(base, "", "", nil, "", nil, ""), c.factBy(f.ID)))
			}
		}
	}
	return rows
}

func ministryRows(v *View) []row {
	var rows []row
	for _, c := range v.Cards {
		ministries := c.Change.Item.Ministries
		for _, m := range ministries {
			rows = append(rows, v.also(row{m, c.Disposition.Name, c.Progress.Name, c.Change.Section, c.Change.Item.ID, 1, 1 / float64(len(ministries))},
				c.reviewers(v.T), v.T.name(string(c.Change.Disposition)), v.T.name(string(c.Change.Progress))))
		}
	}
	return rows
}

func lineageRows(l *diff.Lineage) []row {
	var rows []row
	met := meetings(l)
	for i := range l.Threads {
		th := &l.Threads[i]
		for _, s := range newHistory(th, met).Stops {
			r := row{th.ID, s.Edition, strings.ReplaceAll(s.Items, ", ", " "), "", nil, "", "", ""}
			tool, by := "", ""
			if s.Step != nil {
				tool, by = string(s.Step.Tool), strings.Join(s.Step.By, " ")
				r = row{th.ID, s.Edition, strings.ReplaceAll(s.Items, ", ", " "), string(s.Step.Relation), s.Step.Score, s.Step.RunnerUp,
					string(s.Step.Disposition), factIDs(s.Step.Facts)}
			}
			rows = append(rows, append(r, th.CarriedOverYears, th.Unchanged, th.CameBack, tool, by, strings.Join(s.With, " ")))
		}
	}
	return rows
}

func momentRows(l *diff.Lineage) []row {
	var rows []row
	for i := range l.Threads {
		th := &l.Threads[i]
		for _, m := range th.Deadlines {
			rows = append(rows, row{th.ID, "deadline", m.Edition, m.Item, m.Value, nil, "", day(m.Value), m.Quote})
		}
		for _, m := range th.Targets {
			n, unit := quantity(m.Value)
			rows = append(rows, row{th.ID, "target", m.Edition, m.Item, m.Value, n, unit, nil, m.Quote})
		}
	}
	return rows
}

func sentences(list []diff.Sentence) string {
	texts := make([]string, 0, len(list))
	for _, s := range list {
		texts = append(texts, s.Text)
	}
	return strings.Join(texts, "\n")
}

// factIDs are the ids of the facts that count.
func (c *Card) factIDs() string {
	ids := make([]string, 0, len(c.Facts))
	for _, f := range c.Facts {
		ids = append(ids, f.ID)
	}
	return strings.Join(ids, " ")
}

func factIDs(facts []schema.Fact) string {
	ids := make([]string, 0, len(facts))
	for _, f := range facts {
		ids = append(ids, string(f))
	}
	return strings.Join(ids, " ")
}

// number is n, or an empty cell for 0.
func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
