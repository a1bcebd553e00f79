package diff

// Options of Compare and Trace. The zero value is the default.
type Options struct {
	Cues      []string `json:"cues,omitempty"`      // further cue files beside the built-in ones
	Threshold float64  `json:"threshold,omitempty"` // confidence below which a label is unclear; 0: the default
	NoEdits   bool     `json:"-"`                   // leave out the edits between plan and next plan, where none are shown
	Workers   int      `json:"-"`                   // goroutines; 0: one per core. Never changes the result
}
