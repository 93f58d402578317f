package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Who commits while others stage loses no file.
func TestCommitWhileStaging(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := NewWriter()
	defer w.Close()
	const files = 200
	var staging sync.WaitGroup
	for half := range 2 {
		staging.Go(func() {
			for i := range files / 2 {
				if err := w.Stage(File{Path: filepath.Join(dir, fmt.Sprint(half, "-", i)), Data: []byte("x")}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 50 {
		if err := w.Commit(); err != nil {
			t.Error(err)
		}
	}
	staging.Wait()
	if err := w.Commit(); err != nil {
		t.Error(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != files {
		t.Errorf("%d files, want %d; %v", len(entries), files, err)
	}
}

// A file that does not get to the disk does not get its name.
func TestFlush(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "contoso.record.yaml")
	if err := (File{Path: path, Data: []byte("old")}).Write(); err != nil {
		t.Fatal(err)
	}
	w := NewWriter()
	defer w.Close()
	w.flush = func(f *os.File) error {
		data, err := os.ReadFile(f.Name())
		if err != nil || string(data) != "new" {
			t.Errorf("flushed with %q, %v", data, err)
		}
		return errors.New("the disk is full")
	}
	if err := w.Stage(File{Path: path, Data: []byte("new")}); err == nil || err.Error() != "write "+path+": the disk is full" {
		t.Errorf("got %v", err)
	}
	w.Close()
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("%q, %v", data, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}
