package schema

// Comment is one comment of a YAML file.
type Comment struct {
	Pos   Pos    // of its #
	Text  string // with the #, without white space at its end
	Alone bool   // nothing but white space and list dashes stands before it on its line
}

// Comments finds every comment of a YAML file in the file's order; a # inside a text is none. name stands for the file in
// places. In: the bytes of a file that loads; the error is that of a file that does not.
func Comments(name string, b []byte) ([]Comment, error) {
	_, s, err := readSource(name, b)
	if err != nil {
		return nil, err
	}
	var out []Comment
	for _, c := range s.comments() {
		out = append(out, Comment{Pos{name, c.line, c.col}, c.text, c.alone})
	}
	return out, nil
}
