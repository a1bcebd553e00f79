package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// env is what a command may touch of the world: its streams and the flags that all commands share.
type env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	quiet          bool
	configPath     string
	stdinRead      bool
}

// note tells a person something on standard error; --quiet silences it. Errors do not go this way.
func (e *env) note(format string, args ...any) {
	if !e.quiet {
		fmt.Fprintf(e.Stderr, format+"\n", args...)
	}
}

// width returns the columns of the terminal that w is, or 0 where it is none.
func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 80
	}
	return n
}

// color says whether w wants colour: a terminal, and no NO_COLOR (https://no-color.org).
func color(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && width(w) > 0
}

// height returns the rows of the terminal that w is, 24 where they are unknown.
func height(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if _, rows, err := term.GetSize(int(f.Fd())); err == nil {
			return rows
		}
	}
	return 24
}
