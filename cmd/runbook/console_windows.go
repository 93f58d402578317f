package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// prepareConsole has the console take commands for colours and for moving,
// which it only does when asked. An old one counts as a dumb terminal.
func prepareConsole() {
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		console := windows.Handle(f.Fd())
		var mode uint32
		if windows.GetConsoleMode(console, &mode) != nil {
			continue // a file or a pipe
		}
		if windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
			_ = os.Setenv("TERM", "dumb")
		}
	}
}
