// Command fake serves the tests' stand-in for GitHub on this machine, to try
// or to measure `runbook issues` against: one repository, kept in memory.
//
//	go run ./cmd/runbook/benchmark/fake -repository contoso/cmg-rollout
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"runbook/output/issues/githubtest"
)

func main() {
	repository := flag.String("repository", "contoso/cmg-rollout", "the repository that is there, owner/name")
	token := flag.String("token", "fake", "the token that may write to it")
	users := flag.String("users", "contoso-identity,contoso-cloud,contoso-endpoint", "logins that can be assigned")
	listen := flag.String("listen", "127.0.0.1:0", "address of this machine, or the path of a socket")
	flag.Parse()
	if err := serve(*listen, githubtest.NewState(*repository, *token, strings.Split(*users, ",")...)); err != nil {
		log.Fatal(err)
	}
}

func serve(listen string, state githubtest.State) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	network := "tcp"
	if strings.Contains(listen, "/") {
		network = "unix"
	} else if host, _, err := net.SplitHostPort(listen); err != nil || !net.ParseIP(host).IsLoopback() {
		return fmt.Errorf("%q is no address of this machine: write 127.0.0.1:PORT", listen)
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, network, listen)
	if err != nil {
		return err
	}
	github := githubtest.New(state, time.Now)
	root := github.At("http://" + listener.Addr().String())
	if network == "unix" {
		root = listen
	}
	fmt.Fprintln(os.Stdout, root)
	server := &http.Server{Handler: github, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close() // ends Serve, whose error is looked at
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
