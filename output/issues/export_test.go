package issues

// Neutralise is neutralise, for the fuzz test.
func Neutralise(md string) string { return neutralise(clean(md), "") }
