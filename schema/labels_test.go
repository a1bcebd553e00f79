package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		label string
		want  Ordinal
	}{
		{"ア", Ordinal{Gojuon, "", 1}},
		{"(ｶ)", Ordinal{Gojuon, "", 6}}, // half-width, in brackets
		{"ン", Ordinal{Gojuon, "", 46}},
		{"アア", Ordinal{Gojuon, "", 47}},
		{"い", Ordinal{Hiragana, "", 2}},
		{"12", Ordinal{Arabic, "", 12}},
		{"１２", Ordinal{Arabic, "", 12}},
		{"1.2.3", Ordinal{Arabic, "1.2.", 3}},
		{"十二", Ordinal{Kanji, "", 12}},
		{"二十", Ordinal{Kanji, "", 20}},
		{"c", Ordinal{Lower, "", 3}},
		{"ab", Ordinal{Lower, "", 28}},
		{"⑳", Ordinal{Circled, "", 20}},
		{"㉑", Ordinal{Circled, "", 21}},
		{"ⅳ", Ordinal{Roman, "", 4}},
		{"viii", Ordinal{Roman, "", 8}},
		{"ヱ", Ordinal{Iroha, "", 43}},
	} {
		if got := Ordinals(c.label); assert.NotEmpty(t, got, c.label) {
			assert.Equal(t, c.want, got[0], c.label)
		}
	}
	for _, label := range []string{"", "再掲", "Annex", "-", "十十", "iiii"} {
		assert.Empty(t, Ordinals(label), label)
	}
}

func TestFollows(t *testing.T) {
	for _, c := range []struct {
		prev, next string
		steps      int
		known      bool
	}{
		{"ア", "イ", 1, true},
		{"ア", "ウ", 2, true},
		{"イ", "ロ", 1, true}, // イロハ, though ロ comes much later in アイウ
		{"ワ", "ン", 1, true}, // ヲ is left out
		{"ン", "アア", 1, true},
		{"z", "aa", 1, true},
		{"i", "ii", 1, true},
		{"h", "i", 1, true},
		{"カ", "オ", -1, true},
		{"1.9", "1.10", 1, true},
		{"1.9", "2.1", 0, false},
		{"ア", "1", 0, false},
		{"", "ア", 0, false},
	} {
		steps, known := Follows(c.prev, c.next)
		assert.Equal(t, c.known, known, "%s %s", c.prev, c.next)
		assert.Equal(t, c.steps, steps, "%s %s", c.prev, c.next)
	}
}

func TestSeriesOf(t *testing.T) {
	for _, c := range []struct {
		labels []string
		want   Series
		ok     bool
	}{
		{[]string{"イ", "ロ", "ハ"}, Iroha, true},
		{[]string{"ア", "ウ", "イ"}, Gojuon, true},
		{[]string{"イ", "ア", "ウ"}, Gojuon, true}, // out of order; イ is also the first of イロハ
		{[]string{"g", "h", "i"}, Lower, true},
		{[]string{"i", "ii", "iii"}, Roman, true},
		{[]string{"x", "本", "別"}, Lower, false},
	} {
		got, ok := SeriesOf(c.labels)
		assert.Equal(t, c.ok, ok, "%v", c.labels)
		if c.ok {
			assert.Equal(t, c.want, got, "%v", c.labels)
		}
	}
}
