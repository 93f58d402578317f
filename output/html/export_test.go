package html

import (
	"bytes"
	"html/template"

	"runbook/generator"
	"runbook/templates"
)

// functions are those of the templates. The compiled ones call the
// functions of this package by the same names.
var functions = template.FuncMap{
	"word": word, "texts": texts,
	"duration": duration, "count": count, "span": span, "planning": planning, "day": day, "weekday": weekday, "mailto": mailto, "breakable": breakable, "weblink": weblink, "next": next, "heading": heading, "sentence": sentence,
}

func parsed() (*template.Template, error) {
	return template.New("templates").Funcs(functions).ParseFS(templates.FS, "html/*.tmpl")
}

// Executed is the page as html/template itself writes it.
func Executed(rb *generator.Runbook) ([]byte, error) {
	p, err := newPage(rb)
	if err != nil {
		return nil, err
	}
	set, err := parsed()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = set.ExecuteTemplate(&b, "page", p)
	return allowedCharacters(b.Bytes()), err
}

// Converted is what goldmark makes of a text, also where it need not be asked.
func Converted(md generator.Markdown) (blocks string) {
	out, _ := (&scope{anchors: &anchors{}}).convert(md)
	return string(out)
}
