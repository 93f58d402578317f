package output

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File is one rendered file, not yet written.
type File struct {
	Path string
	Data []byte
}

// Differs reports whether what is on disk is not f.
func (f File) Differs() (bool, error) {
	old, err := os.ReadFile(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	return !bytes.Equal(old, f.Data), nil
}

// Write is WriteAll of one file.
func (f File) Write() error { return WriteAll([]File{f}) }

// WriteAll puts files on disk whole or not at all: into temporary files beside
// them and, when all of these are complete, from there by renaming. So a disk
// that fills up leaves every old file as it was. A file that is the same
// already is left alone, a symbolic link is followed, and a device or a pipe
// gets the bytes as they are.
func WriteAll(files []File) error {
	w := writer{roots: map[string]*os.Root{}}
	defer w.close()
	for _, f := range files {
		if err := w.stage(f); err != nil {
			return writeError(f.Path, err)
		}
	}
	return w.commit()
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

// writer holds files that are complete and not yet in their place.
type writer struct {
	roots  map[string]*os.Root // by directory
	staged []staged
}

type staged struct {
	file      File
	root      *os.Root // nil for a device or a pipe
	temporary string
	name      string
}

func (w *writer) stage(f File) (err error) {
	to, err := locate(f.Path)
	if err != nil {
		return err
	}
	if to.stream {
		w.staged = append(w.staged, staged{file: f})
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
	root := w.roots[dir]
	if root == nil {
		if root, err = os.OpenRoot(dir); err != nil {
			return err
		}
		w.roots[dir] = root
	}
	var suffix [6]byte
	_, _ = rand.Read(suffix[:]) // never fails
	s := staged{file: f, root: root, temporary: ".runbook-" + hex.EncodeToString(suffix[:]), name: name}
	mode := fs.FileMode(0o644)
	if to.info != nil {
		mode = to.info.Mode().Perm()
	}
	out, err := root.OpenFile(s.temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	w.staged = append(w.staged, s)
	_, err = out.Write(f.Data)
	if to.info != nil {
		_ = out.Chmod(mode) // what the umask took; not every file system knows modes
	}
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return err
}

func (w *writer) commit() error {
	for len(w.staged) > 0 {
		s := w.staged[0]
		if s.root != nil {
			if err := s.root.Rename(s.temporary, s.name); err != nil {
				return writeError(s.file.Path, err)
			}
		} else if err := s.file.pour(); err != nil {
			return writeError(s.file.Path, err)
		}
		w.staged = w.staged[1:]
	}
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

// close takes away what did not get into its place.
func (w *writer) close() {
	for _, s := range w.staged {
		if s.root != nil {
			_ = s.root.Remove(s.temporary)
		}
	}
	for _, root := range w.roots {
		_ = root.Close()
	}
}
