package report

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/fixtures/screen"
)

// browser opens Chromium for one test; without one the test is skipped. complaints returns what its console said.
func browser(t *testing.T) (ctx context.Context, complaints func() []string) {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in short mode")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine")
	}
	alloc, cancelAlloc := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)...)
	t.Cleanup(cancelAlloc)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	var mu sync.Mutex
	var said []string
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch event := event.(type) {
		case *runtime.EventConsoleAPICalled:
			said = append(said, "console."+string(event.Type))
		case *runtime.EventExceptionThrown:
			said = append(said, "exception: "+event.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			said = append(said, event.Entry.Text+" "+event.Entry.URL)
		case *cdppage.EventJavascriptDialogOpening:
			said = append(said, "dialog: "+event.Message)
		}
	}))
	_, err := chromedp.Call(ctx, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	_, err = chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
	require.NoError(t, err)
	return ctx, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.DeleteFunc(slices.Clone(said), func(s string) bool { return strings.HasSuffix(s, "/favicon.ico") }) // the browser's own wish
	}
}

// open shows a page.
func open(t *testing.T, ctx context.Context, url string) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(url)))
}

// ask evaluates JavaScript in the page; promises are awaited.
func ask[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	require.NoError(t, err)
	return answer
}

// serve gives a page an address. A request for anything but the page itself is noted: a report is one file.
func serve(t *testing.T, html []byte) (url string, others func() []string) {
	t.Helper()
	var mu sync.Mutex
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			mu.Lock()
			asked = append(asked, r.URL.Path)
			mu.Unlock()
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(html)
	}))
	t.Cleanup(s.Close)
	return s.URL + "/", func() []string {
		mu.Lock()
		defer mu.Unlock()
		var out []string
		for _, path := range asked {
			if path != "/favicon.ico" { // the browser's own wish
				out = append(out, path)
			}
		}
		return out
	}
}

// Each page at three widths, light and dark: nothing wider than the window, nothing a reader could not reach or read,
// nothing on the console, nothing asked of a network.
func TestPagesInBrowser(t *testing.T) {
	ctx, complaints := browser(t)
	shots := os.Getenv("PLANDIFF_SHOTS") // a folder to look at the pages in
	for name, html := range map[string][]byte{
		"report":   write(t, "html", Input{Comparison: sample()}, Options{}),
		"reviews":  write(t, "html", reviewed(), Options{}),
		"hostile":  write(t, "html", Input{Comparison: hostile()}, Options{}),
		"taisho":   write(t, "taisho", Input{Comparison: sample()}, Options{}),
		"timeline": write(t, "html", Input{Lineage: sample().Lineage}, Options{}),
	} {
		url, others := serve(t, html)
		for _, width := range []int64{1280, 768, 400} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(fmt.Sprintf("%s/%d/%s", name, width, scheme), func(t *testing.T) {
					_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
					require.NoError(t, err)
					require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url)))
					assert.Empty(t, screen.Wrong(t, ctx))
					if shots != "" && name != "hostile" {
						picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
						require.NoError(t, err)
						require.NoError(t, os.WriteFile(filepath.Join(shots, fmt.Sprintf("%s-%d-%s.png", name, width, scheme)), picture, 0o644))
					}
				})
			}
		}
		assert.Empty(t, others(), "%s asks for more than itself", name)
	}
	assert.Empty(t, complaints())
}

// Filters, search, order and permalinks do what they say.
func TestFiltersInBrowser(t *testing.T) {
	ctx, complaints := browser(t)
	url, _ := serve(t, write(t, "html", Input{Comparison: sample()}, Options{}))
	shown := func(set string) []string {
		t.Helper()
		return ask[[]string](t, ctx, `(async () => { const f = document.getElementById("filter"); f.reset(); await new Promise(r => setTimeout(r, 30)); `+set+
			`; f.dispatchEvent(new Event("input")); await new Promise(r => setTimeout(r, 150)); return Array.from(document.querySelectorAll(".card:not([hidden])"), c => c.id.slice(5)); })()`)
	}
	_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	require.NoError(t, err)
	open(t, ctx, url)
	all := []string{"2/ウ", "1(1)/ア", "1(1)/イ", "1(1)/ウ", "2/ア", "2/イ"}
	assert.Equal(t, all, shown(``), "unclear first, then as in the document")
	assert.Equal(t, []string{"1(1)/ア"}, shown(`f.elements.flag.value = "expanded"`), "by disposition")
	assert.Equal(t, []string{"1(1)/ウ"}, shown(`f.elements.flag.value = "deadline-later"`), "by fact")
	assert.Equal(t, []string{"2/ア", "2/イ"}, shown(`f.elements.m.value = "教育局"`), "by ministry")
	assert.Equal(t, []string{"1(1)/ア", "1(1)/イ", "1(1)/ウ"}, shown(`f.elements.s.value = "1"`), "by section, those below included")
	assert.Equal(t, []string{"1(1)/ア", "1(1)/イ", "2/ア"}, shown(`f.elements.c.value = "90"`), "by confidence")
	assert.Equal(t, []string{"2/ア"}, shown(`f.elements.q.value = "港で 見習い"`), "by two words")
	assert.Equal(t, []string{"1(1)/ア"}, shown(`f.elements.q.value = "３５棟"`), "full-width letters find half-width ones, blanks aside")
	assert.Empty(t, shown(`f.elements.q.value = "どこにもない"`))
	assert.Equal(t, []string{"1(1)/ア", "1(1)/イ", "1(1)/ウ", "2/ア", "2/イ", "2/ウ"}, shown(`f.elements.sort.value = "n"`), "as in the document")
	assert.Equal(t, []string{"2/ウ", "1(1)/ウ", "2/イ", "1(1)/ア", "2/ア", "1(1)/イ"}, shown(`f.elements.sort.value = "c"`), "least certain first")

	target := ask[string](t, ctx, `(async () => { const f = document.getElementById("filter"), wait = ms => new Promise(r => setTimeout(r, ms));
		f.elements.q.value = "どこにもない"; f.dispatchEvent(new Event("input")); await wait(150); location.hash = "item-2/イ"; await wait(150);
		return document.querySelector(".card:target:not([hidden])")?.id || ""; })()`)
	tip := ask[bool](t, ctx, `(() => { const f = document.querySelector(".card:target .flag"); f.focus(); return f.querySelector(".tip").checkVisibility(); })()`)
	assert.Equal(t, "item-2/イ", target, "a permalink shows its card although a filter hid it")
	assert.True(t, tip, "a flag in focus says why")
	assert.Empty(t, complaints())
}

// The page's filters find what an accepted verdict says, not what the tool said before.
func TestVerdictsInBrowser(t *testing.T) {
	ctx, complaints := browser(t)
	url, _ := serve(t, write(t, "html", reviewed(), Options{}))
	require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(400, 900), chromedp.Navigate(url)))
	shown := func(set string) []string {
		t.Helper()
		return ask[[]string](t, ctx, `(async () => { const f = document.getElementById("filter"); f.reset(); await new Promise(r => setTimeout(r, 30)); `+set+
			`; f.dispatchEvent(new Event("input")); await new Promise(r => setTimeout(r, 150)); return Array.from(document.querySelectorAll(".card:not([hidden])"), c => c.id.slice(5)); })()`)
	}
	assert.Equal(t, []string{"1(1)/ア"}, shown(`f.elements.flag.value = "moved"`), "the person's disposition")
	assert.True(t, ask[bool](t, ctx, `!document.querySelector("[name=flag] [value=expanded]")`), "the tool's is no choice: no item counts for it")
	assert.Equal(t, []string{"1(1)/ア", "1(1)/イ"}, shown(`f.elements.c.value = "100"`), "an accepted verdict is certain")
	assert.Contains(t, ask[string](t, ctx, `document.getElementById("item-1(1)/ア").querySelector(".flags").innerText`), "plandiff: 拡充 91%", "the tool's stands beside it")
	assert.Empty(t, screen.Wrong(t, ctx))
	assert.Empty(t, complaints())
}

// Without JavaScript everything is there, and no control that would do nothing.
func TestPageWithoutScript(t *testing.T) {
	ctx, _ := browser(t)
	url, _ := serve(t, write(t, "html", Input{Comparison: sample()}, Options{}))
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	require.NoError(t, err)
	open(t, ctx, url)
	text, err := chromedp.Run(ctx, chromedp.TextContent("main"))
	require.NoError(t, err)
	for _, want := range []string{"港内の倉庫", "関係者", "見送った", "判定不能", "期限後ろ倒し"} {
		assert.Contains(t, text, want)
	}
	visible, err := chromedp.Run(ctx, chromedp.Text("body")) // as shown: the filter is there, and hidden
	require.NoError(t, err)
	assert.NotContains(t, visible, "本文を検索")
}

// A printed report is A4, and its texts can be found in it.
func TestPrintInBrowser(t *testing.T) {
	ctx, _ := browser(t)
	for name, format := range map[string]string{"report": "html", "taisho": "taisho"} {
		t.Run(name, func(t *testing.T) {
			url, _ := serve(t, write(t, format, Input{Comparison: sample()}, Options{}))
			open(t, ctx, url)
			pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
			require.NoError(t, err)
			assert.Contains(t, string(pdf[:8]), "%PDF-")
			info, text := pdfInfo(t, pdf)
			assert.Contains(t, info, "841.9", "A4 landscape is 842 points wide")
			assert.Contains(t, strings.Join(strings.Fields(text), ""), "港内の倉庫")
		})
	}
}

// pdfInfo asks poppler about a PDF; without it the test is skipped.
func pdfInfo(t *testing.T, pdf []byte) (info, text string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no poppler on this machine")
	}
	path := filepath.Join(t.TempDir(), "out.pdf")
	require.NoError(t, os.WriteFile(path, pdf, 0o644))
	i, err := exec.Command("pdfinfo", path).Output()
	require.NoError(t, err)
	x, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	require.NoError(t, err)
	return string(i), string(x)
}
