"""Reading typed fields from a YAML tree, collecting every problem instead of stopping at the first."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from simulator.errors import Diagnostic
from simulator.library import problems
from simulator.library.problems import Problem
from simulator.library.yaml_tree import Branch, Leaf, Node, Row

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")

_KINDS = {
    "text": ("文字，或各语言的文字（{{zh: …, en: …}}）", "text, or a map from language to text ({{zh: …, en: …}})"),
    "word": ("一个词", "a word"),
    "integer": ("整数", "a whole number"),
    "boolean": ("true 或 false", "true or false"),
    "map": ("若干“键: 值”", "a map of keys and values"),
    "list": ("列表", "a list"),
    "constant": ("true、false 或整数", "true, false or a whole number"),
}


def is_id(word: str) -> bool:
    """Tell whether a scenario, scene, response or other part may be known by this id."""
    return bool(_ID.match(word))


class FieldReader:
    """Reads the fields of one file, and keeps the diagnostics found on the way.

    Every method gives the value in plain form, or None where it is missing or wrong (then with a diagnostic).
    """

    def __init__(self, path: Path) -> None:
        self._file = str(path)
        self.diagnostics: list[Diagnostic] = []

    def report(self, problem: Problem, node: Node, **words: object) -> None:
        """Note a problem at a node."""
        self.diagnostics.append(problem.at(self._file, node.line, node.column, **words))

    def known_keys(self, branch: Branch, known: Iterable[str]) -> None:
        """Report every key of a map that is not among the known ones."""
        known = tuple(known)
        for key, leaf in branch.keys.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                self.report(problems.UNKNOWN_KEY, leaf, key=key, known=", ".join(near or known))

    def child(self, branch: Branch, key: str, *, required: bool = False) -> Node | None:
        """Give what stands under a key; an empty value counts as missing."""
        node = branch.children.get(key)
        if node is None or (isinstance(node, Leaf) and node.value is None):
            if required:
                self.report(problems.MISSING, node or branch, key=key)
            return None
        return node

    def text(self, branch: Branch, key: str, *, required: bool = False) -> str | dict[str, str] | None:
        """Read a text: a string, or a map from language to string."""
        node = self.child(branch, key, required=required)
        return None if node is None else self.text_of(node, key)

    def text_of(self, node: Node, key: str) -> str | dict[str, str] | None:
        """Read a node as a text."""
        if isinstance(node, Leaf) and isinstance(node.value, str):
            if node.value.strip():
                return node.value
            self.report(problems.EMPTY_TEXT, node, key=key)
            return None
        if not isinstance(node, Branch):
            self._wrong_type(node, key, "text")
            return None
        texts: dict[str, str] = {}
        for language, child in node.children.items():
            if not _LANGUAGE.match(language):
                self.report(problems.UNKNOWN_KEY, node.keys[language], key=language, known="zh, en")
            elif not isinstance(child, Leaf) or not isinstance(child.value, str | None):
                self._wrong_type(child, f"{key}.{language}", "text")
            elif child.value and child.value.strip():
                texts[language] = child.value
        if not texts:
            self.report(problems.EMPTY_TEXT, node, key=key)
            return None
        return texts

    def word(self, branch: Branch, key: str, *, required: bool = False) -> str | None:
        """Read a plain string that names something."""
        node = self.child(branch, key, required=required)
        if node is None:
            return None
        if isinstance(node, Leaf) and not isinstance(node.value, bool) and node.words:
            return node.words
        self._wrong_type(node, key, "word")
        return None

    def file_name(self, branch: Branch, key: str) -> str | None:
        """Read the required name of a picture, which must be an id and so can lead nowhere else."""
        word = self.word(branch, key, required=True)
        if word is not None:
            self.id(word, branch.children[key])
        return word

    def one_of(self, branch: Branch, key: str, known: Iterable[str], *, required: bool = False) -> str | None:
        """Read a word that must be one of those known."""
        word = self.word(branch, key, required=required)
        known = [str(one) for one in known]
        if word is None or word in known:
            return word
        self.report(problems.NOT_ONE_OF, branch.children[key], key=key, value=word, known=", ".join(known))
        return None

    def integer(self, branch: Branch, key: str, least: int, most: int, *, required: bool = False) -> int | None:
        """Read a whole number within a range."""
        node = self.child(branch, key, required=required)
        if node is None:
            return None
        if not isinstance(node, Leaf) or type(node.value) is not int:
            self._wrong_type(node, key, "integer")
            return None
        if not least <= node.value <= most:
            self.report(problems.OUT_OF_RANGE, node, key=key, least=least, most=most)
            return None
        return node.value

    def boolean(self, branch: Branch, key: str, *, required: bool = False) -> bool | None:
        """Read true or false."""
        node = self.child(branch, key, required=required)
        if node is None:
            return None
        if isinstance(node, Leaf) and isinstance(node.value, bool):
            return node.value
        self._wrong_type(node, key, "boolean")
        return None

    def constant(self, node: Node, key: str) -> bool | int | None:
        """Read a node as true, false or a whole number."""
        if isinstance(node, Leaf) and isinstance(node.value, bool | int) and abs(node.value) <= 1_000_000:
            return node.value
        self._wrong_type(node, key, "constant")
        return None

    def branch(self, branch: Branch, key: str, *, required: bool = False) -> Branch | None:
        """Read a map."""
        node = self.child(branch, key, required=required)
        if node is None or isinstance(node, Branch):
            return node
        self._wrong_type(node, key, "map")
        return None

    def row(self, branch: Branch, key: str) -> list[Node]:
        """Read a list; a missing one is empty."""
        node = self.child(branch, key)
        if node is None:
            return []
        if isinstance(node, Row):
            return node.children
        self._wrong_type(node, key, "list")
        return []

    def each(self, branch: Branch, key: str, read: Callable[[str, Branch], Any], *, required: bool = False) -> Any:  # noqa: ANN401
        """Read a map from id to map with ``read(id, branch)``; a missing one is empty, a required one has an entry."""
        whole = self.branch(branch, key, required=required)
        if whole is None:
            return {}
        if required and not whole.children:
            self.report(problems.MISSING, whole, key=key)
        return {id: self.entry(whole.keys[id], node, read) for id, node in whole.children.items()}

    def entry(self, key: Leaf, node: Node, read: Callable[[str, Branch], Any]) -> Any:  # noqa: ANN401
        """Read one entry of such a map."""
        self.id(key.words, key)
        if isinstance(node, Branch):
            return read(key.words, node)
        self._wrong_type(node, key.words, "map")
        return {}  # so that what refers to it is not reported as well

    def id(self, id: str, node: Node) -> None:
        """Report an id that is not one."""
        if not is_id(id):
            self.report(problems.BAD_ID, node, id=id)

    def names(self, branch: Branch, key: str, known: Collection[str] | None, unknown: Problem) -> list[str]:
        """Read a list of ids that must be known (any, where ``known`` is None)."""
        names: list[str] = []
        for node in self.row(branch, key):
            if not isinstance(node, Leaf) or not isinstance(node.value, str):
                self._wrong_type(node, key, "word")
            elif known is not None and node.value not in known:
                self.report_unknown(unknown, node, node.value, known)
            elif node.value in names:
                self.report(problems.NAMED_TWICE, node, name=node.value)
            else:
                names.append(node.value)
        return names

    def report_unknown(self, problem: Problem, node: Node, name: str, known: Collection[str]) -> None:
        """Report a name that is not known, with the nearest that is."""
        near = difflib.get_close_matches(name, list(known), 1)
        hint_zh = f"是不是“{near[0]}”？" if near else "请改正名称，或先把它写出来。"
        hint_en = f"Did you mean “{near[0]}”?" if near else "Mend the name, or write it first."
        words = {"goto": name, "rule": name, "need": name}
        self.report(problem, node, hint_zh=hint_zh, hint_en=hint_en, **words)

    def _wrong_type(self, node: Node, key: str, kind: str) -> None:
        kind_zh, kind_en = (words.format() for words in _KINDS[kind])
        if isinstance(node, Leaf) and kind == "text":
            hint_zh, hint_en = f'请加引号："{node.words}"。', f'Put it in quotes: "{node.words}".'
        elif isinstance(node, Leaf) and kind in ("integer", "boolean", "constant"):
            hint_zh, hint_en = "请去掉引号或改正内容。", "Remove the quotes or mend the value."
        else:
            hint_zh, hint_en = "请检查缩进和写法。", "Check the indentation and the spelling."
        self.report(
            problems.WRONG_TYPE, node, key=key, kind_zh=kind_zh, kind_en=kind_en, hint_zh=hint_zh, hint_en=hint_en
        )
