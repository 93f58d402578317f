package issues_test

import (
	"context"
	"strings"
	"testing"

	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

const ourText = "**Role**: Ann\n\nWhy it is done.\n\n### Steps\n\n1. Open it:\n\n   ```\n   Get-It\n   ```\n\n2. Go.\n\n   | A | B |\n   | --- | --- |\n   | 1 | 2 |\n\n### Verify\n\n- [x] It is open.\n- [ ] It is closed.\n\n---\n\nKept."

// Whole lines that somebody wrote into a text move below it, wherever they stood,
// and what is ours is then as it was.
func TestWrittenLinesMoveBelow(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, at, line, below, want string }{
		{"a remark of a step", "2. Go.\n", "   Caro: not before noon", "\n", "\n\n### Written into the runbook's text\n\n> Go.\n\nCaro: not before noon\n"},
		{"a paragraph", "done.\n", "\nSeen by **Eva**.\nTwice.\n", "", "\n\n### Written into the runbook's text\n\n> Why it is done.\n\nSeen by **Eva**.\nTwice.\n"},
		{"a check of their own", "- [x] It is open.\n", "- [x] And quiet.", "\n\nmine\n", "\n\nmine\n\n### Written into the runbook's text\n\n> It is open.\n\n- [x] And quiet.\n"},
		{"before all else", "", "Ask me first.", "\n", "\n\n### Written into the runbook's text\n\nAsk me first.\n"},
		{"a table of their own", "done.\n", "\n| x |\n| --- |\n", "", "\n\n### Written into the runbook's text\n\n> Why it is done.\n\n| x |\n| --- |\n"},
		{"code of their own", "2. Go.\n", "   ```\n   go\n     on\n   ```", "", "\n\n### Written into the runbook's text\n\n> Go.\n\n```\ngo\n  on\n```\n"},
		{"once more", "2. Go.\n", "Again.", "\r\n\r\n### Written into the runbook's text\r\n\r\n> Go.\r\n\r\nOnce.\r\n", "\r\n\r\n### Written into the runbook's text\r\n\r\n> Go.\r\n\r\nOnce.\n\n> Go.\n\nAgain.\n"},
		{"nothing but space", "2. Go.\n", "\n", "\nmine", "\nmine"},
	} {
		observed := strings.Replace(ourText, tc.at, tc.at+tc.line+"\n", 1)
		ours, moved, ok := issues.Move(ourText, observed, tc.below)
		if !ok || ours != ourText || moved != tc.want {
			t.Errorf("%s: %v, moved %q, ours\n%s", tc.name, ok, moved, ours)
		}
	}
}

// A line in any place either moves with every word of it, or it is a conflict.
func TestNoWrittenLineIsLost(t *testing.T) {
	t.Parallel()
	lines := strings.Split(ourText, "\n")
	for i := range len(lines) + 1 {
		for _, mine := range []string{"mine", "", "- [ ] mine", "1. mine", "| mine |", "---", "### mine", lines[min(i, len(lines)-1)]} {
			observed := strings.Join(lines[:i], "\n") + "\n" + mine + "\n" + strings.Join(lines[i:], "\n")
			ours, moved, ok := issues.Move(ourText, observed, "\nbelow\n")
			if ok && (ours != ourText || !strings.Contains(moved, strings.TrimSpace(mine)) || !strings.HasPrefix(moved, "\nbelow\n")) {
				t.Errorf("%q before line %d: moved %q, ours\n%s", mine, i, moved, ours)
			}
			if mine == "mine" && !ok && i != 9 && i != 10 { // in the code block
				t.Errorf("%q before line %d does not move", mine, i)
			}
		}
	}
}

// Half-way cases stay conflicts.
func TestWrittenLinesThatDoNotMove(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ from, to, below string }{
		"a word of ours":             {"2. Go.", "2. Go now.", ""},
		"a line of ours gone":        {"2. Go.\n", "", ""},
		"one added, one changed":     {"2. Go.", "2. Go now.\nmine", ""},
		"lines of ours change place": {"- [x] It is open.\n- [ ] It is closed.", "- [ ] It is closed.\n- [x] It is open.", ""},
		"within code":                {"Get-It\n", "Get-It\n   Get-That\n", ""},
		"the beginning of code":      {"2. Go.\n", "2. Go.\n```\n", ""},
		"a row of our table":         {"| 1 | 2 |\n", "| 1 | 2 |\n   | 3 | 4 |\n", ""},
		"around ours":                {"2. Go.\n", "<details>\n2. Go.\n</details>\n", ""},
		"a comment":                  {"2. Go.\n", "2. Go.\nnot now <!-- ask\n", ""},
		"code below without an end":  {"2. Go.\n", "2. Go.\nmine\n", "\n```\nlog\n"},
		"a comment below without":    {"2. Go.\n", "2. Go.\nmine\n", "\n<!-- \n"},
	} {
		observed := strings.Replace(ourText, tc.from, tc.to, 1)
		if _, moved, ok := issues.Move(ourText, observed, tc.below); ok || moved != tc.below {
			t.Errorf("%s: %v, moved %q", name, ok, moved)
		}
	}
}

// The whole way: the plan says what moves, the apply moves it, and nothing is
// left to do. While the runbook has nothing new, the lines stay where they are.
func TestWrittenIntoAnIssue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "2. Choose:", "   **Ann 12 Jan:** in German first\n2. Choose:", 1) + "below"
		is.Body = strings.Replace(is.Body, "- [ ] The secret", "- [x] The secret", 1)
	})
	w.gh.Forget()
	w.apply()
	if n := w.gh.Writes(); n != 0 {
		t.Errorf("%d writes", n)
	}
	w.item(register).Evidence = "A picture."
	p := w.plan()
	if text := p.Text(); len(p.Conflicts) != 0 || !strings.Contains(text, "      ! what somebody wrote into the text moves below it: **Ann 12 Jan:** in German first\n") || strings.Contains(text, "- **Ann") {
		t.Errorf("the plan is\n%s", text)
	}
	w.apply()
	b := strings.ReplaceAll(w.issue(registerKey).Body, "\r\n", "\n")
	_, below, _ := strings.Cut(b, "<!-- runbook:end")
	_, below, _ = strings.Cut(below, "-->")
	const want = "\nbelow\n\n### Written into the runbook's text\n\n> Open **App registrations** &gt; **New registration**.\n\n**Ann 12 Jan:** in German first\n"
	if below != want && below != strings.ReplaceAll(want, "&gt;", ">") {
		t.Errorf("below stands %q", below)
	}
	if !strings.Contains(b, "\n\nA picture.\n") || !strings.Contains(b, "- [x] The secret") || strings.Count(b, "**Ann 12 Jan:**") != 1 {
		t.Errorf("the text is\n%s", b)
	}
}

// A conflict shows both sides, in the plan, in what is saved and in the result.
func TestConflictShowsBothSides(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ] The app is listed.", "- [x] The app is listed twice.\nmine", 1)
	})
	w.item(register).Evidence = "A picture."
	p, r, err := w.tryApply(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	const want = `      somebody wrote:
        - - [ ] The app is listed.
        + - [x] The app is listed twice.
        + mine
      the runbook changes:
        - The application ID.
        + A picture.
      hint: `
	if text := p.Text(); !strings.Contains(text, want) || strings.Contains(text, "Nothing to do") || !strings.Contains(text, "\n3 issues are as they should be, 1 conflict to settle.\n") {
		t.Errorf("the plan is\n%s", text)
	}
	saved, err := p.Save(issues.Source{})
	if err != nil || !strings.Contains(string(saved), `"+ - [x] The app is listed twice."`) || !strings.Contains(string(saved), `"+ A picture."`) {
		t.Errorf("saved is %s, %v", saved, err)
	}
	if len(r.Conflicts) != 1 || len(r.Conflicts[0].Sides()) != 7 {
		t.Errorf("the result is %+v", r.Conflicts)
	}
	// An issue of which the marker does not know the lines shows what differs.
	w.edit(registerKey, func(is *githubtest.Issue) {
		before, after, _ := strings.Cut(is.Body, " lines=")
		_, after, _ = strings.Cut(after, " ")
		is.Body = before + " " + after
	})
	if text := w.plan().Text(); !strings.Contains(text, `      what is there, and what the runbook says:
        - - [ ] The app is listed twice.
        - mine
        + - [ ] The app is listed.
        - The application ID.
        + A picture.
`) {
		t.Errorf("the plan is\n%s", text)
	}
}
