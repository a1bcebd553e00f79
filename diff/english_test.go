package diff_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// The ways in which English plans and audit replies say what became of a commitment: one row a phrasing.
func TestEnglish(t *testing.T) {
	const plan = "The Canal Office will dredge the basins of the inland ports."
	const done = "The basins of the inland ports were dredged."
	tests := []struct {
		plan, results, next string
		progress            schema.Progress
		disposition         schema.Disposition
	}{
		// carried over
		{plan, done, "The Office will continue to dredge the basins of the inland ports.", schema.Done, schema.CarriedOver},
		{plan, "Dredging took place in all basins.", "The basins of the inland ports will again be dredged in 2026.", schema.Done, schema.CarriedOver},
		{plan, "The basins were dredged as planned.", "With traffic on the canals increasing and new barges growing larger, the Office will keep on dredging the basins of the inland ports.", schema.Done, schema.CarriedOver},
		{"The Canal Office will hold the fourth barge safety day.", "The fourth barge safety day was held in June.", "The Office will hold the fifth barge safety day.", schema.Done, schema.CarriedOver},
		// wider
		{plan, done, "The Office will dredge the basins of the inland ports and the lower locks.", schema.Done, schema.Expanded},
		{plan, done, "The Office will extend the dredging of the basins to the coastal ports.", schema.Done, schema.Expanded},
		{"The Canal Office will train 40 lock keepers in first aid.", "40 lock keepers were trained in first aid.", "The Office will train 60 lock keepers in first aid.", schema.Done, schema.Expanded},
		{"The Canal Office will inspect the towpaths once a year.", "The towpaths were inspected.", "The Office will inspect the towpaths twice a year.", schema.Done, schema.Expanded},
		{"The Canal Office will offer the swimming course to apprentices.", "The course was offered to apprentices.", "The Office will offer the swimming course to apprentices as well as volunteers.", schema.Done, schema.Expanded},
		{"The Canal Office will offer the swimming course to apprentices from the northern depots.", "The course was offered to the apprentices of the northern depots.", "The Office will offer the swimming course to all apprentices.", schema.Done, schema.Expanded},
		{plan, done, "The Office will continue to dredge the basins of the inland ports. Furthermore, it will publish a chart of water depths.", schema.Done, schema.Expanded},
		{"The Canal Office will lend life jackets to school groups.", "Life jackets were lent to school groups.", "The loan of life jackets to school groups will be opened to sports clubs.", schema.Done, schema.Expanded},
		// narrower
		{"The Canal Office will dredge the basins of the inland and coastal ports.", "The basins of the inland and coastal ports were dredged.", "The Office will dredge the basins of the inland ports.", schema.Done, schema.Narrowed},
		{plan, done, "From FY2026, dredging of the basins will be limited to the three busiest inland ports.", schema.Done, schema.Narrowed},
		{"The Canal Office will train 60 lock keepers in first aid.", "60 lock keepers were trained in first aid.", "The Office will train 35 lock keepers in first aid.", schema.Done, schema.Narrowed},
		{"The Canal Office will check all bridges over the canal for rust.", "All bridges over the canal were checked for rust.", "The Office will check swing bridges over the canal for rust.", schema.Done, schema.Narrowed},
		// another way
		{"The Canal Office will consider whether to light the locks at night.", "The lighting of the locks was considered.", "In the light of these considerations, the Office will install lighting at the locks.", schema.Done, schema.Revised},
		{"The Canal Office will pilot electronic tolls at two locks.", "Electronic tolls were piloted at two locks.", "Drawing on the findings of the pilot, the Office will introduce electronic tolls at the locks.", schema.Done, schema.Revised},
		{"The Canal Office will announce closures in the local newspapers.", "Closures were announced in the local newspapers.", "Instead of announcing closures in newspapers, the Office will send text messages to skippers.", schema.Done, schema.Revised},
		{"The Canal Office will introduce a licence for rowing boats.", "The licence could not be introduced, as the bill was not passed.", "The Office will examine again whether a licence for rowing boats is needed.", schema.NotDone, schema.Revised},
		// later
		{"The Canal Office will rebuild the Alder lock by December 2025.", "Rebuilding has been delayed by a lack of stone.", "The Office will rebuild the Alder lock by December 2026.", schema.UnderWay, schema.Postponed},
		{"The Canal Office will hold a boat rally in FY2025.", "The rally was postponed because of high water.", "The boat rally will be held in FY2026.", schema.NotDone, schema.Postponed},
		// finished
		{"The Canal Office will fit the locks with new gauges.", "All locks have been fitted with new gauges, and the work is complete.", "", schema.Done, schema.Completed},
		{"The Canal Office will fit the locks with new gauges.", "The locks were fitted with new gauges.", "The target has been met, and no further action is planned.", schema.Done, schema.Completed},
		{"The Canal Office will build a weir at Alder.", "The weir at Alder was built and entered service in May.", "Only routine maintenance of the weir will be carried out.", schema.Done, schema.Completed},
		{"The Canal Office will publish a handbook for skippers.", "The handbook for skippers was published in March 2025.", "This action is now complete.", schema.Done, schema.Completed},
		{"The Canal Office will run the temporary ferry during the repair of the bridge.", "The ferry ran until the bridge reopened.", "The temporary ferry ended with the repair of the bridge, as scheduled.", schema.Done, schema.Ended},
		{"The Canal Office will fund towpath art for the jubilee year.", "Six works were funded.", "The jubilee year is over, and the funding came to its scheduled end.", schema.Done, schema.Ended},
		{"The Canal Office will build a boat lift at Alder.", "The boat lift was not built, as costs had doubled.", "The plan for a boat lift has been abandoned.", schema.NotDone, schema.Discontinued},
		{"The Canal Office will introduce a mooring fee.", "No mooring fee was introduced.", "The mooring fee will not be pursued.", schema.NotDone, schema.Discontinued},
		{plan, done, "Dredging of the basins will be discontinued for lack of demand.", schema.Done, schema.Discontinued},
		// elsewhere
		{plan, done, "This work has been merged with the upkeep of the locks (item 3.2).", schema.Done, schema.Merged},
		{plan, done, "From FY2026 dredging forms part of the programme under item 3.2.", schema.Done, schema.Merged},
		{plan, done, "The measure has been split into two: dredging of northern basins (item 3.2) and of southern basins (item 3.3).", schema.Done, schema.Split},
		{plan, done, "Responsibility for the basins was transferred to the Ministry of Ports.", schema.Done, schema.Moved},
		{plan, done, "This measure is now found in chapter 5.", schema.Done, schema.Moved},
		// gone, new, open
		{plan, "Dredging of the basins is being prepared.", "", schema.UnderWay, schema.Dropped},
		{"", "", "The Canal Office will plant reeds along the banks.", schema.NotApplicable, schema.New},
		{plan, done, "Whether the dredging of the basins will continue has yet to be decided.", schema.Done, schema.Unclear},
		// progress
		{"The Canal Office will draw up a drought plan.", "A first draft of the drought plan was discussed with farmers.", "The Office will continue to draw up the drought plan.", schema.UnderWay, schema.CarriedOver},
		{"The Canal Office will draw up a drought plan.", "Work on the drought plan has not yet begun.", "The Office will draw up a drought plan.", schema.NotDone, schema.CarriedOver},
		{"The Canal Office will visit 30 marinas.", "Staff visited 18 marinas.", "The Office will visit 30 marinas.", schema.PartlyDone, schema.CarriedOver},
		{"The Canal Office will study the effect of wash on the banks.", "The effect of wash on the banks was studied.", "The Office will continue to study the effect of wash on the banks.", schema.Done, schema.CarriedOver},
		{"The Canal Office will fit cameras at all locks.", "Cameras were fitted at only half of the locks.", "The Office will fit cameras at all locks.", schema.PartlyDone, schema.CarriedOver},
		// as audit offices and trackers of commitments put it
		{plan, "This commitment has been fully implemented.", "", schema.Done, schema.Completed},
		{"The Canal Office will adopt a code of conduct for lock keepers.", "The recommendation was accepted, and the code was adopted in May.", "The recommendation is closed.", schema.Done, schema.Completed},
		{"The Canal Office will adopt a code of conduct for lock keepers.", "Partially implemented: a code was adopted for the northern locks only.", "The Office will adopt a code of conduct for lock keepers.", schema.PartlyDone, schema.CarriedOver},
		{"The Canal Office will adopt a code of conduct for lock keepers.", "Not implemented.", "The Office will adopt a code of conduct for lock keepers.", schema.NotDone, schema.CarriedOver},
		{"The Canal Office will adopt a code of conduct for lock keepers.", "The code of conduct has been agreed with the unions and awaits signature.", "The Office will adopt the code of conduct for lock keepers.", schema.UnderWay, schema.CarriedOver},
		{"The Canal Office will adopt a code of conduct for lock keepers.", "No action was taken.", "The commitment has been withdrawn.", schema.NotDone, schema.Discontinued},
		{"The Canal Office will publish data on lock use.", "Data on lock use were published on the portal.", "The scope of the data published will be broadened to cover weirs.", schema.Done, schema.Expanded},
		{"The Canal Office will publish data on lock use.", "Data on lock use were published on the portal.", "Publication of data on lock use will be confined to the main canal.", schema.Done, schema.Narrowed},
		{"The Canal Office will publish data on lock use.", "Data on lock use were published each month.", "It is open whether data on lock use will be published in future; a decision is expected in the autumn.", schema.Done, schema.Unclear},
		{"The Canal Office will publish data on lock use.", "Data on lock use were published.", "This commitment is continued under commitment 4.2.", schema.Done, schema.Moved},
		{"The Canal Office will publish data on lock use.", "Data on lock use were published.", "The commitment was combined with the one on open maps (commitment 4.2).", schema.Done, schema.Merged},
		// more ways
		{"The Canal Office will survey eels in the lower reaches.", "Eels were surveyed in the lower reaches.", "The survey of eels will also cover the upper reaches.", schema.Done, schema.Expanded},
		{"The Canal Office will give advice to house-boat owners.", "Advice was given to house-boat owners.", "Advice will be given not only to house-boat owners but also to marinas.", schema.Done, schema.Expanded},
		{"The Canal Office will give advice to house-boat owners and marinas.", "Advice was given to house-boat owners and marinas.", "Advice will in future be given to marinas only.", schema.Done, schema.Narrowed},
		{"The Canal Office will patrol the banks every day.", "The banks were patrolled every day.", "The Office will patrol the banks twice a week.", schema.Done, schema.Narrowed},
		{"The Canal Office will teach children to swim at ten schools.", "Children were taught to swim at ten schools.", "The Office will teach children to swim at no fewer than fifteen schools.", schema.Done, schema.Expanded},
		{"The Canal Office will count boats by hand.", "Boats were counted by hand.", "Boats will now be counted by camera instead of by hand.", schema.Done, schema.Revised},
		{"The Canal Office will develop a booking system for moorings.", "The booking system was developed and tested.", "The Office will operate the booking system for moorings.", schema.Done, schema.Revised},
		{"The Canal Office will replace the gates of the Birch lock by March 2026.", "The gates have been ordered, but delivery is late.", "The Office will replace the gates of the Birch lock by March 2027.", schema.UnderWay, schema.Postponed},
		{"The Canal Office will issue new charts by the end of FY2025.", "The charts are being printed.", "The deadline for the new charts has been put back to the end of FY2026.", schema.UnderWay, schema.Postponed},
		{"The Canal Office will take part in the river census.", "Staff took part in the river census.", "The census was a one-off exercise and has ended.", schema.Done, schema.Ended},
		{"The Canal Office will pay a bonus for quiet engines until the end of FY2025.", "The bonus was paid for 140 engines.", "", schema.Done, schema.Ended},
		{"The Canal Office will connect all locks to the control room.", "All locks are now connected to the control room.", "", schema.Done, schema.Completed},
		{"The Canal Office will write a history of the canal.", "The history was not written, the author having fallen ill.", "No history of the canal will be written.", schema.NotDone, schema.Discontinued},
		{"The Canal Office will hold regatta days.", "Owing to the drought, no regatta days were held.", "The Office will hold regatta days.", schema.NotDone, schema.CarriedOver},
		{"The Canal Office will repair the towpath at Elm.", "Half of the towpath at Elm was repaired.", "The Office will repair the rest of the towpath at Elm.", schema.PartlyDone, schema.CarriedOver},
		{"The Canal Office will renew its lease of the dry dock.", "Talks with the owner of the dry dock are under way.", "The Office will renew its lease of the dry dock.", schema.UnderWay, schema.CarriedOver},
	}
	cell := func(text string) []schema.Passage {
		if text == "" {
			return nil
		}
		return []schema.Passage{{Text: text}}
	}
	for _, tt := range tests {
		t.Run(string(tt.disposition)+"/"+tt.next, func(t *testing.T) {
			item := schema.Item{ID: "1/a", Label: "a", Ministries: []string{"Canal Office"}, Plan: cell(tt.plan), Results: cell(tt.results), NextPlan: cell(tt.next)}
			c, err := diff.Compare(&schema.Edition{ID: "e", Language: "en", Sections: []schema.Section{{ID: "1", Items: []schema.Item{item}}}}, diff.Options{})
			require.NoError(t, err)
			ch := c.Changes[0]
			assert.Equal(t, tt.disposition, ch.Disposition, "%+v", ch.Evidence)
			assert.Equal(t, tt.progress, ch.Progress, "%+v", ch.Evidence)
		})
	}
}
