from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.twee import export_twee
from simulator.authoring.twee_import import import_twee
from tests.conftest import SMALL_SCENARIO


def test_words_changed_in_twine_win_and_are_told(draft: Draft) -> None:
    data = meaning_of(draft)
    scene, part = next((id, one) for id, one in data["scenes"].items() if one.get("lines") and one.get("responses"))
    words = next(value for key, value in part["lines"][0].items() if key != "expression")["zh"]
    response, one = next(iter(part["responses"].items()))
    text = export_twee(draft, "zh")
    head, body = text.split(f":: {scene} ", 1)
    visible = body.index("-->")
    body = body[:visible] + body[visible:].replace(words, "改过的话", 1).replace(one["say"]["zh"], "另一句", 1)
    reading = import_twee((head + f":: {scene} " + body).encode())
    after = meaning_of(Draft.of(SMALL_SCENARIO, reading.text))["scenes"][scene]
    assert "改过的话" in json.dumps(after["lines"][0], ensure_ascii=False)
    assert after["responses"][response]["say"] == {**one["say"], "zh": "另一句"}
    assert after["responses"][response]["goto"] == one["goto"]
    assert len(reading.notes) == 2
    assert reading.diagnostics == ()


FROM_TWINE = """
:: StoryTitle
The lost umbrella

:: StoryData
{"ifid":"D674C58C-DEFA-4F70-B7A2-27742230C0FC","format":"Harlowe","start":"Start here"}

:: Start here [mood] {"position":"1,2"}
(set: $coins to 3)A ''man'' comes in. <b>Wet.</b>
<!-- remember
this -->
* [[Good morning->At the desk]]
[[At the desk<-Say nothing]] [[Leave|窗外]] [[Nowhere]]

:: At the desk
He waits, $coins in hand.
[[Go on->窗外][$a = 1]]

:: 窗外
It rains.

:: Style [stylesheet]
body { color: red }
"""


def test_a_story_from_twine_becomes_a_scenario_and_nothing_is_dropped() -> None:
    reading = import_twee(FROM_TWINE.encode())
    data = meaning_of(Draft.of(Path("x.yaml"), reading.text))
    assert reading.diagnostics == ()
    assert reading.id == "the-lost-umbrella"
    assert data["start"] == "start-here"
    assert data["scenes"]["start-here"]["lines"] == [{"narrator": "A man comes in. Wet."}]
    ways = {one["say"]: one["goto"] for one in data["scenes"]["start-here"]["responses"].values()}
    outside = next(id for id, ending in data["endings"].items() if ending["title"] == "窗外")
    assert ways == {"Good morning": "at-the-desk", "Say nothing": "at-the-desk", "Leave": outside, "Nowhere": "nowhere"}
    for kept in (
        "(set: $coins to 3)A ''man''",
        "remember",
        "this -->",
        "$coins in hand",
        "[$a = 1]",
        "color: red",
        "[mood]",
    ):
        assert any(kept in line for line in reading.text.splitlines() if line.lstrip().startswith("#")), kept
    told = {note.passage for note in reading.notes}
    assert {"Start here", "At the desk", "Style"} <= told
    assert all(note.sentence("zh") and note.sentence("en") for note in reading.notes)


@pytest.mark.parametrize(
    "text",
    [
        "::",
        ":: a",
        ":: a\n[[a]]",
        ":: StoryData\n[[[[",
        ":: StoryData\n" + "[" * 100_000,
        ":: a\n<!-- counter-practice {} -->",
        ':: a\n<!-- counter-practice {"kind":"scene","id":"../x","data":{"lines":3}} -->',
        ':: a\n<!-- counter-practice {"kind":"scene","id":"a","data":{"responses":{"r":{"goto":"a","set":1.5}}}} -->',
        ':: a\n<!-- counter-practice {"kind":"scene","id":"a","data":{"lines":[{}]}} -->',
        ':: a\n<!-- counter-practice {"kind":"ending","id":"a","data":{"title":"x","resolved":{}}} -->\n[[b]]',
        ':: a\n<!-- counter-practice {"kind":"story","data":{"id":"/etc","title":"x","citizen":{"name":"x"}}} -->',
        ":: a\n<!-- counter-practice " + '{"a":' * 50_000 + "1" + "}" * 50_000 + " -->",
        ":: a [script\n:: b {\n:: c ]\n",
        ":: a\n[[" + "x" * 60 + "]]\n[[" + "x" * 60 + "y]]",
        ":: a\n" + "(if: " * 5_000,
        ":: a\n<!-- never closed",
        ":: the-end\n[[the-end]]",
        ":: a\n\x00\x07\ufffe[[\x00]]",
    ],
)
def test_strange_stories_give_a_file_that_is_yaml_and_never_a_traceback(text: str) -> None:
    reading = import_twee(text.encode())
    assert Draft.of(Path("x.yaml"), reading.text).well_formed
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*", reading.id)
