# Tiếng Vang: `make` lists what can be done. Every target sets up what it needs, once.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help demo test scores install neo4j neo4j-stop neo4j-import notebooks lint format typecheck lock clean

# PYTHON=…   the interpreter that makes .venv (3.11 or newer); the first that fits is taken
# SERVE=0    `make demo` prints its answers and ends     CORPUS=sample  the composed documents, in a store of their own
# PORT=8000  where `make demo` serves                    ALL=1          `make test` leaves nothing out but tests on documents that TIENGVANG_DEVCORPUS names
PYTHON ?=
SERVE ?= 1
CORPUS ?=
PORT ?=
ALL ?=
ARGS ?=

BIN := .venv/bin
# tests run in as many processes as there are cores, up to four; each has stores of its own
together := -n logical --maxprocesses 4 --dist loadscope
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

demo_args = $(if $(filter 0 no false,$(SERVE)),--no-serve) $(if $(CORPUS),--corpus $(CORPUS)) \
  $(if $(PORT),--port $(PORT)) $(ARGS)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/core.stamp ## read corpus/, print three answers, serve on 127.0.0.1:8000 (SERVE=0, CORPUS=sample, PORT=…)
	@$(BIN)/tiengvang demo $(strip $(demo_args))

test: .venv/all.stamp ## lint, types and every test that this machine allows (ALL=1: nothing of ours is left out)
	@$(if $(filter 1,$(ALL)),TIENGVANG_TEST_ALL=1) $(BIN)/python tools/machine.py
	@$(MAKE) --no-print-directory lint typecheck
	@$(if $(filter 1,$(ALL)),$(BIN)/python -m bench.scores --check)
	@$(if $(filter 1,$(ALL)),TIENGVANG_TEST_ALL=1) $(BIN)/python -m pytest $(together) --cov --cov-report=term $(ARGS)

scores: .venv/all.stamp ## every score of the extractors, targets met or missed
	@$(BIN)/python -m bench.scores --check $(ARGS)

install: .venv/all.stamp ## leave .venv/bin/tiengvang with every extra (Neo4j, spaCy, py2neo, notebooks, tests)
	@echo "ready: $(BIN)/tiengvang --help"

neo4j: .venv/bin/python ## fetch Neo4j 5.26 and start it on 127.0.0.1 (needs Java and Maven)
	@$(BIN)/python tools/neo4j/server.py start

neo4j-stop: .venv/bin/python ## stop the Neo4j that `make neo4j` started
	@$(BIN)/python tools/neo4j/server.py stop

neo4j-import: .venv/core.stamp ## first load by Neo4j's own importer: FROM=FOLDER of tiengvang export --for neo4j-admin (FORCE=1 replaces data)
	@$(if $(FROM),,echo "make: say FROM=FOLDER, made by tiengvang export FOLDER --for neo4j-admin" >&2; exit 2)
	@$(BIN)/python tools/neo4j/bulk_import.py $(FROM) $(if $(filter 1,$(FORCE)),--force)

notebooks: .venv/all.stamp ## open notebooks/ in JupyterLab on 127.0.0.1
	@$(BIN)/jupyter lab --ServerApp.ip=127.0.0.1 --notebook-dir=notebooks

lint: .venv/all.stamp ## ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: .venv/all.stamp ## rewrite the code in the house's format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

typecheck: .venv/all.stamp ## mypy --strict over app, ingest, graph
	@$(BIN)/mypy

lock: .venv/all.stamp ## pin every dependency anew, with hashes (LOCK=--upgrade for the newest)
	@$(call pin,core,--extra embedded --extra files --extra briefing)
	@$(call pin,all,--all-extras --constraint requirements/core.txt)

clean: ## remove .venv, caches and downloads; data/ stays
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up: a stamp a lock file, so that a second run has nothing to do ---------------------------------------------

.venv/bin/python:
	@set -e; found=; \
	for p in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
	  if $$p -c '$(FITS)' >/dev/null 2>&1; then found=$$p; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "make: Python 3.11 or newer with the modules venv and ensurepip is missing. Debian: apt-get install python3 python3-venv; macOS: brew install python; or name one: make PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "making .venv with $$($$found --version)" >&2; \
	$$found -m venv .venv

.venv/core.stamp: requirements/core.txt pyproject.toml | .venv/bin/python
	@$(call install,core)
	@touch $@

.venv/all.stamp: requirements/all.txt pyproject.toml | .venv/bin/python
	@$(call install,all)
	@touch .venv/core.stamp $@

# Quiet unless it fails: the log tells then.
define install
set -e; log=.venv/install.log; \
echo "installing requirements/$(1).txt into .venv" >&2; \
rm -rf tiengvang.egg-info; \
if ! { $(BIN)/python -m pip install --disable-pip-version-check --no-input --require-hashes -r requirements/$(1).txt && \
  $(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e . ; } >$$log 2>&1; then \
  tail -n 30 $$log >&2; \
  echo "make: installing requirements/$(1).txt failed; the last lines are above, all of them in $$log." >&2; \
  echo "make: is the network reachable, and is this Linux with glibc 2.28 or newer, macOS on Apple silicon, or Windows?" >&2; \
  exit 1; \
fi
endef

define pin
$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-strip-extras --custom-compile-command "make lock" $(LOCK) $(2) \
  pyproject.toml requirements/build.in --output-file requirements/$(1).txt
endef
