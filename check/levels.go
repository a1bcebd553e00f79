package check

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"plandiff/schema"
)

// Preset is a set of levels: a row of Presets.
type Preset struct {
	Name string
	Doc  string
	of   func(standard Level) Level
}

// Presets lists the presets: each turns the levels of the standard one.
var Presets = []Preset{
	{"strict", "warnings count as errors and infos as warnings: before publication", func(l Level) Level {
		return map[Level]Level{Error: Error, Warning: Error, Info: Warning}[l]
	}},
	{"standard", "the levels that the rules name", func(l Level) Level { return l }},
	{"lenient", "errors stay, warnings are infos, infos are off: for drafts and documents of others", func(l Level) Level {
		return map[Level]Level{Error: Error, Warning: Info, Info: Off}[l]
	}},
}

// Levels gives the level of every rule: the preset's (the argument, else the configuration's, else standard), then what `levels` in the
// configuration says of single rules. The error names every rule, level and preset that there is not, each with its place.
func Levels(c schema.CheckConfig, preset string) (map[string]Level, error) {
	name := cmp.Or(preset, c.Preset, "standard")
	i := slices.IndexFunc(Presets, func(p Preset) bool { return p.Name == name })
	if i < 0 {
		var names []string
		for _, p := range Presets {
			names = append(names, p.Name)
		}
		return nil, fmt.Errorf("unknown preset %q; have %s", name, strings.Join(names, ", "))
	}
	levels := map[string]Level{}
	for _, r := range Rules() {
		levels[r.ID] = Presets[i].of(r.Level)
	}
	var errs []error
	say := func(at schema.Pos, format string, args ...any) {
		if at.Line > 0 {
			format = fmt.Sprintf("%s:%d:%d: ", at.File, at.Line, at.Col) + format
		}
		errs = append(errs, fmt.Errorf(format, args...))
	}
	byPos := func(a, b string) int {
		return cmp.Or(c.Levels[a].Pos.Line-c.Levels[b].Pos.Line, strings.Compare(a, b))
	}
	for _, rule := range slices.SortedFunc(maps.Keys(c.Levels), byPos) {
		l := c.Levels[rule]
		if _, ok := levels[rule]; !ok {
			say(l.Pos, "%s", unknownRule(rule))
		}
		switch Level(l.Level) {
		case Error, Warning, Info, Off:
			levels[rule] = Level(l.Level)
		default:
			say(l.Pos, "%s: unknown level %q; have error, warning, info, off", rule, l.Level)
		}
	}
	for _, s := range c.Suppress {
		if _, ok := levels[s.Rule]; !ok {
			say(s.Pos, "%s", unknownRule(s.Rule))
		}
	}
	if c.Years < 0 {
		errs = append(errs, fmt.Errorf("check: years: %d: write how many years in a row are too many", c.Years))
	}
	return levels, errors.Join(errs...)
}
