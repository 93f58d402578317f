package issues

// Neutralise is neutralise, for the fuzz test.
func Neutralise(md string) string { return neutralise(clean(md), "") }

// Elide is elide, for two lines of a difference.
func Elide(a, b string) (string, string) { return elide(a, b) }

// KeepTicks is keepTicks.
func KeepTicks(desired, observed string) (string, []string) { return keepTicks(desired, observed) }

// MoreWork is moreWork.
func MoreWork(wanted, observed string) bool { return moreWork(wanted, observed) }
