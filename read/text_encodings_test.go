package read

import (
	"strings"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// encoders are the ways in which page text comes as bytes.
var encoders = map[string]func(string) ([]byte, error){
	"CRLF":      func(s string) ([]byte, error) { return []byte(strings.ReplaceAll(s, "\n", "\r\n")), nil },
	"UTF-8 BOM": func(s string) ([]byte, error) { return []byte("\uFEFF" + s), nil },
	"UTF-16": func(s string) ([]byte, error) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
	},
	"Shift_JIS": func(s string) ([]byte, error) { return japanese.ShiftJIS.NewEncoder().Bytes([]byte(s)) },
}
