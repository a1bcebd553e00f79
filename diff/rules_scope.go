package diff

import "plandiff/schema"

var scopeRules = []Rule{
	{
		ID: "list-grown", For: "disposition", Ja: "列挙された対象・地域・相手などが増えた",
		Doc:     "A list in the next plan keeps members of the plan and names further ones: targets, regions, partners. One noun between the same words that becomes two is such a list.",
		Mirror:  "list-shrunk",
		Example: "-- plan --\n小学校の教員を対象とした読書指導の講習を行う。\n-- results --\n講習を行った。\n-- next_plan --\n小学校及び中学校の教員を対象とした読書指導の講習を行う。\n-- want --\nexpanded\n",
		find:    listGrown,
	},
	{
		ID: "list-shrunk", For: "disposition", Ja: "列挙された対象・地域・相手などが減った",
		Doc:     "A list of the plan keeps some members in the next plan and loses others, without 等 standing for them.",
		Mirror:  "list-grown",
		Example: "-- plan --\n小学校及び中学校の教員を対象とした読書指導の講習を行う。\n-- results --\n講習を行った。\n-- next_plan --\n中学校の教員を対象とした読書指導の講習を行う。\n-- want --\nnarrowed\n",
		find:    listShrunk,
	},
	{
		ID: "copy-added", For: "disposition", Ja: "計画の文に列挙の語だけが書き足された",
		Doc:     "The next plan is the plan's own sentence with nothing but further members put into a list.",
		Mirror:  "copy-cut",
		Example: "-- plan --\n移動図書館により、山間の集落に住む高齢者及びその家族に対し、図書及び雑誌の貸出しを行う。\n-- results --\n貸出しを行った。\n-- next_plan --\n移動図書館により、山間の集落に住む高齢者及びその家族に対し、図書、雑誌及び録音資料の貸出しを行う。\n-- want --\nexpanded\n",
		find:    func(v *view) []signal { return v.membersEdited(1) },
	},
	{
		ID: "copy-cut", For: "disposition", Ja: "計画の文から列挙の語だけが削られた",
		Doc:     "The next plan is the plan's own sentence with nothing but members of a list taken out.",
		Mirror:  "copy-added",
		Example: "-- plan --\n移動図書館により、山間の集落に住む高齢者及びその家族に対し、図書、雑誌及び録音資料の貸出しを行う。\n-- results --\n貸出しを行った。\n-- next_plan --\n移動図書館により、山間の集落に住む高齢者及びその家族に対し、図書及び雑誌の貸出しを行う。\n-- want --\nnarrowed\n",
		find:    func(v *view) []signal { return v.membersEdited(-1) },
	},
	{
		ID: "all-of-them", For: "disposition", Ja: "一部から全部に広がった",
		Doc:     "The next plan means all where the plan meant some, names a longer part of the year or of the day, or takes in what was excepted.",
		Mirror:  "some-of-them",
		Example: "-- plan --\n県庁所在地の図書館に蔵書検索端末を設置する。\n-- results --\n端末を設置した。\n-- next_plan --\n全ての市の図書館に蔵書検索端末を設置する。\n-- want --\nexpanded\n",
		find:    func(v *view) []signal { return v.quantifiers(true) },
	},
	{
		ID: "some-of-them", For: "disposition", Ja: "全部から一部に狭まった",
		Doc:     "The next plan means some where the plan meant all, names a shorter part of the year or of the day, or excepts what was included.",
		Mirror:  "all-of-them",
		Example: "-- plan --\n全ての市の図書館に蔵書検索端末を設置する。\n-- results --\n端末を設置した。\n-- next_plan --\n県庁所在地の図書館に蔵書検索端末を設置する。\n-- want --\nnarrowed\n",
		find:    func(v *view) []signal { return v.quantifiers(false) },
	},
	{
		ID: "scope-widened", For: "disposition", Ja: "対象・利用者・地域・機能・数などを広げることを記載",
		Doc:     "The next plan says that targets, users, regions, functions or numbers are widened, be it in a sentence of its own behind the promise (\"Small firms will be eligible too\"). What widens in the world (被害, 感染, 需要) is none of the plan's.",
		Mirror:  "scope-limited",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n巡回を行った。\n-- next_plan --\n移動図書館の巡回の対象地域を拡大する。\n-- want --\nexpanded\n",
		find:    scopeWidened,
	},
	{
		ID: "scope-limited", For: "disposition", Ja: "一部に限ることを記載",
		Doc:     "The next plan says that it is limited to a part, be it in a sentence of its own behind the promise (\"The islands will no longer be covered\").",
		Mirror:  "scope-widened",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n巡回を行った。\n-- next_plan --\n移動図書館の巡回は、離島の集落に限って行う。\n-- want --\nnarrowed\n",
		find:    scopeLimited,
	},
	{
		ID: "besides", For: "disposition", Ja: "「に加え」「のほか」などで新たなものを追加",
		Doc:     "The next plan joins something new to what the plan named: …に加え, …のほか, …だけでなく.",
		Waiver:  "Its mirror has no words: what was joined is simply gone, which list-shrunk and some-of-them find.",
		Example: "-- plan --\n司書に対する研修を実施する。\n-- results --\n研修を実施した。\n-- next_plan --\n司書に加え、読み聞かせ活動の協力者に対しても研修を実施する。\n-- want --\nexpanded\n",
		find:    besides,
	},
	{
		ID: "also", For: "disposition", Ja: "「についても」などで計画にないものを追加",
		Doc:     "The next plan takes something in that the plan does not name: …についても, …に対しても.",
		Waiver:  "Its mirror has no words: what was taken in is simply gone.",
		Example: "-- plan --\n蔵書の貸出記録を分析する。\n-- results --\n分析を行った。\n-- next_plan --\n蔵書の貸出記録及び視聴覚資料についても分析する。\n-- want --\nexpanded\n",
		find:    also,
	},
	{
		ID: "act-added", For: "disposition", Ja: "続ける取組に、計画にない取組を併せて追加",
		Doc:     "Beside the act that goes on, the next plan promises one in the same breath that the plan does not know.",
		Waiver:  "An act that is gone from a sentence may be condensed away; one that is gone with its sentence is next-plan-silent.",
		Example: "-- plan --\n司書に対する研修を実施する。\n-- results --\n研修を実施した。\n-- next_plan --\n司書に対する研修を実施するとともに、読み聞かせの動画を制作し、配信する。\n-- want --\nexpanded\n",
		find:    actOrThingAdded,
	},
	{
		ID: "number-raised", For: "disposition", Ja: "同じものの数が増えた",
		Doc:     "The same thing is counted in plan and next plan, and the number is higher.",
		Mirror:  "number-lowered",
		Example: "-- plan --\n読書会を年４回開催する。\n-- results --\n読書会を４回開催した。\n-- next_plan --\n読書会を年６回開催する。\n-- want --\nexpanded\n",
		find:    func(v *view) []signal { return v.numbers(schema.Expanded, 1) },
	},
	{
		ID: "number-lowered", For: "disposition", Ja: "同じものの数が減った",
		Doc:     "The same thing is counted in plan and next plan, and the number is lower.",
		Mirror:  "number-raised",
		Example: "-- plan --\n読書会を年６回開催する。\n-- results --\n読書会を６回開催した。\n-- next_plan --\n読書会を年４回開催する。\n-- want --\nnarrowed\n",
		find:    func(v *view) []signal { return v.numbers(schema.Narrowed, -1) },
	},
}
