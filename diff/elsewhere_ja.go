package diff

import (
	"slices"
	"strings"
)

// insideOther finds where a sentence puts the measure inside another one, so that it is no item of its own any more:
// 「…の一科目として」, 「…の下で進める」, 「単独の項としては置かない」. The other one must be named: as an item, in quotes, or by 同.
func (v *view) insideOther() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		named := s.has("elsewhere", 0, len(s.r)) || v.quotesOther(s) || v.refersPlace(s)
		for _, h := range s.hits { // 「…と内容が重なるため、同項にまとめる」
			c := s.clauseAt(h.start)
			last := &s.clauses[len(s.clauses)-1]
			if h.cue == "overlap" && c.kind == reasonClause && named && last.tense == planned && !last.negated && !containsRunes(v.planText, s.r[h.start:h.end]) {
				return &found{s, c, h}
			}
		}
		for i := 0; i+2 < len(s.r); i++ {
			switch s.r[i] {
			case '独', '単', '別', '専', '固', '特':
			case 'の', 'を', 'に', 'そ':
				if !named {
					continue
				}
			default:
				continue
			}
			c := s.clauseAt(i)
			if c.kind == ifClause || c.kind == purposeClause {
				continue
			}
			r := s.r[:c.end]
			end := 0
			switch {
			case r[min(i, len(r)-1)] == 'の' && i+1 < len(r) && named && v.ownPlaceBefore(s, i):
				end = partOfOther(r, i+1)
			case s.r[i] == '独' || s.r[i] == '単' || s.r[i] == '別' || s.r[i] == '専' || s.r[i] == '固' || s.r[i] == '特':
				end = noLongerOwn(r, i)
			case named && i > 0 && hasRunes(r, i, "その一") && (slices.Contains(s.r[:i], '」') || s.has("elsewhere", 0, i)):
				end = partOfOther(r, i+2) // 「…「資料保存技術研修」への再編に伴い、その一課程となる」
			case s.r[i] == 'を' && named && (v.ownPlaceBefore(s, i) || s.r[min(i+3, len(s.r)-1)] != '成' && makesUp(r, i) > 0 && r[makesUp(r, i)-1] == '「'):
				end = makesUp(r, i)
			case s.r[i] == 'に' && i > 0 && named && s.placeEnds(i) && !s.chapterEnds(i) && putsInto(r, i+1) > 0:
				end = putsInto(r, i+1)
			case s.r[i] == 'に' && named && hasRunes(r, i, "に位置付け") && measureBefore(r, i):
				end = i + 5
			case s.r[i] == 'に' && named && hasRunes(s.r, i, "に加わ") && v.ownPlaceBefore(s, i):
				end = i + 3 // 「…の講習群に加わり」
			}
			if end > 0 && !containsRunes(v.planText, s.r[i:end]) {
				return &found{s, c, hit{"merge", i, end}}
			}
		}
	}
	return nil
}

// placed says whether a sentence puts something at a part of the plan: 「…の節へ置き換える」, 「第５部に掲げる」.
func (s *sentence) placed() bool {
	if len(s.words) > 0 {
		return false
	}
	last := &s.clauses[len(s.clauses)-1]
	end := last.end
	if t := trimMarks(s.r[:end]); len(t) < end && s.r[len(t)] == ')' { // 「…の節へ置き換える（本節からは削る）。」
		if k := lastIndex(t, '('); k > last.start {
			end = k
		}
	}
	if last.negated || !s.has("placing", max(last.start, end-14), end) {
		return false
	}
	for i := 1; i+1 < len(s.r); i++ {
		switch s.r[i] {
		case '章', '節', '部', '編', '款', '項', '欄':
			part := s.r[i-1] == 'の' && (i > 1 && s.r[i-2] == '」') || isDigit(s.r[i-1]) || strings.ContainsRune("一二三四五六七八九十別同", s.r[i-1]) || s.r[i] == '節' && s.r[i-1] == 'の'
			if part && (strings.ContainsRune("にへ", s.r[i+1]) || s.r[i+1] == '「' || hasRunes(s.r, i+1, "の") || s.r[i+1] == '(') && !hasRunes(s.r, i-1, "一部") {
				return true
			}
		}
	}
	return false
}

// refersPlace says whether a sentence points back (同プロジェクト, 同項番) to what another sentence of the next plan names.
func (v *view) refersPlace(s *sentence) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	same := false
	for i := range s.r {
		if s.r[i] != '同' {
			continue
		}
		for _, w := range []string{"プロジェクト", "事業", "項", "パッケージ", "プログラム", "対策", "施策", "計画", "取組", "制度", "運動", "枠組み", "章", "節", "研修", "調査", "訓練", "講座"} {
			same = same || hasRunes(s.r, i+1, w)
		}
	}
	if !same {
		return false
	}
	for _, o := range v.allNext {
		if o != s && (o.has("elsewhere", 0, len(o.r)) || v.quotesOther(o)) {
			return true
		}
	}
	return false
}

// insideNamed says whether a sentence puts something inside a named other measure: 「…パッケージ」の柱の一つに据え. Sentence by itself; insideOther
// asks in addition whether the plan knew it.
func (s *sentence) insideNamed() bool {
	if len(s.words) > 0 || !slices.Contains(s.r, '」') && !s.has("elsewhere", 0, len(s.r)) {
		return false
	}
	for i := 1; i+2 < len(s.r); i++ {
		switch s.r[i] {
		case 'の':
			if (s.r[i-1] == '」' || s.r[i-1] == ')' || isHan(s.r[i-1]) || isKana(s.r[i-1])) && partOfOther(s.r, i+1) > 0 && (slices.Contains(s.r[:i], '」') || s.has("elsewhere", 0, i)) {
				return true
			}
		case 'を':
			if (s.r[i-1] == '」' || s.r[i-1] == ')') && makesUp(s.r, i) > 0 {
				return true
			}
		case 'に':
			if hasRunes(s.r, i, "に位置付け") && (s.r[i-1] == '」' || s.r[i-1] == ')') && measureBefore(s.r, i) {
				return true
			}
		}
	}
	return false
}

// ownPlaceBefore says whether a place, a quoted name or 同… stands before i in the same clause.
func (v *view) ownPlaceBefore(s *sentence, i int) bool {
	c := s.clauseAt(i)
	if v.quotesOther(s) && slices.Contains(s.r[c.start:i], '」') {
		return true
	}
	for k := c.start; k < i; k++ {
		if s.r[k] == '同' && k+1 < i && isHan(s.r[k+1]) {
			return true
		}
	}
	return s.has("elsewhere", c.start, i)
}

// partOfOther reads 一科目として, 一部とする, 中で, 下に, メニューとなる behind a の; 0 if it is none of them.
func partOfOther(r []rune, i int) int {
	if i < len(r) && r[i] == '一' {
		k := i + 1
		for k < len(r) && k < i+7 && isWordJa(r[k]) {
			k++
		}
		if k == i+1 && hasRunes(r, k, "つ") || k == i+1 && hasRunes(r, k, "こま") {
			k += 2
			if hasRunes(r, i+1, "つ") {
				k--
			}
		}
		if k > i+1 && !hasRunes(r, i+1, "覧") && !hasRunes(r, i+1, "般") && !hasRunes(r, i+1, "致") {
			for _, w := range []string{"として", "とし", "とする", "となる", "となり", "とな", "に位置付け", "に改め", "に加え", "に組み", "に据え", "に含め", "に充て", "に収め", "に入れ", "に盛り込", "に加わ", "で実施", "で行", "を成", "をなす", "を構成", "を担", "に当た"} {
				if hasRunes(r, k, w) {
					return k + len([]rune(w))
				}
			}
		}
		return 0
	}
	if end := partNoun(r, i); end > 0 && !eachApart.in(r) {
		return end
	}
	for _, w := range []string{"中で", "中に", "中へ", "下で", "下に", "枠内", "枠で", "枠に", "枠の中", "枠組みで", "枠組みの中", "傘下", "内に", "内訳", "部分とし", "メニューと", "メニューに", "科目と", "科目に", "要素と", "柱とし"} {
		if hasRunes(r, i, w) {
			return i + len([]rune(w))
		}
	}
	return 0
}

// partNouns are nouns for a part of a measure.
var partNouns = newWordSet("科目", "課程", "部門", "柱", "項目", "分野", "種目", "コース", "メニュー", "単元", "部会", "区分", "分科会", "演目", "題材", "一角", "一翼", "一環", "一部", "一つ", "ひとつ", "工程", "過程", "班", "教科", "教程", "章", "支援策", "講義", "細目", "授業", "講座", "講習", "内数", "種別", "プログラム", "取組", "事業", "対象事業", "構成事業", "構成要素", "要素", "内容", "テーマ", "議題")

// partNoun reads 選択科目となる, 構成事業とし: a noun of a few kanji for a part, and that this is what the measure becomes. 0 if it is not so.
func partNoun(r []rune, i int) int {
	for k := i; k < min(i+6, len(r)) && isWordJa(r[k]); k++ {
		n := partNouns.at(r, k)
		if n == 0 {
			continue
		}
		for _, w := range []string{"となる", "となり", "となっ", "とする", "とし、", "として実施", "として行", "として扱", "として組", "として位置", "で扱", "で取り上げ", "で教え", "で実施する", "で行う", "に組み入れ", "に組み込", "に位置付け", "に数え", "に加える", "に加え、", "に充て", "に収め", "に据え"} {
			if hasRunes(r, k+n, w) {
				return k + n + len([]rune(w))
			}
		}
	}
	return 0
}

// placeEnds says whether a named place ends before i: 「…」に, 項番(ミ)に, 同項番に.
func (s *sentence) placeEnds(i int) bool {
	if s.r[i-1] == '」' || s.r[i-1] == ')' {
		return true
	}
	for _, w := range []string{"同項番", "同項", "同事業", "同プロジェクト", "同施策", "同対策", "同プログラム", "同パッケージ", "同取組", "同交付金"} {
		if endsWith(s.r[:i], w) {
			return true
		}
	}
	return false
}

// chapterEnds says whether a part of the plan and no measure ends before i: 第８章「国際博覧会への対応」に.
func (s *sentence) chapterEnds(i int) bool {
	k := i - 1
	if s.r[k] == '」' {
		k = lastIndex(s.r[:k], '「') - 1
	}
	return k > 0 && strings.ContainsRune("章節部編款", s.r[k])
}

// putsInto reads まとめる, 束ねて, 集約し behind a place and に; 0 if it is none of them.
func putsInto(r []rune, i int) int {
	for _, w := range []string{"まとめ", "束ね", "寄せ", "集め", "合わせ", "併せ", "含め", "組み入れ", "組入れ", "組み込", "溶け込", "取り込", "織り込", "盛り込", "吸収", "統合", "集約", "一本化", "合流", "合体", "加える", "包含", "内包", "包括", "繰り入れ", "編入", "包摂", "溶け込ま", "織り交ぜ", "抱き合わせ", "取り入れて一", "合わせて一", "加え入れ", "合併"} {
		if hasRunes(r, i, w) {
			return i + len([]rune(w))
		}
	}
	return 0
}

// makesUp reads を構成する事業として, を成すものとして: what is part of another is none of its own. 0 if it is not so.
func makesUp(r []rune, i int) int {
	for _, w := range []string{"を併せた「", "を合わせた「", "を束ねた「", "をまとめた「", "を統合した「", "を一つにした「", "を一本にした「", "を合体した「", "を包括する「", "を包含する「", "を併せ「", "を束ね「", "を統べる「", "を構成する", "を構成し", "を成す", "を成し", "をなす", "を形成する", "を形づくる", "を担う一", "を支える一", "を織り成す"} {
		if hasRunes(r, i, w) {
			return i + len([]rune(w))
		}
	}
	return 0
}

// measureBefore says whether what stands before i is named as a measure and not as a chapter or another plan: 「…応援策」（項番(ツ)）に.
func measureBefore(r []rune, i int) bool {
	for i > 0 && r[i-1] == ')' { // its number in brackets
		for i > 0 && r[i-1] != '(' {
			i--
		}
		i = max(i-1, 0)
		if i > 1 && hasRunes(r, i-2, "項番") {
			i -= 2
		}
	}
	t := r[:i]
	if len(t) > 0 && t[len(t)-1] == '」' {
		t = t[:len(t)-1]
	}
	return endsWith(t, "事業", "施策", "対策", "パッケージ", "プログラム", "プロジェクト", "取組", "運動", "キャンペーン", "策", "支援", "構想", "イニシアティブ", "活動", "措置", "訓練", "研修", "講座", "調査", "制度")
}

// noLongerOwn reads 独立した取組ではなくなる, 単独の項としては置かない; 0 if it is none of them.
func noLongerOwn(r []rune, i int) int {
	own := 0
	for _, w := range []string{"独立した", "独立の", "単体で", "単体の", "単独の", "単独で", "単独と", "専用の", "固有の", "特設の", "別途の", "別個の", "別項と", "別の項と", "独自の"} {
		if hasRunes(r, i, w) {
			own = i + len([]rune(w))
		}
	}
	if own == 0 {
		return 0
	}
	for k := own; k < min(own+14, len(r)); k++ {
		for _, w := range []string{"ではなく", "でなくな", "としては置かな", "は置かな", "は置かず", "を置かな", "を置かず", "は持たな", "は持たず", "としない", "とせず", "とはしない", "とはせず", "は行わな", "は実施しな", "では実施しな", "では行わ", "をやめ", "は設けな", "は設けず", "では設けず", "を設けず", "では実施せず", "では行わず", "とはならず", "を設けな", "は立てな", "としては掲げな", "としては記載しな", "としては設けな", "としては姿を消", "としては消え", "としては残さ", "としては残ら", "としては立て", "としては扱わ", "としては終", "としては載せ", "の形をとら", "の形を取ら"} {
			if hasRunes(r, k, w) {
				return k + len([]rune(w))
			}
		}
	}
	return 0
}

// placeTakes says whether a place that a sentence names is where the measure goes: a particle of place or aim stands behind it, not
// と or の補助と, which only name what it is done with.
func (v *view) placeTakes(f found) bool {
	if v.rd.lang.Code != "ja" {
		return true
	}
	r := f.s.r[:f.c.end]
	deep := 0
	for k := f.h.end; k < len(r); k++ {
		switch {
		case r[k] == '(' || r[k] == '「':
			deep++
		case r[k] == ')' || r[k] == '」':
			deep--
		case deep > 0:
		case hasRunes(r, k, "に関") || hasRunes(r, k, "における") || hasRunes(r, k, "に係") || hasRunes(r, k, "に基づ") || hasRunes(r, k, "による"):
			k++
		case hasRunes(r, k, "と連携") || hasRunes(r, k, "と協力") || hasRunes(r, k, "とも") || hasRunes(r, k, "と併せ") || hasRunes(r, k, "を踏まえ") || hasRunes(r, k, "の成果") || hasRunes(r, k, "の結果"):
			return false
		case r[k] == 'を' || r[k] == 'も':
			return hasRunes(r, k, "を参照")
		case strings.ContainsRune("にへで、及", r[k]) || r[k] == '。' && k < f.h.end+6 || hasRunes(r, k, "として") || hasRunes(r, k, "とし、") || hasRunes(r, k, "とする") || hasRunes(r, k, "の中") || hasRunes(r, k, "の下") || hasRunes(r, k, "となる") || hasRunes(r, k, "となり") || hasRunes(r, k, "となった") || hasRunes(r, k, "となっている"):
			return true
		}
	}
	return false
}

// notAlone says whether what a clause denies is only that a measure stands by itself: 「一連の講演に溶け込ませ、単独の催しとはしない」.
func (v *view) notAlone(f found) bool {
	if v.rd.lang.Code != "ja" || !f.c.negated {
		return false
	}
	in := v.insideOther()
	for _, h := range f.s.hits { // 「「果樹教室」の冬の講座に織り込み、別の講習としては開かない」
		if in == nil && h.cue == "merge" && h.end <= f.c.start && v.quotesOther(f.s) && !v.inPlan(found{f.s, f.s.clauseAt(h.start), h}) {
			return apartWords.in(f.s.r[f.c.start:f.c.end])
		}
	}
	if in == nil || in.s != f.s {
		return false
	}
	return in.h.start >= f.c.start && in.h.end <= f.c.end || in.h.end <= f.c.start && apartWords.in(f.s.r[f.c.start:f.c.end])
}

// apartWords say that something stands by itself.
var apartWords = newWordSet("単独", "単体", "別の", "別に", "別途", "別個", "独立", "独自", "専用", "個別", "としては", "としての", "切り離")
