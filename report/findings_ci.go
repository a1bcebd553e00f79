package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"plandiff/check"
)

// writeGitHub writes workflow commands, which GitHub shows as annotations of the lines of a pull request. What is accepted is
// left out: an annotation is a call to do something.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
func writeGitHub(w io.Writer, in Input, _ Options) error {
	b := bufio.NewWriter(w)
	for _, f := range in.Findings {
		if !f.Counts() {
			continue
		}
		command := map[check.Level]string{check.Error: "error", check.Warning: "warning"}[f.Severity]
		props := []string{"file=" + githubProperty(f.File)}
		message := f.Message
		if f.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", f.Line), fmt.Sprintf("col=%d", max(1, f.Column)))
		} else if f.Page > 0 {
			message = fmt.Sprintf("page %d: %s", f.Page, message)
		}
		props = append(props, "title="+githubProperty("plandiff "+f.Rule))
		fmt.Fprintf(b, "::%s %s::%s\n", cmp.Or(command, "notice"), strings.Join(props, ","), githubData(visible(message)))
	}
	return b.Flush()
}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace
)

// gitlabIssue is one entry of a code quality report.
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// writeGitLab writes a code quality report, which GitLab compares with that of the target branch by fingerprint.
func writeGitLab(w io.Writer, in Input, _ Options) error {
	out := []gitlabIssue{}
	for _, f := range in.Findings {
		if !f.Counts() {
			continue
		}
		severity := map[check.Level]string{check.Error: "major", check.Warning: "minor"}[f.Severity]
		message := f.Message
		if f.Line == 0 && f.Page > 0 {
			message = fmt.Sprintf("page %d: %s", f.Page, message)
		}
		out = append(out, gitlabIssue{message, f.Rule, f.Fingerprint, cmp.Or(severity, "info"),
			gitlabLocation{strings.TrimPrefix(f.File, "./"), gitlabLines{max(1, f.Line)}}})
	}
	return encode(w, out)
}

// rdjson is the format of reviewdog. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
type rdjson struct {
	Source      rdSource       `json:"source"`
	Severity    string         `json:"severity"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdDiagnostic struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
	Severity string     `json:"severity"`
	Source   rdSource   `json:"source"`
	Code     rdCode     `json:"code"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
}

// rdPosition counts from 1; columns in bytes of UTF-8.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
}

func writeRDJSON(w io.Writer, in Input, _ Options) error {
	out := rdjson{Source: rdSource{"plandiff"}, Severity: "INFO", Diagnostics: []rdDiagnostic{}}
	for _, f := range in.Findings {
		if !f.Counts() {
			continue
		}
		d := rdDiagnostic{Message: f.Message, Location: rdLocation{Path: f.File}, Severity: strings.ToUpper(string(f.Severity)), Source: out.Source, Code: rdCode{f.Rule}}
		if f.Line > 0 {
			d.Location.Range = &rdRange{rdPosition{f.Line, byteColumn(f)}}
		}
		switch {
		case f.Severity == check.Error:
			out.Severity = "ERROR"
		case f.Severity == check.Warning && out.Severity == "INFO":
			out.Severity = "WARNING"
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return encode(w, out)
}

// byteColumn turns a finding's column in characters into one in bytes.
func byteColumn(f check.Finding) int {
	rs := []rune(f.Text)
	return len(string(rs[:min(max(f.Column-1, 0), len(rs))])) + 1
}

// JUnit's XML, as CI servers read it: every rule is a test case; findings fail it, what is accepted is skipped with its reason.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Skipped *junitSkipped `xml:"skipped"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// writeJUnit writes one suite of each group of rules. An info is a case that passes, with its text as output.
func writeJUnit(w io.Writer, in Input, _ Options) error {
	out := junitSuites{Name: "plandiff check"}
	at := map[string]int{}
	for _, rule := range check.Rules() {
		if _, ok := at[rule.Group]; !ok {
			at[rule.Group] = len(out.Suites)
			out.Suites = append(out.Suites, junitSuite{Name: rule.Group})
		}
		s := &out.Suites[at[rule.Group]]
		before := len(s.Cases)
		for _, f := range in.Findings {
			if f.Rule == rule.ID {
				s.add(junitOf(f))
			}
		}
		if len(s.Cases) == before {
			s.add(junitCase{Class: "plandiff", Name: rule.ID})
		}
	}
	for _, s := range out.Suites {
		out.Tests += s.Tests
		out.Failures += s.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
}

func junitOf(f check.Finding) junitCase {
	c := junitCase{Class: "plandiff", Name: strings.TrimSpace(f.Rule + " " + f.Item), File: f.File, Line: f.Line}
	where := placeOf(f)
	if f.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
	}
	switch {
	case !f.Counts():
		c.Skipped = &junitSkipped{strings.TrimSpace(string(f.State) + ": " + f.Reason)}
	case f.Severity == check.Info:
		c.Out = where + ": " + f.Message
	default:
		c.Failure = &junitFailure{string(f.Severity), f.Message, where + ": " + f.Message}
	}
	return c
}
