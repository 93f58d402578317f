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

// Write puts f on disk whole or not at all: into a temporary file beside it
// and from there by renaming. A file that is the same already is left alone.
// A path that is a symbolic link is followed.
func (f File) Write() (err error) {
	if info, statErr := os.Stat(f.Path); statErr == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("write %s: not a regular file", f.Path)
	}
	if differs, err := f.Differs(); err == nil && !differs {
		return nil
	}
	target, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		target = f.Path
	}
	root, err := os.OpenRoot(filepath.Dir(target))
	if err != nil {
		return fmt.Errorf("write %s: %w", f.Path, err)
	}
	defer root.Close()
	name := filepath.Base(target)
	mode := fs.FileMode(0o644)
	if info, err := root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	var suffix [6]byte
	_, _ = rand.Read(suffix[:]) // never fails
	temporary := "." + name + "." + hex.EncodeToString(suffix[:])
	out, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("write %s: %w", f.Path, err)
	}
	defer func() {
		if err != nil {
			_ = root.Remove(temporary)
		}
	}()
	_, err = out.Write(f.Data)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", f.Path, err)
	}
	return nil
}
