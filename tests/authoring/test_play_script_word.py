from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.play_script import play_script
from simulator.authoring.play_script_word import script_docx
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.texts import texts_of
from simulator.domain.canonical import data_of
from simulator.domain.rulebook import Rulebook
from simulator.library.scenario_file import TextReader
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD, rulebook, scenarios


def words_of_docx(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    return "\n".join(element.text or "" for element in document.element.body.iter(qn("w:t")))


@pytest.mark.parametrize("path", shipped_scenarios()[:4], ids=lambda path: path.stem)
def test_every_word_of_a_scenario_is_in_its_script(path: Path, book: Rulebook) -> None:
    draft = Draft.of(path, path.read_text("utf-8"))
    script = play_script(draft, book, ("zh", "en"))
    scenario = TextReader(path).read(draft.text).scenario
    assert scenario is not None
    word = words_of_docx(script_docx(script))
    for keys, text in texts_of(scenario):
        for language in ("zh", "en"):
            assert text.to(language) in word, keys


@settings(BROAD, max_examples=30)
@given(scenarios(loops=True))
def test_a_script_of_any_scenario_is_a_whole_document(scenario) -> None:
    draft = Draft.of(Path("story.yaml"), scenario_text(data_of(scenario)))
    script = play_script(draft, rulebook(), ("zh", "en"))
    assert zipfile.ZipFile(io.BytesIO(script_docx(script))).testzip() is None


def test_strange_words_are_only_words(draft: Draft, book: Rulebook) -> None:
    words = "<script>alert(1)</script> & \x07 \"'\n<img src=x>"
    data = {**meaning_of(draft), "title": words, "summary": words}
    script = play_script(draft.with_text(scenario_text(data)), book, ("zh",))
    assert "<script>alert(1)</script>" in words_of_docx(script_docx(script))


def test_the_document_names_a_chinese_typeface(draft: Draft, book: Rulebook) -> None:
    document = docx.Document(io.BytesIO(script_docx(play_script(draft, book, ("zh",)))))
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
