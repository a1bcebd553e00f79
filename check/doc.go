/*
Package check looks at a new edition of a plan and says what a person must look at before it goes out, in a pull request or on
the desk: findings, each with the rule, the place in the edition's YAML (or the page of the document) and what to do.

In: the edition, the bytes of its YAML, the comparison of it (diff.Compare), the lineage of it and the editions before it
(diff.Trace), reviewers' files and the baseline; only the first and the comparison must be there. Out: findings in the order of
the file. Rules lists the rules, each with its document and an example that a test runs; levels come from a preset and from
.plandiff.yaml.

	c, _ := diff.Compare(e, diff.Options{})
	result, err := check.Run(check.Input{Edition: e, Comparison: c}, check.Options{})
	// result.Findings[0]: {Rule: "results-missing", Severity: "error", File: "2024.yaml", Line: 41, Item: "2/イ",
	//   Message: "item 2/イ has a plan and no results: …", State: "new"}

# What makes a finding the same finding

The fingerprint is made of the rule, the item and the values that the rule looked at (a label, a ministry, the normal form of a
text), never of the message or of line numbers. The item is named by where its thread starts in the oldest edition given, so that an
item that gets another label while a draft is edited keeps its findings; for a look-up in the baseline every edition of the thread
counts, so that what was accepted last year is known this year.

# What takes a finding out of the count

	# plandiff: ignore results-missing the ministry reports in autumn

above an item (a section, a passage) or behind it on the line, `check: suppress:` in .plandiff.yaml, or an entry of the baseline. Each needs
a reason; none hides the finding from json and sarif, which show it as suppressed or known.

# Limits

The rules judge the document, never the world: a result that reports what did not happen is no finding. What rests on the comparison
is as good as the comparison is. A convention that an edition does not follow (a column it does not have, ministries of another country,
paragraphs that never end in a full stop) is not held against it: each such rule first looks at the edition as a whole.
*/
package check
