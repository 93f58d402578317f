// Command runbook renders tailored runbooks from environment profiles.
package main

import (
	"context"
	"errors"
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
	ctx, cancel := context.WithCancelCause(context.Background())
	listening := make(chan struct{})
	go stopBySignal(cancel, listening)
	prepareConsole()
	os.Exit(run(ctx, os.Args[1:], environment{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, listening: listening,
	}))
}

// stopBySignal lets the first signal stop the run in order and the second at
// once. Until signals come here, which takes a while, commands are made and
// their flags read, but none is run yet.
func stopBySignal(cancel context.CancelCauseFunc, listening chan<- struct{}) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, stopSignals()...)
	close(listening)
	s := <-signals
	signal.Stop(signals)
	cancel(errors.New(s.String() + " signal received"))
}

// stopSignals are those that stop a run in order; what nohup or a shell in
// the background had ignored stays ignored.
func stopSignals() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}
