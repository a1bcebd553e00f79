// Package report writes what plandiff found so that people can read it, print it and pass it on.
//
// In goes an [Input]: a comparison, a lineage or findings, exactly as their JSON holds them, and [Options]: language,
// filter, sort order, width. Out come the bytes of one format. Nothing else is looked at: no clock, no terminal, no
// locale, no file of the machine except the template directory that the caller names. The same input gives the same
// bytes, and a report made from comparison.json is the report that `plandiff diff` would have written itself.
//
//	comparison ─► Filter, Sort ─► View (cards, marked text, counts) ─┬─► text, markdown, html
//	                                                                 ├─► taisho: html, docx, xlsx
//	                                                                 └─► tables ─► csv, jsonl, xlsx
//
// A worked example: to write the terminal report of a comparison in English, 120 columns wide,
//
//	err := report.Write(os.Stdout, "text", report.Input{Comparison: c}, report.Options{Lang: "en", Width: 120})
//
// [Formats] is the registry. Adding a format is a file with one function, a row there and a golden; the help of the
// command, docs/formats.md and the error for an unknown name follow from the row.
//
// How text is marked. A column is shown as printed, and two things are marked in it at once: what changed from plan to
// next plan (the edits of each commitment), and the quotes that decided a flag (the evidence). The two overlap freely.
// Every passage is therefore cut into flat runs, each with its own edit and its own evidence, and no format ever has to
// nest one mark in another: see mark.go.
//
// Limits. The texts come from strangers' documents. Each format makes them inert in its own way: html/template escapes,
// XML is encoded, a spreadsheet cell is always a string and never a formula, and terminal control characters and
// bidirectional overrides are shown as <U+202E> instead of being sent. A cell of a workbook holds 32,767 characters at
// most; longer texts are cut there with a remark.
package report
