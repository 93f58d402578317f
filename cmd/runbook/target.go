package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"runbook/output"
)

// toStdout is the output path that stands for standard output.
const toStdout = "-"

// readyToWrite refuses, before any work is done, outputs that would overwrite
// a profile or its record, or that cannot be written.
func readyToWrite(paths []string, profiles []profileFile) error {
	if err := keepProfiles(paths, profiles); err != nil {
		return err
	}
	return output.Ready(paths...)
}

// keepProfiles refuses outputs that are a profile or the record of one, also
// by another name.
func keepProfiles(paths []string, profiles []profileFile) error {
	there := filesByLook{}
	for _, path := range paths {
		there.add(path)
	}
	if len(there) == 0 {
		return nil
	}
	for _, f := range profiles {
		if path, ok := there.same(f.path); ok {
			return fmt.Errorf("%s is the profile itself: name another file", path)
		}
		if path, ok := there.same(storePath(f.path)); ok {
			return fmt.Errorf("%s is the record of %s: name another file", path, f.path)
		}
	}
	return nil
}

// filesByLook finds a file under its other names without comparing each with
// each, which thousands of files would feel: one file has one size and time.
type filesByLook map[look][]namedFile

type look struct {
	size     int64
	modified int64
}

type namedFile struct {
	path string
	info fs.FileInfo
}

func lookOf(info fs.FileInfo) look { return look{info.Size(), info.ModTime().UnixNano()} }

// add takes a file in, if there is one.
func (m filesByLook) add(path string) {
	if info, err := os.Stat(path); err == nil {
		m[lookOf(info)] = append(m[lookOf(info)], namedFile{path, info})
	}
}

// same is the name under which the file at path was taken in.
func (m filesByLook) same(path string) (string, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return "", false
	}
	for _, f := range m[lookOf(info)] {
		if os.SameFile(info, f.info) {
			return f.path, true
		}
	}
	return "", false
}

// wrote tells whoever looks on at a terminal what was written. Standard output
// and devices keep nothing that could be looked for.
func (a *app) wrote(what string) {
	if what != "" && !a.quiet && isTerminal(a.stderr) && !output.Stream(what) {
		fmt.Fprintln(a.stderr, "wrote "+what)
	}
}

// write writes files. Who waits for the other end of a pipe can still be
// stopped; files are never left half-written for that.
func (a *app) write(files ...output.File) error {
	var plain, streams []output.File
	for _, f := range files {
		if output.Stream(f.Path) {
			streams = append(streams, f)
		} else {
			plain = append(plain, f)
		}
	}
	if err := output.WriteAll(plain); err != nil || len(streams) == 0 {
		return err
	}
	_, err := stoppable(a.ctx, func() (any, error) { return nil, output.WriteAll(streams) })
	return err
}

// stoppable waits for what may take for ever, such as reading from a terminal
// or writing to a pipe, until the person stops the run. What it was waiting
// for is then left alone.
func stoppable[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		v, err := do()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	}
}

// standardOutput remembers the first fault, so that a full disk or a closed
// pipe behind a redirection is never a success.
type standardOutput struct {
	ctx context.Context
	w   io.Writer
	err error
}

func (s *standardOutput) Write(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := stoppable(s.ctx, func() (int, error) { return s.w.Write(p) })
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = fmt.Errorf("write standard output: %w", e.Err)
	}
	s.err = err
	return n, err
}
