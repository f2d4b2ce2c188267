# Everything a fresh Debian 12 needs is set up by the first target that is called.
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: demo run test bench faults docs translations setup lock clean

demo: setup
	$(VENV)/bin/zjrc-desk demo build/demo

run: setup
	$(VENV)/bin/zjrc-desk

test: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m pytest --numprocesses auto --dist worksteal

bench: setup
	$(PY) -m pip install --quiet --require-hashes -r packaging/bench.lock
	$(PY) -m tests.bench

# The long run of tests/faults; writes its figures into docs/reliability.md.
faults: setup
	$(PY) -m tests.faults

# What of docs/ and of the guide the program makes itself.
docs: setup
	$(PY) -m zjrc_desk.registry.rules > docs/rules.md
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.guide_pictures

translations: setup
	$(PY) -m zjrc_desk.window.gather_texts

setup: $(READY)
	@sh packaging/system-packages.sh

$(READY): pyproject.toml requirements.lock packaging/system-packages.sh packaging/debian.txt
	sh packaging/system-packages.sh
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

COMPILE := $(VENV)/bin/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: $(READY)
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml packaging/build-tools.in
	$(COMPILE) --constraint requirements.lock --output-file packaging/bench.lock packaging/bench.in

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis
