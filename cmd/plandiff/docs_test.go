package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/check"
	"plandiff/diff"
	"plandiff/read"
)

const generated = "<!-- Made from the registries by `make docs`: do not edit. -->\n\n"

// TestDocsAreUpToDate makes docs/rules.md and cli.md from the registries and compares; -update writes them.
func TestDocsAreUpToDate(t *testing.T) {
	for name, content := range map[string]string{
		"rules.md": rulesPage(),
		"cli.md":   cliPage(),
	} {
		path := filepath.Join("../../docs", name)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
			continue
		}
		have, err := os.ReadFile(path)
		require.NoError(t, err, "run `make docs`")
		assert.Truef(t, content == string(have), "docs/%s is behind the registries: run `make docs`", name)
	}
}

// TestReadmeShowsWhatItPrints: the sample in the README is what the command above it prints.
func TestReadmeShowsWhatItPrints(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, after, ok := strings.Cut(string(b), "(one item of it):\n\n```\n")
	require.True(t, ok)
	sample, _, ok := strings.Cut(after, "```")
	require.True(t, ok)
	var out, talk bytes.Buffer
	code := run(context.Background(), strings.NewReader(""), &out, &talk, []string{"diff", "../../fixtures/editions/2023.yaml", "../../fixtures/editions/2024.yaml", "--lang", "en"})
	require.Zero(t, code, talk.String())
	assert.Contains(t, out.String(), sample)
}

func rulesPage() string {
	var b strings.Builder
	b.WriteString("# The rules\n\n" + generated)
	b.WriteString("`plandiff rules` lists them, `plandiff explain RULE` shows one with its worked example.\n\n")
	b.WriteString("## Flags: what became of each commitment\n\nThe evidence of every flag names one of these rules (`diff/rules*.go`). " +
		"Mirror: what fires when plan and next plan are swapped.\n\n| rule | for | what it looks for | mirror |\n|---|---|---|---|\n")
	for _, r := range diff.Rules() {
		mirror := "`" + r.Mirror + "`"
		if r.Mirror == "" {
			mirror = "none: " + r.Waiver
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.ID, r.For, cell(r.Doc), cell(mirror))
	}
	b.WriteString("\n## Check: what is wrong with an edition\n\n`plandiff check` reports these (`check/*.go`). Levels are the standard preset's; " +
		"`.plandiff.yaml` sets them.\n\n| rule | level | what it looks for |\n|---|---|---|\n")
	for _, r := range check.Rules() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.ID, r.Level, cell(r.Doc))
	}
	return b.String()
}

// inputs lists what read takes: part of the page on commands, as formats.md is report's own.
func inputs() string {
	var b strings.Builder
	b.WriteString("\nWhat it reads; `diff`, `check` and `history` take all of these too. Content decides, not only the name:\n\n| format | what |\n|---|---|\n")
	for _, f := range read.Formats {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f.Name, cell(f.Doc))
	}
	b.WriteString("\nProfiles; `auto`, the default, takes the one that fits best and says which:\n\n| profile | documents |\n|---|---|\n")
	for _, p := range read.Profiles() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", p.Name, cell(p.Doc))
	}
	return b.String()
}

func cliPage() string {
	var b strings.Builder
	b.WriteString("# The commands\n\n" + generated)
	b.WriteString("Exit codes: 0 done, nothing to report; 1 findings at or above `--fail-on` (`check`), changes (`diff --exit-code`), files to format (`fmt --check`); " +
		"2 trouble: usage, unreadable input, bad configuration. Standard output is data, standard error is talk.\n")
	var page func(cmd *cobra.Command)
	page = func(cmd *cobra.Command) {
		fmt.Fprintf(&b, "\n## %s\n\n", cmd.CommandPath())
		text := cmd.Long
		if text == "" {
			text = cmd.Short + "."
		}
		fmt.Fprintf(&b, "%s\n\n```\n%s\n```\n", text, cmd.UseLine())
		if cmd.Example != "" {
			fmt.Fprintf(&b, "\n```\n%s\n```\n", strings.TrimRight(cmd.Example, "\n"))
		}
		if flags := cmd.NonInheritedFlags().FlagUsages(); flags != "" {
			fmt.Fprintf(&b, "\n```\n%s```\n", flags)
		}
		if cmd.Name() == "read" {
			b.WriteString(inputs())
		}
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				page(sub)
			}
		}
	}
	for _, cmd := range commands(&env{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard}) {
		root := &cobra.Command{Use: "plandiff"}
		root.AddCommand(cmd)
		page(cmd)
	}
	return b.String()
}

// cell keeps text inside one cell of a Markdown table.
func cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}
