package words

// block is a stretch of a change: tokens a0 to a1 of the old text became b0 to b1 of the new one.
type block struct{ a0, a1, b0, b1 int }

func (b block) replaces() bool { return b.a1 > b.a0 && b.b1 > b.b0 }

// blocks lists the changes between the matched tokens.
func (c *comparison) blocks() []block {
	var out []block
	i, j := 0, 0
	for i < len(c.a.tokens) || j < len(c.b.tokens) {
		if i < len(c.a.tokens) && c.a.match[i] == j {
			i, j = i+1, j+1
			continue
		}
		b := block{a0: i, b0: j}
		for i < len(c.a.tokens) && c.a.match[i] < 0 {
			i++
		}
		for j < len(c.b.tokens) && c.b.match[j] < 0 {
			j++
		}
		b.a1, b.b1 = i, j
		out = append(out, b)
	}
	return out
}

// unmatch takes back that old token i is equal to a new one.
func (c *comparison) unmatch(i int) {
	c.b.match[c.a.match[i]] = -1
	c.a.match[i] = -1
}

// dropChaff takes back matches of particles and marks alone between two changes: that を stands in both rewritten
// sentences is chance, and showing it as kept would break the sentence into shreds.
func (c *comparison) dropChaff() {
	blocks := c.blocks()
	for k := 1; k < len(blocks); k++ {
		from, to := blocks[k-1].a1, blocks[k].a0
		if to-from > 2 || !blocks[k-1].replaces() && !blocks[k].replaces() {
			continue
		}
		content := false
		for _, t := range c.a.tokens[from:to] {
			content = content || t.Content() || t.Norm == "。" || t.Norm == "."
		}
		if content {
			continue
		}
		for i := from; i < to; i++ {
			c.unmatch(i)
		}
	}
}

// widen grows replacements to whole phrases, on both sides in step, until nothing moves. Insertions and deletions of
// whole words inside a phrase stay as they are: 都道府県[及び市町村]の says more than two phrases side by side.
func (c *comparison) widen() {
	for moved := true; moved; {
		moved = false
		for _, b := range c.blocks() {
			if !b.replaces() {
				continue
			}
			for b.a0 > 0 && b.b0 > 0 && c.a.match[b.a0-1] == b.b0-1 && !(c.a.starts[b.a0] && c.b.starts[b.b0]) {
				b.a0, b.b0, moved = b.a0-1, b.b0-1, true
				c.unmatch(b.a0)
			}
			for b.a1 < len(c.a.tokens) && b.b1 < len(c.b.tokens) && c.a.match[b.a1] == b.b1 && !(c.a.starts[b.a1] && c.b.starts[b.b1]) {
				c.unmatch(b.a1)
				b.a1, b.b1, moved = b.a1+1, b.b1+1, true
			}
		}
	}
}

// edits writes the matches out. Old and new tokens are cut from the texts, so both come back whole.
func (c *comparison) edits() []Edit {
	var out []Edit
	ai, bi := 0, 0 // bytes written
	put := func(op Op, s string) {
		if s != "" {
			out = append(out, Edit{op, s})
		}
	}
	i := 0
	for _, b := range append(c.blocks(), block{len(c.a.tokens), len(c.a.tokens), len(c.b.tokens), len(c.b.tokens)}) {
		n := width(c.a, i, b.a0)
		put(Equal, c.a.text[ai:ai+n])
		ai, bi = ai+n, bi+n
		n = width(c.a, b.a0, b.a1)
		put(Delete, c.a.text[ai:ai+n])
		ai += n
		n = width(c.b, b.b0, b.b1)
		put(Insert, c.b.text[bi:bi+n])
		bi += n
		i = b.a1
	}
	return out
}

// width is the number of bytes of a side's tokens from i to j.
func width(s side, i, j int) int {
	n := 0
	for _, t := range s.tokens[i:j] {
		n += len(t.Text)
	}
	return n
}
