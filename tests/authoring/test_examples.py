from __future__ import annotations

import pytest

from simulator.authoring.examples import EXAMPLES, Example


def test_an_example_is_the_text_with_words_exchanged_wherever_they_stand():
    assert Example((("a", "b"), ("c", "d"))).made_of("a c a") == b"b d b"


def test_an_example_that_no_longer_fits_the_scenario_is_refused():
    with pytest.raises(ValueError, match="the example has no 'gone'"):
        Example((("gone", "here"),)).made_of("format: 1")


def test_a_file_that_is_not_there_is_an_example_too():
    assert EXAMPLES["SC001"].made_of("format: 1") is None
