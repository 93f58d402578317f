package pdf_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"runbook/generator/generatortest"
	"runbook/output/pdf"
)

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><defs><style>.a{fill:#0b4a6f}.b,.c{fill:none;stroke:#e11d48;stroke-width:6}</style>
<linearGradient id="g"><stop offset="0" stop-color="#f59e0b"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
<rect class="a" width="90" height="90" x="5" y="5" rx="18"/><circle cx="50" cy="50" r="28" fill="url(#g)"/>
<path class="b" d="M120 65a30 30 0 1 1 60 0 30 30 0 01-60 0zm80-40q20 40 40 0t40 0"/>
<g transform="translate(220 60) rotate(20)"><polygon points="0,0 40,0 20,35" fill="rgb(20,160,80)"/></g></svg>`

func TestLogo(t *testing.T) {
	t.Parallel()
	var dots bytes.Buffer
	if err := png.Encode(&dots, image.NewGray16(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, data, warning string }{
		{"none", "", ""},
		{"lines", svg, ""},
		{"dots of 16 bits", dots.String(), ""},
		{"text in it", strings.Replace(svg, "</svg>", "<text>x</text></svg>", 1), "without its text"},
		{"no picture", "hello", "no SVG, PNG or JPEG"},
		{"another XML", "<html></html>", "it is no SVG"},
		{"broken", svg[:200], "no sound SVG"},
		{"empty", `<svg viewBox="0 0 1 1"/>`, "nothing that can be drawn"},
		{"no size", `<svg><path d="M0 0L1 1"/></svg>`, "no size"},
		{"entities", `<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1">&a;</svg>`, "no sound SVG"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			rb := generatortest.Small()
			rb.Document.Logo, rb.Document.LogoPath = []byte(tt.data), "logo.svg"
			data, warnings, err := pdf.Render(rb, options)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(warnings, "\n"); (tt.warning == "") != (got == "") || !strings.Contains(got, tt.warning) {
				t.Errorf("warnings %q, want %q", got, tt.warning)
			}
			tool(t, data, "qpdf", "--check", "PDF")
		})
	}
}

func FuzzLogo(f *testing.F) {
	f.Add([]byte(svg))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><path d="M1 1e3.5.5-2a1 1 0 00.5.5zH3V4S1 2 3 4"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rb := generatortest.Small()
		rb.Document.Logo = data
		if _, _, err := pdf.Render(rb, options); err != nil {
			t.Fatal(err)
		}
	})
}
