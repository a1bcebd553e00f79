package read

import (
	"context"
	"errors"
)

// matchText takes what holds no control bytes for text.
func matchText(head []byte, name string) int {
	return 1
}

func readText(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	return decoded{}, errors.New("page text is not read yet")
}
