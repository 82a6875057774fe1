"""The marks and macros of Twine's story formats (Harlowe, SugarCube, Chapbook), which a scenario has no place for."""

from __future__ import annotations

import re

_HTML = re.compile(r"</?[A-Za-z][^<>\n]*>")
_SUGARCUBE = re.compile(r"<<[^\n]*?>>|\[img\[[^\n]*?\]\]")
_HARLOWE = re.compile(r"\([A-Za-z][\w-]*:")
_STYLES = re.compile(r"''|//(?=\S)|(?<=\S)//|\*\*|~~|\^\^|__")
_VARIABLE = re.compile(r"(?<![\w$])[$_][A-Za-z]\w*")
_HOOK = re.compile(r"\|\w+[>)]|<\w+\|")


def without_markup(words: str) -> tuple[str, bool]:
    """Give words without the macros and marks of Twine's story formats, and whether there was anything of the kind."""
    clean = _SUGARCUBE.sub("", words)
    clean = _without_macros(clean)
    clean = _HOOK.sub("", _HTML.sub("", clean))
    if "://" not in clean:
        clean = _STYLES.sub("", clean)
    if clean != words:
        clean = re.sub(r"[\[\]]", "", clean)
    return " ".join(clean.split()), clean != words or bool(_VARIABLE.search(words))


def _without_macros(words: str) -> str:
    """Take out Harlowe's ``(macro: …)`` with all that is in its parentheses."""
    made: list[str] = []
    place = 0
    while found := _HARLOWE.search(words, place):
        made.append(words[place : found.start()])
        depth = 0
        for place in range(found.start(), len(words)):
            depth += {"(": 1, ")": -1}.get(words[place], 0)
            if depth == 0:
                break
        place += 1
    return "".join(made) + words[place:]
