package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"runbook/generator"
	"runbook/output"
	"runbook/output/record"
)

// guard keeps render from overwriting a copy in which somebody has filled
// something in. What the program itself wrote, and nobody has saved since, is
// overwritten without a look into it.
func guard(f output.File, format output.Format, rb *generator.Runbook, store *record.Store) error {
	read := recordReaders["."+format.Ext]
	if read == nil {
		return nil
	}
	info, err := os.Stat(f.Path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil // there is nothing yet, or a pipe
	}
	old, err := os.ReadFile(f.Path)
	if err != nil {
		return readError(f.Path, err)
	}
	if len(old) == 0 || bytes.Equal(old, f.Data) || record.Untouched(old) {
		return nil
	}
	sum := checksum(old)
	if store.Knows(sum) {
		return fmt.Errorf("%s is the filled copy that %s was read from: move it away to keep it, or overwrite it with --force", f.Path, store.File)
	}
	c, err := read(old)
	if err != nil {
		return fmt.Errorf("%s is there already and cannot be read (%w): move it away, or overwrite it with --force", f.Path, err)
	}
	if c.Filled() == 0 {
		return nil
	}
	again, err := store.Clone()
	if err != nil {
		return err
	}
	report, err := again.Take(rb, c, record.Source{File: f.Path, SHA256: sum}, record.Neither)
	if err != nil {
		return fmt.Errorf("%s has entries that are not in the record, and %w: move it away, or overwrite it with --force", f.Path, err)
	}
	if report.Unkept() {
		return fmt.Errorf("%s has entries that are not in the record; run runbook record %s first, or overwrite it with --force", f.Path, f.Path)
	}
	return nil
}
