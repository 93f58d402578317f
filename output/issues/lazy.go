package issues

import (
	"regexp"
	"sync"
)

// lazy compiles an expression when it is first used: most runs of the program
// have nothing to do with issues.
func lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
