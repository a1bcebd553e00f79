package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// From the command to a verdict in the file: the address is printed, the page answers there, and Ctrl-C ends it.
func TestReviewServe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "r.yaml")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out, in := io.Pipe()
	var talk bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, strings.NewReader(""), in, &talk, []string{"review", "serve", "../../fixtures/editions/2024.yaml", "--against", "../../fixtures/editions/2023.yaml", "--file", file, "--reviewer", "sato", "--lang", "en", "--accept"})
		_ = in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err, "%s", &talk)
	url := strings.TrimSpace(line)
	require.Regexp(t, `^http://127\.0\.0\.1:\d+/[A-Z2-7]{26}/$`, url)

	get, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	require.NoError(t, err)
	res, err := http.DefaultClient.Do(get)
	require.NoError(t, err)
	page, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	assert.Equal(t, http.StatusOK, res.StatusCode)
	assert.Contains(t, string(page), `<html lang="en">`)
	assert.Contains(t, string(page), `class="hist"`, "with --against, each item says where it came from")

	post, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"save", strings.NewReader(`{"do":"judge","item":"1(1)/ア","disposition":"revised","progress":"done","text":"x"}`))
	require.NoError(t, err)
	post.Header.Set("Content-Type", "application/json")
	post.Header.Set("Origin", strings.Join(strings.Split(url, "/")[:3], "/"))
	res, err = http.DefaultClient.Do(post)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.Equal(t, http.StatusOK, res.StatusCode)
	r, err := schema.LoadReviews(file)
	require.NoError(t, err)
	require.Len(t, r.Annotations, 1)
	assert.Equal(t, schema.Accepted, r.Annotations[0].State, "--accept: the reviewer has the last word")

	stop()
	assert.Equal(t, exitDone, <-ended, "%s", &talk)
}
