package pdf

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages bounds what one instance may take, in pages of 64 KB: a hostile file fails alone and not the machine.
const memoryPages = 12288 // 768 MB

// engine is PDFium in its sandbox: compiled once, instantiated once per goroutine.
//
// go-pdfium hosts it: it embeds the module and gives it what it imports. Its Go calls, though, take a dozen crossings and
// allocations for each question, and a page asks five questions of each of 2,000 characters. So the module itself is taken
// from a listener on FPDF_InitLibrary, which every new instance calls once, and its exported functions are called with one
// scratch buffer (see instance).
type engine struct {
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	module api.Module // of the instance that was started last
}

// startEngine compiles PDFium, or takes it compiled from cacheDir ("": compile each time); fonts may be nil.
func startEngine(cacheDir string, workers int, fonts fs.FS) (*engine, error) {
	e := &engine{}
	// Exceptions: PDFium's JPEG and PNG codecs are built with setjmp. Without this wazero says "tag section not supported".
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if cacheDir != "" {
		// A folder that cannot be written is no reason to fail: PDFium is compiled anew then.
		if cache, err := wazero.NewCompilationCacheWithDir(cacheDir); err == nil {
			e.cache = cache
			config = config.WithCompilationCache(cache)
		}
	}
	files := wazero.NewFSConfig() // nothing is mounted but the fallback font
	if fonts != nil {
		files = files.WithFSMount(fonts, "/")
	}
	ctx := experimental.WithCompilationWorkers(context.Background(), 2)
	ctx = experimental.WithFunctionListenerFactory(ctx, startListener{e})
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxTotal: workers, MaxIdle: workers,
		FSConfig: files, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	e.pool = pool
	return e, nil
}

func (e *engine) close() {
	_ = e.pool.Close() // nothing to be done about it, and nothing lost
	if e.cache != nil {
		_ = e.cache.Close(context.Background())
	}
}

// startListener notes the module whose FPDF_InitLibrary runs.
type startListener struct{ e *engine }

func (l startListener) NewFunctionListener(def api.FunctionDefinition) experimental.FunctionListener {
	for _, name := range def.ExportNames() {
		if name == "FPDF_InitLibrary" {
			return l
		}
	}
	return nil
}

func (l startListener) Before(_ context.Context, m api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
	l.e.module = m
}
func (startListener) After(context.Context, api.Module, api.FunctionDefinition, []uint64) {}
func (startListener) Abort(context.Context, api.Module, api.FunctionDefinition, error)    {}

// DefaultCacheDir is where compiled PDFium is kept between runs: plandiff/pdfium in the user's cache directory, "" where
// there is none.
func DefaultCacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "plandiff", "pdfium")
}
