package words_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"plandiff/diff/words"
	"plandiff/lang"
)

// show writes edits in one line: [-deleted-]{+inserted+}.
func show(edits []words.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case words.Delete:
			b.WriteString("[-" + e.Text + "-]")
		case words.Insert:
			b.WriteString("{+" + e.Text + "+}")
		default:
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

func TestDiffShowsPhrases(t *testing.T) {
	tests := []struct{ why, code, old, new, want string }{
		{"nothing changed", "ja", "講習を行う。", "講習を行う。", "講習を行う。"},
		{"words added inside a phrase stay an insertion", "ja", "港湾の管理者に講習を行う。", "港湾及び漁港の管理者に講習を行う。", "港湾{+及び漁港+}の管理者に講習を行う。"},
		{"a number changes whole, with what it counts", "ja", "講習を12会場で開く。", "講習を15会場で開く。", "講習を[-12会場で-]{+15会場で+}開く。"},
		{"a year is never cut", "ja", "2023年度に講習を開く。", "2024年度に講習を開く。", "[-2023年度に-]{+2024年度に+}講習を開く。"},
		{"so in an era", "ja", "令和５年度末までに開く。", "令和６年度末までに開く。", "[-令和５年度末までに-]{+令和６年度末までに+}開く。"},
		{"a word left out", "ja", "引き続き、講習を開く。", "講習を開く。", "[-引き続き、-]講習を開く。"},
		{"a verb changes as a phrase", "ja", "導入を検討する。", "導入を実施する。", "導入を[-検討する。-]{+実施する。+}"},
		{"particles that both happen to have do not break a rewritten stretch", "ja", "橋の点検を行う。", "港の清掃を行う。", "[-橋の点検を-]{+港の清掃を+}行う。"},
		{"English: the number with its words", "en", "Train 600 officers in spring.", "Train 800 officers in spring.", "Train [-600 officers -]{+800 officers +}in spring."},
		{"English: thousands and fiscal years whole", "en", "Reach 1,240 farms in 2024-25.", "Reach 1,300 farms in 2025-26.", "Reach [-1,240 farms in 2024-25.-]{+1,300 farms in 2025-26.+}"},
		{"English: a pure insertion", "en", "Survey state forests.", "Survey state and private forests.", "Survey state {+and private +}forests."},
		{"everything new", "ja", "", "講習を開く。", "{+講習を開く。+}"},
		{"everything gone", "ja", "講習を開く。", "", "[-講習を開く。-]"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			assert.Equal(t, tt.want, show(words.Diff(lang.Of(tt.code), tt.old, tt.new)))
		})
	}
}

// Composition is no difference: the two forms of が look alike and are compared alike.
func TestDiffSeesNoDifferenceInComposition(t *testing.T) {
	nfd := "か\u3099くしゅうを開く。"
	assert.Equal(t, []words.Edit{{Op: words.Equal, Text: "がくしゅうを開く。"}}, words.Diff(lang.Of("ja"), nfd, "がくしゅうを開く。"))
}

// restores checks the properties every list of edits has.
func restores(t *testing.T, code, old, new string) {
	t.Helper()
	edits := words.Diff(lang.Of(code), old, new)
	var a, b strings.Builder
	last := words.Op("")
	for _, e := range edits {
		assert.NotEmpty(t, e.Text)
		assert.NotEqual(t, last, e.Op, "neighbours of one kind: %s", show(edits))
		assert.False(t, last == words.Insert && e.Op == words.Delete, "insert before delete: %s", show(edits))
		last = e.Op
		if e.Op != words.Insert {
			a.WriteString(e.Text)
		}
		if e.Op != words.Delete {
			b.WriteString(e.Text)
		}
	}
	assert.Equal(t, words.Clean(old), a.String())
	assert.Equal(t, words.Clean(new), b.String())
}

// mutate changes a text in a few places, with pieces of itself and of numbers.
func mutate(r *rand.Rand, s string) string {
	runes := []rune(s)
	for range 1 + r.IntN(4) {
		i := r.IntN(len(runes) + 1)
		j := min(len(runes), i+r.IntN(6))
		pieces := []string{"", "及び", "1,240", "２０２５年度", " officers", "（注）", string(runes[:min(len(runes), 5)])}
		runes = append(append(append([]rune{}, runes[:i]...), []rune(pieces[r.IntN(len(pieces))])...), runes[j:]...)
	}
	return string(runes)
}

func TestEditsRestoreBothTexts(t *testing.T) {
	texts := []string{
		"引き続き、海岸の監視員に対し、離岸流に関する講習を年２回、全国12か所で開き、延べ1,500人の参加を得る（2024年度末まで）。",
		"The Harbour Office will train 45 lifeguards twice a year and publish a report by March 2026.",
	}
	r := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		s := texts[r.IntN(2)]
		restores(t, lang.Detect(s), s, mutate(r, s))
		restores(t, lang.Detect(s), mutate(r, s), mutate(r, s))
	}
}

// A number of one text never stands cut in an edit: every edit begins and ends outside digits of its text.
func TestNumbersAreNeverCut(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		old := fmt.Sprintf("講習を%d会場で%d年度に開き、%d,%03d人を集める。", r.IntN(50), 2020+r.IntN(9), 1+r.IntN(9), r.IntN(1000))
		new := fmt.Sprintf("講習を%d会場で%d年度に開き、%d,%03d人を集める。", r.IntN(50), 2020+r.IntN(9), 1+r.IntN(9), r.IntN(1000))
		prev := ""
		for _, e := range words.Diff(lang.Of("ja"), old, new) {
			if prev != "" && e.Op == words.Equal {
				assert.False(t, digit(prev[len(prev)-1]) && digit(e.Text[0]), "%s → %s", old, new)
			}
			prev = e.Text
		}
	}
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// More than maxTokens tokens go by sentence, and still restore both texts.
func TestLongTexts(t *testing.T) {
	var a, b strings.Builder
	for i := range 1200 {
		fmt.Fprintf(&a, "第%d地区の点検を年%d回行う。", i, i%5)
		if i%100 != 0 {
			fmt.Fprintf(&b, "第%d地区の点検を年%d回行う。", i, i%5)
		}
	}
	restores(t, "ja", a.String(), b.String())
	edits := words.Diff(lang.Of("ja"), a.String(), b.String())
	assert.Len(t, edits, 24, "twelve sentences left out: twelve deletions before twelve kept stretches")
}

func FuzzDiff(f *testing.F) {
	f.Add("講習を12会場で開く。", "講習を15会場で開く。", true)
	f.Add("a\xffb", "a\uFFFDc", false)
	f.Add("か\u3099", "が", true)
	f.Add("\u0301", "e", false)
	f.Fuzz(func(t *testing.T, old, new string, ja bool) {
		if utf8.RuneCountInString(old) > 2000 || utf8.RuneCountInString(new) > 2000 {
			t.Skip("longer than a cell of the fuzz corpus need be")
		}
		code := "en"
		if ja {
			code = "ja"
		}
		restores(t, code, old, new)
	})
}

func BenchmarkDiff(b *testing.B) {
	sentence := "引き続き、海岸の監視員に対し、離岸流に関する講習を年２回、全国12か所で開き、延べ1,500人の参加を得る。"
	for _, n := range []int{1, 6, 180} {
		old := strings.Repeat(sentence, n)
		r := rand.New(rand.NewPCG(1, 1))
		new := mutate(r, mutate(r, old))
		b.Run(fmt.Sprintf("runes=%d", utf8.RuneCountInString(old)), func(b *testing.B) {
			for b.Loop() {
				words.Diff(lang.Of("ja"), old, new)
			}
		})
	}
	var x, y strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&x, "甲%d乙、", i)
		fmt.Fprintf(&y, "丙%d丁。", i+5000)
	}
	b.Run(fmt.Sprintf("nothing-shared/runes=%d", utf8.RuneCountInString(x.String())), func(b *testing.B) {
		for b.Loop() {
			words.Diff(lang.Of("ja"), x.String(), y.String())
		}
	})
}
