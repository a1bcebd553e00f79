package read

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

// Text of a table whose results have a column of their own, and no marker, ends in an error and not in a wrong edition.
func TestPageTextOfSeparateColumns(t *testing.T) {
	text := "番号  施策名     担当     令和5年度計画       令和5年度実績        令和6年度計画\n" +
		"1     橋の補修   国土交通省  橋を塗り直す。       橋を塗り直した。     点検を続ける。\n"
	path := filepath.Join(t.TempDir(), "roadmap.txt")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	_, err := File(context.Background(), path, Options{})
	require.ErrorContains(t, err, "profile reiwa-roadmap has a column each")
	assert.ErrorContains(t, err, "read the PDF")
}
