package read

import (
	"fmt"
	"strconv"
	"strings"
)

// pageSet says which pages are wanted. The nil set wants all.
type pageSet []pageRange

type pageRange struct{ from, to int }

// parsePages reads "90-200,210": ranges and single pages, from 1; "90-" goes to the end. "" is all pages.
func parsePages(s string) (pageSet, error) {
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	var set pageSet
	for _, piece := range strings.Split(s, ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(piece), "-")
		a, errA := strconv.Atoi(from)
		b, errB := a, error(nil)
		if ranged {
			b = 1 << 30
			if to != "" {
				b, errB = strconv.Atoi(to)
			}
		}
		if errA != nil || errB != nil || a < 1 || b < a {
			return nil, fmt.Errorf("pages %q: want ranges and pages from 1, such as 90-200,210", s)
		}
		set = append(set, pageRange{a, b})
	}
	return set, nil
}

// has says whether page n is wanted.
func (s pageSet) has(n int) bool {
	if s == nil {
		return true
	}
	for _, r := range s {
		if n >= r.from && n <= r.to {
			return true
		}
	}
	return false
}
