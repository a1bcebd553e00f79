package lang_test

import (
	"strings"
	"testing"

	"plandiff/lang"
)

// A cell of about 300 characters in each language.
var cells = map[string]string{
	"ja": strings.Repeat("引き続き、海岸の監視員に対し、離岸流に関する講習を年２回、全国12か所で開き、延べ1,500人の参加を得るとともに、講習に用いる教材の見直しを令和６年度末までに行う（再掲）。", 4)[:900],
	"en": strings.Repeat("The Harbour Office will train 45 lifeguards twice a year and publish a report by March 2026. ", 4)[:300],
}

func BenchmarkTokens(b *testing.B) {
	for _, code := range []string{"ja", "en"} {
		b.Run("language="+code, func(b *testing.B) {
			for b.Loop() {
				lang.Of(code).Tokens(cells[code])
			}
		})
	}
}

func BenchmarkQuantities(b *testing.B) {
	for _, code := range []string{"ja", "en"} {
		b.Run("language="+code, func(b *testing.B) {
			for b.Loop() {
				lang.Of(code).Quantities(cells[code])
			}
		})
	}
}

func BenchmarkDates(b *testing.B) {
	for _, code := range []string{"ja", "en"} {
		b.Run("language="+code, func(b *testing.B) {
			for b.Loop() {
				lang.Of(code).Dates(cells[code])
			}
		})
	}
}

func BenchmarkSentences(b *testing.B) {
	for _, code := range []string{"ja", "en"} {
		b.Run("language="+code, func(b *testing.B) {
			for b.Loop() {
				lang.Of(code).Sentences(cells[code])
			}
		})
	}
}
