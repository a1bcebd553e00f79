package lang

import "strings"

// counters are the units that follow numbers, with their normal form where it differs. Kanji numerals count only before one of these;
// digits also before any other noun (42都道府県).
var counters = map[string]string{
	"人": "人", "名": "人", "者": "者", "件": "件", "回": "回", "度": "度", "社": "社", "校": "校", "園": "園", "か所": "か所", "箇所": "か所", "ヶ所": "か所", "カ所": "か所", "ヵ所": "か所", "ケ所": "か所", "ヵ国": "か国", "か国": "か国", "カ国": "か国", "ヶ国": "か国", "箇国": "か国", "国": "か国", "ケ国": "か国",
	"機関": "機関", "団体": "団体", "組織": "組織", "会場": "会場", "地域": "地域", "地区": "地区", "自治体": "自治体", "市町村": "市町村", "市区町村": "市区町村", "都道府県": "都道府県", "道府県": "都道府県", "都府県": "都道府県", "都県": "都道府県", "道県": "都道府県", "府省庁": "府省庁", "省庁": "省庁", "府省": "府省庁", "事業者": "事業者", "企業": "企業", "大学": "大学", "拠点": "拠点", "施設": "施設", "分野": "分野", "業種": "業種", "業界": "業界",
	"種類": "種類", "種": "種類", "項目": "項目", "点": "点", "例": "例", "事例": "例", "台": "台", "本": "本", "部": "部", "冊": "冊", "枚": "枚", "基": "基", "隻": "隻", "機": "機", "機種": "機種", "頭": "頭", "羽": "羽", "床": "床", "棟": "棟", "戸": "戸", "世帯": "世帯", "班": "班", "チーム": "チーム", "コース": "コース", "講座": "講座", "科目": "科目", "テーマ": "テーマ", "課題": "課題",
	"ブロック": "ブロック", "ページ": "頁", "頁": "頁", "言語": "言語", "か国語": "言語", "路線": "路線", "河川": "河川", "港": "港", "空港": "空港", "漁港": "漁港", "島": "島", "圏域": "圏域", "市": "市", "町": "町", "村": "村", "区": "区", "県": "都道府県", "府県": "都道府県", "支部": "支部", "本部": "本部", "支店": "支店", "部局": "部局", "部署": "部署", "部門": "部門", "回線": "回線", "回路": "回路", "機器": "機器", "市場": "市場", "品種": "品種", "町村": "町村", "市町": "市町", "人組": "人組", "支局": "支局", "局": "局", "室": "室", "つ": "つ", "個": "個", "箱": "箱", "組": "組", "社局": "社局", "システム": "システム", "サービス": "サービス", "プロジェクト": "プロジェクト", "モデル": "モデル", "ライン": "ライン", "センター": "センター", "サイト": "サイト", "アカウント": "アカウント", "セッション": "セッション", "病院": "病院", "保健所": "保健所", "農場": "農場", "工場": "工場", "店舗": "店舗", "品目": "品目", "方式": "方式", "段階": "段階", "層": "層", "系統": "系統", "期": "期", "クラス": "クラス", "校区": "校区", "案件": "件", "事案": "件", "両": "両", "艇": "艇", "便": "便", "票": "票", "筆": "筆", "杯": "杯", "株": "株", "本数": "本",
	"%": "%", "パーセント": "%", "ポイント": "ポイント", "割": "割", "倍": "倍", "円": "円", "ドル": "ドル", "米ドル": "ドル", "ユーロ": "ユーロ", "ポンド": "ポンド",
	"年間": "年", "年": "年", "か年": "年", "ヵ年": "年", "カ年": "年", "ヶ年": "年", "か月": "か月", "ヶ月": "か月", "カ月": "か月", "ヵ月": "か月", "箇月": "か月", "か月間": "か月", "週間": "週間", "日間": "日", "日": "日", "営業日": "営業日", "時間": "時間", "分": "分", "分間": "分", "秒": "秒", "秒間": "秒", "泊": "泊", "歳": "歳", "世代": "世代",
	"ha": "ha", "ヘクタール": "ha", "km": "km", "キロメートル": "km", "キロ": "km", "m": "m", "メートル": "m", "cm": "cm", "mm": "mm", "kg": "kg", "t": "t", "トン": "t", "g": "g", "kW": "kW", "MW": "MW", "GW": "GW", "キロワット": "kW", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh", "TB": "TB", "GB": "GB", "MB": "MB", "Gbps": "Gbps", "Mbps": "Mbps", "L": "L", "リットル": "L", "m2": "m2", "平方メートル": "m2", "m3": "m3", "立方メートル": "m3", "平方キロメートル": "km2", "平方キロ": "km2", "km2": "km2", "立方キロメートル": "km3", "アール": "a", "坪": "坪", "海里": "海里", "キロリットル": "kL", "kL": "kL", "ミリ": "mm", "ミリメートル": "mm", "センチ": "cm", "センチメートル": "cm", "キログラム": "kg", "グラム": "g", "メガワット": "MW", "ギガワット": "GW", "テラバイト": "TB", "ギガバイト": "GB", "俵": "俵", "匹": "匹", "尾": "尾", "張": "張", "着": "着", "通": "通", "双": "双", "橋": "橋", "区画": "区画", "区間": "区間", "工区": "工区", "路": "路", "駅": "駅", "集落": "集落", "組合": "組合", "号機": "号機", "人日": "人日", "人月": "人月",
}

// notUnits follow numbers that are ordinals, dates, parts of a law or of a heading.
var notUnits = newLexicon("時 時半 条 項 号 章 節 編 巻 版 次 年度 番 番目 代目 回目 期目 歳代 期生 年生 級 位 等 類 型 式 丁目 番地 課 世紀 億総 式典 周年 の")

var counterAt = func() *lexicon {
	l := newLexicon("")
	for w := range counters { // in any order: the lexicon sorts by length, and no two words of one length match at one place
		l.add(w)
	}
	return l
}()

// kanjiNumber says whether a kanji numeral that ends at end is one, judging by what follows: a counter, or 年 and 月.
func kanjiNumber(r []rune, i, end int) bool {
	if end-i >= 4 && end < len(r) && r[end] == '年' {
		return true // 二〇二五年
	}
	n := counterAt.longest(r, end, len(r))
	if n == 0 {
		return false
	}
	next := at(r, end+n)
	verb := isKanji(next) && isHiragana(at(r, end+n+1)) // 二十五件行う
	switch {
	case i > 0 && strings.ContainsRune("間計約", r[i-1]) && strings.ContainsRune("人名件台社回校館戸棟隻頭冊か箇ヶ点本枚基組便羽床橋箱個通匹尾株両票駅園局", r[end]) && (end-i > 1 || strings.ContainsRune("十百千万", r[i]) || !strings.ContainsRune("点本通局組", r[end])):
		return true // 年間十件作成する
	case (r[end] == '度' || r[end] == '回') && n == 1 && (at(r, i-1) == 'に' && strings.ContainsRune("年月週日期", at(r, i-2)) || r[end] == '回' && strings.ContainsRune("年月週日", at(r, i-1))):
		return true // 週に三度
	case at(r, i-1) == '第' && (next == '者' || r[end] == '者' || r[end] == '線'):
		return false // 第三者
	case strings.ContainsAny(string(r[i:end]), "十百千万") && (verb || !isKanji(next)) && strings.ContainsRune("人名件台社回校館戸棟隻頭冊か箇ヶ", r[end]):
		return true // 留学生百人に
	case i > 0 && (isKanji(r[i-1]) && !strings.ContainsRune("第全計約各年月週後前後者社省庁府国等", r[i-1])):
		return false // 四日市, 統一機関
	case n == 1 && (isKanji(next) || r[end] == '者') && end-i == 1:
		return false // 一本化, 三国間, 三者が
	case r[end] == '度' || r[end] == '期' || r[end] == '層' || r[end] == '部' || r[end] == '点' || r[end] == '分' || r[end] == '市':
		return end-i > 1 || strings.ContainsRune("年月週", at(r, i-1))
	case end-i == 1 && r[i] == '一':
		return strings.ContainsRune("年月週日", at(r, i-1)) || n > 1
	}
	return true
}

// boundNoun are words that bound a number, behind its unit.
var boundNoun = newLexicon("以上 以下 以内 未満 以前 以後 以降")

func at(r []rune, i int) rune {
	if i < 0 || i >= len(r) {
		return 0
	}
	return r[i]
}

// unitLatin says whether a unit in Latin letters stands at i: km, MW, GB.
func unitLatin(r []rune, i int) bool {
	n := counterAt.longest(r, i, len(r))
	return n > 0 && (i+n >= len(r) || !isLatin(r[i+n]) || r[i+n] >= 0x80)
}

// quantitiesJa: a number, what bounds it, and its counter or the noun after it.
func quantitiesJa(src *source) []Quantity {
	r := src.n
	var out []Quantity
	for i := 0; i < len(r); i++ {
		if q, end, ok := everyJa(r, i); ok {
			out = append(out, q)
			i = end - 1
			continue
		}
		if !numeral(r[i]) {
			continue
		}
		n, ok := scanNumber(r, i)
		if !ok {
			continue
		}
		if q, ok := fractionJa(r, i, n); ok {
			q.Counts = countsJa(src, q)
			out = append(out, q)
			i = q.Span.End - 1
			continue
		}
		if q, ok := quantityJa(src, i, n); ok {
			for len(out) > 0 && out[len(out)-1].Span.Start >= q.Span.Start {
				out = out[:len(out)-1] // ２年に１回 is one frequency
			}
			out = append(out, q)
			i = q.Span.End - 1
			continue
		}
		i = n.end - 1
	}
	return out
}

func quantityJa(src *source, i int, n number) (Quantity, bool) {
	r := src.n
	if n.kanji && (kanjiWord(r, i) || !kanjiNumber(r, i, n.end) && countedByNo(src, n, n.end, 0) == 0) {
		return Quantity{}, false
	}
	if at(r, i-1) == '第' || partOfName(r, i, n.end) || dateHere(src, i, n) {
		return Quantity{}, false
	}
	q := Quantity{Value: n.value, Kind: Count, Span: Span{i, n.end}}
	end := n.end
	if at(r, end) == ' ' {
		end++
	}
	unit := counterAt.longest(r, end, len(r))
	noun := nounEnd(src, end)
	for k := end + 1; k < noun; k++ { // ３日分以上備える: the verb behind is no part of what is counted
		if boundNoun.longest(r, k, noun) > 0 {
			noun = k
		}
	}
	if end2 := countedByNo(src, n, end, unit); end2 > 0 { // 24の堰, ５つの地域: what is counted is the unit
		noun = end2
		q.Unit = normalKana(string(r[end+nounStart(r, end) : noun]))
		if u := counters[q.Unit]; u != "" {
			q.Unit = u
		}
		q.Span.End = noun
		boundsJa(r, &q)
		q.Counts = countsJa(src, q)
		return q, true
	}
	if k := notUnits.longest(r, end, len(r)); k > 0 && k >= unit {
		return Quantity{}, false
	}
	switch {
	case unit > 0 && !(unit == 1 && noun-end > 3 && !knownPair(r, end)):
		q.Unit = counters[string(r[end:end+unit])]
		end += unit
		if next := at(r, end); next == '目' || next == '番' && q.Unit == "回" || next == '代' && q.Unit == "歳" || next == '生' && q.Unit == "期" {
			return Quantity{}, false // ３回目
		}
	case noun > end && !n.kanji:
		q.Unit = normalKana(string(r[end:noun]))
		end = noun
	default:
		return Quantity{}, false
	}
	switch q.Unit {
	case "%", "ポイント":
		q.Kind = Percent
	case "割":
		q.Kind, q.Unit, q.Value = Percent, "%", q.Value*10
		if m, ok := scanNumber(r, end); ok && at(r, m.end) == '分' { // ７割５分
			q.Value += m.value
			end = m.end + 1
		}
	case "倍":
		q.Kind = Times
	case "円", "ドル", "ユーロ", "ポンド":
		q.Kind = Money
	case "年", "か月", "週間", "日", "営業日", "時間", "分", "秒", "泊":
		q.Kind = Duration
		if at(r, end) == '間' {
			end++
		}
	}
	q.Span.End = end
	frequencyJa(r, &q)
	boundsJa(r, &q)
	q.Counts = countsJa(src, q)
	return q, true
}

// fractionJa reads 二分の一 and ３分の２ as a share of a hundred.
func fractionJa(r []rune, i int, n number) (Quantity, bool) {
	if !hasAt(r, n.end, "分の") || n.value < 2 {
		return Quantity{}, false
	}
	m, ok := scanNumber(r, n.end+2)
	if !ok || m.value <= 0 || m.value >= n.value {
		return Quantity{}, false
	}
	q := Quantity{Value: round4(100 * m.value / n.value), Unit: "%", Kind: Percent, Span: Span{i, m.end}}
	boundsJa(r, &q)
	return q, true
}

// measuresJa are nouns that say how a number measures and not what it counts.
var measuresJa = map[string]bool{"延長": true, "総延長": true, "面積": true, "総面積": true, "距離": true, "件数": true, "人数": true, "回数": true, "台数": true, "戸数": true, "数": true, "総数": true, "合計": true, "実績": true, "規模": true, "数量": true}

// nounStart is the length of の or つの after a number.
func nounStart(r []rune, end int) int {
	if at(r, end) == 'つ' {
		return 2
	}
	return 1
}

// countedByNo returns the end of the noun in 24の堰 and ５つの地域, so that they count the same as 24堰 and ５地域; 0 where there is none. A
// numeral in kanji needs つ (三の丸) or a noun that is a counter (十四の言語), and so does one that may be part of a numbering (３の２).
func countedByNo(src *source, n number, end, unit int) int {
	r := src.n
	if at(r, end) == 'つ' && at(r, end+1) != 'の' || at(r, end) != 'つ' && (at(r, end) != 'の' || unit > 0) {
		return 0
	}
	from := end + nounStart(r, end)
	if n.kanji && at(r, end) == 'の' {
		if k := counterAt.longest(r, from, len(r)); k > 1 && n.value > 1 && !isKanji(at(r, from+k)) {
			return from + k
		}
		return 0
	}
	if noun := nounEnd(src, from); noun > from && !numeral(at(r, from)) && notUnits.longest(r, from, noun) == 0 && at(r, from) != '第' {
		return noun
	}
	return 0
}

// knownPair says whether after a one-kanji counter a word begins that goes on by itself: 530人全員, 3社共同.
func knownPair(r []rune, end int) bool {
	return strings.ContainsRune("人名件回社校台%円", r[end])
}

// nounEnd returns the end of the noun that follows a number without a known counter: one run of kanji or katakana.
func nounEnd(src *source, i int) int {
	r := src.n
	j := i
	for j < len(r) && j-i < 6 && isKanji(r[j]) && !numeral(r[j]) && !strings.ContainsRune("及並又若且", r[j]) {
		j++
	}
	if j > i+1 && strings.ContainsRune("行開催設置配送受続訪結選招作定進巡回", r[j-1]) && strings.ContainsRune("ういっわきけくしりてる", at(r, j)) {
		j-- // 1,200公演行う: a verb begins behind the noun
	}
	if j == i {
		for j < len(r) && isKatakana(src.r[j]) {
			j++
		}
	}
	return j
}

// dateHere says whether the number is a year, month or day of a date rather than a duration.
func dateHere(src *source, i int, n number) bool {
	r := src.n
	switch at(r, n.end) {
	case '年':
		return n.value >= 1900 && n.value < 2200 || eraBefore(r, i) != 0 || hasAt(r, n.end, "年度") || hasAt(r, n.end, "年生") || monthAfter(r, n.end+1)
	case '月':
		// ２月 is a month, 月２回 a frequency; durations say か月
		return n.value <= 12
	case '日':
		return at(r, i-1) == '月' && !hasAt(r, n.end, "日間") && !hasAt(r, n.end, "日以内")
	}
	return false
}

func monthAfter(r []rune, i int) bool {
	n, ok := scanNumber(r, i)
	return ok && at(r, n.end) == '月'
}

// frequencyJa turns 年２回, 月１回, ２年に１回, 四半期に一度 into times a year. A number of 回 without a period stays a count.
func frequencyJa(r []rune, q *Quantity) {
	if q.Unit != "回" && q.Unit != "度" {
		if q.Kind == Duration && (hasAt(r, q.Span.End, "ごと") || hasAt(r, q.Span.End, "毎")) && perYear(q.Unit) > 0 && q.Value > 0 { // ３年ごと
			q.Kind, q.Value, q.Unit = Frequency, round4(perYear(q.Unit)/q.Value), "回"
			q.Span.End += 2
			if at(r, q.Span.End-2) == '毎' {
				q.Span.End--
			}
		}
		return
	}
	j := q.Span.Start
	if strings.ContainsRune("にの", at(r, j-1)) {
		j--
	}
	if at(r, j-1) == '間' {
		j-- // 年間２回
	}
	for _, p := range []string{"四半期", "半期", "半年", "学期", "年度", "か月", "半月", "週", "年", "月", "日"} {
		k := j - runeLen(p)
		if !hasAt(r, k, p) {
			continue
		}
		every := 1.0
		start := k
		if m := numberBefore(r, k); m.end > 0 && m.value > 0 && m.value < 100 { // ２年に１回
			every, start = m.value, m.end-1
		} else if k > 0 && (isKanji(r[k-1]) && !strings.ContainsRune("各毎当", r[k-1]) || isDigit(r[k-1])) {
			return
		}
		q.Kind, q.Value, q.Unit = Frequency, round4(q.Value*perYear(p)/every), "回"
		q.Span.Start = start
		return
	}
}

// numberBefore reads a plain number that ends at i; end is its start + 1, 0 if there is none.
func numberBefore(r []rune, i int) number {
	j := i
	for j > 0 && i-j < 3 && (isDigit(r[j-1]) || kanjiDigit(r[j-1]) >= 0 || small(r[j-1]) > 0) {
		j--
	}
	if j == i {
		return number{}
	}
	n, ok := scanNumber(r, j)
	if !ok || n.end != i {
		return number{}
	}
	n.end = j + 1
	return n
}

// everyJa reads a frequency without a number: 毎月, 四半期ごと, 隔年.
func everyJa(r []rune, i int) (Quantity, int, bool) {
	switch r[i] {
	case '毎', '隔':
		for _, p := range []string{"四半期", "半期", "年度", "年", "月", "週", "日"} {
			if hasAt(r, i+1, p) {
				v := perYear(p)
				if r[i] == '隔' {
					v /= 2
				}
				named := true
				end := i + 1 + runeLen(p)
				if m, ok := scanNumber(r, end); ok && (at(r, m.end) == '回' || at(r, m.end) == '度') { // 毎月２回
					v, end, named = v*m.value, m.end+1, false
				} else if ok {
					if at(r, m.end) == '月' {
						v = 1 // 毎年１０月
					}
				}
				return Quantity{Value: round4(v), Unit: "回", Kind: Frequency, Named: named, Span: Span{i, end}}, end, true
			}
		}
	case '四', '半', '月', '週', '年', '季', '学', '旬':
		for _, p := range []string{"四半期", "四季", "季節", "学期", "半期", "半年", "年度", "年", "月", "週", "旬"} {
			for _, every := range []string{"ごと", "毎"} {
				if hasAt(r, i, p) && hasAt(r, i+runeLen(p), every) && !numeral(at(r, i-1)) && !(isKanji(at(r, i-1))) {
					end := i + runeLen(p) + runeLen(every)
					return Quantity{Value: perYear(p), Unit: "回", Kind: Frequency, Named: true, Span: Span{i, end}}, end, true
				}
			}
		}
	}
	return Quantity{}, 0, false
}

func round4(v float64) float64 { return float64(int64(v*1e4+0.5)) / 1e4 }

// boundsJa looks for 約, 延べ, 最大 … before a quantity and 以上, 未満, 程度 … after it.
func boundsJa(r []rune, q *Quantity) {
	for again := true; again; {
		again = false
		for _, b := range beforeJa {
			if k := q.Span.Start - runeLen(b.word); hasAt(r, k, b.word) {
				q.Span.Start, again = k, true
				q.Total = q.Total || b.total
				if b.bound != "" {
					q.Bound = b.bound
				}
				break
			}
		}
	}
	for _, b := range afterJa {
		if hasAt(r, q.Span.End, b.word) {
			q.Span.End += runeLen(b.word)
			if b.bound != "" {
				q.Bound = b.bound
			}
			return
		}
	}
}

type boundWord struct {
	word  string
	bound Bound
	total bool
}

var (
	beforeJa = []boundWord{{"約", About, false}, {"およそ", About, false}, {"おおむね", About, false}, {"概ね", About, false}, {"少なくとも", AtLeast, false}, {"最低", AtLeast, false},
		{"最大で", AtMost, false}, {"最大", AtMost, false}, {"延べ", "", true}, {"のべ", "", true}, {"合計", "", true}, {"総計", "", true}, {"累計で", "", true}, {"累計", "", true}, {"計", "", true}, {"総数", "", true}, {"ほぼ", About, false}}
	afterJa = []boundWord{{"以上", AtLeast, false}, {"未満", LessThan, false}, {"以下", AtMost, false}, {"以内", AtMost, false}, {"を超える", MoreThan, false}, {"を超え", MoreThan, false}, {"を上回る", MoreThan, false}, {"超", MoreThan, false},
		{"を下回る", LessThan, false}, {"程度", About, false}, {"前後", About, false}, {"余り", MoreThan, false}, {"余", MoreThan, false}, {"弱", LessThan, false}, {"強", MoreThan, false}, {"を上限", AtMost, false}, {"を限度", AtMost, false}, {"を限り", AtMost, false}, {"が上限", AtMost, false}, {"が限度", AtMost, false}, {"まで", AtMost, false}}
)

// countsJa finds the noun counted: 1,240人の職員 → 職員; 登録講習機関38機関 → 登録講習機関; 職員を530人 → 職員; else "".
func countsJa(src *source, q Quantity) string {
	r := src.n
	if j := q.Span.End; at(r, j) == 'の' && q.Kind != Frequency {
		end := nounRun(src, j+1)
		if end > j+1 {
			return src.text(j+1, end)
		}
	}
	j := q.Span.Start
	if j > 0 && strings.ContainsRune("はをがも", r[j-1]) {
		j--
	}
	for _, p := range []string{"について", "に対して", "に対し", "において"} {
		if hasAt(r, j-runeLen(p), p) {
			j -= runeLen(p)
			break
		}
	}
	start := j
	for start > 0 && (isKanji(r[start-1]) || isKatakana(src.r[start-1]) || isLatin(r[start-1])) && j-start < 16 {
		start--
	}
	if start > 0 && (isDigit(r[start-1]) || numeral(at(r, start))) { // the unit of another number
		return ""
	}
	if hasAt(r, j-2, "年間") || hasAt(r, j-2, "月間") || hasAt(r, j-2, "週間") {
		return "" // 年間400橋
	}
	if measuresJa[string(r[start:j])] {
		return "" // 延長は520km: how much, not of what
	}
	return src.text(start, j)
}

func nounRun(src *source, i int) int {
	j := i
	for j < len(src.n) && (isKanji(src.n[j]) || isKatakana(src.r[j]) || isLatin(src.n[j])) && j-i < 16 {
		j++
	}
	return j
}
