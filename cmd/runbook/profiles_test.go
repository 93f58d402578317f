package main

import (
	"context"
	"errors"
	"os"
	"sync/atomic"
	"testing"
	"time"
)

// When a stopped run goes on to clean up, nobody makes files any more, and no
// further profile was begun.
func TestEachProfileStops(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var begun, ended atomic.Int32
	made := make([]string, 100)
	files := make([]profileFile, len(made))
	for i := range files {
		files[i].data = []byte{byte(i)}
	}
	err := eachProfile(ctx, files, func(f profileFile) int {
		begun.Add(1)
		stop()
		time.Sleep(20 * time.Millisecond)
		made[f.data[0]] = "a file" // as a worker that makes the directory; the race detector looks on
		ended.Add(1)
		return 0
	}, func(int) {})
	left := 0
	for _, m := range made {
		if m != "" {
			left++
		}
	}
	if !errors.Is(err, context.Canceled) || begun.Load() != ended.Load() || left != int(begun.Load()) {
		t.Errorf("%v; %d begun, %d ended, %d made", err, begun.Load(), ended.Load(), left)
	}
	if n := int(begun.Load()); n > maxWorkers() {
		t.Errorf("%d were begun by %d workers", n, maxWorkers())
	}
}

// A single profile is done without workers, to the same end.
func TestEachProfileOfOne(t *testing.T) {
	t.Parallel()
	for when, want := range map[string]struct{ begun, used int }{"never": {1, 1}, "before": {0, 0}, "meanwhile": {1, 0}} {
		ctx, stop := context.WithCancelCause(t.Context())
		reason := errors.New("stopped")
		if when == "before" {
			stop(reason)
		}
		begun, used := 0, 0
		err := eachProfile(ctx, make([]profileFile, 1), func(profileFile) int {
			if begun++; when == "meanwhile" {
				stop(reason)
			}
			return 7
		}, func(n int) { used += n / 7 })
		if begun != want.begun || used != want.used || (err == nil) != (when == "never") || err != nil && !errors.Is(err, reason) {
			t.Errorf("stopped %s: %d begun, %d used, %v", when, begun, used, err)
		}
		stop(nil)
	}
}

// A file without an end is read as far as it takes to refuse it.
func TestReadEndlessProfile(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip("no such file here")
	}
	data, err := profileFile{path: "/dev/zero"}.read()
	if err != nil || len(data) != 16<<20 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
