package main

import (
	"errors"
	"strconv"
	"time"
)

// Flags whose faults are told in the words of a person. See also dayValue.

// pauseValue is a flag that names a length of time.
type pauseValue time.Duration

func (p *pauseValue) String() string { return time.Duration(*p).String() }

func (p *pauseValue) Type() string { return "duration" }

func (p *pauseValue) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil {
		return errors.New("write a number with its unit, such as 500ms, 2s or 1m")
	}
	*p = pauseValue(d)
	return nil
}

// countValue is a flag that counts something.
type countValue int

func (c *countValue) String() string { return strconv.Itoa(int(*c)) }

func (c *countValue) Type() string { return "int" }

func (c *countValue) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil {
		return errors.New("write a whole number")
	}
	*c = countValue(n)
	return nil
}
