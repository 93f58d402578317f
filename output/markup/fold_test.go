package markup_test

import (
	"slices"
	"strings"
	"testing"

	"runbook/output/markup"
)

func TestFold(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("x ", 20)
	for _, c := range []struct{ language, in, want string }{ // ¶ ends a line
		{"powershell", `Get-Thing -Name "one two three" -Site XYZ`, "Get-Thing -Name \"one two three\" `¶  -Site XYZ"},
		{"powershell", "New-It `¶  -Site \"a b c d e f g h\" -Code \"TT1\" `¶  -Force", "New-It `¶  -Site \"a b c d e f g h\" `¶  -Code \"TT1\" `¶  -Force"},
		{"powershell", `Get-ChildItem Cert:\Root | Where-Object Name`, `Get-ChildItem Cert:\Root |¶  Where-Object Name`},
		{"powershell", `$x = 'a string that is longer than the line'`, "$x = `¶  'a string that is longer than the line'"},
		{"powershell", "Do-It \"a `\" b\" 'c \" d' word other word", "Do-It \"a `\" b\" 'c \" d' word other `¶  word"},
		{"powershell", "# a comment that is longer than the line is", "# a comment that is longer than the line is"},
		{"powershell", "Get-It -A 1 # that is longer than the line", "Get-It `¶  -A 1 # that is longer than the line"},
		{"powershell", "$a = @'¶" + text + "¶'@", "$a = @'¶" + text + "¶'@"},
		{"bash", `az thing create --name "a b c" --group rg-cmg`, `az thing create --name "a b c" \¶  --group rg-cmg`},
		{"bash", "cat <<END¶" + text + "¶END", "cat <<END¶" + text + "¶END"},
		{"cmd", text, text},
		{"ini", text, text},
		{"powershell", "Get-Thing -Name a -Second b -Third c -Fourth d -Fifth eeeeeeeeeeeeeee", "Get-Thing -Name a -Second b `¶  -Third c -Fourth d `¶  -Fifth eeeeeeeeeeeeeee"},
		{"bash", "az rest --body '{¶" + text + "¶}'", "az rest --body '{¶" + text + "¶}'"},
		{"powershell", "", ""},
	} {
		code := markup.Code{Language: c.language, Lines: strings.Split(c.in, "¶")}
		if got := code.Fold(36); !slices.Equal(got, strings.Split(c.want, "¶")) {
			t.Errorf("%q becomes %q, want %q", c.in, strings.Join(got, "¶"), c.want)
		}
	}
}
