package words

// Op says what an Edit does to its text.
type Op string

// Equal stands in both texts, Delete only in the old one, Insert only in the new one.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Edit is one run of text. Equal and Delete runs joined restore the old text, Equal and Insert runs the new one.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}
