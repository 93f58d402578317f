//go:build !windows

package main

// prepareConsole has nothing to do where terminals take commands as they are.
func prepareConsole() {}
