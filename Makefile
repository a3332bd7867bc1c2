# `make` drafts a sample; `make test` runs the whole check. Each target is also a plain command.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AS_OF := 2026-11-24

.PHONY: sample test check samples golden mirrors pictures look bench clean help
.DEFAULT_GOAL := sample

sample: $(VENV)/installed ## Install into .venv and draft the sample certification-ice into out/
	$(BIN)/drafter draft certification-ice --as-of $(AS_OF) --out out

test: check ## Install with the development tools and run the whole check

check: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --cov --cov-report=term

samples: $(VENV)/installed ## Draft every sample into build/samples, to be opened in Word
	for name in $$($(BIN)/drafter samples); do \
	  $(BIN)/drafter draft $$name --as-of $(AS_OF) --out build/samples || exit 1; done

golden: $(VENV)/installed-dev ## Accept the drafts as they now are; then read the diff
	GOLDEN=accept $(BIN)/pytest -q tests/test_golden.py tests/test_readme.py tests/docs/test_tables.py \
	  tests/interview/test_screens.py

mirrors: $(VENV)/installed-dev ## Bring templates/*.txt in step with templates/*.docx
	$(BIN)/drafter templates proofread templates --write

pictures: $(VENV)/installed-dev ## Make the pictures of README anew (needs LibreOffice, poppler)
	$(BIN)/python -m tests.pictures

look: samples ## Turn the drafted samples to PDF and PNG under build/look (needs LibreOffice, poppler)
	mkdir -p build/look
	for paper in build/samples/*/*/*.docx; do \
	  name=$$(echo $$paper | cut -d/ -f3-5 | tr / _ | sed 's/\.docx$$//'); \
	  cp $$paper build/look/$$name.docx; done
	cd build/look && soffice --headless --convert-to pdf *.docx >/dev/null && \
	  for pdf in *.pdf; do pdftoppm -r 60 -png $$pdf $${pdf%.pdf}; done

bench: $(VENV)/installed-dev ## Measure speed and memory; prints the table of docs/speed.md
	$(BIN)/python -W ignore -m tests.bench 200

clean: ## Remove what the other targets made
	rm -rf $(VENV) build out

help: ## Show this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 10

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	git config diff.docx.textconv "$(BIN)/drafter templates proofread --print" 2>/dev/null || true
	touch $@ $(VENV)/installed
