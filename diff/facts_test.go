package diff_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Facts and what looks like them, side by side.
func TestFacts(t *testing.T) {
	rows := []struct {
		what, plan, results, next string
		want                      []string
	}{
		{"引き続き alone", "総務省において、読書会を開催する。", "開催した。", "引き続き、総務省において、読書会を開催する。", []string{"verbatim"}},
		{"who acts is no longer named", "総務省において、読書会を開催する。", "開催した。", "引き続き、読書会を開催する。", nil},
		{"a ministry joins", "総務省において、読書会を開催する。", "開催した。", "総務省及び法務省において、読書会を開催する。", []string{"ministry-added"}},
		{"a ministry joins as a partner in the act", "総務省は、読書会を開催する。", "開催した。", "総務省は、法務省と共同で、読書会を開催する。", []string{"ministry-added"}},
		{"a ministry to cooperate with", "総務省において、読書会を開催する。", "開催した。", "法務省と連携し、総務省において、読書会を開催する。", nil},
		{"the next round of a yearly act", "2024年９月までに、司書の研修を行う。", "研修を行った。", "2025年９月までに、司書の研修を行う。", []string{"verbatim"}},
		{"a target year jumps", "2028年までに照明を替える。", "照明を替えた。", "2030年までに照明を替える。", []string{"deadline-later"}},
		{"at the latest", "防火計画を改定する。", "改定の作業を進めている。", "防火計画を遅くとも2026年度には改定する。", []string{"deadline-added"}},
		{"counted with の", "出前授業を100の学校で行う。", "行った。", "出前授業を150の学校で行う。", []string{"target-raised"}},
		{"counted with つの", "読書会を３地域で開催する。", "開催した。", "読書会を５つの地域で開催する。", []string{"target-raised"}},
		{"how often, said by a word", "移動図書館の巡回を行う。", "巡回を行った。", "移動図書館の巡回を毎週行う。", nil},
		{"brought in, running, used from now on", "予約窓口を導入することにより、来館者を支援する。", "予約窓口の運用を開始した。", "予約窓口を利用する来館者の増加を図る。", []string{"stage-forward"}},
		{"brought in, and not said to run", "予約窓口を導入することにより、来館者を支援する。", "予約窓口の仕様を決めた。", "予約窓口を利用する来館者の増加を図る。", nil},
		{"how often, said by a number", "移動図書館の巡回を行う。", "巡回を行った。", "移動図書館の巡回を月２回行う。", []string{"target-added"}},
	}
	for _, r := range rows {
		t.Run(r.what, func(t *testing.T) {
			item := itemOf("ア", r.plan, r.results, r.next)
			item.Ministries = []string{"総務省"}
			var got []string
			for _, f := range compare(t, "ja", item)[0].Facts {
				got = append(got, string(f))
			}
			assert.Equal(t, r.want, got)
		})
	}
}
