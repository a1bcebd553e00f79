package words

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"plandiff/lang"
)

// Runes of tokens skip the surrogates, which become U+FFFD in a string, and end at the last rune.
func TestRuneOf(t *testing.T) {
	assert.Equal(t, rune(1), runeOf(0))
	assert.Equal(t, rune(0xD7FF), runeOf(0xD7FE))
	assert.Equal(t, rune(0xE000), runeOf(0xD7FF))
	assert.Equal(t, rune(lastRune), runeOf(1<<21))
	for _, n := range []int{0, 0xD7FE, 0xD7FF, 0x10F7FE, 0x10F7FF, 1 << 30} {
		assert.True(t, utf8.ValidRune(runeOf(n)), "n=%#x", n)
	}
}

// Past the last rune different texts share it; they must not come out as equal.
func TestSharedLastRune(t *testing.T) {
	names := alphabet{}
	for n := range 0x10F800 {
		names[string(rune(n%0xD000+1))+string(rune(n/0xD000+1))] = runeOf(n)
	}
	assert.Equal(t, names.runes([]string{"x past the end"}), names.runes([]string{"another past the end"}))
	c := comparison{a: side{tokens: nil}, b: side{}}
	c.a.tokens, c.b.tokens = tokens("x"), tokens("y")
	c.a.match, c.b.match = []int{-1}, []int{-1}
	c.pair(0, 0)
	assert.Equal(t, []int{-1}, c.a.match)
}

func tokens(texts ...string) []lang.Token {
	out := make([]lang.Token, len(texts))
	for i, t := range texts {
		out[i] = lang.Token{Text: t, Norm: t, Class: lang.Latin}
	}
	return out
}
