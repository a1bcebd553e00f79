package read

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// fuzzFormat reads any bytes as one format: it ends in an edition that can be written and loaded again, or in an error.
func fuzzFormat(f *testing.F, format string, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, row := range Formats {
			if row.Name != format {
				continue
			}
			d, err := row.read(context.Background(), []document{{"fuzz", b}}, Profiles(), Options{})
			if err != nil {
				require.NotEmpty(t, err.Error())
				return
			}
			e := d.edition
			if e == nil {
				e = assemble(d.parts, d.profile)
			}
			out, err := schema.Marshal(e)
			require.NoError(t, err)
			_, err = schema.Parse("fuzz", out)
			require.NoError(t, err)
		}
	})
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, "csv", []byte("施策名,担当,令和5年度計画,令和5年度実績,令和6年度計画\n橋,国土交通省,\"塗る。\n直す。\",塗った。,塗る。\n"), []byte("a;b\n\"c"))
}

func FuzzHTML(f *testing.F) {
	page, err := os.ReadFile("testdata/pdf/roadmap.html")
	require.NoError(f, err)
	fuzzFormat(f, "html", page, []byte("<table><tr><td rowspan=9 colspan=9>計画<table>"))
}

func FuzzYAML(f *testing.F) {
	edition, err := os.ReadFile("testdata/pdf/roadmap.yaml")
	require.NoError(f, err)
	fuzzFormat(f, "yaml", edition, []byte("version: 1\nid: a\nsections: [&a {id: *a}]"))
}

func FuzzXLSX(f *testing.F) {
	fuzzFormat(f, "xlsx", zipOf(f, map[string]string{"xl/workbook.xml": "<workbook/>"}), []byte("PK\x03\x04"))
}

func FuzzDOCX(f *testing.F) {
	fuzzFormat(f, "docx", zipOf(f, map[string]string{"word/document.xml": "<document><body><p><r><t>計画</t></r></p><tbl><tr><tc/></tr></tbl></body></document>"}), []byte("PK\x03\x04"))
}
