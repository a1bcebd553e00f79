package schema

// bare is a copy of an edition without the places in its YAML, for comparing.
func bare(e *Edition) *Edition {
	c := *e
	c.File = ""
	c.Sections = nil
	for _, s := range e.Sections {
		s.Pos = Pos{}
		items := s.Items
		s.Items = nil
		for _, it := range items {
			it.Pos = Pos{}
			it.Plan, it.Results, it.NextPlan = barePassages(it.Plan), barePassages(it.Results), barePassages(it.NextPlan)
			s.Items = append(s.Items, it)
		}
		c.Sections = append(c.Sections, s)
	}
	c.Unplaced = nil
	for _, u := range e.Unplaced {
		u.Pos = Pos{}
		c.Unplaced = append(c.Unplaced, u)
	}
	return &c
}

func barePassages(in []Passage) (out []Passage) {
	for _, p := range in {
		p.Pos = Pos{}
		out = append(out, p)
	}
	return out
}
