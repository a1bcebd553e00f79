package lang_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"plandiff/lang"
)

func cut(s string, spans []lang.Span) string {
	r := []rune(s)
	var out []string
	for _, p := range spans {
		out = append(out, string(r[p.Start:p.End]))
	}
	return strings.Join(out, "|")
}

func TestDetect(t *testing.T) {
	assert.Equal(t, "ja", lang.Detect("CSIRTの訓練を行う。"))
	assert.Equal(t, "en", lang.Detect("The Agency will train staff."))
	assert.Equal(t, "en", lang.Detect("The Agency will run the exercise called 防災 with all of its regional partners in the north of the country."))
	assert.Equal(t, "ja", lang.Detect("123"))
}

func TestSentences(t *testing.T) {
	tests := []struct{ why, code, text, want string }{
		{"two sentences", "ja", "甲を行う。乙を行う。", "甲を行う。|乙を行う。"},
		{"a stop inside brackets ends none", "ja", "甲（以下「乙」という。）を行う。丙を行う。", "甲（以下「乙」という。）を行う。|丙を行う。"},
		{"a bracket that never closes swallows nothing", "ja", "甲（以下「乙という。丙を行う。", "甲（以下「乙という。|丙を行う。"},
		{"no stop at the end", "ja", "甲を行った。乙", "甲を行った。|乙"},
		{"white space between sentences belongs to none", "ja", " 甲。　乙。\n丙 ", "甲。|乙。|丙"},
		{"a bracket after the stop belongs to the sentence before", "ja", "「甲を行う。」乙。", "「甲を行う。」乙。"},
		{"decimals and full-width stops", "ja", "１．５倍にする。甲である．乙である．", "１．５倍にする。|甲である．|乙である．"},
		{"two English sentences", "en", "Train staff. Report twice.", "Train staff.|Report twice."},
		{"abbreviations, decimals, initials", "en", "See e.g. The Hague, No. 5 and 3.5 m. J. Smith of the U.S. Embassy agreed, cf. Annex 2.", "See e.g. The Hague, No. 5 and 3.5 m.|J. Smith of the U.S. Embassy agreed, cf. Annex 2."},
		{"etc. ends a sentence before a capital", "en", "Train guards, clerks, etc. Then report.", "Train guards, clerks, etc.|Then report."},
		{"sentences whose blank was lost in joining lines", "en", "Survey the coast from the air.It will report in 2025.The U.S. and E.U. agree.", "Survey the coast from the air.|It will report in 2025.|The U.S. and E.U. agree."},
		{"and before a number, a hyphen, capitals", "en", "Nine colleges were visited at night.12,000 copies went out.E-mails follow by 3 p.m.CCTV stays (see v2.1 and www.example.org, no.5, item 4.2).Then the EU.It ends.", "Nine colleges were visited at night.|12,000 copies went out.|E-mails follow by 3 p.m.CCTV stays (see v2.1 and www.example.org, no.5, item 4.2).|Then the EU.|It ends."},
		{"points of a list", "en", "The Office will:(a) train guards; and (b) survey item 2(a) of the coast.(c) Report.", "The Office will:|(a) train guards; and|(b) survey item 2(a) of the coast.|(c) Report."},
		{"quotation marks close with the sentence", "en", `He said "stop." Then left.`, `He said "stop."|Then left.`},
		{"a lower-case word goes on", "en", "Run the Yahoo! service. Stop.", "Run the Yahoo! service.|Stop."},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			assert.Equal(t, tt.want, cut(tt.text, lang.Of(tt.code).Sentences(tt.text)))
		})
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ why, code, text, want string }{
		{"compounds are cut into words of two, suffixes apart", "ja", "海上交通管理者", "海上 交通 管理者"},
		{"prefix and suffix", "ja", "新制度の有効性", "新 制度 の 有効性"},
		{"a verb keeps its okurigana", "ja", "港を整え、船を迎える", "港 を 整え 、 船 を 迎える"},
		{"function words with kanji", "ja", "港及び船に関する調査", "港 及び 船 に 関する 調査"},
		{"a number is whole, its counter apart", "ja", "延べ1,240人", "延べ 1,240 人"},
		{"a year is whole, in every notation", "ja", "2024年度と令和６年度と二〇二四年", "2024年度 と 令和６年度 と 二〇二四年"},
		{"names in Latin letters are whole", "ja", "IPv6とSP800-53とA&Bの5G", "IPv6 と SP800-53 と A&B の 5G"},
		{"numerals inside words are no numbers", "ja", "一部の四半期", "一部 の 四半期"},
		{"katakana", "ja", "サイバーセキュリティ・インシデント", "サイバーセキュリティ ・ インシデント"},
		{"English", "en", "The Agency's e-mail checks rose 12% in 2024-25.", "The Agency ' s e-mail checks rose 12 % in 2024-25 ."},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var out []string
			for _, tok := range lang.Of(tt.code).Tokens(tt.text) {
				if tok.Class != lang.Space {
					out = append(out, tok.Text)
				}
			}
			assert.Equal(t, tt.want, strings.Join(out, " "))
		})
	}
}

// Words that differ in inflection, width or notation meet in Norm.
func TestNormsMeet(t *testing.T) {
	pairs := [][3]string{{"ja", "整える", "整えた"}, {"ja", "ＩＣＴ", "ict"}, {"ja", "１２０", "百二十人"}, {"ja", "令和６年度", "2024年度"}, {"ja", "ｾﾝﾀｰ", "センター"}, {"ja", "８万", "80000"},
		{"en", "training", "trained"}, {"en", "studies", "studied"}, {"en", "planned", "plans"}, {"en", "held", "holding"}, {"en", "six", "6"}, {"en", "1,240", "1240"}, {"en", "services", "service"}}
	for _, p := range pairs {
		l := lang.Of(p[0])
		assert.Equal(t, l.Tokens(p[1])[0].Norm, l.Tokens(p[2])[0].Norm, "%s and %s", p[1], p[2])
	}
}

func TestPhrases(t *testing.T) {
	assert.Equal(t, "引き続き、|港湾管理者に対し、|年２回の|講習を|行う。|また、|報告する。", cut("引き続き、港湾管理者に対し、年２回の講習を行う。また、報告する。", lang.Of("ja").Phrases("引き続き、港湾管理者に対し、年２回の講習を行う。また、報告する。")))
	assert.Equal(t, "The office |will train |600 guards |by spring.", cut("The office will train 600 guards by spring.", lang.Of("en").Phrases("The office will train 600 guards by spring.")))
}

func TestNormal(t *testing.T) {
	tests := []struct{ why, in, want string }{
		{"widths", "ＡＢＣ　１２３（ｶﾞｽ）～", "ABC 123(ガス)〜"},
		{"numbers in digits", "百二十人、８万件、1,240円、2千人", "120人、80000件、1240円、2000人"},
		{"words with numerals stay", "一部、十分、第三者、四半期", "一部、十分、第三者、四半期"},
		{"composed", "か\u3099", "が"},
		{"no blanks between Japanese characters, one between Latin words", "甲 乙  A  B　丙", "甲乙A B丙"},
		{"marks that mean something stay", "①㎡㈱", "①㎡㈱"},
		{"leading zeros", "007号室", "007号室"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) { assert.Equal(t, tt.want, lang.Of("ja").Normal(tt.in).Value) })
	}
	n := lang.Of("ja").Normal("計１，２４０人")
	assert.Equal(t, "計1240人", n.Value)
	assert.Equal(t, lang.Span{Start: 1, End: 6}, n.Span(lang.Span{Start: 1, End: 5}), "the span of the number in the original")
}

func TestSame(t *testing.T) {
	tests := []struct {
		code, a, b string
		want       bool
	}{
		{"ja", "2023年度に講習を行う。", "引き続き、2024年度に講習を 行う。", true},
		{"ja", "令和５年度末までに講習を行う。", "令和６年度末までに講習を行う。", true},
		{"ja", "講習を12会場で行う。", "講習を１２会場で行う。", true},
		{"ja", "講習を12会場で行う。", "講習を15会場で行う。", false},
		{"ja", "講習を行う。", "講習等を行う。", false},
		{"en", "Publish weekly advice in FY2024.", "Continue to publish weekly advice in FY2025.", true},
		{"en", "Publish weekly advice.", "Publish monthly advice.", false},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, lang.Of(tt.code).Same(tt.a, tt.b), "%s / %s", tt.a, tt.b)
	}
}

func TestMinistries(t *testing.T) {
	names := func(code, s string) string {
		var out []string
		for _, m := range lang.Of(code).Ministries(s) {
			out = append(out, m.Name)
		}
		return strings.Join(out, "; ")
	}
	assert.Equal(t, "総務省; 国土交通省; 内閣サイバーセキュリティセンター", names("ja", "総務省及び国交省はNISCと連携する。"))
	assert.Empty(t, names("ja", "都道府県警察は環境省令により"))
	assert.Equal(t, "Harbour Safety Agency; Department for Rivers and Lakes", names("en", "The Harbour Safety Agency and the Department for Rivers and Lakes will meet."))
	assert.Equal(t, "総務省", lang.FindMinistry("総 務 省").Name)
	assert.Equal(t, []string{"国家サイバー統括室"}, lang.FindMinistry("NISC").Successors)
	assert.Nil(t, lang.FindMinistry("架空省"))
}

// The successors that the table names are in the table, and no name stands in two rows.
func TestMinistryTable(t *testing.T) {
	seen := map[string]string{}
	for _, m := range lang.Ministries() {
		for _, n := range append(append([]string{m.Name}, m.Aliases...), m.En...) {
			assert.Empty(t, seen[n], "%s is also a name of %s", n, seen[n])
			seen[n] = m.Name
		}
		for _, s := range m.Successors {
			if assert.NotNil(t, lang.FindMinistry(s), s) {
				assert.GreaterOrEqual(t, m.To, lang.FindMinistry(s).From-1, "%s ends before %s begins", m.Name, s)
			}
		}
	}
}

var seeds = []string{"引き続き、12か所（「港」。）で。", "ｶﾞ　か\u3099㎡①、1,240.5％", "By FY2025, e.g. 3.5 m. J. R.", "令和元年三月末まで", "a\xffb。\n", "百二十一万の〇〇、2024-25", "毎月２", "第", "年度内", "1億", "five of the", "every", "twice a", "９，"}

// Whatever the text: spans are valid, tokens and phrases tile it, sentences hold every rune but white space.
func FuzzText(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, ja bool) {
		l := lang.Of("en")
		if ja {
			l = lang.Of("ja")
		}
		r := []rune(s)
		inside := make([]bool, len(r))
		end := 0
		for _, p := range l.Sentences(s) {
			assert.True(t, p.Start >= end && p.Start < p.End && p.End <= len(r), "sentence %v", p)
			for i := p.Start; i < p.End && i < len(r); i++ {
				inside[i] = true
			}
			end = p.End
		}
		for i, c := range r {
			assert.True(t, inside[i] || unicode.IsSpace(c), "rune %d %q in no sentence", i, c)
		}
		var joined strings.Builder
		end = 0
		for _, tok := range l.Tokens(s) {
			assert.Equal(t, end, tok.Start)
			assert.Equal(t, tok.End-tok.Start, utf8.RuneCountInString(tok.Text))
			joined.WriteString(tok.Text)
			end = tok.End
		}
		assert.Equal(t, len(r), end)
		assert.Equal(t, s, joined.String())
		end = 0
		for _, p := range l.Phrases(s) {
			assert.Equal(t, end, p.Start)
			end = p.End
		}
		assert.Equal(t, len(r), end)
		n := l.Normal(s)
		values := []rune(n.Value)
		if assert.Len(t, n.From, len(values)+1) {
			for i := range values {
				p := n.Span(lang.Span{Start: i, End: i + 1})
				assert.True(t, p.Start >= 0 && p.Start <= p.End && p.End <= len(r), "rune %d of the normal form comes from %v", i, p)
			}
		}
		for _, q := range l.Quantities(s) {
			assert.True(t, q.Span.Start >= 0 && q.Span.Start < q.Span.End && q.Span.End <= len(r), "quantity %+v", q)
		}
		for _, d := range l.Dates(s) {
			assert.True(t, d.Span.Start >= 0 && d.Span.Start < d.Span.End && d.Span.End <= len(r), "date %+v", d)
			assert.LessOrEqual(t, d.From, d.To)
		}
		for _, m := range l.Ministries(s) {
			assert.True(t, m.Span.Start < m.Span.End && m.Span.End <= len(r), "mention %+v", m)
		}
		assert.True(t, l.Same(s, s))
	})
}
