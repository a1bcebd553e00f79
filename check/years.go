package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"plandiff/schema"
)

var yearRules = []Rule{
	{ID: "years-contradict", Group: "years", Level: Error, find: problems, Waiver: "years-disagree compares them with the headings.",
		Doc:    "The years of the plan and of the next plan are missing, or not two years in a row.",
		Remedy: "Write both: years: {plan: 2023, next_plan: 2024}."},
	{ID: "years-disagree", Group: "years", Level: Warning, find: yearsDisagree, Waiver: "It compares both ways.",
		Doc:    "The title, a heading, a marker or the date names another year than the edition's: (2023年度年次報告・2023年度年次計画) names one year for both, a slip of the pen that goes on for years once it is on the cover.",
		Remedy: "Correct the year in the one or the other."},
}

// What a year is said of, in the normal form of titles and headings: the words that follow it, up to the next year.
var (
	reportYear = regexp.MustCompile(`^(?:年度)?(?:における|の)?[^0-9]{0,40}?(?:年次報告|年度報告|実施状況|進捗状況|取組実績|実績|成果)|^(?:年度)?年報`)
	planYear   = regexp.MustCompile(`^(?:年度)?(?:の)?(?:年次計画|年度計画|実施計画|行動計画|事業計画|計画|取組方針)`)
	reportEn   = regexp.MustCompile(`^[^0-9]{0,30}?\b(?:annual report|progress|results|achievements|outturn|report on)\b`)
	planEn     = regexp.MustCompile(`^[^0-9]{0,15}?\b(?:annual plan|action plan|work plan|plan|programme)\b`)
	// In English the year may stand behind the noun: Annual Report 2023.
	reportBefore = regexp.MustCompile(`\b(?:report|progress|results|achievements)(?: (?:for|of|on|in))?(?: the)?(?: fy| fiscal year| year)? *$`)
	planBefore   = regexp.MustCompile(`\b(?:plan|programme)(?: (?:for|of|in))?(?: the)?(?: fy| fiscal year| year)? *$`)
	yearNumber   = regexp.MustCompile(`(?:令和|平成)?(?:[0-9]+|元)`)
	// markers of columns that were left in a text: <2024年度年次計画>
	columnMark = regexp.MustCompile(`[<＜〈《【\[［]([^<>＜＞〈〉《》【】\[\]［］]{0,30}[0-9０-９元]\s*年度[^<>＜＞〈〉《》【】\[\]［］]{0,20})[>＞〉》】\]］]`)
)

// said is a year that a text names for the plan or for the next plan.
type said struct {
	year int
	next bool // of the next plan
}

// yearsSaid reads the years that a title, heading or marker names for the report and for the next plan.
func (r *run) yearsSaid(text string) []said {
	n := r.lang.Normal(text).Value
	report, plan := reportYear, planYear
	if r.lang.Code == "en" {
		n, report, plan = strings.ToLower(n), reportEn, planEn
	}
	var out []said
	at := yearNumber.FindAllStringIndex(n, -1)
	last := 0
	for i, m := range at {
		year := yearOf(n[m[0]:m[1]])
		before, end := n[last:m[0]], len(n)
		last = m[1]
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		after := n[m[1]:end]
		switch {
		case year == 0, strings.HasSuffix(before, "~"), strings.HasSuffix(before, "-"): // no year, or the end of a stretch of them
		case r.lang.Code == "en" && reportBefore.MatchString(before):
			out = append(out, said{year, false})
		case r.lang.Code == "en" && planBefore.MatchString(before):
			out = append(out, said{year, true})
		case r.lang.Code != "en" && !strings.HasPrefix(after, "年度"):
		case report.MatchString(after) && !plan.MatchString(after):
			out = append(out, said{year, false})
		case plan.MatchString(after):
			out = append(out, said{year, true})
		}
	}
	return out
}

// yearOf reads a year of the common or the Japanese era (平成 1 is 1989, 令和 1 is 2019); 0 for any other number.
func yearOf(s string) int {
	base := 0
	for era, first := range map[string]int{"令和": 2018, "平成": 1988} {
		if rest, ok := strings.CutPrefix(s, era); ok {
			s, base = rest, first
		}
	}
	n, err := strconv.Atoi(s)
	if s == "元" {
		n, err = 1, nil
	}
	if err != nil || base == 0 && (n < 1990 || n > 2100) || base > 0 && n > 64 {
		return 0
	}
	return base + n
}

func yearsDisagree(r *run) {
	e := r.in.Edition
	y := e.Years
	look := func(at place, where, text string) {
		for _, s := range r.yearsSaid(text) {
			want, what := y.Plan, "the report"
			if s.next {
				want, what = y.NextPlan, "the next plan"
			}
			if want == 0 || s.year == want {
				continue
			}
			r.add(at, []string{where, what, strconv.Itoa(s.year)}, "%s names %d as the year of %s, and the edition says %d: correct the one or the other", where, s.year, what, want)
		}
	}
	look(r.atHead(), "the title", e.Title)
	r.titleOutOfStep(e)
	for i := range e.Sections {
		s := &e.Sections[i]
		look(r.atSection(s), "the heading "+strings.TrimSpace(s.Number+" "+s.Title), s.Number+" "+s.Title)
	}
	r.eachPassage(func(it *entry, c schema.Column, i int, p schema.Passage) {
		for _, m := range columnMark.FindAllStringSubmatch(p.Text, -1) {
			look(r.atPassage(it, c, i), "the marker "+m[0], m[1])
		}
	})
	if len(e.Date) >= 4 && y.NextPlan > 0 {
		if d, err := strconv.Atoi(e.Date[:4]); err == nil && (d < y.Plan || d > y.NextPlan+1) {
			r.add(r.atHead(), []string{"date", e.Date[:4]}, "the edition is of %s, and its next plan is for %d: correct the one or the other", e.Date, y.NextPlan)
		}
	}
}

// titleOutOfStep looks at a title whose first year, the edition's own (水辺環境保全2024), is neither of the two: where it
// does not say of what it is the year, it may be that of the plan, of the next plan, or of the publication.
func (r *run) titleOutOfStep(e *schema.Edition) {
	if e.Title == "" || e.Years.NextPlan == 0 || len(r.yearsSaid(e.Title)) > 0 {
		return
	}
	n := r.lang.Normal(e.Title).Value
	years := 0
	var first int
	for _, m := range yearNumber.FindAllString(strings.ToLower(n), -1) {
		if y := yearOf(m); y > 0 {
			years++
			if first == 0 {
				first = y
			}
		}
	}
	if years == 1 && (first < e.Years.Plan || first > e.Years.NextPlan+1) {
		r.add(r.atHead(), []string{"the title", fmt.Sprint(first)}, "the title names %d, and the edition's years are %d and %d: correct the one or the other", first, e.Years.Plan, e.Years.NextPlan)
	}
}
