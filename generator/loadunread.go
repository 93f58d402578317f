package generator

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// unread reports files in the layer's folder that nothing reads: a misspelt
// one would otherwise be left out in silence. What is no part of a workflow,
// such as a README, may lie there.
func (l *loader) unread() {
	if len(l.unreadable) > 0 || !l.overlay && !slices.ContainsFunc(l.order, func(id string) bool { return !l.sections[id].Reference }) {
		return // perhaps one of these reads them, or one of the phases that are missing
	}
	for _, pattern := range []string{"*", "*/*"} {
		names, _ := fs.Glob(l.layer.FS, pattern) // the pattern is a good one
		for _, name := range names {
			folder, file := path.Split(name)
			folder = strings.TrimSuffix(folder, "/")
			if l.seen[name] || folder == "profiles" || strings.HasPrefix(name, ".") || strings.HasPrefix(file, ".") {
				continue
			}
			switch ext := path.Ext(file); ext {
			case ".yaml", ".yml":
				l.unreadYAML(name, folder)
			case ".md":
				l.unreadStep(name, folder, strings.TrimSuffix(file, ext))
			}
		}
	}
}

var layerFiles = []string{"workflow.yaml", "profile.yaml", "derive.yaml", "rules.yaml", "terms.yaml", "facts.yaml"}

func (l *loader) unreadYAML(name, folder string) {
	pos, base := Pos{l.full(name), 1, 1}, path.Base(name)
	switch {
	case folder != "" && l.sections[folder] == nil:
		if l.isIndex(base) {
			l.noSection(pos, folder)
		}
	case folder != "":
		l.problems.add(pos, nearestOf(base, []string{"index.yaml"}, "the one that is read is"), "nothing reads this file")
	default:
		l.problems.add(pos, nearestOf(base, layerFiles, "those that are read are"), "nothing reads this file")
	}
}

func (l *loader) isIndex(file string) bool { return file == "index.yaml" || file == "index.yml" }

// unreadStep reports a file that is named like a step, or looks like one.
func (l *loader) unreadStep(name, folder, id string) {
	pos, step := Pos{l.full(name), 1, 1}, l.w.steps[id]
	if l.sections[folder] != nil {
		hint := fmt.Sprintf("name it under steps in %s", l.full(folder+"/index.yaml"))
		if step != nil {
			hint = fmt.Sprintf("the step %q is in %s", id, step.Section.ID)
		} else if near := nearest(id, sortedKeys(l.w.steps)); near != "" {
			hint = fmt.Sprintf("did you mean %s.md? To add a step, %s", near, hint)
		}
		l.problems.add(pos, hint, "nothing names the step %q", id)
		return
	}
	data, err := fs.ReadFile(l.layer.FS, name)
	if err != nil {
		l.cannotRead(name, err)
		return
	}
	_, _, _, front := splitFrontMatter(string(data))
	switch {
	case step == nil && !front:
	case folder == "":
		l.problems.add(pos, "a step lies in the folder of its phase", "nothing reads this file")
	case step != nil:
		l.problems.add(pos, fmt.Sprintf("the step %q is in %s", id, step.Section.ID), "there is no phase or reference %q", folder)
	default:
		l.noSection(pos, folder)
	}
}

// noSection reports a folder that is no phase, at the first of its files.
func (l *loader) noSection(pos Pos, folder string) {
	if !l.strange[folder] {
		l.problems.add(pos, nearestOf(folder, l.order, "there are"), "there is no phase or reference %q", folder)
	}
	l.strange[folder] = true
}
