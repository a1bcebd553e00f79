package schema

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ConfigName is the file that FindConfig looks for, BaselineName the baseline's default name beside it.
const (
	ConfigName   = ".plandiff.yaml"
	BaselineName = ".plandiff-baseline.yaml"
)

// Config is `.plandiff.yaml`: what a project wants of plandiff. Names of rules, formats and profiles are plain strings here;
// the packages that know them check them, with the place. The zero value is the default.
type Config struct {
	Version  int           `yaml:"version" json:"version"`                            // of the file format; 1
	Lang     string        `yaml:"lang,omitempty" json:"lang,omitempty" enum:"ja,en"` // of reports; the edition's language if absent
	Profile  string        `yaml:"profile,omitempty" json:"profile,omitempty"`        // read profile: a name, a file, or auto
	Cues     []string      `yaml:"cues,omitempty" json:"cues,omitempty"`              // further cue files, paths from this file
	Baseline string        `yaml:"baseline,omitempty" json:"baseline,omitempty"`      // path from this file; .plandiff-baseline.yaml if absent
	Reviews  []string      `yaml:"reviews,omitempty" json:"reviews,omitempty"`        // review files, paths from this file
	Check    CheckConfig   `yaml:"check,omitempty" json:"check,omitzero"`
	History  HistoryConfig `yaml:"history,omitempty" json:"history,omitzero"`
	Report   ReportConfig  `yaml:"report,omitempty" json:"report,omitzero"`
	File     string        `yaml:"-" json:"-"` // the path it was loaded from, "" for the default
}

// CheckConfig says what `plandiff check` looks for and how much it matters.
type CheckConfig struct {
	Preset     string               `yaml:"preset,omitempty" json:"preset,omitempty" enum:"strict,standard,lenient"`
	FailOn     string               `yaml:"fail_on,omitempty" json:"fail_on,omitempty" enum:"error,warning,info,never"` // exit 1 from this level on
	Levels     map[string]RuleLevel `yaml:"levels,omitempty" json:"levels,omitempty"`                                   // rule to level
	Years      int                  `yaml:"years,omitempty" json:"years,omitempty"`                                     // carried over unchanged for that many years is a finding
	Today      string               `yaml:"today,omitempty" json:"today,omitempty"`                                     // date by which deadlines have passed; the end of the plan's year if absent
	Ministries []string             `yaml:"ministries,omitempty,flow" json:"ministries,omitempty"`                      // names allowed beside the built-in list
	Suppress   []Suppression        `yaml:"suppress,omitempty" json:"suppress,omitempty"`
}

// RuleLevel is the level of one rule, with the place of its name. In YAML it is the level alone.
type RuleLevel struct {
	Level string
	Pos   Pos
}

// Suppression takes the findings of a rule on an item out of the count, for a reason.
type Suppression struct {
	Rule   string `yaml:"rule" json:"rule"`
	Item   string `yaml:"item,omitempty" json:"item,omitempty"` // id; every item if absent
	Reason string `yaml:"reason" json:"reason"`
	Pos    Pos    `yaml:"-" json:"-"`
}

// HistoryConfig corrects the lines between editions by hand.
type HistoryConfig struct {
	Links []Link `yaml:"links,omitempty" json:"links,omitempty"`
}

// Link pins or forbids a link between two items of consecutive editions.
type Link struct {
	From     ItemRef `yaml:"from,flow" json:"from"`
	To       ItemRef `yaml:"to,flow" json:"to"`
	Relation string  `yaml:"relation" json:"relation" enum:"pin,forbid"`
	Reason   string  `yaml:"reason" json:"reason"`
	Pos      Pos     `yaml:"-" json:"-"`
}

// ItemRef names an item of an edition.
type ItemRef struct {
	Edition string `yaml:"edition" json:"edition"`
	Item    string `yaml:"item" json:"item"`
}

// ReportConfig gives defaults of the flags of reports.
type ReportConfig struct {
	Format        string   `yaml:"format,omitempty" json:"format,omitempty"`
	Width         int      `yaml:"width,omitempty" json:"width,omitempty"` // columns of text; the terminal's if absent
	TemplateDir   string   `yaml:"template_dir,omitempty" json:"template_dir,omitempty"`
	Only          []string `yaml:"only,omitempty,flow" json:"only,omitempty"` // dispositions, progress or facts
	Ministries    []string `yaml:"ministries,omitempty,flow" json:"ministries,omitempty"`
	MinConfidence float64  `yaml:"min_confidence,omitempty" json:"min_confidence,omitempty"`
	Sort          string   `yaml:"sort,omitempty" json:"sort,omitempty"`
	BOM           bool     `yaml:"bom,omitempty" json:"bom,omitempty"` // before csv, for spreadsheets that need it
}

// LoadConfig reads a config file, strictly.
func LoadConfig(path string) (*Config, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return ParseConfig(path, b)
}

// ParseConfig is LoadConfig for bytes.
func ParseConfig(name string, b []byte) (*Config, error) {
	c := &Config{File: name}
	root, m, err := parseNode(name, b)
	if err != nil {
		return nil, err
	}
	m.decode(root, c)
	for _, s := range c.Check.Suppress {
		m.need(s.Pos, "a suppression", "rule", s.Rule, "reason", s.Reason)
	}
	for _, l := range c.History.Links {
		m.need(l.Pos, "a link", "from.item", l.From.Item, "to.item", l.To.Item, "relation", l.Relation, "reason", l.Reason)
	}
	if err := m.err(); err != nil {
		return nil, err
	}
	if c.Version != 1 {
		return nil, versionError(name, "config", c.Version)
	}
	return c, nil
}

// FindConfig looks for `.plandiff.yaml` in dir and the folders above it and returns its path, "" where there is none.
func FindConfig(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, ConfigName)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		} else if !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("look for %s: %w", ConfigName, err)
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Baseline is `.plandiff-baseline.yaml`: findings that are known and, for a reason, do not fail a check.
type Baseline struct {
	Version int             `yaml:"version" json:"version"` // of the file format; 1
	Entries []BaselineEntry `yaml:"entries" json:"entries"`
	File    string          `yaml:"-" json:"-"`
}

// BaselineEntry is one known finding.
type BaselineEntry struct {
	Fingerprint string `yaml:"fingerprint" json:"fingerprint"`             // of the finding, as `plandiff check --format json` shows it
	Rule        string `yaml:"rule" json:"rule"`                           // for people; the fingerprint decides
	Edition     string `yaml:"edition,omitempty" json:"edition,omitempty"` // id of the edition that had the finding: entries of others are left alone
	Item        string `yaml:"item,omitempty" json:"item,omitempty"`       // id at the time, for people
	Reason      string `yaml:"reason,omitempty" json:"reason,omitempty"`   // why it is accepted
	Owner       string `yaml:"owner,omitempty" json:"owner,omitempty"`     // who answers for it
	Expires     string `yaml:"expires,omitempty" json:"expires,omitempty"` // date from which it counts again: 2027-03-31
	Pos         Pos    `yaml:"-" json:"-"`
}

// LoadBaseline reads a baseline file, strictly.
func LoadBaseline(path string) (*Baseline, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return ParseBaseline(path, b)
}

// ParseBaseline is LoadBaseline for bytes.
func ParseBaseline(name string, b []byte) (*Baseline, error) {
	l := &Baseline{File: name}
	root, m, err := parseNode(name, b)
	if err != nil {
		return nil, err
	}
	m.decode(root, l)
	seen := map[string]int{}
	for _, e := range l.Entries {
		m.need(e.Pos, "an entry", "fingerprint", e.Fingerprint, "rule", e.Rule)
		m.date(e.Pos, "expires", e.Expires)
		if was := seen[e.Fingerprint]; was > 0 && e.Fingerprint != "" {
			m.add(e.Pos.Line, e.Pos.Col, "fingerprint %q stands in line %d already", e.Fingerprint, was)
		}
		seen[e.Fingerprint] = e.Pos.Line
	}
	if err := m.err(); err != nil {
		return nil, err
	}
	if l.Version != 1 {
		return nil, versionError(name, "baseline", l.Version)
	}
	return l, nil
}
