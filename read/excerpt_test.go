package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/read/pdf"
	"plandiff/schema"
)

// The ① under an excerpt's source is the heading of a block of items where it is a title, and the excerpt's first sentence where it is
// one: the same in every reader.
func TestExcerptHeading(t *testing.T) {
	for name, c := range map[string]struct {
		first  string
		number string
		policy []string
	}{
		"a title":    {"①灯台の点検", "①", []string{"古い灯台を調べる。"}},
		"a sentence": {"①国は、灯台の点検を進める。", "1", []string{"国は、灯台の点検を進める。", "古い灯台を調べる。"}},
	} {
		t.Run(name, func(t *testing.T) {
			above := []string{"1 海を守る", "海の道しるべ戦略より", c.first, "・古い灯台を調べる。"}
			check := func(reader string, sections []schema.Section) {
				s := sections[len(sections)-1]
				assert.Equal(t, c.number, s.Number, reader)
				assert.Equal(t, "海の道しるべ戦略より", s.PolicySource, reader)
				assert.Equal(t, c.policy, s.Policy, reader)
				require.Len(t, s.Items, 1, reader)
			}
			text := strings.Join(above, "\n") + "\n項番 担当府省庁\n2023年度年次計画\n取組の成果、進捗状況及び2024年度年次計画\n(ア) 国土交通省\n国土交通省において、灯台を調べる。\n<成果・進捗状況>\n・調べた。\n<2024年度年次計画>\n・直す。\n"
			check("text", readString(t, "page.txt", text, Options{}).Edition.Sections)

			page := "<p>" + strings.Join(above, "<p>") + "<table><tr><th>項番<th>担当府省庁<th>2023年度年次計画<th>取組の成果、進捗状況及び2024年度年次計画<tr><td>(ア)<td>国土交通省<td>灯台を調べる。<td><p>&lt;成果・進捗状況&gt;<p>・調べた。<p>&lt;2024年度年次計画&gt;<p>・直す。</table>"
			r, err := readBytes(t, "page.html", []byte(page), Options{})
			require.NoError(t, err)
			check("html", r.Edition.Sections)

			p, err := LoadProfile("nisc-annual")
			require.NoError(t, err)
			drawn := pageOf(1, strings.Join(above, "\n")+"\n"+pictureHead+"(ア) | 国土交通省 | 灯台を調べる。 | <成果・進捗状況>調べた。")
			check("pdf", assemble(pdfParts([]pdfFile{{"a.pdf", []pdf.Page{drawn}}}, p), p).Sections)

			layout := strings.Join(above, "\n") + "\n" + layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。\n"
			roadmap, err := LoadProfile("reiwa-roadmap")
			require.NoError(t, err)
			withExcerpts := *roadmap // the family has none of its own
			withExcerpts.policy, withExcerpts.headings = p.policy, p.headings
			check("layout text", assemble(readLayout(splitPages(layout, "a.txt"), &withExcerpts), &withExcerpts).Sections)
		})
	}
}
