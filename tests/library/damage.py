"""Files as they come from hands, disks and strangers: damaged, half saved, or made to confuse."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

_SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"

_BITS = (
    ":", ": ", "- ", "\n", "\t", "  ", "{", "}", "[", "]", "&a ", "*a", "!!python/name:os.system ", "|", ">", "'", '"',
    "#", "---\n", "...\n", "%YAML 1.1\n", "? ", "<<: ", "~", "null", "true", "12:30", "no", "0x7f", "9" * 30, "1e999",
    ".nan", "-.inf",
    "\ufeff", "\u2028", "\x00", "\x07", "\x85", "\U0001f600", "：", "，", "\\",
    "when: __import__('os')\n", "goto: goto\n",
)  # fmt: skip

_KEYS = (
    "format", "id", "title", "place", "citizen", "variables", "start", "scenes", "endings", "name", "portrait", "mood",
    "hidden_needs", "stage", "lines", "responses", "inspect", "items", "say", "do", "when", "keeps", "set", "goto",
    "time_limit", "on_timeout", "resolved", "text", "fault", "rule", "voice", "recovery",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 101, 3.5, 10**25, "", " ", "end", "arrival", "greet", "serving", "visit", "mood >= 3",
    "mood +", "told", {}, [], ["greet"], [None], {"zh": "好"}, {"zh": 3}, {"": ""},
)  # fmt: skip


def shipped_scenarios() -> list[Path]:
    """Every scenario file that comes with the program."""
    return sorted(path for path in _SCENARIOS.rglob("*.yaml") if path.parent != _SCENARIOS)


def damaged(text: str, chance: random.Random) -> bytes:
    """A text after one to five accidents: parts lost, doubled, moved, strange things put in, now and then raw bytes."""
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 2, 10, 200)))
        match chance.randrange(6):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + text[start:end] + text[end:]
            case 2 | 3:
                text = text[:start] + chance.choice(_BITS) + text[start:]
            case 4:
                text = text[:start]
            case 5:
                lines = text.split("\n")
                line = chance.randrange(len(lines))
                lines[line] = " " * chance.randrange(9) + lines[line].lstrip()
                text = "\n".join(lines)
    content = text.encode()
    if chance.random() < 0.2:
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.randbytes(3) + content[place:]
    return content


def random_yaml(chance: random.Random) -> str:
    """Well-formed YAML under the keys of a scenario, with anything for their values."""

    def value(depth: int) -> Any:
        if depth == 0 or chance.random() < 0.3:
            return chance.choice(_VALUES)
        if chance.random() < 0.2:
            return [value(depth - 1) for _ in range(chance.randrange(4))]
        keys = [chance.choice((*_KEYS, "arrival", "warm", "end")) for _ in range(chance.randrange(1, 7))]
        return {key: value(depth - 1) for key in keys}

    whole: dict[str, Any] = {"format": 1, "id": "visit", "start": "arrival"}
    for key in ("title", "place", "citizen", "variables", "scenes", "endings"):
        whole[key] = value(4)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5, allow_nan=True)
