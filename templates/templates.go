// Package templates embeds the page templates and stylesheets of the formats.
// It holds no logic: a format takes what it needs, under the name of the
// folder that is its own; those of html are compiled into output/html by
// go generate. To add a file, put it into its folder; nothing here changes.
package templates

import "embed"

// FS holds html/ and markdown/ with their templates and stylesheets.
//
//go:embed */*.tmpl */*.css
var FS embed.FS
