"""Everything that there is to say of a class, put together once for page, paper, workbook and terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.classroom.cohort import Counting, RuleFigures, TextFigures, by_text, counted, rule_figures, text_figures
from simulator.classroom.needs import Need, needs
from simulator.classroom.replaying import Pass, Replayed
from simulator.domain.goals import conduct
from simulator.domain.rulebook import Rule, Rulebook
from simulator.i18n import Text
from simulator.library.catalogue import Catalogue


@dataclass(frozen=True)
class Surroundings:
    """The library on this PC, as figures need it.

    ``titles`` of its scenarios and ``hashes`` of their texts are by id, ``stops`` are the scenarios of its courses in
    their order.
    """

    rulebook: Rulebook
    titles: Mapping[str, Text]
    hashes: Mapping[str, str]
    stops: Sequence[str]


@dataclass(frozen=True)
class ClassFigures:
    """A class: ``texts`` has the figures of each text, the one with most trainees first; ``rules`` those of all."""

    name: str
    counting: Counting
    replayed: Replayed
    texts: tuple[TextFigures, ...]
    rules: tuple[RuleFigures, ...]
    needs: tuple[Need, ...]
    around: Surroundings
    now: datetime

    @property
    def learners(self) -> int:
        """How many trainees have a pass."""
        return len({one.learner for one in self.replayed.passes})

    def title(self, scenario: str) -> Text:
        """Give the title of a scenario of the class or the library, or else its id."""
        for text in self.texts:
            if text.scenario.id == scenario:
                return text.scenario.title
        return self.around.titles.get(scenario, Text.of(scenario))

    def rule(self, id: str) -> Text:
        """Give a rule in words of conduct."""
        return conduct(id, self._rule(id))

    def same_text(self, text: TextFigures) -> bool:
        """Say whether this text is the one that the library has now."""
        return self.around.hashes.get(text.scenario.id) == text.scenario_hash

    def _rule(self, id: str) -> Rule | None:
        books = [self.around.rulebook, *(one.text.rulebook for one in self.replayed.passes[:1])]
        return next((book.rules[id] for book in books if id in book.rules), None)


def read_surroundings(catalogue: Catalogue) -> Surroundings:
    """Read what figures need of the library; raises ScenarioError where the rulebook cannot be read."""
    cards = [card for card in catalogue.cards() if not card.broken]
    known = {card.id for card in cards}
    stops = dict.fromkeys(stop.scenario for course in catalogue.courses().courses for stop in course.stops)
    return Surroundings(
        rulebook=catalogue.rulebook().rulebook,
        titles={card.id: card.title for card in cards},
        hashes={card.id: card.content_hash for card in cards},
        stops=[stop for stop in stops if stop in known],
    )


def class_figures(
    name: str, replayed: Replayed, counting: Counting, around: Surroundings, now: datetime
) -> ClassFigures:
    """Work out all figures of a class; what each needs next follows from all passes, whatever is counted."""
    texts = [text_figures(passes, counting) for passes in by_text(replayed.passes).values()]
    texts.sort(key=lambda text: (-text.learners, text.scenario.id, text.scenario_hash))
    return ClassFigures(
        name=name,
        counting=counting,
        replayed=replayed,
        texts=tuple(texts),
        rules=rule_figures(counted(replayed.passes, counting)),
        needs=needs(replayed.passes, around.rulebook, _exercised_by(replayed.passes), around.stops, now),
        around=around,
        now=now,
    )


def _exercised_by(passes: Iterable[Pass]) -> Mapping[str, set[str]]:
    """Say which of the scenarios that the class has played exercise a rule."""
    scenarios = {one.scenario_hash: one.text.scenario for one in passes}
    found: dict[str, set[str]] = {}
    for scenario in scenarios.values():
        for rule in scenario.rule_ids:
            found.setdefault(rule, set()).add(scenario.id)
    return found
