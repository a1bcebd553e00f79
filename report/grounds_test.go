package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
)

// A ground says in the reader's language what its rule saw, tells a quote once and abridged, and leaves the rest to numbers that
// stand in the columns; silence stands nowhere, and is told.
func TestGrounds(t *testing.T) {
	rule := diff.Rules()[0]
	reason := func(n int, quote string, absent bool, claims ...Claim) Reason {
		return Reason{N: n, Quote: quote, Absent: absent, Head: "次年度計画", Claims: claims}
	}
	about, other := Claim{For: "変更区分", Rule: rule.ID, forID: "disposition"}, Claim{For: "付記", Rule: "unheard-of", forID: "verbatim"}
	ja, en := textsFor("ja", ""), textsFor("en", "")
	long := "引き続き、港内の倉庫及び桟橋三十五棟を年に二回点検する。"
	got := groundsOf(ja, []Reason{reason(1, "一", false, about), reason(2, long, false, about, other), reason(3, "三", false, about), reason(4, "", true, about)}, 2)
	require.Len(t, got, 2)
	assert.Equal(t, rule.Ja, got[0].Says)
	assert.Equal(t, []Ref{{N: 1, Text: "「一」"}, {N: 2, Text: "「引き続き、港内の倉庫及び…回点検する。」"}, {N: 3}, {N: 4, Text: "次年度計画: 記載なし", Absent: true}}, got[0].Refs)
	assert.Equal(t, []Ref{{N: 2}}, got[1].Refs, "told above")
	assert.Empty(t, got[1].Says, "a rule that this program does not know says nothing")
	for _, r := range diff.Rules() {
		assert.NotEmpty(t, ja.saw(r.ID), r.ID)
		assert.NotEmpty(t, en.saw(r.ID), r.ID)
		assert.NotContains(t, en.saw(r.ID), ". ", r.ID)
	}
}
