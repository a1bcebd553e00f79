package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // for the schema in its source; the program takes v2, which is 1.3 MB smaller
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/check"
)

// findings of each level and state, one with full-width text before its place, one of a page of a PDF, one that tries to break out.
func findings() Input {
	return Input{Tool: "plandiff 0.0.0-test", Findings: []check.Finding{
		{Rule: "results-missing", Severity: check.Error, Message: "item 1/イ has a plan and no results: say what was done, or why nothing was", File: "編集/minato 2024.yaml", Line: 41, Column: 9,
			Item: "1/イ", Fingerprint: "00112233445566aa", State: check.StateNew, Text: "      - id: 1/イ"},
		{Rule: "ministry-unknown", Severity: check.Warning, Message: "item 1/ウ: 港弯局 is not in the list of ministries: did you mean 港湾局?", File: "編集/minato 2024.yaml", Line: 52, Column: 31,
			Item: "1/ウ", Fingerprint: "00112233445566bb", State: check.StateExpired, Reason: "renamed in May", Owner: "総務課", By: "baseline", Text: "        ministries: [港湾局, 教育局, 港弯局]"},
		{Rule: "item-renumbered", Severity: check.Info, Message: "item 1/エ was 1/ウ in minato2023: quotes of it need the new one", File: "編集/minato 2024.yaml", Line: 60, Column: 16,
			Item: "1/エ", Fingerprint: "00112233445566cc", State: check.StateNew, Text: "        label: エ"},
		{Rule: "cell-cut", Severity: check.Warning, Message: "a passage of the plan of item 1/オ breaks off", File: "編集/minato 2024.yaml", Line: 70, Column: 13,
			Item: "1/オ", Fingerprint: "00112233445566dd", State: check.StateKnown, Reason: "so in the original", By: "baseline"},
		{Rule: "label-gap", Severity: check.Warning, Message: "label キ comes right after オ: one is left out", File: "編集/minato 2024.yaml", Line: 80, Column: 16,
			Item: "1/キ", Fingerprint: "00112233445566ee", State: check.StateSuppressed, Reason: "カ was merged", By: "comment"},
		{Rule: "unplaced", Severity: check.Warning, Message: "unplaced text \"::error::\x1b[2J%0A]]>\u202e\r\nx\": put it where it belongs", File: "plan.pdf", Page: 12, Fingerprint: "00112233445566ff", State: check.StateNew},
	}}
}

// Every format that shows findings, as it looks.
func TestFindingsGolden(t *testing.T) {
	for format, file := range map[string]string{"text": "findings.txt.golden", "json": "findings.json.golden", "sarif": "findings.sarif.golden", "junit": "findings.junit.xml.golden",
		"github": "findings.github.golden", "gitlab": "findings.gitlab.json.golden", "rdjson": "findings.rdjson.golden"} {
		t.Run(format, func(t *testing.T) {
			b := write(t, format, findings(), Options{})
			if format == "sarif" {
				b = withoutRules(t, b)
			}
			golden(t, file, b)
		})
	}
}

// withoutRules takes the docs of the rules out of SARIF: they are the registry's, and no matter of the format.
func withoutRules(t *testing.T, b []byte) []byte {
	t.Helper()
	var log map[string]any
	require.NoError(t, json.Unmarshal(b, &log))
	driver := log["runs"].([]any)[0].(map[string]any)["tool"].(map[string]any)["driver"].(map[string]any)
	driver["rules"] = driver["rules"].([]any)[:1]
	var out bytes.Buffer
	require.NoError(t, encode(&out, log))
	return out.Bytes()
}

// No findings are a report too, and formats made from saved JSON are those made directly.
func TestFindingsNoneAndAgain(t *testing.T) {
	var saved struct {
		Findings []check.Finding `json:"findings"`
	}
	require.NoError(t, json.Unmarshal(write(t, "json", findings(), Options{}), &saved))
	again := Input{Tool: "plandiff 0.0.0-test", Findings: saved.Findings}
	for _, name := range Shows(Input{}) {
		t.Run(name, func(t *testing.T) {
			none := write(t, name, Input{}, Options{})
			if name != "github" { // a command for nothing would be noise
				assert.NotEmpty(t, none)
			}
			assert.Equal(t, string(write(t, name, findings(), Options{})), string(write(t, name, again, Options{})))
		})
	}
	assert.Equal(t, "0 errors, 0 warnings, 0 info\n", string(write(t, "text", Input{}, Options{})))
	assert.JSONEq(t, `{"version":1,"findings":[]}`, string(write(t, "json", Input{}, Options{})))
}

// The text is inert on a terminal, with and without colour; a message cannot start a workflow command of its own.
func TestFindingsAreInert(t *testing.T) {
	plain := string(write(t, "text", findings(), Options{}))
	assert.NotContains(t, plain, "\x1b")
	assert.NotContains(t, plain, "\u202e")
	colored := string(write(t, "text", findings(), Options{Color: true}))
	assert.Contains(t, colored, "\x1b[31;1merror\x1b[0m")
	assert.NotContains(t, colored, "\x1b[2J")
	for line := range strings.Lines(string(write(t, "github", findings(), Options{}))) {
		assert.Regexp(t, `^::(error|warning|notice) file=[^:]+::[^\r\n]+\n$`, line)
	}
	require.NoError(t, xml.Unmarshal(write(t, "junit", findings(), Options{}), new(struct{})))
}

// SARIF validates against the schema of SARIF 2.1.0 (that of the library, as published by OASIS), in full and without findings.
func TestSARIFValidates(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(sarifSchemaText(t)))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("sarif.json", doc))
	s, err := c.Compile("sarif.json")
	require.NoError(t, err)
	for _, in := range []Input{findings(), {}} {
		b := write(t, "sarif", in, Options{})
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		require.NoError(t, err)
		assert.NoError(t, s.Validate(v))
	}
	broken, err := jsonschema.UnmarshalJSON(strings.NewReader(`{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}`))
	require.NoError(t, err)
	assert.Error(t, s.Validate(broken), "the schema is one that can fail")
}

// Nothing is hidden from SARIF: every finding is there, what is accepted with its reason, the rest counting.
func TestSARIFHidesNothing(t *testing.T) {
	var out struct {
		Runs []struct {
			Results []struct {
				RuleID              string            `json:"ruleId"`
				RuleIndex           int               `json:"ruleIndex"`
				BaselineState       string            `json:"baselineState"`
				PartialFingerprints map[string]string `json:"partialFingerprints"`
				Suppressions        []struct{ Kind, Justification string }
			} `json:"results"`
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			} `json:"tool"`
		} `json:"runs"`
	}
	in := findings()
	require.NoError(t, json.Unmarshal(write(t, "sarif", in, Options{}), &out))
	rules := out.Runs[0].Tool.Driver.Rules
	assert.Len(t, rules, len(check.Rules()))
	for i, r := range out.Runs[0].Results {
		f := in.Findings[i]
		assert.Equal(t, f.Rule, r.RuleID)
		assert.Equal(t, f.Rule, rules[r.RuleIndex].ID)
		assert.Equal(t, f.Fingerprint, r.PartialFingerprints["plandiff/v1"])
		assert.Equalf(t, f.Counts(), len(r.Suppressions) == 0, "%s", f.Rule)
	}
	assert.Equal(t, "external", out.Runs[0].Results[3].Suppressions[0].Kind)
	assert.Equal(t, "so in the original", out.Runs[0].Results[3].Suppressions[0].Justification)
	assert.Equal(t, "inSource", out.Runs[0].Results[4].Suppressions[0].Kind)
	assert.Equal(t, "unchanged", out.Runs[0].Results[1].BaselineState)
}

// sarifSchemaText reads the schema that the SARIF library carries as a constant in its source.
func sarifSchemaText(t *testing.T) string {
	t.Helper()
	pkg, err := build.Import("github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif", ".", build.FindOnly)
	require.NoError(t, err)
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, "schema.go"), nil, 0)
	require.NoError(t, err)
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			if v := s.(*ast.ValueSpec); v.Names[0].Name == "schema" {
				text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				return text
			}
		}
	}
	require.Fail(t, "the library has no schema any more")
	return ""
}

// rdjson counts columns in bytes: every character before the place counts what it takes in UTF-8.
func TestRDJSONColumns(t *testing.T) {
	f := findings().Findings[1]
	column := byteColumn(f)
	assert.True(t, strings.HasPrefix(f.Text[column-1:], string([]rune(f.Text)[f.Column-1:])))
	f.Text, f.Column = "ab", 99
	assert.Equal(t, 3, byteColumn(f))
}
