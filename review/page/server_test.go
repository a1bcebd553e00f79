package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/review"
	"plandiff/schema"
)

func today() string { return "2024-08-01" }

// small is a comparison made by hand: for tests of what is not in it.
func small(n int) *diff.Comparison {
	e := &schema.Edition{Version: 1, ID: "p2024", Language: "ja", Sections: []schema.Section{{ID: "1", Number: "1", Title: "船"}}}
	for i := range n {
		e.Sections[0].Items = append(e.Sections[0].Items, schema.Item{ID: fmt.Sprintf("1/%d", i), Label: fmt.Sprint(i), Plan: []schema.Passage{{Mark: "・", Text: fmt.Sprintf("船を%d隻造る。船を直す。", i)}}})
	}
	c := &diff.Comparison{Edition: e, Tool: "plandiff test"}
	for i := range n {
		c.Changes = append(c.Changes, diff.Change{Item: &e.Sections[0].Items[i], Section: "1", ID: fmt.Sprint(i), Digest: fmt.Sprintf("d%d", i), Progress: schema.Done, Disposition: schema.CarriedOver, Confidence: 0.9})
	}
	return c
}

func fixture(t testing.TB) *diff.Comparison {
	t.Helper()
	c, err := diff.Compare(fixtures.Edition(t, "2024"), diff.Options{})
	require.NoError(t, err)
	return c
}

// desk is a server with its file, and how to ask it.
type desk struct {
	*httptest.Server
	path, token string
}

func open(t testing.TB, c *diff.Comparison, o Options) desk {
	t.Helper()
	o.Comparison, o.Today = c, today
	if o.File == "" {
		o.File = filepath.Join(t.TempDir(), "r.yaml")
	}
	if o.Reviewer == "" {
		o.Reviewer = "sato"
	}
	s, err := New(o)
	require.NoError(t, err)
	srv := httptest.NewUnstartedServer(nil)
	srv.Config.Handler = s.Handler(srv.Listener.Addr().String())
	srv.Start()
	t.Cleanup(srv.Close)
	return desk{srv, o.File, s.token}
}

func (d desk) url(name string) string { return d.URL + "/" + d.token + "/" + name }

// ask sends a request; edit may spoil it.
func (d desk) ask(t testing.TB, method, url, body string, edit func(*http.Request)) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	require.NoError(t, err)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", d.URL)
	}
	if edit != nil {
		edit(r)
	}
	res, err := http.DefaultTransport.RoundTrip(r) // no redirect is followed
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, string(b), res.Header
}

func (d desk) save(t testing.TB, w wish) (int, string) {
	t.Helper()
	b, err := json.Marshal(w)
	require.NoError(t, err)
	code, body, _ := d.ask(t, http.MethodPost, d.url("save"), string(b), nil)
	return code, body
}

func (d desk) state(t testing.TB) current {
	t.Helper()
	code, body, _ := d.ask(t, http.MethodGet, d.url("state"), "", nil)
	require.Equal(t, http.StatusOK, code, body)
	var c current
	require.NoError(t, json.Unmarshal([]byte(body), &c))
	return c
}

func judge(item string, d schema.Disposition) wish {
	return wish{Do: "judge", Item: item, Disposition: d, Progress: schema.Done}
}

// What a hostile page, or a stranger on the machine, may try: each is refused, and the file is not even made.
func TestHostileRequestsAreRefused(t *testing.T) {
	d := open(t, small(3), Options{})
	good, err := json.Marshal(judge("1/0", schema.Expanded))
	require.NoError(t, err)
	post := func(edit func(*http.Request)) func() (int, string) {
		return func() (int, string) {
			code, body, _ := d.ask(t, http.MethodPost, d.url("save"), string(good), edit)
			return code, body
		}
	}
	get := func(path string, edit func(*http.Request)) func() (int, string) {
		return func() (int, string) {
			code, body, _ := d.ask(t, http.MethodGet, d.URL+path, "", edit)
			return code, body
		}
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	header := func(k, v string) func(*http.Request) { return func(r *http.Request) { r.Header.Set(k, v) } }
	body := func(s string) func() (int, string) {
		return func() (int, string) {
			code, b, _ := d.ask(t, http.MethodPost, d.url("save"), s, nil)
			return code, b
		}
	}
	for _, tc := range []struct {
		name string
		ask  func() (int, string)
		code int
	}{
		{"a foreign host (DNS rebinding), reading", get("/"+d.token+"/", host("evil.example")), 421},
		{"a foreign host, writing", post(host("evil.example:80")), 421},
		{"our host, another port", get("/"+d.token+"/", host("127.0.0.1:1")), 421},
		{"a POST from another origin", post(header("Origin", "https://evil.example")), 403},
		{"a POST from another port of this machine", post(header("Origin", "http://127.0.0.1:1")), 403},
		{"a POST from a page without an origin", post(header("Origin", "null")), 403},
		{"a POST that hides its origin", post(func(r *http.Request) { r.Header.Del("Origin") }), 403},
		{"two origins", post(func(r *http.Request) { r.Header.Add("Origin", "https://evil.example") }), 403},
		{"a POST that the browser calls cross-site", post(header("Sec-Fetch-Site", "cross-site")), 403},
		{"a form, which needs no permission to be sent across", post(header("Content-Type", "text/plain")), 415},
		{"no token", get("/", nil), 403},
		{"no token, a file", get("/review.js", nil), 403},
		{"the wrong token", get("/"+strings.Repeat("A", len(d.token))+"/", nil), 403},
		{"the token without its slash", get("/"+d.token, nil), 403},
		{"the token in the query", get("/?token="+d.token, nil), 403},
		{"up the tree", get("/"+d.token+"/../review.js", nil), 404},
		{"up the tree, encoded", get("/"+d.token+"/%2e%2e/%2e%2e/etc/passwd", nil), 404},
		{"up the tree with backslashes", get("/"+d.token+"/..%5c..%5cgo.mod", nil), 404},
		{"an encoded slash", get("/"+d.token+"%2freview.js", nil), 403},
		{"the reviews file itself", get("/"+d.token+"/r.yaml", nil), 404},
		{"a double slash", get("//"+d.token+"/", nil), 403},
		{"writing with GET", get("/"+d.token+"/save?do=judge&item=1/0", nil), 405},
		{"writing with PUT", func() (int, string) {
			code, b, _ := d.ask(t, http.MethodPut, d.url("save"), string(good), header("Origin", d.URL))
			return code, b
		}, 405},
		{"posting to what is read", func() (int, string) {
			code, b, _ := d.ask(t, http.MethodPost, d.url("state"), string(good), nil)
			return code, b
		}, 405},
		{"too much", body(`{"do":"note","item":"1/0","text":"` + strings.Repeat("x", most) + `"}`), 400},
		{"an unknown key", body(`{"do":"judge","item":"1/0","file":"/etc/passwd"}`), 400},
		{"two values", body(string(good) + string(good)), 400},
		{"no JSON", body("do=judge"), 400},
		{"an item that is not there", body(`{"do":"judge","item":"../../x","disposition":"expanded","progress":"done"}`), 422},
		{"a word that is none", body(`{"do":"judge","item":"1/0","disposition":"<script>","progress":"done"}`), 422},
		{"a fact that is none", body(`{"do":"judge","item":"1/0","disposition":"expanded","progress":"done","facts":["x"]}`), 422},
		{"a state that the page does not give", body(`{"do":"judge","item":"1/0","disposition":"expanded","progress":"done","state":"orphaned"}`), 422},
		{"words that do not stand there", body(`{"do":"note","item":"1/0","text":"x","quote":{"column":"plan","passage":0,"start":0,"exact":"飛行機"}}`), 422},
		{"a passage that is not there", body(`{"do":"note","item":"1/0","text":"x","quote":{"column":"plan","passage":-1,"start":0,"exact":"船"}}`), 422},
		{"an annotation that is not there", body(`{"do":"state","item":"1/0","id":"r1","state":"accepted"}`), 409},
		{"an act that is none", body(`{"do":"delete","item":"1/0"}`), 422},
		{"an empty note", body(`{"do":"note","item":"1/0","text":"  "}`), 422},
	} {
		t.Run(tc.name, func(t *testing.T) {
			code, body := tc.ask()
			assert.Equal(t, tc.code, code, body)
			assert.NotContains(t, body, d.token, "a refusal tells no one the key")
		})
	}
	_, err = os.Stat(d.path)
	assert.ErrorIs(t, err, os.ErrNotExist, "none of this wrote anything")
	left, err := os.ReadDir(filepath.Dir(d.path))
	require.NoError(t, err)
	assert.Empty(t, left)
	code, answer := post(nil)()
	assert.Equal(t, 200, code, "and the same request, unspoiled, is answered: %s", answer)
	left, err = os.ReadDir(filepath.Dir(d.path))
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing but the file is written")
}

// A document that says <script> is shown saying so.
func TestTextsOfDocumentsAreInert(t *testing.T) {
	c := small(1)
	evil := `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'` + "`"
	c.Edition.Title = evil
	it := c.Changes[0].Item
	it.ID, it.Title, it.Ministries = "1/"+evil, evil, []string{evil}
	it.Plan[0] = schema.Passage{By: []string{evil}, Mark: evil, Text: evil}
	c.Edition.Sections[0].Title = evil
	c.Changes[0].Evidence = []diff.Evidence{{Rule: evil, For: "disposition", Column: schema.Plan, Quote: evil, End: 5}}
	d := open(t, c, Options{Reviewer: evil})
	code, _ := d.save(t, wish{Do: "judge", Item: it.ID, Disposition: schema.Expanded, Progress: schema.Done, Text: evil})
	require.Equal(t, 200, code)
	_, body, h := d.ask(t, http.MethodGet, d.url(""), "", nil)
	assert.Equal(t, 2, strings.Count(body, "<script"), "the page's own two")
	assert.NotContains(t, body, "<img")
	assert.Equal(t, policy, h.Get("Content-Security-Policy"))
	assert.NotContains(t, policy, "unsafe")
	_, state, h := d.ask(t, http.MethodGet, d.url("state"), "", nil)
	assert.Equal(t, "application/json; charset=utf-8", h.Get("Content-Type"))
	assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
	assert.NotContains(t, state, "<script")
}

func TestAVerdictIsInTheFileWhenThePageHearsOfIt(t *testing.T) {
	c := fixture(t)
	d := open(t, c, Options{})
	it := c.Changes[0].Item
	code, body := d.save(t, wish{Do: "judge", Item: it.ID, Disposition: c.Changes[0].Disposition, Progress: c.Changes[0].Progress, Facts: c.Changes[0].Facts, Text: "見た"})
	require.Equal(t, 200, code, body)
	r, err := schema.LoadReviews(d.path)
	require.NoError(t, err)
	require.Len(t, r.Annotations, 1)
	a := r.Annotations[0]
	assert.Equal(t, review.Confirmed(&c.Changes[0]), a.Verdict, "the tool's own labels are a confirmation")
	assert.Equal(t, []string{it.ID, c.Changes[0].Digest, "sato", "2024-08-01", "submitted", "見た"}, []string{a.Item, a.Digest, a.Reviewer, a.Date, string(a.State), a.Note})

	s := d.state(t)
	assert.Equal(t, []int{1, 0, len(c.Changes)}, []int{s.Judged, s.Accepted, s.Total})
	mine := s.Items[it.ID][0]
	code, _ = d.save(t, wish{Do: "state", Item: it.ID, ID: mine.ID, Seen: mine.Seen, State: "accepted"})
	assert.Equal(t, 200, code)
	assert.Equal(t, 1, d.state(t).Accepted)
	code, body, _ = d.ask(t, http.MethodGet, d.url("state?v="+d.state(t).Version), "", nil)
	assert.Equal(t, http.StatusNoContent, code, body)
}

func TestWordsAreAnchoredWithoutTheMarkBeforeThem(t *testing.T) {
	d := open(t, small(2), Options{})
	code, body := d.save(t, wish{Do: "note", Item: "1/1", Text: "x", Quote: &quoted{Column: schema.Plan, Passage: 0, Start: 8, Exact: "船を"}})
	require.Equal(t, 200, code, body)
	q := d.state(t).Items["1/1"][0].Quote
	assert.Equal(t, []int{7, 9}, []int{q.Start, q.End}, "the nearest of two places")
	code, body = d.save(t, wish{Do: "note", Item: "1/1", Text: "y", Quote: &quoted{Column: schema.Plan, Passage: 0, Start: 0, Exact: "・船を1隻"}})
	require.Equal(t, 200, code, body)
	assert.Equal(t, "船を1隻", d.state(t).Items["1/1"][1].Quote.Exact)
}

// Two pages show the same; one writes first. The other is told, and nothing of the first is lost.
func TestTwoPagesNeverLoseAnEdit(t *testing.T) {
	d := open(t, small(2), Options{})
	code, _ := d.save(t, judge("1/0", schema.Expanded))
	require.Equal(t, 200, code)
	code, body := d.save(t, judge("1/0", schema.Dropped)) // the other page knew of no verdict
	assert.Equal(t, 409, code)
	assert.Contains(t, body, "you judged item 1/0 already, on another page")
	seen := d.state(t).Items["1/0"][0]
	first, second := judge("1/0", schema.Revised), judge("1/0", schema.Narrowed)
	first.ID, first.Seen, second.ID, second.Seen = seen.ID, seen.Seen, seen.ID, seen.Seen
	code, _ = d.save(t, first)
	assert.Equal(t, 200, code)
	code, body = d.save(t, second)
	assert.Equal(t, 409, code)
	assert.Contains(t, body, "was changed meanwhile")
	assert.Equal(t, schema.Revised, d.state(t).Items["1/0"][0].Verdict.Disposition)
}

func TestNobodyWritesInAnothersName(t *testing.T) {
	d := open(t, small(1), Options{})
	_, err := review.Update(t.Context(), d.path, func(draft *review.Draft) error {
		_, err := draft.Add(schema.Annotation{Edition: "p2024", Item: "1/0", Digest: "d0", Reviewer: "ito", State: schema.Submitted, Note: "ito's"})
		return err
	})
	require.NoError(t, err)
	its := d.state(t).Items["1/0"][0]
	w := judge("1/0", schema.Dropped)
	w.ID, w.Seen = its.ID, its.Seen
	code, body := d.save(t, w)
	assert.Equal(t, 403, code, body)
	code, body = d.save(t, wish{Do: "reply", Item: "1/0", ID: its.ID, Seen: its.Seen, Text: "why?"})
	require.Equal(t, 200, code, body)
	assert.Equal(t, []schema.Reply{{Reviewer: "sato", Date: "2024-08-01", Note: "why?"}}, d.state(t).Items["1/0"][0].Replies)
}

// A person at work in an editor: what they write shows, and while it does not load nothing is saved over it.
func TestAFileChangedOnDiskIsPickedUp(t *testing.T) {
	d := open(t, small(2), Options{})
	code, _ := d.save(t, judge("1/0", schema.Expanded))
	require.Equal(t, 200, code)
	before := d.state(t)
	b, err := os.ReadFile(d.path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(d.path, bytes.Replace(b, []byte("state: submitted"), []byte("state: accepted # by hand"), 1), 0o644))
	now := d.state(t)
	assert.NotEqual(t, before.Version, now.Version)
	assert.Equal(t, 1, now.Accepted)
	require.NoError(t, os.WriteFile(d.path, []byte("version: 1\nannotations:\n  - id: [\n"), 0o644))
	assert.Contains(t, d.state(t).Error, "r.yaml:3:3")
	code, body := d.save(t, judge("1/1", schema.Expanded))
	assert.Equal(t, 409, code)
	assert.Contains(t, body, "r.yaml:3:3")
	b, err = os.ReadFile(d.path)
	require.NoError(t, err)
	assert.Equal(t, "version: 1\nannotations:\n  - id: [\n", string(b))
}

func TestEightPagesAtOnceLoseNone(t *testing.T) {
	const writers, each = 8, 10
	c := small(each)
	path := filepath.Join(t.TempDir(), "r.yaml")
	var all sync.WaitGroup
	for w := range writers {
		d := open(t, c, Options{File: path, Reviewer: fmt.Sprintf("writer%d", w)})
		all.Go(func() {
			for i := range each {
				code, body := d.save(t, judge(fmt.Sprintf("1/%d", i), schema.Expanded))
				assert.Equal(t, 200, code, body)
			}
		})
	}
	all.Wait()
	r, err := schema.LoadReviews(path)
	require.NoError(t, err)
	assert.Len(t, r.Annotations, writers*each)
}

// No language leaves a word out.
func TestTextsAreComplete(t *testing.T) {
	for _, l := range languages {
		v := reflect.ValueOf(*l)
		for i := range v.NumField() {
			assert.Falsef(t, v.Field(i).IsZero(), "%s: %s", l.Lang, v.Type().Field(i).Name)
		}
		for k := range languages[0].Script {
			assert.NotEmptyf(t, l.Script[k], "%s: %s", l.Lang, k)
		}
		assert.Len(t, l.Script, len(languages[0].Script))
		for _, s := range schema.States() {
			assert.NotEmpty(t, l.States[string(s)])
		}
	}
	js, err := assets.ReadFile("assets/review.js")
	require.NoError(t, err)
	for k := range languages[0].Script {
		assert.Containsf(t, string(js), k, "a text that the script never says: %s", k)
	}
}

// The first page of a large edition, as the server gives it.
func BenchmarkPage(b *testing.B) {
	for _, n := range []int{50, 500} {
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			c := small(n)
			for b.Loop() {
				_, err := New(Options{Comparison: c, File: "r.yaml", Reviewer: "sato", Today: today})
				require.NoError(b, err)
			}
		})
	}
}
