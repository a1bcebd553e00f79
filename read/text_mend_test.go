package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A justified line of a few characters comes as a line per character; the address that drove it apart need not have fitted.
func TestSpreadLineIsOneLine(t *testing.T) {
	var lines []docLine
	for _, text := range []string{"訓練を実施した。", "詳", "細", "は", "https://www.example.jp/plan/index.html", "う", "・", "。"} {
		lines = append(lines, docLine{textLine: textLine{text: text}})
	}
	var got []string
	for _, l := range mendSpread(lines) {
		got = append(got, l.text)
	}
	assert.Equal(t, []string{"訓練を実施した。", "詳 細 は", "https://www.example.jp/plan/index.html", "う", "・", "。"}, got)

	p := Profiles()[1]
	spread, address := newPiece(p, "詳 細 は", 1, 0), newPiece(p, "https://www.example.jp/plan/index.html", 2, 0)
	assert.True(t, spread.justified && spread.stacked)
	m := &model{}
	short := newPiece(p, "詳細は", 1, 0)
	assert.Equal(t, 0.5, m.broken(short, address, 28), "the address did not fit")
	assert.Less(t, m.broken(short, newPiece(p, "掲載する。", 2, 0), 28), -5.0, "a short line is not broken before other text")
}
