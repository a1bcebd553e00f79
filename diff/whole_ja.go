package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// wholeToPart finds that what one side means whole (全ての総合通信局において) the other one names in part in the same place
// (四国総合通信局及び九州総合通信局において): the noun with another word before it, or other nouns between the same words. whole are the clauses of the
// side that means all, part those of the other one; set and text are the words of the first.
func (v *view) wholeToPart(whole, part []part, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	also := v.universals(part)
	all := v.universals(whole)
	for at, h := range all {
		noun := []rune(h.word())
		if len(noun) < 1 || h.s.joins || v.named(h.s, h.quantifier.Start) || h.within() || h.numberIn(part) {
			continue
		}
		for _, o := range also { // the same is meant whole there, and nothing limits it
			other := slices.IndexFunc(all, func(x placedHead) bool { return x.word() == o.word() }) // 全国の機関の全ての職員: the other one
			if (containsHead([]placedHead{o}, h) || o.s.r[o.quantifier.Start] != '各' && (other < 0 || other == at)) && !v.limitedHead(o, set, text) {
				noun = nil
			}
		}
		if noun == nil {
			continue
		}
		for _, p := range part {
			if ev, ok := v.standsFor(h, noun, p, set, text); ok {
				return ev, true
			}
		}
	}
	return Evidence{}, false
}

// within says whether a quantifier only deals out what stands before it: 「東北及び北陸の各県」, 「関東を除く各地域」.
func (h placedHead) within() bool {
	r, i := h.s.r, h.quantifier.Start
	return i > 1 && r[i] == '各' && r[i-1] == 'の' || endsWith(r[:i], "を除く", "を除いた", "以外の")
}

// limitedHead says whether a quantifier holds only within something that the other side does not know: 「北海道及び九州の各地」.
func (v *view) limitedHead(h placedHead, set []uint64, text []rune) bool {
	i := h.quantifier.Start
	if i < 3 || h.s.r[i-1] != 'の' {
		return false
	}
	share, any := v.knownIn(h.s.r[wordBefore(h.s.r, i-1, 12):i-1], set, text)
	return any && share < 0.5
}

// standsFor finds in a clause what stands for a noun that was meant whole.
func (v *view) standsFor(h placedHead, noun []rune, p part, set []uint64, text []rune) (Evidence, bool) {
	r, c := p.s.r, p.clause()
	var follows []rune // what follows the noun where it is meant whole
	if end := max(h.noun.End, h.quantifier.End); end+3 <= len(h.s.r) && !isWordJa(h.s.r[end]) && h.s.r[end] != '等' {
		follows = h.s.r[end : end+3]
	}
	tail := noun[max(0, len(noun)-4):]
	for i := c.start; i+2 < c.end; i++ {
		end, anchored := -1, false
		switch {
		case len(tail) > 1 && startsAt(r, i, tail) && (i+len(tail) >= len(r) || !isWordJa(r[i+len(tail)])):
			end = i + len(tail) // the same noun
		case follows != nil && i > c.start && startsAt(r, i, follows) && nounEndJa(r, i):
			end, anchored = i, true // another noun in its place
		}
		if end < 0 {
			continue
		}
		start := phraseStartJa(r, end, c.start)
		if meansAllJa(r, start, end) {
			continue
		}
		same := len(tail) > 1 && endsWith(r[:end], string(tail))
		if two := noun[max(0, len(noun)-2):]; anchored && len(two) == 2 && endsWith(r[start:end], string(two)) {
			same, tail = true, two
		}
		fresh, words := 0, 0
		for k := start; k < end; {
			if !isWordJa(r[k]) {
				k++
				continue
			}
			e := k
			for e < end && isWordJa(r[e]) {
				e++
			}
			w := r[k:e]
			if same && e == end {
				w = w[:max(0, len(w)-len(tail))] // 四国 of 四国総合通信局
			}
			if len(w) > 1 && joinerJa(r, k) == 0 {
				words++
				if share, any := v.knownIn(w, set, text); any && share < 0.5 || !any && !containsRunes(text, w) {
					fresh++
				}
			}
			k = e
		}
		if attr := r[start:max(start, end-len(tail))]; anchored && same && len(attr) > 1 && !containsRunes(text, attr) {
			fresh++ // 特に多い港湾
		}
		if fresh > 0 && (same || placeJa(r[start:end]) && end-start < 30) {
			return p.s.quote(start, end), true
		}
	}
	return Evidence{}, false
}

// meansAllJa says whether a word for the whole stands in a stretch, and is no figure by which a part is measured: 全国平均を超える都道府県.
func meansAllJa(r []rune, start, end int) bool {
	for i := start; i < end; i++ {
		if r[i] != '全' {
			continue
		}
		if hasRunes(r, i, "全国") || hasRunes(r, i, "全体") {
			if a, b := nounAfterJa(r, i+2); a < b && overAllJa(r, a, b) {
				continue
			}
		}
		return true
	}
	return false
}

// phraseStartJa is where the noun phrase begins that ends before end: its attributes and the members of its list belong to it.
func phraseStartJa(r []rune, end, floor int) int {
	return max(floor, memberStartJa(r, end, max(floor, end-40)))
}

// placesOfJa are names of parts of the country and of its prefectures.
var placesOfJa = strings.Fields(`北海道 東北 関東 甲信越 北陸 東海 中部 近畿 関西 中国地方 四国 九州 沖縄 南西諸島 首都圏 中京 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川県 福井
山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 札幌 仙台 横浜 名古屋 神戸 日本海側 太平洋側 瀬戸内`)

// famousJa are names of places in the country that are no prefectures.
var famousJa = strings.Fields(`東日本 西日本 北日本 本州 伊豆 小笠原 佐渡 対馬 壱岐 隠岐 五島列島 奄美 八重山 宮古島 屋久島 種子島 淡路島 房総 能登 紀伊 三陸 津軽 下北 知床 道東 道北 道南 道央 先島 尾瀬 阿蘇 琵琶湖 霞ヶ浦 霞ケ浦 浜名湖 瀬戸内海 有明海 東京湾 大阪湾 伊勢湾 駿河湾 相模湾 三河湾`)

// notNamesJa are kinds of places, whose last letter names of places have too.
var notNamesJa = []string{"都市", "漁港", "中核市", "特例市", "市町村", "町村", "農村", "山村", "漁村", "離島", "港湾", "河川", "空港", "地区", "山地", "一級河川", "湖沼", "里山", "火山", "登山", "鉱山", "下町", "団地", "学区", "校区", "特別区", "海区", "全県", "各県", "道県", "府県", "近県", "隣県", "首都", "公園"}

// namesPlaceJa says whether a member of a list is the name of a place: 琵琶湖, 奄美大島, 群馬県.
func namesPlaceJa(w []rune) bool {
	if startsPlaceJa(w) || slices.ContainsFunc(famousJa, func(x string) bool { return strings.HasPrefix(string(w), x) }) {
		return true
	}
	if len(w) < 3 || len(w) > 6 || slices.ContainsFunc(w, func(c rune) bool { return !isWordJa(c) || isDigit(c) }) || endsWith(w, notNamesJa...) {
		return false
	}
	return strings.ContainsRune("島湖湾川山岳峡灘浦市県町村港駅峠岬", w[len(w)-1]) || endsWith(w, "諸島", "列島", "半島", "地方", "平野", "盆地", "高原", "温泉", "海岸", "国立公園")
}

// placesToKind finds that one side names places one by one and the other says of which kind they are, none by name: 「琵琶湖及び浜名湖の周回路」,
// 「周囲10キロメートル以上の湖の周回路」. named are the clauses of the first side, row the text of the other.
func (v *view) placesToKind(named, other []part, row []rune) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, p := range named {
		for _, l := range p.s.lists {
			if l.clause != p.c || l.open || l.acts || len(l.members) < 2 {
				continue
			}
			last := v.g.core(p.s.r, l.members[len(l.members)-1], true)
			if last.End+2 >= len(p.s.r) || p.s.r[last.End] != 'の' || !slices.ContainsFunc(l.members, func(m lang.Span) bool { return m.Start == last.Start || namesPlaceJa(p.s.r[m.Start:m.End]) }) {
				continue
			}
			all := true
			for i, m := range l.members {
				if i == len(l.members)-1 {
					m = last
				}
				w := p.s.r[m.Start:m.End]
				all = all && namesPlaceJa(w) && !containsRunes(row, w[:min(2, len(w))])
			}
			head, end := nounAfterJa(p.s.r, last.End)
			if !all || end-head < 2 {
				continue
			}
			for _, o := range other {
				c, r := o.clause(), o.s.r
				for k := c.start + 3; k+end-head <= c.end; k++ {
					if !startsAt(r, k, p.s.r[head:end]) || isWordJa(r[k-1]) || !strings.ContainsRune("のるたい", r[k-1]) {
						continue
					}
					from := k
					for from > c.start && k-from < 40 && r[from-1] != '、' {
						from--
					}
					if attribute := r[from:k]; len(attribute) > 2 && !placeNamed(attribute) {
						return o.s.quote(from, k+end-head), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// placeNamed says whether a stretch names a place of the country.
func placeNamed(r []rune) bool {
	text := string(r)
	return slices.ContainsFunc(placesOfJa, func(w string) bool { return strings.Contains(text, w) }) || slices.ContainsFunc(famousJa, func(w string) bool { return strings.Contains(text, w) })
}

// placeJa says whether a phrase names a part of the country, or ends in a word for one: 沿岸, 管内.
func placeJa(r []rune) bool {
	text := string(r)
	for _, w := range placesOfJa {
		if strings.Contains(text, w) {
			return true
		}
	}
	return endsWith(r, "県", "市", "町", "村", "港", "局", "地方", "地域", "地区", "圏", "沿岸", "管内", "流域", "離島", "区域", "都市")
}

// monthsJa is how many months of the year a clause names as from one to another (4月から6月まで, 11月から翌年3月までの間), 0 if it names none.
func monthsJa(s *sentence, c *clause) (int, lang.Span) {
	r := s.r
	for i := c.start; i+4 < c.end; i++ {
		from, k := monthAt(r, i)
		if from == 0 || k >= c.end {
			continue
		}
		for _, w := range []string{"から", "～", "~", "-", "より"} {
			if !hasRunes(r, k, w) {
				continue
			}
			j := k + len([]rune(w))
			for _, next := range []string{"翌年", "翌", "同年"} {
				if hasRunes(r, j, next) {
					j += len([]rune(next))
					break
				}
			}
			if to, e := monthAt(r, j); to > 0 {
				return (to-from+12)%12 + 1, lang.Span{Start: i, End: e}
			}
		}
	}
	return 0, lang.Span{}
}

// monthAt reads a month of the year at i: 12月, but not 12月10日 or the month of a year (令和6年4月).
func monthAt(r []rune, i int) (month, end int) {
	if i > 0 && (isDigit(r[i-1]) || r[i-1] == '年' && i > 1 && (isDigit(r[i-2]) || r[i-2] == '元')) {
		return 0, 0
	}
	for end = i; end < len(r) && isDigit(r[end]) && end < i+2; end++ {
		month = month*10 + int(r[end]-'0')
	}
	if end == i || month > 12 || end >= len(r) || r[end] != '月' {
		return 0, 0
	}
	end++
	for _, w := range []string{"上旬", "中旬", "下旬", "初め", "末", "初旬"} {
		if hasRunes(r, end, w) {
			end += 2
			break
		}
	}
	if end < len(r) && r[end-1] == '月' && hasRunes(r, end, "末") {
		end++
	}
	return month, end
}

// season finds a stretch of the year in promises: months from one to another, or a season by its name.
func (v *view) season(parts []part) (Evidence, int, bool) {
	for _, p := range parts {
		c := p.clause()
		if n, at := monthsJa(p.s, c); n > 0 && n < 12 {
			return p.s.quote(at.Start, at.End), n, true
		}
	}
	for _, p := range parts {
		c := p.clause()
		for _, h := range p.s.hits {
			if (h.cue == "season" || h.cue == "some-time") && h.start >= c.start && h.end <= c.end {
				return p.s.quote(max(c.start, wordBefore(p.s.r, h.start, 8)), h.end), 0, true
			}
		}
	}
	return Evidence{}, 0, false
}

// seasons compares the stretches of the year of two sides: true where to has less of it than from.
func (v *view) shorterSeason(from, to []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	ev, n, ok := v.season(to)
	if !ok {
		return Evidence{}, false
	}
	if _, m, was := v.season(from); was {
		return ev, m > 0 && n > 0 && n < m
	}
	return ev, anyTime(from) && !anyTime(to)
}

// anyTime says whether promises name the whole of the time.
func anyTime(parts []part) bool {
	for _, p := range parts {
		if c := p.clause(); p.s.has("any-time", c.start, c.end) {
			return true
		}
	}
	return false
}
