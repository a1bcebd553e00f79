package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

var factRules = []Rule{
	{ID: "same-text", For: "facts", Ja: "年度と「引き続き」を除き、計画と同じ文", Doc: "Next plan and plan are equal but for layout, year numbers and 引き続き: verbatim.", Waiver: "It is its own mirror.",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n巡回を行った。\n-- next_plan --\n引き続き、移動図書館の巡回を行う。\n-- want --\nverbatim\n",
		find: func(v *view) []signal {
			// who acts is part of the text: a ministry that comes or goes, or is no longer named, is a change of wording
			if !v.verbatim() || v.putLater() || len(ministryFacts(v)) > 0 || !v.rd.sameSentences(v.u.plan, v.u.next) {
				return nil
			}
			if a, b, ok := v.twoDeadlines(); ok && b.To > a.To && !nextRound(a, b) {
				return nil
			}
			return []signal{{string(schema.Verbatim), 1, v.u.next[0].quote(0, len(v.u.next[0].r))}}
		}},
	{ID: "targets", For: "facts", Ja: "数値目標の比較", Doc: "Numbers with a unit matched by what they count: added, raised, lowered, removed.", Waiver: "Each of its facts has its mirror: added and removed, raised and lowered.",
		Example: "-- plan --\n読書会を年４回開催する。\n-- results --\n読書会を４回開催した。\n-- next_plan --\n読書会を年６回開催する。\n-- want --\ntarget-raised\n", find: targets},
	{ID: deadlineRule, For: "facts", Ja: "期限の比較", Doc: "Dates by which something is to be done: added, later, earlier, removed.", Waiver: "Each of its facts has its mirror.",
		Example: "-- plan --\n蔵書検索システムの更新を行う。\n-- results --\n更新の準備を進めている。\n-- next_plan --\n蔵書検索システムの更新を2025年3月までに行う。\n-- want --\ndeadline-added\n", find: deadlines},
	{ID: "ministries", For: "facts", Ja: "担当する府省庁の比較", Doc: "Ministries named for the commitment: in the [省庁] block or as its subject.", Waiver: "Each of its facts has its mirror.",
		Example: "-- plan --\n総務省において、郵便局の窓口での相談会を行う。\n-- results --\n相談会を行った。\n-- next_plan --\n総務省及び法務省において、郵便局の窓口での相談会を行う。\n-- want --\nministry-added\n", find: ministryFacts},
	{ID: "stage-fact", For: "facts", Ja: "取組の段階の移動", Doc: "The act moved to a later or an earlier stage.", Waiver: "Each of its facts has its mirror.",
		Example: "-- plan --\n電子書籍の貸出しの導入について検討する。\n-- results --\n検討を行った。\n-- next_plan --\n検討の結果を踏まえ、電子書籍の貸出しを導入する。\n-- want --\nstage-forward\n", find: stageFacts},
}

// verbatim compares the commitment's sentences, each column joined.
func (v *view) verbatim() bool {
	if v.same == nil {
		same := v.sameText()
		v.same = &same
	}
	return *v.same
}

func (v *view) sameText() bool {
	if len(v.u.plan) == 0 || len(v.u.next) == 0 || v.turnsBy() {
		return false
	}
	if !slices.Equal(v.u.plan[0].by, v.u.next[0].by) || len(v.allPlan) > 0 && len(v.u.plan[0].features) > 8 && v.retained() < 0.8 {
		return false // other words, without looking closer
	}
	if a, _, ok := deadlineOf(v.planClauses()); ok && !a.Within { // a new date is more than a new year number
		if b, _, ok := deadlineOf(v.plannedParts()); ok && b.To < a.To {
			return false
		}
	}
	return v.rd.sameSentences(v.u.plan, v.u.next) || v.rd.same(v.withoutActor(v.u.plan), v.withoutActor(v.u.next))
}

// twoDeadlines are the dates of plan and next plan by which the commitment is to be kept; ok only where both have one.
func (v *view) twoDeadlines() (a, b lang.Date, ok bool) {
	a, _, okA := deadlineOf(v.planClauses())
	b, _, okB := deadlineOf(v.plannedParts())
	return a, b, okA && okB
}

// nextRound says whether b is the date a of the following year: what is done every year by the same day has no later deadline. A
// target year that moves by several years, or to another month, is no round of a cycle.
func nextRound(a, b lang.Date) bool { return b.To/100-a.To/100 == 100 }

// withoutActor is the text of sentences without the ministries that open it: 「総務省において、」.
func (v *view) withoutActor(in []*sentence) string {
	text := textOf(in)
	end := 0
	for _, m := range v.actors(in[:1]) {
		end = max(end, m.at.End-in[0].Start)
	}
	if end == 0 {
		return text
	}
	r := []rune(text)
	for _, h := range in[0].hits {
		if h.cue == "subject-end" && h.start >= end && h.start <= end+12 {
			for end = h.end; end < len(r) && r[end] == '、'; {
				end++
			}
			break
		}
	}
	return string(r[end:])
}

func textOf(in []*sentence) string {
	var b strings.Builder
	for _, s := range in {
		b.WriteString(s.Text)
	}
	return b.String()
}

func targets(v *view) []signal {
	if len(v.plannedParts()) == 0 {
		return nil
	}
	move, _ := v.stageMove()
	moved := move != 0 && v.rd.lang.Code == "ja" // the number of a trial is no target of what follows it
	var out []signal
	add := func(f schema.Fact, a amount) {
		out = append(out, signal{string(f), 1, a.s.quote(a.Span.Start, a.Span.End)})
	}
	pairs, gone, fresh := v.pairAmounts()
	for _, p := range pairs {
		switch {
		case threshold(p[0]) && threshold(p[1]) && !(toAtMost(p[0]) && toAtMost(p[1])), p[0].Named && p[1].Named, p[1].s.leftToDo(p[1].Span.Start, p[1].Span.End):
		case interval(p[0]) && interval(p[1]) && p[1].Value < p[0].Value:
			add(schema.TargetRaised, p[1])
		case interval(p[0]) && interval(p[1]) && p[1].Value > p[0].Value:
			add(schema.TargetLowered, p[1])
		case p[1].Value > p[0].Value:
			add(schema.TargetRaised, p[1])
		case p[1].Value < p[0].Value:
			add(schema.TargetLowered, p[1])
		}
	}
	if was, now, ev, ok := v.ofThemEn(); ok { // 250 of them
		fact := schema.TargetAdded
		switch {
		case was.Value > now:
			fact = schema.TargetLowered
		case was.Value > 0:
			fact = schema.TargetRaised
		}
		gone = slices.DeleteFunc(gone, func(a amount) bool { return a.Value == was.Value && a.Unit == was.Unit })
		if now != was.Value {
			out = append(out, signal{string(fact), 1, ev})
		}
	}
	for _, a := range gone {
		if isTarget(a) && !moved && !ofMeans(a) && !namesAmount(v.allNext, a) && !v.siteEn(a) && !(v.rd.lang.Code == "ja" && a.s.joins) {
			add(schema.TargetRemoved, a)
		}
	}
	for _, a := range fresh {
		if isTarget(a) && !moved && !ofMeans(a) && !namesAmount(v.allPlan, a) && !partial(a) && !v.siteEn(a) && !a.s.leftToDo(a.Span.Start, a.Span.End) {
			add(schema.TargetAdded, a)
		}
	}
	return out
}

// namesAmount says whether sentences name the same number anywhere, also in why and when.
func namesAmount(in []*sentence, a amount) bool {
	for _, s := range in {
		for _, q := range s.quantities {
			if q.Value == a.Value && q.Unit == a.Unit {
				return true
			}
		}
		if s.definiteEn(a) {
			return true
		}
	}
	return false
}

// isTarget: a number of things to be reached; durations and limits describe the thing itself.
func isTarget(a amount) bool {
	if threshold(a) || a.Value < 10 && strings.ContainsRune("一二三四五六七八九", a.s.r[min(a.Span.Start, len(a.s.r)-1)]) {
		return false // 通報者と通訳者の三者: a word rather than a number
	}
	if len(a.s.words) == 0 && endsWith(a.s.r[:a.Span.Start], "一辺", "直径", "半径", "高さ", "深さ", "幅", "長さ", "重さ", "厚さ", "半径約", "直径約") {
		return false // how large a thing is
	}
	return a.Kind == lang.Count && a.Value > 1 || a.Kind == lang.Percent || a.Kind == lang.Money || a.Kind == lang.Frequency && !a.Named
}

// partial says whether a number tells by how much another one changes, or what of it is left: 20名上積みし, 残る13万本.
func partial(a amount) bool {
	for _, w := range []string{"上積み", "上乗せ", "増や", "増員", "増設", "増し", "減ら", "追加", "分増", "分を追加"} {
		if hasRunes(a.s.r, a.Span.End, w) || hasRunes(a.s.r, a.Span.End, "を"+w) {
			return true
		}
	}
	before := string(a.s.r[max(0, a.Span.Start-4):a.Span.Start])
	return strings.HasSuffix(before, "ていない") || strings.Contains(before, "残る") || strings.Contains(before, "残り") || strings.Contains(before, "残余")
}

// toAtMost says whether a number is what is given at most, and no condition: 「月に３冊までの貸出し」.
func toAtMost(a amount) bool {
	return a.s.words == nil && a.Bound == lang.AtMost && endsWith(a.s.r[:a.Span.End], "まで", "を限度", "を上限") && hasRunes(a.s.r, a.Span.End, "の")
}

// threshold says whether a number with a bound is a condition on what is meant, not an amount of work: 従業員100人以上の企業.
func threshold(a amount) bool {
	if a.s.words != nil {
		return thresholdEn(a) != ""
	}
	if a.Bound == "" || a.Bound == lang.About {
		return false
	}
	switch a.Unit {
	case "回", "件", "か所", "本":
		return false
	}
	r, end := a.s.r, a.Span.End
	if (a.Unit == "m" || a.Unit == "km") && hasRunes(r, end, "に") && a.Bound == lang.AtMost {
		return true // 盲学校から500メートル以内に踏切を有する
	}
	return end < len(r) && (r[end] == 'の' || isHan(r[end]) || isKana(r[end]) || hasRunes(r, end, "もの") || hasRunes(r, end, "ある"))
}

func deadlines(v *view) []signal {
	parts := v.plannedParts()
	if len(parts) == 0 || len(v.u.plan) == 0 {
		return nil
	}
	a, sa, okA := deadlineOf(v.planClauses())
	b, sb, okB := deadlineOf(parts)
	if !okA || !okB {
		if later := dateLater(v); len(later) > 0 && later[0].weight >= 4 { // an event with a date is put later
			return []signal{{string(schema.DeadlineLater), 1, later[0].at}}
		}
	}
	if ev, ok := v.turned(turnLater); ok && okA && !okB {
		return []signal{{string(schema.DeadlineLater), 1, ev}} // two years later than planned
	}
	at := func(d lang.Date, s *sentence) Evidence { return s.quote(d.Span.Start, d.Span.End) }
	switch {
	case okA && !okB && namesDate(v.u.next, a), !okA && okB && namesDate(v.u.plan, b):
		return nil
	case okA && !okB && v.progress != schema.Done:
		return []signal{{string(schema.DeadlineRemoved), 1, at(a, sa)}}
	case okA && !okB && !a.Within:
		return []signal{{string(schema.DeadlineRemoved), 1, at(a, sa)}}
	case !okA && okB:
		return []signal{{string(schema.DeadlineAdded), 1, at(b, sb)}}
	case okA && okB && b.To > a.To && (v.progress != schema.Done || !nextRound(a, b)):
		return []signal{{string(schema.DeadlineLater), 1, at(b, sb)}}
	case okA && okB && b.To < a.To:
		return []signal{{string(schema.DeadlineEarlier), 1, at(b, sb)}}
	}
	return nil
}

// namesDate says whether sentences name the same date anywhere.
func namesDate(in []*sentence, d lang.Date) bool {
	for _, s := range in {
		for _, o := range s.dates {
			if o.To == d.To {
				return true
			}
		}
	}
	return false
}

// mention is a ministry named for a commitment.
type mention struct {
	name string
	at   Evidence
}

// ministriesIn lists the ministries that sentences name as those who act: in the opening noun phrase with において, は, が.
func (v *view) ministriesIn(in []*sentence) []lang.Mention {
	var out []lang.Mention
	for _, s := range in {
		out = append(out, s.ministries...)
	}
	return out
}

// actors are the ministries that open a sentence as its subject, with their sentence.
func (v *view) actors(in []*sentence) []mention {
	var out []mention
	for _, s := range in {
		ms := s.ministries
		end := 0
		if len(ms) > 0 && len([]rune(v.rd.memo.normalKey(v.rd.lang, string(s.r[:ms[0].Span.Start])))) <= 1 {
			end = ms[0].Span.Start // 「引き続き、」「令和６年度は、」 may stand before who acts
		}
		var mine []mention
		for _, m := range ms {
			subject := len(mine) > 0 && slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "subject-end" && h.start == end })
			if subject || m.Span.Start > end+v.g.gap {
				break
			}
			mine = append(mine, mention{m.Name, s.quote(m.Span.Start, m.Span.End)})
			end = m.Span.End
		}
		if len(mine) > 0 && v.rd.subjectEnds(s, end) {
			out = append(out, mine...)
			for _, m := range ms { // 「…は、総務省と共同で」: named as acting too; 「…と連携し」 is not
				if m.Span.Start >= end && slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "jointly" && h.start == m.Span.End }) {
					out = append(out, mention{m.Name, s.quote(m.Span.Start, m.Span.End)})
				}
			}
		}
	}
	return out
}

// doers are the ministries that a sentence names as those who act, wherever in it: 「…は、国土交通省が担う」.
func (v *view) doers(in []*sentence) []mention {
	var out []mention
	for _, s := range in {
		for i, m := range s.ministries {
			if s.describedEn(m) {
				continue
			}
			end := s.joinedUntil(i)
			for _, h := range s.hits {
				if h.cue == "to-ministry" && h.start == end || h.cue == "subject-end" && (h.start == end || v.rd.lang.Code == "en" && h.start == m.Span.End+1 && s.r[m.Span.End] == ' ') || v.rd.lang.Code == "en" && v.handedTo(s, h, m.Span.Start) {
					out = append(out, mention{m.Name, s.quote(m.Span.Start, m.Span.End)})
					break
				}
			}
		}
	}
	return out
}

// handedTo says whether a cue word of moving stands before a name in English: "passes to the Ports Inspectorate".
func (v *view) handedTo(s *sentence, h hit, name int) bool {
	if h.cue == "to-ministry" && h.end+1 == name && s.has("from-then", 0, len(s.r)) {
		return true // will be issued by the Fisheries Board from now on
	}
	return h.cue == "move" && h.end < name && name-h.end <= 5
}

// subjectEnds says whether what stands at end makes the words before it the subject.
func (rd *reader) subjectEnds(s *sentence, end int) bool {
	for _, h := range s.hits {
		if h.cue == "subject-end" && h.start >= end && h.start <= end+12 {
			// 「総務省と連携し、文部科学省において」: another phrase stands between
			return !slices.Contains(s.r[end:h.start], '、')
		}
	}
	return false
}

// ownMinistry says whether a ministry is among those of the item.
func (v *view) ownMinistry(m lang.Mention) bool { return v.ownName(m.Name) || v.ownName(m.Text) }

func (v *view) ownName(name string) bool {
	for _, o := range v.item.Ministries {
		if o == name {
			return true
		}
		if f := lang.FindMinistry(o); f != nil && (f.Name == name || slices.Contains(f.Successors, name)) {
			return true
		}
	}
	for _, m := range v.ministriesIn(v.allPlan) {
		if m.Name == name || strings.HasSuffix(m.Name, " "+name) { // Engineers of the Environment Ministry
			return true
		}
	}
	return false
}

func ministryFacts(v *view) []signal {
	if len(v.u.next) == 0 || len(v.u.plan) == 0 {
		return nil
	}
	var out []signal
	was, is := v.actors(v.u.plan), v.actors(v.u.next)
	own := func(m mention) bool { return v.ownName(m.name) }
	if doers := v.doers(v.u.next); len(doers) > 0 && !slices.ContainsFunc(doers, own) && !slices.ContainsFunc(is, own) {
		// it goes over to others: 「…は、国土交通省が担う」
		for _, m := range doers {
			out = append(out, signal{string(schema.MinistryAdded), 1, m.at})
		}
		return append(out, signal{string(schema.MinistryRemoved), 1, doers[0].at})
	}
	if ms := v.takenOverEn(); len(ms) > 0 && !slices.ContainsFunc(is, own) {
		for _, m := range ms {
			out = append(out, signal{string(schema.MinistryAdded), 1, m.at})
		}
		return append(out, signal{string(schema.MinistryRemoved), 1, ms[0].at})
	}
	named := len(was) > 0 && len(is) > 0
	if !named {
		was, is = blocks(v.u.plan), blocks(v.u.next)
	}
	if len(was) == 0 || len(is) == 0 {
		return nil
	}
	has := func(ms []mention, n string) bool {
		return slices.ContainsFunc(ms, func(m mention) bool { return m.name == n })
	}
	for _, m := range v.doers(v.u.next) {
		if named && has(was, m.name) && !has(is, m.name) {
			return nil // one sentence for several commitments, each with who acts: 「環境省において…とともに、農林水産省において…」
		}
	}
	for _, m := range is {
		if !has(was, m.name) {
			out = append(out, signal{string(schema.MinistryAdded), 1, m.at})
		}
	}
	for _, m := range was {
		if !has(is, m.name) {
			out = append(out, signal{string(schema.MinistryRemoved), 1, m.at})
		}
	}
	return out
}

// blocks are the ministries of the [省庁] blocks in which sentences stand.
func blocks(in []*sentence) []mention {
	var out []mention
	for _, s := range in {
		for _, b := range s.by {
			out = append(out, mention{b, s.quote(0, len(s.r))})
		}
	}
	return out
}

func stageFacts(v *view) []signal {
	move, at := v.stageMove()
	if move == 0 {
		if at, ok := v.runsNow(); ok {
			return []signal{{string(schema.StageForward), 1, at}}
		}
		return nil
	}
	c := at.clause()
	f := schema.StageForward
	if move < 0 {
		f = schema.StageBack
	}
	return []signal{{string(f), 1, at.s.quote(c.start, c.end)}}
}
