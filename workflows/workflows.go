// Package workflows holds the built-in workflow folders. It is data: the
// meaning of the files is in package generator, their form in the README.
package workflows

import "embed"

//go:generate go test . -run ^(TestPrecompiledIsInStep|TestReference)$ -update

// FS has one folder per built-in workflow.
//
//go:embed */*.yaml */*/*.md */*/*.yaml
var FS embed.FS

// Precompiled is the same in a form that loads fast.
//
//go:embed precompiled.bin
var Precompiled string
