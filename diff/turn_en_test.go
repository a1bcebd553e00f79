package diff

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"plandiff/schema"
)

// A sentence behind a promise turns it or promises something of its own.
func TestTurns(t *testing.T) {
	for what, texts := range map[turning][]string{
		turnWider: {
			"Dentists will also be admitted.", "The scale will be double that of last year.", "It is no longer confined to nurses.", "There is now room for 30 more visitors.",
			"The upper age limit is lifted.", "This is to be done in all parishes rather than in four.", "Not only owners but also tenants will be served.",
		},
		turnLess: {
			"The moorland farms will no longer be covered.", "Fewer places will be on offer.", "Only the oldest wells will be included.", "Of these, the two smallest are left out.",
			"Tenants are not entitled to it.", "Because of the cuts, the number of visits will be halved.", "It is open to members alone.",
		},
		turnLater: {
			"This has been put back to 2031.", "It will now be held in May 2031.", "The launch is moved to spring 2031.", "A further year will be allowed.", "Not before 2031 will this begin.",
			"It will be ready in 2031 rather than in 2029.",
		},
		turnOther: {
			"This will be done by post instead of by telephone.", "A different method will be used.", "The paper form gives way to a web form.", "Cameras will do what wardens did until now.",
			"It will no longer be done by hand but by machine.",
		},
		turnHow: {
			"The necessary funds will be sought.", "This will be done with the owners' consent.", "Due regard will be paid to privacy.", "The method stays the same.", "Those concerned will be consulted beforehand.",
			"The usual rules will apply.", "The dates will be agreed with the schools.",
		},
		noTurn: {
			"A guide for parents will be published.", "The Toll Office will exempt ambulances from the toll.", "Fewer pesticides will be used on public land.", "Teachers will be consulted on a new curriculum.",
			"Funding will be provided for youth clubs.", "The Ferry Office will replace its two oldest boats.", "Old boats will be removed from the harbour.", "It will also set up a helpline.", "A smaller car park will be built.",
		},
	} {
		for _, text := range texts {
			assert.Equal(t, what, read1(t, schema.NextPlan, text).turnOf().what, text)
		}
	}
}
