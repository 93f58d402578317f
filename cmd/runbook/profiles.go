package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

const defaultWorkflow = "cmg-setup"

// profileFile is one profile named on the command line. Its bytes are read
// when it is its turn, so that a directory of thousands costs no memory.
type profileFile struct {
	path string // "-" for standard input
	data []byte // only of standard input
	file bool   // no pipe: it is read without waiting for anybody
	dir  bool   // found in a directory that was named
	err  error  // why it cannot be read, as far as that is known yet
}

func needProfiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("%s wants a profile: a file, a directory, or - for standard input\nusage: %s", cmd.CommandPath(), cmd.UseLine())
	}
	return noneEmpty(cmd, args)
}

// noneEmpty refuses an argument that says nothing, as a variable does that
// nobody has set.
func noneEmpty(cmd *cobra.Command, args []string) error {
	if slices.Contains(args, "") {
		return usage("an argument is empty\nusage: %s", cmd.UseLine())
	}
	return nil
}

// profileFiles lists the profiles that the arguments name: files, - for
// standard input, and every .yaml and .yml of a directory. What cannot be read
// is listed too, so that checking it says so.
func (a *app) profileFiles(args []string) ([]profileFile, error) {
	var files []profileFile
	seen := map[string]bool{}
	add := func(f profileFile) {
		if clean := filepath.Clean(f.path); !seen[clean] {
			seen[clean] = true
			files = append(files, f)
		}
	}
	for _, arg := range expanded(args) {
		if arg == "-" {
			data, err := stoppable(a.ctx, func() ([]byte, error) { return readProfile(a.stdin) })
			if err != nil {
				return nil, fmt.Errorf("read standard input: %w", err)
			}
			add(profileFile{path: "-", data: data})
			continue
		}
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			add(profileFile{path: arg, err: err, file: err == nil && info.Mode().IsRegular()})
			continue
		}
		found, err := profilesIn(arg)
		if err != nil {
			add(profileFile{path: arg, err: err})
		}
		for _, f := range found {
			add(f)
		}
	}
	return files, nil
}

// expanded replaces patterns such as *.yaml by the files that fit: the shells
// of Windows hand them on as they are.
func expanded(args []string) []string {
	var all []string
	for _, arg := range args {
		if found, err := filepath.Glob(arg); err == nil && len(found) > 0 && !there(arg) {
			all = append(all, found...)
		} else {
			all = append(all, arg)
		}
	}
	return all
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// profilesIn lists every profile of a directory, without what a system hides
// there, such as the ._contoso.yaml that a Mac leaves beside a copy.
func profilesIn(dir string) ([]profileFile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []profileFile
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") && e.Name()[0] != '.' && !strings.HasSuffix(e.Name(), recordExt) {
			f := profileFile{path: filepath.Join(dir, e.Name()), dir: true, file: e.Type().IsRegular()}
			if !f.file {
				f.err = waits(f.path)
			}
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		return nil, errors.New("the directory has no profile (*.yaml, *.yml)")
	}
	return files, nil
}

// readError is a fault of the file system with the path once.
func readError(path string, err error) error {
	return fmt.Errorf("read %s: %w", path, faultOf(err))
}

// faultOf is what went wrong without the path that it happened to.
func faultOf(err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err
	}
	return err
}

func (f profileFile) read() ([]byte, error) {
	if f.path == "-" || f.err != nil {
		return f.data, f.err
	}
	file, err := os.Open(f.path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readProfile(file)
}

// read reads a profile, for as long as the person does not stop the run.
func (a *app) read(f profileFile) ([]byte, error) {
	if f.file {
		return f.read()
	}
	return stoppable(a.ctx, f.read)
}

// mostBytes is more than any copy or plan has.
const mostBytes = 256 << 20

// readWhole reads a file that somebody named, for as long as the person does
// not stop the run: it may be a pipe, or never end.
func (a *app) readWhole(path string) ([]byte, error) {
	return stoppable(a.ctx, func() ([]byte, error) {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		data, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
		if err == nil && len(data) > mostBytes {
			err = fmt.Errorf("it has more than %d MB", mostBytes>>20)
		}
		return data, err
	})
}

// readProfile reads no more than the parser needs to say that it is too much
// to be a profile: what is named may be a disk image, or never end.
func readProfile(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, 16<<20)) }

// name is what messages call the file.
func (f profileFile) name() string {
	if f.path == "-" {
		return "<stdin>"
	}
	return f.path
}

// base is the name of output files: contoso for contoso.yaml.
func (f profileFile) base() string {
	if f.path == "-" {
		return "runbook"
	}
	b := filepath.Base(f.path)
	return strings.TrimSuffix(strings.TrimSuffix(b, ".yaml"), ".yml")
}
