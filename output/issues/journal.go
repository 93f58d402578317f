package issues

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Journal remembers on this computer what was sent to a tracker: every intent
// before its request, every number after its answer. It is what keeps an issue
// whose answer was lost from being made twice. It holds keys, numbers and
// times; no text of the runbook and no token.
//
// The file has one JSON object a line and is only ever appended to, so a run
// that dies while writing leaves at most one line that cannot be read.
type Journal struct {
	path    string // "" keeps everything in memory
	file    *os.File
	unlock  func()
	entries []entry
	repo    int64 // the repository at hand, 0 before it is known
}

// entry is one line.
type entry struct {
	Time    time.Time `json:"time"`
	Op      string    `json:"op"`
	Key     string    `json:"key,omitempty"`
	Number  int       `json:"number,omitempty"`
	ID      int64     `json:"id,omitempty"`
	Nonce   string    `json:"nonce,omitempty"`
	Rollout string    `json:"rollout,omitempty"` // of the first line
	Where   string    `json:"where,omitempty"`
	Repo    int64     `json:"repo,omitempty"` // id of the repository: its name may become another's
}

// What an entry says.
const (
	opOpen    = "journal" // the first line: whose journal this is
	opCreate  = "create"  // about to make the issue of Key
	opCreated = "created" // Key's issue has this number and id
	opVoid    = "void"    // the create of Key came to nothing for certain
	opComment = "comment" // about to comment on Key's issue
	opSaid    = "commented"
	opPlace   = "place" // about to make Key a sub-issue among siblings
	opPlaced  = "placed"
	opLock    = "lock" // about to take the lock with Nonce
	opUnlock  = "unlock"
)

// JournalPath is where the journal of a rollout is kept below a directory for
// state.
func JournalPath(dir string, s Server, repository, rollout string) string {
	parts := []string{dir, "runbook", "issues"}
	for _, p := range []string{s.API.Host, repository, rollout + ".jsonl"} {
		for part := range strings.SplitSeq(strings.ToLower(p), "/") {
			parts = append(parts, strings.NewReplacer(":", "_", "..", "_").Replace(part))
		}
	}
	return filepath.Join(parts...)
}

// openJournal reads the journal of a rollout. A file that is not there is an
// empty journal and is not made yet.
func openJournal(path, where, rollout string, now time.Time) (*Journal, error) {
	j := &Journal{path: path}
	var err error
	if j.entries, err = j.read(); err != nil {
		return nil, err
	}
	if len(j.entries) > 0 {
		if first := j.entries[0]; first.Op != opOpen || first.Rollout != rollout || !strings.EqualFold(first.Where, where) {
			return nil, Problems{{
				Message: fmt.Sprintf("%s is not the journal of the rollout %s in %s", path, rollout, where),
				Hint:    "move it away; the issues themselves say what is there",
			}}
		}
		return j, nil
	}
	j.entries = []entry{{Time: now, Op: opOpen, Rollout: rollout, Where: where}}
	return j, nil
}

// read returns the lines of the file that can be read.
func (j *Journal) read() ([]entry, error) {
	if j.path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, journalProblem(err)
	}
	var entries []entry
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e entry
		// A line cut short is the trace of a run that died writing it: what
		// it would have announced was never sent.
		if json.Unmarshal(lines.Bytes(), &e) == nil {
			entries = append(entries, e)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, journalProblem(fmt.Errorf("%s: %w", j.path, err))
	}
	return entries, nil
}

// open takes the journal for writing. busy is true if another process has it.
func (j *Journal) open() (busy bool, err error) {
	if j.path == "" || j.file != nil {
		return false, nil
	}
	if err := os.MkdirAll(filepath.Dir(j.path), 0o700); err != nil {
		return false, journalProblem(err)
	}
	unlock, ok, err := lockFile(j.path + ".lock")
	if err != nil {
		return false, journalProblem(err)
	}
	if !ok {
		return true, nil
	}
	f, err := os.OpenFile(j.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		unlock()
		return false, journalProblem(err)
	}
	j.file, j.unlock = f, unlock
	entries, err := j.read()
	if err == nil {
		err = j.end()
	}
	if err != nil {
		return false, errors.Join(err, j.Close())
	}
	if len(entries) == 0 { // a new file, or one whose first line was cut short
		return false, j.write(j.entries[0])
	}
	j.entries = entries
	return false, nil
}

// end makes sure that the file ends with a line end: a line that was cut short
// must not swallow the next one.
func (j *Journal) end() error {
	info, err := j.file.Stat()
	if err != nil || info.Size() == 0 {
		return err
	}
	var last [1]byte
	if _, err := j.file.ReadAt(last[:], info.Size()-1); err != nil || last[0] == '\n' {
		return err
	}
	_, err = j.file.WriteString("\n")
	return err
}

func journalProblem(err error) error {
	return Problems{{
		Message: "the journal cannot be used: " + err.Error(),
		Hint:    "without it a lost answer could make an issue twice; name a directory that can be written, for example with XDG_STATE_HOME",
	}}
}

// Close gives the file back.
func (j *Journal) Close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.unlock()
	j.file = nil
	return err
}

// add appends an entry and does not return before it is on the disk.
func (j *Journal) add(e entry) error {
	e.Repo = j.repo
	j.entries = append(j.entries, e)
	if j.path == "" {
		return nil
	}
	return j.write(e)
}

func (j *Journal) write(e entry) error {
	if j.file == nil {
		return errors.New("the journal is not open")
	}
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := j.file.Write(append(data, '\n')); err != nil {
		return journalProblem(err)
	}
	if err := j.file.Sync(); err != nil {
		return journalProblem(err)
	}
	return nil
}

// here are the entries about the repository at hand.
func (j *Journal) here() []entry {
	return slices.DeleteFunc(slices.Clone(j.entries), func(e entry) bool { return e.Repo != 0 && j.repo != 0 && e.Repo != j.repo })
}

// elsewhere tells whether issues were made in another repository that had the
// name of this one, and none here yet.
func (j *Journal) elsewhere() bool {
	made := func(e entry) bool { return e.Op == opCreated }
	return slices.ContainsFunc(j.entries, made) && !slices.ContainsFunc(j.here(), made)
}

// issues returns the last known number of each key, sorted by key.
func (j *Journal) issues() []entry {
	byKey := map[string]entry{}
	for _, e := range j.here() {
		if e.Op == opCreated {
			byKey[e.Key] = e
		}
	}
	var list []entry
	for _, e := range byKey {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.Key, b.Key) })
	return list
}

// unfinished are the intents of begin that no entry of one of the ends followed.
func (j *Journal) unfinished(begin string, ends ...string) map[string]entry {
	open := map[string]entry{}
	for _, e := range j.here() {
		switch {
		case e.Op == begin:
			open[e.Key] = e
		case slices.Contains(ends, e.Op):
			delete(open, e.Key)
		}
	}
	return open
}

// creates are the intents to make an issue whose outcome is unknown.
func (j *Journal) creates() map[string]entry { return j.unfinished(opCreate, opCreated, opVoid) }

// knows tells whether a lock was taken by this journal's runs.
func (j *Journal) knows(nonce string) bool {
	return nonce != "" && slices.ContainsFunc(j.entries, func(e entry) bool { return e.Op == opLock && e.Nonce == nonce })
}
