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
	{
		newWordSet("一律", "均一の", "同額を", "定額", "同じ割合"),
		newWordSet("に応じて割合", "に応じた割合", "に応じて率", "に応じた率", "に応じて額", "に応じた額", "に応じて補助", "に応じて助成", "に応じて支給", "に応じて配分", "に応じて決め", "に応じて定め", "に応じて変え", "に応じて差", "に応じて重み", "の多寡に応じ", "段階を設け", "段階に分け"),
	},
	{
		newWordSet("公募", "公に募", "一般競争", "競争入札", "応募のあった"),
		newWordSet("推薦により", "推薦に基づ", "推薦を受け", "推薦を得", "指名して", "指名により", "指名した", "随意契約", "名簿から選"),
	},
	{
		newWordSet("勧める", "勧め、", "推奨", "促す", "促し", "呼び掛け", "奨励", "任意の", "努力義務", "協力を求め", "自主的な", "要望する"),
		newWordSet("義務付け", "義務づけ", "義務とし", "義務とす", "義務化", "命ずる", "命じ", "禁止する", "禁止し", "禁ずる", "禁じ", "罰則を"),
	},
	{
		newWordSet("抜き打ち", "立入検査", "立ち入り", "立ち入って", "実地に", "実地で", "現地を検査", "検査官を派遣", "検査官が"),
		newWordSet("自ら測", "自ら点検", "自己点検", "自主点検", "自己申告", "届け出る方式", "届け出させ", "届出を受け", "報告を求め", "報告させ", "書面審査", "書面により確認"),
	},
	{
		newWordSet("現物で", "現物を", "現物により", "現物支給"),
		newWordSet("引換券", "クーポン", "商品券", "現金", "購入費", "ポイント"),
	},
	{
		newWordSet("事前審査", "事前の審査", "事前の承認", "事前に審査", "事前に承認", "許可制", "認可制", "許可を要"),
		newWordSet("事後審査", "事後の", "事後に", "事後届出", "届出制", "登録制"),
	},
	{
		newWordSet("先着順", "先着"),
		newWordSet("抽選", "くじにより", "選考により", "書類選考"),
	},
	{
		newWordSet("無償", "無料"),
		newWordSet("有償", "有料", "実費を", "料金を徴収", "料金を取", "対価を得"),
	},
	{
		newWordSet("集団で", "集団による", "集団指導", "集団面接", "集団を対象", "グループで", "一斉授業"),
		newWordSet("個別の", "個別に", "一対一", "マンツーマン", "一人ずつ", "一人一人に"),
	},
	{
		newWordSet("巡回して", "巡回させ", "巡回により", "巡回する", "巡回し、"),
		newWordSet("常駐", "駐在", "常設"),
	},
	{
		newWordSet("トラックで", "トラックにより", "陸路", "陸送", "自動車で"),
		newWordSet("鉄道で", "鉄道により", "貨物列車"),
		newWordSet("船で", "船により", "海路", "船便", "海上輸送"),
		newWordSet("空輸", "空路", "航空機により", "航空便"),
	},
	{
		newWordSet("単年度の契約", "単年度契約", "年度ごとに契約", "毎年度契約"),
		newWordSet("複数年度", "複数年", "多年度", "長期契約", "長期の契約"),
	},
	{
		newWordSet("日中に", "昼間に", "日中の", "昼間の"),
		newWordSet("夜間に", "夜に", "早朝に", "夜間の", "早朝の"),
	},
	{
		newWordSet("平日に", "平日の"),
		newWordSet("休日に", "休日の", "土日に", "週末に", "週末の", "日曜日に", "土曜日に"),
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
	for _, side := range [][]part{v.planClauses(), parts} {
		if _, any := wordIn(side, &allModesJa); !any {
			return nil
		}
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
