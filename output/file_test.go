package output

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
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

func TestDiffers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, size := range []int{0, 1, 16 << 10, 16<<10 + 1, 50_000} {
		same := bytes.Repeat([]byte("runbook "), size/8+1)[:size]
		path := filepath.Join(dir, fmt.Sprint(size))
		if err := os.WriteFile(path, same, 0o600); err != nil {
			t.Fatal(err)
		}
		others := map[string][]byte{"longer": append(bytes.Clone(same), 'x')}
		if size > 0 {
			others["shorter"] = same[:size-1]
			for _, at := range []int{0, size / 2, size - 1} {
				other := bytes.Clone(same)
				other[at]++
				others[fmt.Sprint("other at ", at)] = other
			}
		}
		if differs, err := (File{Path: path, Data: same}).Differs(); differs || err != nil {
			t.Errorf("%d bytes: the same differs, %v", size, err)
		}
		for what, data := range others {
			if differs, err := (File{Path: path, Data: data}).Differs(); !differs || err != nil {
				t.Errorf("%d bytes, %s: no difference, %v", size, what, err)
			}
		}
	}
	if differs, err := (File{Path: filepath.Join(dir, "none")}).Differs(); !differs || err != nil {
		t.Errorf("no file: %t, %v", differs, err)
	}
	if _, err := (File{Path: dir}).Differs(); err == nil {
		t.Error("a directory has been read")
	}
}

// What was staged may be written over: the page of the next profile goes into
// the same memory.
func TestStagedDataIsFree(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	plain, pipe := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	if err := exec.CommandContext(t.Context(), "mkfifo", pipe).Run(); err != nil {
		t.Skip("mkfifo makes no pipe here: ", err)
	}
	poured := make(chan string, 1)
	go func() {
		data, _ := os.ReadFile(pipe)
		poured <- string(data)
	}()
	w := NewWriter()
	defer w.Close()
	buffer := []byte("first")
	for _, path := range []string{plain, pipe} {
		if err := w.Stage(File{Path: path, Data: buffer}); err != nil {
			t.Fatal(err)
		}
	}
	copy(buffer, "other")
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(plain)
	if got := <-poured; err != nil || string(data) != "first" || got != "first" {
		t.Errorf("the file has %q, the pipe got %q, %v", data, got, err)
	}
}
