from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.play_script import play_script
from simulator.authoring.play_script_html import script_html
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.texts import texts_of
from simulator.domain.canonical import data_of
from simulator.domain.rulebook import Rulebook
from simulator.library.scenario_file import TextReader
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD, rulebook, scenarios


class Reader(HTMLParser):
    """The words of a page, and the tags that were opened and closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("path", shipped_scenarios()[:4], ids=lambda path: path.stem)
def test_every_word_of_a_scenario_is_in_its_script(path: Path, book: Rulebook) -> None:
    draft = Draft.of(path, path.read_text("utf-8"))
    script = play_script(draft, book, ("zh", "en"))
    scenario = TextReader(path).read(draft.text).scenario
    assert scenario is not None
    page = Reader(script_html(script)).words
    for keys, text in texts_of(scenario):
        for language in ("zh", "en"):
            assert text.to(language) in page, keys


@settings(BROAD, max_examples=30)
@given(scenarios(loops=True))
def test_a_script_of_any_scenario_is_a_whole_page(scenario) -> None:
    draft = Draft.of(Path("story.yaml"), scenario_text(data_of(scenario)))
    script = play_script(draft, rulebook(), ("zh", "en"))
    assert Reader(script_html(script)).open == []


def test_strange_words_are_only_words(draft: Draft, book: Rulebook) -> None:
    words = "<script>alert(1)</script> & \x07 \"'\n<img src=x>"
    data = {**meaning_of(draft), "title": words, "summary": words}
    script = play_script(draft.with_text(scenario_text(data)), book, ("zh",))
    reader = Reader(script_html(script))
    assert not {"script", "img", "link"} & reader.tags
    assert "<script>alert(1)</script>" in reader.words
