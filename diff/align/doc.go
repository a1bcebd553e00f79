/*
Package align pairs the entries of two lists by a score. It knows nothing of plans: in come texts as features, or edges
with weights; out come indexes.

# From two lists to pairs

	 rows          cols
	                                     rare features
	┌───┐ a b d   ┌───┐ a b x      index      ┌ a: row 0, col 0
	│ 0 │         │ 0 │         ──────────►   │ b: row 0, col 0, col 2
	├───┤ c e     ├───┤ c y                   │ c: row 1, col 1
	│ 1 │         │ 1 │                       └ …
	├───┤ f       ├───┤ b f                        │ Space.Near: a few candidates a text
	│ 2 │         │ 2 │                            ▼
	└───┘         └───┘               edges  0─0 0.9   0─2 0.3   1─1 0.7   2─2 0.5
	                                                  │ the caller scores the candidates
	                                                  ▼ Assign: one of each, the best sum
	                                  pairs  0─0  1─1  2─2

Comparing every row with every column costs n². Two texts that have no rare word in common are no pair, though; so
[Space] keeps, for every feature, the list of texts that have it, and [Space.Near] walks those lists from the rarest feature on
until a text has looked at a fixed number of others. What is left out is what most texts share. The work grows with n.

Candidates compete. Taking the best column of each row gives one column to many rows; taking pairs in the order of
their score (greedy) lets one bad early choice push others aside:

	        col 0   col 1        greedy      0─0 0.90, and row 1 gets nothing     sum 0.90
	row 0   0.90    0.80         [Assign]    0─1 0.80, 1─0 0.85                   sum 1.65
	row 1   0.85     –

[Assign] finds the best sum exactly. Rows come in one after the other; each looks for the cheapest way to a free
column, where a way may pass over columns that are taken, if their rows find another place. Prices on rows and columns
(the dual of the linear programme) keep every step of the way non-negative, so Dijkstra's algorithm finds it, and make
each search short: a row may always stay alone, at weight 0, so no way longer than that is looked at. In the worst
case this is O(n · e log n) for n rows and e edges; with candidates that have one good partner each it is close to O(e log n):
20,000 rows with 21 edges each take about half a second.

# Limits

Assign gives every row and column one partner at most. Splits and merges are the caller's: it knows what a part is.
Near misses a pair whose common features are all so frequent that the budget ends before them. Hashing may merge
two features; with 4 million places and the number of features a few thousand texts have, that moves a similarity in
the third decimal at most.

# Sources

Jonker and Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems, 1987
(Computing 38). Spärck Jones, A statistical interpretation of term specificity, 1972 (Journal of Documentation 28).
Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988 (Information Processing & Management 24).
*/
package align
