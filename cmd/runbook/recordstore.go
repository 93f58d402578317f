package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"runbook/generator"
	"runbook/output/record"
)

// beside names a file as seen from the folder of another, so that the name
// holds on the next machine too.
func beside(path, name string) string {
	from, errFrom := filepath.Abs(filepath.Dir(path))
	to, errTo := filepath.Abs(name)
	if errFrom == nil && errTo == nil {
		if rel, err := filepath.Rel(from, to); err == nil {
			name = rel
		}
	}
	return filepath.ToSlash(name)
}

// profileOf finds the profile beside a copy: contoso.yaml for contoso.pdf and
// for contoso.global-admin.pdf.
func profileOf(copyName string) (string, error) {
	base := strings.TrimSuffix(copyName, filepath.Ext(copyName))
	for _, b := range []string{base, strings.TrimSuffix(base, filepath.Ext(base))} {
		for _, ext := range []string{".yaml", ".yml"} {
			if info, err := os.Stat(b + ext); err == nil && info.Mode().IsRegular() {
				return b + ext, nil
			}
		}
	}
	return "", fmt.Errorf("%s: there is no profile %s.yaml beside it; name it with --profile", copyName, base)
}

func storePath(profile string) string {
	return strings.TrimSuffix(strings.TrimSuffix(profile, ".yaml"), ".yml") + recordExt
}

// readStore reads the record of a profile; one that does not exist is empty.
// What the workflow does not have is pointed out.
func readStore(profile string, w *generator.Workflow) (*record.Store, generator.Problems, error) {
	path := storePath(profile)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &record.Store{File: path}, nil, nil
	}
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("the record is no file; move it away")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, nil, readError(path, err)
	}
	s, problems := record.ParseStore(path, data)
	if s == nil {
		return nil, problems, nil
	}
	known := map[string][]string{}
	for _, section := range w.Sections() {
		if !section.Reference {
			known["gates"] = append(known["gates"], section.ID)
			for _, step := range section.Steps {
				known["items"] = append(known["items"], w.ID+"/"+step.ID)
			}
		}
	}
	for _, role := range w.Roles {
		known["release"] = append(known["release"], role.ID)
	}
	for _, f := range w.Fields {
		known["decisions"] = append(known["decisions"], f.Key)
	}
	return s, append(problems, s.Unknown(known)...), nil
}
