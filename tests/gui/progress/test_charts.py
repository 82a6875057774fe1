"""The charts are looked at as pictures: what is painted where."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from simulator.gui.progress.charts import Bar, BarChart, Point, Points, PointsChart, bar_height, paint_bars, places
from simulator.gui.theme import PAPER, Theme

FRAME = QRectF(0, 0, 400, 160)
THEME = Theme(PAPER, 100, "en")
MARKS = ((0.0, "0"), (100.0, "100"))


def painted(paint) -> QImage:
    image = QImage(FRAME.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def celadon(image: QImage) -> int:
    """How many points of a picture have the colour of what was kept."""
    wanted = THEME.color("celadon").rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_better_stands_higher_and_later_stands_further_right(fonts):
    chart = Points(MARKS, (Point(20, "a"), Point(60, "b"), Point(100, "c")))
    one, two, three = places(FRAME, THEME, chart)
    assert one.x() < two.x() < three.x()
    assert one.y() > two.y() > three.y()
    assert three.y() - two.y() == pytest.approx(two.y() - one.y())


def test_a_bar_is_as_long_as_its_share(fonts):
    full, half, nothing, few = (
        celadon(painted(lambda painter, bar=bar: paint_bars(painter, FRAME, THEME, [bar])))
        for bar in (Bar("a", 100, "1"), Bar("a", 50, "1"), Bar("a", 0, "1"), Bar("a", None, "1"))
    )
    assert half == pytest.approx(full / 2, rel=0.05)
    assert nothing == few == 0


def test_names_without_room_stand_above_their_bars(fonts):
    short, long = [Bar("a", 50, "1")], [Bar("a very long name of an encounter, longer than half of the page", 50, "1")]
    assert bar_height(400, THEME, long) > bar_height(400, THEME, short)


def test_charts_say_what_they_show(presentation, qtbot):
    points, bars = PointsChart(presentation), BarChart(presentation)
    for chart in (points, bars):
        qtbot.addWidget(chart)
    points.show_chart("Score", Points(MARKS, (Point(20, "first: 20"), Point(60, "then: 60", repeat=True))))
    bars.show_bars("Profile", [Bar("Empathy", 80, "80 % of 5"), Bar("Lawfulness", None, "Too few yet")])
    assert (points.accessibleName(), points.accessibleDescription()) == ("Score", "first: 20; then: 60")
    assert bars.accessibleDescription() == "Empathy: 80 % of 5; Lawfulness: Too few yet"
    assert not points.grab().isNull()
    assert bars.heightForWidth(600) > 0
