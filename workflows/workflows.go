// Package workflows holds the built-in workflow folders. It is data: the
// meaning of the files is in package generator, their form in the README.
package workflows

import "embed"

//go:generate go test . -run ^(TestPrecompiledIsInStep|TestReference)$ -update

// FS has one folder per built-in workflow, and beside it ID.bin, the same
// YAML in a form that loads fast.
//
//go:embed */*.yaml */*/*.md */*/*.yaml *.bin
var FS embed.FS
