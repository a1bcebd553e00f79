package page

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// servesFile tells the test's own program to be a server that waits to be killed.
const servesFile = "PLANDIFF_TEST_SERVES"

func TestMain(m *testing.M) {
	if path := os.Getenv(servesFile); path != "" {
		err := beKilled(path)
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// items is how many items the server that is killed has: more than it lives to see judged.
const items = 40

// judged is how many verdicts a server confirms at least before its last hour comes: fewer than this, drawn for each.
const judged = 8

func beKilled(path string) error {
	s, err := New(Options{Comparison: small(items), File: path, Reviewer: os.Getenv(servesFile + "_AS"), Today: today, Token: "key"})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(s.URL(l.Addr()))
	return s.Serve(context.Background(), l)
}

// The server is killed 200 times, each at a random moment while verdicts are being written. After every one the file loads
// and holds each verdict that was confirmed. (The same file all the time: what the first lives wrote must outlive all.)
func TestKillingTheServerLosesNoConfirmedVerdict(t *testing.T) {
	lives := 200
	if testing.Short() {
		lives = 20
	}
	self, err := os.Executable()
	require.NoError(t, err)
	const files = 4 // in parallel: the processes mostly wait
	var all sync.WaitGroup
	for f := range files {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("r%d.yaml", f))
		all.Go(func() {
			random := rand.New(rand.NewPCG(uint64(f), 1))
			confirmed := map[string]bool{}
			for life := range lives / files {
				if !assert.NoError(t, live(t, self, path, life, random, confirmed)) {
					return
				}
				r, err := schema.LoadReviews(path)
				if os.IsNotExist(err) && len(confirmed) == 0 {
					continue // killed before the first verdict
				}
				if !assert.NoErrorf(t, err, "life %d: the file must load", life) {
					return
				}
				have := map[string]bool{}
				for _, a := range r.Annotations {
					have[a.Reviewer+" "+a.Item] = true
				}
				for c := range confirmed {
					assert.Truef(t, have[c], "life %d: %s was confirmed and is gone", life, c)
				}
			}
			left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
			assert.NoError(t, err)
			assert.LessOrEqual(t, len(left), 1, "one temporary file at most, which the next writer sweeps away: %v", left)
			assert.NotEmpty(t, confirmed)
		})
	}
	all.Wait()
}

// live starts a server, sends verdicts, and kills it after a random while.
func live(t *testing.T, self, path string, life int, random *rand.Rand, confirmed map[string]bool) error {
	who := fmt.Sprintf("life%d", life)
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), servesFile+"="+path, servesFile+"_AS="+who)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() { _ = cmd.Wait() }() // killed: that is no error here
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	url := strings.TrimSpace(line)
	origin := strings.TrimSuffix(url, "/key/")
	// The moment is random within a write, not within a time: it is drawn from how long this machine's last write took.
	last, took := random.IntN(judged), time.Millisecond
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	for i := range items {
		if i == last {
			moment := time.Duration(random.Int64N(int64(2 * took)))
			kill := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
			defer kill.Stop()
		}
		began := time.Now()
		body := fmt.Sprintf(`{"do":"judge","item":"1/%d","disposition":"expanded","progress":"done"}`, i)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"save", strings.NewReader(body))
		if err != nil {
			return err
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", origin)
		res, err := client.Do(r)
		if err != nil {
			return nil // killed
		}
		ok := res.StatusCode == http.StatusOK
		_ = res.Body.Close()
		if !ok {
			return fmt.Errorf("verdict refused: %s", res.Status)
		}
		confirmed[fmt.Sprintf("%s 1/%d", who, i)] = true
		took = time.Since(began)
	}
	_ = cmd.Process.Kill()
	return nil
}
