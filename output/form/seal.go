package form

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

const (
	sealHead = "%runbook "
	sealLen  = len(sealHead) + 2*sha256.Size + 1
)

// Seal appends a line with a checksum, which the formats that allow it end
// with. It finds out whether anybody has saved the file since. It proves
// nothing: whoever means to can seal anew.
func Seal(data []byte) []byte {
	sum := sha256.Sum256(data)
	return append(append(append(data, sealHead...), hex.EncodeToString(sum[:])...), '\n')
}

// Sealed reports whether data is what Seal returned.
func Sealed(data []byte) bool {
	if len(data) < sealLen || !bytes.HasPrefix(data[len(data)-sealLen:], []byte(sealHead)) {
		return false
	}
	body := bytes.Clone(data[:len(data)-sealLen])
	return bytes.Equal(Seal(body), data)
}
