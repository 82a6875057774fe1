"""What the proof of a scenario tells its author: what can be earned, how it can end, what each option gives up."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.envelope import Bound, Envelope, Price
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario, Scene, Stage
from simulator.i18n import Text


@dataclass(frozen=True)
class RuleReport:
    """What one rule can bring at best and at worst."""

    id: str
    statement: Text | None  # None of a rule that the rulebook does not have
    best: Bound
    worst: Bound


@dataclass(frozen=True)
class EndingReport:
    """An ending with the best and the worst that leads to it; both None where nothing does."""

    id: str
    title: Text
    resolved: bool
    best: Bound | None
    worst: Bound | None


@dataclass(frozen=True)
class OptionReport:
    """An option, in the words that show it, with what it gives up; None where it is never available."""

    id: str
    words: Text
    price: Price | None


@dataclass(frozen=True)
class SceneReport:
    """A scene with its options; ``reached`` tells whether anybody comes there. Of an inspection its items."""

    id: str
    stage: Stage
    recovery: bool
    inspection: bool
    reached: bool
    options: tuple[OptionReport, ...]


@dataclass(frozen=True)
class ProofReport:
    """The whole report; ``states`` is how many states it was proved over."""

    title: Text
    best: Bound
    worst: Bound
    rules: tuple[RuleReport, ...]
    endings: tuple[EndingReport, ...]
    scenes: tuple[SceneReport, ...]
    states: int


def proof_report(scenario: Scenario, rulebook: Rulebook, envelope: Envelope) -> ProofReport:
    """Report what an envelope proves of its scenario."""
    rules = [
        RuleReport(id, rulebook.rules[id].statement if id in rulebook.rules else None, best, worst)
        for id, (best, worst) in envelope.rules().items()
    ]
    endings = []
    for id, bounds in envelope.endings().items():
        best, worst = bounds or (None, None)
        ending = scenario.endings[id]
        endings.append(EndingReport(id, ending.title, ending.resolved, best, worst))
    prices = envelope.prices()
    # In the order in which they are met; what nobody comes to stands last.
    in_order = [scenario.scenes[id] for id in (*prices, *(id for id in scenario.scenes if id not in prices))]
    scenes = [
        SceneReport(
            scene.id,
            scene.stage,
            scene.recovery,
            scene.inspection is not None,
            scene.id in prices,
            tuple(OptionReport(id, words, prices.get(scene.id, {}).get(id)) for id, words in _options(scene).items()),
        )
        for scene in in_order
    ]
    return ProofReport(
        scenario.title, envelope.best, envelope.worst, tuple(rules), tuple(endings), tuple(scenes), envelope.states
    )


def _options(scene: Scene) -> dict[str, Text]:
    if scene.inspection:
        return {item.id: item.text for item in scene.inspection.items.values()}
    shown = {response.id: response.words for response in scene.responses.values()}
    return {id: words for id, words in shown.items() if words is not None}
