package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// drawing reads rulings from a picture: one column of it is 10 points wide, one row 20 high; - = horizontal, | vertical,
// + both.
func drawing(picture string) []ruling {
	var out []ruling
	rows := strings.Split(strings.Trim(picture, "\n"), "\n")
	at := func(r, c int) byte {
		if r < 0 || r >= len(rows) || c < 0 || c >= len(rows[r]) {
			return ' '
		}
		return rows[r][c]
	}
	for r := range rows {
		for c := range len(rows[r]) {
			x, y := float64(c)*10, float64(r)*20
			if strings.IndexByte("-+", at(r, c)) >= 0 && strings.IndexByte("-+", at(r, c+1)) >= 0 {
				out = append(out, ruling{false, y, x, x + 10})
			}
			if strings.IndexByte("|+", at(r, c)) >= 0 && strings.IndexByte("|+", at(r+1, c)) >= 0 {
				out = append(out, ruling{true, x, y, y + 20})
			}
		}
	}
	return out
}

// shape writes a grid's cells by the rows and columns that they span.
func shape(gs []Grid) string {
	var all []string
	span := func(a, b int) string {
		if a == b {
			return fmt.Sprint(a)
		}
		return fmt.Sprintf("%d-%d", a, b)
	}
	for _, g := range gs {
		var cells []string
		for _, c := range g.Cells {
			cells = append(cells, span(c.Row, c.LastRow)+","+span(c.Column, c.LastColumn))
		}
		if g.OpenBottom {
			cells = append(cells, "open bottom")
		}
		if g.OpenLeft {
			cells = append(cells, "open left")
		}
		if g.OpenRight {
			cells = append(cells, "open right")
		}
		all = append(all, strings.Join(cells, " "))
	}
	return strings.Join(all, " / ")
}

func TestGrids(t *testing.T) {
	for name, c := range map[string]struct{ picture, want string }{
		"four cells": {`
+---+---+
|   |   |
+---+---+
|   |   |
+---+---+`, "0,0 0,1 1,0 1,1"},
		"a missing inner edge merges": {`
+---+---+---+
|   |       |
+---+---+---+
|   |   |   |
|   +---+---+
|   |   |   |
+---+---+---+`, "0,0 0,1-2 1-2,0 1,1 1,2 2,1 2,2"},
		"it goes on overleaf": {`
+---+---+
|   |   |
+---+---+
|   |   |
|   |   |`, "0,0 0,1 1,0 1,1 open bottom"},
		"no lines at the sides": {`
---+---+---
   |   |
---+---+---
   |   |
---+---+---`, "0,0 0,1 0,2 1,0 1,1 1,2 open left open right"},
		"a row that takes the page": {`
|   |   |
|   |   |
|   |   |`, "0,0 0,1 open bottom"},
		"two tables": {`
+---+
|   |
+---+

+---+---+
|   |   |
+---+---+`, "0,0 / 0,0 0,1"},
		"a table in a cell is that cell's": {`
+-------------+---+
|             |   |
|  +--+--+    |   |
|  |  |  |    |   |
|  +--+--+    |   |
|             |   |
+-------------+---+`, "0,0 0,1"},
		"a frame around a table is none": {`
+---------------+
|               |
|  +---+---+    |
|  |   |   |    |
|  +---+---+    |
|               |
+---------------+`, "0,0 0,1"},
		"an underline is none": {`
  ----

  --`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shape(grids(drawing(c.picture), nil)))
		})
	}
}

// Lines that cells draw for themselves, a border's thickness apart, are one line.
func TestSnap(t *testing.T) {
	got := snap([]ruling{
		{false, 10, 0, 50}, {false, 10.8, 51, 100}, // two cells' top edges
		{false, 10.4, 100, 150},
		{false, 30, 0, 50}, {false, 30, 60, 100}, // a gap stays a gap
		{true, 5, 0, 4}, {true, 5, 8, 12}, {true, 5, 16, 20}, // dots
		{true, 90, 0, 5}, // a stroke of a letter
	})
	var all []string
	for _, r := range got {
		all = append(all, fmt.Sprintf("%v %.1f %.0f-%.0f", r.vertical, r.at, r.from, r.to))
	}
	assert.Equal(t, []string{"false 10.4 0-150", "false 30.0 0-50", "false 30.0 60-100", "true 5.0 0-20"}, all)
}

// Every place of a grid lies in one cell.
func TestCellAt(t *testing.T) {
	g := grids(drawing("+--+--+\n|  |  |\n+--+--+"), nil)[0]
	assert.Equal(t, 0, g.cellAt(5, 10))
	assert.Equal(t, 1, g.cellAt(55, 39))
	assert.Equal(t, -1, g.cellAt(65, 10))
	assert.Equal(t, -1, g.cellAt(5, 41))
}
