package pair

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReferences(t *testing.T) {
	for text, want := range map[string][]address{
		"講習は、項番（ヌ）「施設の強靱化」に含めて実施する。":                                   {{"", "ヌ"}},
		"本項番は２（２）の項番(エ)に統合する。":                                         {{"2.2", "エ"}},
		"栄養改善の施策（項番2(1)(イ)）に一本化して取り組む。":                                {{"2.1", "イ"}},
		"This will be carried on under item 5.3 and no longer listed.": {{"5", "3"}},
		"It is absorbed by the health line of measure 7, from May on.": {{"", "7"}},
		"これらの項目について検討する。An item of news.":                              nil,
	} {
		assert.Equal(t, want, references(text), text)
	}
}

// An item that is merged by its own word goes there, though its next plan shares hardly a word with the item it goes to. One that
// works together with another stays what it is.
func TestItemsGoWhereTheySay(t *testing.T) {
	goes := "この取組は、2024年度から項番(2)の取組に統合する。"
	r, err := Items(edition("a", drill, watch, goes), edition("b", drill, watch+school, roads), Options{})
	require.NoError(t, err)
	var got [][2]int
	for _, l := range r.Links {
		got = append(got, [2]int{l.From, l.To})
	}
	assert.Equal(t, [][2]int{{0, 0}, {1, 1}, {2, 1}}, got)

	with := school + "項番(2)の取組と連携する。"
	r, err = Items(edition("a", drill, watch, with), edition("b", drill, watch+roads, with), Options{})
	require.NoError(t, err)
	got = nil
	for _, l := range r.Links {
		got = append(got, [2]int{l.From, l.To})
	}
	assert.Equal(t, [][2]int{{0, 0}, {1, 1}, {2, 2}}, got)
}

// Where nearly all items stayed word for word, an item that shares a few words with a new one went away all the same.
func TestChanceIsNoLink(t *testing.T) {
	gone := "港湾の安全を確保するため、作業員に対する研修を行う。"
	r, err := Items(edition("a", drill, watch, school, roads, gone), edition("b", drill, watch, school, roads,
		"道路の景観を確保するため、植樹を行う。"), Options{})
	require.NoError(t, err)
	assert.Len(t, r.Links, 4)
}
