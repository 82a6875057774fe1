"""A certificate: offered for a course that was passed in the exam, on one page in both languages."""

from __future__ import annotations

import io

import pypdf
import pytest

from simulator.domain.modes import Mode
from simulator.gui import prompts
from simulator.gui.background import Background
from simulator.gui.progress.picture import draw_up, read_past, read_shelf
from simulator.gui.progress.saving import SaveMenu
from simulator.records.learners import Learners
from tests.gui.conftest import LONG
from tests.practised import Practised


@pytest.fixture
def picture(record, shipped):
    """Gives the progress of somebody who went through the course in a mode, all but some of it."""
    cards = {card.id: card for card in shipped.cards()}

    def drawn(mode: str, without: int = 0):
        stops = [cards[stop.scenario] for stop in shipped.courses().courses[0].stops if stop.scenario in cards]

        def work(database):
            learner = Learners(database).add("陈静")
            Practised(shipped).record(database, learner, stops[without:], lambda _: 1.0, mode)
            return draw_up(read_shelf(shipped), read_past(database, learner))

        return record.ask(work)

    return drawn


@pytest.fixture
def offered(presentation, keeper, qtbot):
    background = Background("progress")
    menu = SaveMenu(presentation, keeper, background)
    qtbot.addWidget(menu)

    def entries(picture) -> list[str]:
        menu.tell(picture)
        return [action.text() for action in menu.menu().actions() if action.text().startswith("Certificate")]

    entries.menu = menu
    yield entries
    background.finish()


def test_it_is_one_page_in_both_languages_with_the_name_the_course_and_the_day(
    offered, picture, tmp_path, monkeypatch, qtbot
):
    passed = picture(Mode.EXAM)
    if any(stop.scenario not in passed.shelf.cards for stop in passed.courses[0].course.stops):
        pytest.fail("the shipped course names encounters that the library does not have")
    assert offered(passed) == ["Certificate: Three days of moving service…"]
    path = tmp_path / "certificate.pdf"
    monkeypatch.setattr(prompts, "save_path", lambda *_: path)
    with qtbot.waitSignal(offered.menu.saved, timeout=LONG):
        next(one for one in offered.menu.menu().actions() if one.text().startswith("Certificate")).trigger()
    (page,) = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    text = " ".join(page.extract_text().split())
    joined = "".join(text.split())
    count = len(passed.courses[0].course.stops)
    for words in ("课程合格证书", "陈静", "感动服务三日课", f"逐一通过了全部{count}个情景", "2026年3月2日"):
        assert words in joined
    for words in ("Certificate of completion", f"each of the {count} encounters", "Three days of moving service"):
        assert words in text


@pytest.mark.parametrize(("mode", "without"), [("learn", 0), (Mode.EXAM, 1)])
def test_neither_practice_nor_a_part_of_the_exam_earns_it(offered, picture, mode, without):
    assert offered(picture(mode, without)) == []
