#!/usr/bin/env bash
# Brings the window's translations up to date: reads the words out of the code, and makes the file that the program loads.
# A new word stands in the .ts file as unfinished until somebody writes its Chinese.
set -eu
cd "$(dirname "$0")/.."
words=assets/i18n/counter-practice_zh.ts
.venv/bin/pyside6-lupdate -no-obsolete -locations none $(git ls-files 'simulator/gui/*.py') -ts "$words"
.venv/bin/pyside6-lrelease "$words" -qm "${words%.ts}.qm"
