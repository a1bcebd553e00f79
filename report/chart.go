package report

import (
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"

	"plandiff/schema"
)

// The charting library lays charts out; the page's stylesheet colours them, so that they follow dark mode and print, and
// series are told apart by pattern as well as by colour, so that they read in black and white. To that end series get
// stand-in colours rgb(1,2,n), which are exchanged in the finished SVG for the fill of the n-th disposition.
//
// Labels are stand-ins too: the library measures text with the font it ships, which has no Japanese glyphs, and would leave
// too little room. Each label goes through as a row of letters about as wide as the text will be, and comes back after.

// chart is one figure of the summary, with the numbers it shows as a table.
type chart struct {
	Title  string
	SVG    template.HTML
	Legend []Flag
	Note   string
	Heads  []string
	Rows   []chartRow
}

// chartGroup are charts that stand side by side; Class says how wide each is.
type chartGroup struct {
	Class  string
	Charts []chart
}

type chartRow struct {
	Name   string
	Values []int
}

const (
	singleWidth = 420
	stackWidth  = 620
	barHeight   = 26
	mostRows    = 14 // of a chart; the table below it has all
	labelSize   = 12 // pixels; the library counts in points, three quarters of that
	labelRoom   = 18 // characters of a label
	barColor    = 200
	axisColor   = 201
	gridColor   = 202
	labelLetter = "n"
)

// chartsOf draws the summary.
func chartsOf(v *View) ([]chartGroup, error) {
	s, t := v.Summary, v.T
	singles, stacks := chartGroup{Class: "three"}, chartGroup{Class: "two"}
	for _, single := range []struct {
		title  string
		counts []Count
	}{{t.ByDisposition, s.Dispositions}, {t.ByProgress, s.Progresses}, {t.YearsCarried, s.Years}} {
		if len(single.counts) == 0 {
			continue
		}
		var rows []chartRow
		for _, c := range single.counts {
			rows = append(rows, chartRow{c.Name, []int{c.N}})
		}
		svg, err := bars(single.title, rows, nil)
		if err != nil {
			return nil, err
		}
		singles.Charts = append(singles.Charts, chart{Title: single.title, SVG: svg})
	}
	for _, stacked := range []struct {
		title  string
		groups []Group
	}{{t.ByMinistry, s.Ministries}, {t.BySection, s.Sections}} {
		if len(stacked.groups) < 2 {
			continue
		}
		c := chart{Title: stacked.title}
		for _, d := range s.Dispositions {
			c.Heads = append(c.Heads, d.Name)
			c.Legend = append(c.Legend, d.Flag)
		}
		c.Heads = append(c.Heads, t.Total)
		var drawn []chartRow
		for i, g := range stacked.groups {
			row := chartRow{Name: g.Name}
			for _, d := range g.Counts {
				row.Values = append(row.Values, d.N)
			}
			if i < mostRows {
				drawn = append(drawn, chartRow{row.Name, row.Values})
			}
			row.Values = append(row.Values[:len(row.Values):len(row.Values)], g.N)
			c.Rows = append(c.Rows, row)
		}
		if len(drawn) < len(stacked.groups) {
			c.Note = fmt.Sprintf("%d / %d", len(drawn), len(stacked.groups))
		}
		var err error
		if c.SVG, err = bars(c.Title, drawn, s.Dispositions); err != nil {
			return nil, err
		}
		stacks.Charts = append(stacks.Charts, c)
	}
	groups := []chartGroup{singles}
	if flow := flowChart(v); flow.SVG != "" {
		groups = append(groups, chartGroup{Class: "one", Charts: []chart{flow}})
	}
	return append(groups, stacks), nil
}

// bars draws rows as horizontal bars: one value each, or stacked by disposition.
func bars(title string, rows []chartRow, stack []Count) (template.HTML, error) {
	n, width := max(1, len(stack)), singleWidth
	if len(stack) > 0 {
		width = stackWidth
	}
	values := make([][]float64, n)
	labels := make([]string, 0, len(rows))
	stand := map[string]string{}
	longest, most := 1, 0
	for i := range rows {
		row := rows[len(rows)-1-i] // the library draws the first row at the bottom
		total := 0
		for k := range n {
			values[k] = append(values[k], float64(row.Values[k]))
			total += row.Values[k]
		}
		most = max(most, total)
		name := shorten(visible(row.Name), labelRoom)
		longest = max(longest, columns(name))
		labels = append(labels, name)
	}
	for i, name := range labels {
		key := strings.Repeat(labelLetter, longest-len(strconv.Itoa(i))) + strconv.Itoa(i)
		stand[key], labels[i] = name, key
	}
	series := charts.NewSeriesListBar(values)
	theme := charts.ThemeOption{BackgroundColor: charts.ColorTransparent, TextColor: sentinel(barColor), AxisStrokeColor: sentinel(axisColor), AxisSplitLineColor: sentinel(gridColor)}
	for k := range series {
		series[k].Label.Show = charts.Ptr(true)
		series[k].Label.FontStyle = charts.FontStyle{FontSize: labelSize * 0.75}
		if n > 1 {
			series[k].Label.Offset = charts.OffsetInt{Left: -16} // into the part of the bar that it counts
		}
		series[k].Label.ValueFormatter = func(f float64) string {
			if f == 0 || (n > 1 && f*20 < float64(most)) { // too narrow for its number; the table below has it
				return ""
			}
			return strconv.Itoa(int(f))
		}
		color := barColor
		if len(stack) > 0 {
			color = rank(schema.Dispositions(), stack[k].ID)
		}
		theme.SeriesColors = append(theme.SeriesColors, sentinel(color))
	}
	option := charts.NewBarChartOptionWithSeries(series)
	option.Horizontal = true
	option.Theme = charts.MakeTheme(theme)
	option.StackSeries = charts.Ptr(n > 1)
	option.Legend.Show = charts.Ptr(false)
	option.Padding = charts.NewBox(4, 4, 44, 4)
	option.BarSize = 0.7
	option.CategoryAxis.Labels = labels
	option.CategoryAxis.LabelCount = len(labels)
	option.CategoryAxis.LabelFontStyle = charts.FontStyle{FontSize: labelSize * 0.75}
	option.ValueAxis = []charts.ValueAxisOption{{Show: charts.Ptr(false), Min: charts.Ptr(0.0), Max: charts.Ptr(float64(max(1, most)))}}
	painter := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputSVG, Width: width, Height: len(rows)*barHeight + 24, Theme: option.Theme})
	if err := painter.BarChart(option); err != nil {
		return "", fmt.Errorf("chart %s: %w", title, err)
	}
	svg, err := painter.Bytes()
	if err != nil {
		return "", fmt.Errorf("chart %s: %w", title, err)
	}
	return finish(string(svg), title, stand), nil
}

// sentinel is the stand-in for colour n.
func sentinel(n int) charts.Color { return charts.Color{R: 1, G: 2, B: uint8(n), A: 255} }

var (
	sentinelPattern = regexp.MustCompile(`rgba?\(1,2,(\d+)(?:,[\d.]+)?\)`)
	textPattern     = regexp.MustCompile(`<text ([^>]*?)style="[^"]*?"([^>]*)>([^<]*)</text>`)
	blankText       = regexp.MustCompile(`<text [^>]*></text>`)
)

// finish puts colours and labels back, names the picture for those who do not see it, and leaves out what the page sets.
func finish(svg, title string, labels map[string]string) template.HTML {
	svg = textPattern.ReplaceAllStringFunc(svg, func(text string) string {
		m := textPattern.FindStringSubmatch(text)
		label := m[3]
		if back, ok := labels[label]; ok {
			label = template.HTMLEscapeString(back)
			// right-aligned by the library's measure; anchored at their end, they are so by the browser's too
			if x, ok := attribute(m[1], "x"); ok {
				m[1] = strings.Replace(m[1], fmt.Sprintf(`x="%d"`, x), fmt.Sprintf(`x="%d" text-anchor="end"`, x+int(standInWidth*float64(len(m[3])))), 1)
			}
		}
		return fmt.Sprintf(`<text %sfont-size="%d"%s>%s</text>`, m[1], labelSize, m[2], label)
	})
	svg = blankText.ReplaceAllString(svg, "")
	svg = sentinelPattern.ReplaceAllStringFunc(svg, func(c string) string {
		n, _ := strconv.Atoi(sentinelPattern.FindStringSubmatch(c)[1])
		switch terms := schema.Dispositions(); {
		case n == axisColor:
			return "var(--soft)"
		case n == gridColor:
			return "none"
		case n < len(terms):
			return "url(#p-" + terms[n].ID + ")"
		}
		return "var(--bar)"
	})
	svg = strings.ReplaceAll(svg, "\n", " ")
	return template.HTML(strings.Replace(svg, "<svg ", `<svg role="img" aria-label="`+template.HTMLEscapeString(title)+`" `, 1)) // built above from escaped parts
}

// standInWidth is the width of a stand-in letter in the library's font at labelSize, in pixels.
const standInWidth = 7.0 // Roboto Medium, letter n

func attribute(attrs, name string) (int, bool) {
	_, rest, ok := strings.Cut(attrs, name+`="`)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(rest[:max(0, strings.Index(rest, `"`))])
	return n, err == nil
}

// patterns are the fills of the dispositions: a colour of the stylesheet with a texture of its own.
func patterns() []template.HTML {
	textures := []string{"", `<path d="M0 8L8 0M-2 2L2-2M6 10L10 6"/>`, `<path d="M0 0L8 8M-2 6L2 10M6-2L10 2"/>`, `<path d="M0 4H8"/>`, `<path d="M4 0V8"/>`,
		`<path d="M0 4H8M4 0V8"/>`, `<circle cx="4" cy="4" r="1.6"/>`, `<path d="M0 0L8 8M8 0L0 8"/>`, `<path d="M0 2H8M0 6H8"/>`, `<path d="M2 0V8M6 0V8"/>`,
		`<path d="M0 6L4 2L8 6"/>`, `<circle cx="4" cy="4" r="2.6" fill="none"/>`, `<path d="M0 2H8M0 6H8M2 0V8M6 0V8"/>`, `<path d="M2 2H6V6H2Z"/>`}
	var out []template.HTML
	for i, d := range schema.Dispositions() {
		out = append(out, template.HTML(fmt.Sprintf(`<pattern id="p-%s" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="var(--%s)"/><g stroke="var(--bg)" stroke-width="1.2" fill="var(--bg)" opacity=".75">%s</g></pattern>`,
			d.ID, d.ID, textures[i%len(textures)]))) // ids of the vocabulary, no text of a document
	}
	return out
}
