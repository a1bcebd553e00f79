package schema

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// otherNumber are forms that some YAML reader takes for something else than text: YAML 1.1 (PyYAML) has more of them than 1.2.
var otherNumber = regexp.MustCompile(`^[-+.]?[0-9]|^[-+]?\.(?:[0-9_]|inf|Inf|INF|nan|NaN|NAN)`)

// otherWord says whether some YAML reader takes a word for something else than text.
func otherWord(s string) bool {
	if len(s) > len("false") {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<":
		return true
	}
	return false
}

// plainText reports whether a text can stand without quotes, in a list or mapping on one line if flow is set, and mean the
// same to every YAML reader.
func plainText(s string, flow bool) bool {
	if s == "" || otherWord(s) {
		return false
	}
	if strings.IndexByte("+-.0123456789", s[0]) >= 0 && otherNumber.MatchString(s) && !proseNumber(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`=<", first) || unicode.IsSpace(first) || unicode.IsSpace(last) || last == ':' {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasPrefix(s, "...") {
		return false
	}
	if flow && strings.ContainsAny(s, ",[]{}:?#'\"") {
		return false
	}
	for _, r := range s {
		if !safeRune(r) {
			return false
		}
	}
	return true
}

// proseNumber reports whether a text that starts as a number goes on as prose or a label, such as 2024年度 or 3/オ: a letter
// beyond ASCII or a slash is in no number and no date of any YAML version.
func proseNumber(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r == '/' || r == '(' || r > unicode.MaxASCII })
}

// safeRune reports whether a character may stand in a file as it is: no control character, no line break of any Unicode
// kind, no mark that turns the direction of text or hides, so that what a person reviews is what is there.
func safeRune(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r >= 0x3000 && r < 0xd800: // most of what there is
		return true
	case r == '\u2028', r == '\u2029', r == '\ufffe', r == '\uffff', r == unicode.ReplacementChar:
		return false
	case r == '\u200c', r == '\u200d': // they join letters and emoji
		return true
	}
	return !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

// literalText reports whether a text of several lines can stand as a block after `|`: lines as they are, no white space
// that an editor would take away.
func literalText(s string) bool {
	if s = strings.TrimSuffix(s, "\n"); !strings.Contains(s, "\n") {
		return false
	}
	lines := strings.Split(s, "\n")
	if lines[0] == "" || lines[len(lines)-1] == "" {
		return false
	}
	for i, l := range lines {
		if l == "" {
			continue
		}
		if l != strings.TrimRight(l, " \t") || strings.Contains(l, "\t") || i == 0 && l[0] == ' ' || strings.TrimSpace(l) == "" {
			return false
		}
		for _, r := range l {
			if !safeRune(r) {
				return false
			}
		}
	}
	return true
}

// quoted writes a text in double quotes, everything that is not safe as an escape.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case safeRune(r) || r == unicode.ReplacementChar:
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// scalarText writes a scalar on one line. A value that is not text (a number, true, null) stands as it was written.
func scalarText(n *yaml.Node, flow bool) string {
	if n.Tag != "!!str" {
		if n.Tag == "!!null" {
			return "null"
		}
		return n.Value
	}
	if plainText(n.Value, flow) {
		return n.Value
	}
	return quoted(n.Value)
}
