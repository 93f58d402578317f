package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"runbook/output"
)

// settle decides where the output goes, before any work is done.
func (r *rendering) settle() error {
	fromDir := slices.ContainsFunc(r.files, func(f profileFile) bool { return f.dir })
	several := len(r.files) > 1 || len(r.formats) > 1 || r.o.role == "all"
	out := r.o.output
	if out == "" || out == toStdout {
		switch {
		case several:
			return usage("more than one file to write: name a directory with -o DIR")
		case r.o.check:
			return usage("--check compares with files: name them with -o")
		case r.formats[0].Binary && isTerminal(r.a.stdout):
			return usage("a %s file is not for a terminal: name a file with -o", r.formats[0].Name)
		}
		return nil
	}
	info, err := os.Stat(out)
	isDir := err == nil && info.IsDir()
	named := isDir || strings.HasSuffix(out, "/") || strings.HasSuffix(out, string(filepath.Separator))
	if !several && !fromDir && !named {
		r.single = out
		return r.ready([]string{out})
	}
	if err == nil && !isDir {
		return fmt.Errorf("%s is a file: more than one file to write wants a directory", out)
	}
	r.dir = out
	r.owner = map[string]string{}
	var paths []string
	for _, f := range r.files {
		base := strings.ToLower(f.base())
		if other, ok := r.owner[base]; ok {
			return sameFiles(other, f.name(), out)
		}
		r.owner[base] = f.name()
		for _, format := range r.formats {
			paths = append(paths, filepath.Join(out, f.base()+"."+format.Ext))
		}
	}
	if r.o.role != "all" {
		r.owner = nil // asked for by sheets only
	}
	if !isDir && !r.o.check {
		return output.ReadyFolder(out)
	}
	return r.ready(paths)
}

// ready finds outputs that would overwrite a profile or cannot be written.
func (r *rendering) ready(paths []string) error {
	if !r.o.check {
		return readyToWrite(paths, r.files)
	}
	for _, path := range paths {
		if output.Stream(path) {
			return fmt.Errorf("%s is no file to compare with", path)
		}
	}
	return nil
}

// fits refuses what is known only now that the workflow is: a role that there
// is not, and sheets in the place of another profile's files.
func (r *rendering) fits(c checked) error {
	if c.workflow == nil || r.o.role == "" {
		return nil
	}
	if r.o.role != "all" {
		if c.workflow.Role(r.o.role) == nil {
			return usage("unknown role %q: the roles are %s", r.o.role, roleIDs(c.workflow))
		}
		return nil
	}
	for _, role := range c.workflow.Roles {
		if other, ok := r.owner[strings.ToLower(c.file.base()+"."+role.ID)]; ok {
			return sameFiles(c.file.name(), other, r.dir)
		}
	}
	return nil
}

func sameFiles(one, other, dir string) error {
	return fmt.Errorf("%s and %s would be written to the same files in %s: rename one", one, other, dir)
}

// put says what there is to say of one profile, and writes a file that is not
// for a directory.
func (r *rendering) put(out rendered, different *int) error {
	if !r.a.quiet {
		for _, n := range out.notes {
			fmt.Fprintln(r.a.stderr, "runbook: "+n)
		}
	}
	for _, f := range out.absent {
		if err := r.tell(f, different); err != nil {
			return err
		}
	}
	for _, line := range out.differ {
		fmt.Fprintln(r.a.stderr, line)
	}
	*different += len(out.differ)
	switch {
	case len(out.files) == 0:
		return nil
	case r.single == "":
		_, err := r.a.stdout.Write(out.files[0].Data)
		return err
	}
	return r.a.write(out.files...)
}

// wrote tells whoever looks on what is there now, in a line.
func (r *rendering) wrote(good []rendered) {
	n, what := 0, r.single
	for _, out := range good {
		if n += out.staged; out.staged > 0 {
			what = out.path
		}
	}
	if n > 1 {
		what = fmt.Sprintf("%d files to %s", n, filepath.Clean(r.dir)+string(filepath.Separator))
	}
	if !r.o.check {
		r.a.wrote(what)
	}
}

// tell says why there is no file that was asked for, also where no warnings
// are wanted. The only file of a run is not left out with a success.
func (r *rendering) tell(f absent, different *int) error {
	if r.dir == "" {
		return errors.New(f.why)
	}
	_, err := os.Lstat(f.path)
	switch there := err == nil; {
	case r.o.check && there:
		*different++
		fmt.Fprintf(r.a.stderr, "%s is there, but its profile gives none\n", f.path)
	case r.o.check:
	case there:
		fmt.Fprintf(r.a.stderr, "runbook: %s; %s of an earlier run stays\n", f.why, f.path)
	case f.why == r.said: // of the sheets of a runbook without a calendar it goes without saying
	default:
		r.said = f.why
		fmt.Fprintf(r.a.stderr, "runbook: %s; %s is not written\n", f.why, f.path)
	}
	return nil
}

// compare says which files are not what is on disk.
func compare(files []output.File) (differ []string, err error) {
	for _, f := range files {
		differs, err := f.Differs()
		if err != nil {
			return differ, readError(f.Path, err)
		}
		if !differs {
			continue
		}
		says := "differs from what its profile gives"
		if _, err := os.Lstat(f.Path); errors.Is(err, fs.ErrNotExist) {
			says = "is missing"
		}
		differ = append(differ, f.Path+" "+says)
	}
	return differ, nil
}
