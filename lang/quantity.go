package lang

// Kind says what a quantity measures.
type Kind string

// Kinds of quantities.
const (
	Count     Kind = "count"     // 530人, 600 officers
	Percent   Kind = "percent"   // 80％, 12 per cent; ８割 is 80 %
	Money     Kind = "money"     // 3億円, $2 million
	Duration  Kind = "duration"  // ３年間, within 24 hours
	Frequency Kind = "frequency" // 年２回, twice a year, 毎月, quarterly: Value is times a year
	Times     Kind = "times"     // ２倍, twofold
)

// Bound says how a quantity limits.
type Bound string

// Bounds. The zero value is an exact number.
const (
	AtLeast  Bound = "at-least"  // 以上, at least
	AtMost   Bound = "at-most"   // 以下, 以内, 最大, up to
	MoreThan Bound = "more-than" // 超, over
	LessThan Bound = "less-than" // 未満, fewer than
	About    Bound = "about"     // 約, 程度, some
)

// Quantity is a number with what it counts.
type Quantity struct {
	Value  float64 // in Unit; for Frequency, times a year
	Unit   string  // normal form: 名 and 人 are 人, か所 and ヶ所 are か所, % ; English nouns as stems: officer
	Counts string  // the noun phrase counted, as far as it can be told: 登録講習機関, frontline officers; "" if not
	Bound  Bound
	Total  bool // a sum: 計, 延べ, a total of
	Kind   Kind
	Named  bool // a frequency said by a word and not by a number: 毎月, weekly
	Span   Span // of the number with its unit and bounds
}

// perYear gives how many of a period a year has, 0 for an unknown period.
func perYear(period string) float64 {
	switch period {
	case "時間":
		return 365 * 24
	case "日", "day":
		return 365
	case "週", "週間", "week":
		return 52
	case "月", "か月", "month":
		return 12
	case "四半期", "四季", "季節", "quarter":
		return 4
	case "学期":
		return 3
	case "半月":
		return 24
	case "旬":
		return 36
	case "半年", "半期", "half":
		return 2
	case "年", "年度", "year":
		return 1
	}
	return 0
}
