package record

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

const wordDocument = "Word document"

// ReadDOCX reads a filled copy of a runbook's Word document. The copy may
// have been saved by another program than Word, as long as it kept the
// content controls.
func ReadDOCX(data []byte) (Record, error) {
	r := Record{Items: map[string]Entry{}}
	o, err := openOffice(wordDocument, data)
	if err != nil {
		return Record{}, err
	}
	if err := o.identify(&r); err != nil {
		return Record{}, err
	}
	name, err := o.main("word/document.xml", "document")
	if err != nil {
		return Record{}, err
	}
	var found controls
	if err := o.part(name, found.read); err != nil {
		return Record{}, err
	}
	forms := 0
	found.name()
	for _, c := range found.list {
		r.identity(c.tag, c.text.String())
		if known, err := r.control(c); err != nil {
			return Record{}, err
		} else if known {
			forms++
		}
	}
	if forms == 0 && r.Digest != "" {
		return Record{}, errors.New("the Word document has no content controls any more: the program that saved it dropped them; fill in the original in Word or LibreOffice")
	}
	if err := r.settle(wordDocument); err != nil {
		return Record{}, err
	}
	return r, nil
}

// control files the content of one control. Those that belong to no item,
// such as the ones of gates and decisions, are passed over.
func (r *Record) control(c *control) (known bool, err error) {
	kind, rest, _ := strings.Cut(c.tag, ".")
	switch kind {
	case "done", "initials", "date", "evidence":
	case "v":
		n, _ := strconv.Atoi(rest[strings.LastIndexByte(rest, '.')+1:])
		if n < 1 || n > 1000 {
			return false, nil // nobody's check: a person made this control
		}
	default:
		return false, nil
	}
	v := fieldValue{on: c.ticked(), text: c.entered()}
	if kind == "date" {
		v.text = c.day()
	}
	return true, r.set(c.tag, v)
}

// labels are the labels that say what a control is for where a program has
// dropped its tag, as LibreOffice 7.4 does.
var labels = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\S+) (?:(done|initials|date|evidence)|check (\d+)(?::.*)?)$`)
})

// tagOf returns the tag that goes with a label, "" for a label of another kind.
func tagOf(label string) string {
	if name := map[string]string{"Workflow": "runbook.workflow", "Rollout": "runbook.id", "Digest": "runbook.digest"}[label]; name != "" {
		return name
	}
	m := labels().FindStringSubmatch(label)
	switch {
	case m == nil:
		return ""
	case m[2] != "":
		return m[2] + "." + m[1]
	}
	return "v." + m[1] + "." + m[3]
}

// name gives a tag to each control that lost it. LibreOffice 7.4 keeps the
// label of most controls; of ticks it puts the label on a control round the
// box and shares that among neighbours, and dates it leaves without any. What
// is left then is the order in which an item has its controls.
func (cs *controls) name() {
	last := ""
	for _, c := range cs.list {
		if c.tag == "" {
			c.tag = tagOf(c.label)
		}
		switch {
		case c.tag != "" || c.label != "":
		case c.box && c.parent != nil && strings.HasPrefix(c.parent.first, "v."):
			i := strings.LastIndexByte(c.parent.first, '.') + 1
			n, _ := strconv.Atoi(c.parent.first[i:]) // a wrong one is refused later
			c.tag = c.parent.first[:i] + strconv.Itoa(n+c.parent.boxes)
			c.parent.boxes++
		case c.box && c.parent != nil:
			c.tag = c.parent.first
		case c.picker:
			if item, ok := strings.CutPrefix(last, "initials."); ok {
				c.tag = "date." + item
			}
		}
		if c.holds > 0 { // the marks in it are those of the boxes inside
			c.first, c.tag = c.tag, ""
		}
		if c.tag != "" {
			last = c.tag
		}
	}
}

// control is a content control as it was found.
type control struct {
	tag, label  string
	box, picker bool     // a tick box, a date
	parent      *control // the one round it
	holds       int      // unnamed boxes inside
	first       string   // tag of the first of them
	boxes       int      // those that have got theirs
	checked     bool
	placeholder bool   // what stands in it was not typed
	fullDate    string // of a date picker
	text        strings.Builder
}

// ticked believes the mark as well as the flag: some programs change only
// one of them.
func (c *control) ticked() bool {
	return c.checked || strings.ContainsAny(c.text.String(), "☒☑✓✔✗✘")
}

func (c *control) entered() string {
	if c.placeholder {
		return ""
	}
	return strings.Join(strings.Fields(c.text.String()), " ")
}

// day is the date of a picker as YYYY-MM-DD, or what was typed instead.
func (c *control) day() string {
	typed := c.entered()
	if _, err := time.Parse(time.DateOnly, typed); err == nil || typed == "" {
		return typed
	}
	if day, _, _ := strings.Cut(c.fullDate, "T"); day != "" {
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			return day
		}
	}
	return typed
}

// controls collects the content controls of a document part.
type controls struct {
	list []*control
	open []*control // the ones we are in, the innermost last
}

const word14 = "http://schemas.microsoft.com/office/word/2010/wordml"

// read walks through the part. Namespaces of the main language are not
// compared: the strict dialect has other ones, with the same names.
func (cs *controls) read(d *xml.Decoder) error {
	inText, inProperties := false, false
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sdt":
				c := &control{}
				if len(cs.open) > 0 {
					c.parent = cs.open[len(cs.open)-1]
				}
				cs.list, cs.open = append(cs.list, c), append(cs.open, c)
				if len(cs.open) > deepest {
					return errors.New("controls are nested too deep")
				}
			case "sdtPr":
				inProperties = true
			case "t":
				inText = true
			case "tab", "br", "p":
				cs.write(" ")
			default:
				if inProperties && len(cs.open) > 0 {
					cs.open[len(cs.open)-1].property(t)
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "sdt":
				if n := len(cs.open); n > 0 {
					if c := cs.open[n-1]; c.box && c.tag == "" && c.label == "" && c.parent != nil {
						c.parent.holds++
					}
					cs.open = cs.open[:n-1]
				}
			case "sdtPr":
				inProperties = false
			case "t":
				inText = false
			}
		case xml.CharData:
			if inText {
				cs.write(string(t))
			}
		}
	}
}

// write adds text to every control it stands in.
func (cs *controls) write(s string) {
	for _, c := range cs.open {
		c.text.WriteString(s)
	}
}

func (c *control) property(e xml.StartElement) {
	value := func(name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	isOn := func(s string) bool { return s != "0" && s != "false" && s != "off" }
	switch e.Name.Local {
	case "tag":
		c.tag = value("val")
	case "alias":
		c.label = value("val")
	case "checkbox":
		c.box = true
	case "checked":
		c.checked = e.Name.Space == word14 && isOn(value("val"))
	case "showingPlcHdr":
		c.placeholder = isOn(value("val"))
	case "date":
		c.picker = true
		c.fullDate = value("fullDate")
	}
}
