package read

import (
	"archive/zip"
	"fmt"
	"strconv"
	"strings"
)

// numbering counts the lists of a Word document: their numbers stand nowhere in its text.
type numbering struct {
	lists  map[string]string // numId → abstractNumId
	levels map[string][]listLevel
	counts map[string][]int // abstractNumId → count per level
}

// listLevel is how one level of a list is numbered.
type listLevel struct {
	format string // numFmt: bullet, decimal, aiueoFullWidth …
	text   string // lvlText: "(%1)"
	start  int
}

func docxNumbering(z *zip.Reader) (*numbering, error) {
	n := &numbering{lists: map[string]string{}, levels: map[string][]listLevel{}, counts: map[string][]int{}}
	b, err := zipPart(z, "word/numbering.xml")
	if err != nil || b == nil {
		return n, err
	}
	root, err := parseXML(b)
	if err != nil {
		return n, fmt.Errorf("word/numbering.xml: %w", err)
	}
	all := root.child("numbering")
	if all == nil {
		return n, nil
	}
	for _, e := range all.children {
		switch e.name {
		case "abstractNum":
			var levels []listLevel
			for _, l := range e.children {
				if l.name != "lvl" {
					continue
				}
				start, err := strconv.Atoi(l.val("start"))
				if err != nil {
					start = 1
				}
				levels = append(levels, listLevel{format: l.val("numFmt"), text: l.val("lvlText"), start: start})
			}
			n.levels[e.attr["abstractNumId"]] = levels
		case "num":
			n.lists[e.attr["numId"]] = e.val("abstractNumId")
		}
	}
	return n, nil
}

// next counts one on and gives the number as shown, with a blank after it; "" for a list that is not there.
func (n *numbering) next(id string, level int) string {
	list, ok := n.lists[id]
	levels := n.levels[list]
	if !ok || level < 0 || level >= len(levels) {
		return ""
	}
	counts := n.counts[list]
	for len(counts) < len(levels) {
		counts = append(counts, levels[len(counts)].start-1)
	}
	counts[level]++
	for k := level + 1; k < len(counts); k++ {
		counts[k] = levels[k].start - 1 // deeper levels begin again
	}
	n.counts[list] = counts
	l := levels[level]
	if l.format == "bullet" {
		if strings.ContainsFunc(l.text, func(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r == 'l' || r == 'n' || r == 'u' }) {
			return "・" // a sign of a symbol font
		}
		return l.text
	}
	text := l.text
	for k := range levels {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(k+1), numeral(levels[k].format, counts[k]))
	}
	if text == "" {
		return ""
	}
	return text + " "
}

const (
	aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
	iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
	kanji = "一二三四五六七八九"
)

// numeral writes a count as the list's format does; plain digits where the format is none of those that plans use.
func numeral(format string, n int) string {
	nth := func(series string) string {
		rs := []rune(series)
		if n < 1 || n > len(rs) {
			return strconv.Itoa(n)
		}
		return string(rs[n-1])
	}
	switch format {
	case "aiueo", "aiueoFullWidth":
		return nth(aiueo)
	case "iroha", "irohaFullWidth":
		return nth(iroha)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "upperLetter":
		return nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerLetter":
		return nth("abcdefghijklmnopqrstuvwxyz")
	case "lowerRoman":
		if n > 0 && n < 11 {
			return []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}[n-1]
		}
	case "japaneseCounting", "ideographDigital", "chineseCounting":
		switch {
		case n > 0 && n < 10:
			return nth(kanji)
		case n >= 10 && n < 100:
			rs := []rune(kanji)
			s := "十"
			if n >= 20 {
				s = string(rs[n/10-1]) + s
			}
			if n%10 > 0 {
				s += string(rs[n%10-1])
			}
			return s
		}
	}
	return strconv.Itoa(n)
}
