package check

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
	Reason      string `json:"reason,omitempty"` // of the baseline entry or the inline suppression
}
