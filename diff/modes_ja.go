package diff

import (
	"plandiff/schema"
)

// modesJa are ways of doing that exclude each other, in groups of which each has ways, and each way its words: where people come together or look
// from afar, paper or data, by hand or by machine, money given or lent. The same act done in another way of its group is revised.
var modesJa = [][]wordSet{
	{
		newWordSet("対面", "窓口に来", "窓口で教", "来署", "来庁", "来店", "会場に集", "集合形式", "集合研修", "集合の形", "来場", "参集", "会場で開", "会場において", "戸別訪問", "一堂に会", "会場に集ま"),
		newWordSet("オンライン", "ウェブ会議", "Ｗｅｂ会議", "録画", "動画の配信", "動画を配信", "動画を作", "動画に", "動画で", "配信により", "リモート", "遠隔", "ラーニング", "ビデオ会議", "自宅で視聴", "画面越し"),
	},
	{
		newWordSet("紙の", "紙により", "紙で", "書面により", "書面で", "郵送", "用紙", "ファクシミリ", "FAX", "手書き", "印刷物", "紙媒体"),
		newWordSet("電子申請", "電子メール", "電子的に", "電子データ", "電子版", "スマートフォン", "アプリ", "ウェブサイト", "オンライン", "タブレット", "システムにより", "システムを通じ", "データにより", "デジタル"),
	},
	{
		newWordSet("冊子", "リーフレット", "パンフレット", "ポスター", "ちらし", "チラシ", "掲示板"),
		newWordSet("動画", "映像", "SNS", "ＳＮＳ", "テレビ", "ラジオ", "番組", "アプリ"),
	},
	{
		newWordSet("見回り", "見張り", "人の目", "パトロール", "目視", "手作業", "人手", "徒歩", "職員が見", "作業員", "巡視員", "聞き取り", "職員の巡回", "手入力", "人力"),
		newWordSet("ドローン", "無人航空機", "無人機", "衛星", "センサー", "センサ", "カメラ", "自動で", "自動的", "人工知能", "AI", "ロボット", "赤外線", "画像解析", "レーザ", "遠隔監視", "無人の"),
	},
	{
		newWordSet("電話", "ダイヤル", "コールセンター", "フリーコール"),
		newWordSet("訪問", "訪ね", "出向い", "出向き", "赴い", "赴き", "立ち寄", "巡回相談", "家庭を回", "戸別に回"),
		newWordSet("来所", "来庁", "来署", "窓口に来", "窓口で対面", "対面の窓口", "対面により", "面談"),
		newWordSet("チャット", "SNS", "LINE", "電子メール", "メールにより", "メールで", "オンライン", "ウェブ会議", "画面越し"),
	},
	{
		newWordSet("講師の派遣", "講師を派遣", "出前授業", "出前講座", "講師派遣", "専門家を派遣", "専門家の派遣"),
		newWordSet("教材を作", "教材を配", "教材の配", "教材の作", "教材を提供", "教材の提供", "動画を配", "動画の配", "手引を配", "冊子を配", "冊子の配"),
	},
	{
		newWordSet("補助する", "補助を行", "補助し", "助成する", "助成を行", "助成し", "支給する", "支給し", "給付する", "を交付する", "補助金を交付", "見舞金", "補助により", "助成により"),
		newWordSet("貸し付け", "貸付け", "融資", "貸与", "貸し出", "貸出し", "無利子", "低利", "債務保証", "減税", "税の軽減", "税額控除"),
	},
}

// allModesJa are the words of all groups.
var allModesJa = func() wordSet {
	var words []string
	for _, group := range modesJa {
		for _, set := range group {
			words = append(words, set.words...)
		}
	}
	return newWordSet(words...)
}()

// otherModeJa finds that what the plan promises in one way the next plan promises in another of its group, the first being nowhere in the next plan
// and the other nowhere in plan and results.
func (v *view) otherModeJa() []signal {
	if v.rd.lang.Code != "ja" || len(v.u.plan) == 0 {
		return nil
	}
	parts := v.plannedParts()
	if len(parts) == 0 {
		return nil
	}
	if _, any := wordIn(v.planClauses(), &allModesJa); !any {
		return nil
	}
	_, results := gather(v.u.results)
	for _, group := range modesJa {
		for i := range group {
			was := &group[i]
			if _, had := wordIn(v.planClauses(), was); !had || was.in(v.nextRow) {
				continue
			}
			for j := range group {
				is := &group[j]
				if i == j || is.in(v.planText) || is.in(results) {
					continue
				}
				if ev, ok := wordIn(parts, is); ok {
					return []signal{{string(schema.Revised), 3.4, ev}}
				}
			}
		}
	}
	return nil
}
