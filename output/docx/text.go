package docx

import (
	"strings"

	"runbook/output/ooxml"
)

// line is cleaned text on one line, as properties and headings want it.
func line(s string) string { return strings.Join(strings.Fields(ooxml.Clean(s)), " ") }

// stepID is the part of an item's key that is unique in its workflow.
func stepID(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }
