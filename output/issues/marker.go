package issues

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An issue's body is ours between two HTML comments and its readers'
// everywhere else:
//
//	<!-- runbook:begin v=1 rollout=contoso-cmg key=cmg-setup/register-app text=… -->
//	the item
//	<!-- runbook:end v=1 rollout=contoso-cmg key=cmg-setup/register-app -->
//
// The comments hold machine text only: identifiers whose shape has been
// checked, and checksums. A profile's text, however harmless, never gets in.

// trackingKey is the key of the tracking issue. Items' keys have a slash.
const trackingKey = "tracking"

// marker is what the opening comment says about the block behind it and about
// the rest of the issue as it was last written.
type marker struct {
	Rollout string
	Key     string
	Text    string   // checksum of the block
	Lines   string   // sums of the block's lines; see written.go
	Named   string   // while links are missing in the block: its checksum with every mention as a name
	Title   string   // checksum of the title
	Phase   string   // the phase whose milestone was set, "" for none
	Labels  []string // checksums of the labels, people and needs that were set
	People  []string
	Needs   []string
	After   string   // at which closing its text was changed afterwards; see again.go
	Dropped bool     // we closed the issue because the item no longer applies
	Drops   int      // how often that has happened
	Former  []string // checksums of people who were set once and have left the profile; see leavers.go
	Origin  string   // of the tracking issue: checksum of the profile's file name
}

// markerText is the shape of everything that goes into a marker.
var markerText = lazy(`^[A-Za-z0-9._:/-]+$`)

func validMarkerText(s string) bool {
	return markerText().MatchString(s) && !strings.Contains(s, "--") && !strings.HasSuffix(s, "-") && !strings.HasPrefix(s, "-")
}

func (m marker) begin() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- runbook:begin v=1 rollout=%s key=%s text=%s title=%s", m.Rollout, m.Key, m.Text, m.Title)
	for _, f := range []struct{ name, value string }{
		{"named", m.Named},
		{"phase", m.Phase},
		{"labels", strings.Join(m.Labels, ".")},
		{"people", strings.Join(m.People, ".")},
		{"needs", strings.Join(m.Needs, ".")},
		{"former", strings.Join(m.Former, ".")},
		{"origin", m.Origin},
		{"after", m.After},
		{"lines", m.Lines},
	} {
		if f.value != "" {
			b.WriteString(" " + f.name + "=" + f.value)
		}
	}
	if m.Dropped {
		b.WriteString(" state=dropped")
	}
	if m.Drops > 0 {
		fmt.Fprintf(&b, " drops=%d", m.Drops)
	}
	b.WriteString(" -->")
	return b.String()
}

func (m marker) end() string {
	return fmt.Sprintf("<!-- runbook:end v=1 rollout=%s key=%s -->", m.Rollout, m.Key)
}

// body is an issue's body, taken apart.
type body struct {
	Above  string // people's text, line ends as they were
	Marker marker
	Block  string // between the comments, line ends normalised
	Below  string
	Broken string // why the block cannot be told from the rest, "" if it can
}

// String puts the body together again.
func (b body) String() string {
	return b.Above + b.Marker.begin() + "\n" + b.Block + "\n" + b.Marker.end() + b.Below
}

var (
	beginComment = lazy(`<!--[ \t]*runbook:begin[ \t]+([^<>]*?)[ \t]*-->`)
	endComment   = lazy(`<!--[ \t]*runbook:end[ \t]+([^<>]*?)[ \t]*-->`)
)

// parseBody finds the block of the rollout in text. It returns one body per
// key that has a marker, in order; more than one means that a marker was
// copied. A body whose markers do not enclose a block is Broken but keeps its
// key, so that a damaged issue is never taken for a missing one.
func parseBody(text, rollout string) []body {
	var found []body
	for _, re := range []*regexp.Regexp{beginComment(), endComment()} {
		for _, at := range re.FindAllStringSubmatchIndex(text, -1) {
			m, err := parseMarker(text[at[2]:at[3]])
			if m.Key == "" || m.Rollout != rollout {
				continue
			}
			i := slices.IndexFunc(found, func(b body) bool { return b.Marker.Key == m.Key })
			switch {
			case i >= 0 && re == beginComment():
				found[i].Broken = "its opening marker is there twice"
			case i < 0 && re == endComment():
				found = append(found, body{Marker: m, Broken: "its opening marker is gone"})
			case i < 0:
				b := enclosed(text, at[0], at[1], m)
				if err != nil {
					b.Broken = err.Error()
				}
				found = append(found, b)
			}
		}
	}
	return found
}

// enclosed cuts text at the opening comment [from, to) and its closing one.
func enclosed(text string, from, to int, m marker) body {
	b := body{Above: text[:from], Marker: m}
	ends := endComment().FindAllStringSubmatchIndex(text[to:], -1)
	ends = slices.DeleteFunc(ends, func(at []int) bool {
		e, _ := parseMarker(text[to+at[2] : to+at[3]])
		return e.Rollout != m.Rollout || e.Key != m.Key
	})
	switch len(ends) {
	case 0:
		b.Broken = "its closing marker is gone"
	case 1:
		b.Block = strings.Trim(normalLines(text[to:to+ends[0][0]]), "\n")
		b.Below = text[to+ends[0][1]:]
	default:
		b.Broken = "its closing marker is there twice"
	}
	return b
}

// parseMarker reads the fields of a comment. An error says why the marker
// cannot be used; Rollout and Key are set all the same if they could be read.
func parseMarker(fields string) (marker, error) {
	var m marker
	var version string
	for f := range strings.FieldsSeq(fields) {
		name, value, _ := strings.Cut(f, "=")
		if !markerText().MatchString(value) {
			continue
		}
		switch name {
		case "v":
			version = value
		case "rollout":
			m.Rollout = value
		case "key":
			m.Key = value
		case "text":
			m.Text = value
		case "after":
			m.After = value
		case "lines":
			m.Lines = value
		case "named":
			m.Named = value
		case "title":
			m.Title = value
		case "phase":
			m.Phase = value
		case "labels":
			m.Labels = strings.Split(value, ".")
		case "people":
			m.People = strings.Split(value, ".")
		case "former":
			m.Former = strings.Split(value, ".")
		case "needs":
			m.Needs = strings.Split(value, ".")
		case "origin":
			m.Origin = value
		case "state":
			m.Dropped = value == "dropped"
		case "drops":
			m.Drops, _ = strconv.Atoi(value)
		}
	}
	if version != "1" {
		return m, fmt.Errorf("its marker has version %q, which this version of the program does not know", version)
	}
	return m, nil
}

// normalLines undoes what web editors do to line ends.
func normalLines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// checksum is a short digest for markers and plans.
func checksum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// blockChecksum is the checksum of a block without what may differ in it:
// line ends, white space at the ends of lines, ticks.
func blockChecksum(block string) string { return checksum(untick(comparableText(block))) }

// comparableText is a block as comparisons see it.
func comparableText(block string) string {
	lines := strings.Split(normalLines(block), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// mark is the short checksum by which a marker remembers one label, person or
// need, without naming it.
func mark(s string) string { return checksum(strings.ToLower(s))[:8] }

func marks(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, mark(s))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
