"""What is pointed out in a learner's own sentence at a moment of an encounter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.own_words import (
    LONGEST_KEPT,
    LONGEST_SENTENCE,
    Remarks,
    can_say_first,
    kept_sentence,
    model_words,
    remarks_at,
)
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Response, Scene, Stage
from simulator.i18n import say
from simulator.library.rulebook_file import read_rulebook_file
from tests.conftest import PROJECT

BOOK: Rulebook = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]


def response(id: str, zh: str, keeps: tuple[str, ...] = (), breaks: tuple[str, ...] = ()) -> Response:
    return Response(id, say(zh, id), goto="end", keeps=keeps, breaks=breaks)


GREETING = Scene(
    "arrival",
    Stage.GREETING,
    responses={
        "cold": response("cold", "说吧。", breaks=("greet-courtesy-opening",)),
        "warm": response("warm", "您好，请问您办什么业务？", keeps=("greet-courtesy-opening",)),
        "late": response("late", "您好，坐。", keeps=("greet-courtesy-opening",), breaks=("greet-invite-seat",)),
    },
)


def names(patterns) -> set[str]:
    return {one.id for one in patterns}


def test_the_model_is_what_keeps_most_and_breaks_least():
    assert model_words(GREETING, BOOK) == "您好，请问您办什么业务？"


def test_a_sentence_is_told_what_it_has_and_what_it_lacks_of_the_model():
    remarks = remarks_at(GREETING, BOOK, "您好，办什么？")

    assert (remarks.readable, remarks.found) == (True, ())
    assert (names(remarks.having), names(remarks.lacking)) == ({"opening", "nin"}, {"please"})


def test_what_must_not_be_said_is_found_with_its_words():
    (finding,) = remarks_at(GREETING, BOOK, "喂！办什么？").found

    assert (finding.phrase.id, finding.words, finding.phrase.instead.to("en")) == ("fp-01", "喂", "Hello, may I ask…")


def test_what_must_not_be_said_is_found_at_whatever_stage_it_is_usual():
    (finding,) = remarks_at(GREETING, BOOK, "您好，这个不归我管，您坐。").found

    assert (finding.phrase.id, finding.words) == ("fp-15", "不归我管")


def test_what_cannot_be_read_gets_no_remarks():
    assert remarks_at(GREETING, BOOK, "Good morning") == Remarks(readable=False)
    assert remarks_at(GREETING, BOOK, "  ") == Remarks(readable=False)


def test_a_scene_in_which_nobody_speaks_lacks_nothing():
    silent = Scene("mirror", Stage.IMAGE)

    assert model_words(silent, BOOK) == ""
    assert remarks_at(silent, BOOK, "您好。") == Remarks(readable=True)


@given(st.text(max_size=3 * LONGEST_SENTENCE))
def test_any_sentence_is_looked_at_as_far_as_it_is_looked_at(sentence):
    remarks = remarks_at(GREETING, BOOK, sentence)

    assert remarks == remarks_at(GREETING, BOOK, sentence.strip()[:LONGEST_SENTENCE])
    assert not names(remarks.having) & names(remarks.lacking)
    if remarks.readable:
        assert names(remarks.having) | names(remarks.lacking) == {"opening", "please", "nin"}


@given(st.text(max_size=3 * LONGEST_KEPT))
def test_what_is_kept_can_be_seen_and_is_kept_as_it_is(written):
    kept = kept_sentence(written)
    assert kept_sentence(kept) == kept
    assert len(kept) <= LONGEST_KEPT
    assert kept.encode().decode() == kept


def test_control_characters_are_not_kept_but_lines_are():
    assert kept_sentence("  您好，\n请坐。\x00\x1b ") == "您好，\n请坐。"


def test_one_can_say_first_what_is_spoken_and_nothing_else():
    nodding = Response("nod", None, do=say("点头", "nods"), goto="end")
    assert can_say_first(GREETING)
    assert not can_say_first(Scene("silent", Stage.GREETING, responses={"nod": nodding}))
