// Package generatortest holds what tests of several packages share: a
// Runbook made by hand, the shipped samples, and golden files.
package generatortest
