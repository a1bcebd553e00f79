package check

import (
	"regexp"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/lang"
	"plandiff/schema"
)

var ministryRules = []Rule{
	{ID: "ministry-missing", Group: "ministries", Level: Error, find: ministryMissing, Waiver: "One ministry too many shows against its blocks: block-missing.",
		Doc:    "An item names no ministry, so that nobody answers for it. Silent where most items of the edition name none: the document has no such column.",
		Remedy: "Add ministries, as printed beside the label."},
	{ID: "ministry-unknown", Group: "ministries", Level: Warning, find: ministryUnknown, Waiver: "A known name is what there should be; an outdated one is ministry-renamed.",
		Doc:    "A name is not in the list of ministries: a slip, or half of a name that a line break cut. Silent where most names of the edition are of other bodies than the list's.",
		Remedy: "Correct it, or allow it: `check: ministries: [NAME]` in .plandiff.yaml."},
	{ID: "ministry-renamed", Group: "ministries", Level: Warning, find: ministryRenamed, Waiver: "It looks before and after.",
		Doc:    "A ministry that did not exist in the edition's years: renamed or taken over before, or set up later. The years are those of the laws that set the bodies up.",
		Remedy: "Name the body that has the task now."},
	{ID: "block-unlisted", Group: "ministries", Level: Warning, find: blockUnlisted, Mirror: "block-missing",
		Doc:    "A [省庁] block names a ministry that is not among those of the item. An agency's block counts as its ministry's.",
		Remedy: "Add it to ministries, or correct the block."},
	{ID: "block-missing", Group: "ministries", Level: Warning, find: blockMissing, Mirror: "block-unlisted",
		Doc:    "An item whose next plan (or plan, where there is none) is divided into [省庁] blocks names a ministry that no block and no text speaks of.",
		Remedy: "Add the ministry's block, or take it from ministries."},
}

// knownShare is how many of the names must be in the list before one that is not is a finding.
const knownShare = 0.5

// within are the agencies that stand under a ministry by the laws on the organisation of government: a block of the agency is
// the ministry's, and the other way round.
var within = map[string]string{
	"消防庁": "総務省", "公害等調整委員会": "総務省", "出入国在留管理庁": "法務省", "公安調査庁": "法務省", "公安審査委員会": "法務省", "検察庁": "法務省",
	"国税庁": "財務省", "スポーツ庁": "文部科学省", "文化庁": "文部科学省", "中央労働委員会": "厚生労働省", "林野庁": "農林水産省", "水産庁": "農林水産省",
	"資源エネルギー庁": "経済産業省", "特許庁": "経済産業省", "中小企業庁": "経済産業省", "観光庁": "国土交通省", "気象庁": "国土交通省", "運輸安全委員会": "国土交通省", "海上保安庁": "国土交通省",
	"原子力規制委員会": "環境省", "原子力規制庁": "環境省", "防衛装備庁": "防衛省", "警察庁": "国家公安委員会", "国家安全保障局": "内閣官房", "内閣情報調査室": "内閣官房",
	"内閣サイバーセキュリティセンター": "内閣官房", "国家サイバー統括室": "内閣官房", "内閣官房情報セキュリティセンター": "内閣官房",
}

// Names that stand for several ministries, or for all.
var collective = regexp.MustCompile(`^(?:全|各|関係|その他|主務|所管)[^、]*(?:省|庁|府|機関|者|都道府県|市町村|団体)|(?:各|関係|全)(?:府)?(?:省庁|省|府省)|(?:省庁|府省)$|等$|^(?i:all|relevant|other)\b`)

var inBrackets = regexp.MustCompile(`[（(〔\[][^）)〕\]]*[）)〕\]]`)

// bare is a name without what is added in brackets.
func bare(name string) string {
	if b := strings.TrimSpace(inBrackets.ReplaceAllString(name, "")); b != "" {
		return b
	}
	return strings.TrimSpace(name)
}

// body finds the ministry of a name: itself, or the one whose name it starts with where a bureau or a division follows
// (厚生労働省医政局). nil: no ministry of the list.
func body(name string) *lang.Ministry {
	b := bare(name)
	if m := lang.FindMinistry(b); m != nil {
		return m
	}
	ms := lang.Of("ja").Ministries(b)
	if len(ms) == 0 || ms[0].Span.Start != 0 {
		return nil
	}
	rest := []rune(b)[ms[len(ms)-1].Span.End:]
	if len(rest) > 0 && !strings.ContainsRune("局部課室官所庁院会センター", rest[len(rest)-1]) {
		return nil
	}
	return lang.FindMinistry(ms[len(ms)-1].Name)
}

// isKnown says whether a name is a ministry's, or allowed by the configuration.
func (r *run) isKnown(name string) bool {
	return body(name) != nil || slices.Contains(r.o.Config.Ministries, bare(name)) || slices.Contains(r.o.Config.Ministries, name) || collective.MatchString(bare(name))
}

// sameBody says whether two names are of one ministry, or of one and an agency under it.
func sameBody(a, b string) bool {
	if bare(a) == bare(b) || collective.MatchString(bare(a)) || collective.MatchString(bare(b)) {
		return true
	}
	x, y := body(a), body(b)
	if x == nil || y == nil {
		return x == nil && y == nil && strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
	}
	return x.Name == y.Name || within[x.Name] == y.Name || within[y.Name] == x.Name || slices.Contains(x.Successors, y.Name) || slices.Contains(y.Successors, x.Name)
}

func ministryMissing(r *run) {
	with := 0
	for _, e := range r.items {
		if len(e.item.Ministries) > 0 {
			with++
		}
	}
	if 2*with < len(r.items) {
		return
	}
	for _, e := range r.items {
		if len(e.item.Ministries) == 0 {
			r.add(r.atItem(e), nil, "item %s names no ministry: add ministries, as printed beside the label", e.item.ID)
		}
	}
}

func ministryUnknown(r *run) {
	known, all := 0, 0
	for _, e := range r.items {
		for _, m := range e.item.Ministries {
			all++
			if r.isKnown(m) {
				known++
			}
		}
	}
	if float64(known) < knownShare*float64(all) {
		return // bodies of another country or a town: the list says nothing of them
	}
	var names []string
	for _, m := range lang.Ministries() {
		names = append(append(names, m.Name), m.Aliases...)
	}
	names = append(names, r.o.Config.Ministries...)
	for _, e := range r.items {
		for _, m := range e.item.Ministries {
			if r.isKnown(m) {
				continue
			}
			hint := "correct it, or allow it with check: ministries in .plandiff.yaml"
			if near := nearest(bare(m), names); near != "" {
				hint = "did you mean " + near + "?"
			}
			r.add(r.atWord(r.atItem(e), "ministries", m), []string{m}, "item %s: %s is not in the list of ministries: %s", e.item.ID, m, hint)
		}
	}
}

func ministryRenamed(r *run) {
	y := r.in.Edition.Years
	if y.Plan == 0 {
		return
	}
	for _, e := range r.items {
		for _, name := range e.item.Ministries {
			m := body(name)
			if m == nil {
				continue
			}
			at := r.atWord(r.atItem(e), "ministries", name)
			switch {
			case m.To > 0 && m.To < y.Plan:
				hint := "name the body that has the task now"
				if len(m.Successors) > 0 {
					hint = "now " + strings.Join(m.Successors, ", ")
				}
				r.add(at, []string{name}, "item %s: %s existed until %d, and the plan is for %d: %s", e.item.ID, name, m.To, y.Plan, hint)
			case m.From > max(y.NextPlan, y.Plan+1):
				r.add(at, []string{name}, "item %s: %s exists from %d on, and the next plan is for %d: name the body that has the task in that year", e.item.ID, name, m.From, max(y.NextPlan, y.Plan+1))
			}
		}
	}
}

func blockUnlisted(r *run) {
	for _, e := range r.items {
		if len(e.item.Ministries) == 0 {
			continue
		}
		told := map[string]bool{}
		for _, c := range schema.Columns() {
			for i, p := range e.item.Column(c) {
				for _, by := range p.By {
					if told[by] || slices.ContainsFunc(e.item.Ministries, func(m string) bool { return sameBody(m, by) }) {
						continue
					}
					told[by] = true
					r.add(r.atWord(r.atPassage(e, c, i), "by", by), []string{by}, "item %s: the block [%s] in %s is of none of its ministries (%s): add it to ministries, or correct the block", e.item.ID, by, columnName(c), strings.Join(e.item.Ministries, ", "))
				}
			}
		}
	}
}

func blockMissing(r *run) {
	for _, e := range r.items {
		current := e.item.NextPlan
		if len(current) == 0 {
			current = e.item.Plan
		}
		if !slices.ContainsFunc(current, func(p schema.Passage) bool { return len(p.By) > 0 }) {
			continue // what is not divided speaks for all
		}
		var named []string
		var free strings.Builder
		for _, c := range schema.Columns() {
			for _, p := range e.item.Column(c) {
				named = append(named, p.By...)
				free.WriteString(p.Text)
			}
		}
		for _, m := range e.item.Ministries {
			if slices.ContainsFunc(named, func(by string) bool { return sameBody(by, m) }) || strings.Contains(free.String(), bare(m)) {
				continue
			}
			r.add(r.atWord(r.atItem(e), "ministries", m), []string{m}, "item %s names %s, and no [省庁] block is its: add the block, or take the ministry out", e.item.ID, m)
		}
	}
}

// ministriesChanged is the fact of the comparison across editions, as a rule over time.
func ministriesChanged(r *run) {
	for _, e := range r.items {
		if e.back == nil || e.back.Relation != diff.SameItem {
			continue
		}
		old := r.olderItem(e)
		if old == nil {
			continue
		}
		missing := func(from, in []string) (out []string) {
			for _, m := range from {
				if !slices.ContainsFunc(in, func(o string) bool {
					return bare(o) == bare(m) || body(o) != nil && body(m) != nil && body(o).Name == body(m).Name
				}) {
					out = append(out, m)
				}
			}
			return out
		}
		left, joined := missing(old.Ministries, e.item.Ministries), missing(e.item.Ministries, old.Ministries)
		var parts []string
		if len(left) > 0 {
			parts = append(parts, strings.Join(left, ", ")+" left")
		}
		if len(joined) > 0 {
			parts = append(parts, strings.Join(joined, ", ")+" joined")
		}
		if len(parts) == 0 {
			continue
		}
		values := slices.Concat([]string{"left"}, left, []string{"joined"}, joined)
		r.add(r.atWord(r.atItem(e), "ministries", ""), values, "item %s: since %s (%s there) %s: is that meant?", e.item.ID, e.back.From, old.ID, strings.Join(parts, ", "))
	}
}
