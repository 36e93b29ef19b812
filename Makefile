# Everything a person or a machine does with this project. `make run` starts the program.

.DEFAULT_GOAL := run
.PHONY: setup setup-tests run install-desktop uninstall-desktop test test-rules test-window test-xvfb check coverage \
  screenshots bench races search lock clean

BIN := .venv/bin
DEMO := demo/demo.styrdesk
OFFSCREEN := env QT_QPA_PLATFORM=offscreen
# A server for the real window system, of a size that the smallest promised window fits in.
XVFB := xvfb-run -a -s "-screen 0 1600x1000x24" env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb

setup:
	@packaging/bootstrap.sh run
	@packaging/environment.sh run
	@$(BIN)/python packaging/translations.py compile

setup-tests:
	@packaging/bootstrap.sh test
	@packaging/environment.sh test
	@$(BIN)/python packaging/translations.py compile

run: setup
	@mkdir -p $(dir $(DEMO))
	@test -e $(DEMO) || $(BIN)/styrdesk demo $(DEMO)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  exec $(BIN)/styrdesk $(DEMO); \
	else \
	  $(OFFSCREEN) $(BIN)/styrdesk print $(DEMO) --out demo/namndplan.pdf && \
	  echo "Här finns ingen skärm, så nämndplanen i exemplet skrevs i stället till demo/namndplan.pdf."; \
	fi

test: setup-tests
	@$(MAKE) --no-print-directory check
	$(BIN)/coverage erase
	@$(MAKE) --no-print-directory --jobs=2 test-rules test-window test-xvfb
	@$(MAKE) --no-print-directory coverage
	$(OFFSCREEN) $(BIN)/styrdesk --self-test

# The three parts of `test` that take long, two at a time: a half each of the tests without a
# screen, and the window's again under a real window system.
test-rules:
	$(OFFSCREEN) $(BIN)/coverage run -m pytest -q --ignore=tests/ui --ignore=tests/e2e

test-window:
	$(OFFSCREEN) $(BIN)/coverage run -m pytest -q tests/ui tests/e2e

test-xvfb:
	$(XVFB) $(BIN)/pytest -q tests/ui tests/e2e

# The menu, the kind of file and its icon, for the user who says it and nobody else.
install-desktop: setup
	@$(BIN)/python packaging/desktop.py install

uninstall-desktop:
	@python3 packaging/desktop.py uninstall

# What a machine can say without running the program. Needs setup-tests once.
check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python packaging/translations.py check

# Branches too. The floor is lower where a part is drawing rather than rules.
coverage:
	@$(BIN)/coverage combine -q
	$(BIN)/coverage report --omit='styrdesk/ui/*' --fail-under=95
	$(BIN)/coverage report --include='styrdesk/ui/*' --fail-under=85

screenshots: setup-tests
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots

bench: setup-tests
	$(OFFSCREEN) $(BIN)/python -m tests.bench
	$(OFFSCREEN) $(BIN)/python -m tests.bench.checklists
	$(OFFSCREEN) $(BIN)/python -m tests.bench.follow_up

# The window's tests with each thread far ahead of the window, far behind it, and slow to end:
# those that hold only because a thread usually is as fast as it is fail under one of the three.
races: setup-tests
	@for order in ahead behind lingering; do \
	  $(OFFSCREEN) $(BIN)/python -m pytest -q -p tests.helpers.thread_order --threads=$$order \
	    tests/ui tests/e2e || exit 1; \
	done

# Looks for what the examples of `test` do not show: thousands of each, new ones every time.
search: setup-tests
	$(OFFSCREEN) STYRDESK_EXAMPLES=search $(BIN)/pytest -q -m hypothesis --timeout=0

# The newest versions that pyproject.toml allows, each with its hashes, none with an address.
lock:
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header --python-version 3.11 \
	  --group build pyproject.toml -o packaging/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header --python-version 3.11 \
	  --group dev -c packaging/requirements.txt pyproject.toml -o packaging/requirements-dev.txt
	@for lock in packaging/requirements.txt packaging/requirements-dev.txt; do \
	  { echo "# Made by \`make lock\` from pyproject.toml; not edited by hand."; cat $$lock; } >$$lock.new; \
	  mv $$lock.new $$lock; \
	done

# Leaves demo/, where somebody may have typed something.
clean:
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf translations/*/LC_MESSAGES
