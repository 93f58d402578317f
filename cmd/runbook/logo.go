package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"runbook/generator"
)

// Limits of a logo: every rendered file carries it.
const (
	maxLogoBytes  = 512 << 10
	maxLogoPixels = 4000
)

// loadLogo reads the picture that document.logo names, relative to the
// profile. What is wrong with it is a problem at that key.
func loadLogo(f profileFile, p *generator.Profile, problems *generator.Problems) ([]byte, error) {
	name := p.Text("document.logo")
	pos, given := p.Given("document.logo")
	if name == "" || !given {
		return nil, nil
	}
	problem := func(hint, format string, args ...any) {
		*problems = append(*problems, generator.Problem{Pos: pos, At: "document.logo", Message: "document.logo " + fmt.Sprintf(format, args...), Hint: hint})
	}
	path := name
	if !filepath.IsAbs(path) && f.path != "-" {
		path = filepath.Join(filepath.Dir(f.path), path)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		problem("the path is relative to the profile", "%q cannot be read: %v", name, errors.Unwrap(err))
		return nil, nil
	case !info.Mode().IsRegular():
		problem("name an SVG or PNG file", "%q is no file", name)
		return nil, nil
	case info.Size() > maxLogoBytes:
		problem("make it smaller: every document carries it", "%q has %d kB, more than %d", name, info.Size()>>10, maxLogoBytes>>10)
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, readError(path, err)
	}
	if config, err := png.DecodeConfig(bytes.NewReader(data)); err == nil {
		if config.Width > maxLogoPixels || config.Height > maxLogoPixels {
			problem("scale it down", "%q is %d by %d pixels, more than %d", name, config.Width, config.Height, maxLogoPixels)
			return nil, nil
		}
		return data, nil
	}
	if isSVG(data) {
		return data, nil
	}
	problem("name an SVG or PNG file", "%q is neither an SVG nor a PNG picture", name)
	return nil, nil
}

// isSVG reports whether data is one well-formed XML document whose root is
// svg.
func isSVG(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root == "svg"
		}
		if err != nil {
			return false
		}
		if start, ok := token.(xml.StartElement); ok && root == "" {
			root = start.Name.Local
		}
	}
}
