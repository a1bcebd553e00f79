package lang

import "strings"

// smallNumbers are the number words; hundred and up multiply.
var smallNumbers = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var bigNumbers = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "k": 1e3}

// currencies by word; the signs stand before the number.
var currencies = map[string]string{"dollars": "$", "dollar": "$", "usd": "$", "euros": "€", "euro": "€", "eur": "€", "pounds": "£", "gbp": "£", "yen": "¥", "jpy": "¥", "crowns": "crowns", "francs": "francs", "chf": "francs"}

// durations of time, with their stems.
var periods = map[string]string{"year": "year", "years": "year", "month": "month", "months": "month", "week": "week", "weeks": "week", "day": "day", "days": "day", "hour": "hour", "hours": "hour", "minute": "minute", "minutes": "minute", "quarter": "quarter", "quarters": "quarter", "annum": "year", "half-year": "half", "fortnight": "fortnight"}

// adverbs are frequencies in one word, times a year.
var adverbs = map[string]float64{"annually": 1, "annual": 1, "yearly": 1, "monthly": 12, "quarterly": 4, "weekly": 52, "fortnightly": 26, "daily": 365, "biennial": 0.5, "biennially": 0.5, "half-yearly": 2, "twice-yearly": 2, "six-monthly": 2, "biannual": 2, "biannually": 2, "semi-annual": 2, "semi-annually": 2, "bimonthly": 6, "two-yearly": 0.5, "three-yearly": 0.3333, "four-yearly": 0.25, "five-yearly": 0.2, "ten-yearly": 0.1, "triennial": 0.3333, "triennially": 0.3333, "quinquennial": 0.2, "nightly": 365, "bi-annual": 2, "bi-annually": 2, "twice-weekly": 104, "twice-monthly": 24, "three-monthly": 4, "two-monthly": 6, "four-monthly": 3, "six-weekly": 8.6667, "two-weekly": 26, "four-weekly": 13}

// boundsEn before and after a number.
var (
	beforeEn = []boundWord{{"at least", AtLeast, false}, {"no fewer than", AtLeast, false}, {"not fewer than", AtLeast, false}, {"not less than", AtLeast, false}, {"no less than", AtLeast, false}, {"a minimum of", AtLeast, false}, {"minimum of", AtLeast, false},
		{"no more than", AtMost, false}, {"not more than", AtMost, false}, {"at most", AtMost, false}, {"up to", AtMost, false}, {"a maximum of", AtMost, false}, {"maximum of", AtMost, false}, {"more than", MoreThan, false}, {"over", MoreThan, false}, {"above", MoreThan, false}, {"in excess of", MoreThan, false},
		{"fewer than", LessThan, false}, {"less than", LessThan, false}, {"under", LessThan, false}, {"below", LessThan, false}, {"about", About, false}, {"around", About, false}, {"some", About, false}, {"nearly", About, false}, {"almost", About, false}, {"approximately", About, false}, {"roughly", About, false},
		{"a total of", "", true}, {"in total", "", true}, {"altogether", "", true}, {"all", "", false}, {"within", AtMost, false}}
	afterEn = []boundWord{{"or more", AtLeast, false}, {"and more", AtLeast, false}, {"or above", AtLeast, false}, {"or fewer", AtMost, false}, {"or over", AtLeast, false}, {"and over", AtLeast, false}, {"or older", AtLeast, false}, {"and older", AtLeast, false}, {"and above", AtLeast, false}, {"or under", AtMost, false}, {"and under", AtMost, false}, {"or younger", AtMost, false}, {"and younger", AtMost, false}, {"or less", AtMost, false}, {"in total", "", true}, {"in all", "", true}}
)

// quantitiesEn walks over the tokens; spans are those of the tokens that made the quantity.
func quantitiesEn(src *source) []Quantity {
	w := words(src)
	var dates []Date
	dated := false // read when the first number asks for them
	var out []Quantity
	for i := 0; i < len(w); {
		if q, next, ok := w.frequency(i); ok {
			out = append(out, q)
			i = next
			continue
		}
		n, next, ok := w.number(i)
		if !ok {
			i++
			continue
		}
		if !dated {
			dates, dated = datesEn(src), true
		}
		if w.inDate(dates, i) {
			i = next
			continue
		}
		if q, end, ok := w.quantity(i, next, n); ok {
			out = append(out, q)
			next = end
		}
		i = next
	}
	return out
}

// wordList is a text's tokens without blanks.
type wordList []word

// word is a token with its text in lower case.
type word struct {
	Token
	low string
}

func words(src *source) wordList {
	all := tokensEn(src)
	w := make(wordList, 0, len(all)/2+1)
	for _, t := range all {
		if t.Class != Space {
			w = append(w, word{t, strings.ToLower(t.Text)})
		}
	}
	return w
}

// low gives the i-th word in lower case, "" outside the text.
func (w wordList) low(i int) string {
	if i < 0 || i >= len(w) {
		return ""
	}
	return w[i].low
}

// phrase gives the number of words of a phrase if it stands at i, else 0.
func (w wordList) phrase(i int, words string) int {
	n := 0
	for words != "" {
		var x string
		x, words, _ = strings.Cut(words, " ")
		if w.low(i+n) != x {
			return 0
		}
		n++
	}
	return n
}

// count is the number of words of a phrase.
func count(phrase string) int { return 1 + strings.Count(phrase, " ") }

func (w wordList) inDate(dates []Date, i int) bool {
	for _, d := range dates {
		if w[i].Start < d.Span.End && w[i].End > d.Span.Start {
			return true
		}
	}
	return false
}

// quantity reads what the number v, words i to next, counts.
func (w wordList) quantity(i, next int, v float64) (Quantity, int, bool) {
	q := Quantity{Value: v, Kind: Count, Span: Span{w[i].Start, w[next-1].End}}
	end := next
	prev := w.low(i - 1)
	switch {
	case prev == "$" || prev == "€" || prev == "£" || prev == "¥":
		q.Kind, q.Unit, q.Span.Start = Money, prev, w[i-1].Start
	case currencies[w.low(next)] != "":
		q.Kind, q.Unit, end = Money, currencies[w.low(next)], next+1
	case w.low(next) == "%" || w.low(next) == "percent":
		q.Kind, q.Unit, end = Percent, "%", next+1
	case w.phrase(next, "per cent") > 0 || w.phrase(next, "percentage points") > 0:
		q.Kind, q.Unit, end = Percent, "%", next+2
	case prev == "no" || prev == "nos" || prev == "article" || prev == "section" || prev == "chapter" || prev == "annex" || prev == "phase" || prev == "stage" || prev == "part" || prev == "paragraph" || prev == "level" || prev == "step" || prev == "version" || prev == "#" || prev == "round" || prev == "tier":
		return q, next, false
	case w.low(next) == "times" || w.low(next) == "-fold":
		q.Kind, q.Unit, end = Times, "times", next+1
	case w.age(i, next, v):
		q.Kind, q.Unit, end = Duration, "year", next
	case clockEn[w.low(next)] || w.low(next) == "a.m" || w.low(next) == "p.m":
		return q, next, false // nine o'clock
	default:
		at := next
		if p := max(w.phrase(next, "instead of"), w.phrase(next, "rather than")); p > 0 && next+p < len(w) { // five instead of three units
			if _, after, ok := w.number(next + p); ok {
				at = after
			}
		}
		if w.low(i-2) == "instead" && prev == "of" || w.low(i-2) == "rather" && prev == "than" {
			return q, next, false
		}
		stem, from, head, ok := w.head(at)
		if ok && v < 13 && !strings.ContainsAny(w.low(i), "0123456789") && (prev == "the" || prev == "these" || prev == "those" || prev == "both") {
			return q, next, false // the two bodies: known already, no amount
		}
		if !ok || w.low(i) == "one" && (w.low(next) == "of" || (prev == "the" || prev == "this" || prev == "that" || prev == "each" || prev == "-")) {
			return q, next, false
		}
		if monthsOfYear[w.low(head)] || w.yearOfName(i, next, v) && (!manyEn(w.low(head)) || v >= 2010 && v < 2050) || yearlyEn[w.low(next)] && v >= 1900 && v < 2100 {
			return q, next, false
		}
		q.Unit, end = stem, head+1
		q.Counts = strings.Join(w.texts(from, head+1), " ")
		if w.low(next) == "of" { // 4 of the 11 regions: 11 is a quantity of its own
			end = next
		}
		if p := periods[w.low(head)]; p != "" && head == next {
			q.Kind, q.Unit, q.Counts = Duration, p, ""
		}
	}
	q.Span.End = w[end-1].End
	before := i
	if q.Kind == Money && q.Span.Start < w[i].Start { // more than £2 million
		before--
	}
	for again, j := true, before; again; {
		again = false
		for _, b := range beforeEn {
			n := count(b.word)
			if j-n >= 0 && w.phrase(j-n, b.word) > 0 {
				j, again = j-n, true
				q.Span.Start = w[j].Start
				q.Total = q.Total || b.total
				if b.bound != "" {
					q.Bound = b.bound
				}
				break
			}
		}
	}
	for _, at := range []int{next, end} {
		for _, b := range afterEn {
			if n := w.phrase(at, b.word); n > 0 {
				if b.bound != "" {
					q.Bound = b.bound
				}
				q.Total = q.Total || b.total
				q.Span.End = max(q.Span.End, w[at+n-1].End)
			}
		}
	}
	if q.Kind == Duration && q.Bound == "" && w.low(end) == "of" && (q.Unit == "hour" || q.Unit == "day" || q.Unit == "minute") { // 1,200 hours of speech
		if _, from, head, ok := w.head(end + 1); ok {
			q.Kind, q.Counts = Count, strings.Join(w.texts(from, head+1), " ")
		}
	}
	if q.Kind == Percent && w.phrase(end, "of") > 0 {
		if _, from, head, ok := w.head(end + 1); ok {
			q.Counts = strings.Join(w.texts(from, head+1), " ")
		}
	}
	return q, end, true
}

// clockEn follow the time of day.
var clockEn = set("o'clock am pm noon midnight hrs")

// age says whether the number v, words i to next, is an age said without years: people over 60, children under five, aged 65 and older.
func (w wordList) age(i, next int, v float64) bool {
	if v > 120 {
		return false
	}
	after := w.low(next)
	if after == "and" || after == "or" {
		switch w.low(next + 1) {
		case "over", "older", "under", "younger":
			return true
		case "above", "below":
			return w.low(i-1) == "aged"
		}
	}
	ends := next >= len(w) || w[next].Class != Latin && w[next].Class != Number || pastForms[after] || w[next].Class == Function
	switch w.low(i - 1) {
	case "aged":
		return ends
	case "over", "under", "above", "below":
		return ends && i > 1 && (w[i-2].Class == Latin || w.low(i-2) == "those") && after != "of" && after != "to"
	}
	return false
}

func (w wordList) texts(i, j int) []string {
	var out []string
	for ; i < j; i++ {
		out = append(out, w[i].Text)
	}
	return out
}

// head finds the noun after a number: words up to the next function word or mark, at most four; the first plural among them
// is the noun (600 frontline officers attended), else the last before a verb-like word. "more" and "of the" are skipped.
// It gives the noun's stem, the first word of its phrase, and its own place.
func (w wordList) head(i int) (stem string, from, last int, ok bool) {
	for range 2 {
		switch w.low(i) {
		case "more", "other", "further", "additional", "new":
			i++
		case "or", "and":
			if w.low(i+1) == "more" || w.low(i+1) == "fewer" || w.low(i+1) == "less" {
				i += 2
			}
		}
	}
	if w.phrase(i, "of the") > 0 || w.phrase(i, "of these") > 0 || w.phrase(i, "of our") > 0 || w.phrase(i, "of its") > 0 {
		i += 2
		if _, next, ok := w.number(min(i, len(w)-1)); ok && next > i {
			i = next // 4 of the 11 regions
		}
	}
	from, last = i, -1
	for j := i; j < len(w) && j < i+4; j++ {
		t := w[j]
		if t.Class != Latin || smallNumbers[w.low(j)] > 0 {
			break
		}
		low := w.low(j)
		if last >= 0 && (strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing") && !(j+1 < len(w) && w[j+1].Class == Latin && strings.HasSuffix(w.low(j+1), "s"))) && j > i { // but: three online training modules
			break
		}
		last = j
		if low != Stem(low) && strings.HasSuffix(low, "s") || irregular[low] == "person" || irregular[low] == "woman" || irregular[low] == "man" || irregular[low] == "child" {
			break
		}
	}
	if last < 0 {
		return "", i, i, false
	}
	return Stem(w.low(last)), from, last, true
}

// frequency reads annually, twice a year, three times per month, every quarter, every two years, each of the four quarters, from word i.
func (w wordList) frequency(i int) (Quantity, int, bool) {
	low := w.low(i)
	make := func(v float64, end int) (Quantity, int, bool) {
		named := low == "every" || low == "each"
		return Quantity{Value: round4(v), Unit: "time", Kind: Frequency, Named: named, Span: Span{w[i].Start, w[end-1].End}}, end, true
	}
	if v := adverbs[low]; v > 0 {
		q, end, ok := make(v, i+1)
		q.Named = true
		return q, end, ok
	}
	times, j := 0.0, i
	switch {
	case low == "once":
		times, j = 1, i+1
	case low == "twice":
		times, j = 2, i+1
	case low == "thrice":
		times, j = 3, i+1
	case low == "every" || low == "each":
		times = 1
	case low == "alternate" && periods[w.low(i+1)] != "": // in alternate weeks
		return make(perYear(periods[w.low(i+1)])/2, i+2)
	case periods[low] != "" && (w.low(i+1) == "by" || w.low(i+1) == "after") && w.low(i+2) == low: // month by month
		q, end, ok := make(perYear(periods[low]), i+3)
		q.Named = true
		return q, end, ok
	default:
		if v, next, ok := w.number(i); ok && (w.low(next) == "times" || w.low(next) == "occasions") {
			times, j = v, next+1
		}
	}
	if times == 0 {
		return Quantity{}, i, false
	}
	switch w.low(j) {
	case "during", "over", "within", "throughout":
		if w.low(j+1) != "the" || periods[w.low(j+2)] == "" {
			return Quantity{}, i, false
		}
		j += 2
	case "a", "per", "in":
		if j++; w.phrase(j, "the course of") > 0 { // twice in the course of the year
			j += 3
		}
		if w.low(j) == "each" || w.low(j) == "every" || w.low(j) == "a" || w.low(j) == "the" {
			j++
		}
	case "every", "each":
		j++
	default:
		return Quantity{}, i, false
	}
	every := 1.0
	if w.phrase(j, "of the") > 0 {
		j += 2
	}
	if w.low(j) == "other" || w.low(j) == "second" {
		every, j = 2, j+1
	} else if n := everyNth[w.low(j)]; n > 0 && periods[w.low(j+1)] != "" {
		every, j = n, j+1 // every third year
	} else if w.low(j) == "financial" || w.low(j) == "fiscal" || w.low(j) == "calendar" {
		j++
	} else if j < len(w) {
		if v, next, ok := w.number(j); ok {
			if periods[w.low(next)] == "quarter" || v <= 0 {
				v = 1 // each of the four quarters
			}
			every, j = v, next
		}
	}
	p := perYear(periods[w.low(j)])
	if periods[w.low(j)] == "fortnight" {
		p = 26
	}
	if p == 0 {
		return Quantity{}, i, false
	}
	return make(times*p/every, j+1)
}

// monthsOfYear are no things that are counted: 26 January.
var monthsOfYear = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true}

// yearlyEn stand behind the number of a year: 2025 autumn storms, 2024 harvest festivals.
var yearlyEn = set("spring summer autumn fall winter season easter christmas harvest vintage crop growing sowing planting nesting breeding spawning bathing skiing heating flu fire flood storm hurricane monsoon holiday school academic financial fiscal calendar budget election electoral census")

// manyEn says whether a noun is a plural by its ending: stations, and not census, process or analysis.
func manyEn(noun string) bool {
	for _, one := range []string{"us", "ss", "is"} {
		if strings.HasSuffix(noun, one) {
			return false
		}
	}
	return strings.HasSuffix(noun, "s")
}

// yearOfName says whether the number v, words i to next, is the year in a name or of an event: the Clean Rivers Strategy 2022,
// the 2025 season. (Its caller has seen that no plural follows, which it would count.)
func (w wordList) yearOfName(i, next int, v float64) bool {
	if i == 0 || next != i+1 || len(w[i].low) != 4 || v < 1900 || v > 2100 {
		return false
	}
	switch w.low(i - 1) {
	case "the", "this", "its", "their", "our":
		return true
	}
	c := w[i-1].Text[0]
	return c >= 'A' && c <= 'Z'
}

// everyNth are ordinals behind every: every third year.
var everyNth = map[string]float64{"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
