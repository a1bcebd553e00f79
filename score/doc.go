// Package score says how good the flags are: it measures comparisons against gold, that is, labels that a person gave.
//
// In: gold files (schema.Gold) and the comparison of the same items. Out: a Report with accuracy, macro-F1, confusion tables and
// the figures of each class for disposition and progress; F1 of the facts and of the links between plan, results and next plan; a
// reliability table that tells what a confidence is worth; and every item that was missed, with both labels and the rule that led astray.
//
//	gold:  1/ア disposition: expanded        flags: carried-over (rule same-scope, confidence 0.81)
//	gold:  1/イ disposition: carried-over    flags: carried-over
//	report: disposition accuracy 0.500, macro-F1 0.333 (expanded 0.00, carried-over 0.67)
//
// Macro-F1 is the mean over the classes that the gold has. Facts are counted over all items together, an item's facts as a
// set. A link is a pair of a plan sentence and a sentence of another column that share a commitment; a sentence of the gold counts
// as quoted by a commitment when its text holds the quote or stands in it, after NFKC and without white space and bullets. Those are the
// definitions of common use in classification (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 13.6); the
// calibration error is the expected calibration error of Naeini, Cooper, Hauskrecht (2015) over the bins shown.
//
// Limits: sentences are not matched fuzzily, so the links of gold for a document that was read with errors come out low.
package score
