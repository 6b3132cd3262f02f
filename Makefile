# Everything from a bare clone. `make help` lists the targets.

RECENT = -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name $(RECENT) && echo $$name && break; done)
endif
PORT ?= 8000
PY = .venv/bin/python
CHROMIUM ?= /usr/bin/chromium

export PORT CHROMIUM

.DEFAULT_GOAL := help
.PHONY: help run stop setup setup-dev chromium test check format lint types layers migrations translations messages bench screenshots fmt

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: setup ## set up all that is needed and serve at http://127.0.0.1:8000/ (PORT=… for another)
	@$(PY) -m factcheck.local run

stop: ## stop a run, or what a crash left of one
	@$(PY) -m factcheck.local stop

setup: ## make .venv with what running needs
	@"$(PYTHON)" $(RECENT) || { echo "Python 3.11 or later is needed$(if $(PYTHON),; $(PYTHON) is not)." \
		"Install one, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) factcheck/local/virtualenv.py requirements.txt

setup-dev: setup
	@$(PYTHON) factcheck/local/virtualenv.py requirements-dev.txt

chromium: # without it the browser tests are skipped, and say so; on CI they fail
	@test -x $(CHROMIUM) || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk >/dev/null; } \
		|| echo "Browser tests will be skipped: $(CHROMIUM) is missing. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk"

test: setup-dev chromium ## run all tests (ARGS="-k words" for some)
	@$(PY) -m pytest -n 3 --dist worksteal $(ARGS)

check: format lint types layers migrations translations test ## all that must hold before a commit is pushed

format: setup-dev
	@$(PY) -m ruff format --check .

lint: setup-dev
	@$(PY) -m ruff check .

types: setup-dev
	@$(PY) -m mypy

layers: setup-dev
	@.venv/bin/lint-imports

migrations: setup-dev
	@$(PY) -m factcheck.local exec -- $(PY) manage.py makemigrations --check --dry-run

messages: setup ## read new strings into the catalogues of languages, and compile them
	@$(PY) manage.py messages

translations: setup-dev
	@$(PY) manage.py messages --check

bench: setup-dev ## measure how fast articles are read; benchmarks/ has more
	@$(PY) -m benchmarks.extraction

screenshots: setup-dev chromium ## photograph every page of a desk with the starter corpus into docs/screenshots
	@$(PY) -m tests.screenshots $(ARGS)

fmt: setup-dev ## format and mend what can be mended
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .
