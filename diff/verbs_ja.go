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
	if len(x) == 1 && len(y) == 2 && y[0] == x[0] && strings.ContainsRune("替換直戻", y[1]) {
		return false // 植え替える is done to what was planted
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

// byWayOfJa are words behind を that make of it how something is done, and not what it is done to: 代理店を通じて配布する.
var byWayOfJa = newWordSet("を通じ", "を通し", "を用い", "を対象", "を中心", "を経", "をもって", "を踏まえ", "を含め", "を基に", "を基と", "をもとに", "をめぐ", "を使っ", "を使い", "を活用し", "を利用し", "を介し", "を念頭", "を交え", "を軸", "を問わ", "を目途", "をはじめ", "を始めと")

// objectAtJa is where the を stands that marks the object of the verb at vb; -1 if there is none.
func objectAtJa(t []rune, vb int) int {
	for k := vb - 1; k > 0; k-- {
		if t[k] == 'を' && byWayOfJa.at(t, k) == 0 {
			return k
		}
	}
	return -1
}

// nounsInI are kanji of verbs whose noun ends in い, as adjectives do: 話合い, 取扱い, 集い.
const nounsInI = "合会扱払争違勢疑狙願集使戦商占祝誓憩救償問思想匂食買舞習縫拾洗養"

// withoutAside cuts a bracket off the end of a clause, in which nothing is promised: 「集いを開催する(再掲)」.
func withoutAside(r []rune) []rune {
	end := len(r)
	for end > 0 && (r[end-1] == '。' || r[end-1] == '、' || r[end-1] == ' ') {
		end--
	}
	if end == 0 || r[end-1] != ')' {
		return r
	}
	open := lastIndex(r[:end], '(')
	if open < 4 || !isHira(r[open-1]) {
		return r
	}
	return r[:open]
}

// startsFromJa is where the noun ends with which an act begins whose verb stands at vb, 0 if there is none: 研究から取り組み直す, 工事に着手する.
func startsFromJa(t []rune, vb int, verb string) int {
	switch {
	case vb > 2 && t[vb-2] == 'か' && t[vb-1] == 'ら':
		return vb - 2
	case vb > 2 && verb == "着手" && t[vb-1] == 'に':
		return vb - 1
	}
	return 0
}

// toPersonsJa says whether a noun phrase ends in people or bodies, to whom something is done: 図書館の職員, 中小の事業者, but not 開校 or 増員.
func toPersonsJa(r []rune) bool {
	w := trimMarks(r)
	for _, more := range []string{"等", "など"} {
		if endsIn(w, more) {
			w = w[:len(w)-len([]rune(more))]
		}
	}
	if !endsWith(w, personsJa...) {
		return false
	}
	k := len(w)
	for k > 0 && isWordJa(w[k-1]) {
		k--
	}
	return len(w)-k < 2 || !strings.ContainsRune("開閉増減入出帰", w[k]) || len(w)-k > 2
}

// personsJa are ends of nouns for people and bodies.
var personsJa = []string{"者", "職員", "社員", "教員", "会員", "組合員", "隊員", "団員", "議員", "委員", "指導員", "相談員", "支援員", "従業員", "乗員", "船員", "研究員", "専門員", "係員", "人", "法人", "住民", "市民", "国民", "島民", "区民", "町民", "村民", "県民", "学生", "生徒", "児童", "園児", "学童", "幼児", "留学生", "研修生", "実習生", "教師", "医師", "看護師", "薬剤師", "保健師", "栄養士", "介護士", "保育士", "弁護士", "税理士", "建築士", "技師", "技士", "教諭", "教官", "長", "教頭", "校長", "園長", "所長", "局長",
	"世帯", "家庭", "家族", "保護者", "親", "夫婦", "女性", "男性", "若者", "若手", "子ども", "子供", "こども", "高齢者", "青年", "少年", "農家", "漁家", "林家", "商店", "店舗", "企業", "会社", "メーカー", "団体", "組合", "協会", "協議会", "連合会", "自治会", "町内会", "商工会", "学校", "大学", "高校", "小学校", "中学校", "高等学校", "幼稚園", "保育所", "病院", "診療所", "施設", "図書館", "博物館", "公民館", "保健所", "消防本部", "警察署", "税務署", "市町村", "都道府県", "自治体", "地方公共団体", "府省庁", "機関", "事業所", "工場", "ボランティア", "リーダー", "ドライバー", "オーナー", "ユーザー", "スタッフ", "担当", "担い手", "作り手", "売り手", "買い手", "乗客", "旅客", "観光客", "来場者", "司書", "職人", "工務店", "旅館", "ホテル", "クラブ", "サークル", "グループ"}

// sameKanji says whether two words have the same kanji, two or more, and differ in their kana: 引き下げ, 引下げ.
func sameKanji(a, b []rune) bool {
	n, i := 0, 0
	for _, c := range b {
		if !isHan(c) {
			continue
		}
		for i < len(a) && !isHan(a[i]) {
			i++
		}
		if i == len(a) || a[i] != c {
			return false
		}
		n, i = n+1, i+1
	}
	for i < len(a) && !isHan(a[i]) {
		i++
	}
	return n > 1 && i == len(a)
}
