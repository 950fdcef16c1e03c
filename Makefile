# Everything a newcomer or CI needs. `make run` and `make test` set up what they need by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup run test check lint types imports lock train train-on baseline bench bench-store clean

setup: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Veille needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	$(BIN)/veille demo

test: setup
	$(BIN)/python -m pytest

check: lint types imports test

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

# Renews requirements.txt from pyproject.toml: one lock for every platform and Python version we support.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --extra dev --no-annotate --no-header pyproject.toml -o requirements.txt

# Trains the network in data/models again from data/corpus: some hours on two cores. OTHERS=FOLDER, with the checkouts
# that data/README.md names, adds the texts that data/annotations annotates.
train: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[train]"
	$(BIN)/python -m extraction.training $(if $(OTHERS),--others "$(OTHERS)")

# Trains it further, as after an addition to the corpus: about two hours.
train-on: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[train]"
	$(BIN)/python -m extraction.training --go-on $(if $(OTHERS),--others "$(OTHERS)")

# Measures the extractor on data/gold and keeps the figures in data/gold/baseline.toml, below which no change may fall.
baseline: setup
	$(BIN)/python -m extraction.evaluation

# Words per second of the extractor beside plain spaCy over the same text.
bench: setup
	$(BIN)/python -m tests.bench.extraction

# Rows per second and query times of the store on both engines beside bare statements; ARGUMENTS="--claims 1000000" for more.
bench-store: setup
	$(BIN)/python -m tests.bench.store $(ARGUMENTS)

clean:
	rm -rf $(VENV) dist build
