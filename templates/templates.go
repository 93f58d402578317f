// Package templates embeds the page templates and stylesheets of the formats.
// It holds no logic: a format takes what it needs, under the name of the
// folder that is its own; go generate compiles the templates into Go there. To
// add a file, put it into its folder; nothing here changes.
package templates

import "embed"

// FS holds html/ and markdown/ with their templates and stylesheets.
//
//go:embed */*.tmpl */*.css
var FS embed.FS
