from __future__ import annotations

import pytest

from simulator.authoring.twee_import import import_twee
from simulator.authoring.twee_notation import (
    LARGEST,
    Passage,
    Story,
    TweeRefused,
    links_in,
    read_story,
    without_links,
    written_story,
)


def test_names_tags_and_metadata_are_read_and_written() -> None:
    passages = (Passage("a [b] {c} \\", "text", ("x", "y]"), {"position": "1,2"}, 9), Passage("b", ""))
    story = read_story(written_story(Story("T", {"ifid": "X"}, passages)).encode())
    assert [(one.name, one.tags, dict(one.metadata), one.text) for one in story.passages] == [
        ("a [b] {c} \\", ("x", "y]"), {"position": "1,2"}, "text"), ("b", (), {}, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no headings", b"x" * (LARGEST + 1), b"::a\n" * 10_001])
def test_what_is_no_story_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(TweeRefused) as refused:
        import_twee(content)
    assert "Nothing was changed" in refused.value.sentence.to("en")


@pytest.mark.parametrize(
    ("source", "words", "target", "setter"),
    [
        ("[[go->there]]", "go", "there", ""),
        ("[[there<-go]]", "go", "there", ""),
        ("[[go|there]]", "go", "there", ""),
        ("[[ there ]]", "there", "there", ""),
        ("[[a -> b->c]]", "a -> b", "c", ""),
        ("[[a<-b<-c]]", "b<-c", "a", ""),
        ("[[go->there][$x to 1]]", "go", "there", "$x to 1"),
    ],
)
def test_links_of_every_form(source: str, words: str, target: str, setter: str) -> None:
    assert list(links_in(f"before {source} after")) == [(words, target, setter, source)]
    assert without_links(f"before {source} after") == "before  after"
