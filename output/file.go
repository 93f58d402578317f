package output

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// File is one rendered file, not yet written.
type File struct {
	Path string
	Data []byte
}

// Differs reports whether what is on disk is not f. It reads no more than it
// takes to tell, and that in parts: memory for a whole file costs more than to
// read it.
func (f File) Differs() (bool, error) {
	old, err := os.Open(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	defer old.Close()
	if info, err := old.Stat(); err == nil && info.Mode().IsRegular() && info.Size() != int64(len(f.Data)) {
		return true, nil
	}
	part, rest := make([]byte, 16<<10), f.Data
	for {
		n, err := old.Read(part)
		if n > len(rest) || !bytes.Equal(part[:n], rest[:n]) {
			return true, nil
		}
		rest = rest[n:]
		if errors.Is(err, io.EOF) {
			return len(rest) > 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// Write is WriteAll of one file.
func (f File) Write() error { return WriteAll([]File{f}) }

// WriteAll puts files on disk whole or not at all: into temporary files beside
// them and, when all of these are complete, from there by renaming. So a disk
// that fills up leaves every old file as it was. A file that is the same
// already is left alone, a symbolic link is followed, and a device or a pipe
// gets the bytes as they are. The files are on the disk before they get their
// names, so that a power cut leaves no empty record either.
func WriteAll(files []File) error {
	w := NewWriter()
	w.flush = (*os.File).Sync
	defer w.Close()
	for _, f := range files {
		if err := w.Stage(f); err != nil {
			return err
		}
	}
	return w.Commit()
}

// writeError is a fault of the file system without the names that the writer
// made up.
func writeError(path string, err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("write %s: %w", path, err)
}

// Writer is WriteAll for files that come one by one, from several goroutines
// too: each is staged, and none is in its place before Commit. When they get to
// the disk is left to the system: to wait for each of a thousand costs as much
// time as to render them, and they can be rendered again.
type Writer struct {
	busy   sync.RWMutex // read by who stages, so that Commit and Close wait for them
	closed bool
	flush  func(*os.File) error // of a complete file; nil leaves it to the system
	mu     sync.Mutex
	roots  map[string]*os.Root // by directory
	staged []staged            // complete, and not yet in their place
	stream []File              // for devices and pipes, which get them at the end
}

// NewWriter returns a Writer, which wants to be closed.
func NewWriter() *Writer { return &Writer{roots: map[string]*os.Root{}} }

// staged is a file beside its place. It is small, for a run over a directory
// has one for each profile.
type staged struct {
	path   string
	root   *os.Root
	name   string // in root
	suffix [6]byte
}

func (s staged) temporary() string { return ".runbook-" + hex.EncodeToString(s.suffix[:]) }

// Stage writes f beside its place. Its data may be written over afterwards.
func (w *Writer) Stage(f File) error {
	w.busy.RLock()
	defer w.busy.RUnlock()
	if w.closed {
		return writeError(f.Path, fs.ErrClosed)
	}
	if err := w.stage(f); err != nil {
		return writeError(f.Path, err)
	}
	return nil
}

func (w *Writer) stage(f File) (err error) {
	to, err := locate(f.Path)
	if err != nil {
		return err
	}
	if to.stream {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.stream = append(w.stream, File{Path: f.Path, Data: bytes.Clone(f.Data)})
		return nil
	}
	if to.info != nil {
		if differs, err := f.Differs(); err == nil && !differs {
			return nil
		}
	}
	if to.readOnly() {
		return errReadOnly
	}
	dir, name := filepath.Split(to.path)
	if dir == "" {
		dir = "."
	}
	root, err := w.root(dir)
	if err != nil {
		return err
	}
	s := staged{path: f.Path, root: root, name: name}
	_, _ = rand.Read(s.suffix[:]) // never fails
	mode := fs.FileMode(0o644)
	if to.info != nil {
		mode = to.info.Mode().Perm()
	}
	out, err := root.OpenFile(s.temporary(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	w.add(s)
	_, err = out.Write(f.Data)
	if to.info != nil {
		_ = out.Chmod(mode) // what the umask took; not every file system knows modes
	}
	if err == nil && w.flush != nil {
		err = w.flush(out)
	}
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return err
}

func (w *Writer) add(s staged) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.staged = append(w.staged, s)
}

func (w *Writer) root(dir string) (*os.Root, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if root := w.roots[dir]; root != nil {
		return root, nil
	}
	root, err := os.OpenRoot(dir)
	if err == nil {
		w.roots[dir] = root
	}
	return root, err
}

// Commit puts what is staged into its place. It waits for those who stage.
func (w *Writer) Commit() error {
	w.busy.Lock()
	defer w.busy.Unlock()
	for len(w.staged) > 0 {
		s := w.staged[0]
		if err := rename(s.root, s.temporary(), s.name); err != nil {
			return writeError(s.path, err)
		}
		w.staged = w.staged[1:]
	}
	for _, f := range w.stream {
		if err := f.pour(); err != nil {
			return writeError(f.Path, err)
		}
	}
	w.stream = nil
	return nil
}

// pour writes into what is there already: a device or a pipe.
func (f File) pour() error {
	out, err := os.OpenFile(f.Path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = out.Write(f.Data)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return err
}

// Close takes away what did not get into its place. Nothing can be staged after
// it.
func (w *Writer) Close() {
	w.busy.Lock()
	defer w.busy.Unlock()
	for _, s := range w.staged {
		_ = s.root.Remove(s.temporary())
	}
	for _, root := range w.roots {
		_ = root.Close()
	}
	w.closed, w.staged, w.stream, w.roots = true, nil, nil, nil
}
