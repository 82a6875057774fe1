from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.draft import (
    Draft,
    Edit,
    EditRefused,
    Splice,
    difference_of,
    retyped,
    spliced,
    unspliced,
)
from simulator.i18n import say
from tests.authoring.rough_texts import ROUGH, in_every_form
from tests.library.files import right

HERE = Path("visit.yaml")


def test_a_draft_gives_what_stands_at_a_place_and_where_that_is() -> None:
    draft = Draft.of(HERE, right())
    assert draft.get(("variables",)) == {"told": False, "asked": 0}
    assert draft.get(("scenes", "arrival", "lines", 0, "citizen")) == "您好？"
    assert draft.get(("scenes", "nowhere")) is None
    assert draft.ids(("scenes",)) == ("arrival", "mirror")
    assert draft.ids(("title", "zh")) == ()
    found = draft.find(("scenes", "arrival", "responses", "warm", "keeps", 0))
    assert found is not None
    assert found.in_flow
    assert draft.text[found.node.start : found.node.end] == "greet"
    assert draft.find(("scenes", "arrival", "lines", 1)) is None


@pytest.mark.parametrize("form", in_every_form())
def test_the_bytes_of_a_draft_are_those_of_its_file(form: str) -> None:
    text = in_every_form()[form]
    draft = Draft.of(HERE, text)
    assert draft.content == text.encode()
    assert draft.newline == ("\r\n" if "CRLF" in form else "\n")
    assert draft.get(("id",)) == "rough"


def test_a_cursor_in_the_text_points_to_the_innermost_thing_before_it() -> None:
    draft = Draft.of(HERE, right())

    def at(words: str) -> tuple[str | int, ...]:
        return draft.keys_at(draft.text.index(words))

    assert at("format") == ("format",)
    assert at("A visit") == ("title", "en")
    assert at("您好？") == ("scenes", "arrival", "lines", 0, "citizen")
    assert at("told: true") == ("scenes", "arrival", "responses", "warm", "set", "told")
    assert draft.keys_at(len(draft.text)) == ("endings", "end", "resolved")
    assert Draft.of(HERE, "# only\na: 1\n").keys_at(0) == ()


def test_a_text_that_is_not_well_formed_takes_no_edit_but_typing_and_says_so() -> None:
    broken = Draft.of(HERE, right().replace("title: {", "title: {{", 1))
    assert not broken.well_formed
    with pytest.raises(EditRefused) as caught:
        broken.get(("title",))
    assert "YAML" in caught.value.sentence.to("zh")
    assert "YAML pane" in caught.value.sentence.to("en")
    mended = broken.after(retyped(broken, right()))
    assert mended.text == right()
    assert mended.well_formed


def test_typing_in_the_text_touches_only_what_is_new() -> None:
    draft = Draft.of(HERE, "a: one\nb: two\n")
    assert retyped(draft, "a: one\nb: twoo\n").splices == (Splice(13, 13, "o"),)
    assert retyped(draft, draft.text).splices == ()


def test_half_characters_that_no_file_can_hold_are_exchanged() -> None:
    assert Draft.of(HERE, "a: \ud83d").text == "a: \ufffd"
    assert Draft.of(HERE, "a: 1").with_text("a: \udc00").content == "a: \ufffd".encode()
    assert retyped(Draft.of(HERE, "a: 1"), "a: \ud83d").splices == (Splice(3, 4, "\ufffd"),)


@given(old=st.text("ab\n", max_size=12), new=st.text("ab\n", max_size=12))
def test_the_difference_of_two_texts_makes_one_of_the_other(old: str, new: str) -> None:
    splice = difference_of(old, new)
    assert (spliced(old, (splice,)) if splice else old) == new
    if splice and splice.words and splice.end > splice.start:
        assert splice.words[0] != old[splice.start]
        assert splice.words[-1] != old[splice.end - 1]


@given(text=st.text("abc", max_size=20), seed=st.integers())
def test_splices_are_done_one_after_another_and_undone(text: str, seed: int) -> None:
    chance = random.Random(seed)
    splices: list[Splice] = []
    now = text
    for _ in range(chance.randrange(6)):
        start = chance.randrange(len(now) + 1)
        end = chance.randrange(start, len(now) + 1)
        splices.append(Splice(start, end, chance.choice(("", "x", "yz"))))
        now = now[:start] + splices[-1].words + now[end:]
    assert spliced(text, tuple(splices)) == now
    assert spliced(now, unspliced(text, tuple(splices))) == text


def test_an_edit_makes_another_draft() -> None:
    draft = Draft.of(HERE, ROUGH)
    after = draft.after(Edit(say("改", "Change"), (Splice(0, 1, "##"),)))
    assert (draft.text, after.text) == (ROUGH, "##" + ROUGH[1:])


def test_scenes_are_gone_through_with_what_to_add_to_their_places() -> None:
    draft = Draft.of(HERE, right())
    for id, node, characters in draft.scenes():
        assert draft.text[node.start + characters :].startswith("stage:")
        assert draft.text[: node.start + characters].rstrip().endswith(f"{id}:")
