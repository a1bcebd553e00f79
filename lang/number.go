package lang

import "math"

// number is a number found in folded text.
type number struct {
	value float64
	end   int  // rune after it
	kanji bool // written in kanji numerals alone: 百二十
}

// kanjiDigit gives the value of a kanji digit, or -1.
func kanjiDigit(c rune) int {
	switch c {
	case '〇', '零':
		return 0
	case '一', '壱':
		return 1
	case '二', '弐':
		return 2
	case '三', '参':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// small and large give the value of a kanji multiplier, or 0.
func small(c rune) float64 {
	switch c {
	case '十', '拾':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

func large(c rune) float64 {
	switch c {
	case '万', '萬':
		return 1e4
	case '億':
		return 1e8
	case '兆':
		return 1e12
	}
	return 0
}

func numeral(c rune) bool {
	return isDigit(c) || kanjiDigit(c) >= 0 && c != '参' || small(c) > 0 || large(c) > 0
}

// scanNumber reads the number that starts at i: 1,240, 3.5, ８万, 1億2千万, 百二十, 二〇二五. ok is false where none starts.
// A full stop or comma is part of it only between digits (a comma before exactly three). The numerals 参 and 壱 count
// only inside a number: 参 begins too many words.
func scanNumber(r []rune, i int) (n number, ok bool) {
	if i >= len(r) || !numeral(r[i]) {
		return number{}, false
	}
	if large(r[i]) > 0 || r[i] == '零' { // 万全, 億劫: a multiplier alone is no number
		return number{}, false
	}
	var total, section, current float64
	have, kanji := false, true
	j := i
scan:
	for j < len(r) {
		c := r[j]
		switch {
		case isDigit(c):
			if have {
				break scan // 三5
			}
			current, j = scanDigits(r, j)
			have, kanji = true, false
		case kanjiDigit(c) >= 0 && !(c == '参' && j == i):
			d := float64(kanjiDigit(c))
			if have {
				if !kanji || current == math.Trunc(current) && current > 9999 {
					break scan
				}
				current = current*10 + d // 二〇二五
			} else {
				current = d
			}
			have = true
			j++
		case small(c) > 0:
			if !have {
				current = 1
			}
			section += current * small(c)
			current, have = 0, false
			j++
		case large(c) > 0:
			if have {
				section += current
			}
			if section == 0 {
				break scan
			}
			total += section * large(c)
			section, current, have = 0, 0, false
			j++
		default:
			break scan
		}
	}
	if j == i {
		return number{}, false
	}
	if have {
		section += current
	}
	return number{total + section, j, kanji}, true
}

// scanDigits reads digits with thousands commas and a decimal point.
func scanDigits(r []rune, i int) (float64, int) {
	value, j := 0.0, i
	for j < len(r) {
		if isDigit(r[j]) {
			value = value*10 + float64(r[j]-'0')
			j++
			continue
		}
		if r[j] == ',' && j+3 < len(r) && isDigit(r[j+1]) && isDigit(r[j+2]) && isDigit(r[j+3]) && (j+4 >= len(r) || !isDigit(r[j+4])) {
			j++
			continue
		}
		break
	}
	if j+1 < len(r) && r[j] == '.' && isDigit(r[j+1]) {
		scale := 0.1
		for j++; j < len(r) && isDigit(r[j]); j++ {
			value += float64(r[j]-'0') * scale
			scale /= 10
		}
		value = math.Round(value*1e9) / 1e9
	}
	return value, j
}

// partOfName says whether the digits from i to end belong to a number like 2.4.1, 3-2, 2.4(1) or to a name (IPv6, SP800-53, 5G).
func partOfName(r []rune, i, end int) bool {
	if i > 0 && (isLatin(r[i-1]) && r[i-1] < 0x80 || r[i-1] == '.' && i > 1 && isDigit(r[i-2])) {
		return true
	}
	if i > 1 && r[i-1] == '-' && (isLatin(r[i-2]) || isDigit(r[i-2])) {
		return true
	}
	if end < len(r) && (r[end] == '.' && end+1 < len(r) && isDigit(r[end+1])) {
		return true
	}
	return false
}
