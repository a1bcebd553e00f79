package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// The tables give targets as numbers and deadlines as dates, so that a spreadsheet can sum and sort them. What counts as a
// target or deadline was decided in diff; here its quote is only turned into a value, and what does not fit stays a quote.

var (
	quantityPattern = regexp.MustCompile(`([0-9][0-9,]*(?:\.[0-9]+)?)\s*(兆|億|万|千)?\s*([^\s0-9,.、。（）()「」]{0,12})`)
	dayPattern      = regexp.MustCompile(`(令和|平成|R|H)?\s*([0-9]{1,4}|元)\s*(年度|年|[-/.])\s*(末|中)?(?:\s*([0-9]{1,2})\s*(?:月|[-/.]|$)\s*(?:([0-9]{1,2})\s*日?)?)?`)
	englishPattern  = regexp.MustCompile(`(?i)(?:(january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(fy\s*|fiscal year\s+)?((?:19|20)[0-9]{2})`)
)

// factValue turns the quote of a fact into the number and unit of a target or the day of a deadline.
func factValue(fact, quote string) (n any, unit string, last any) {
	switch {
	case strings.HasPrefix(fact, "target-"):
		n, unit = quantity(quote)
	case strings.HasPrefix(fact, "deadline-"):
		last = day(quote)
	}
	return n, unit, last
}

// quantity is the first number in the text with its unit: 1万2千 is not read beyond its first factor. nil if there is none.
func quantity(text string) (n any, unit string) {
	m := quantityPattern.FindStringSubmatch(width.Narrow.String(width.Fold.String(text)))
	if m == nil {
		return nil, ""
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
	if err != nil {
		return nil, ""
	}
	factor := map[string]float64{"": 1, "千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12}[m[2]]
	return f * factor, m[3]
}

// day is the last day of the day, month, year or fiscal year (April to March, where the text says 年度 or FY) that the text
// names first. nil if there is none.
func day(text string) any {
	text = width.Fold.String(text)
	if m := dayPattern.FindStringSubmatch(text); m != nil {
		year, _ := strconv.Atoi(m[2]) // 元 is year 1
		year = max(year, 1)
		switch m[1] {
		case "令和", "R":
			year += 2018
		case "平成", "H":
			year += 1988
		default:
			if year < 1900 {
				return nil
			}
		}
		month, _ := strconv.Atoi(m[5])
		dom, _ := strconv.Atoi(m[6])
		return lastDay(year, month, dom, m[3] == "年度")
	}
	if m := englishPattern.FindStringSubmatch(text); m != nil {
		year, _ := strconv.Atoi(m[3])
		month := 0
		for at := time.January; at <= time.December; at++ {
			if strings.EqualFold(at.String(), m[1]) {
				month = int(at)
			}
		}
		return lastDay(year, month, 0, m[2] != "")
	}
	return nil
}

func lastDay(year, month, dom int, fiscal bool) any {
	switch {
	case month > 12 || dom > 31:
		return nil
	case month == 0 && fiscal:
		year, month = year+1, 3
	case month == 0:
		month = 12
	case fiscal && month < 4:
		year++
	}
	if dom == 0 {
		dom = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return date(fmt.Sprintf("%04d-%02d-%02d", year, month, dom))
}
