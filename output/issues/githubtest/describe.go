package githubtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed" // the description
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

//go:embed testdata/github-openapi-subset.json
var openapi []byte

// checker holds exchanges against GitHub's own description.
type checker struct {
	router routers.Router
	seen   sync.Map // digests of exchanges that were found good
}

// description reads the description once; it takes a moment.
var description = sync.OnceValue(func() *checker {
	doc, err := openapi3.NewLoader().LoadFromData(openapi)
	if err != nil {
		panic(err)
	}
	doc.Servers = nil // match by path only
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			if op.RequestBody != nil && op.RequestBody.Value != nil {
				for _, media := range op.RequestBody.Value.Content {
					closeSchema(media.Schema)
				}
			}
		}
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		panic(err)
	}
	return &checker{router: router}
})

// closeSchema forbids fields that the description does not name. GitHub ignores
// them, so a misspelt one would go unnoticed.
func closeSchema(ref *openapi3.SchemaRef) {
	if ref == nil || ref.Value == nil {
		return
	}
	s := ref.Value
	if len(s.Properties) > 0 {
		no := false
		s.AdditionalProperties.Has = &no
	}
	for _, list := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf, s.AllOf} {
		for _, r := range list {
			closeSchema(r)
		}
	}
	for _, r := range s.Properties {
		closeSchema(r)
	}
	closeSchema(s.Items)
}

// checkExchange notes whatever the description does not allow. Tests repeat the
// same exchange thousands of times; it is looked at once.
func (s *Server) checkExchange(c *call, a answer) {
	data, err := json.Marshal(a.body)
	if err != nil {
		s.problem("%v", err)
	}
	sum := sha256.Sum256(slices.Concat([]byte(c.Method+c.path+"?"+c.URL.RawQuery+"\x00"+s.state.Name+fmt.Sprint(c.Header, a.status)), c.body, []byte{0}, data))
	if _, good := s.checker.seen.Load(sum); good {
		return
	}
	before := len(s.problems)
	s.checkNew(c, a, data)
	if len(s.problems) == before {
		s.checker.seen.Store(sum, true)
	}
}

func (s *Server) checkNew(c *call, a answer, data []byte) {
	u := *c.URL
	u.Path = "/" + s.canonical(mustUnescape(c.path))
	u.RawPath = "/" + s.canonical(c.path)
	u.Scheme, u.Host = "", ""
	req, err := http.NewRequestWithContext(context.Background(), c.Method, u.String(), bytes.NewReader(c.body))
	if err != nil {
		s.problem("%s %s: %v", c.Method, c.path, err)
		return
	}
	req.Header = c.Header.Clone()
	route, params, err := s.checker.router.FindRoute(req)
	if err != nil {
		s.problem("GitHub has no %s /%s", c.Method, c.path)
		return
	}
	s.checkQuery(c, route)
	in := &openapi3filter.RequestValidationInput{
		Request: req, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true},
	}
	if err := openapi3filter.ValidateRequest(context.Background(), in); err != nil {
		s.problem("%s /%s: the request is not as described: %v", c.Method, c.path, err)
	}
	if a.status == http.StatusUnauthorized || a.status == http.StatusForbidden || a.status == http.StatusMovedPermanently || a.status == http.StatusTemporaryRedirect {
		return // answered everywhere, described almost nowhere
	}
	header := http.Header{}
	if a.body == nil {
		data = nil
	} else {
		header.Set("Content-Type", "application/json; charset=utf-8")
	}
	for k, v := range a.header {
		header.Set(k, v)
	}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: a.status, Header: header,
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	}
	out.SetBodyBytes(data)
	if err := openapi3filter.ValidateResponse(context.Background(), out); err != nil {
		s.problem("%s /%s: the fake's answer %d is not as described: %v", c.Method, c.path, a.status, err)
	}
}

// checkQuery knows what the schemas leave open.
func (s *Server) checkQuery(c *call, route *routers.Route) {
	for name, values := range c.URL.Query() {
		known := slices.ContainsFunc(route.Operation.Parameters, func(p *openapi3.ParameterRef) bool {
			return p.Value.In == "query" && p.Value.Name == name
		})
		if !known && name != "after" && name != "before" { // cursors come from the server itself
			s.problem("%s /%s has no parameter %q", c.Method, c.path, name)
		}
		if name == "per_page" && (len(values[0]) > 3 || len(values[0]) == 3 && values[0] != "100") {
			s.problem("%s /%s: per_page=%s is more than 100", c.Method, c.path, values[0])
		}
	}
	if c.Method != http.MethodGet && len(c.body) > 0 && !strings.HasPrefix(c.Header.Get("Content-Type"), "application/json") {
		s.problem("%s /%s: the body is not declared to be JSON", c.Method, c.path)
	}
	if c.Header.Get("User-Agent") == "" {
		s.problem("%s /%s has no User-Agent, which GitHub refuses", c.Method, c.path)
	}
	if c.Header.Get("X-Github-Api-Version") == "" {
		s.problem("%s /%s names no version of the API", c.Method, c.path)
	}
}

func mustUnescape(path string) string {
	p, err := url.PathUnescape(path)
	if err != nil {
		return path
	}
	return p
}
