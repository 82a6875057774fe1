"""Drawing: a face for each expression, backdrops that cover, icons in a colour, covers kept on the disk."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from simulator.domain.scenario import Expression
from simulator.gui.art import COVER, Artist, covering, with_expression, without_groups
from tests.gui.conftest import ASSETS

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
FACES = SQUARE + b'<g id="body"/><g id="face-calm"/><g id="face-angry"/><g id="hair-front-sad"/></svg>'


@pytest.fixture
def artist(tmp_path: Path, qapp: QApplication) -> Artist:
    return Artist(ASSETS, tmp_path / "cache")


def painted(image: QImage) -> int:
    """How many of a grid of points are not empty."""
    points = [(image.width() * x // 24, image.height() * y // 24) for x in range(24) for y in range(24)]
    return sum(image.pixelColor(x, y).alpha() > 0 for x, y in points)


def test_an_expression_keeps_its_own_layers_and_those_of_none():
    drawn = with_expression(FACES, Expression.ANGRY).decode()
    assert [id for id in ("body", "face-calm", "face-angry", "hair-front-sad") if f'"{id}"' in drawn] == [
        "body",
        "face-angry",
    ]


def test_groups_are_taken_out_by_name():
    assert b"body" not in without_groups(FACES, {"body"})
    assert without_groups(FACES, set()) == FACES


def test_covering_fills_the_frame_and_keeps_the_shape():
    frame = QRectF(0, 0, 100, 100)
    placed = covering(QRectF(0, 0, 1600, 900), frame)
    assert placed.contains(frame)
    assert placed.width() / placed.height() == pytest.approx(16 / 9)
    assert placed.center() == frame.center()


def test_a_portrait_has_another_face_for_each_expression(artist: Artist):
    faces = [artist.portrait("elder-woman", expression, 400) for expression in Expression]
    assert {face.size() for face in faces} == {QSize(300, 400)}
    different = {face.constBits().tobytes() for face in faces}
    assert len(different) == len(Expression)


def test_a_head_is_a_square_cut_out_of_the_portrait(artist: Artist):
    head = artist.head("elder-woman", Expression.CALM, 90)
    assert head.size() == QSize(90, 90)
    assert painted(head) > 24 * 24 / 4
    figure = artist.portrait("elder-woman", Expression.CALM, 200)
    assert head.pixelColor(45, 60) == figure.pixelColor((figure.width() - 90) // 2 + 45, 8 + 60)


@pytest.mark.parametrize("name", ["clerk", "counter"])
def test_each_thing_of_a_picture_is_drawn_as_it_is_and_has_its_place(artist: Artist, name: str):
    size = QSize(400, 300)
    right = artist.inspection(name, (), size)
    assert right.image.size() == size
    assert len(right.things) >= 9
    page = QRectF(0, 0, 1, 1)
    for thing in right.things:
        wrong = artist.inspection(name, {thing}, size)
        assert page.contains(wrong.things[thing])
        assert min(wrong.things[thing].width() * 1200, wrong.things[thing].height() * 900) >= 50
        differing = [
            (x, y)
            for x in range(0, 400, 2)
            for y in range(0, 300, 2)
            if wrong.image.pixel(x, y) != right.image.pixel(x, y)
        ]
        box = wrong.things[thing].united(right.things[thing])
        frame = QRectF(box.x() * 400 - 2, box.y() * 300 - 2, box.width() * 400 + 4, box.height() * 300 + 4)
        assert differing, thing
        assert all(frame.contains(x, y) for x, y in differing), f"{thing} changes only where it is"


def test_an_unknown_picture_has_no_things(artist: Artist):
    assert artist.inspection("nowhere", {"badge"}, QSize(40, 30)).things == {}


def test_a_backdrop_covers_whatever_shape_the_window_has(artist: Artist):
    for size in (QSize(320, 180), QSize(300, 300), QSize(500, 120)):
        image = artist.backdrop("government-hall", size)
        assert image.size() == size
        assert painted(image) == 24 * 24


def test_the_near_layer_leaves_room_for_the_citizen(artist: Artist):
    near = artist.backdrop("government-hall", QSize(320, 180), ("near",))
    assert 0 < painted(near) < 24 * 24


def test_what_is_unknown_has_a_stand_in(artist: Artist):
    size = QSize(160, 90)
    assert artist.backdrop("nowhere", size) == artist.backdrop("government-hall", size)
    assert painted(artist.portrait("nobody", Expression.CALM, 80)) == 0
    assert painted(artist.portrait("../icons/kept", Expression.CALM, 80)) == 0, "a name is no path"


def test_an_icon_is_drawn_in_its_colour_once(artist: Artist):
    red, blue = (artist.icon_pixmap("kept", color, 32).toImage() for color in ("#FF0000", "#0000FF"))

    def inks(image: QImage) -> set[str]:
        colors = (image.pixelColor(x, y) for x in range(32) for y in range(32))
        return {color.name() for color in colors if color.alpha() == 255}

    assert (inks(red), inks(blue)) == ({"#ff0000"}, {"#0000ff"})
    assert artist.icon_pixmap("kept", "#FF0000", 32).cacheKey() == artist.icon_pixmap("kept", "#FF0000", 32).cacheKey()


def test_a_cover_is_kept_and_drawn_anew_when_a_picture_changes(tmp_path: Path, qapp: QApplication):
    assets, cache = tmp_path / "assets", tmp_path / "cache"
    for folder, name in (("backdrops", "government-hall"), ("portraits", "elder-woman")):
        (assets / folder).mkdir(parents=True)
        (assets / folder / f"{name}.svg").write_bytes((ASSETS / folder / f"{name}.svg").read_bytes())

    first = Artist(assets, cache).cover("government-hall", "elder-woman")
    (kept,) = (cache / "covers").iterdir()
    written = kept.stat().st_mtime_ns
    again = Artist(assets, cache).cover("government-hall", "elder-woman")
    assert first.size() == COVER
    assert again.convertToFormat(first.format()) == first
    assert kept.stat().st_mtime_ns == written

    portrait = assets / "portraits" / "elder-woman.svg"
    portrait.write_bytes((ASSETS / "portraits" / "man-forties.svg").read_bytes())
    changed = Artist(assets, cache).cover("government-hall", "elder-woman")
    assert changed != first
    assert len(list((cache / "covers").iterdir())) == 2


def test_a_cover_that_cannot_be_kept_is_still_drawn(tmp_path: Path, qapp: QApplication):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cover = Artist(ASSETS, tmp_path / "cache").cover("government-hall", "elder-woman")
    assert painted(cover) == 24 * 24


def test_images_may_be_drawn_on_several_threads_at_once(artist: Artist):
    expected = {expression: artist.portrait("man-forties", expression, 100) for expression in Expression}
    failures: list[object] = []

    def draw() -> None:
        for height in range(100, 130):
            for expression in Expression:
                image = artist.portrait("man-forties", expression, height)
                if height == 100 and image != expected[expression]:
                    failures.append(expression)

    threads = [threading.Thread(target=draw) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_what_is_kept_does_not_grow_without_end(artist: Artist):
    for height in range(700, 720):
        artist.portrait("elder-woman", Expression.CALM, height)
    artist.backdrop("household-counter", QSize(1920, 1080))
    kept = [image.sizeInBytes() for image in artist._images.values()]
    assert len(kept) > 5
    assert sum(kept) <= 16 << 20
    assert max(kept) <= 4 << 20, "a whole screen is not kept"
