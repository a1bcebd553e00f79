package read

import "context"

func decodePages(ctx context.Context, pages []textPage, p *Profile, progress func(done, total int)) ([]part, error) {
	return nil, ctx.Err()
}
