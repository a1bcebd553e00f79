package review

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/gofrs/flock"

	"plandiff/schema"
)

// Load reads a reviews file. A file that is not there yet is one without annotations.
func Load(path string) (*schema.Reviews, error) {
	r, err := schema.LoadReviews(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &schema.Reviews{Version: 1, File: path}, nil
	}
	return r, err
}

// Draft is a reviews file that is being edited: what Update gives to its function.
type Draft struct {
	Reviews *schema.Reviews // as it stands now; change it with Add, AddLines and Set only
	bytes   []byte
}

// empty is a file that has no annotation yet, with the line by which editors complete and check.
const empty = "# yaml-language-server: $schema=reviews.schema.json\nversion: 1\nannotations: []\n"

// NewDraft starts from the bytes of a reviews file, or from nothing.
func NewDraft(name string, b []byte) (*Draft, error) {
	if b == nil {
		b = []byte(empty)
	}
	r, err := schema.ParseReviews(name, b)
	if err != nil {
		return nil, err
	}
	return &Draft{r, b}, nil
}

// Bytes is the file as edited so far.
func (d *Draft) Bytes() []byte { return d.bytes }

// Find returns the annotation of that id, nil if there is none.
func (d *Draft) Find(id string) *schema.Annotation {
	i := d.index(id)
	if i < 0 {
		return nil
	}
	return &d.Reviews.Annotations[i]
}

func (d *Draft) index(id string) int {
	return slices.IndexFunc(d.Reviews.Annotations, func(a schema.Annotation) bool { return a.ID == id })
}

// Add appends an annotation and returns its id. One without an id gets one (see NewID).
func (d *Draft) Add(a schema.Annotation) (string, error) {
	if a.ID == "" {
		a.ID = NewID(a, func(id string) bool { return d.index(id) >= 0 })
	}
	r, err := render(a)
	if err != nil {
		return "", err
	}
	return a.ID, d.addLines([]schema.Annotation{a}, r.lines, 0)
}

// AddAll appends annotations that have their ids, in one go.
func (d *Draft) AddAll(as []schema.Annotation) error {
	var lines []string
	for _, a := range as {
		r, err := render(a)
		if err != nil {
			return err
		}
		lines = append(lines, r.lines...)
	}
	return d.addLines(as, lines, 0)
}

// addLines appends annotations in the lines given, whose dashes stand at column at: comments in them come along.
func (d *Draft) addLines(as []schema.Annotation, lines []string, at int) error {
	if len(as) == 0 {
		return nil
	}
	want := slices.Clone(d.Reviews.Annotations)
	for _, a := range as {
		if d.index(a.ID) >= 0 {
			return fmt.Errorf("annotation id %q stands in the file already", a.ID)
		}
		want = append(want, a)
	}
	return d.edit(want, func(t *text) error { return t.add(lines, at) })
}

// Set changes the annotation of a's id to a. Only the keys that differ are written.
func (d *Draft) Set(a schema.Annotation) error {
	i := d.index(a.ID)
	if i < 0 {
		return fmt.Errorf("no annotation %q in %s: `plandiff review list` shows the ids", a.ID, d.Reviews.File)
	}
	have := d.Reviews.Annotations[i]
	if same(have, a) {
		return nil
	}
	want := slices.Clone(d.Reviews.Annotations)
	want[i] = a
	return d.edit(want,
		func(t *text) error { return t.set(i, have, a) },
		func(t *text) error { return t.replace(i, a) })
}

// edit tries the ways to write a change, the gentlest first, then the same ways on the file laid out anew. A way counts
// only if the result loads, says exactly what is wanted, and has every comment it had: a splice that a strange layout
// leads astray must never reach the disk.
func (d *Draft) edit(want []schema.Annotation, ways ...func(*text) error) error {
	var errs []error
	for _, layout := range []bool{false, true} {
		src := d.bytes
		if layout {
			var err error
			if src, err = schema.Format(d.Reviews.File, src); err != nil {
				return errors.Join(append(errs, err)...)
			}
		}
		for _, way := range ways {
			r, b, err := attempt(d.Reviews.File, src, want, way)
			if err == nil {
				d.Reviews, d.bytes = r, b
				return nil
			}
			errs = append(errs, err)
		}
	}
	return fmt.Errorf("%s: cannot be edited without loss; nothing was changed: edit it by hand: %w", d.Reviews.File, errs[0])
}

func attempt(name string, src []byte, want []schema.Annotation, way func(*text) error) (*schema.Reviews, []byte, error) {
	t, err := parse(name, src)
	if err != nil {
		return nil, nil, err
	}
	if err := way(t); err != nil {
		return nil, nil, err
	}
	b := t.bytes()
	r, err := schema.ParseReviews(name, b)
	if err != nil {
		return nil, nil, err
	}
	if !slices.EqualFunc(r.Annotations, want, same) {
		return nil, nil, errors.New("the edited file would not say what it should")
	}
	lost, err := keepsComments(name, src, b)
	if err == nil && lost != "" {
		err = fmt.Errorf("the comment %q would be lost", lost)
	}
	if err != nil {
		return nil, nil, err
	}
	return r, b, nil
}

// ErrChanged is returned when someone else wrote the file while it was being edited, without asking for the lock.
var ErrChanged = errors.New("changed on disk since it was read; nothing was written: try again")

// Update edits a reviews file: reads it under a lock, lets edit change it, and puts the new file in the place of the old
// one in a single step, so that a program that is killed leaves the old file or the new one. What edit wants is on disk
// when Update returns without an error; with one, the file is as it was. Writers wait for each other, so none undoes what
// another wrote; an editor that knows nothing of the lock is noticed (ErrChanged). The reviews as written come back.
func Update(ctx context.Context, path string, edit func(*Draft) error) (*schema.Reviews, error) {
	target, err := resolve(path)
	if err != nil {
		return nil, err
	}
	unlock, err := lock(ctx, target)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer unlock()
	was, err := contents(target)
	if err != nil {
		return nil, err
	}
	d, err := NewDraft(path, was)
	if err != nil {
		return nil, err
	}
	if err := edit(d); err != nil {
		return nil, err
	}
	if was != nil && bytes.Equal(was, d.bytes) {
		return d.Reviews, nil
	}
	if err := write(target, was, d.bytes); err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return d.Reviews, nil
}

// contents is the file's bytes, nil where there is no file.
func contents(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if b == nil && err == nil {
		b = []byte{}
	}
	return b, err
}

// resolve follows symbolic links, so that the file is replaced and not the link to it.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return "", fmt.Errorf("%s: the folder must be there: %w", path, err)
	}
	return filepath.Join(dir, filepath.Base(abs)), nil
}

// patience is how long a writer waits for others. A write takes milliseconds.
const patience = 30 * time.Second

// lock keeps other writers out. Locked is the folder itself: a lock on the file would stay with the one that is replaced,
// and a file of its own would be litter. Windows cannot lock folders, so there it is a file beside.
func lock(ctx context.Context, target string) (unlock func(), err error) {
	l := flock.New(filepath.Dir(target), flock.SetFlag(os.O_RDONLY))
	if runtime.GOOS == "windows" {
		l = flock.New(target + ".lock")
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if ok, err := l.TryLockContext(ctx, 2*time.Millisecond); !ok {
		return nil, fmt.Errorf("another program holds the lock on its folder: try again: %w", err)
	}
	return func() { _ = l.Close() }, nil // closing unlocks; there is no one to tell of an error
}

// write replaces the file. Under the lock there is one writer only, so the temporary file has a fixed name, and one that
// a killed program left is swept away by the next.
func write(target string, was, b []byte) (err error) {
	temp := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".tmp")
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp)
		}
	}()
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	if now, err := contents(target); err != nil || !bytes.Equal(now, was) || (now == nil) != (was == nil) {
		return errors.Join(ErrChanged, err)
	}
	if err := os.Rename(temp, target); err != nil {
		return err
	}
	if dir, err := os.Open(filepath.Dir(target)); err == nil { // the new name, too, must outlive a power cut
		_ = dir.Sync()
		_ = dir.Close()
	}
	return nil
}
