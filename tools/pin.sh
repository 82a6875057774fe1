#!/usr/bin/env bash
# Writes constraints/*.txt anew: every package that pyproject.toml asks for and all that those need, one exact version
# each, with the hashes of their files for every system. "tools/pin.sh --upgrade" takes the newest versions allowed.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet 'uv>=0.13,<0.14'

pin() {
    "$scratch/venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}

pin pyproject.toml --output-file constraints/run.txt "$@"
pin pyproject.toml --extra dev --constraints constraints/run.txt --output-file "$scratch/dev.txt" "$@"

# dev.txt holds only what run.txt does not.
.venv/bin/python - constraints/run.txt "$scratch/dev.txt" > constraints/dev.txt <<'PYTHON'
import re
import sys
from pathlib import Path

run, everything = (re.split(r"\n(?! )", Path(f).read_text().strip()) for f in sys.argv[1:])
print("-r run.txt", *(pin for pin in everything if pin not in run), sep="\n")
PYTHON
