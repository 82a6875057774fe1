"""The window's translations are whole: every word of the code has its Chinese, and what is loaded is made of it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator

from tests.conftest import PROJECT

WORDS = PROJECT / "assets" / "i18n" / "counter-practice_zh.ts"
TOOLS = Path(__import__("PySide6").__file__).parent


def messages(path: Path) -> dict[tuple[str, str, str], str]:
    """The Chinese of every (context, English, remark); nothing where it is unfinished."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation.text if translation.get("type") != "unfinished" else None
            found[context.findtext("name"), message.findtext("source"), message.findtext("comment", "")] = done or ""
    return found


def test_every_word_of_the_code_has_its_chinese(tmp_path: Path):
    fresh = tmp_path / "fresh.ts"
    fresh.write_bytes(WORDS.read_bytes())
    sources = [str(path) for path in sorted((PROJECT / "simulator" / "gui").rglob("*.py"))]
    subprocess.run(
        [TOOLS / "lupdate", "-no-obsolete", "-locations", "none", *sources, "-ts", fresh],
        check=True,
        capture_output=True,
    )

    assert {key for key, chinese in messages(fresh).items() if not chinese} == set()
    assert set(messages(WORDS)) - set(messages(fresh)) == set(), "words that the code no longer says"


def test_the_loaded_file_says_what_the_words_say():
    translator = QTranslator()
    assert translator.load(str(WORDS.with_suffix(".qm")))

    said = {
        key: translator.translate(context, english, remark or None)
        for key in messages(WORDS)
        for context, english, remark in [key]
    }
    assert said == messages(WORDS)


def test_placeholders_survive_translation():
    assert [
        (english, chinese)
        for (_, english, _), chinese in messages(WORDS).items()
        for place in ("%1", "%2", "%3")
        if (place in english) != (place in chinese)
    ] == []
