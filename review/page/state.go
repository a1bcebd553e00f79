package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"os"

	"plandiff/review"
	"plandiff/schema"
)

// current is what the page shows of the file, as JSON.
type current struct {
	Version  string                 `json:"version"`         // of the file's bytes
	Error    string                 `json:"error,omitempty"` // why the file does not load, with the place
	Items    map[string][]annotated `json:"items"`
	Homeless []annotated            `json:"homeless"`
	Judged   int                    `json:"judged"` // items with a verdict on their present text
	Accepted int                    `json:"accepted"`
	Recheck  int                    `json:"recheck"`
	Total    int                    `json:"total"`
}

// annotated is an annotation with what the page must know besides.
type annotated struct {
	schema.Annotation
	Seen  string `json:"seen"`  // fingerprint of the annotation as it stands
	Stale bool   `json:"stale"` // given on another text than stands there now
	Mine  bool   `json:"mine"`
}

// state answers with what the file says, or with nothing if the page knows it already (?v=VERSION).
func (s *Server) state(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile(s.options.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		answer(w, http.StatusOK, current{Version: "unreadable", Error: err.Error(), Total: len(s.changes)})
		return
	}
	version := fingerprint(b)
	if r.URL.Query().Get("v") == version {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	file := &schema.Reviews{Version: 1}
	if err == nil {
		if file, err = schema.ParseReviews(s.options.File, b); err != nil {
			answer(w, http.StatusOK, current{Version: version, Error: err.Error(), Total: len(s.changes)})
			return
		}
	}
	answer(w, http.StatusOK, s.current(file, version))
}

// current lays the file beside the comparison.
func (s *Server) current(file *schema.Reviews, version string) current {
	sum := review.Summarize(s.options.Comparison, file)
	c := current{Version: version, Items: map[string][]annotated{}, Homeless: []annotated{}, Judged: sum.Judged, Accepted: sum.Accepted, Recheck: len(sum.Recheck), Total: sum.Items}
	for _, a := range file.Annotations {
		if a.Edition != s.options.Comparison.Edition.ID {
			continue
		}
		x := annotated{Annotation: a, Seen: review.Version(a), Mine: a.Reviewer == s.options.Reviewer}
		ch := s.changes[a.Item]
		if ch == nil || a.State == schema.Orphaned {
			c.Homeless = append(c.Homeless, x)
			continue
		}
		x.Stale = a.State == schema.NeedsRecheck || a.Digest != "" && a.Digest != ch.Digest
		c.Items[a.Item] = append(c.Items[a.Item], x)
	}
	return c
}

func fingerprint(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}
