// Package templates embeds the page templates and stylesheets of the formats.
// It holds no logic: a format parses what it needs, under the name of the
// folder that is its own. To add a file, put it into its folder; nothing here
// changes.
package templates

import "embed"

// FS holds html/ and markdown/ with their templates and stylesheets.
//
//go:embed */*.tmpl */*.css
var FS embed.FS
