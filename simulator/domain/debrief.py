"""An attempt looked back on: each turn with what it did, what else was possible, and what came of it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope, Prospect
from simulator.domain.rulebook import Rule, Rulebook, RuleLevel
from simulator.domain.scenario import Ending, Item, Line, Scenario, Scene, Stage
from simulator.domain.scoring import (
    RULES_FOR_PROACTIVE,
    Judge,
    Judgement,
    Scorecard,
    beyond_basic,
    kept_rules,
    percentage,
    rate,
    score,
)
from simulator.domain.transcript import Answer, State, Transcript, Turn
from simulator.i18n import Text

LINES_THAT_FOLLOW = 2  # how much of the next scene tells what an option would have led to


class Outcome(StrEnum):
    """What a turn did to a rule that was at stake."""

    KEPT = "kept"
    MISSED = "missed"
    BROKEN = "broken"


@dataclass(frozen=True)
class RuleReview:
    """One rule at stake in a turn; ``rule`` is None where this rulebook no longer has it."""

    id: str
    outcome: Outcome
    rule: Rule | None
    points: int


@dataclass(frozen=True)
class Finding:
    """One item of an inspection: ticked or not, and what that did to its rule (None: left alone, and rightly)."""

    item: Item
    ticked: bool
    outcome: Outcome | None
    rule: Rule | None


@dataclass(frozen=True)
class Deed:
    """What a clerk says and does in one turn: a response's words, or the findings of an inspection."""

    answer: Answer
    say: Text | None = None
    do: Text | None = None
    because: Text | None = None
    reply: Text | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class BetterOption:
    """The best option of a turn and what it would have led to.

    ``score_within_reach`` is the highest score still reachable after it, ``score_after_chosen`` the one after what was
    chosen instead; both count what had been earned so far.
    """

    deed: Deed
    rules: tuple[RuleReview, ...]
    follows: tuple[Line, ...]
    ending: Text | None  # the title of the ending that it would have led to at once, if it did
    score_within_reach: int
    score_after_chosen: int


@dataclass(frozen=True)
class TurnReview:
    """One turn, looked back on.

    ``regrets`` tells what each option that was available gives up; of an inspection it knows its right ticks alone.
    """

    number: int
    scene: str
    stage: Stage
    recovery: bool
    lines: tuple[Line, ...]
    deed: Deed
    judgement: Judgement
    rules: tuple[RuleReview, ...]
    needs_met: tuple[Text, ...]
    thought: Text | None
    mood_before: int
    mood_after: int
    regret: int
    regrets: Mapping[Answer, int]
    better: BetterOption | None

    @property
    def points(self) -> int:
        """What the turn earned or cost."""
        return self.judgement.points

    @property
    def best(self) -> bool:
        """Whether nothing of the best reachable total was given up."""
        return self.regret == 0


@dataclass(frozen=True)
class LevelGrounds:
    """What the level rests on, beside the attempt's having passed."""

    beyond_basic: int  # distinct rules kept that are proactive or moving
    beyond_basic_needed: int
    moving_kept: bool
    need_met: bool
    resolved: bool


@dataclass(frozen=True)
class Debrief:
    """Everything that there is to say about an attempt.

    ``moods`` starts with the citizen's mood on arrival and has one more entry for each turn. ``mood_rating`` is the
    rating by mood alone, which the ending may have capped.
    """

    transcript: Transcript
    rulebook: Rulebook
    scorecard: Scorecard
    critical_broken: tuple[Rule, ...]
    grounds: LevelGrounds
    mood_rating: int
    turns: tuple[TurnReview, ...]
    moods: tuple[int, ...]
    ending: Ending | None
    needs_met: tuple[Text, ...]
    needs_missed: tuple[Text, ...]

    @property
    def scenario(self) -> Scenario:
        """What was played."""
        return self.transcript.scenario

    @property
    def neighbour(self) -> Text | None:
        """What the citizen tells a neighbour afterwards."""
        return self.ending.neighbour if self.ending else None


def debrief(transcript: Transcript, rulebook: Rulebook, envelope: Envelope) -> Debrief:
    """Look back on a transcript, finished or not; ``envelope`` is its scenario's under this rulebook."""
    scenario = transcript.scenario
    judge = Judge(scenario, rulebook)
    attainable = envelope.attainable
    card = score(transcript, rulebook, attainable, judge)
    reviewer = _Reviewer(scenario, rulebook, envelope, judge)
    needs = scenario.citizen.hidden_needs
    return Debrief(
        transcript=transcript,
        rulebook=rulebook,
        scorecard=card,
        critical_broken=tuple(rulebook.rules[id] for id in card.critical_broken),
        grounds=_grounds(card, rulebook, attainable.beyond_basic, scenario),
        mood_rating=rate(card.mood),
        turns=tuple(reviewer.reviews(transcript)),
        moods=(scenario.citizen.mood, *(turn.after.mood for turn in transcript.turns)),
        ending=scenario.endings.get(transcript.state.scene),
        needs_met=tuple(text for id, text in needs.items() if id in transcript.needs_met),
        needs_missed=tuple(text for id, text in needs.items() if id not in transcript.needs_met),
    )


def _grounds(card: Scorecard, rulebook: Rulebook, offered: int, scenario: Scenario) -> LevelGrounds:
    kept = kept_rules(card.judgements)
    ending = scenario.endings.get(card.ending or "")
    return LevelGrounds(
        beyond_basic=beyond_basic(kept, rulebook),
        beyond_basic_needed=min(RULES_FOR_PROACTIVE, offered),
        moving_kept=any(id in rulebook.rules and rulebook.rules[id].level is RuleLevel.MOVING for id in kept),
        need_met=bool(card.needs_met),
        resolved=ending is not None and ending.resolved,
    )


class _Reviewer:
    """Reviews the turns of one scenario."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook, envelope: Envelope, judge: Judge) -> None:
        self._scenario = scenario
        self._rulebook = rulebook
        self._envelope = envelope
        self._judge = judge
        self._attainable = envelope.attainable.points

    def reviews(self, transcript: Transcript) -> Iterator[TurnReview]:
        """Review every turn, in order."""
        earned = 0
        for number, turn in enumerate(transcript.turns, start=1):
            review = self._review(number, turn, earned)
            earned += review.points
            yield review

    def _review(self, number: int, turn: Turn, earned: int) -> TurnReview:
        scene = self._scenario.scenes[turn.before.scene]
        judgement = self._judge(turn)
        regret = self._envelope.regret(turn)
        prospects = self._envelope.prospects(turn.before)
        needs = self._scenario.citizen.hidden_needs
        meets = scene.responses[turn.answer].meets if isinstance(turn.answer, str) else ()
        return TurnReview(
            number=number,
            scene=scene.id,
            stage=scene.stage,
            recovery=scene.recovery,
            lines=scene.lines,
            deed=deed_of(scene, turn.answer, self._rulebook),
            judgement=judgement,
            rules=self._rules(judgement, scene),
            needs_met=tuple(needs[id] for id in meets if id in needs),
            thought=scene.thought,
            mood_before=turn.before.mood,
            mood_after=turn.after.mood,
            regret=regret,
            regrets={answer: prospect.regret for answer, prospect in prospects.items()},
            better=self._better(turn, prospects, regret, earned) if regret > 0 and prospects else None,
        )

    def _better(self, turn: Turn, prospects: Mapping[Answer, Prospect], regret: int, earned: int) -> BetterOption:
        answer = self._best(turn.before, prospects)
        taken = self._taken(turn.before, answer)
        scene = self._scenario.scenes[turn.before.scene]
        within_reach = earned + prospects[answer].points
        next_scene = self._scenario.scenes.get(taken.after.scene)
        ending = self._scenario.endings.get(taken.after.scene)
        lines = next_scene.lines if next_scene else ending.lines if ending else ()
        return BetterOption(
            deed=deed_of(scene, answer, self._rulebook),
            rules=self._rules(self._judge(taken), scene),
            follows=lines[:LINES_THAT_FOLLOW],
            ending=ending.title if ending else None,
            score_within_reach=percentage(within_reach, self._attainable),
            score_after_chosen=percentage(within_reach - regret, self._attainable),
        )

    def _best(self, state: State, prospects: Mapping[Answer, Prospect]) -> Answer:
        """Choose among the options without regret: the one that keeps most rules, then the one best for the mood.

        The points cannot tell such options apart, because rules of moving service weigh nothing and a recovery scene
        earns nothing; but what is shown as the better option should be the best that the author wrote.
        """

        def merit(answer: Answer) -> tuple[int, int]:
            taken = self._taken(state, answer)
            judgement = self._judge(taken)
            return len(judgement.kept) - len(judgement.broken), taken.after.mood

        return max((answer for answer, prospect in prospects.items() if prospect.regret == 0), key=merit)

    def _taken(self, state: State, answer: Answer) -> Turn:
        return Encounter(self._scenario, start=state).answer(answer)

    def _rules(self, judgement: Judgement, scene: Scene) -> tuple[RuleReview, ...]:
        outcomes = {
            Outcome.KEPT: judgement.kept,
            Outcome.MISSED: judgement.missed,
            Outcome.BROKEN: judgement.broken,
        }
        return tuple(
            RuleReview(id, outcome, self._rulebook.rules.get(id), self._points(id, outcome, scene.recovery))
            for outcome, ids in outcomes.items()
            for id in dict.fromkeys(ids)  # several items of an inspection may have one rule
        )

    def _points(self, rule_id: str, outcome: Outcome, recovery: bool) -> int:
        weight = self._rulebook.weight(rule_id)
        if outcome is Outcome.BROKEN:
            return -weight
        return weight if outcome is Outcome.KEPT and not recovery else 0


def deed_of(scene: Scene, answer: Answer, rulebook: Rulebook) -> Deed:
    """Give what an answer in a scene says and does, or what it finds in an inspection."""
    if isinstance(answer, str):
        response = scene.responses[answer]
        return Deed(answer, response.say, response.do, response.because, response.reply)
    items = scene.inspection.items.values() if scene.inspection else ()
    return Deed(answer, findings=tuple(_finding(item, item.id in answer, rulebook) for item in items))


def _finding(item: Item, ticked: bool, rulebook: Rulebook) -> Finding:
    outcome = Outcome.BROKEN if ticked != item.fault else Outcome.KEPT if ticked else None
    return Finding(item, ticked, outcome, rulebook.rules.get(item.rule))
