// Package workflows holds the built-in workflow folders. It is data: the
// meaning of the files is in package generator, their form in the README.
package workflows

import "embed"

// FS has one folder per built-in workflow.
//
//go:embed */*.yaml */*/*.md */*/*.yaml
var FS embed.FS
