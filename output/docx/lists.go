package docx

import "strconv"

// listStart is where one ordered list begins of the document; all bullet lists share one
// instance, while an ordered list must begin anew.
type listStart struct {
	level int
	start int
}

// bulletList is the number of the shared instance of bullet lists.
const bulletList = 1

const (
	listStep   = 369 // indent a level, in twips
	listLevels = 9
)

// numbering is the part that defines the lists. Instance 1 are the bullets;
// the ordered ones follow in order.
func numbering(ordered []listStart) string {
	var o out
	o.raw(xmlHead, `<w:numbering`, spaces, `>`)
	abstract := func(id int, level func(int)) {
		o.raw(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(id), `"><w:multiLevelType w:val="hybridMultilevel"/>`)
		for l := range listLevels {
			o.raw(`<w:lvl w:ilvl="`, strconv.Itoa(l), `"><w:start w:val="1"/>`)
			level(l)
			o.raw(`<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="`, strconv.Itoa(listStep*(l+1)), `" w:hanging="`, strconv.Itoa(listStep), `"/></w:pPr></w:lvl>`)
		}
		o.raw("</w:abstractNum>")
	}
	abstract(0, func(l int) {
		o.val("numFmt", "bullet")
		o.val("lvlText", []string{"•", "–", "▪"}[l%3])
	})
	abstract(1, func(l int) {
		o.val("numFmt", []string{"decimal", "lowerLetter", "lowerRoman"}[l%3])
		o.val("lvlText", "%"+strconv.Itoa(l+1)+".")
	})
	o.raw(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i, s := range ordered {
		o.raw(`<w:num w:numId="`, strconv.Itoa(bulletList+1+i), `"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="`, strconv.Itoa(s.level),
			`"><w:startOverride w:val="`, strconv.Itoa(s.start), `"/></w:lvlOverride></w:num>`)
	}
	o.raw("</w:numbering>")
	return o.String()
}
