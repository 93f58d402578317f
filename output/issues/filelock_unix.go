//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package issues

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes an exclusive lock that the system gives back when the process
// ends, however it ends. ok is false if somebody else has it.
func lockFile(path string) (unlock func(), ok bool, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, false, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, false, f.Close()
	}
	if err != nil {
		return nil, false, errors.Join(err, f.Close())
	}
	return func() { _ = f.Close() }, true, nil
}
