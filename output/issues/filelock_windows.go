package issues

import (
	"errors"
	"os"
	"syscall"
)

// errorSharingViolation is what Windows answers for a file that is open
// without sharing.
const errorSharingViolation = syscall.Errno(32)

// lockFile takes an exclusive lock that the system gives back when the process
// ends, however it ends: it opens the file without sharing it. ok is false if
// somebody else has it.
func lockFile(path string) (unlock func(), ok bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return func() { _ = syscall.CloseHandle(h) }, true, nil
}
