# Everything on a fresh machine with Python 3.11 or newer: make run, make test.
PYTHON ?=
ARGS ?=
export PYTHON

python := .venv/bin/python
# Tests see the same screen and the same language everywhere.
without_screen := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

.DEFAULT_GOAL := help
.PHONY: help run test test-phones test-lrs bench screenshots words pins clean

help: ## 列出这些目标 | list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run ## 启动程序 | start the program (ARGS="check scenarios" gives it a command)
	@$(python) main.py $(ARGS)

test: .venv/.dev ## 运行全部检查与测试 | all checks and tests (ARGS="-k scoring" picks tests)
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports --no-cache
	$(without_screen) $(python) -m pytest $(ARGS)

test-phones: .venv/.dev ## 在 Chromium 里测试手机投票页 | test the phones' page in Chromium
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
		{ echo '需要 Chromium。| Chromium is needed: apt-get install chromium' >&2; exit 1; }
	$(without_screen) $(python) -m pytest tests/classroom/test_phone_page.py $(ARGS)

test-lrs: .venv/.dev ## 向真的学习记录库送一遍 | deliver to a real learning record store, installed for the occasion
	$(without_screen) TEST_LRS=1 $(python) -m pytest tests/end_to_end/test_ralph.py tests/end_to_end/test_delivery_kill.py $(ARGS)

bench: .venv/.dev ## 测量速度 | measure the speed
	$(without_screen) $(python) -m tests.performance $(ARGS)

screenshots: .venv/.dev ## 生成各界面截图 | draw every page into pictures
	$(without_screen) $(python) -m tests.screenshots $(ARGS)

words: .venv/.run ## 更新界面译文 | bring the translations of the window up to date
	tools/translations.sh

pins: .venv/.run ## 重新锁定依赖版本 | pin the dependencies anew (ARGS=--upgrade takes the newest)
	tools/pin.sh $(ARGS)

clean: ## 删除虚拟环境与缓存 | remove the virtual environment and all caches
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	find simulator tests -name __pycache__ -prune -exec rm -rf {} +

.venv/.run .venv/.dev: .venv/.%: constraints/%.txt tools/set-up.sh
	@tools/set-up.sh $*

.venv/.dev: constraints/run.txt
