package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// folder is a folder of somebody's own. What is there in the place of a file,
// and would be waited for, is not opened.
type folder string

func (f folder) Open(name string) (fs.File, error) {
	if err := f.waits("open", name); err != nil {
		return nil, err
	}
	return os.DirFS(string(f)).Open(name)
}

func (f folder) ReadFile(name string) ([]byte, error) {
	if err := f.waits("read", name); err != nil {
		return nil, err
	}
	return fs.ReadFile(os.DirFS(string(f)), name)
}

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	return fs.ReadDir(os.DirFS(string(f)), name)
}

func (f folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(os.DirFS(string(f)), name) }

func (f folder) waits(doing, name string) error {
	if err := waits(filepath.Join(string(f), filepath.FromSlash(name))); err != nil {
		return &fs.PathError{Op: doing, Path: name, Err: err}
	}
	return nil
}

// waits is why what stands at a path is not read unless somebody named it: a
// pipe would be waited for without a word.
func waits(path string) error {
	if info, err := os.Stat(path); err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0 {
		return errors.New("it is a pipe or a device and no file")
	}
	return nil
}
