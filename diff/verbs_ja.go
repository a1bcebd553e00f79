package diff

import (
	"strings"
	"unicode/utf8"
)

// lightVerbJa says whether a verb of one kanji is light. 開く and 定める are none, though 開 of 開始 and 定 of 予定 are.
func lightVerbJa(c rune) bool {
	return c != '開' && c != '定' && strings.ContainsRune(lightJa, c)
}

// stemEndJa are the kana in which the first verb of a compound ends: 聞き取り, 貸し出す, 受け入れる.
const stemEndJa = "きしちびみりぎけせべめれげえてね"

// sameVerbJa says whether two verbs are one act: the same word, or a word of Chinese and one of Japanese origin with the same kanji,
// 配布する and 配る, 開催する and 開く.
func sameVerbJa(a, b string) bool {
	if a == b {
		return a != ""
	}
	if min(len(a), len(b)) > utf8.UTFMax {
		return false // none of the two is of one letter
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 && x[0] == '定' {
		return len(y) == 2 && strings.Contains("策定制定設定決定規定所定", string(y)) // 測定 is no 定める
	}
	return len(x) == 1 && len(y) == 2 && isHan(x[0]) && !lightVerbJa(x[0]) && (y[0] == x[0] || y[1] == x[0])
}

// adverbsJa are written in kanji and stand right before a verb, in one run with it: 今後行わない, 随時更新する.
var adverbsJa = newWordSet(strings.Fields(`今後 以後 以降 当面 今回 現在 随時 適宜 適時 順次 逐次 都度 別途 毎年度 毎年 毎月 毎週 毎日 毎回 今年度 本年度 来年度 次年度 翌年度 同年度 年度内 年度中 期間中 全国 全件 全数 全員 無料 無償 直接 複数回 再度 改めて`)...)

// adverbJa is how many runes of such adverbs a run of kanji opens with; what is left is a verb.
func adverbJa(run []rune) int {
	if n := adverbsJa.at(run, 0); n < len(run) {
		return n
	}
	return 0
}
