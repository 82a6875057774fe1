from __future__ import annotations

import pytest

from simulator.speech.utterance import Order, Utterance

GOOD = Utterance("好的。", "zh", "female", 150, 50)


def test_whatever_sounds_otherwise_has_another_key():
    others = [
        GOOD._replace(words="好。"),
        GOOD._replace(language="en"),
        GOOD._replace(gender="male"),
        GOOD._replace(rate=151),
        GOOD._replace(pitch=49),
    ]
    assert len({one.key for one in (GOOD, *others)}) == 6
    assert Utterance(*GOOD).key == GOOD.key


def test_an_order_comes_through_standard_input_as_it_was(tmp_path):
    order = Order(GOOD, tmp_path / "声音.wav", tmp_path / "声音.part")
    assert Order.from_json(order.to_json()) == order
    assert order.to_json().isascii()


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b"\xff", b"[1, 2, 3]", b'[["a"], "b", "c"]'])
def test_what_is_no_order_is_refused(text):
    with pytest.raises(ValueError, match="no order"):
        Order.from_json(text)
