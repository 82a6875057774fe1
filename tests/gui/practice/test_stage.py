"""The stage draws beside the window's thread what it is to show first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from simulator.domain.scenario import Expression
from simulator.gui.art import Artist
from simulator.gui.practice.stage import Stage
from simulator.gui.presentation import Presentation
from tests.gui.conftest import LONG

PLACE, PORTRAIT = "government-hall", "elder-woman"
SIZE = QSize(640, 400)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every backdrop and every face that is drawn."""
    drawings: list[str] = []
    backdrop, portrait = Artist.backdrop, Artist.portrait

    def counted_backdrop(artist: Artist, place: str, size: QSize, layers: tuple[str, ...]) -> QImage:
        drawings.append("+".join(layers))
        return backdrop(artist, place, size, layers)

    def counted_portrait(artist: Artist, name: str, expression: Expression, height: int) -> QImage:
        drawings.append(str(expression))
        return portrait(artist, name, expression, height)

    monkeypatch.setattr(Artist, "backdrop", counted_backdrop)
    monkeypatch.setattr(Artist, "portrait", counted_portrait)
    return drawings


@pytest.fixture
def stage(presentation: Presentation, drawn: list[str], qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(presentation, lambda: None)
    qtbot.addWidget(stage)
    yield stage
    stage.finish()


def prepare(stage: Stage, qtbot: QtBot, expression: Expression = Expression.CALM) -> None:
    ready: list[bool] = []
    stage.prepare(PLACE, PORTRAIT, expression, SIZE, lambda: ready.append(True))
    assert ready == []
    qtbot.waitUntil(lambda: ready == [True], timeout=LONG)


def shown(stage: Stage, size: QSize = SIZE, expression: Expression = Expression.CALM) -> QImage:
    stage.resize(size)
    stage.set_scene(PLACE, PORTRAIT)
    stage.set_expression(expression)
    return stage.grab().toImage()


def test_what_was_prepared_is_not_drawn_again(stage: Stage, drawn: list[str], qtbot: QtBot) -> None:
    prepare(stage, qtbot)
    assert drawn == ["calm", "far+middle", "near"]
    prepared = shown(stage)
    assert drawn == ["calm", "far+middle", "near"]
    qtbot.waitUntil(lambda: len(drawn) == 3 + len(Expression) - 1, timeout=LONG)
    assert sorted(drawn[3:]) == sorted({*Expression} - {Expression.CALM}), "the other faces are drawn when it is seen"
    stage.set_scene("hospital", PORTRAIT)
    assert shown(stage) == prepared, "and as it is drawn without"


def test_a_face_that_has_changed_meanwhile_is_drawn_when_it_is_painted(
    stage: Stage, drawn: list[str], qtbot: QtBot
) -> None:
    calm = shown(stage)
    stage.set_scene("hospital", PORTRAIT)
    prepare(stage, qtbot, Expression.CALM)
    assert shown(stage, expression=Expression.ANGRY) != calm


@pytest.mark.parametrize("otherwise", [QSize(700, 400), QSize(640, 500)])
def test_at_another_size_it_is_drawn_anew(stage: Stage, drawn: list[str], qtbot: QtBot, otherwise: QSize) -> None:
    prepare(stage, qtbot)
    drawn.clear()
    assert shown(stage, otherwise).size() == otherwise
    assert drawn[:3] == ["calm", "far+middle", "near"]


def test_what_cannot_be_drawn_holds_up_nobody(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, drawn: list[str]
) -> None:
    def unreadable(*_: object) -> QImage:
        raise PermissionError

    with monkeypatch.context() as broken:
        broken.setattr(Artist, "backdrop", unreadable)
        prepare(stage, qtbot)
    assert not shown(stage).isNull()
    assert drawn[:1] == ["calm"]


def test_faces_come_one_after_the_other_as_each_would_be_drawn_first(
    stage: Stage, presentation: Presentation, qtbot: QtBot
) -> None:
    drawn_first = {}
    for expression in Expression:
        other = Stage(presentation, lambda: None)
        qtbot.addWidget(other)
        drawn_first[expression] = shown(other, expression=expression)
        other.set_empty(True)
        drawn_first[None] = other.grab().toImage()
        other.finish()
    shown(stage)
    qtbot.waitUntil(lambda: len(stage._picture.faces) == len(Expression), timeout=LONG)
    for before, after in permutations([*Expression, None], 2):
        for expression in (before, after):
            stage.set_empty(expression is None)
            stage.set_expression(expression or Expression.CALM)
            assert stage.grab().toImage() == drawn_first[expression], (before, after)


def test_of_a_figure_no_more_is_painted_again_than_has_changed(stage: Stage, qtbot: QtBot) -> None:
    shown(stage)
    qtbot.waitUntil(lambda: len(stage._picture.faces) == len(Expression), timeout=LONG)
    figure, change = stage._picture.frame, stage._picture.changes(Expression.ANGRY)
    assert figure.contains(change)
    assert 0 < change.width() * change.height() < figure.width() * figure.height() / 2
