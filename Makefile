# Everything a person does with this project, one word each; `make` lists them.
# Nothing but Python 3.11 or later and make is needed: the tools come from the lock files.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := src tests evaluation training
WHEEL := build/wheel

.DEFAULT_GOAL := help
.PHONY: help install demo test check format-check lint types imports tests chromium offline screenshots islands islands-check wheel-check format lock \
	evaluate train train-check train-data clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(VENV)/.runtime ## Set up .venv with what Dateline needs to run

demo: $(VENV)/.runtime ## Build the sample case, print its timeline, write build/demo.html
	@$(BIN)/dateline demo build

test: check wheel-check ## Run every check: lint, types, imports, tests, the wheel in an empty environment

check: format-check lint types imports islands-check tests ## Run lint, types, import contract, islands and tests

format-check: $(VENV)/.dev
	@$(BIN)/ruff format --check $(CODE)

lint: $(VENV)/.dev ## Run ruff
	@$(BIN)/ruff check $(CODE)

types: $(VENV)/.dev ## Run mypy
	@$(BIN)/mypy

imports: $(VENV)/.dev ## Check that every part imports only what it may
	@$(BIN)/lint-imports

tests: $(VENV)/.dev chromium ## Run pytest
	@$(BIN)/python -m pytest

islands: web/node_modules ## Build the TypeScript of the page into the package (needs npm)
	@cd web && npm run --silent types && npm run --silent build

islands-check: ## See that the scripts in the package are what the TypeScript builds, where there is npm
	@if ! { command -v npm && $(MAKE) web/node_modules; } >/dev/null; then \
		echo "npm is not here, or gets no packages: whether web/src builds the scripts is left out" >&2; exit 0; fi; \
	mkdir -p build/islands && cd web && npm run --silent types && npm run --silent build -- ../build/islands && \
	for one in ../build/islands/*.js; do \
		cmp "$$one" "../src/dateline/web/static/$${one##*/}" || { echo "run: make islands" >&2; exit 1; }; done

chromium: ## Install Debian's Chromium, which the tests in the browser drive, where there is none
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get -qq update && apt-get -qq -y install chromium >/dev/null; } \
		|| echo "no Chromium here: the tests in the browser are left out (apt-get install chromium)" >&2

offline: $(VENV)/.dev ## Run the tests in the browser with the network cut (needs unshare)
	@unshare --map-root-user --net $(BIN)/python -m tests.browser.offline

screenshots: $(VENV)/.dev chromium ## Take pictures of every screen of the sample case into docs/screenshots
	@$(BIN)/python -m tests.browser.screenshots docs/screenshots

wheel-check: $(VENV)/.dev ## Build the wheel, install it into an empty environment, run it there on the sample
	@rm -rf $(WHEEL)
	@$(BIN)/python -m hatchling build -t wheel -d $(WHEEL)
	@$(PYTHON) -m venv $(WHEEL)/venv
	@$(WHEEL)/venv/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.lock
	@$(WHEEL)/venv/bin/python -m pip --disable-pip-version-check --quiet install --no-index --no-deps $(WHEEL)/dateline-*.whl
	@$(WHEEL)/venv/bin/python -m pip --disable-pip-version-check check
	@cd $(WHEEL) && venv/bin/dateline demo demo > timeline.txt && test -s timeline.txt && test -s demo/demo.html
	@cd $(WHEEL) && venv/bin/dateline verify demo/demo.case
	@echo "the wheel runs in an empty environment: $$(wc -l < $(WHEEL)/timeline.txt) lines of timeline"

format: $(VENV)/.dev ## Put the code into its one layout
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

# The locks keep the versions that they have; UPGRADE=1 takes the newest. This alone needs `uv`.
UV ?= uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(if $(UPGRADE),--upgrade)
lock: ## Resolve the lock files anew (needs uv; UPGRADE=1 for newest versions)
	@$(COMPILE) pyproject.toml -o requirements.lock
	@printf '%s\n' hatchling editables | $(COMPILE) - -c requirements.lock -o requirements-build.lock
	@echo 'psycopg[binary]' | $(COMPILE) - --group dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock
	@grep -v '^torch==' training/requirements.txt | $(COMPILE) - -c requirements.lock \
		--override training/overrides.txt -o requirements-train.lock

evaluate: $(VENV)/.dev ## Measure on the sets that are here and write docs/scores.md
	@for set in $$($(BIN)/python -m evaluation | cut -d' ' -f1); do \
		echo "$$set"; $(BIN)/python -m evaluation $$set --write || exit 1; done

# Training has an environment of its own, for torch is large and the product does without it.
# Where only the build of torch for CUDA can be had (gigabytes), point pip to one for processors
# (PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL); that file alone has no hash here, for it differs by machine.
DATA ?= ../shared/benchmarks
TESTS ?= ../shared/gold
DATE ?= $(shell date +%F)
TRAIN := build/train
READER := src/dateline/annotate/reader
TRAIN_PIP = $(TRAIN)/venv/bin/python -m pip --disable-pip-version-check --quiet install
TRAIN_PYTHON = OMP_NUM_THREADS=1 PYTHONPATH=src $(TRAIN)/venv/bin/python

train: train-data $(TRAIN)/.ready ## Train the reader anew from the sets in DATA: about 40 minutes of one core
	@rm -rf $(TRAIN)/reader
	@$(TRAIN_PYTHON) -m training --data $(DATA) --tests $(TESTS) --date $(DATE) --out $(TRAIN)/reader
	@cp $(TRAIN)/reader/* $(READER)/

train-data:
	@for folder in "$(DATA)" "$(TESTS)"; do test -d "$$folder" || { echo "no folder $$folder:" \
		"DATA= names the sets of training/CARD.md, TESTS= texts never to learn from" >&2; exit 1; }; done

train-check: $(TRAIN)/.ready ## Run the tests of training where torch is
	@$(TRAIN_PYTHON) -m pytest tests/training

clean: ## Remove what was built, and .venv
	@rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# Stamps: a second run does nothing that the first one did.

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + ": set PYTHON=")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock requirements-build.lock pyproject.toml $(VENV)/.python
	@echo "setting up $(VENV): a minute or two the first time" >&2
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

web/node_modules: web/package-lock.json
	@cd web && npm ci --silent
	@touch $@

$(TRAIN)/.ready: requirements.lock requirements-dev.lock requirements-train.lock training/requirements.txt
	@mkdir -p $(TRAIN)
	@$(PYTHON) -m venv --clear $(TRAIN)/venv
	@echo "setting up $(TRAIN)/venv: a few minutes" >&2
	@$(TRAIN_PIP) --require-hashes -r requirements.lock -r requirements-dev.lock
	@$(TRAIN_PIP) --require-hashes --no-deps -r requirements-train.lock
	@$(TRAIN_PIP) "$$(grep '^torch==' training/requirements.txt)"
	@touch $@
