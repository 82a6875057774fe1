"""Every text of a scenario, with where it stands in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.domain.scenario import Line, Scenario, Scene
from simulator.i18n import Text

Keys = tuple[str | int, ...]
"""Where something stands in a scenario file: nested keys, and places in lists."""


def texts_of(scenario: Scenario) -> Iterator[tuple[Keys, Text]]:
    """Give the keys and the words of every text, in the order of the file's parts."""
    citizen = scenario.citizen
    yield from _present(("title",), scenario.title)
    yield from _present(("summary",), scenario.summary)
    yield from _present(("citizen", "name"), citizen.name)
    yield from _present(("citizen", "persona"), citizen.persona)
    for need, words in citizen.hidden_needs.items():
        yield ("citizen", "hidden_needs", need), words
    for scene in scenario.scenes.values():
        yield from _texts_of_scene(scene)
    for ending in scenario.endings.values():
        here: Keys = ("endings", ending.id)
        yield (*here, "title"), ending.title
        yield from _texts_of_lines(here, ending.lines)
        yield from _present((*here, "neighbour"), ending.neighbour)


def _texts_of_scene(scene: Scene) -> Iterator[tuple[Keys, Text]]:
    here: Keys = ("scenes", scene.id)
    yield from _texts_of_lines(here, scene.lines)
    yield from _present((*here, "thought"), scene.thought)
    yield from _present((*here, "hint"), scene.hint)
    yield from _present((*here, "note"), scene.note)
    for response in scene.responses.values():
        there = (*here, "responses", response.id)
        yield from _present((*there, "say"), response.say)
        yield from _present((*there, "do"), response.do)
        yield from _present((*there, "reply"), response.reply)
        yield from _present((*there, "because"), response.because)
    for item in scene.inspection.items.values() if scene.inspection else ():
        there = (*here, "inspect", "items", item.id)
        yield (*there, "text"), item.text
        yield from _present((*there, "because"), item.because)


def _texts_of_lines(here: Keys, lines: Iterable[Line]) -> Iterator[tuple[Keys, Text]]:
    for place, line in enumerate(lines):
        yield (*here, "lines", place, str(line.speaker)), line.text


def _present(keys: Keys, text: Text | None) -> Iterator[tuple[Keys, Text]]:
    if text is not None:
        yield keys, text
