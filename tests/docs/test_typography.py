"""Chinese is set as Chinese: its punctuation is full width wherever a person reads it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from simulator.library.problems import PROBLEMS
from simulator.library.yaml_tree import Branch, Leaf, Node, Row, parse
from tests.conftest import PROJECT

CHINESE = "\u3400-\u9fff\u3002\uff0c\u201d\u201c\u300b\u300a"
HALF_WIDTH = re.compile(rf"[{CHINESE}][,;:!?](?![0-9])|[{CHINESE}]\(|\([{CHINESE}]")
GUIDES = sorted((PROJECT / "docs").glob("*.zh-CN.md"))
SCENARIO_FILES = sorted((PROJECT / "scenarios").rglob("*.yaml"))


def half_width(words: str) -> list[str]:
    """Half-width punctuation that touches Chinese."""
    return HALF_WIDTH.findall(words)


def chinese_texts(node: Node) -> list[str]:
    """Every text of a file that is marked as Chinese."""
    match node:
        case Branch():
            own = [child.words for key, child in node.children.items() if key == "zh" and isinstance(child, Leaf)]
            return own + [text for child in node.children.values() for text in chinese_texts(child)]
        case Row():
            return [text for child in node.children for text in chinese_texts(child)]
    return []


@pytest.mark.parametrize("path", SCENARIO_FILES, ids=lambda path: path.stem)
def test_in_scenarios_and_the_rulebook(path: Path):
    texts = chinese_texts(parse(path.read_text("utf-8"), path))

    assert texts
    assert {text: half_width(text) for text in texts if half_width(text)} == {}


def test_in_diagnostics():
    sentences = [words for problem in PROBLEMS.values() for words in (problem.zh, problem.mend_zh)]

    assert {text: half_width(text) for text in sentences if half_width(text)} == {}


def test_in_the_window():
    translations = ET.parse(PROJECT / "assets" / "i18n" / "counter-practice_zh.ts").iter("translation")  # noqa: S314
    texts = [translation.text or "" for translation in translations]

    assert all(texts)
    assert {text: half_width(text) for text in texts if half_width(text)} == {}


@pytest.mark.parametrize("page", [PROJECT / "README.zh-CN.md", *GUIDES], ids=lambda page: page.name)
def test_in_the_readme_and_the_guides(page: Path):
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", "", page.read_text("utf-8"), flags=re.DOTALL)

    assert half_width(prose) == []
