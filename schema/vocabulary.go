package schema

// Progress says what the results report of the plan (axis A of docs/taxonomy.md).
type Progress string

// Disposition says what becomes of a commitment in the next plan (axis B).
type Disposition string

// Fact is a further observation that stands beside progress and disposition (axis C).
type Fact string

// Term is one word of the vocabulary: its machine id, its names and its meaning.
type Term struct {
	ID, Ja, En, Meaning string
}

// Progress values.
const (
	Done          Progress = "done"
	PartlyDone    Progress = "partly-done"
	UnderWay      Progress = "under-way"
	NotDone       Progress = "not-done"
	NotReported   Progress = "not-reported"
	NotApplicable Progress = "not-applicable"
)

// Disposition values.
const (
	CarriedOver  Disposition = "carried-over"
	Expanded     Disposition = "expanded"
	Narrowed     Disposition = "narrowed"
	Revised      Disposition = "revised"
	Postponed    Disposition = "postponed"
	Completed    Disposition = "completed"
	Ended        Disposition = "ended"
	Discontinued Disposition = "discontinued"
	Merged       Disposition = "merged"
	Split        Disposition = "split"
	Moved        Disposition = "moved"
	New          Disposition = "new"
	Dropped      Disposition = "dropped"
	Unclear      Disposition = "unclear"
)

// Fact values.
const (
	Verbatim        Fact = "verbatim"
	PartlyCompleted Fact = "partly-completed"
	Repeated        Fact = "repeated"
	TargetAdded     Fact = "target-added"
	TargetRaised    Fact = "target-raised"
	TargetLowered   Fact = "target-lowered"
	TargetRemoved   Fact = "target-removed"
	DeadlineAdded   Fact = "deadline-added"
	DeadlineLater   Fact = "deadline-later"
	DeadlineEarlier Fact = "deadline-earlier"
	DeadlineRemoved Fact = "deadline-removed"
	MinistryAdded   Fact = "ministry-added"
	MinistryRemoved Fact = "ministry-removed"
	StageForward    Fact = "stage-forward"
	StageBack       Fact = "stage-back"
	Renumbered      Fact = "renumbered"
	Relocated       Fact = "relocated"
	QuoteAltered    Fact = "quote-altered"
)

// Progresses, Dispositions and Facts list the vocabulary in the order in which reports show it.
// The meanings are those of docs/taxonomy.md.
func Progresses() []Term {
	return []Term{
		{string(Done), "措置済", "Done", "the planned act is reported as carried out"},
		{string(PartlyDone), "一部措置済", "Partly done", "part of the planned act, or some of the item's commitments, are reported as carried out"},
		{string(UnderWay), "検討中・実施中", "Under way", "reported as being prepared, studied or in the course of being done; no planned end state reached"},
		{string(NotDone), "未措置", "Not done", "the results say that it was not done, was put off or called off"},
		{string(NotReported), "記載なし", "Not reported", "no result passage speaks of it"},
		{string(NotApplicable), "―", "Not applicable", "there was no plan, or the results column does not apply"},
	}
}

// Dispositions: see Progresses.
func Dispositions() []Term {
	return []Term{
		{string(CarriedOver), "継続", "Carried over", "goes on with the same scope"},
		{string(Expanded), "拡充", "Expanded", "scope becomes wider, or a further commitment is added beside the old ones"},
		{string(Narrowed), "縮小", "Narrowed", "scope becomes smaller"},
		{string(Revised), "見直し", "Revised", "the means, the object, the approach or the stage is replaced, neither simply wider nor smaller"},
		{string(Postponed), "延伸", "Postponed", "the same act, with its date or target year moved later"},
		{string(Completed), "完了", "Completed", "results report that the goal is reached, and the next plan is absent, says so, or keeps only upkeep"},
		{string(Ended), "終了", "Ended", "comes to its scheduled or one-off end, without the claim that a goal was reached"},
		{string(Discontinued), "中止・廃止", "Discontinued", "given up or abolished before its goal"},
		{string(Merged), "統合", "Merged", "goes on inside another item"},
		{string(Split), "分割", "Split", "goes on as several items"},
		{string(Moved), "移管", "Moved", "goes on as an item elsewhere, or under another ministry"},
		{string(New), "新規", "New", "no plan before; the next plan starts it"},
		{string(Dropped), "消滅（説明なし）", "Dropped", "the next plan is silent, and nothing says why"},
		{string(Unclear), "判定不能", "Unclear", "the text does not settle it; a person must"},
	}
}

// Facts: see Progresses.
func Facts() []Term {
	return []Term{
		{string(Verbatim), "前年度と同文", "Verbatim", "next plan equals the plan but for layout, year numbers and 引き続き"},
		{string(PartlyCompleted), "一部完了", "Partly completed", "at least one commitment is completed or ended while others go on"},
		{string(Repeated), "再掲", "Repeated", "the item is marked as printed elsewhere too"},
		{string(TargetAdded), "目標新設", "Target added", "a number with a unit appears"},
		{string(TargetRaised), "目標引上げ", "Target raised", "a number with a unit goes up"},
		{string(TargetLowered), "目標引下げ", "Target lowered", "a number with a unit goes down"},
		{string(TargetRemoved), "目標削除", "Target removed", "a number with a unit disappears"},
		{string(DeadlineAdded), "期限新設", "Deadline added", "a date by which something is to be done appears"},
		{string(DeadlineLater), "期限後ろ倒し", "Deadline later", "the date by which something is to be done moves later"},
		{string(DeadlineEarlier), "期限前倒し", "Deadline earlier", "the date by which something is to be done moves earlier"},
		{string(DeadlineRemoved), "期限削除", "Deadline removed", "the date by which something is to be done disappears"},
		{string(MinistryAdded), "担当追加", "Ministry added", "a ministry joins those named for the commitment"},
		{string(MinistryRemoved), "担当削除", "Ministry removed", "a ministry leaves those named for the commitment"},
		{string(StageForward), "段階前進", "Stage forward", "調査・検討 → 策定・試行 → 実施・導入 → 運用・定着"},
		{string(StageBack), "段階後退", "Stage back", "the other way"},
		{string(Renumbered), "項番変更", "Renumbered", "the label changed from one edition to the next"},
		{string(Relocated), "章節移動", "Relocated", "the item went to another section from one edition to the next"},
		{string(QuoteAltered), "前年計画の書換え", "Quote altered", "last year's plan as reprinted differs from what last year's edition said"},
	}
}

// ids lists the machine ids of terms.
func ids(terms []Term) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.ID
	}
	return out
}

// TermOf finds the term of a progress, disposition or fact by its machine id.
func TermOf(id string) (Term, bool) {
	for _, terms := range [][]Term{Progresses(), Dispositions(), Facts()} {
		for _, t := range terms {
			if t.ID == id {
				return t, true
			}
		}
	}
	return Term{}, false
}

// Name gives the term's name in the language ("ja"; anything else is English).
func (t Term) Name(lang string) string {
	if lang == "ja" {
		return t.Ja
	}
	return t.En
}
