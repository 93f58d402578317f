package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"
	"time"
)

// Text is an authored piece of text, plain or Markdown, in which template
// actions name values.
type Text struct {
	source string
	pos    Pos
}

// Values travel through a template between marks, so that they can be escaped
// afterwards for the place where they ended up. The marks are noncharacters,
// which clean drops from every profile value.
const (
	markOpen  = '\ufdd0'
	markClose = '\ufdd1'
	markStep  = '\ufdd2' // opens the ID of a step to be linked; closed by markClose
)

func wrap(s string) string {
	if s == "" {
		return ""
	}
	return string(markOpen) + s + string(markClose)
}

var unmarker = strings.NewReplacer(string(markOpen), "", string(markClose), "", string(markStep), "")

func unwrap(s string) string { return unmarker.Replace(s) }

// texts holds the parsed templates of a workflow. Parsing waits until a text
// is first needed: most runs use half of them.
type texts struct {
	mu     sync.Mutex
	root   *template.Template
	parsed map[string]*template.Template
	static map[string]Markdown // texts without actions, finished
}

func newTexts() *texts {
	return &texts{root: template.New("").Option("missingkey=error").Funcs(textFunctions), parsed: map[string]*template.Template{}, static: map[string]Markdown{}}
}

// textFunctions are what templates may call. The comparisons of
// text/template are taken away: a text lays out and never decides.
var textFunctions = template.FuncMap{
	"fill": func(v any, name string) any {
		switch v := v.(type) {
		case string:
			if v == "" {
				return wrap("<" + name + ">")
			}
		case int:
			if v == 0 {
				return wrap("<" + name + ">")
			}
		case []any:
			if len(v) == 0 {
				return wrap("<" + name + ">")
			}
			return naturalList(v, "")
		}
		return v
	},
	"list":  func(v []any) string { return naturalList(v, "") },
	"codes": func(v []any) string { return naturalList(v, "`") },
	"join": func(v []any, separator string) string {
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = fmt.Sprint(p)
		}
		return strings.Join(parts, separator)
	},
	"ps": func(v any) string { return wrap(`"` + psEscaper.Replace(unwrap(fmt.Sprint(v))) + `"`) },
	"sh": func(v any) string { return wrap("'" + strings.ReplaceAll(unwrap(fmt.Sprint(v)), "'", `'\''`) + "'") },
	"json": func(v any) (string, error) {
		quoted, err := json.Marshal(unwrap(fmt.Sprint(v)))
		return wrap(string(quoted[1 : len(quoted)-1])), err
	},
	"q":   func(v any) string { return wrap(strconv.Quote(unwrap(fmt.Sprint(v)))) },
	"num": func(v int) string { return thousands(v) },
	"day": func(v string) (string, error) {
		if v == "" {
			return "", nil
		}
		return dayInWords(unwrap(v))
	},
	"lower": func(v string) string { return wrap(strings.ToLower(unwrap(v))) },
	"upper": func(v string) string { return wrap(strings.ToUpper(unwrap(v))) },
	"first": func(v []any) any {
		if len(v) == 0 {
			return ""
		}
		return v[0]
	},
	"add":  func(a, b int) int { return a + b },
	"step": func(id string) string { return string(markStep) + id + string(markClose) },
	"in":   func(string) (bool, error) { return false, errors.New("in is resolved when a template is parsed") },
}

var psEscaper = strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$")

func naturalList(v []any, around string) string {
	var b strings.Builder
	for i, p := range v {
		switch {
		case i > 0 && i == len(v)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(around)
		fmt.Fprint(&b, p)
		b.WriteString(around)
	}
	return b.String()
}

func dayInWords(date string) (string, error) {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return "", fmt.Errorf("%q is no date", date)
	}
	return t.Format("2 January 2006"), nil
}

// template returns the parsed form of t.
func (x *texts) template(t Text) (*template.Template, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if tmpl := x.parsed[t.source]; tmpl != nil {
		return tmpl, nil
	}
	trees, err := parse.Parse("text", t.source, "", "", textFunctions, builtinNames)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", t.pos, strings.TrimPrefix(err.Error(), "template: "))
	}
	tree := trees["text"]
	if tree == nil {
		tree = &parse.Tree{Name: "text", Root: &parse.ListNode{NodeType: parse.NodeList}}
	}
	bindIn(tree.Root)
	tmpl, err := x.root.AddParseTree(strconv.Itoa(len(x.parsed)), tree)
	if err != nil {
		return nil, err
	}
	x.parsed[t.source] = tmpl
	return tmpl, nil
}

// builtinNames are the functions of text/template that stay allowed.
var builtinNames = map[string]any{"and": true, "or": true, "not": true, "len": true, "index": true, "call": true}

// bindIn turns {{in "id"}} into a call of the function that the run puts into
// the data, because a parsed template is shared by all runs.
func bindIn(n parse.Node) {
	walkTemplate(n, func(c *parse.CommandNode) {
		id, ok := c.Args[0].(*parse.IdentifierNode)
		if !ok || id.Ident != "in" || len(c.Args) != 2 {
			return
		}
		call := parse.NewIdentifier("call").SetPos(id.Pos)
		selected := &parse.VariableNode{NodeType: parse.NodeVariable, Pos: id.Pos, Ident: []string{"$", "_in"}}
		c.Args = []parse.Node{call, selected, c.Args[1]}
	})
}

// walkTemplate calls visit for every command below n.
func walkTemplate(n parse.Node, visit func(*parse.CommandNode)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			walkTemplate(c, visit)
		}
	case *parse.ActionNode:
		walkTemplate(n.Pipe, visit)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			for _, a := range c.Args {
				walkTemplate(a, visit)
			}
			visit(c)
		}
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	}
}

func walkBranch(n *parse.BranchNode, visit func(*parse.CommandNode)) {
	walkTemplate(n.Pipe, visit)
	walkTemplate(n.List, visit)
	walkTemplate(n.ElseList, visit)
}

// fixed returns the finished form of a text without template actions.
func (x *texts) fixed(t Text) (Markdown, bool) {
	if strings.Contains(t.source, "{{") {
		return "", false
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	m, ok := x.static[t.source]
	if !ok {
		m = Markdown(tidy(t.source))
		x.static[t.source] = m
	}
	return m, true
}

// execute runs t over data; the values in the result are still marked.
func (x *texts) execute(t Text, data map[string]any) (string, error) {
	if !strings.Contains(t.source, "{{") {
		return t.source, nil
	}
	tmpl, err := x.template(t)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := tmpl.Execute(&b, data); err != nil {
		return "", fmt.Errorf("%s: %w", t.pos, err)
	}
	return b.String(), nil
}

// marked copies an environment with every string put between marks.
func marked(v any) any {
	switch v := v.(type) {
	case string:
		return wrap(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = marked(e)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v)+1)
		for k, e := range v {
			out[k] = marked(e)
		}
		return out
	}
	return v
}
