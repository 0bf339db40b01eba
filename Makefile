# Two commands matter: `make run` to use DearDr, `make test` to check it. The rest serves those who change it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APT_PACKAGES := dovecot-imapd thunderbird chromium chromium-driver fonts-dejavu-core hunspell-en-us

.DEFAULT_GOAL := help
.PHONY: help run test test-servers check unit addin system-packages bench xpi pictures docs lock clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.ready  ## install what is needed and start DearDr
	@$(BIN)/deardr up

test: system-packages $(VENV)/.ready-dev check unit addin  ## install what the tests need and run all of them

test-servers: $(VENV)/.ready-dev  ## the tests of mailboxes also on Cyrus and Courier (as root; their installation is kept in .servers)
	@sh tests/system_packages.sh dovecot-imapd debootstrap
	$(BIN)/python -m pytest tests/servers tests/app --servers=dovecot,cyrus,courier

check: $(VENV)/.ready-dev  ## formatting, lint, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.ready-dev  ## the Python tests, real servers and real mail clients included
	$(BIN)/python -m pytest

addin: addin/node_modules/.ready  ## the add-ins' own tests and checks
	cd addin && npm test

system-packages:
	@sh tests/system_packages.sh $(APT_PACKAGES)

bench: $(VENV)/.ready-dev bench/node_modules/.ready  ## speed, memory and hit rates, as ratios measured in one run
	$(BIN)/python -m bench

xpi: $(VENV)/.ready  ## pack the Thunderbird add-on into dist/
	$(BIN)/python addin/pack.py

pictures: $(VENV)/.ready-dev  ## take the pictures of the Thunderbird guide anew, on a screen in memory
	@sh tests/system_packages.sh $(APT_PACKAGES) xvfb xauth
	DEARDR_TEST_SCREEN=1 xvfb-run -a -s "-screen 0 1180x800x24" $(BIN)/python -m pytest -q tests/thunderbird/pictures.py

docs: $(VENV)/.ready-dev  ## write the generated pages again
	$(BIN)/python -m sidecar.lint.docs
	$(BIN)/python -m sidecar.letters.docs
	$(BIN)/python -m sidecar.web.docs

lock: $(VENV)/.ready-dev  ## choose versions again and write both lock files
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.11 \
	  --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.11 \
	  --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:  ## remove everything that was built or installed here
	rm -rf $(VENV) .servers dist addin/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "DearDr needs Python 3.11 or newer; '$(PYTHON)' is older or missing. Name another one: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "This Python cannot make environments. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; }

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing DearDr into $(VENV) (about a minute the first time) …"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --progress-bar on -r requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements-dev.lock
	@touch $@

addin/node_modules/.ready: addin/package-lock.json
	cd addin && npm ci --no-audit --no-fund
	@touch $@

# The npm linters are measured beside ours where npm is there; without it they are left out by name.
bench/node_modules/.ready: bench/package-lock.json
	@if command -v npm >/dev/null; then npm ci --no-audit --no-fund --prefix bench; else mkdir -p bench/node_modules; fi
	@touch $@
