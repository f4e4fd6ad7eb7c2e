# Two commands: `make run` and `make test`. Both set up what is missing first, and are quick the second time.
.PHONY: help run test check lock setup setup-test
PYTHON_BIN := .venv/bin
COMPILE := $(PYTHON_BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-annotate \
	--custom-compile-command 'make lock' --no-emit-index-url --no-emit-find-links --upgrade

help:
	@echo 'make run    install what is missing, fetch the models, start the assistant'
	@echo 'make test   install what is missing, then lint, types, import rules and all tests'
	@echo 'make check  lint, types and import rules only'
	@echo 'make lock   choose the newest versions that pyproject.toml allows'

run: setup
	@$(PYTHON_BIN)/xiaoban models pull
	@exec $(PYTHON_BIN)/xiaoban run

test: check
	@$(PYTHON_BIN)/xiaoban models pull
	@$(PYTHON_BIN)/xiaoban models pull smollm2-135m it-sara
	$(PYTHON_BIN)/pytest

check: setup-test
	$(PYTHON_BIN)/ruff check .
	$(PYTHON_BIN)/mypy
	$(PYTHON_BIN)/lint-imports
	$(PYTHON_BIN)/shellcheck .ci/setup .ci/run

setup:
	@.ci/setup run

setup-test:
	@.ci/setup test

lock:
	@$(PYTHON_BIN)/python -m uv --version || $(PYTHON_BIN)/python -m pip install uv
	$(COMPILE) --group build -o .ci/build.lock
	$(COMPILE) pyproject.toml -o .ci/requirements.lock
	$(COMPILE) --extra dev pyproject.toml -c .ci/requirements.lock -o .ci/dev.lock
