from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.speech.sentences import LONGEST, sentences, weight


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("您好。请坐！", ("您好。", "请坐！")),
        ("他们说要扫脸……我扫不了。“那怎么办？”", ("他们说要扫脸……", "我扫不了。", "“那怎么办？”")),
        ("行吗?那好;走吧", ("行吗?那好;走吧",)),
        ("第一行\n第二行", ("第一行", "第二行")),
        ("Come in. Sit down! Well? Yes", ("Come in.", "Sit down!", "Well?", "Yes")),
        ("Mr. Wang is at No. 3, it says.", ("Mr. Wang is at No. 3, it says.",)),
        ("Come at 10:30 a.m. tomorrow with 3.5 yuan.", ("Come at 10:30 a.m. tomorrow with 3.5 yuan.",)),
        ("It closes at 5 p.m. Come before that.", ("It closes at 5 p.m.", "Come before that.")),
        ("I am No. 3.", ("I am No. 3.",)),
        ("“Really.” He left.", ("“Really.”", "He left.")),
    ],
)
def test_a_line_is_cut_into_its_sentences(words, spoken):
    assert sentences(words) == spoken


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("（低声）好的。（坐下）", ("好的。",)),
        ("Yes. (sits down (slowly)) Good.", ("Yes.", "Good.")),
        ("（叹气）", ()),
        ("……", ()),
        ("", ()),
    ],
)
def test_what_is_not_said_is_not_spoken(words, spoken):
    assert sentences(words) == spoken


def test_a_long_sentence_is_cut_where_one_breathes():
    words = "我从早上八点就在这里排队，" * 9 + "行吗？"
    pieces = sentences(words)

    assert "".join(pieces) == words
    assert all(piece.endswith(("，", "？")) for piece in pieces)


def test_without_a_comma_it_is_cut_between_words_and_without_those_anywhere():
    assert set(" ".join(sentences("word " * 80)).split()) == {"word"}
    assert "".join(sentences("一" * 130)) == "一" * 130


@given(st.text(st.sampled_from("一二ab. ，,。…！?“”()（）\n1—Mr"), max_size=300))
def test_no_piece_is_too_long_and_nothing_that_can_be_said_is_lost(words):
    pieces = sentences(words)

    assert all(0 < weight(piece) <= LONGEST and piece == piece.strip() for piece in pieces)
    if not set("()（）") & set(words):
        assert [one for one in "".join(pieces) if one.isalnum()] == [one for one in words if one.isalnum()]
