package read

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"plandiff/read/pdf"
	"plandiff/schema"
)

// The fixtures, whole: what a reader of the golden sees is what `plandiff read` writes. The second family (roadmap) shares no column with the
// first but its ministries, and needs nothing but its profile.
func TestPDFFixtures(t *testing.T) {
	for _, name := range []string{"annual", "roadmap"} {
		t.Run(name, func(t *testing.T) {
			r, err := File(t.Context(), filepath.Join("testdata", "pdf", name+".pdf"), Options{})
			require.NoError(t, err)
			assert.Empty(t, r.Notes)
			for i := range r.Edition.Sources {
				r.Edition.Sources[i].SHA256 = "" // another Chromium gives other bytes
			}
			got, err := schema.Canonical(r.Edition)
			require.NoError(t, err)
			golden := filepath.Join("testdata", "pdf", name+".yaml")
			if *update {
				require.NoError(t, os.WriteFile(golden, got, 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), string(got))
		})
	}
}

// Every character that the pages draw comes out: in a cell, a heading, an excerpt, named furniture or the unplaced list.
func TestPDFAccountsForEveryCharacter(t *testing.T) {
	for _, name := range []string{"annual", "roadmap"} {
		data, err := os.ReadFile(filepath.Join("testdata", "pdf", name+".pdf"))
		require.NoError(t, err)
		d, err := pdf.Read(t.Context(), data, pdf.Options{CacheDir: pdf.DefaultCacheDir()})
		require.NoError(t, err)
		files := []pdfFile{{name: name, pages: d.Pages}}
		drawn := 0
		for _, p := range d.Pages {
			drawn += p.Characters
		}
		came := map[rune]int{}
		count := func(s string) {
			for _, r := range s {
				if !unicode.IsSpace(r) {
					came[r]++
				}
			}
		}
		for _, t := range pdfParts(files, pickPDFProfile(Profiles(), files)) {
			count(t.text)
			count(t.cells.label)
			count(t.cells.title)
			count(strings.Join(t.cells.ministries, ""))
			for _, ps := range [][]paragraph{t.cells.plan, t.cells.outcome, t.cells.results, t.cells.nextPlan} {
				for _, p := range ps {
					count(p.text)
				}
			}
		}
		sum := 0
		for _, n := range came {
			sum += n
		}
		assert.Equal(t, drawn, sum, name)
	}
}

// Two files of one edition are read in their order, and only the pages asked for.
func TestPDFSeveralFilesAndPages(t *testing.T) {
	file := filepath.Join("testdata", "pdf", "annual.pdf")
	r, err := Files(t.Context(), []string{file, file}, Options{Pages: "1"})
	require.NoError(t, err)
	require.Len(t, r.Edition.Sources, 2)
	assert.Equal(t, 2, r.Edition.Sources[1].Pages)
	var labels []string
	for _, s := range r.Edition.Sections {
		for _, i := range s.Items {
			labels = append(labels, i.Label)
		}
	}
	assert.Equal(t, []string{"ア", "イ", "ア", "イ"}, labels)
}

// A PDF without the table says what it has instead.
func TestPDFNoTable(t *testing.T) {
	_, err := File(t.Context(), filepath.Join("testdata", "pdf", "roadmap.pdf"), Options{Profile: "english-plan"})
	require.Error(t, err)
	assert.Regexp(t, `^read testdata/pdf/roadmap\.pdf: no table of the profile found \(english-plan\): there are \d pages of text and \d ruled tables .*施策名 \| 担当`, err)
}

func TestPDFCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := File(ctx, filepath.Join("testdata", "pdf", "annual.pdf"), Options{})
	assert.ErrorIs(t, err, context.Canceled)
}

// cellOf makes a cell's lines as they would stand in a column of that many characters of size 10; leading blanks of a line are its
// indent.
func cellOf(width int, lines ...string) []cellLine {
	var out []cellLine
	for i, text := range lines {
		l := cellLine{left: 0, right: float64(width)*10 + 3, page: 1}
		indent := 0
		for strings.HasPrefix(text, "　") {
			text, indent = strings.TrimPrefix(text, "　"), indent+1
		}
		end := 0.0
		for _, r := range text {
			if pdf.Wide(r) {
				end += 10
			} else {
				end += 5
			}
		}
		first := []rune(text)[0]
		l.Text, l.Size, l.Y, l.X0, l.X1, l.First = text, 10, float64(i)*12, float64(indent)*10, float64(indent)*10+end, 5
		if pdf.Wide(first) {
			l.First = 10
		}
		out = append(out, l)
	}
	return out
}

func TestPDFParagraphs(t *testing.T) {
	p, err := LoadProfile("nisc-annual")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"a full line goes on":                  {[]string{"灯台の強さを調べる。調べ", "た結果を公表する。"}, []string{"灯台の強さを調べる。調べた結果を公表する。"}},
		"room for the next unit ends it":       {[]string{"灯台の強さを調べる。", "結果を公表する。"}, []string{"灯台の強さを調べる。", "結果を公表する。"}},
		"bullets open paragraphs":              {[]string{"・灯台の強さを調べる予定", "　である。", "・公表する。"}, []string{"・灯台の強さを調べる予定である。", "・公表する。"}},
		"a number in a hanging paragraph":      {[]string{"・波の高さ及び向きを①測る", "　②知らせる③残す。"}, []string{"・波の高さ及び向きを①測る②知らせる③残す。"}},
		"numbers open paragraphs":              {[]string{"次の取組を全て行う予定。", "①測る。", "②知らせる。"}, []string{"次の取組を全て行う予定。", "①測る。", "②知らせる。"}},
		"a marker stands alone":                {[]string{"<成果・進捗状況>", "調べた。", "<2024年度年次計画>", "直す。"}, []string{"<成果・進捗状況>", "調べた。", "<2024年度年次計画>", "直す。"}},
		"a marker broken over lines":           {[]string{"調べた。", "<2024年度年次計画（案）の", "とおり>", "直す。"}, []string{"調べた。", "<2024年度年次計画（案）のとおり>", "直す。"}},
		"a block after a full line":            {[]string{"灯台の強さを全て調べた。", "[気象庁]", "測る。"}, []string{"灯台の強さを全て調べた。", "[気象庁]", "測る。"}},
		"a block broken over lines":            {[]string{"[国土交通省、気象庁、警察", "庁]", "測る。"}, []string{"[国土交通省、気象庁、警察庁]", "測る。"}},
		"an indent opens a paragraph":          {[]string{"　灯台の強さを全て調べた", "上で、直す順序を定めた。", "　また、船に知らせる方法", "を改めた。"}, []string{"灯台の強さを全て調べた上で、直す順序を定めた。", "また、船に知らせる方法を改めた。"}},
		"a short line in mid-sentence goes on": {[]string{"詳しくは次の所", "ISOSを見ること。"}, []string{"詳しくは次の所ISOSを見ること。"}},
		"an address broken over lines":         {[]string{"https://a.example.jp/index", "houkoku/2023"}, []string{"https://a.example.jp/indexhoukoku/2023"}},
		"Latin words keep their blank":         {[]string{"灯台と Automatic System", "Board を置く。"}, []string{"灯台と Automatic System Board を置く。"}},
	} {
		t.Run(name, func(t *testing.T) {
			j := &joiner{profile: p, padding: map[Field]float64{FieldPlan: 3}}
			lines := cellOf(12, c.lines...)
			if name == "a short line in mid-sentence goes on" {
				lines[1].First = 80 // one long word
			}
			var got []string
			for _, p := range j.paragraphs(lines, FieldPlan) {
				got = append(got, p.text)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// The padding of a column is what its fullest lines leave, but for one that runs over.
func TestPDFPadding(t *testing.T) {
	p, err := LoadProfile("nisc-annual")
	require.NoError(t, err)
	lines := cellOf(12, strings.Split(strings.Repeat("灯台の強さを調べる。調べ\n灯台の強さを調べる\n", 12)+"灯台の強さを調べる。調べ", "\n")...)
	lines[0].X1 = 140 // an address
	j := newJoiner(p, []*pdfRow{{fields: map[Field][]cellLine{FieldPlan: lines}}})
	assert.InDelta(t, 3, j.padding[FieldPlan], 0.01)
	assert.False(t, math.IsNaN(j.padding[FieldResults]))
}

// TestPDFShared reads the documents beside the project and compares every cell with what is known to be in it. The score counts
// as the issue asks: white space and bullets apart.
func TestPDFShared(t *testing.T) {
	truths, _ := filepath.Glob(filepath.Join("..", "..", "shared", "documents", "*.truth.json"))
	if len(truths) == 0 {
		t.Skip("no ../shared beside the module: nothing to compare with")
	}
	for _, truth := range truths {
		source := strings.TrimSuffix(truth, ".truth.json") + ".pdf"
		t.Run(filepath.Base(source), func(t *testing.T) {
			b, err := os.ReadFile(truth)
			require.NoError(t, err)
			var want struct {
				Rows []struct {
					Label        string
					Ministries   []string
					Plan, Result []string
				}
			}
			require.NoError(t, json.Unmarshal(b, &want))
			r, err := File(t.Context(), source, Options{})
			require.NoError(t, err)
			var got []schema.Item
			for _, s := range r.Edition.Sections {
				got = append(got, s.Items...)
			}
			require.Len(t, got, len(want.Rows))
			p, err := LoadProfile(r.Profile)
			require.NoError(t, err)
			exact, cells := 0, 0
			for i, w := range want.Rows {
				assert.Equal(t, bareText(w.Label), "("+bareText(got[i].Label)+")")
				assert.Equal(t, len(w.Ministries), len(got[i].Ministries), w.Label)
				results, next := splitAtMarker(w.Result, p)
				for _, c := range [][2]string{
					{textOf(w.Plan, p), passagesText(got[i].Plan)}, {textOf(results, p), passagesText(got[i].Results)}, {textOf(next, p), passagesText(got[i].NextPlan)},
				} {
					cells++
					if c[0] == c[1] {
						exact++
					} else {
						t.Logf("%s differs:\n want %s\n got  %s", w.Label, c[0], c[1])
					}
				}
			}
			assert.GreaterOrEqual(t, float64(exact)/float64(cells), 0.998)
		})
	}
}

// bareText is text as the score compares it.
func bareText(s string) string {
	s = norm.NFKC.String(s)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("・‐‑–—−", r) {
			return -1
		}
		return r
	}, strings.NewReplacer("～", "〜", "~", "〜").Replace(s))
}

func textOf(lines []string, p *Profile) string {
	text := ""
	for _, l := range lines {
		if _, rest, ok := p.Block(l); ok && rest == "" {
			continue
		}
		text += bareText(l)
	}
	return text
}

func passagesText(ps []schema.Passage) string {
	text := ""
	for _, p := range ps {
		text += bareText(p.Mark + p.Text)
	}
	return text
}

func splitAtMarker(lines []string, p *Profile) (results, next []string) {
	into := &results
	for _, l := range lines {
		if f, _, _, ok := p.Marker(l); ok {
			if f == FieldNextPlan {
				into = &next
			}
			continue
		}
		*into = append(*into, l)
	}
	return results, next
}

// BenchmarkReadPDF reads the largest document beside the project; make bench-read sets it against pdftotext -layout.
func BenchmarkReadPDF(b *testing.B) {
	for _, name := range []string{"plan-lo.pdf", "lo4.pdf"} {
		file := filepath.Join("..", "..", "shared", "documents", name)
		if _, err := os.Stat(file); err != nil {
			b.Skip("no ../shared beside the module: nothing to measure")
		}
		b.Run("document="+name, func(b *testing.B) {
			for b.Loop() {
				_, err := File(b.Context(), file, Options{})
				require.NoError(b, err)
			}
		})
	}
}
