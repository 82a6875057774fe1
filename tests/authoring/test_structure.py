from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring import structure
from simulator.authoring.draft import Draft, Edit
from simulator.authoring.references import references
from simulator.domain.scenario import Scenario
from simulator.errors import UserError
from simulator.i18n import say
from simulator.library.scenario_file import TextReader
from tests.library.damage import shipped_scenarios
from tests.library.files import RULES, right

WARM = ("scenes", "arrival", "responses", "warm")


def draft(text: str = right()) -> Draft:
    return Draft.of(Path("visit.yaml"), text)


def read(after: Draft) -> Scenario:
    file = TextReader(after.path, RULES).read(after.text)
    assert file.diagnostics == ()
    assert file.scenario is not None
    return file.scenario


def done(*edits: object) -> Draft:
    """The right scenario after edits, each a function from the draft that the one before left."""
    now = draft()
    for edit in edits:
        made = edit(now)  # type: ignore[operator]
        assert isinstance(made, Edit)
        now = now.after(made)
    return now


def test_every_part_can_be_added_and_is_sound() -> None:
    scenario = read(
        done(
            lambda now: structure.add_ending(now, "bad", say("坏", "Bad"), resolved=False),
            lambda now: structure.add_scene(now, "more", after="arrival", goto="bad"),
            lambda now: structure.add_response(now, "arrival", "cold", "more", "", after="silence"),
            lambda now: structure.add_item(now, "mirror", "pen", {"zh": "笔"}, fault=False, rule="look", after="badge"),
            lambda now: structure.add_variable(now, "again", 3),
            lambda now: structure.add_need(now, "rest", {"zh": "想坐一会儿", "en": "To sit"}),
        )
    )
    assert set(scenario.scenes) == {"arrival", "more", "mirror"}
    assert scenario.scenes["more"].responses["go-on"].goto == "bad"
    assert scenario.scenes["arrival"].responses["cold"].goto == "more"
    assert scenario.endings["bad"].resolved is False
    inspection = scenario.scenes["mirror"].inspection
    assert inspection is not None
    assert set(inspection.items) == {"badge", "pen"}
    assert scenario.variables == {"again": 3, "asked": 0, "told": False}
    assert set(scenario.citizen.hidden_needs) == {"home", "rest"}


def test_a_new_part_stands_behind_the_one_it_should() -> None:
    now = done(lambda now: structure.add_scene(now, "more", after="arrival"))
    assert now.ids(("scenes",)) == ("arrival", "more", "mirror")
    now = done(lambda now: structure.add_response(now, "arrival", "cold", "end", after="silence"))
    assert now.ids(("scenes", "arrival", "responses")) == ("silence", "cold", "warm")


@pytest.mark.parametrize(
    ("keys", "id"),
    [
        (("scenes", "arrival"), "mirror"),
        (("scenes", "arrival"), "end"),
        (("scenes", "arrival"), "Big"),
        (("endings", "end"), "arrival"),
        (WARM, "silence"),
        (("variables", "told"), "not-a-name"),
        (("variables", "told"), "mood"),
        (("citizen", "hidden_needs", "home"), ""),
    ],
)
def test_an_id_that_is_taken_or_none_is_refused_with_a_way_out(keys: tuple[str, ...], id: str) -> None:
    with pytest.raises(UserError) as caught:
        structure.rename(draft(), keys, id)
    assert id in caught.value.sentence.to("zh")


def test_everything_that_refers_to_a_part_follows_its_new_name() -> None:
    scenario = read(
        done(
            lambda now: structure.rename(now, ("scenes", "arrival"), "door"),
            lambda now: structure.rename(now, ("scenes", "mirror"), "glass"),
            lambda now: structure.rename(now, ("endings", "end"), "over"),
            lambda now: structure.rename(now, ("scenes", "door", "responses", "silence"), "quiet"),
            lambda now: structure.rename(now, ("variables", "told"), "said"),
            lambda now: structure.rename(now, ("citizen", "hidden_needs", "home"), "house"),
        )
    )
    door, glass = scenario.scenes["door"], scenario.scenes["glass"]
    assert (scenario.start, door.on_timeout, door.responses["quiet"].goto) == ("door", "quiet", "glass")
    warm = door.responses["warm"]
    assert (warm.meets, dict(warm.set), warm.when and warm.when.text) == (
        ("house",),
        {"said": True},
        "mood >= 30 and not said",
    )
    assert glass.inspection is not None
    assert glass.inspection.goto == "over"


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_renaming_there_and_back_leaves_a_shipped_file_as_it_was(path: Path) -> None:
    first = Draft.of(path, path.read_text("utf-8"))
    for keys in [
        *(("scenes", id) for id in first.ids(("scenes",))),
        *(("endings", id) for id in first.ids(("endings",))),
        *(("variables", id) for id in first.ids(("variables",))),
        *(("citizen", "hidden_needs", id) for id in first.ids(("citizen", "hidden_needs"))),
    ]:
        there = first.after(structure.rename(first, keys, "elsewhere"))
        assert references(there, keys) == ()
        assert len(references(there, (*keys[:-1], "elsewhere"))) == len(references(first, keys))
        assert there.after(structure.rename(there, (*keys[:-1], "elsewhere"), keys[-1])).text == first.text


def test_a_scene_deleted_can_hand_on_those_who_came_to_it() -> None:
    gone = draft().after(structure.delete(draft(), ("scenes", "mirror"), "end"))
    assert read(gone).scenes["arrival"].responses["warm"].goto == "end"
    left = draft().after(structure.delete(draft(), ("scenes", "mirror")))
    assert {one.keys[-1] for one in references(left, ("scenes", "mirror"))} == {"goto"}


def test_a_need_or_variable_deleted_goes_from_the_responses() -> None:
    now = draft().after(structure.delete(draft(), ("citizen", "hidden_needs", "home")))
    assert now.get((*WARM, "meets")) is None
    assert now.get(("citizen", "hidden_needs")) is None
    read(now)
    now = draft().after(structure.delete(draft(), ("variables", "told")))
    assert now.get((*WARM, "set")) is None
    assert [one.how for one in references(now, ("variables", "told"))] == ["when"]


def test_a_copy_has_the_words_and_comments_of_its_part_under_a_free_id() -> None:
    commented = draft(right().replace("      warm:\n", "      warm:  # the best\n"))
    now = commented.after(structure.duplicate(commented, WARM))
    assert now.ids(WARM[:-1]) == ("silence", "warm", "warm-2")
    assert "      warm-2:  # the best\n        say: 您好，请坐。\n" in now.text
    assert now.get((*WARM[:-1], "warm-2")) == now.get(WARM)
    again = now.after(structure.duplicate(now, (*WARM[:-1], "warm-2")))
    assert again.ids(WARM[:-1])[-1] == "warm-3"
    assert structure.free_id(draft(), ("variables", "told")) == "told_2"
    assert structure.free_id(draft(), ("scenes", "new")) == "new"


def test_parts_change_their_places_and_responses_their_ways() -> None:
    now = draft().after(structure.reorder(draft(), WARM, 0))
    assert now.ids(WARM[:-1]) == ("warm", "silence")
    assert read(now) == read(draft())
    now = draft().after(structure.connect(draft(), "arrival", "warm", "end"))
    now = now.after(structure.connect(now, "mirror", None, "arrival"))
    assert (now.get((*WARM, "goto")), now.get(("scenes", "mirror", "inspect", "goto"))) == ("end", "arrival")


def test_steps_are_named_in_both_languages() -> None:
    assert structure.rename(draft(), ("scenes", "mirror"), "glass").name == say(
        "改名场景 mirror → glass", "Rename scene mirror to glass"
    )
    assert structure.delete(draft(), WARM).name == say(
        "删除场景 arrival · 回应 warm", "Delete scene arrival, response warm"
    )


def test_a_part_that_is_not_there_is_said() -> None:
    for refused in (
        lambda: structure.delete(draft(), ("scenes", "x")),
        lambda: structure.duplicate(draft(), ("endings", "x")),
        lambda: structure.rename(draft(), ("variables", "x"), "y"),
        lambda: structure.reorder(draft(), (*WARM[:-1], "x"), 0),
        lambda: structure.connect(draft(), "arrival", "x", "end"),
        lambda: structure.add_response(draft(), "x", "y", "end"),
    ):
        with pytest.raises(UserError):
            refused()
