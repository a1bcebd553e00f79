package review

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"plandiff/schema"
)

// Conflict is what two files say differently of one annotation, or of one item.
type Conflict struct {
	ID           string // of the annotation, or of the item for contradicting verdicts
	Key          string // of the annotation; "accepted" for contradicting verdicts, "deleted" where one side has it no more
	Ours, Theirs string // as written, in one line
	At, There    schema.Pos
}

// String names the conflict with both places.
func (c Conflict) String() string {
	place := func(p schema.Pos) string { return fmt.Sprintf("%s:%d", p.File, p.Line) }
	switch c.Key {
	case "accepted":
		return fmt.Sprintf("%s and %s: item %s: two accepted verdicts: %s | %s", place(c.At), place(c.There), c.ID, c.Ours, c.Theirs)
	case "deleted":
		return fmt.Sprintf("%s: annotation %q: deleted on one side, changed on the other", place(c.There), c.ID)
	}
	return fmt.Sprintf("%s and %s: annotation %q: %s: %s | %s", place(c.At), place(c.There), c.ID, c.Key, c.Ours, c.Theirs)
}

// Merge joins their annotations to ours, in place. base is the file that both come from, nil if unknown. An annotation that
// one side alone has or changed comes in whole, with its comments; replies, tags and origins of both sides are joined; what both
// changed to different things is a conflict. Then ours stands, and with both set theirs is kept too, as an annotation of its
// own with the tag "conflict". Two accepted verdicts on one item that contradict each other are a conflict as well.
// Nothing is dropped: what one side deleted stays.
func Merge(ours, theirs *Draft, base *schema.Reviews, both bool) ([]Conflict, error) {
	file, err := parse(theirs.Reviews.File, theirs.bytes)
	if err != nil {
		return nil, err
	}
	mine := map[string]bool{}
	for _, a := range ours.Reviews.Annotations {
		mine[a.ID] = true
	}
	var conflicts []Conflict
	for i, their := range theirs.Reviews.Annotations {
		was := annotation(base, their.ID)
		our := ours.Find(their.ID)
		if our == nil {
			if was != nil {
				if same(*was, their) {
					continue // deleted on our side, untouched on theirs: it is in the history of both
				}
				conflicts = append(conflicts, Conflict{ID: their.ID, Key: "deleted", There: their.Pos})
			}
			from, to := file.extent(i)
			lines := slices.Clone(file.lines[file.above(i):to])
			if !block(file.list, yaml.SequenceNode) || !block(file.list.Content[i], yaml.MappingNode) {
				lines = file.lines[from:to]
			}
			if err := ours.addLines([]schema.Annotation{their}, lines, file.dash()); err != nil {
				if _, err := ours.Add(their); err != nil { // a layout that cannot be taken over: written anew
					return nil, err
				}
			}
			continue
		}
		joined, differ, err := join(was, *our, their)
		if err != nil {
			return nil, err
		}
		conflicts = append(conflicts, differ...)
		if err := ours.Set(joined); err != nil {
			return nil, err
		}
		if len(differ) > 0 && both {
			their.ID = NewID(their, func(id string) bool { return ours.Find(id) != nil || annotation(theirs.Reviews, id) != nil })
			their.Tags = append(slices.Clone(their.Tags), "conflict")
			if _, err := ours.Add(their); err != nil {
				return nil, err
			}
		}
	}
	return append(conflicts, contradictions(ours.Reviews, mine)...), nil
}

func annotation(r *schema.Reviews, id string) *schema.Annotation {
	if r == nil {
		return nil
	}
	for i := range r.Annotations {
		if r.Annotations[i].ID == id {
			return &r.Annotations[i]
		}
	}
	return nil
}

// join makes one annotation of two, key by key.
func join(was *schema.Annotation, our, their schema.Annotation) (schema.Annotation, []Conflict, error) {
	keys := func(a *schema.Annotation) (map[string]string, error) {
		out := map[string]string{}
		if a == nil {
			return out, nil
		}
		r, err := render(*a)
		for _, k := range r.keys {
			out[k.name] = strings.Join(k.lines, "")
		}
		return out, err
	}
	x, err := keys(&our)
	if err != nil {
		return our, nil, err
	}
	y, err := keys(&their)
	if err != nil {
		return our, nil, err
	}
	z, err := keys(was)
	if err != nil {
		return our, nil, err
	}
	out := our
	var conflicts []Conflict
	for n, name := range order() {
		switch {
		case x[name] == y[name]:
		case name == "replies":
			out.Replies = union(our.Replies, their.Replies)
		case name == "tags":
			out.Tags = union(our.Tags, their.Tags)
		case name == "carried":
			out.Carried = union(our.Carried, their.Carried)
		case was != nil && y[name] == z[name]: // theirs did not touch it
		case was != nil && x[name] == z[name]:
			reflect.ValueOf(&out).Elem().Field(n).Set(reflect.ValueOf(&their).Elem().Field(n))
		default:
			conflicts = append(conflicts, Conflict{ID: our.ID, Key: name, Ours: oneLine(x[name], name), Theirs: oneLine(y[name], name), At: our.Pos, There: their.Pos})
		}
	}
	return out, conflicts, nil
}

// union is ours and what theirs has besides.
func union[T comparable](ours, theirs []T) []T {
	out := slices.Clone(ours)
	for _, t := range theirs {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// oneLine is a key's value without its name, in one line.
func oneLine(s, name string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), name+":")
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "(nothing)"
	}
	return s
}

// contradictions are accepted verdicts on one item, one of ours and one of theirs, that differ in a label both give.
func contradictions(r *schema.Reviews, mine map[string]bool) []Conflict {
	var out []Conflict
	for i, a := range r.Annotations {
		for _, b := range r.Annotations[i+1:] {
			if a.State != schema.Accepted || b.State != schema.Accepted || a.Edition != b.Edition || a.Item != b.Item || mine[a.ID] == mine[b.ID] {
				continue
			}
			x, y := a.Verdict, b.Verdict
			if x.Disposition != "" && y.Disposition != "" && x.Disposition != y.Disposition ||
				x.Progress != "" && y.Progress != "" && x.Progress != y.Progress ||
				x.Facts != nil && y.Facts != nil && !sameFacts(*x.Facts, *y.Facts) {
				out = append(out, Conflict{ID: a.Item, Key: "accepted", Ours: a.ID + " " + InWords(x), Theirs: b.ID + " " + InWords(y), At: a.Pos, There: b.Pos})
			}
		}
	}
	return out
}

// InWords is a verdict in one line.
func InWords(v schema.Verdict) string {
	var parts []string
	if v.Confirm {
		parts = append(parts, "confirm")
	}
	for _, s := range []string{string(v.Disposition), string(v.Progress)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if v.Facts != nil {
		names := make([]string, 0, len(*v.Facts))
		for _, f := range *v.Facts {
			names = append(names, string(f))
		}
		parts = append(parts, "["+strings.Join(names, " ")+"]")
	}
	return strings.Join(parts, " ")
}
