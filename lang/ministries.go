package lang

import "strings"

// Ministry is one row of the table of ministries and agencies.
type Ministry struct {
	Name       string   // full name in Japanese
	Aliases    []string // other and short names that texts use
	En         []string // names in English
	From, To   int      // first and last year it existed; 0: before the plans that this tool reads, or still
	Successors []string // who took it over
}

// Ministries is the table: the Japanese central government, with the changes since 2000. A new agency is a row. The years are those of
// the laws that set the agencies up. Police of prefectures, research institutes and companies are no ministries.
func Ministries() []Ministry { return ministries }

var ministries = []Ministry{
	{Name: "内閣官房", En: []string{"Cabinet Secretariat"}},
	{Name: "内閣法制局", En: []string{"Cabinet Legislation Bureau"}},
	{Name: "内閣府", En: []string{"Cabinet Office"}},
	{Name: "宮内庁", En: []string{"Imperial Household Agency"}},
	{Name: "公正取引委員会", Aliases: []string{"公取委"}, En: []string{"Japan Fair Trade Commission", "Fair Trade Commission"}},
	{Name: "国家公安委員会", En: []string{"National Public Safety Commission"}},
	{Name: "警察庁", En: []string{"National Police Agency"}},
	{Name: "個人情報保護委員会", Aliases: []string{"個情委"}, En: []string{"Personal Information Protection Commission"}, From: 2016},
	{Name: "カジノ管理委員会", En: []string{"Japan Casino Regulatory Commission"}, From: 2020},
	{Name: "金融庁", En: []string{"Financial Services Agency"}},
	{Name: "消費者庁", En: []string{"Consumer Affairs Agency"}, From: 2009},
	{Name: "こども家庭庁", En: []string{"Children and Families Agency"}, From: 2023},
	{Name: "デジタル庁", En: []string{"Digital Agency"}, From: 2021},
	{Name: "復興庁", En: []string{"Reconstruction Agency"}, From: 2012},
	{Name: "人事院", En: []string{"National Personnel Authority"}},
	{Name: "総務省", En: []string{"Ministry of Internal Affairs and Communications"}},
	{Name: "消防庁", Aliases: []string{"総務省消防庁"}, En: []string{"Fire and Disaster Management Agency"}},
	{Name: "公害等調整委員会", En: []string{"Environmental Dispute Coordination Commission"}},
	{Name: "法務省", En: []string{"Ministry of Justice"}},
	{Name: "出入国在留管理庁", Aliases: []string{"入管庁"}, En: []string{"Immigration Services Agency"}, From: 2019},
	{Name: "公安調査庁", En: []string{"Public Security Intelligence Agency"}},
	{Name: "公安審査委員会", En: []string{"Public Security Examination Commission"}},
	{Name: "検察庁", En: []string{"Public Prosecutors Office"}},
	{Name: "外務省", En: []string{"Ministry of Foreign Affairs"}},
	{Name: "財務省", En: []string{"Ministry of Finance"}},
	{Name: "国税庁", En: []string{"National Tax Agency"}},
	{Name: "文部科学省", Aliases: []string{"文科省"}, En: []string{"Ministry of Education, Culture, Sports, Science and Technology"}},
	{Name: "スポーツ庁", En: []string{"Japan Sports Agency"}, From: 2015},
	{Name: "文化庁", En: []string{"Agency for Cultural Affairs"}},
	{Name: "厚生労働省", Aliases: []string{"厚労省"}, En: []string{"Ministry of Health, Labour and Welfare"}},
	{Name: "中央労働委員会", En: []string{"Central Labour Relations Commission"}},
	{Name: "社会保険庁", En: []string{"Social Insurance Agency"}, To: 2009, Successors: []string{"厚生労働省"}},
	{Name: "農林水産省", Aliases: []string{"農水省"}, En: []string{"Ministry of Agriculture, Forestry and Fisheries"}},
	{Name: "林野庁", En: []string{"Forestry Agency"}},
	{Name: "水産庁", En: []string{"Fisheries Agency"}},
	{Name: "経済産業省", Aliases: []string{"経産省"}, En: []string{"Ministry of Economy, Trade and Industry"}},
	{Name: "資源エネルギー庁", Aliases: []string{"エネ庁"}, En: []string{"Agency for Natural Resources and Energy"}},
	{Name: "特許庁", En: []string{"Japan Patent Office"}},
	{Name: "中小企業庁", En: []string{"Small and Medium Enterprise Agency"}},
	{Name: "原子力安全・保安院", En: []string{"Nuclear and Industrial Safety Agency"}, To: 2012, Successors: []string{"原子力規制委員会"}},
	{Name: "国土交通省", Aliases: []string{"国交省"}, En: []string{"Ministry of Land, Infrastructure, Transport and Tourism"}},
	{Name: "観光庁", En: []string{"Japan Tourism Agency"}, From: 2008},
	{Name: "気象庁", En: []string{"Japan Meteorological Agency"}},
	{Name: "運輸安全委員会", En: []string{"Japan Transport Safety Board"}, From: 2008},
	{Name: "海上保安庁", En: []string{"Japan Coast Guard"}},
	{Name: "環境省", En: []string{"Ministry of the Environment"}},
	{Name: "原子力規制委員会", En: []string{"Nuclear Regulation Authority"}, From: 2012},
	{Name: "原子力規制庁", From: 2012},
	{Name: "防衛省", En: []string{"Ministry of Defense", "Ministry of Defence"}, From: 2007},
	{Name: "防衛庁", En: []string{"Defense Agency"}, To: 2006, Successors: []string{"防衛省"}},
	{Name: "防衛装備庁", En: []string{"Acquisition, Technology & Logistics Agency"}, From: 2015},
	{Name: "会計検査院", En: []string{"Board of Audit"}},
	{Name: "内閣サイバーセキュリティセンター", Aliases: []string{"NISC"}, En: []string{"National center of Incident readiness and Strategy for Cybersecurity"}, From: 2015, To: 2025, Successors: []string{"国家サイバー統括室"}},
	{Name: "内閣官房情報セキュリティセンター", From: 2005, To: 2015, Successors: []string{"内閣サイバーセキュリティセンター"}},
	{Name: "国家サイバー統括室", Aliases: []string{"NCO"}, En: []string{"National Cybersecurity Office"}, From: 2025},
	{Name: "国家安全保障局", Aliases: []string{"NSS"}, En: []string{"National Security Secretariat"}, From: 2014},
	{Name: "内閣情報調査室", En: []string{"Cabinet Intelligence and Research Office"}},
	{Name: "防災庁", From: 2026},
	// Before the reorganisation of 6 January 2001.
	{Name: "大蔵省", To: 2000, Successors: []string{"財務省"}},
	{Name: "文部省", To: 2000, Successors: []string{"文部科学省"}},
	{Name: "科学技術庁", To: 2000, Successors: []string{"文部科学省"}},
	{Name: "厚生省", To: 2000, Successors: []string{"厚生労働省"}},
	{Name: "労働省", To: 2000, Successors: []string{"厚生労働省"}},
	{Name: "通商産業省", To: 2000, Successors: []string{"経済産業省"}},
	{Name: "運輸省", To: 2000, Successors: []string{"国土交通省"}},
	{Name: "建設省", To: 2000, Successors: []string{"国土交通省"}},
	{Name: "国土庁", To: 2000, Successors: []string{"国土交通省"}},
	{Name: "郵政省", To: 2000, Successors: []string{"総務省"}},
	{Name: "自治省", To: 2000, Successors: []string{"総務省"}},
	{Name: "総務庁", To: 2000, Successors: []string{"総務省"}},
	{Name: "環境庁", To: 2000, Successors: []string{"環境省"}},
	{Name: "経済企画庁", To: 2000, Successors: []string{"内閣府"}},
	{Name: "金融監督庁", To: 2000, Successors: []string{"金融庁"}},
}

// Mention is a ministry named in a text.
type Mention struct {
	Name string // full name, or the English name as it stands where the table does not know it
	Text string // as it stands
	Span Span
}

// ministryName is one of the names of a row of the table.
type ministryName struct {
	name  string
	runes int
	row   int
}

// ministriesBy finds the names by their first rune, and the first row that has a name.
var ministriesBy = func() (by struct {
	first runeSet
	rune  map[rune][]ministryName
	name  map[string]int
}) {
	by.rune, by.name = map[rune][]ministryName{}, map[string]int{}
	for i, row := range ministries {
		for _, n := range row.names() {
			r := []rune(n)
			by.first.add(r[0])
			by.rune[r[0]] = append(by.rune[r[0]], ministryName{n, len(r), i})
			if _, had := by.name[n]; !had {
				by.name[n] = i
			}
		}
	}
	return by
}()

func (m Ministry) names() []string {
	return append(append([]string{m.Name}, m.Aliases...), m.En...)
}

// FindMinistry gives the row of a ministry by any of its names, white space inside it ignored (総 務 省); nil if there is none.
func FindMinistry(name string) *Ministry {
	r := []rune(strings.TrimSpace(name))
	if len(r) == 0 {
		return nil
	}
	bare := name
	if isKanji(r[0]) || isKatakana(r[0]) || isHiragana(r[0]) {
		bare = strings.Join(strings.Fields(strings.Map(fold, name)), "")
	}
	if i, ok := ministriesBy.name[bare]; ok {
		return &ministries[i]
	}
	return nil
}

// Ministries returns the ministries that a text names. Names inside longer words are none (都道府県警察庁舎, 環境省令). In English
// also bodies that the table does not know: capitalised names with Ministry, Department, Agency, Authority, Office, Service … in them.
func (l *Language) Ministries(s string) []Mention { return l.ministriesIn(newSource(s)) }

func (l *Language) ministriesIn(src *source) []Mention {
	var out []Mention
	for i := 0; i < len(src.n); i++ {
		best, name := 0, ""
		if ministriesBy.first.has(src.n[i]) {
			for _, n := range ministriesBy.rune[src.n[i]] {
				if n.runes > best && hasAt(src.n, i, n.name) && ministryEnds(src.n, i, i+n.runes) {
					best, name = n.runes, ministries[n.row].Name
				}
			}
		}
		if best > 0 {
			out = append(out, Mention{Name: name, Text: src.text(i, i+best), Span: Span{i, i + best}})
			i += best - 1
		} else if l.Code == "en" && isUpper(src.n[i]) && (i == 0 || !isLatin(src.n[i-1])) {
			if end := bodyEn(src, i); end > i {
				out = append(out, Mention{Name: src.text(i, end), Text: src.text(i, end), Span: Span{i, end}})
				i = end - 1
			}
		}
	}
	return out
}

// ministryEnds guards a name against being part of a longer word.
func ministryEnds(r []rune, start, end int) bool {
	if isLatin(r[start]) {
		return !isLatin(at(r, start-1)) && !isLatin(at(r, end)) && !isDigit(at(r, end))
	}
	switch at(r, end) {
	case '令', '舎', '告':
		return false
	}
	return true
}

// bodyWords are the nouns that make a capitalised name a public body.
var bodyWords = set(`Ministry Department Agency Authority Office Service Services Commission Board Bureau Council Secretariat Inspectorate Directorate Treasury Administration Institute Centre Center Police Guard Committee Directorate-General Registry Archives Trust Executive Tribunal Ombudsman Regulator Foundation Laboratory Corporation Museum Library Court University College Academy Gallery Association Federation Union Chamber Commissioner`)

// bodyEn reads the name of a public body that starts at i: capitalised words, "of", "for", "the" and "and" between them, one of bodyWords among them.
func bodyEn(src *source, i int) int {
	r := src.n
	end, found, j, capitals := i, false, i, 0
	joined, linked := false, false
	for j < len(r) && isLatin(r[j]) {
		k := wordEnd(r, j)
		word := string(r[j:k])
		switch {
		case isUpper(r[j]):
			if j == i && (functionEn[strings.ToLower(word)] || strings.ContainsAny(word, "0123456789")) {
				return i
			}
			if joined && found && bodyWords[word] { // two bodies joined by and
				j = len(r)
				continue
			}
			capitals++
			linked = false
			found = found || bodyWords[word]
			end = k
		case word == "the" && !linked: // "By September the Council": another phrase begins
			j = len(r)
			continue
		case word == "of" || word == "for" || word == "the" || word == "and":
			joined, linked = word == "and", true
			if joined && !strings.Contains(string(r[i:j]), " of ") && !strings.Contains(string(r[i:j]), " for ") && found {
				j = len(r)
				continue
			}
		default:
			j = len(r)
			continue
		}
		if k+1 < len(r) && (r[k] == '\'' || r[k] == '’') && !found { // the Keepers' Federation, the People's Court
			if k++; r[k] == 's' {
				k++
			}
		}
		if k >= len(r) || r[k] != ' ' {
			break
		}
		j = k + 1
		if j < len(r) && word == "and" && hasAt(r, j, "the ") { // X and the Y are two
			break
		}
	}
	if !found || capitals < 2 { // "the Agency" alone refers back to a name
		return i
	}
	return end
}
