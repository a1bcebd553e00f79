/*
Package pair links the items of an older edition to the items of a newer one. In come two editions, out come
links with a likelihood, and of each older item the runner-up. An item may have no link (dropped, new), one, or several (split, merged).
diff.Trace follows them over the years and says what they mean.

# How a link is found

	older edition           candidates            likelihood              links
	1/ア 監視体制…    ──►   rare words and     ──► text ─► context  ──►  one partner each,
	1/イ 演習を年2回…       letters in common      ▲        │ twice      best sum of log-odds (align.Assign)
	newer edition           (align.Space)          │        ▼                │
	1/ア 演習を年3回…  ──►  some 30 an item        └── neighbours,           ▼
	2/イ 監視体制…                                     ranks, margins    further pairs that explain what the
	                                                                     partner does not: splits, mergers

What is compared: the older edition's next plan with the newer edition's reprint of it, where there is one, else with its next
plan; a title stands before the text. Labels are a feature like others: (ア)(イ)… shift every year.

How likely a pair is comes from a logistic regression in three rounds. The first sees the two texts: n-grams of letters,
content words, how much of the one's rare words the other has, the rarest word in common, section titles, labels, and how far the likeness
falls short of what is typical of these two editions: where nearly all items stayed word for word, a weak likeness is chance; where all
were rewritten, it is all there is. The second and third
see the same and what the round before made of the pairs around: ranks and margins in the row and the column (a pair with
a rival is less likely), whether the items beside went the same way (a section that moved moves as a whole), and what a pair explains
that the best rival leaves unexplained (a split or a merger). Ministries, (再掲) and an item's own word that it is finished or
new are weighed by hand: see byHand. Where an older item says which item it goes to, it goes there: see refers.go.

Links below the floor are none, whatever competes: an item that went away must not be given to the next best. The one
exception is a short part of a long item, which looks little like the whole: an item without a partner that stands wholly inside another is linked to
it. A further link must explain something: a near copy of a linked item is a new item and the runner-up, no split. Pins
set or forbid a link by hand.

Worked example: TestItems.

# The weights

model.yaml holds them, with the F1 of links on sections learned from and on sections held out; train_test.go makes it and says from what:
a catalogue of requirements that was rewritten and renumbered as a whole, in English and Japanese (the hard case: a third of its
items went away, many share hardly a word with what became of them), and programmes of ministries from one year to the next (the
usual case). Only figures are in this repository, no texts.

# Limits

An item whose words all changed is not found; nor is, in an edition of many items that say the same, which of them went where,
unless neighbours, ministries or labels tell. Synonyms are not known: 情報漏えい and 情報流出 meet in 情報 alone. The work grows with the number of items, not its
square: 5,700 by 5,800 items take seconds (BenchmarkItems).
*/
package pair
