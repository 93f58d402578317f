package main

import (
	"context"
	"runtime"
	"sync"
)

// eachProfile calls do for every profile, on all cores, and returns the
// results in the order of the profiles as they become ready. When it returns,
// nothing is being done any more, even if the run was stopped.
func eachProfile[T any](ctx context.Context, files []profileFile, do func(profileFile) T, use func(T)) error {
	if len(files) == 1 && ctx.Err() == nil { // workers would cost more than they save
		result := do(files[0])
		if ctx.Err() == nil {
			use(result)
		}
		return context.Cause(ctx)
	}
	workers := min(len(files), maxWorkers())
	jobs := make([]chan T, len(files))
	for i := range jobs {
		jobs[i] = make(chan T, 1)
	}
	next := make(chan int)
	// No more than a few results wait for their turn, which bounds memory.
	ahead := make(chan struct{}, 4*workers)
	go func() {
		defer close(next)
		for i := range files {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			next <- i
		}
	}()
	var working sync.WaitGroup
	defer working.Wait()
	for range workers {
		working.Go(func() {
			for i := range next {
				if ctx.Err() == nil {
					jobs[i] <- do(files[i])
				}
			}
		})
	}
	for i := range files {
		select {
		case v := <-jobs[i]:
			use(v)
			<-ahead
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}

func maxWorkers() int { return runtime.GOMAXPROCS(0) }
