package generator

import (
	"errors"
	"fmt"
	"strings"
	"text/template/parse"
)

// program is a compiled text: what its parse tree says, without what a text
// may not use. It runs without reflection, and can be stored.
type program []instruction

// The kinds of instruction.
const (
	opText  = iota // copy text
	opValue        // print a value
	opIf
	opWith
	opRange
)

type instruction struct {
	op    byte
	text  string
	value operand
	index string // variables of a range or a declaration, without $
	item  string
	body  program
	other program // else
}

// The kinds of operand.
const (
	argDot   = iota // the dot, or a path below it
	argRoot         // $, or a path below it
	argVar          // a variable, or a path below it
	argText         // a literal text
	argInt          // a literal number
	argTrue         // a literal
	argFalse        // a literal
	argCall         // a function of other operands
)

type operand struct {
	kind byte
	name string   // of a variable or function; a literal text
	path []string // below the dot, the root or the variable
	n    int
	args []operand
}

// compileText reads the syntax of text/template.
func compileText(t Text) (program, error) {
	trees, err := parse.Parse("text", t.source, "", "", functionNames)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", t.pos, strings.TrimPrefix(err.Error(), "template: text:"))
	}
	if trees["text"] == nil {
		return nil, nil
	}
	p, err := compileList(trees["text"].Root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.pos, err)
	}
	return p, nil
}

// functionNames is what the parser must know.
var functionNames = func() map[string]any {
	names := map[string]any{}
	for name := range textFunctions {
		names[name] = true
	}
	return names
}()

func compileList(list *parse.ListNode) (program, error) {
	if list == nil {
		return nil, nil
	}
	var p program
	for _, n := range list.Nodes {
		in, err := compileNode(n)
		if err != nil {
			return nil, err
		}
		p = append(p, in)
	}
	return p, nil
}

func compileNode(n parse.Node) (instruction, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		return instruction{op: opText, text: string(n.Text)}, nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return instruction{}, errors.New("a text declares no variables outside range and with")
		}
		v, err := compilePipe(n.Pipe)
		return instruction{op: opValue, value: v}, err
	case *parse.IfNode:
		return compileBranch(opIf, &n.BranchNode)
	case *parse.WithNode:
		return compileBranch(opWith, &n.BranchNode)
	case *parse.RangeNode:
		return compileBranch(opRange, &n.BranchNode)
	}
	return instruction{}, fmt.Errorf("a text cannot use %s", n)
}

func compileBranch(op byte, n *parse.BranchNode) (instruction, error) {
	in := instruction{op: op}
	var err error
	if in.value, err = compilePipe(n.Pipe); err != nil {
		return in, err
	}
	switch len(n.Pipe.Decl) {
	case 1:
		in.item = n.Pipe.Decl[0].Ident[0][1:]
	case 2:
		in.index, in.item = n.Pipe.Decl[0].Ident[0][1:], n.Pipe.Decl[1].Ident[0][1:]
	}
	if in.body, err = compileList(n.List); err != nil {
		return in, err
	}
	in.other, err = compileList(n.ElseList)
	return in, err
}

// compilePipe makes a | b x the call b x a.
func compilePipe(p *parse.PipeNode) (operand, error) {
	var v operand
	for i, cmd := range p.Cmds {
		next, err := compileCommand(cmd)
		if err != nil {
			return v, err
		}
		if i > 0 {
			if next.kind != argCall {
				return v, fmt.Errorf("%s is no function", cmd)
			}
			next.args = append(next.args, v)
		}
		v = next
	}
	return v, nil
}

func compileCommand(cmd *parse.CommandNode) (operand, error) {
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(cmd.Args) > 1 {
			return operand{}, fmt.Errorf("%s is no function", cmd.Args[0])
		}
		return compileOperand(cmd.Args[0])
	}
	call := operand{kind: argCall, name: id.Ident}
	for _, a := range cmd.Args[1:] {
		v, err := compileOperand(a)
		if err != nil {
			return call, err
		}
		call.args = append(call.args, v)
	}
	return call, nil
}

func compileOperand(n parse.Node) (operand, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return operand{kind: argDot}, nil
	case *parse.FieldNode:
		return operand{kind: argDot, path: n.Ident}, nil
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return operand{kind: argRoot, path: n.Ident[1:]}, nil
		}
		return operand{kind: argVar, name: n.Ident[0][1:], path: n.Ident[1:]}, nil
	case *parse.StringNode:
		return operand{kind: argText, name: n.Text}, nil
	case *parse.NumberNode:
		if n.IsInt {
			return operand{kind: argInt, n: int(n.Int64)}, nil
		}
	case *parse.BoolNode:
		if n.True {
			return operand{kind: argTrue}, nil
		}
		return operand{kind: argFalse}, nil
	case *parse.PipeNode:
		return compilePipe(n)
	case *parse.IdentifierNode:
		return operand{kind: argCall, name: n.Ident}, nil
	}
	return operand{}, fmt.Errorf("a text cannot use %s", n)
}
