"""A class's report on paper: every text, every word plain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.gui.reports.class_report import class_report
from tests.classroom.handing import figures_of, handed_in, shipped_cards
from tests.practised import Practised


@pytest.fixture(scope="module")
def figures(shipped):
    practised, cards = Practised(shipped), shipped_cards(shipped, "phone-wall", "queue-jumper")
    return figures_of([handed_in(practised, f"Trainee {number}", cards, number / 11) for number in range(11)], shipped)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_has_everybody_and_every_scene_of_every_text(figures, language):
    html = class_report(figures, language)
    for need in figures.needs:
        assert need.learner in html
    for text in figures.texts:
        assert text.scenario.title.to(language).translate(str.maketrans("“”’", '""\'')) in html.translate(
            str.maketrans("“”’", '""\'')
        ).replace("&quot;", '"')
        for scene in text.scenes:
            assert f"{scene.id}: " in html or not scene.stake


def test_names_from_elsewhere_are_plain_words(figures):
    hostile = replace(
        figures, name="<img src=x>", needs=tuple(one._replace(learner="<b>Li</b>&amp;") for one in figures.needs)
    )
    html = class_report(hostile, "en")
    assert "<img" not in html
    assert "<b>Li" not in html
    assert "&lt;b&gt;Li&lt;/b&gt;&amp;amp;" in html
