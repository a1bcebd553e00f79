package report

import (
	"fmt"

	"plandiff/diff"
	"plandiff/schema"
)

// Texts are the words of a report in one language. A test makes sure that no language leaves one out.
type Texts struct {
	Lang string

	PlanYear, NextPlanYear           string // with %d for the fiscal year
	Plan, Results, NextPlan          string // column heads
	Item, Items, Section, Sections   string
	Ministry, Ministries             string
	Disposition, Progress, Facts     string
	Flags, Confidence, RunnerUp      string
	Evidence, Commitment             string
	Commitments, History             string
	Summary, Count, Share, Total     string
	Shown, All, Filter, NoItems      string // Shown with %d of %d
	Silent, Empty, Repeated, Page    string
	MadeBy, Editions, Options, Title string
	ByDisposition, ByProgress        string
	ByMinistry, BySection, Flow      string
	FlowNote, YearsCarried, Years    string
	Search, Only, Any, Reset         string
	MinConfidence, SortBy            string
	SortUnclear, SortDocument        string
	SortConfidence                   string
	Changed, Unchanged, Details      string
	New, Old, Reason                 string // taisho heads
	NewMark, DropMark, Same, Omitted string // （新設）（削る）（同左）（略）
	Taisho, Timeline, Edition        string
	Relation, Score, Deadlines       string
	Targets, CameBack, Joined, Left  string
	Comma, SkipToItems, Permalink    string
	Bullet                           string
	Legend, Deleted, Inserted        string
	Quoted, Cut, NoLineage, None     string
	Thread, Threads, Link, First     string
	MergedWith                       string // with %s: items
	Unplaced                         string // with %d
	QuoteAltered, Was, Note          string
	AsTable, Rules, Stood, Document  string
	Person, Confirmed                string
	Verdicts                         string // with %d: items whose labels are people's
	reviewStates, states             map[string]string
	relations                        map[diff.Relation]string
}

// languages holds the words of each language a report can be written in.
var languages = []*Texts{
	{
		Lang: "ja", PlanYear: "%d年度計画", NextPlanYear: "%d年度計画", Plan: "前年度計画", Results: "取組の成果・進捗状況", NextPlan: "次年度計画",
		Item: "項番", Items: "項目", Section: "章節", Sections: "章節", Ministry: "担当", Ministries: "担当府省庁",
		Disposition: "変更区分", Progress: "進捗", Facts: "付記", Flags: "判定", Confidence: "確度", RunnerUp: "次点",
		Evidence: "根拠", Commitment: "取組", Commitments: "取組ごとの判定", History: "経緯",
		Summary: "概要", Count: "件数", Share: "割合", Total: "計", Shown: "%d 項目（全 %d 項目）", All: "すべて", Filter: "絞り込み", NoItems: "該当する項目はありません。",
		Silent: "記載なし", Empty: "（記載なし）", Repeated: "再掲", Page: "頁",
		MadeBy: "作成", Editions: "対象", Options: "設定", Title: "年次計画 変更報告",
		ByDisposition: "変更区分別", ByProgress: "進捗別", ByMinistry: "担当府省庁別", BySection: "章節別", Flow: "前年版から今年版への流れ",
		FlowNote: "線の太さは項目数。左は前年版の章節、右は今年版の章節。", YearsCarried: "継続年数別の項目数", Years: "%d 年",
		Search: "本文を検索", Only: "判定", Any: "指定なし", Reset: "解除", MinConfidence: "確度の下限", SortBy: "並び順",
		SortUnclear: "判定不能を先に", SortDocument: "文書の順", SortConfidence: "確度の低い順",
		Changed: "変更のある項目", Unchanged: "継続（変更の少ない項目）", Details: "本文と根拠",
		New: "新（%s）", Old: "旧（%s）", Reason: "変更区分・理由", NewMark: "（新設）", DropMark: "（削る）", Same: "（同左）", Omitted: "（略）",
		Taisho: "新旧対照表", Timeline: "項目の経年変化", Edition: "版", Relation: "関係", Score: "一致度", Deadlines: "期限", Targets: "数値目標",
		CameBack: "完了後に再び計画", Joined: "担当追加", Left: "担当削除", Comma: "、", Bullet: "・", SkipToItems: "項目へ移動", Permalink: "この項目へのリンク",
		Legend: "凡例", Deleted: "前年度計画だけにある", Inserted: "次年度計画だけにある", Quoted: "判定の根拠",
		Cut: "…（以下省略。全 %d 文字）", NoLineage: "経緯なし", None: "なし", Thread: "系統", Threads: "系統", Link: "対応", First: "初出", MergedWith: "%s と統合",
		Unplaced: "どの欄にも入らなかった文字列が %d 件あります。", QuoteAltered: "前年計画の書換え", Was: "前年版", Note: "備考", AsTable: "数値の表", Document: "表題", Rules: "判定の規則", Stood: "変わらない文言",
		Person: "人の判定", Verdicts: "確定した人の判定を優先（%d 項目）", Confirmed: "判定のとおり",
		reviewStates: map[string]string{"agrees": "一致", "differs": "不一致", "conflict": "判定が割れている", "stale": "本文が変わったため要再確認", "noted": "意見のみ"},
		states:       map[string]string{"draft": "下書き", "submitted": "提出", "accepted": "確定", "rejected": "却下", "superseded": "差替え済み", "needs-recheck": "要再確認", "orphaned": "対応項目なし"},
		relations:    map[diff.Relation]string{diff.SameItem: "同一", diff.SplitItem: "分割", diff.MergedItem: "統合", diff.NewItem: "新規", diff.DroppedItem: "消滅"},
	},
	{
		Lang: "en", PlanYear: "Plan for FY%d", NextPlanYear: "Plan for FY%d", Plan: "Plan", Results: "Reported results", NextPlan: "Next plan",
		Item: "Item", Items: "Items", Section: "Section", Sections: "Sections", Ministry: "Ministry", Ministries: "Ministries",
		Disposition: "Disposition", Progress: "Progress", Facts: "Facts", Flags: "Flags", Confidence: "Confidence", RunnerUp: "runner-up",
		Evidence: "Evidence", Commitment: "Commitment", Commitments: "Flags by commitment", History: "History",
		Summary: "Summary", Count: "Count", Share: "Share", Total: "Total", Shown: "%d of %d items", All: "All", Filter: "Filter", NoItems: "No item fits.",
		Silent: "says nothing", Empty: "(empty)", Repeated: "repeated", Page: "page",
		MadeBy: "Made by", Editions: "Editions", Options: "Options", Title: "Plan change report",
		ByDisposition: "By disposition", ByProgress: "By progress", ByMinistry: "By ministry", BySection: "By section", Flow: "From last year's items to this year's",
		FlowNote: "Width is the number of items. Left: sections of last year's edition; right: those of this year's.", YearsCarried: "Items by years carried over", Years: "%d years",
		Search: "Search the texts", Only: "Flag", Any: "any", Reset: "Clear", MinConfidence: "Confidence at least", SortBy: "Order",
		SortUnclear: "unclear first", SortDocument: "as in the document", SortConfidence: "least certain first",
		Changed: "Items that changed", Unchanged: "Carried over", Details: "Texts and evidence",
		New: "New (%s)", Old: "Old (%s)", Reason: "Change and reason", NewMark: "(new)", DropMark: "(deleted)", Same: "(same as left)", Omitted: "(omitted)",
		Taisho: "Comparison table of new and old", Timeline: "Items over the years", Edition: "Edition", Relation: "Relation", Score: "Score", Deadlines: "Deadlines", Targets: "Targets",
		CameBack: "planned again after completion", Joined: "joined", Left: "left", Comma: ", ", Bullet: "- ", SkipToItems: "Skip to the items", Permalink: "Link to this item",
		Legend: "Legend", Deleted: "only in the plan", Inserted: "only in the next plan", Quoted: "decided a flag",
		Cut: "… (cut here; %d characters in all)", NoLineage: "no history", None: "none", Thread: "Thread", Threads: "threads", Link: "Link", First: "first named", MergedWith: "merged with %s",
		Unplaced: "Pieces of text without a place in any column: %d", QuoteAltered: "Last year's plan altered", Was: "as it was", Note: "Note", AsTable: "As a table", Document: "Title", Rules: "Rules", Stood: "text unchanged",
		Person: "Reviewers", Verdicts: "accepted verdicts count before the tool's flags (items: %d)", Confirmed: "as flagged",
		reviewStates: map[string]string{"agrees": "agree", "differs": "differ", "conflict": "contradict each other", "stale": "text changed since: look again", "noted": "notes only"},
		states:       map[string]string{"draft": "draft", "submitted": "submitted", "accepted": "accepted", "rejected": "rejected", "superseded": "superseded", "needs-recheck": "needs recheck", "orphaned": "orphaned"},
		relations:    map[diff.Relation]string{diff.SameItem: "same", diff.SplitItem: "split", diff.MergedItem: "merged", diff.NewItem: "new", diff.DroppedItem: "dropped"},
	},
}

// textsFor returns the words of the language asked for, else of the edition's, else Japanese.
func textsFor(lang, editionLang string) *Texts {
	for _, want := range []string{lang, editionLang} {
		for _, t := range languages {
			if t.Lang == want {
				return t
			}
		}
	}
	return languages[0]
}

// quoted puts a quote in the language's quotation marks.
func (t *Texts) quoted(s string) string {
	if t.Lang == "ja" {
		return "「" + s + "」"
	}
	return " “" + s + "”"
}

// name is the name of a disposition, progress value or fact; an id that the vocabulary does not know names itself.
func (t *Texts) name(id string) string {
	for _, terms := range [][]schema.Term{schema.Dispositions(), schema.Progresses(), schema.Facts()} {
		for _, term := range terms {
			if term.ID == id {
				if t.Lang == "ja" {
					return term.Ja
				}
				return term.En
			}
		}
	}
	return id
}

// evidenceFor names what a piece of evidence speaks for.
func (t *Texts) evidenceFor(id string) string {
	switch id {
	case "progress":
		return t.Progress
	case "disposition":
		return t.Disposition
	}
	return t.name(id)
}

// heads are the heads of the three columns: with the fiscal year where the edition has it.
func (t *Texts) heads(y schema.Years) map[schema.Column]string {
	h := map[schema.Column]string{schema.Plan: t.Plan, schema.Results: t.Results, schema.NextPlan: t.NextPlan}
	if y.Plan != 0 {
		h[schema.Plan] = fmt.Sprintf(t.PlanYear, y.Plan)
	}
	if y.NextPlan != 0 {
		h[schema.NextPlan] = fmt.Sprintf(t.NextPlanYear, y.NextPlan)
	}
	return h
}
