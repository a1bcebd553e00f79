package page

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"strings"
	"time"

	"plandiff/diff"
	"plandiff/report"
	"plandiff/schema"
)

//go:embed assets
var assets embed.FS

// Options of New. Comparison, File, Reviewer and Today are needed.
type Options struct {
	Comparison *diff.Comparison
	File       string        // the reviews file; it need not be there yet
	Reviewer   string        // who sits at the page
	State      schema.State  // of a verdict; "": submitted
	Lang       string        // ja or en; "": the edition's
	Today      func() string // the date of a judgement, 2024-07-10
	Token      string        // in the address; "": a random one
}

// Server answers the page's requests.
type Server struct {
	options Options
	token   string
	changes map[string]*diff.Change
	html    []byte // the page: the same for as long as the comparison is
	files   map[string]asset
}

// asset is a file of the page.
type asset struct {
	kind string
	body []byte
}

// New renders the page. The error is of options or templates.
func New(o Options) (*Server, error) {
	if o.Comparison == nil || o.File == "" || o.Reviewer == "" || o.Today == nil {
		return nil, errors.New("the review page needs a comparison, a reviews file, a reviewer and a date")
	}
	if o.State == "" {
		o.State = schema.Submitted
	}
	s := &Server{options: o, token: o.Token, changes: map[string]*diff.Change{}, files: map[string]asset{}}
	if s.token == "" {
		s.token = rand.Text()
	}
	for i := range o.Comparison.Changes {
		if ch := &o.Comparison.Changes[i]; s.changes[ch.Item.ID] == nil {
			s.changes[ch.Item.ID] = ch
		}
	}
	style, err := report.Style()
	if err != nil {
		return nil, err
	}
	for name, kind := range map[string]string{"review.css": "text/css", "review.js": "text/javascript"} {
		b, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return nil, err
		}
		if name == "review.css" {
			b = append([]byte(style), b...)
		}
		s.files[name] = asset{kind + "; charset=utf-8", b}
	}
	t, err := report.Templates("")
	if err != nil {
		return nil, err
	}
	if t, err = t.ParseFS(assets, "assets/review.html.tmpl"); err != nil {
		return nil, err
	}
	return s, s.render(t)
}

func (s *Server) render(t *template.Template) error {
	d, err := newDocument(s.options)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "review.html.tmpl", d); err != nil {
		return err
	}
	s.html = b.Bytes()
	return nil
}

// URL is the address to open: it holds the token.
func (s *Server) URL(addr net.Addr) string { return "http://" + addr.String() + "/" + s.token + "/" }

// Serve answers until ctx ends; then requests that are being answered are finished.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{Handler: s.Handler(l.Addr().String()), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		stopped <- h.Shutdown(wait)
	})
	defer stop()
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// policy is the content security policy: our own script and style, requests to us, and nothing else. Should a text of a
// document ever reach the page as markup, it stays dead.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler answers requests to host, which is the address that was bound: 127.0.0.1:port.
func (s *Server) Handler(host string) http.Handler {
	hosts := []string{host}
	if name, port, err := net.SplitHostPort(host); err == nil && name == "127.0.0.1" {
		hosts = append(hosts, "localhost:"+port)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for k, v := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Cache-Control": "no-store", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
			h.Set(k, v)
		}
		if !contains(hosts, r.Host) {
			refuse(w, http.StatusMisdirectedRequest, "this server answers for "+host+" only")
			return
		}
		// No mux: it would clean paths and redirect. What is not exactly one of ours is nothing.
		token, name, ok := strings.Cut(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/")
		if !ok || subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
			refuse(w, http.StatusForbidden, "open the address that `plandiff review serve` printed: it holds the key")
			return
		}
		s.route(w, r, name, hosts)
	})
}

func (s *Server) route(w http.ResponseWriter, r *http.Request, name string, hosts []string) {
	if name == "save" {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			refuse(w, http.StatusMethodNotAllowed, "POST only")
			return
		}
		if !ourOrigin(r, hosts) {
			refuse(w, http.StatusForbidden, "another page asked for this")
			return
		}
		s.save(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "GET only")
		return
	}
	f, isFile := s.files[name]
	switch {
	case name == "":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(s.html) // the reader went away: no one to tell
	case name == "state":
		s.state(w, r)
	case isFile:
		w.Header().Set("Content-Type", f.kind)
		_, _ = w.Write(f.body)
	default:
		refuse(w, http.StatusNotFound, "no such page")
	}
}

// ourOrigin says whether a POST comes from our own page: browsers send the Origin of the page with every POST, and a page
// elsewhere can neither leave it out nor choose it.
func ourOrigin(r *http.Request, hosts []string) bool {
	origin := r.Header.Get("Origin")
	site := r.Header.Get("Sec-Fetch-Site")
	return origin == "http://"+r.Host && contains(hosts, r.Host) && (site == "" || site == "same-origin") && len(r.Header.Values("Origin")) == 1
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func refuse(w http.ResponseWriter, code int, why string) {
	answer(w, code, map[string]string{"error": why})
}

func answer(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	b, err := json.Marshal(v)
	if err != nil {
		code, b = http.StatusInternalServerError, fmt.Appendf(nil, `{"error":%q}`, err.Error())
	}
	w.WriteHeader(code)
	_, _ = w.Write(b) // see route
}
