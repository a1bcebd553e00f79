package lang

// kanjiLexicon are words of three and more kanji that the two-character rule would cut badly, and words that begin with a
// numeral but are no number. A handful, chosen because administrative texts are full of them.
var kanjiLexicon = newLexicon(`都道府県 市区町村 市町村 府省庁 各府省庁 関係府省庁 関係省庁 中小企業 取引先 委託先 再委託先 供給網 内閣府 内閣官房 地方公共団体 独立行政法人 特別区 政令指定都市
有識者 事業者 利用者 高齢者 障害者 被害者 従業者 従業員 技術者 研究者 担当者 管理者 責任者 関係者 参加者 受講者 相談者 保護者 消費者 生活者 設置者 開発者 製造者 指導者 支援者 経営者 経営層 加害者 第三者 労働者 若年者 被災者 被保険者 所有者 保有者 申請者 受給者 来場者 出展者 訪問者
報告書 手引書 計画書 仕様書 説明書 事例集 問題集 質問票 点検表 一覧表 工程表 検討会 研究会 協議会 懇談会 連絡会 審議会 委員会 説明会 講習会 研修会 勉強会 意見交換会 報告会 講演会 発表会 分科会 部会 推進会議 連絡会議
安全性 信頼性 実効性 重要性 必要性 可能性 利便性 透明性 有効性 妥当性 脆弱性 多様性 持続性 機密性 完全性 可用性 継続性 生産性 公平性 汎用性 効率性 収益性 耐震性
高度化 効率化 自動化 迅速化 円滑化 最適化 標準化 共通化 一元化 一本化 一般化 合理化 明確化 可視化 具体化 本格化 制度化 義務化 国際化 情報化 電子化 活性化 最大化 最小化 多様化 無効化 適正化 強靱化 強靭化 簡素化 重点化 多言語化 国産化 実用化 事業化 均質化 長寿命化 複線化
四半期 一環 一部 一般 一括 一体 一体的 一層 一定 一方 一連 一覧 一斉 一元 一元的 一次 一時 一時的 一貫 一貫性 一致 一律 一旦 一助 一例 一級 二次 三次 三重 十分 万全 万一 千葉 四国 九州 百貨店 第一線 第一 第二 第三 二酸化 二次元 三次元 一人一人 一元管理 唯一 七尾 八戸 八王子 三菱 三井 五輪 十勝 四日市 千歳 百科 一筆 二輪 三権 一級河川 二級河川 六次 千島
最終年度 次年度 今年度 本年度 来年度 前年度 昨年度 同年度 当年度 翌年度 各年度 年度内 年度末 年度中 年次計画 初年度 新年度
全世界 全国 各国 諸外国 二国間 多国間 国際的 総合的 継続的 計画的 定期的 効果的 効率的 積極的 試行的 試験的 段階的 重点的 抜本的 自主的 自律的 具体的 本格的 戦略的 専門的 技術的 実践的 体系的 基本的 中心的 社会的 経済的 機動的 横断的 包括的 恒常的 安定的 集中的 優先的 先進的 先導的 模範的 代表的 全国的 全般的 主体的 能動的 持続的 長期的 中期的 短期的 個別的 統一的 網羅的 組織的 意識的`)

// Single kanji that end a word (者 of 利用者) or begin one (新 of 新制度): the cutter prefers to leave these alone.
var (
	suffixes = runesOf("者性化的等省庁時用別毎会室書案率量数先元上下中内外間後前型系側員国県市町村区都府道局課班部所館園校院店社家士師官長税費額料金券証票表集誌紙版法令権力症病薬剤材品物類種級層圏域網線路港島川橋船車機器具台場式展祭賞論学界業職域値比差感症源地点群帯板層戦策軸像録帳簿票係宛分")
	prefixes = runesOf("各全新再未非無不本当同諸両次前後初総副準被他該約計延高低多少主最超現元旧貴弊御大小短長対反脱微半毎約満翌今来昨先第")
)

// kanjiWord says whether a lexicon word that begins with a numeral stands at i: 一部, 十分, 四半期.
func kanjiWord(r []rune, i int) bool { return kanjiLexicon.longest(r, i, len(r)) > 0 }

// longRun is the longest run of kanji that is cut in one go; no word is that long.
const longRun = 48

// cutKanji cuts the run r[start:end] into words by the cheapest sum: known words and two-character words are cheap, a single
// known suffix or prefix little dearer, anything else dear. Ties go to the longer first word, so a run is always cut alike.
func cutKanji(r []rune, start, end int) []Span {
	n := end - start
	if n <= 2 {
		return []Span{{start, end}}
	}
	if n > longRun {
		return append(cutKanji(r, start, start+longRun), cutKanji(r, start+longRun, end)...)
	}
	const far = 1 << 30
	var cost, step [longRun + 1]int
	for i := n - 1; i >= 0; i-- {
		cost[i] = far
		try := func(length, c int) {
			if i+length <= n && c+cost[i+length] < cost[i] {
				cost[i], step[i] = c+cost[i+length], length
			}
		}
		if k := kanjiLexicon.longest(r, start+i, end); k > 0 {
			try(k, 8+k)
		}
		try(2, 10)
		switch c := r[start+i]; {
		case i == 0 && start > 0 && numeral(r[start-1]) && counterAt.begins(c): // a counter
			try(1, 7)
		case i > 0 && suffixes.has(c):
			try(1, 8)
		case prefixes.has(c):
			try(1, 9)
		default:
			try(1, 18)
		}
	}
	out := make([]Span, 0, n/2+1)
	for i := 0; i < n; i += step[i] {
		out = append(out, Span{start + i, start + i + step[i]})
	}
	return out
}
