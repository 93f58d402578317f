package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

var errReadOnly = errors.New("the file is read-only")

// place is where a path leads.
type place struct {
	path   string      // with symbolic links followed
	info   fs.FileInfo // nil: there is nothing yet
	stream bool        // a device or a pipe
}

// readOnly reports whether its owner does not want the file changed, which
// renaming would not ask.
func (p place) readOnly() bool { return p.info != nil && p.info.Mode()&0o222 == 0 }

// locate finds what a path names, and refuses what no file can replace.
func locate(path string) (place, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		target, err := follow(path)
		return place{path: target}, err
	}
	if err != nil {
		return place{}, err
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return place{}, errors.New("it is a directory")
	case mode.IsRegular():
		target, err := filepath.EvalSymlinks(path)
		if err != nil {
			target = path // a file system that knows no links
		}
		return place{path: target, info: info}, nil
	case mode&(fs.ModeCharDevice|fs.ModeNamedPipe) != 0:
		return place{path: path, info: info, stream: true}, nil
	default:
		return place{}, errors.New("it is no file, no pipe and no terminal")
	}
}

// follow is where a path leads at which there is nothing: a symbolic link may
// name a file that does not exist yet.
func follow(path string) (string, error) {
	for {
		dir, err := filepath.EvalSymlinks(filepath.Dir(path))
		if errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("the folder %s does not exist", filepath.Dir(path))
		}
		if err != nil {
			return "", err
		}
		path = filepath.Join(dir, filepath.Base(path))
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil //nolint:nilerr // no link: this is where the file will be
		}
		if filepath.IsAbs(link) {
			path = link
		} else {
			path = filepath.Join(dir, link)
		}
	}
}

// Stream reports whether a path is a device or a pipe. Writing to one may
// wait for ever, and cannot be taken back.
func Stream(path string) bool {
	p, err := locate(path)
	return err == nil && p.stream
}

// Ready says, before any work is done, why one of the paths cannot be
// written. It leaves everything as it is.
func Ready(paths ...string) error {
	tried := map[string]bool{}
	for _, path := range paths {
		p, err := locate(path)
		if err == nil && p.readOnly() {
			err = errReadOnly
		}
		if err == nil && p.info != nil && !p.stream {
			err = inUse(p.path)
		}
		if err == nil && !p.stream && !tried[filepath.Dir(p.path)] {
			tried[filepath.Dir(p.path)] = true
			err = try(filepath.Dir(p.path))
		}
		if err != nil {
			return writeError(path, err)
		}
	}
	return nil
}

// ReadyFolder is Ready for a folder that is made where it is missing.
func ReadyFolder(dir string) error {
	there := filepath.Clean(dir)
	for {
		info, err := os.Stat(there)
		switch parent := filepath.Dir(there); {
		case err == nil && info.IsDir():
			if err := try(there); err != nil {
				return writeError(dir, err)
			}
			return nil
		case err == nil:
			return writeError(dir, fmt.Errorf("%s is a file", there))
		case !errors.Is(err, fs.ErrNotExist) || parent == there:
			return writeError(dir, err)
		default:
			there = parent
		}
	}
}

// try makes a file in a folder and takes it away again: nothing else says for
// every system whether one may.
func try(dir string) error {
	f, err := os.CreateTemp(dir, ".runbook-*")
	if err != nil {
		return fmt.Errorf("the folder %s: %w", dir, errors.Unwrap(err))
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
