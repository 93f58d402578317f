package pdf

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"

	"runbook/generator"
)

var plainText = style{cut: regular, size: 10}

// shownAs is what a line shows from left to right.
func shownAs(l line) string {
	var b strings.Builder
	for _, g := range l.frags {
		for _, r := range g.text {
			b.WriteString(letters(r))
		}
	}
	return b.String()
}

func TestOrder(t *testing.T) {
	t.Parallel()
	mark := generator.Bound
	for text, want := range map[string]string{
		"ask אבג today": "ask גבא today",
		"אבג דהו":       "והד גבא",
		"אבג 12 דהו":    "והד 12 גבא",
		"אבג (IT)":      "(IT) גבא",
		"Abc (אבג) 12":  "Abc (גבא) 12",
		"Bo, אבג" + mark + ", דהו" + mark + ", Al":  "Bo, גבא, והד, Al",
		"אבג" + mark + ", דהו" + mark:               "גבא, והד",
		"אבג" + mark + " · 29 Nov":                  "גבא · 29 Nov",
		"אבג Cloud דהו (שלב 2)":                     "(2 בלש) והד Cloud גבא",
		"a [אבג 1-2, דהו] b":                        "a [והד ,1-2 גבא] b",
		"$5 for אבג $5":                             "$5 for $5 גבא",
		"first\nאבג 1":                              "first|1 גבא",
		"بيت, 3":                                    "3 ,تيب",
		"قلم ٣٤":                                    "٣٤ ملق",
		"a אב (גד) b":                               "a (דג) בא b",
		"a (אב c) b":                                "a (בא c) b",
		"no turn: " + strings.Repeat("x", 3) + mark: "no turn: xxx",
	} {
		var got []string
		for _, l := range newFonts().wrap([]span{{text, plainText}}, 1e6) {
			got = append(got, shownAs(l))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q is shown as %q, want %q", text, s, want)
		}
	}
}

// What is read in one order and stands in another takes the same room, and no
// piece lies on another, whatever the styles are and wherever lines break.
func TestOrderKeepsRoom(t *testing.T) {
	t.Parallel()
	f := newFonts()
	spans := []span{{"Ask אבג דהו, ", plainText}, {"زيد قلم 12", style{cut: bold, size: 10}}, {" (אבג", plainText}, {" x) ", style{cut: code, size: 9, wash: true}}, {"טיכ end", plainText}}
	for width := 20.0; width < 300; width += 7 {
		var words []string
		for _, l := range f.wrap(spans, width) {
			x := 0.0
			for _, g := range l.frags {
				if g.x < x-0.01 {
					t.Fatalf("width %.0f: %q begins at %.2f, the piece before it ends at %.2f", width, g.text, g.x, x)
				}
				x = g.x + g.w
			}
			if x > l.w+0.01 {
				t.Fatalf("width %.0f: a line of %.2f reaches to %.2f", width, l.w, x)
			}
			words = append(words, strings.Fields(shownAs(l))...)
		}
		if width > 100 && !slices.Contains(words, "טיכ") && !slices.Contains(words, "כיט") {
			t.Errorf("width %.0f: %q", width, words)
		}
	}
}

// The levels are those of the algorithm as golang.org/x/text has it, which
// tells only the direction of each run. Brackets are left out: its Paragraph
// takes "(" and ")" for no pair.
func TestLevels(t *testing.T) {
	t.Parallel()
	alphabet := []rune("abאבعب 12٣,.-+/$%")
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		var p bidi.Paragraph
		if _, err := p.SetString(string(text)); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		got := levels(text)
		for i := range order.NumRuns() {
			run := order.Run(i)
			start, end := run.Pos()
			for at := start; at <= end; at++ {
				if turned := got[at]%2 == 1; turned != (run.Direction() == bidi.RightToLeft) && strings.TrimSpace(string(text[at:])) != "" {
					t.Fatalf("%q: level %d at %d, run %d is %v; all %v", string(text), got[at], at, i, run.Direction(), got)
				}
			}
		}
	}
}

func TestJoined(t *testing.T) {
	t.Parallel()
	f := newFonts()
	of := func(r rune, form int) rune { return formOf(r, form) }
	for text, want := range map[string][]rune{
		"محمد":       {of('م', initial), of('ح', medial), of('م', medial), of('د', final)},
		"دار":        {'د', 'ا', 'ر'}, // none of them joins what comes
		"بَت":        {of('ب', initial), '\u064e', of('ت', final)},
		"ب\u200cت":   {'ب', '\u200c', 'ت'}, // kept apart
		"بـ":         {of('ب', initial), tatweel},
		"لا":         {lamWith('ا'), 0},
		"بلأم":       {of('ب', initial), lamWith('أ') + 1, 0, 'م'},
		"گچ":         {of('گ', initial), of('چ', final)},
		"ب a":        {'ب', ' ', 'a'},
		"not Arabic": []rune("not Arabic"),
	} {
		if got := f.joined([]rune(text)); !slices.Equal(got, want) {
			t.Errorf("%q: %x, want %x", text, got, want)
		}
	}
	if got := letters(lamWith('أ') + 1); got != "لأ" {
		t.Errorf("the ligature stands for %q", got)
	}
}

// Forms that Unicode has for old texts are the letters, and codes of ours that
// come with a text are no letters.
func TestForms(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"\ufeb3\ufefc": "سلا", "\ufb2a": "\u05e9\u05c1", string(formOf('م', initial)): "\ufffd"} {
		if got := clean(text); got != want {
			t.Errorf("%+q becomes %+q, want %+q", text, got, want)
		}
	}
}

// TestLongTurnedText: what somebody wrote may be long, and of nothing but what
// takes work. None of it takes the square of its length, with which the
// brackets would take half a minute.
func TestLongTurnedText(t *testing.T) {
	const n = 20000
	f := newFonts()
	st := text{9, 11}.style(regular, ink)
	f.direct([]span{{"\u05d0\u0628", st}}) // opens the faces
	for name, s := range map[string]string{
		"letters":  strings.Repeat("\u05d0", n),
		"brackets": "\u05d0" + strings.Repeat("(", n) + strings.Repeat("]", n),
	} {
		if allocs := testing.AllocsPerRun(1, func() { f.direct([]span{{s, st}}) }); allocs > 1000 {
			t.Errorf("%s: %.0f pieces of memory", name, allocs)
		}
	}
	for unclosed, want := range map[int]bidi.Class{deepest - 1: bidi.R, deepest: bidi.ON} {
		text := []rune(strings.Repeat("(", unclosed) + "[a]")
		class := slices.Repeat([]bidi.Class{bidi.ON}, len(text))
		class[unclosed+1] = bidi.L
		if brackets(text, class, bidi.R); class[unclosed] != want {
			t.Errorf("behind %d open brackets the next pair is of class %v, want %v", unclosed, class[unclosed], want)
		}
	}
	fc := f.open(hebrew[regular])
	if signs := "\u05b7\u05bc"; fc.moved('\u05b7', signs+"\u05e9") == 0 || fc.moved('\u05b7', strings.Repeat(signs, n)+"\u05e9") != 0 {
		t.Error("a sign is moved to its letter, and to no letter a page away")
	}
}
