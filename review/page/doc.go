// Package page serves the local page on which reviewers write their annotations: the cards of the HTML report, in the
// order in which they need a person, with one form beside them.
//
// In goes a comparison and the name of a reviews file; out come HTTP handlers for 127.0.0.1, and edits of that file and of
// nothing else (review.Update). A worked example:
//
//	s, err := page.New(page.Options{Comparison: c, File: "reviews/2024.yaml", Reviewer: "sato"})
//	l, err := net.Listen("tcp", "127.0.0.1:0")
//	fmt.Println(s.URL(l.Addr()))
//	err = s.Serve(ctx, l)
//
// A verdict is on disk before the page says so: the answer to a POST is given when Update has returned. Each annotation
// in the form carries the fingerprint of what the page saw; if the file says something else by then, another page or a
// person was there first, and the answer is 409 with what stands now. The file is read again whenever it changed, so what an editor or
// `git pull` writes shows within seconds; while it does not load, the page says where the mistake is and saves nothing.
//
// Who may ask. The address holds a random token, and without it every path is refused. The Host must be the one that
// was bound (no DNS rebinding); what writes is POST alone, with JSON, from our own Origin. Texts of documents pass through
// html/template or textContent, and the content security policy allows our own script and style and nothing else.
//
// Limits. The page needs its script. The comparison is made when the server starts: after the edition changed, start again.
package page
