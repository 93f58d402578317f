package markdown

import (
	"reflect"
	"text/template"

	"runbook/generator"
	"runbook/templates"
)

// functions are those of the templates, under the names that they have in
// this package. The methods write, and give no value.
var functions = map[string]any{
	"text": (*writer).text, "code": (*writer).code, "links": (*writer).links, "inline": (*writer).inline, "indented": (*writer).indented,
	"heading": (*writer).heading, "anchor": (*writer).anchor, "link": (*writer).link, "itemNumber": (*writer).itemNumber, "need": (*writer).need, "ready": (*writer).ready,
	"minutes": (*writer).minutes, "people": (*writer).people, "tick": (*writer).tick, "ordinal": (*writer).ordinal, "state": (*writer).state, "evidence": (*writer).evidence,
	"title": title, "sentence": sentence, "behind": behind, "days": days, "planning": planning, "day": day, "weekday": weekday, "dated": dated, "together": together, "companions": companions, "glance": glance, "waiting": waiting, "handson": handson, "awaited": awaited, "nothing": nothing, "done": done, "gate": gate, "first": first,
}

// parsed are the templates as text/template executes them, onto a writer.
func parsed(w *writer) (*template.Template, error) {
	bound := template.FuncMap{}
	for name, f := range functions {
		bound[name] = f
		if v := reflect.ValueOf(f); v.Type().NumIn() > 0 && v.Type().In(0) == reflect.TypeFor[*writer]() {
			bound[name] = onto(w, v)
		}
	}
	return template.New("templates").Funcs(bound).ParseFS(templates.FS, "markdown/*.tmpl")
}

// onto is a method of the writer as a function of a template: it writes, and
// leaves nothing to print.
func onto(w *writer, method reflect.Value) any {
	var in []reflect.Type
	for i := 1; i < method.Type().NumIn(); i++ {
		in = append(in, method.Type().In(i))
	}
	typ := reflect.FuncOf(in, []reflect.Type{reflect.TypeFor[string]()}, false)
	return reflect.MakeFunc(typ, func(args []reflect.Value) []reflect.Value {
		method.Call(append([]reflect.Value{reflect.ValueOf(w)}, args...))
		return []reflect.Value{reflect.ValueOf("")}
	}).Interface()
}

// Write is how text/template prints onto the page.
func (w *writer) Write(b []byte) (int, error) {
	w.raw(string(b))
	return len(b), nil
}

// Executed is the page as text/template itself writes it.
func Executed(rb *generator.Runbook) ([]byte, error) {
	p := newPage(rb)
	w := newWriter(p, nil)
	set, err := parsed(w)
	if err != nil {
		return nil, err
	}
	err = set.ExecuteTemplate(w, "runbook", p)
	return w.page(), err
}
