from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from simulator.classroom.result_file import ResultFile, write_result
from simulator.gui.classroom.results.page import ResultsPage
from tests.classroom.handing import changed, handed_in, shipped_cards
from tests.gui.conftest import LONG
from tests.practised import Practised

TRAINEES = 12


@pytest.fixture(scope="session")
def files(shipped) -> list[ResultFile]:
    """What twelve trainees hand in: two scenarios each, the later ones with more skill."""
    practised, cards = Practised(shipped), shipped_cards(shipped, "phone-wall", "queue-jumper")
    return [handed_in(practised, f"Trainee {number:02}", cards, number / TRAINEES) for number in range(TRAINEES)]


@pytest.fixture
def stick(tmp_path, files) -> Path:
    """A stick with all of them, one of whom changed a score, and a file that was cut short."""

    def improve(data):
        data["attempts"][0]["result"]["score"] = (data["attempts"][0]["result"]["score"] + 9) % 101

    folder = tmp_path / "stick"
    folder.mkdir()
    for number, file in enumerate(files):
        content = changed(file, improve) if number == 0 else write_result(file)
        (folder / f"{number:02}.cpresult").write_bytes(content)
    (folder / "short.cpresult").write_bytes(write_result(files[1])[:3000])
    return folder


@pytest.fixture
def page(presentation, shipped, keeper, qtbot) -> Iterator[ResultsPage]:
    page = ResultsPage(presentation, shipped, keeper)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.open()
    yield page
    page.finish()


@pytest.fixture
def take_in(page, stick, qtbot) -> Callable[..., None]:
    """Takes the stick into a class as the person does."""

    def do(name: str = "Spring class") -> None:
        with qtbot.waitSignal(page.taking_in.done, timeout=LONG), qtbot.waitSignal(page.shown, timeout=LONG):
            page.bar.files_given.emit([stick], name)

    return do


def words(widget) -> str:
    """What can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def cells(table) -> list[list[str]]:
    return [[table.item(y, x).text() for x in range(table.columnCount())] for y in range(table.rowCount())]
