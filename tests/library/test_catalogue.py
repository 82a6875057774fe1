from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from simulator.domain.canonical import content_hash
from simulator.domain.scenario import Stage
from simulator.errors import ScenarioError
from simulator.i18n import Text
from simulator.library import rulebook_file, scenario_file, yaml_tree
from simulator.library.catalogue import Card, Catalogue
from simulator.library.scenario_file import read_scenario_file
from tests.library.files import RULEBOOK, RULES, faulty, right, write


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with a rulebook, two sound scenarios and a broken one."""
    write(tmp_path / "library", RULEBOOK, "rulebook.yaml")
    write(tmp_path / "library", "courses: []\n", "courses.yaml")
    write(tmp_path / "library", right("visit"), "hall/visit.yaml")
    write(tmp_path / "library", right("again"), "hall/again.yml")
    write(tmp_path / "library", faulty(("rule: look", "rule: lok")), "clinic/visit.yaml")
    write(tmp_path / "library", "notes\n", "hall/notes.txt")
    return tmp_path / "library"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that have been read as YAML so far."""
    names: list[str] = []
    read_text = yaml_tree.read_text

    def counted(path: Path) -> str:
        names.append(f"{path.parent.name}/{path.name}")
        return read_text(path)

    for module in (scenario_file, rulebook_file):
        monkeypatch.setattr(module, "read_text", counted)
    return names


def catalogue_of(library: Path) -> Catalogue:
    return Catalogue([library], library / "rulebook.yaml", library.parent / "cache")


def names(cards: list[Card]) -> list[str]:
    return [f"{card.path.parent.name}/{card.path.name}" for card in cards]


def touch(path: Path, text: str | None = None) -> None:
    """Write a file anew, with a later time even where the clock of the disk is coarse."""
    before = path.stat()
    path.write_text(path.read_text("utf-8") if text is None else text, "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 2_000_000_000))


def test_every_scenario_file_has_a_card(library: Path) -> None:
    cards = catalogue_of(library).cards()
    assert names(cards) == ["clinic/visit.yaml", "hall/again.yml", "hall/visit.yaml"]
    path = library / "hall" / "visit.yaml"
    scenario = read_scenario_file(path, RULES).scenario
    assert scenario is not None
    assert cards[2] == Card(
        path=path,
        id="visit",
        title=Text.of({"zh": "一次来访", "en": "A visit"}),
        summary=None,
        citizen=Text.of("李芳"),
        place="hall",
        portrait="woman",
        stages=(Stage.IMAGE, Stage.GREETING),
        difficulty=1,
        minutes=1,
        pass_mark=60,
        content_hash=content_hash(scenario),
        rules=tuple(sorted(scenario.rule_ids)),
        diagnostics=(),
    )
    assert not cards[2].broken


def test_a_broken_one_stays_with_what_is_wrong_with_it(library: Path) -> None:
    for _ in range(2):  # read, and from the cache
        broken = catalogue_of(library).cards()[0]
        assert broken.broken
        assert (broken.id, broken.title, broken.content_hash) == ("visit", Text.of("visit.yaml"), "")
        assert [found.code for found in broken.diagnostics] == ["SC022"]
        assert broken.diagnostics == read_scenario_file(library / "clinic" / "visit.yaml", RULES).diagnostics


def test_one_that_can_be_read_but_not_proved_is_broken_too(library: Path) -> None:
    write(library, faulty(("      goto: end", "      goto: arrival")), "hall/visit.yaml")
    card = catalogue_of(library).cards()[2]
    assert card.broken
    assert [found.code for found in card.diagnostics] == ["SC041"]
    with pytest.raises(ScenarioError, match="SC041"):
        catalogue_of(library).open(library / "hall" / "visit.yaml")


def test_nothing_is_read_twice(library: Path, reads: list[str]) -> None:
    first = catalogue_of(library).cards()
    assert sorted(reads) == ["clinic/visit.yaml", "hall/again.yml", "hall/visit.yaml", "library/rulebook.yaml"]
    reads.clear()
    assert catalogue_of(library).cards() == first
    assert reads == []


def test_a_changed_file_is_read_again_and_only_that(library: Path, reads: list[str]) -> None:
    catalogue = catalogue_of(library)
    before = catalogue.cards()
    reads.clear()
    touch(library / "hall" / "visit.yaml", right().replace("A visit", "A second visit"))
    after = catalogue.cards()
    assert reads == ["hall/visit.yaml"]
    assert after[:2] == before[:2]
    assert after[2].title.to("en") == "A second visit"
    assert after[2].content_hash != before[2].content_hash


def test_what_has_not_changed_is_remembered_and_not_even_sought_in_the_cache(library: Path, reads: list[str]) -> None:
    catalogue = catalogue_of(library)
    before = catalogue.cards()
    reads.clear()
    (library.parent / "cache" / "cards.json").unlink()
    after = catalogue.cards()
    assert reads == []
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_the_first_cards_of_the_last_time_are_known_at_once_and_nothing_else_is_looked_at(
    library: Path, reads: list[str]
) -> None:
    assert catalogue_of(library).first_cards() == []
    cards = catalogue_of(library).cards()
    reads.clear()
    (library.parent / "cache" / "cards.json").unlink()
    assert catalogue_of(library).first_cards() == cards
    assert reads == []


def test_of_many_scenarios_the_first_cards_are_no_more_than_a_screen_shows(library: Path) -> None:
    for number in range(40):
        write(library, "nothing\n", f"a{number:02}/visit.yaml")
    cards = catalogue_of(library).cards()
    first = catalogue_of(library).first_cards()
    assert 20 < len(first) < len(cards)
    assert first == cards[: len(first)]


@pytest.mark.parametrize(("changed", "left"), [("clinic/visit.yaml", 0), ("hall/again.yml", 1), ("hall/visit.yaml", 2)])
def test_the_first_cards_end_before_a_file_that_has_changed(library: Path, changed: str, left: int) -> None:
    cards = catalogue_of(library).cards()
    touch(library / changed)
    assert catalogue_of(library).first_cards() == cards[:left]


def test_under_another_rulebook_there_are_no_first_cards(library: Path) -> None:
    catalogue_of(library).cards()
    touch(library / "rulebook.yaml")
    assert catalogue_of(library).first_cards() == []


def test_a_file_put_back_with_its_old_time_and_size_is_read_again(library: Path, reads: list[str]) -> None:
    catalogue = catalogue_of(library)
    catalogue.cards()
    reads.clear()
    path = library / "hall" / "visit.yaml"
    status = path.stat()
    path.write_text(right().replace("A visit", "B visit"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    if sys.platform != "win32":
        assert catalogue.cards()[2].title.to("en") == "B visit"


def test_files_come_and_go(library: Path) -> None:
    catalogue = catalogue_of(library)
    catalogue.cards()
    (library / "clinic" / "visit.yaml").unlink()
    write(library, right("new"), "hall/deep/new.yaml")
    assert names(catalogue.cards()) == ["hall/again.yml", "hall/visit.yaml", "deep/new.yaml"]


def test_another_rulebook_reads_all_again(library: Path, reads: list[str]) -> None:
    catalogue = catalogue_of(library)
    before = catalogue.rulebook()
    assert catalogue.cards()[0].broken
    reads.clear()
    touch(library / "rulebook.yaml", RULEBOOK.replace("  look:\n", "  lok:\n"))
    after = catalogue.cards()
    assert len(reads) == 4
    assert [card.broken for card in after] == [False, True, True]
    assert set(catalogue.rulebook().rulebook.rules) == {"greet", "lok"}
    assert catalogue.rulebook().hash != before.hash


def test_the_rulebook_is_read_once_and_then_from_the_cache(library: Path, reads: list[str]) -> None:
    first = catalogue_of(library).rulebook()
    assert catalogue_of(library).rulebook() == first
    assert reads == ["library/rulebook.yaml"]


def test_a_rulebook_that_cannot_be_used_says_so(library: Path) -> None:
    (library / "rulebook.yaml").write_text("weights: {}\n")
    with pytest.raises(ScenarioError, match="SC010"):
        catalogue_of(library).rulebook()
    (library / "rulebook.yaml").unlink()
    with pytest.raises(ScenarioError, match="SC001"):
        catalogue_of(library).cards()


def test_a_scenario_is_opened_from_its_file_and_then_from_the_cache(library: Path, reads: list[str]) -> None:
    path = library / "hall" / "visit.yaml"
    opened = catalogue_of(library).open(path)
    assert opened.scenario == read_scenario_file(path, RULES).scenario
    assert opened.hash == content_hash(opened.scenario)
    reads.clear()
    assert catalogue_of(library).open(path) == opened
    assert reads == []


def test_the_same_text_under_another_name_is_another_file(library: Path) -> None:
    catalogue = catalogue_of(library)
    catalogue.open(library / "hall" / "visit.yaml")
    with pytest.raises(ScenarioError, match="SC033"):
        catalogue.open(write(library, right("visit"), "hall/copy.yaml"))


def test_a_scenario_is_not_opened_with_rules_that_are_gone(library: Path) -> None:
    catalogue = catalogue_of(library)
    catalogue.open(library / "hall" / "visit.yaml")
    touch(library / "rulebook.yaml", RULEBOOK.replace("  look:\n", "  lok:\n"))
    with pytest.raises(ScenarioError, match="SC022"):
        catalogue.open(library / "hall" / "visit.yaml")


def test_what_cannot_be_opened_says_why(library: Path) -> None:
    catalogue = catalogue_of(library)
    with pytest.raises(ScenarioError, match="SC022"):
        catalogue.open(library / "clinic" / "visit.yaml")
    with pytest.raises(ScenarioError, match="SC001"):
        catalogue.open(library / "hall" / "gone.yaml")


def test_a_damaged_cache_is_made_again(library: Path) -> None:
    catalogue = catalogue_of(library)
    cards, opened = catalogue.cards(), catalogue.open(library / "hall" / "visit.yaml")
    for entry in (library.parent / "cache").iterdir():
        entry.write_bytes(entry.read_bytes()[:-7])
    assert catalogue_of(library).cards() == cards
    assert catalogue_of(library).open(library / "hall" / "visit.yaml") == opened


def test_a_cache_that_cannot_be_written_hinders_nothing(library: Path) -> None:
    (library.parent / "cache").write_text("in the way")
    assert names(catalogue_of(library).cards()) == ["clinic/visit.yaml", "hall/again.yml", "hall/visit.yaml"]
    assert catalogue_of(library).open(library / "hall" / "visit.yaml").scenario.id == "visit"


def test_folders_that_are_not_there_are_empty(library: Path) -> None:
    catalogue = Catalogue([library / "none", library], library / "rulebook.yaml", library.parent / "cache")
    assert len(catalogue.cards()) == 3


def test_a_folder_that_may_not_be_read_is_a_broken_card(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if os.fspath(path).endswith("clinic"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    cards = catalogue_of(library).cards()
    assert names(cards) == ["hall/again.yml", "hall/visit.yaml", "library/clinic"]
    assert cards[2].broken
    assert [found.code for found in cards[2].diagnostics] == ["SC001"]
    assert "Permission denied" in cards[2].diagnostics[0].message.to("en")


def test_a_file_that_may_not_be_read_is_a_broken_card(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *rest: object, **more: object) -> object:
        if path.name == "again.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    cards = catalogue_of(library).cards()
    assert [found.code for found in cards[1].diagnostics] == ["SC001"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a name hold any bytes")
def test_a_name_that_is_no_text_harms_nothing(library: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe.yaml")
    write(library, right(), f"hall/{odd}")
    for _ in range(2):
        cards = catalogue_of(library).cards()
        assert len(cards) == 4
        assert sum(card.broken for card in cards) == 2
