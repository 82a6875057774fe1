from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom import events
from simulator.classroom.events import (
    HandsCounted,
    LessonError,
    Opened,
    PhonesCounted,
    Revealed,
    Step,
    event_data,
    event_of,
)

NAMES = st.text(max_size=8)
FIELDS = {
    "int": st.integers(-(2**40), 2**40),
    "str": NAMES,
    "bool": st.booleans(),
    "Step": st.sampled_from(Step),
    "tuple[str, ...]": st.lists(NAMES, max_size=2).map(tuple),
    "Mapping[str, int]": st.dictionaries(NAMES, st.integers(0, 400), max_size=3),
}
KINDS = [kind for kind in vars(events).values() if isinstance(kind, type) and kind in events.get_args(events.Event)]
EVENTS = st.sampled_from(KINDS).flatmap(
    lambda kind: st.builds(kind, **{name: FIELDS[field.type] for name, field in kind.__dataclass_fields__.items()})
)


@given(EVENTS)
def test_an_event_is_the_same_after_it_was_written_as_json(event):
    assert event_of(json.loads(json.dumps(event_data(event)))) == event


def test_the_record_can_be_read_by_people():
    assert event_data(Opened(7, ("东", "西"))) == {"event": "opened", "seed": 7, "teams": ["东", "西"]}
    assert event_data(HandsCounted("warm", 12)) == {"event": "hands-counted", "choice": "warm", "count": 12}
    assert event_data(PhonesCounted({"warm": 3})) == {"event": "phones-counted", "counts": {"warm": 3}}
    assert event_data(Revealed(Step.SECOND_SPLIT)) == {"event": "revealed", "step": "second-split"}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"event": "sung"},
        {"event": ["opened"]},
        {"event": "went-on", "far": True},
        {"event": "hands-counted", "choice": "warm"},
        {"event": "hands-counted", "choice": "warm", "count": "12"},
        {"event": "hands-counted", "choice": "warm", "count": True},
        {"event": "hands-counted", "choice": "warm", "count": 1.0},
        {"event": "opened", "seed": 7, "teams": "ab"},
        {"event": "opened", "seed": 7, "teams": ["a", 2]},
        {"event": "phones-counted", "counts": [["warm", 3]]},
        {"event": "phones-counted", "counts": {"warm": None}},
        {"event": "revealed", "step": "everything"},
        {"event": "revealed", "step": ["best"]},
    ],
)
def test_data_that_is_no_event_is_refused(data):
    with pytest.raises(LessonError, match="damaged"):
        event_of(data)
