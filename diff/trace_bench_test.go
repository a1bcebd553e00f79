package diff_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// years makes two editions of n items with some 300 characters a column; the newer one reprints the older one's plans.
func years(n int) (old, new *schema.Edition) {
	w := newWriter(rand.New(rand.NewPCG(uint64(n), 7)))
	old = &schema.Edition{ID: "old", Language: "ja", Years: schema.Years{Plan: 2022, NextPlan: 2023}}
	new = &schema.Edition{ID: "new", Language: "ja", Years: schema.Years{Plan: 2023, NextPlan: 2024}}
	for s := 0; s*20 < n; s++ {
		a := schema.Section{ID: fmt.Sprint(s + 1), Number: fmt.Sprint(s + 1), Title: w.title()}
		b := a
		for i := 0; i < 20 && s*20+i < n; i++ {
			item := schema.Item{ID: fmt.Sprintf("%d/%d", s+1, i+1), Label: fmt.Sprint(i + 1), Ministries: []string{w.ministry()}}
			item.Plan = w.plan(4)
			item.Results, item.NextPlan = w.reworded(item.Plan), w.reworded(item.Plan)
			next := item
			next.Plan = item.NextPlan
			next.Results, next.NextPlan = w.reworded(next.Plan), w.reworded(next.Plan)
			a.Items, b.Items = append(a.Items, item), append(b.Items, next)
		}
		old.Sections, new.Sections = append(old.Sections, a), append(new.Sections, b)
	}
	return old, new
}

func BenchmarkTrace(b *testing.B) {
	for _, n := range []int{500, 2000, 6000} {
		old, new := years(n)
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
