package ooxml

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"strings"
)

const (
	customPart = "docProps/custom.xml" // has the seal, so it is not under it
	sealPID    = 100                   // a number that no other property has
)

// partsSum is a checksum over the parts of a package.
type partsSum struct {
	hash.Hash
	pieces
}

func newSum() *partsSum { return &partsSum{Hash: sha256.New()} }

func (s *partsSum) add(name, content string) {
	if name == customPart {
		return
	}
	for _, text := range []string{name, content} {
		_ = s.write(s, text) // a hash takes everything
		s.Write([]byte{0})
	}
}

func (s *partsSum) String() string { return hex.EncodeToString(s.Sum(nil)) }

// Sealed reports whether a document is as Bytes wrote it: whether nobody has
// saved it since. It proves nothing: whoever means to can seal anew.
func Sealed(data []byte) bool {
	const largest = 64 << 20 // far more than we write
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	sum, custom, left := newSum(), "", int64(largest)
	for _, f := range z.File {
		if left -= int64(min(f.UncompressedSize64, largest+1)); left < 0 {
			return false
		}
		in, err := f.Open()
		if err != nil {
			return false
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return false
		}
		sum.add(f.Name, string(content))
		if f.Name == customPart {
			custom = string(content)
		}
	}
	return strings.Contains(custom, property(sealPID, PropertySeal, sum.String()))
}
