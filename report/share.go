package report

// Style is the style sheet of the HTML report, for pages that show the same cards: see [Templates] and [NewHTMLCard].
func Style() (string, error) { return Asset("", "style.css") }
