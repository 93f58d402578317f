package output

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

var errInUse = errors.New("another program has it open: close it there")

// rename moves a file over another one. Scanners and indexers hold a new file
// for a moment, so a refusal counts only when it lasts for two seconds.
func rename(root *os.Root, from, to string) error {
	for wait := time.Millisecond; ; wait *= 2 {
		err := root.Rename(from, to)
		switch {
		case !held(err) && !errors.Is(err, windows.ERROR_ACCESS_DENIED):
			return err
		case wait < time.Second:
			time.Sleep(wait)
		case held(err):
			return errInUse
		default:
			return err
		}
	}
}

// inUse says whether another program, such as Word, keeps a file from being
// replaced.
func inUse(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		return f.Close()
	}
	if held(err) {
		return errInUse
	}
	return nil // what else is wrong shows when it is replaced
}

func held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
