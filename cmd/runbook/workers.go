package main

import (
	"context"
	"runtime"
	"sync"
)

// eachProfile calls do for every profile, on all cores, and use for the
// results, one at a time and in the order of the profiles, as they become
// ready. When it returns, nothing is being done any more, even if the run was
// stopped.
func eachProfile[T any](ctx context.Context, files []profileFile, do func(profileFile) T, use func(T)) error {
	if len(files) == 1 && ctx.Err() == nil { // workers would cost more than they save
		result := do(files[0])
		if ctx.Err() == nil {
			use(result)
		}
		return context.Cause(ctx)
	}
	workers := min(len(files), maxWorkers())
	q := queue[T]{ctx: ctx, files: files, do: do, use: use, ready: make([]*T, 4*workers)}
	q.moved.L = &q.lock
	var working sync.WaitGroup
	for range workers {
		working.Go(q.work)
	}
	working.Wait()
	if q.turn < len(files) {
		return context.Cause(ctx)
	}
	return nil
}

// queue is the profiles of a run between those who take the next one. Whoever
// has the result whose turn it is uses it, and those that waited for it.
type queue[T any] struct {
	ctx   context.Context
	files []profileFile
	do    func(profileFile) T
	use   func(T)

	lock  sync.Mutex
	next  int  // the profile to be taken next
	turn  int  // the one whose result is used next
	ready []*T // results from turn on, round and round; so few wait that memory is bounded
	moved sync.Cond
}

func (q *queue[T]) work() {
	for {
		i, ok := q.take()
		if !ok {
			return
		}
		result := q.do(q.files[i])
		q.done(i, &result)
		runtime.Gosched() // the collector waits for a gap; without one the heap outgrows its goal
	}
}

func (q *queue[T]) take() (i int, ok bool) {
	q.lock.Lock()
	defer q.lock.Unlock()
	for q.next-q.turn == len(q.ready) && q.ctx.Err() == nil {
		q.moved.Wait()
	}
	if q.next == len(q.files) || q.ctx.Err() != nil {
		return 0, false
	}
	q.next++
	return q.next - 1, true
}

func (q *queue[T]) done(i int, result *T) {
	q.lock.Lock()
	defer q.lock.Unlock()
	defer q.moved.Broadcast()
	q.ready[i%len(q.ready)] = result
	for ; q.ctx.Err() == nil; q.turn++ {
		first := &q.ready[q.turn%len(q.ready)]
		if *first == nil {
			return
		}
		q.use(**first)
		*first = nil
	}
}

func maxWorkers() int { return runtime.GOMAXPROCS(0) }
