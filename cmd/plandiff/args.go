package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"plandiff/schema"
)

// takes says how many arguments a command takes, at most any number if most is below 0, and what they are: what is missing or
// too much is told with an example.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		name := strings.TrimPrefix(cmd.CommandPath(), "plandiff ")
		switch {
		case len(args) < least:
			return fmt.Errorf("%s needs %s%s", name, what, example(cmd))
		case most >= 0 && len(args) > most && most == 0:
			return fmt.Errorf("%s takes no arguments, and here is %q%s", name, args[0], example(cmd))
		case most >= 0 && len(args) > most:
			return fmt.Errorf("%s takes %s, and here is %q too%s", name, what, args[most], example(cmd))
		}
		return nil
	}
}

// example is the first example of the command itself, as the end of an error message.
func example(cmd *cobra.Command) string {
	for line := range strings.Lines(cmd.Example) {
		if line, _, _ = strings.Cut(strings.TrimSpace(line), "  #"); strings.HasPrefix(line, cmd.CommandPath()+" ") {
			return ": " + strings.TrimSpace(line)
		}
	}
	return ": " + cmd.CommandPath() + " --help"
}

// subcommand is for a command that has subcommands and takes nothing else.
func subcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("unknown command %q for %q: %s", args[0], cmd.CommandPath(), meant(args[0], names))
}

// meant names what there is in place of an unknown word, the likeliest first.
func meant(got string, have []string) string {
	list := "have " + strings.Join(have, ", ")
	near := schema.Nearest(got, have)
	if near == "" {
		if i := slices.IndexFunc(have, func(name string) bool { return strings.HasPrefix(name, got) }); i >= 0 && got != "" {
			near = have[i]
		}
	}
	if near != "" {
		return fmt.Sprintf("did you mean %q? %s", near, list)
	}
	return list
}

// needs makes flags required. What is missing is told with an example.
func needs(cmd *cobra.Command, names ...string) {
	for _, name := range names {
		_ = cmd.MarkFlagRequired(name) // the flag exists: no error; completion offers it first
	}
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		var missing []string
		for _, name := range names {
			if f := cmd.Flags().Lookup(name); !f.Changed {
				of, _ := pflag.UnquoteUsage(f)
				missing = append(missing, "--"+name+" "+of)
			}
		}
		if len(missing) == 0 {
			return nil
		}
		return errors.New(strings.TrimPrefix(cmd.CommandPath(), "plandiff ") + " needs " + strings.Join(missing, " and ") + example(cmd))
	}
}

// shells mends the completion command, which takes an unknown shell for a wish for help.
func shells(root *cobra.Command) {
	root.InitDefaultCompletionCmd("x") // as if something had been typed: cobra leaves it out otherwise
	if c, _, err := root.Find([]string{"completion"}); err == nil && c != root {
		c.Args, c.RunE = subcommand, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	}
	root.InitDefaultHelpCmd()
	if c, _, err := root.Find([]string{"help"}); err == nil && c != root {
		show := c.Run
		c.Run, c.RunE = nil, func(cmd *cobra.Command, args []string) error {
			if of, rest, err := root.Find(args); err != nil || of == nil {
				return subcommand(root, args)
			} else if len(rest) > 0 && of.HasSubCommands() {
				return subcommand(of, rest)
			}
			show(cmd, args)
			return nil
		}
	}
}
