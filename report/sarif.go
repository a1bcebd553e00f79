package report

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"plandiff/check"
)

// sarifSchema is where the schema of SARIF 2.1.0 is published.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

var sarifLevels = map[check.Level]string{check.Error: "error", check.Warning: "warning", check.Info: "note", check.Off: "none"}

// writeSARIF writes SARIF 2.1.0: every rule with its docs, every finding with its fingerprint, what is accepted as suppressed
// with the reason. Nothing is left out. Columns count characters, as columnKind says.
func writeSARIF(w io.Writer, in Input, _ Options) error {
	driver := sarif.NewDriver("plandiff")
	if _, version, ok := strings.Cut(in.Tool, " "); ok {
		driver.SemanticVersion = &version
	}
	index := map[string]int{}
	for i, r := range check.Rules() {
		index[r.ID] = i
		short, _, _ := strings.Cut(r.Doc, ". ")
		driver.AddRule(sarif.NewRule(r.ID).WithName(sarifName(r.ID)).
			WithShortDescription(sarif.NewMultiformatMessageString(strings.TrimSuffix(short, ".") + ".")).
			WithFullDescription(sarif.NewMultiformatMessageString(r.Doc)).
			WithHelp(sarif.NewMultiformatMessageString(r.Remedy)).
			WithDefaultConfiguration(&sarif.ReportingConfiguration{Level: sarifLevels[r.Level]}))
	}
	run := sarif.NewRun(*sarif.NewTool(driver)).WithColumnKind("unicodeCodePoints")
	for _, f := range in.Findings {
		result := sarif.NewRuleResult(f.Rule).WithMessage(sarif.NewTextMessage(f.Message)).
			WithLevel(sarifLevels[f.Severity]).WithLocations([]*sarif.Location{sarifLocation(f)}).
			WithPartialFingerPrints(map[string]any{"plandiff/v1": f.Fingerprint}).WithBaselineState(sarifState(f.State))
		if i, ok := index[f.Rule]; ok {
			result.WithRuleIndex(i)
		}
		if !f.Counts() {
			kind := "external"
			if f.By == "comment" {
				kind = "inSource"
			}
			result.WithSuppression([]*sarif.Suppression{sarif.NewSuppression(kind).WithStatus("accepted").WithJustifcation(f.Reason)})
		}
		run.AddResult(result)
	}
	report := sarif.Report{Version: string(sarif.Version210), Schema: sarifSchema}
	report.AddRun(run)
	return encodeSparse(w, report)
}

// sarifName turns results-missing into ResultsMissing, the form that SARIF wants of names.
func sarifName(id string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(id, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// sarifState says what the baseline knows: an expired entry is a known finding that counts again.
func sarifState(s check.State) string {
	if s == check.StateKnown || s == check.StateExpired {
		return "unchanged"
	}
	return "new"
}

func sarifLocation(f check.Finding) *sarif.Location {
	physical := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(fileURI(f.File)))
	if f.Line > 0 {
		physical.WithRegion(sarif.NewRegion().WithStartLine(f.Line).WithStartColumn(max(1, f.Column)))
	}
	location := sarif.NewLocation().WithPhysicalLocation(physical)
	if f.Item != "" {
		location.AddLogicalLocations(sarif.NewLogicalLocation().WithFullyQualifiedName(f.Item).WithKind("element"))
	}
	if f.Line == 0 && f.Page > 0 {
		location.WithMessage(sarif.NewTextMessage("page " + numberText(f.Page)))
	}
	return location
}

func numberText(n int) string {
	b, _ := json.Marshal(n) // a number always marshals
	return string(b)
}

// fileURI writes a path as a relative reference, or as file: where it is absolute (RFC 3986).
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	u := url.URL{Path: path}
	if strings.HasPrefix(path, "/") {
		u.Scheme = "file"
	}
	return strings.TrimPrefix(u.String(), "./")
}

// encodeSparse writes JSON without what the types of the library write for nothing: empty lists and objects but for
// results, null, and -1 for numbers that are not known. Keys come in alphabetical order.
func encodeSparse(w io.Writer, value any) error {
	b, err := json.Marshal(value)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var tree any
	if err := dec.Decode(&tree); err != nil {
		return err
	}
	tree, _ = sparse("", tree)
	return encode(w, tree)
}

// sparse takes out what says nothing; keep tells whether anything is left.
func sparse(key string, value any) (left any, keep bool) {
	switch v := value.(type) {
	case nil:
		return nil, false
	case json.Number:
		return v, v != "-1"
	case []any:
		out := []any{}
		for _, x := range v {
			if x, ok := sparse("", x); ok {
				out = append(out, x)
			}
		}
		return out, len(out) > 0 || key == "results"
	case map[string]any:
		for k, x := range v {
			if x, ok := sparse(k, x); ok {
				v[k] = x
			} else {
				delete(v, k)
			}
		}
		return v, len(v) > 0
	}
	return value, true
}
