// Package diff says what became of each commitment of a yearly plan.
package diff
