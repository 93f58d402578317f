// Package githubtest is a GitHub to test against: it keeps repositories'
// labels, milestones and issues in memory and treats them the way the contract
// notes say the real one does, surprises included. Every request and every
// answer is checked against GitHub's own OpenAPI description (testdata), in
// which request bodies are closed against fields that do not exist.
//
// It is for tests only and is imported by nothing else.
package githubtest
