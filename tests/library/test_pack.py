from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.canonical import content_hash
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.library.pack import (
    MOST_SCENARIOS,
    Home,
    drawing_folders,
    export_pack,
    import_pack,
    pack_of,
)
from simulator.library.pack_archive import PackRefused, members
from simulator.library.pack_manifest import read_manifest
from simulator.library.problems import NOT_ONE_OF
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.library.damage import shipped_scenarios
from tests.library.pack_making import (
    DRAWING,
    OWN_FACE,
    OWN_RULE,
    PLAN,
    RULES,
    damaged_pack,
    home,
    pack,
    pack_with,
    rainy_day,
    right_files,
    strange_pack,
    tree,
    zipped,
)

TITLE = say("东厅", "East hall")


def no_plan_problems(path: Path) -> list:
    assert path.is_file()
    return []


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return home(tmp_path)


def take(here: Home, content: bytes, **options):
    path = here.library.with_name("given.zip")
    path.write_bytes(content)
    return import_pack(path, here, options.pop("check_plan", no_plan_problems), **options)


def refused(here: Home, content: bytes, **options) -> PackRefused:
    """The refusal of a pack, which leaves everything as it was."""
    given = here.library.with_name("given.zip")
    given.write_bytes(content)
    before, folders = tree(here.library.parent), sorted(here.library.parent.rglob("*"))
    with pytest.raises(PackRefused) as error:
        take(here, content, **options)
    assert tree(here.library.parent) == before
    assert sorted(here.library.parent.rglob("*")) == folders
    return error.value


def catalogue_of(here: Home) -> Catalogue:
    return Catalogue([here.scenarios, here.library], here.rulebook, here.library.parent / "cache")


# In


def test_a_pack_is_taken_in_whole(here):
    imported = take(here, pack())

    assert (imported.folder, imported.manifest.id, imported.manifest.title) == (
        here.library / "east-hall",
        "east-hall",
        TITLE,
    )
    assert (imported.scenarios, imported.rules) == (("rainy-day",), ("east-hall_umbrella-stand",))
    assert not imported.replaced
    assert {name: content for name, content in tree(imported.folder).items() if name != "pack.json"} == right_files()
    assert drawing_folders(here.library) == (imported.folder,)


def test_what_it_brings_is_in_the_library_and_can_be_played(here):
    catalogue = catalogue_of(here)
    before = catalogue.rulebook()
    take(here, pack())

    (card,) = [card for card in catalogue.cards() if card.id == "rainy-day"]
    assert not card.broken
    assert catalogue.open(card.path).scenario.citizen.portrait == "rainy-woman"
    rulebook = catalogue.rulebook()
    assert rulebook.hash != before.hash
    assert set(rulebook.rulebook.rules) - set(before.rulebook.rules) == {"east-hall_umbrella-stand"}
    assert rulebook.rulebook.weight("east-hall_umbrella-stand") == 1


def test_a_rule_file_that_was_damaged_afterwards_harms_nobody_else(here):
    catalogue = catalogue_of(here)
    folder = take(here, pack()).folder
    (folder / "rulebook.yaml").write_text("rules: [", "utf-8")

    cards = {card.id: card for card in catalogue.cards()}
    assert cards["rainy-day"].broken
    assert not cards["phone-wall"].broken


def test_a_pack_that_is_there_stays_unless_it_may_be_replaced(here):
    take(here, pack())
    newer = pack(title="东厅，新的")

    assert refused(here, newer).reason == "installed"
    imported = take(here, newer, replace=True)
    assert imported.replaced
    manifest = read_manifest((imported.folder / "pack.json").read_bytes())
    assert manifest.title == Text.of("东厅，新的")


def test_nothing_of_the_replaced_pack_is_left(here):
    take(here, pack())
    take(here, pack({"scenarios/rainy-day.yaml": rainy_day().encode()}), replace=True)

    assert set(tree(here.library / "east-hall")) == {"pack.json", "scenarios/rainy-day.yaml"}


def test_a_folder_that_is_no_pack_is_left_alone(here):
    (here.library / "east-hall").mkdir(parents=True)
    (here.library / "east-hall" / "mine.txt").write_text("mine", "utf-8")

    assert refused(here, pack(), replace=True).reason == "taken"


def scenario(id: str, *changes: tuple[str, str]) -> dict[str, bytes]:
    return {f"scenarios/{id}.yaml": rainy_day(*changes).replace("id: rainy-day", f"id: {id}").encode()}


def rules(words: str, others: str) -> dict[str, bytes]:
    return {"rulebook.yaml": RULES.replace(words, others).encode()}


@pytest.mark.parametrize(
    ("files", "reason", "member"),
    [
        ({"scenarios/rainy-day.yaml": b"format: 1"}, "scenario", "scenarios/rainy-day.yaml"),
        ({"scenarios/other.yaml": rainy_day().encode()}, "scenario", "scenarios/other.yaml"),
        (scenario("rainy-day", ("goto: sorry", "goto: nowhere")), "scenario", "scenarios/rainy-day.yaml"),
        (scenario("rainy-day", ("mood: 30", "keeps_too: [x]")), "scenario", "scenarios/rainy-day.yaml"),
        (scenario("phone-wall"), "taken", "scenarios/phone-wall.yaml"),
        ({"rulebook.yaml": b"format: 1\nrules: {}\n"}, "rules", "rulebook.yaml"),
        (rules("east-hall_", "greet-"), "rules", "rulebook.yaml"),
        (rules("east-hall_umbrella-stand", "greet-speak-first"), "rules", "rulebook.yaml"),
        (rules("rules:\n", "weights: {critical: 0}\nrules:\n"), "rules", "rulebook.yaml"),
        (rules("rules:\n", "phrases: {}\nrules:\n"), "rules", "rulebook.yaml"),
        ({"portraits/elder-woman.svg": DRAWING}, "taken", "portraits/elder-woman.svg"),
        ({"scenarios/nobody.model.testplan": PLAN.encode()}, "plan", "scenarios/nobody.model.testplan"),
    ],
)
def test_a_pack_with_something_wrong_in_it_is_refused(here, files, reason, member):
    error = refused(here, pack({**right_files(), **files}))

    assert (error.reason, error.member) == (reason, member)


def test_a_rule_that_no_pack_brings_is_refused(here):
    files = right_files()
    del files["rulebook.yaml"]
    error = refused(here, pack(files))

    assert error.reason == "scenario"
    assert "SC022" in error.why.to("en")


def test_a_plan_that_cannot_be_read_is_refused(here):
    def wrong(path):
        return [NOT_ONE_OF.at(str(path), 3, 1, key="a", value="b", known="c")]

    error = refused(here, pack(), check_plan=wrong)
    assert (error.reason, error.member) == ("plan", "scenarios/rainy-day.model.testplan")
    assert error.why.to("en").startswith("line 3, SC013: ")


def test_the_same_scenario_and_drawing_may_be_there_already(here):
    phone_wall = PROJECT / "scenarios" / "government-hall" / "phone-wall.yaml"
    face = PROJECT / "assets" / "portraits" / "elder-woman.svg"
    files = {"scenarios/phone-wall.yaml": phone_wall.read_bytes(), "portraits/elder-woman.svg": face.read_bytes()}
    take(here, pack(files))

    assert [card.path for card in catalogue_of(here).cards() if card.id == "phone-wall"] == [phone_wall]


def test_two_packs_cannot_bring_different_things_of_one_name(here):
    take(here, pack())

    other = refused(here, pack({"scenarios/rainy-day.yaml": rainy_day().encode()}, id="west-hall"))
    assert other.reason == "taken"
    drawing = refused(
        here,
        pack(
            {
                "scenarios/fine-day.yaml": rainy_day().replace("id: rainy-day", "id: fine-day").encode(),
                "portraits/rainy-woman.svg": DRAWING.replace(b"9v9", b"8v8"),
            },
            id="west-hall",
        ),
    )
    assert (drawing.reason, drawing.member) == ("taken", "portraits/rainy-woman.svg")


# The manifest


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"format": "1"},
        {"format": True},
        {"id": None},
        {"id": "East Hall"},
        {"id": "../east"},
        {"id": "east_hall"},
        {"id": "con"},
        {"id": 3},
        {"title": None},
        {"title": ""},
        {"title": {}},
        {"title": {"zh": " "}},
        {"title": {"zh": 3}},
        {"title": {"../zh": "a"}},
        {"title": "a" * 201},
        {"title": "a\x1b[2J"},
        {"made_with": 3},
        {"made_with": "x" * 201},
        {"files": []},
        {"files": {"scenarios/rainy-day.yaml": {"sha256": "x"}}},
        {"files": {"scenarios/rainy-day.yaml": 3}},
        {"script": "run me"},
    ],
)
def test_a_manifest_that_is_not_right_is_refused(here, changes):
    assert refused(here, pack(**changes)).reason == "manifest"


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"null", b"{", b'{"format": 1}', b'{"format": 1, "format": 1}', b"[" * 90_000, b"9" * 9_000]
)
def test_a_manifest_that_is_none_is_refused(here, text):
    assert refused(here, zipped([("pack.json", text), *right_files().items()])).reason in ("manifest", "bomb")


def test_an_archive_without_a_manifest_is_no_pack(here):
    assert refused(here, zipped(right_files().items())).reason == "manifest"


def test_what_the_manifest_does_not_say_is_refused(here):
    files = right_files()
    whole = members(pack())

    def repacked(**changes):
        return zipped({**whole, **changes}.items())

    assert refused(here, repacked(**{"portraits/more.svg": DRAWING})).reason == "unlisted"
    changed = files["portraits/rainy-woman.svg"].replace(b"9v9", b"7v7")
    assert refused(here, repacked(**{"portraits/rainy-woman.svg": changed})).reason == "hash"
    del whole["portraits/rainy-woman.svg"]
    assert refused(here, repacked()).reason == "missing"


def test_a_pack_has_scenarios_and_not_too_many(here):
    assert refused(here, pack({"portraits/rainy-woman.svg": DRAWING})).reason == "scenarios"
    many = {f"scenarios/s{number}.yaml": b"format: 1" for number in range(MOST_SCENARIOS + 1)}
    assert refused(here, pack(many)).reason == "scenarios"


def test_no_damage_is_more_than_a_refusal(here):
    archive = pack()
    refusals = 0
    for seed in range(400):
        chance = random.Random(seed)
        content = damaged_pack(archive, chance) if seed % 2 else strange_pack(chance)
        try:
            assert pack_of(members(content)).scenarios
        except PackRefused:
            refusals += 1
    assert refusals > 200


def test_a_library_that_cannot_be_written_is_told(here):
    here.library.write_text("no folder", "utf-8")

    with pytest.raises(UserError, match="cannot be written"):
        take(here, pack())


def test_a_file_that_is_not_there_is_told(here):
    with pytest.raises(UserError, match="cannot be opened"):
        import_pack(here.library / "nothing.zip", here, no_plan_problems)


# Out


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder of an author's own: a scenario with its rule, its face and its plan."""
    folder = tmp_path / "desk"
    (folder / "portraits").mkdir(parents=True)
    (folder / "rainy-day.yaml").write_text(rainy_day(OWN_RULE, OWN_FACE), "utf-8")
    (folder / "rainy-day.model.testplan").write_text(PLAN, "utf-8")
    (folder / "rulebook.yaml").write_text(RULES, "utf-8")
    (folder / "portraits" / "rainy-woman.svg").write_bytes(DRAWING)
    return folder


def test_a_pack_holds_all_that_its_scenarios_need(here, desk, tmp_path):
    exported = export_pack(tmp_path / "out.zip", "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")

    assert {name: content for name, content in exported.pack.files.items() if name != "pack.json"} == right_files()
    assert exported.missing == ()
    assert json.loads(exported.pack.files["pack.json"])["made_with"] == "counter-practice 0.1.0"
    assert import_pack(exported.path, here, no_plan_problems).rules == ("east-hall_umbrella-stand",)


def test_a_pack_goes_on_from_the_library_that_took_it_in(here, desk, tmp_path):
    first = export_pack(tmp_path / "out.zip", "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")
    folder = import_pack(first.path, here, no_plan_problems).folder
    second = export_pack(
        tmp_path / "again.zip", "east-hall", TITLE, [folder / "scenarios" / "rainy-day.yaml"], here, "0.1.0"
    )

    assert second.path.read_bytes() == first.path.read_bytes()


def test_rules_of_another_pack_cannot_be_given_on_under_this_ones_id(here, desk, tmp_path):
    with pytest.raises(ScenarioError, match="must begin with “west-hall_”"):
        export_pack(tmp_path / "out.zip", "west-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")
    assert not (tmp_path / "out.zip").exists()


def test_drawings_that_nobody_has_are_named(here, desk, tmp_path):
    (desk / "portraits" / "rainy-woman.svg").unlink()
    exported = export_pack(tmp_path / "out.zip", "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")

    assert exported.missing == ("portraits/rainy-woman.svg",)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"id": "East Hall"}, "cannot be a pack's id"),
        ({"scenarios": []}, "no scenario here"),
        ({"title": Text.of("")}, "cannot go into a pack"),
    ],
)
def test_what_cannot_be_a_pack_is_not_written(here, desk, tmp_path, changes, sentence):
    given = {"id": "east-hall", "title": TITLE, "scenarios": [desk / "rainy-day.yaml"]} | changes
    with pytest.raises(UserError, match=sentence):
        export_pack(tmp_path / "out.zip", given["id"], given["title"], given["scenarios"], here, "0.1.0")
    assert not (tmp_path / "out.zip").exists()


def test_a_drawing_that_acts_does_not_go_out(here, desk, tmp_path):
    (desk / "portraits" / "rainy-woman.svg").write_bytes(DRAWING.replace(b"<path", b"<script/><path"))
    with pytest.raises(UserError, match=r"rainy-woman\.svg cannot go into a pack: line 1: it has an element"):
        export_pack(tmp_path / "out.zip", "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")


def test_a_scenario_that_cannot_be_played_does_not_go_out(here, desk, tmp_path):
    (desk / "rainy-day.yaml").write_text(rainy_day(("goto: sorry", "goto: nowhere")), "utf-8")
    with pytest.raises(ScenarioError):
        export_pack(tmp_path / "out.zip", "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")


def test_two_of_one_name_do_not_go_out(here, desk, tmp_path):
    (desk / "more").mkdir()
    shutil.copy(desk / "rainy-day.yaml", desk / "more")
    both = [desk / "rainy-day.yaml", desk / "more" / "rainy-day.yaml"]
    with pytest.raises(UserError, match="Two scenarios are called rainy-day"):
        export_pack(tmp_path / "out.zip", "east-hall", TITLE, both, here, "0.1.0")


def test_a_file_that_is_there_is_not_overwritten(here, desk, tmp_path):
    target = tmp_path / "out.zip"
    target.write_text("mine", "utf-8")
    with pytest.raises(UserError, match="There already is"):
        export_pack(target, "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0")
    assert target.read_text("utf-8") == "mine"
    export_pack(target, "east-hall", TITLE, [desk / "rainy-day.yaml"], here, "0.1.0", force=True)
    assert members(target.read_bytes())


def test_every_shipped_scenario_comes_back_as_it_went(here, tmp_path):
    shipped = shipped_scenarios()
    exported = export_pack(tmp_path / "all.zip", "all", TITLE, shipped, here, "0.1.0")
    folder = import_pack(exported.path, here, no_plan_problems).folder

    def hashes(files):
        return {file.stem: content_hash(read_scenario_file(file).scenario) for file in files}

    assert hashes(folder.glob("scenarios/*.yaml")) == hashes(shipped)
    for plan in PROJECT.glob("scenarios/*/*.testplan"):
        assert (folder / "scenarios" / plan.name).read_bytes() == plan.read_bytes()


TITLES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=200)


@given(TITLES | st.fixed_dictionaries({"zh": TITLES}, optional={"en": TITLES}))
def test_a_title_comes_back_as_it_went(tmp_path_factory, title):
    here = home(tmp_path_factory.mktemp("home"))
    target = here.library.with_name("out.zip")
    export_pack(target, "one", Text.of(title), [SMALL_SCENARIO], here, "0.1.0")

    assert pack_of(members(target.read_bytes())).manifest.title == Text.of(title)


def test_a_pack_with_one_file_more_is_still_right(here):
    assert take(here, pack_with("backdrops/porch.svg", DRAWING)).folder.joinpath("backdrops", "porch.svg").is_file()
