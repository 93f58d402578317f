package markup_test

import (
	"strings"
	"testing"

	"runbook/output/markup"
)

// Where nothing is rendered, steps keep their numbers and lines.
func TestLines(t *testing.T) {
	t.Parallel()
	const md = "Before **it**.\n\n2. Open `a`.\n\n   ```bash\n   az x\n     --y\n   ```\n\n3. Then:\n   - one\n   - [two](#x/y)\n\n> [!NOTE]\n> Once.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
	const want = "Before it.\n2. Open a.\n   az x\n     --y\n3. Then:\n   - one\n   - two\nNote: Once.\nA | B\n1 | 2"
	if got := strings.Join(markup.Lines(md), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
