package html

import (
	"bytes"
	"encoding/base64"
	"errors"
	"html/template"
)

// errLogo is what Render says of a picture it cannot show.
var errLogo = errors.New("the logo is neither a PNG nor an SVG picture")

// logoURL inlines the picture as a data address for <img>. A browser runs no
// script and loads nothing for an SVG that is shown this way; as markup in
// the page it could do both.
func logoURL(picture []byte) (template.URL, error) {
	if len(picture) == 0 {
		return "", nil
	}
	kind := ""
	start := bytes.TrimSpace(bytes.TrimPrefix(picture, []byte("\xef\xbb\xbf")))
	switch {
	case bytes.HasPrefix(picture, []byte("\x89PNG\r\n\x1a\n")):
		kind = "image/png"
	case bytes.HasPrefix(start, []byte("<")) && bytes.Contains(start, []byte("<svg")):
		kind = "image/svg+xml"
	default:
		return "", errLogo
	}
	// base64 has nothing that could end the attribute
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(picture)), nil
}
