"""A map of 1,000 scenes with 3 responses each: drawn, panned, and drawn again after an edit.

``python -m tests.performance.scene_map`` prints the times as JSON; they are measured in a process of their own.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from simulator.authoring.layered_layout import layered_layout
from simulator.authoring.map_picture import EndingMark, MapPicture, SceneMark, Way
from simulator.domain.scenario import Stage
from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
SCENES = 1_000
FRAME = round(1000 / 60, 1)  # milliseconds
SIZE = (1152, 900)  # the map's part of a screen of 1920 x 1080
PANS = 90
EDITS = 11
ZOOMS = {"to read": 0.8, "to look over": 0.35, "from afar": 0.2, "as a whole": 0.0}


def story(broad: bool) -> MapPicture:
    """A long way with few by-ways, or a broad one whose responses lead up to 24 scenes on and sometimes back."""
    chance = random.Random(7)
    stages = list(Stage)
    ways = []
    for number in range(SCENES):
        for place in range(3):
            ahead = number + 1 + (chance.randrange(24) if broad else place)
            if broad and number > 8 and chance.random() < 0.02:
                ahead = number - chance.randrange(8)
            goto = f"s{ahead}" if ahead < SCENES else f"end{ahead % 4}"
            ways.append(Way(f"s{number}", f"r{place}", goto, "您好，请坐，我来帮您看看。"))
    scenes = [
        SceneMark(f"s{number}", "她把手机慢慢收回布包，拉上拉链。", stages[number * 5 // SCENES], number % 9 == 0)
        for number in range(SCENES)
    ]
    endings = [EndingMark(f"end{number}", "她笑着走了", number < 2, 5 - number) for number in range(4)]
    return MapPicture("s0", tuple(scenes), tuple(endings), tuple(ways))


def measure() -> Iterator[Figure]:
    """What the window's thread has to do for a map."""
    output = subprocess.run(
        [sys.executable, "-m", "tests.performance.scene_map"],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    for shape, took in json.loads(output).items():
        drawn = took["drawn"]
        yield Figure(f"map of {SCENES:,}, {shape}: drawn", drawn, "ms", 500, drawn / took["layout"], "its layout")
        for zoom in ZOOMS:
            pan = took[zoom]
            yield Figure(f"  panned {zoom}, median", pan, "ms", FRAME, pan / FRAME, "one frame")
        edited = took["edited"]
        yield Figure("  a text in it edited, median", edited, "ms", FRAME, edited / drawn, "drawing it first")


def typed(picture: MapPicture, number: int) -> MapPicture:
    """The whole picture made anew with other words in one scene, as after a keystroke."""
    scenes = (picture.scenes[0]._replace(words=f"她来了。{number}"), *picture.scenes[1:])
    return MapPicture(picture.start, scenes, picture.endings, tuple(Way(*way) for way in picture.ways))


def timed(action: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    begin = perf_counter()
    action()
    return (perf_counter() - begin) * THOUSANDTH


def main() -> None:
    """Measure both shapes and print what came of it."""
    from PySide6.QtWidgets import QApplication

    from simulator.gui.art import Artist
    from simulator.gui.authoring.map.scene_map import SceneMap
    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import load_fonts, style_sheet
    from simulator.settings import Settings

    application = QApplication([])
    load_fonts(PROJECT / "assets")
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        presentation = Presentation(Settings(language="zh"), Artist(PROJECT / "assets", Path(folder)))
        application.setStyleSheet(style_sheet(presentation.theme))
        for shape in ("long", "broad"):
            picture = story(shape == "broad")
            shown = SceneMap(presentation)
            shown.resize(*SIZE)
            shown.show()
            application.processEvents()

            def draw(view: SceneMap, picture: MapPicture) -> None:
                view.show_picture(picture)
                view.viewport().repaint()
                application.processEvents()

            figures[shape] = {"drawn": timed(lambda view=shown, picture=picture: draw(view, picture))}  # type: ignore[misc]
            sizes = shown.layout_sizes
            figures[shape]["layout"] = timed(lambda picture=picture, sizes=sizes: layered_layout(*picture.shape, sizes))  # type: ignore[misc]
            for name, zoom in ZOOMS.items():
                shown.set_zoom(zoom) if zoom else shown.fit()
                shown.center(shown.content.center())
                shown.viewport().repaint()
                figures[shape][name] = median(timed(lambda view=shown: pan(view)) for _ in range(PANS))  # type: ignore[misc]
            edits = [typed(picture, number) for number in range(EDITS)]
            figures[shape]["edited"] = median(timed(lambda view=shown, edit=edit: draw(view, edit)) for edit in edits)  # type: ignore[misc]
            shown.close()
    print(json.dumps(figures))


def pan(view: object) -> None:
    """One step of a pan, painted."""
    view.pan(5, 9)  # type: ignore[attr-defined]
    view.viewport().repaint()  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
