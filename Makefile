# The project's tasks. `make help` lists them.
GO      ?= go
PACKAGES = ./...
# The race detector needs a C compiler; without one the tests run all the same, and say so.
RACE    := $(shell command -v gcc >/dev/null 2>&1 && echo -race)
FUZZ    ?= 60s

.PHONY: help demo build test check bench bench-read fuzz golden docs clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: build ## read the fixtures' page text, compare two editions, show the report in the terminal
	bin/plandiff read fixtures/pages/2024.txt --force -o bin/demo-2024.yaml
	bin/plandiff diff fixtures/editions/2023.yaml bin/demo-2024.yaml --only expanded,narrowed,dropped,unclear --lang en
	bin/plandiff diff fixtures/editions/2023.yaml bin/demo-2024.yaml --format html -o bin/demo.html
	@echo "the whole report: bin/demo.html"

build: ## build bin/plandiff
	$(GO) build -trimpath -ldflags '-s -w' -o bin/plandiff ./cmd/plandiff

test: ## run every test, with the race detector where gcc is installed
	@test -n "$(RACE)" || echo "no gcc: running without the race detector"
	$(GO) test $(RACE) -timeout 25m $(PACKAGES)

check: ## formatting, vet, staticcheck, tidy modules, generated files, and plandiff's own check of its fixtures
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "gofmt: run gofmt -w on these"; exit 1; }
	$(GO) vet $(PACKAGES)
	$(GO) tool staticcheck $(PACKAGES)
	$(GO) mod tidy -diff
	$(GO) test -count=1 -run 'UpToDate|TestDocs$$' ./cmd/plandiff ./schema ./fixtures ./report
	$(GO) run ./cmd/plandiff fmt --check fixtures/editions/*.yaml
	$(GO) run ./cmd/plandiff check fixtures/editions/2024.yaml --against fixtures/editions/2023.yaml --baseline fixtures/.plandiff-baseline.yaml
	$(GO) run ./cmd/plandiff check fixtures/editions/2025.yaml --against fixtures/editions/2024.yaml --baseline fixtures/.plandiff-baseline.yaml

bench: ## measure speed: time per item, and how it grows
	$(GO) test -run '^$$' -bench . -benchmem -benchtime 3x $(PACKAGES)

bench-read: build ## measure how many times as long as pdftotext -layout the reading of a PDF takes
	@read/bench_read.sh bin/plandiff ../shared/documents/plan-lo.pdf ../shared/documents/lo4.pdf

fuzz: ## run each fuzz target for $(FUZZ)
	@set -e; for dir in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do \
	  for target in $$(grep -hoE '^func Fuzz[A-Za-z0-9]+' $$dir/*_test.go | cut -c6-); do \
	    echo "$$dir $$target"; $(GO) test $$dir -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZ) -fuzzminimizetime 10x; done; done

golden: ## rewrite goldens and generated files after a change that is meant; then read the diff
	$(GO) test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u) -update

docs: ## rewrite the generated pages under docs/
	$(GO) test ./cmd/plandiff -run 'TestDocsAreUpToDate' -update

clean: ## remove what the tasks above built
	rm -rf bin
