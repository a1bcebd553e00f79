package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// A browser's parser finds in the pages nothing but our own elements, whatever the texts say.
func TestPagesAreInert(t *testing.T) {
	in := Input{Comparison: hostile()}
	in.Comparison.Lineage = sample().Lineage
	in.Comparison.Lineage.Threads[0].ID = `"><script>alert(4)</script>`
	for name, b := range map[string][]byte{"html": write(t, "html", in, Options{}), "taisho": write(t, "taisho", in, Options{}), "timeline": write(t, "html", Input{Lineage: in.Comparison.Lineage}, Options{})} {
		t.Run(name, func(t *testing.T) {
			root, err := html.Parse(bytes.NewReader(b))
			require.NoError(t, err)
			scripts := 0
			for n := range root.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				switch n.Data {
				case "script":
					scripts++
					assert.Contains(t, n.FirstChild.Data, "Filter, search and order")
				case "img", "iframe", "object", "embed", "base", "link":
					t.Errorf("a text became <%s>", n.Data)
				}
				for _, a := range n.Attr {
					assert.False(t, strings.HasPrefix(a.Key, "on"), "%s=%s", a.Key, a.Val)
					if a.Key == "href" || a.Key == "src" {
						assert.True(t, strings.HasPrefix(a.Val, "#"), a.Val)
					}
				}
			}
			assert.LessOrEqual(t, scripts, 1)
			assert.Contains(t, string(b), "&lt;script&gt;", "the text is shown")
		})
	}
}

// Nothing that acts on a terminal or turns the reading order reaches one, and Markdown has no markup but ours.
func TestPlainTextIsInert(t *testing.T) {
	in := Input{Comparison: hostile()}
	for _, format := range []string{"text", "markdown"} {
		for i, r := range string(write(t, format, in, Options{})) {
			if hidden(r) {
				t.Fatalf("%s: U+%04X at byte %d", format, r, i)
			}
		}
	}
	md := string(write(t, "markdown", in, Options{}))
	for _, bad := range []string{"<script", "<img", "<b>", "\n# head", "@someone", "#12", "https://"} {
		assert.NotContains(t, md, bad)
	}
	assert.Contains(t, string(write(t, "text", in, Options{})), "<U+202E>", "shown, not dropped")
}

// Two readers take the csv apart into the same cells; no cell begins as a formula would.
func TestCSVIsInert(t *testing.T) {
	in := Input{Comparison: hostile()}
	in.Comparison.Lineage = sample().Lineage
	first := &in.Comparison.Lineage.Threads[0]
	first.ID, first.Stops[0].Items, first.Targets[0].Quote = "=1+1", []string{"@SUM(A1)"}, "\t-2"
	for _, table := range tableNames() {
		b := write(t, "csv", in, Options{Table: table, BOM: true})
		require.True(t, bytes.HasPrefix(b, []byte("\ufeff")))
		b = b[len("\ufeff"):]
		assert.True(t, utf8.Valid(b))
		r := csv.NewReader(bytes.NewReader(b))
		rows, err := r.ReadAll()
		require.NoError(t, err)
		for _, row := range rows[1:] {
			for _, cell := range row {
				assert.NotContains(t, []rune("=+-@\t\r＝＋－＠"), firstRune(cell), cell)
			}
		}
		python, err := exec.LookPath("python3")
		if err != nil {
			t.Skip("no python3 on this machine for the second reader")
		}
		cmd := exec.Command(python, "-c", `import csv,json,sys,io
print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8"),newline=""),strict=True))))`)
		cmd.Stdin = bytes.NewReader(b)
		out, err := cmd.Output()
		require.NoError(t, err)
		var second [][]string
		require.NoError(t, json.Unmarshal(out, &second))
		for _, row := range second { // Go's reader makes CRLF inside a cell a LF; Python's leaves it
			for i := range row {
				row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
			}
		}
		assert.Equal(t, rows, second, table)
	}
}

// jsonl is one object per line, with the texts as they are.
func TestJSONLKeepsTexts(t *testing.T) {
	found := false
	for line := range strings.SplitSeq(strings.TrimSpace(string(write(t, "jsonl", Input{Comparison: hostile()}, Options{Table: "items"}))), "\n") {
		var row map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &row))
		assert.Equal(t, "items", row["table"])
		found = found || row["title"] == "=HYPERLINK(\"http://example.invalid\",\"x\")"
	}
	assert.True(t, found)
}
