package check

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// BenchmarkCheck is a check of an edition against the one before with all that comes with it: loading, both comparisons, the
// lineage, the rules. rules=only is what the rules take of it.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{100, 500, 2000} {
		p := generate(n, 1)
		text, err := schema.Marshal(p.newer)
		require.NoError(b, err)
		var in Input
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			for b.Loop() {
				e, err := schema.Parse("new.yaml", text)
				require.NoError(b, err)
				in = Input{Edition: e, Source: text, Older: []*schema.Edition{p.older}}
				in.Comparison, err = diff.Compare(e, diff.Options{})
				require.NoError(b, err)
				in.Before, err = diff.Compare(p.older, diff.Options{})
				require.NoError(b, err)
				in.Lineage, err = diff.Trace([]*schema.Edition{p.older, e}, diff.TraceOptions{Comparisons: []*diff.Comparison{in.Before, in.Comparison}})
				require.NoError(b, err)
				_, err = Run(in, Options{})
				require.NoError(b, err)
			}
		})
		b.Run(fmt.Sprintf("rules=only/items=%d", n), func(b *testing.B) {
			for b.Loop() {
				_, err := Run(in, Options{})
				require.NoError(b, err)
			}
		})
	}
}
