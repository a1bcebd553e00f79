package check

import (
	"fmt"
	"slices"
)

// Level says how much a finding matters.
type Level string

// Levels, gravest first. Off takes a rule out.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Info    Level = "info"
	Off     Level = "off"
)

// State says whether the baseline knows a finding.
type State string

// States: see docs/rules.md.
const (
	StateNew        State = "new"
	StateKnown      State = "known"
	StateExpired    State = "expired"
	StateSuppressed State = "suppressed"
)

// Finding is one thing that a rule found, with the place to look at.
type Finding struct {
	Rule        string `json:"rule"` // id in Rules
	Severity    Level  `json:"severity"`
	Message     string `json:"message"`
	File        string `json:"file"`
	Line        int    `json:"line"`             // of the edition YAML, from 1; 0 where the source is no YAML
	Column      int    `json:"column"`           // in runes, from 1
	Page        int    `json:"page,omitempty"`   // of the source document
	Item        string `json:"item"`             // id, "" for findings on the edition
	Fingerprint string `json:"fingerprint"`      // rests on lineage and values, never on the message
	State       State  `json:"state"`            // new where there is no baseline
	Reason      string `json:"reason,omitempty"` // of the baseline entry or the suppression
	Owner       string `json:"owner,omitempty"`  // of the baseline entry
	Text        string `json:"text,omitempty"`   // the line of the file that Line names, for reports that show it
	By          string `json:"by,omitempty"`     // what accepts it: comment, config or baseline

	order                    int // of the item in the edition, from 1
	anchors, values, aliases []string
}

// Counts says whether a finding counts against the edition: no one has accepted it, or no longer.
func (f Finding) Counts() bool { return f.State == StateNew || f.State == StateExpired }

// rank orders levels, gravest first.
func (l Level) rank() int {
	switch l {
	case Error:
		return 0
	case Warning:
		return 1
	case Info:
		return 2
	}
	return 3
}

// AtLeast says whether a level is as grave as another.
func (l Level) AtLeast(other Level) bool { return l.rank() <= other.rank() }

// Fails says whether findings that count are at or above a level: error, warning, info or never. Any other name is an error.
func Fails(findings []Finding, failOn string) (bool, error) {
	switch Level(failOn) {
	case Error, Warning, Info:
	case "never":
		return false, nil
	default:
		return false, fmt.Errorf("unknown level %q to fail on; have error, warning, info, never", failOn)
	}
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Counts() && f.Severity.AtLeast(Level(failOn)) }), nil
}
