package pdf

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// instance is one PDFium with its own memory, used by one goroutine. Its methods are the C functions of their names; handles
// are addresses in its memory, 0 for none.
type instance struct {
	host    pdfium.Pdfium
	module  api.Module
	calls   map[string]api.Function
	hot     hotCalls
	stack   [8]uint64
	scratch uint32 // 64 bytes that functions write their answers to
	failed  error  // the first trap: an instance is not used after one
}

// hotCalls are asked of each character.
type hotCalls struct {
	unicode, origin, looseBox, textObject api.Function
}

// start makes a new instance of the engine's module. Not for use by two goroutines at once.
func (e *engine) start() (*instance, error) {
	host, err := e.pool.GetInstance(time.Minute)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	in := &instance{host: host, module: e.module, calls: map[string]api.Function{}}
	in.hot = hotCalls{
		unicode: in.function("FPDFText_GetUnicode"), origin: in.function("FPDFText_GetCharOrigin"),
		looseBox: in.function("FPDFText_GetLooseCharBox"), textObject: in.function("FPDFText_GetTextObject"),
	}
	in.scratch = in.alloc(64)
	return in, in.failed
}

func (in *instance) close() { _ = in.host.Close() }

// function looks an exported function up once.
func (in *instance) function(name string) api.Function {
	f, ok := in.calls[name]
	if !ok {
		f = in.module.ExportedFunction(name)
		if f == nil && in.failed == nil {
			in.failed = fmt.Errorf("this build of PDFium has no %s", name)
		}
		in.calls[name] = f
	}
	return f
}

// call calls the function of that name and gives its result, 0 after a trap.
func (in *instance) call(name string, args ...uint64) uint64 {
	return in.invoke(in.function(name), args...)
}

func (in *instance) invoke(f api.Function, args ...uint64) uint64 {
	if in.failed != nil || f == nil {
		return 0
	}
	in.stack[0] = 0
	n := max(copy(in.stack[:], args), 1)
	if err := f.CallWithStack(context.Background(), in.stack[:n]); err != nil {
		in.failed = fmt.Errorf("PDFium stopped: %w", err)
		return 0
	}
	return in.stack[0]
}

func (in *instance) alloc(n int) uint32 { return uint32(in.call("malloc", uint64(n))) }

// load puts b into the instance's memory, with a zero byte after it.
func (in *instance) load(b []byte) uint32 {
	p := in.alloc(len(b) + 1)
	if p == 0 || !in.module.Memory().Write(p, b) || !in.module.Memory().WriteByte(p+uint32(len(b)), 0) {
		if in.failed == nil {
			in.failed = fmt.Errorf("no room for a document of %d bytes", len(b))
		}
		return 0
	}
	return p
}

// double and float read the scratch buffer's n-th 8- and 4-byte number.
func (in *instance) double(n uint32) float64 {
	v, _ := in.module.Memory().ReadUint64Le(in.scratch + 8*n)
	return math.Float64frombits(v)
}

func (in *instance) float(n uint32) float64 {
	v, _ := in.module.Memory().ReadUint32Le(in.scratch + 4*n)
	return float64(math.Float32frombits(v))
}

func (in *instance) uint(n uint32) uint32 {
	v, _ := in.module.Memory().ReadUint32Le(in.scratch + 4*n)
	return v
}
