package docx

// columnsOf divides a width in parts of the given shares.
func columnsOf(width int, shares ...int) []int {
	total, used := 0, 0
	for _, s := range shares {
		total += s
	}
	out := make([]int, len(shares))
	for i, s := range shares {
		out[i] = width * s / total
		used += out[i]
	}
	out[len(out)-1] += width - used
	return out
}

// share divides a width among columns: what each needs if there is room,
// else at least its longest word, and more to those that have more text.
func share(natural, least []int, width int) []int {
	const margins, narrowest = 2*cellMargin + 60, 600
	n := len(natural)
	if n == 0 {
		return nil
	}
	limit := width / n
	want, floor := 0, 0
	for i := range n {
		least[i] = max(least[i]+margins, min(narrowest, limit))
		if natural[i] <= width/4 { // a few words need no more than two lines
			least[i] = max(least[i], natural[i]*11/20+margins)
		}
		// One long cell must not take the room of all the others.
		natural[i] = max(min(natural[i]+margins, width*2/5), least[i])
		want += natural[i]
		floor += least[i]
	}
	if floor > width { // some word must be cut: in the widest columns
		over := 0
		for i := range n {
			over += max(0, least[i]-limit)
		}
		for i := range n {
			least[i] -= max(0, least[i]-limit) * (floor - width) / max(over, 1)
		}
		floor = width
	}
	out, used := make([]int, n), 0
	for i := range n {
		if want <= width {
			out[i] = natural[i] * width / want
		} else {
			out[i] = least[i] + (natural[i]-least[i])*(width-floor)/max(want-floor, 1)
		}
		used += out[i]
	}
	out[n-1] += width - used
	return out
}
