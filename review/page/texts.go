package page

// texts are the words of the page in one language, beside those that it shares with reports. Script are those that the
// script says; {0} and {1} in them stand for what it fills in. A test makes sure that no language leaves one out.
type texts struct {
	Lang                                         string
	Title, As, Progress, Judged                  string
	ToForm, ToItems                              string
	Filter, State, Unjudged, JudgedFilter, Mine  string
	Form, Tool, Nothing, Note, Quote, Unquote    string
	Confirm, Save, SaveNote, StateOf, Annotated  string
	Keys, KeysOn, Cancel, Homeless, NeedsScript  string
	KeyMove, KeyUnclear, KeyConfirm, KeyCorrect  string
	KeyFacts, KeyNote, KeyQuote, KeyAccept       string
	KeySearch, KeyLeave, Unfold, Accepted, Again string
	Done                                         string
	States                                       map[string]string
	Script                                       map[string]string
}

func textsFor(lang string) *texts {
	for _, t := range languages {
		if t.Lang == lang {
			return t
		}
	}
	return languages[0]
}

var languages = []*texts{
	{
		Lang: "ja", Title: "判定の確認", As: "確認者", Progress: "確認の進み具合", Judged: "判定済み", Accepted: "確定", Again: "要再確認",
		ToForm: "記入欄へ移動", ToItems: "項目へ移動",
		Filter: "絞り込み", State: "確認の状態", Unjudged: "未判定", JudgedFilter: "判定済み", Mine: "自分の注釈あり",
		Form: "記入欄", Tool: "ツールの判定", Nothing: "項目を選んでください。", Note: "メモ", Quote: "対象の文言", Unquote: "文言の指定をやめる",
		Confirm: "判定どおり", Save: "この判定で保存", SaveNote: "メモだけ保存", StateOf: "状態", Annotated: "この項目の注釈",
		Keys: "キー操作", KeysOn: "一文字のキー操作を使う", Cancel: "閉じる", Homeless: "対応する項目のない注釈", NeedsScript: "このページには JavaScript が必要です。",
		KeyMove: "次の項目・前の項目", KeyUnclear: "次の判定不能・確度の低い項目", KeyConfirm: "判定どおりとして次へ", KeyCorrect: "変更区分・進捗を直す（続けて番号）",
		KeyFacts: "付記を直す", KeyNote: "メモへ", KeyQuote: "文言を選ぶ（本文をなぞって選ぶこともできます）", KeyAccept: "確定にする", KeySearch: "検索へ", KeyLeave: "項目へ戻る", Unfold: "記入欄を開く・閉じる", Done: "決定",
		States: map[string]string{"draft": "下書き", "submitted": "提出", "accepted": "確定", "rejected": "却下", "superseded": "差替え済み", "needs-recheck": "要再確認", "orphaned": "対応項目なし"},
		Script: map[string]string{
			"saved": "{0} を保存しました: {1}", "savedNote": "{0} のメモを保存しました", "confirmed": "{0}: 判定どおり（保存済み）", "last": "最後の項目です", "first": "最初の項目です", "none": "該当する項目はありません",
			"choose": "{0} の{1}", "disposition": "変更区分", "progress": "進捗", "facts": "付記（番号で切替え、Enter で保存）", "words": "対象の文言を選ぶ", "noun": "注釈",
			"nothing": "先に項目を選んでください", "failed": "保存できませんでした: {0}", "offline": "サーバーに届きません: 保存されていません", "file": "注釈ファイルが読めません。直すまで保存できません。\n{0}", "quoted": "文言を選びました: {0}",
			"accept": "確定", "reject": "却下", "reply": "メモ欄の文で返信", "emptyReply": "返信はメモ欄に書いてください", "stale": "本文が変わっています", "noteOnly": "メモ", "confirm": "判定どおり", "person": "人", "noAccept": "確定にする判定がありません", "items": "{0} / {1} 項目",
		},
	},
	{
		Lang: "en", Title: "Review", As: "as", Progress: "Progress of the review", Judged: "judged", Accepted: "accepted", Again: "to look at again",
		ToForm: "Skip to the form", ToItems: "Skip to the items",
		Filter: "Filter", State: "Review", Unjudged: "not judged", JudgedFilter: "judged", Mine: "with my annotation",
		Form: "Your judgement", Tool: "The tool says", Nothing: "Choose an item.", Note: "Note", Quote: "Words meant", Unquote: "Mean the whole item",
		Confirm: "Confirm", Save: "Save this verdict", SaveNote: "Save the note only", StateOf: "State", Annotated: "Annotations of this item",
		Keys: "Keys", KeysOn: "Use single keys", Cancel: "Close", Homeless: "Annotations without an item", NeedsScript: "This page needs JavaScript.",
		KeyMove: "next item, previous item", KeyUnclear: "next unclear or uncertain item", KeyConfirm: "confirm and go on", KeyCorrect: "correct disposition or progress, then a number",
		KeyFacts: "correct the facts", KeyNote: "to the note", KeyQuote: "choose words (selecting text does it too)", KeyAccept: "accept", KeySearch: "to the search", KeyLeave: "back to the item", Unfold: "Open or close the form", Done: "Done",
		States: map[string]string{"draft": "draft", "submitted": "submitted", "accepted": "accepted", "rejected": "rejected", "superseded": "superseded", "needs-recheck": "needs recheck", "orphaned": "orphaned"},
		Script: map[string]string{
			"saved": "{0} saved: {1}", "savedNote": "Note on {0} saved", "confirmed": "{0}: confirmed and saved", "last": "This is the last item", "first": "This is the first item", "none": "No item fits",
			"choose": "{0}: {1}", "disposition": "disposition", "progress": "progress", "facts": "facts (numbers switch, Enter saves)", "words": "choose the words meant", "noun": "annotation",
			"nothing": "Choose an item first", "failed": "Not saved: {0}", "offline": "The server cannot be reached: nothing is saved", "file": "The reviews file does not load. Nothing can be saved until it is mended.\n{0}", "quoted": "Words chosen: {0}",
			"accept": "Accept", "reject": "Reject", "reply": "Reply with the note's text", "emptyReply": "Write the reply in the note first", "stale": "the text changed since", "noteOnly": "note", "confirm": "confirmed", "person": "person", "noAccept": "There is no verdict to accept", "items": "{0} of {1} items",
		},
	},
}
