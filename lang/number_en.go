package lang

import "strings"

// number reads 1,240 or 3.5 million or twenty-five or two hundred, from word i.
func (w wordList) number(i int) (float64, int, bool) {
	var v float64
	j := i
	if t := w[i]; t.Class == Number && t.low[0] >= '0' && t.low[0] <= '9' {
		r := []rune(t.Norm)
		n, _ := scanNumber(r, 0)
		v = n.value
		if rest := string(r[n.end:]); rest != "" {
			if bigNumbers[rest] == 0 || rest == "dozen" { // 5G, 3rd, 2024-25
				return 0, i + 1, false
			}
			v *= bigNumbers[rest]
		}
		j++
	} else {
		s := w.low(i)
		v = smallNumber(s)
		big := func(k int) bool { return w.low(k) == "a" && bigNumbers[w.low(k+1)] >= 12 && len(w.low(k+1)) > 2 }
		switch {
		case v > 0:
		case s == "half" && big(i+1): // half a million
			v = 0.5
			j++
		case s == "quarter" && w.low(i+1) == "of" && big(i+2): // a quarter of a million
			v = 0.25
			j += 2
		case s == "a" && (bigNumbers[w.low(i+1)] >= 12 && len(w.low(i+1)) > 2):
			v = 1
		default:
			return 0, i + 1, false
		}
		j++
	}
	for j < len(w) && len(w.low(j)) > 2 && bigNumbers[w.low(j)] > 0 {
		v *= bigNumbers[w.low(j)]
		j++
	}
	if v >= 100 && w.low(j) == "and" && w.low(j-1) != "dozen" && bigNumbers[w.low(j-1)] > 0 { // a hundred and twenty
		if n := smallNumber(w.low(j + 1)); n > 0 {
			v, j = v+n, j+2
		}
	}
	return v, j, true
}

// smallNumber is the value of a number word below a hundred, twenty or twenty-five; 0 if it is none.
func smallNumber(s string) float64 {
	if a, b, compound := strings.Cut(s, "-"); compound {
		if smallNumbers[a] >= 20 && smallNumbers[b] > 0 && smallNumbers[b] < 10 {
			return smallNumbers[a] + smallNumbers[b]
		}
		return 0
	}
	return smallNumbers[s]
}
