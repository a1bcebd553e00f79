package diff_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/schema"
)

// The cost of a history grows with the number of items, not with its square. BenchmarkHistory in cmd/plandiff measures the whole command.
func BenchmarkTrace(b *testing.B) {
	for _, n := range []int{500, 2000, 6000, 20000} {
		old, new := fixtures.Years(n, n)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l, err := diff.Trace([]*schema.Edition{old, new}, diff.TraceOptions{})
				require.NoError(b, err)
				require.GreaterOrEqual(b, len(l.Threads), n)
			}
		})
	}
}
