"""All scenarios of the library: what a card shows of each, broken ones with what is wrong with them."""

from __future__ import annotations

import json
import os
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.errors import Diagnostic, ScenarioError
from simulator.i18n import Text
from simulator.library.cache import Cache, digest_of

if TYPE_CHECKING:  # cards come from the cache; what reads and proves a file is loaded when one has to be read
    from collections.abc import Iterable, Iterator

    from simulator.domain.envelope import Envelope
    from simulator.domain.rulebook import Rulebook
    from simulator.domain.scenario import Scenario, Scene
    from simulator.domain.transcript import Answer
    from simulator.library.courses import CourseFile

NOT_SCENARIOS = frozenset(("rulebook.yaml", "courses.yaml"))

_CACHE_VERSION = 5  # raise it when what is kept changes its shape, or when the reader comes to read a file differently
_FIRST = 32  # cards: more than a screen shows of a list's beginning
_CHARACTERS_A_MINUTE = 300  # of Chinese, read with care
_SECONDS_A_DECISION = 10


class Card(NamedTuple):
    """What the library shows of one scenario file; broken where ``diagnostics`` hold an error."""

    path: Path
    id: str
    title: Text
    summary: Text | None
    citizen: Text | None
    place: str
    portrait: str
    stages: tuple[str, ...]  # as domain.scenario.Stage writes them
    difficulty: int
    minutes: int
    pass_mark: int
    content_hash: str
    rules: tuple[str, ...]  # that are at stake anywhere in it
    diagnostics: tuple[Diagnostic, ...]

    @property
    def watchable(self) -> bool:
        """Whether a model play lies beside the file, to be watched as a film."""
        return self.path.with_name(f"{self.path.stem}.model.testplan").is_file()

    @property
    def broken(self) -> bool:
        """Whether the scenario cannot be played."""
        return any(found.severity == "error" for found in self.diagnostics)


class OpenedRulebook(NamedTuple):
    """The rulebook with its canonical text and that text's hash."""

    rulebook: Rulebook
    text: str
    hash: str


class OpenedScenario(NamedTuple):
    """A scenario as it stands in its file now, with its canonical text and that text's hash."""

    scenario: Scenario
    text: str
    hash: str


class _Read(NamedTuple):
    """What was read of scenario files under a rulebook with this stamp: for each path its data, and its card."""

    rulebook: list[int]
    data: dict[str, dict[str, Any]]
    cards: dict[str, Card]


class Catalogue:
    """The scenario files below some folders, and the rulebook that they are scored by."""

    def __init__(self, folders: Iterable[Path], rulebook: Path, cache: Path) -> None:
        self._folders = tuple(folders)
        self._rulebook_path = rulebook
        self._cache = Cache(cache)
        self._rulebook: OpenedRulebook | None = None
        self._rulebook_stamp: list[int] = []
        self._read = _Read([], {}, {})

    def rulebook(self) -> OpenedRulebook:
        """Open the rulebook as its file stands now, with the rules of packs; raises ScenarioError where it cannot be.

        A pack whose rules cannot be read adds none.
        """
        from simulator.domain.rulebook import rulebook_from_data, rulebook_hash

        added = self._added_rules()
        stamp = self._stamp_of_rules(added)
        if self._rulebook is None or self._rulebook_stamp != stamp:
            parts = [part for path in added for part in (os.fsencode(path.parent.name), _content_or_nothing(path))]
            content = self._content(self._rulebook_path)
            name = f"rulebook-{digest_of(str(_CACHE_VERSION).encode(), content, *parts)}"
            text = self._cache.get(name)
            if not isinstance(text, str):
                from simulator.library.pack_rules import text_with_added_rules
                from simulator.library.rulebook_file import read_rulebook_file

                text = text_with_added_rules(read_rulebook_file(self._rulebook_path)[1], added)
                self._cache.put(name, text)
            self._rulebook = OpenedRulebook(rulebook_from_data(json.loads(text)), text, rulebook_hash(text))
            self._rulebook_stamp = stamp
        return self._rulebook

    def first_cards(self) -> list[Card]:
        """Give what the list of cards began with when it was last made, as far as those files have not changed since.

        However many scenarios there are, this is quick; nothing is read but the cache.
        """
        kept = self._kept("first-cards", self._stamp_of_rules(self._added_rules()))
        unchanged = takewhile(lambda one: _stamp(one[0]) == one[1]["stamp"], kept.items())
        return list(_each_once(_card(Path(name), data) for name, data in unchanged))

    def cards(self) -> list[Card]:
        """Give a card for every scenario file, folder by folder in order of name; only changed files are read again.

        Raises ScenarioError where a file must be read and the rulebook cannot be.
        """
        before = self._read_before(self._stamp_of_rules(self._added_rules()))
        now = _Read(before.rulebook, {}, {})
        cards: list[Card] = []
        for found in self._files():
            if isinstance(found, Card):
                cards.append(found)
                continue
            name, stamp = found
            data = before.data.get(name)
            if data is None or data["stamp"] != stamp:
                data = self._read_card(Path(name)) | {"stamp": stamp}
            card = before.cards.get(name)
            if card is None or data is not before.data.get(name):
                card = _card(Path(name), data)
            now.data[name], now.cards[name] = data, card
            cards.append(card)
        if now.data != before.data:
            self._keep("cards", now.rulebook, now.data)
            self._keep("first-cards", now.rulebook, dict(islice(now.data.items(), _FIRST)))
        self._read = now
        return list(_each_once(cards))

    def _read_before(self, rulebook_stamp: list[int]) -> _Read:
        """Give what was read under these rules: the last time, or by an earlier start, which the cache has kept."""
        if self._read.data and self._read.rulebook == rulebook_stamp:
            return self._read
        return _Read(rulebook_stamp, self._kept("cards", rulebook_stamp), {})

    def _kept(self, name: str, rulebook_stamp: list[int]) -> dict[str, dict[str, Any]]:
        """Give the data of cards that the cache keeps under a name, if they were read under these rules."""
        kept = self._cache.get(name) or {}
        if kept.get("version") != _CACHE_VERSION or kept.get("rulebook") != rulebook_stamp:
            return {}
        cards: dict[str, dict[str, Any]] = kept["cards"]
        return cards

    def _keep(self, name: str, rulebook_stamp: list[int], cards: dict[str, dict[str, Any]]) -> None:
        self._cache.put(name, {"version": _CACHE_VERSION, "rulebook": rulebook_stamp, "cards": cards})

    def courses(self) -> CourseFile:
        """Read the courses on these scenarios, with what is wrong with their files."""
        from simulator.library.courses import CourseFile, read_courses

        known = {card.id for card in self.cards()}
        files = [read_courses(folder / "courses.yaml", known) for folder in self._folders]
        return CourseFile(
            tuple(course for file in files for course in file.courses),
            tuple(found for file in files for found in file.diagnostics),
        )

    def open(self, path: Path) -> OpenedScenario:
        """Open a scenario to be played; raises ScenarioError where its file cannot be played and scored."""
        from simulator.domain.canonical import canonical_text, from_canonical_text, hash_of_text
        from simulator.domain.collector import collector_paused

        opened = self.rulebook()
        # All on which it depends whether the file can be used: its text, its name, the rules, and this program.
        name = digest_of(f"{_CACHE_VERSION}/{opened.hash}/".encode(), os.fsencode(path.stem), self._content(path))
        text = self._cache.get(name)
        if not isinstance(text, str):
            from simulator.library.proof import prove
            from simulator.library.scenario_file import read_scenario_file

            file = read_scenario_file(path, opened.rulebook.rules)
            found = [*file.diagnostics, *prove(file, opened.rulebook)[1]]
            if file.scenario is None or any(one.severity == "error" for one in found):
                raise ScenarioError(found)
            text = canonical_text(file.scenario)
            self._cache.put(name, text)
        with collector_paused():
            return OpenedScenario(from_canonical_text(text), text, hash_of_text(text))

    def _added_rules(self) -> list[Path]:
        """Give the files of the rules that packs add, each in the folder of its pack."""
        return sorted(path for folder in self._folders for path in folder.glob("*/rulebook.yaml"))

    def _stamp_of_rules(self, added: Iterable[Path]) -> list[int]:
        return [part for path in (self._rulebook_path, *added) for part in _stamp(path)]

    def _content(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            from simulator.library import problems

            raise ScenarioError([problems.UNREADABLE.at(str(path), 1, 1, reason=error.strerror or error)]) from error

    def _files(self) -> Iterator[tuple[str, list[int]] | Card]:
        """Give every scenario file with its stamp, and a broken card for every folder that cannot be read."""
        for folder in self._folders:
            unreadable: list[OSError] = []
            for parent, folders, names in os.walk(folder, onerror=unreadable.append):
                folders.sort()
                for name in sorted(names):  # as strings: a thousand paths take longer to make than all the rest
                    if os.path.splitext(name)[1] in (".yaml", ".yml") and name not in NOT_SCENARIOS:  # noqa: PTH122
                        path = os.path.join(parent, name)  # noqa: PTH118
                        yield path, _stamp(path)
            for error in unreadable:
                if not isinstance(error, FileNotFoundError):
                    yield _broken_card(Path(error.filename), error)

    def _read_card(self, path: Path) -> dict[str, Any]:
        from simulator.domain.canonical import canonical_text, hash_of_text
        from simulator.library.proof import prove
        from simulator.library.scenario_file import read_scenario_file

        rulebook = self.rulebook().rulebook
        file = read_scenario_file(path, rulebook.rules)
        envelope, found = prove(file, rulebook)
        diagnostics = [*file.diagnostics, *found]
        data: dict[str, Any] = {"diagnostics": [_diagnostic_data(one) for one in diagnostics]}
        scenario = file.scenario
        if scenario is None or envelope is None:
            return data
        text = canonical_text(scenario)
        return data | {
            "title": scenario.title.data(),
            "summary": scenario.summary.data() if scenario.summary else None,
            "citizen": scenario.citizen.name.data(),
            "place": scenario.place,
            "portrait": scenario.citizen.portrait,
            "stages": [str(stage) for stage in scenario.stages],
            "difficulty": scenario.difficulty,
            "minutes": _minutes(scenario, envelope),
            "pass_mark": scenario.pass_mark,
            "hash": hash_of_text(text),
            "rules": sorted(scenario.rule_ids),
        }


def _each_once(cards: Iterable[Card]) -> Iterator[Card]:
    """Leave out a scenario that is in the library twice, as when a pack brings one that is there already."""
    seen: set[tuple[str, str]] = set()
    for card in cards:
        key = (card.id, card.content_hash)
        if not card.content_hash or key not in seen:
            yield card
        seen.add(key)


def _content_or_nothing(path: Path) -> bytes:
    """Give what a file holds, or nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _card(path: Path, data: dict[str, Any]) -> Card:
    return Card(
        path=path,
        id=path.stem,
        title=Text.of(data.get("title", path.name)),
        summary=Text.of(data["summary"]) if data.get("summary") else None,
        citizen=Text.of(data["citizen"]) if data.get("citizen") else None,
        place=data.get("place", ""),
        portrait=data.get("portrait", ""),
        stages=tuple(data.get("stages", ())),
        difficulty=data.get("difficulty", 0),
        minutes=data.get("minutes", 0),
        pass_mark=data.get("pass_mark", 0),
        content_hash=data.get("hash", ""),
        rules=tuple(data.get("rules", ())),
        diagnostics=tuple(_diagnostic(one) for one in data["diagnostics"]),
    )


def _broken_card(path: Path, error: OSError) -> Card:
    from simulator.library import problems

    found = problems.UNREADABLE.at(str(path), 1, 1, reason=error.strerror or error)
    return _card(path, {"diagnostics": [_diagnostic_data(found)]})


def _diagnostic_data(found: Diagnostic) -> list[Any]:
    return [*found[:5], found.message.data(), found.mend.data()]


def _diagnostic(data: list[Any]) -> Diagnostic:
    code, severity, file, line, column, message, mend = data
    return Diagnostic(code, severity, file, line, column, Text.of(message), Text.of(mend))


def _stamp(path: Path | str) -> list[int]:
    """Give what changes when a file does: its times in nanoseconds and its size, or zeros where it cannot be asked.

    The time at which its entry changed, too: a file put back from elsewhere may bring its old time with it.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return [0, 0, 0]
    return [status.st_mtime_ns, status.st_ctime_ns, status.st_size]


def _minutes(scenario: Scenario, envelope: Envelope) -> int:
    """Estimate how long an attempt takes from what is read on the best path."""
    from simulator.domain.encounter import Encounter

    encounter = Encounter(scenario)
    characters = 0
    for answer in envelope.best.path:
        if encounter.scene:
            characters += _characters(encounter.scene, answer)
        encounter.answer(answer)
    seconds = characters * 60 / _CHARACTERS_A_MINUTE + len(envelope.best.path) * _SECONDS_A_DECISION
    return max(1, round(seconds / 60))


def _characters(scene: Scene, answer: Answer) -> int:
    texts: list[Text | None] = [line.text for line in scene.lines]
    texts += [response.say for response in scene.responses.values()]
    if isinstance(answer, str):
        texts.append(scene.responses[answer].reply)
    if scene.inspection:
        texts += [item.text for item in scene.inspection.items.values()]
    return sum(len(text.to("zh")) for text in texts if text)
