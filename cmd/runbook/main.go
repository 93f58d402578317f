// Command runbook renders tailored runbooks from environment profiles.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"syscall"
)

//go:generate go test . -run TestReference -update

func main() {
	// A run is short and small: collecting garbage early costs more than it saves.
	debug.SetGCPercent(400)
	ctx, stop := signal.NotifyContext(context.Background(), stopSignals()...)
	context.AfterFunc(ctx, stop) // the first stops in order, the second at once
	prepareConsole()
	code := run(ctx, os.Args[1:], environment{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
	})
	stop()
	os.Exit(code)
}

// stopSignals are those that stop a run in order; what nohup or a shell in
// the background had ignored stays ignored.
func stopSignals() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}
