package generator

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/template/parse"
)

// program is a compiled text: what its parse tree says, without what a text
// may not use, as a string of instructions. It runs without reflection and is
// stored as it is. An instruction is a byte for its kind and then its parts:
// numbers as varints, names, texts and programs with their length in front.
type program string

// The kinds of instruction.
const (
	opText  = iota // copy a text
	opValue        // print an operand
	opIf           // operand, names of its variables, program, program of else
	opWith
	opRange
)

// The kinds of operand.
const (
	argDot   = iota // the dot, or a path below it
	argRoot         // $, or a path below it
	argVar          // a variable by its name, or a path below it
	argText         // a literal text
	argInt          // a literal number
	argTrue         // a literal
	argFalse        // a literal
	argCall         // a function by its name, and other operands
)

// compileText reads the syntax of text/template.
func compileText(t Text) (program, error) {
	trees, err := parse.Parse("text", t.source, "", "", functionNames)
	if err != nil {
		return "", fmt.Errorf("%s: %s", t.pos, strings.TrimPrefix(err.Error(), "template: text:"))
	}
	var p program
	if trees["text"] != nil { // as for a comment alone
		p, err = compileList(trees["text"].Root)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", t.pos, err)
	}
	if p == "" {
		p = program(appendText([]byte{opText}, ""))
	}
	return p, nil
}

// functionNames is what the parser must know.
var functionNames = func() map[string]any {
	names := map[string]any{}
	for name := range textFunctions {
		names[name] = true
	}
	for name := range textQuestions {
		names[name] = true
	}
	return names
}()

func compileList(list *parse.ListNode) (program, error) {
	if list == nil {
		return "", nil
	}
	var code []byte
	for _, n := range list.Nodes {
		var err error
		if code, err = compileNode(code, n); err != nil {
			return "", err
		}
	}
	return program(code), nil
}

// compileNode appends the instruction for a node.
func compileNode(code []byte, n parse.Node) ([]byte, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		return appendText(append(code, opText), string(n.Text)), nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return nil, errors.New("a text declares no variables outside range and with")
		}
		value, err := compilePipe(n.Pipe)
		return append(append(code, opValue), value...), err
	case *parse.IfNode:
		return compileBranch(append(code, opIf), &n.BranchNode)
	case *parse.WithNode:
		return compileBranch(append(code, opWith), &n.BranchNode)
	case *parse.RangeNode:
		return compileBranch(append(code, opRange), &n.BranchNode)
	}
	return nil, fmt.Errorf("a text cannot use %s", n)
}

func compileBranch(code []byte, n *parse.BranchNode) ([]byte, error) {
	value, err := compilePipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	index, item := "", ""
	switch len(n.Pipe.Decl) {
	case 1:
		item = n.Pipe.Decl[0].Ident[0][1:]
	case 2:
		index, item = n.Pipe.Decl[0].Ident[0][1:], n.Pipe.Decl[1].Ident[0][1:]
	}
	body, err := compileList(n.List)
	if err != nil {
		return nil, err
	}
	other, err := compileList(n.ElseList)
	code = append(code, value...)
	for _, part := range []string{index, item, string(body), string(other)} {
		code = appendText(code, part)
	}
	return code, err
}

// call is a function and its operands.
type call struct {
	name string
	args [][]byte
}

func (c call) code() []byte {
	code := binary.AppendUvarint(appendText([]byte{argCall}, c.name), uint64(len(c.args)))
	return append(code, bytes.Join(c.args, nil)...)
}

// compilePipe makes a | b x the call b x a.
func compilePipe(p *parse.PipeNode) ([]byte, error) {
	var code []byte
	for i, cmd := range p.Cmds {
		id, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok {
			if i > 0 || len(cmd.Args) > 1 {
				return nil, fmt.Errorf("%s is no function", cmd.Args[0])
			}
			var err error
			if code, err = compileOperand(cmd.Args[0]); err != nil {
				return nil, err
			}
			continue
		}
		c := call{name: id.Ident}
		for _, a := range cmd.Args[1:] {
			arg, err := compileOperand(a)
			if err != nil {
				return nil, err
			}
			c.args = append(c.args, arg)
		}
		if i > 0 {
			c.args = append(c.args, code)
		}
		code = c.code()
	}
	return code, nil
}

func compileOperand(n parse.Node) ([]byte, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return appendPath([]byte{argDot}, nil), nil
	case *parse.FieldNode:
		return appendPath([]byte{argDot}, n.Ident), nil
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return appendPath([]byte{argRoot}, n.Ident[1:]), nil
		}
		return appendPath(appendText([]byte{argVar}, n.Ident[0][1:]), n.Ident[1:]), nil
	case *parse.StringNode:
		return appendText([]byte{argText}, unwrap(n.Text)), nil
	case *parse.NumberNode:
		if _, err := strconv.ParseInt(n.Text, 0, 64); err == nil { // not 1.0 either
			return binary.AppendVarint([]byte{argInt}, n.Int64), nil
		}
	case *parse.BoolNode:
		if n.True {
			return []byte{argTrue}, nil
		}
		return []byte{argFalse}, nil
	case *parse.PipeNode:
		return compilePipe(n)
	case *parse.IdentifierNode:
		return call{name: n.Ident}.code(), nil
	}
	return nil, fmt.Errorf("a text cannot use %s", n)
}

func appendPath(code []byte, names []string) []byte {
	return appendText(code, strings.Join(names, "."))
}
