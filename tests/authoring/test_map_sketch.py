"""The picture of a scenario that cannot be read yet."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.draft import Draft
from simulator.authoring.map_picture import INSPECTED, EndingMark, MapPicture, Problems, SceneMark, Way
from simulator.authoring.map_sketch import map_sketch
from simulator.domain.scenario import Stage

HALF_WRITTEN = """
start: door
scenes:
  door:
    stage: greeting
    lines:
      - citizen: {zh: 有人吗, en: "Anybody  there?"}
    responses:
      come: {say: {en: Come in}, goto: desk}
      lost: {say: What, goto: nowhere}
  desk:
    stage: none-such
    recovery: true
    inspect: {goto: end}
  torn: 7
endings:
  end: {title: {zh: 完, en: The end}, resolved: true, rating_at_most: 3}
  odd: {rating_at_most: many}
"""


def sketch(text: str) -> MapPicture:
    problems = {"desk": Problems(errors=2)}
    return map_sketch(Draft.of(Path("half.yaml"), text), "en", problems)


def test_what_can_be_made_out_is_shown():
    assert sketch(HALF_WRITTEN) == MapPicture(
        "door",
        (
            SceneMark("door", "Anybody there?", Stage.GREETING),
            SceneMark("desk", "", Stage.SERVING, recovery=True, inspection=True, problems=Problems(errors=2)),
        ),
        (EndingMark("end", "The end", resolved=True, rating=3), EndingMark("odd", "odd", resolved=False, rating=5)),
        (Way("door", "come", "desk", "Come in"), Way("desk", INSPECTED, "end")),
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.sampled_from(["door", "greeting", "citizen", "goto"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "start",
                    "scenes",
                    "endings",
                    "door",
                    "end",
                    "lines",
                    "citizen",
                    "responses",
                    "come",
                    "goto",
                    "inspect",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(scenes=VALUES, endings=VALUES)
def test_nothing_that_yaml_can_hold_is_too_odd_for_it(scenes: object, endings: object):
    import json

    text = json.dumps({"scenes": scenes, "endings": endings}, ensure_ascii=False)
    picture = sketch(text)
    assert {way.scene for way in picture.ways} <= {mark.id for mark in picture.scenes}
