package diff

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"plandiff/lang"

	"gopkg.in/yaml.v3"
)

//go:embed cues/*.yaml
var cueFiles embed.FS

// cue is a class of words that speak for something, with the contexts in which they do not. It is one entry of a cue file.
type cue struct {
	Name        string   `yaml:"name"`
	Doc         string   `yaml:"doc"`
	Words       []string `yaml:"words"`
	UnlessAfter []string `yaml:"unless_after"` // a word does not count where one of these stands right after it
	UnlessPrev  []string `yaml:"unless_before"`
}

// cueBook finds cue words in a text in one pass.
type cueBook struct {
	cues  map[string]*compiledCue
	words map[string][]string
	root  *cueNode
	first [1024]uint64 // a bit for each rune with which a word begins, by its low 16 bits: most runes of a text begin none
	whole bool         // words stand between blanks and marks, as in English; one that ends in * goes on to the end of its word
}

type compiledCue struct {
	name                    string
	unlessAfter, unlessPrev [][]rune
}

type cueNode struct {
	next cueNext
	ends []*compiledCue
	open []*compiledCue // of words that end in *
}

// cueNext are the nodes after a node, by rune. Few nodes have more than some: they are looked through; where many follow, a map is quicker.
type cueNext struct {
	runes []rune
	nodes []*cueNode
	many  map[rune]*cueNode
}

func (x *cueNext) of(c rune) *cueNode {
	if x.many != nil {
		return x.many[c]
	}
	for i, r := range x.runes {
		if r == c {
			return x.nodes[i]
		}
	}
	return nil
}

// add gives the node after a rune, a new one if there is none.
func (x *cueNext) add(c rune) *cueNode {
	if n := x.of(c); n != nil {
		return n
	}
	n := &cueNode{}
	x.runes, x.nodes = append(x.runes, c), append(x.nodes, n)
	switch {
	case x.many != nil:
		x.many[c] = n
	case len(x.runes) > 16:
		x.many = map[rune]*cueNode{}
		for i, r := range x.runes {
			x.many[r] = x.nodes[i]
		}
	}
	return n
}

// hit is a cue word found in a sentence.
type hit struct {
	cue        string
	start, end int
}

// loadCues reads the built-in cue words of a language and adds those of further files. A file may add words to a
// class that is there or name a new one, which no rule asks for.
func loadCues(language string, files []string) (*cueBook, error) {
	b, err := cueFiles.ReadFile("cues/" + language + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("cues of language %q: %w", language, err)
	}
	book := &cueBook{cues: map[string]*compiledCue{}, words: map[string][]string{}, root: &cueNode{}, whole: language == "en"}
	if err := book.add(language+".yaml", b); err != nil {
		return nil, err
	}
	var wrong []error
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err == nil {
			err = book.add(f, b)
		}
		wrong = append(wrong, err)
	}
	return book, errors.Join(wrong...)
}

// cueSource gives the cue words of a language; each book is read once.
type cueSource func(*lang.Language) (*cueBook, error)

// cueLoader reads the cue words of languages with those of further files.
func cueLoader(files []string) cueSource {
	books := map[*lang.Language]*cueBook{}
	return func(l *lang.Language) (*cueBook, error) {
		if book := books[l]; book != nil {
			return book, nil
		}
		book, err := loadCues(l.Code, files)
		if err == nil {
			books[l] = book
		}
		return book, err
	}
}

func (b *cueBook) add(name string, text []byte) error {
	var file struct {
		Cues []cue `yaml:"cues"`
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		return fmt.Errorf("cue file %s: %w", name, err)
	}
	for _, c := range file.Cues {
		if c.Name == "" || len(c.Words) == 0 {
			return fmt.Errorf("cue file %s: a class needs a name and words; have name %q with %d words", name, c.Name, len(c.Words))
		}
		b.class(c)
	}
	return nil
}

// class adds the words of a class.
func (b *cueBook) class(c cue) {
	k := b.cues[c.Name]
	if k == nil {
		k = &compiledCue{name: c.Name}
		b.cues[c.Name] = k
	}
	for _, w := range c.UnlessAfter {
		k.unlessAfter = append(k.unlessAfter, foldRunes(w))
	}
	for _, w := range c.UnlessPrev {
		k.unlessPrev = append(k.unlessPrev, foldRunes(w))
	}
	b.words[c.Name] = append(b.words[c.Name], c.Words...)
	for _, w := range c.Words {
		n := b.root
		stem, open := strings.CutSuffix(w, "*")
		for k, r := range foldRunes(stem) {
			if k == 0 {
				b.first[r>>6&1023] |= 1 << (r & 63)
			}
			n = n.next.add(r)
		}
		if open {
			n.open = append(n.open, k)
		} else if !slices.Contains(n.ends, k) {
			n.ends = append(n.ends, k)
		}
	}
}

// find returns the cue words in a text, in order, of each class the longest at a place.
func (b *cueBook) find(r []rune) []hit {
	if b.whole {
		return b.findWhole(r)
	}
	out := make([]hit, 0, len(r)/4)
	for i, c := range r {
		if b.first[c>>6&1023]&(1<<(c&63)) == 0 {
			continue
		}
		n := b.root.next.of(c)
		first := len(out)
		for j := i + 1; n != nil; j++ {
			for _, k := range n.ends {
				if !k.counts(r, i, j) {
					continue
				}
				if at := slices.IndexFunc(out[first:], func(h hit) bool { return h.cue == k.name }); at >= 0 {
					out[first+at].end = j
				} else {
					out = append(out, hit{k.name, i, j})
				}
			}
			if j == len(r) {
				break
			}
			n = n.next.of(r[j])
		}
	}
	return out
}

func (k *compiledCue) counts(r []rune, start, end int) bool {
	for _, w := range k.unlessAfter {
		if startsAt(r, end, w) {
			return false
		}
	}
	for _, w := range k.unlessPrev {
		if startsAt(r, start-len(w), w) {
			return false
		}
	}
	return true
}

func startsAt(r []rune, i int, w []rune) bool {
	if i < 0 || i+len(w) > len(r) {
		return false
	}
	for k, c := range w {
		if r[i+k] != c {
			return false
		}
	}
	return true
}
