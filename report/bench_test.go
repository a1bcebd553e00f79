package report

import (
	"io"
	"testing"
)

func BenchmarkHTML(b *testing.B)       { benchmark(b, "html") }
func BenchmarkXLSX(b *testing.B)       { benchmark(b, "xlsx") }
func BenchmarkTaishoXLSX(b *testing.B) { benchmark(b, "taisho-xlsx") }
func BenchmarkTaishoDocx(b *testing.B) { benchmark(b, "taisho-docx") }

// benchmark renders comparisons of the sizes that documents have.
func benchmark(b *testing.B, format string) {
	for name, n := range map[string]int{"items=500": 500} {
		c := many(n)
		b.Run(name, func(b *testing.B) {
			counter := &size{}
			for b.Loop() {
				counter.n = 0
				if err := Write(io.MultiWriter(counter), format, Input{Comparison: c}, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(counter.n), "bytes")
		})
	}
}

// size counts what is written.
type size struct{ n int }

func (s *size) Write(p []byte) (int, error) {
	s.n += len(p)
	return len(p), nil
}
