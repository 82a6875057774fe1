"""Playing test plans: recording one, comparing one with what happens now, and laying two side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.authoring.plan_comparison import Comparison, Difference
from simulator.authoring.plans import (
    LONGEST_LINE,
    LONGEST_OPTION,
    NOTHING,
    Close,
    Fact,
    Offer,
    Plan,
    Said,
    Step,
    Value,
    one_line,
)
from simulator.domain.debrief import Debrief, TurnReview, debrief
from simulator.domain.encounter import AnswerError, Encounter, parse_answer
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Ending, Line, Scenario, Scene, Speaker
from simulator.domain.scoring import Judge, Judgement, Scorecard, score
from simulator.domain.transcript import Turn, answer_word
from simulator.i18n import Text, say


@dataclass(frozen=True)
class Played:
    """A scenario with what it takes to play plans of it."""

    scenario: Scenario
    rulebook: Rulebook
    envelope: Envelope


@dataclass(frozen=True)
class Replay:
    """What came of playing a plan: what is different, and the plan as it would be recorded now.

    ``stopped`` where a choice of the plan cannot be made any more; nothing after it was compared.
    """

    plan: Plan
    now: Plan
    differences: tuple[Difference, ...]
    stopped: bool = False


_PURPOSES = {
    "model": say(
        "示范走法：每一步都做到最好，满分，达到感动服务。",
        "The model: the best conduct from beginning to end; full score, moving service.",
    ),
    "failing": say(
        "失败走法：一个疲惫的窗口人员会说的那些话，最后办砸了。",
        "The failing play: what a tired clerk might well say, and how it comes to a bad end.",
    ),
    "basic": say(
        "合格走法：该做到的做到，没有多走一步，勉强通过。",
        "The basic play: what everyone may expect and no step further; it passes narrowly.",
    ),
}


def purpose_of(name: str) -> tuple[str, ...]:
    """Give the lines that say what a plan of this name is for, in Chinese and in English."""
    text = _PURPOSES.get(name) or say(f"“{name}”这样走一遍。", f"One play through: “{name}”.")
    return text.to("zh"), text.to("en")


def record(played: Played, answers: Iterable[str], language: str, remarks: tuple[str, ...] = ()) -> Plan:
    """Play these answers, as ``--answers`` takes them, and write down what happens.

    Raises AnswerError at the first one that cannot be given.
    """
    recorder = _Recorder(played, language)
    for answer in answers:
        recorder.answer(answer)
    return recorder.plan(remarks)


def replay(plan: Plan, played: Played, *, strict_words: bool = False) -> Replay:
    """Play a plan and tell what is different from what it expects; of words only with ``strict_words``.

    The first difference is not the end: the plan is gone through for as long as its choices can be made, and what
    merely follows from a difference already told (a mood that stays so much higher) is not told again.
    """
    recorder = _Recorder(played, plan.language)
    comparison = Comparison(played.scenario, strict_words=strict_words)
    for number, step in enumerate(plan.steps, start=1):
        scene = recorder.scene
        if scene is None:
            comparison.tell(number, step.scene, "scene", step.scene, f"ending: {recorder.where}", step.line)
            return Replay(plan, recorder.plan(plan.remarks), comparison.found, stopped=True)
        if scene.id != step.scene:
            comparison.tell(number, step.scene, "scene", step.scene, scene.id, step.line)
        try:
            recorder.answer(step.answer)
        except AnswerError as error:
            comparison.offers(number, step, recorder.offers())
            possible = ", ".join(error.possible) or NOTHING
            comparison.tell(number, scene.id, "choose", step.answer, possible, step.answer_line)
            return Replay(plan, recorder.plan(plan.remarks), comparison.found, stopped=True)
        comparison.step(number, step, recorder.steps[-1], scene)
    now = recorder.plan(plan.remarks)
    stopped = False
    if plan.close is not None:
        stopped = now.close is None
        comparison.close(plan.close, now.close, recorder.where)
    remarked = tuple(replace(new, remarks=old.remarks) for old, new in zip(plan.steps, now.steps, strict=True))
    close = replace(now.close, remarks=plan.close.remarks) if now.close and plan.close else now.close
    return Replay(plan, replace(now, steps=remarked, close=close), comparison.found, stopped)


class _Recorder:
    """Plays answers and writes down what happens."""

    def __init__(self, played: Played, language: str) -> None:
        self._played = played
        self._language = language
        self._encounter = Encounter(played.scenario)
        self._judge = Judge(played.scenario, played.rulebook)
        self.steps: list[Step] = []

    @property
    def scene(self) -> Scene | None:
        """The scene that waits for an answer."""
        return self._encounter.scene

    @property
    def where(self) -> str:
        """The scene or ending that has been reached."""
        return self._encounter.state.scene

    def answer(self, word: str) -> None:
        """Give one answer; raises AnswerError where it cannot be given."""
        scene, offers = self.scene, self.offers()
        turn = self._encounter.answer(parse_answer(scene, word))
        if scene is not None:
            self.steps.append(self._step(scene, turn, offers))

    def offers(self) -> tuple[Offer, ...]:
        """Give what is offered now, by id."""
        scene = self.scene
        if scene is None:
            return ()
        if scene.inspection:
            return tuple(Offer(id, words=self._short(item.text)) for id, item in sorted(scene.inspection.items.items()))
        options = sorted(self._encounter.options(), key=lambda option: option.response.id)
        return tuple(
            Offer(option.response.id, option.available, self._short(option.response.words)) for option in options
        )

    def plan(self, remarks: tuple[str, ...]) -> Plan:
        """Give what has been written down."""
        ending = self._encounter.ending
        close = self._close(ending) if ending else None
        return Plan(self._played.scenario.id, tuple(self.steps), close, remarks, self._language)

    def _step(self, scene: Scene, turn: Turn, offers: tuple[Offer, ...]) -> Step:
        follows: list[Said] = []
        met: tuple[str, ...] = ()
        if isinstance(turn.answer, str):
            response = scene.responses[turn.answer]
            told = ((Speaker.CLERK, response.say), ("does", response.do), (Speaker.CITIZEN, response.reply))
            follows = [Said(str(who), self._words(text)) for who, text in told if text is not None]
            met = response.meets
        facts = _step_facts(self._judge(turn), turn) | ({"met": tuple(sorted(met))} if met else {})
        return Step(
            scene.id,
            answer_word(turn.answer),
            self._lines(scene.lines),
            offers,
            tuple(follows),
            {word: Fact(value) for word, value in facts.items()},
            inspection=scene.inspection is not None,
        )

    def _close(self, ending: Ending) -> Close:
        transcript = self._encounter.transcript()
        card = score(transcript, self._played.rulebook, self._played.envelope.attainable, self._judge)
        facts = {word: Fact(value) for word, value in _close_facts(card).items()}
        return Close(ending.id, self._lines(ending.lines), facts)

    def _lines(self, lines: Sequence[Line]) -> tuple[Said, ...]:
        return tuple(Said(str(line.speaker), self._words(line.text)) for line in lines)

    def _words(self, text: Text) -> str:
        return one_line(text.to(self._language), LONGEST_LINE)

    def _short(self, text: Text | None) -> str:
        return one_line(text.to(self._language), LONGEST_OPTION) if text is not None else ""


def _step_facts(judgement: Judgement, turn: Turn) -> dict[str, Value]:
    return {
        "points": judgement.points,
        "mood": (turn.before.mood, turn.after.mood),
        # An inspection may keep one rule with several items.
        "kept": tuple(sorted(set(judgement.kept))),
        "broken": tuple(sorted(set(judgement.broken))),
        "missed": tuple(sorted(set(judgement.missed))),
    }


def _close_facts(card: Scorecard) -> dict[str, Value]:
    return {
        "points": card.points,
        "score": card.score,
        "passed": card.passed,
        "level": str(card.level),
        "rating": card.rating,
        "mood": card.mood,
    }


# Two plays side by side.


@dataclass(frozen=True)
class Film:
    """A play to be shown: every turn with its lines, what was offered, what was chosen, and what it did to the rules.

    Each of ``offers`` belongs to the turn in the same place.
    """

    debrief: Debrief
    offers: tuple[tuple[Offer, ...], ...]

    @property
    def turns(self) -> tuple[TurnReview, ...]:
        """The turns, in order."""
        return self.debrief.turns


@dataclass(frozen=True)
class SharedScene:
    """A scene that two plays both pass, with the turn of each; ``parted`` where they answered it differently."""

    scene: str
    first: TurnReview
    second: TurnReview

    @property
    def parted(self) -> bool:
        """Whether the two were answered differently."""
        return self.first.deed.answer != self.second.deed.answer

    @property
    def gap(self) -> int:
        """How many points more the first answer brought than the second."""
        return self.first.points - self.second.points


@dataclass(frozen=True)
class SideBySide:
    """Two plays of one scenario: the scenes that both pass, in the order of the first."""

    first: Film
    second: Film
    shared: tuple[SharedScene, ...]

    @property
    def parting(self) -> SharedScene | None:
        """The scene where they first answer differently."""
        return next((scene for scene in self.shared if scene.parted), None)

    @property
    def crux(self) -> SharedScene | None:
        """The scene where the two answers lie furthest apart in points; the earlier of equals."""
        parted = [scene for scene in self.shared if scene.parted]
        return max(parted, key=lambda scene: scene.gap, default=None)


def film(played: Played, answers: Iterable[str], language: str = "zh") -> Film:
    """Play these answers into a film; raises AnswerError at the first one that cannot be given."""
    encounter, recorder = Encounter(played.scenario), _Recorder(played, language)
    offers: list[tuple[Offer, ...]] = []
    for word in answers:
        offers.append(recorder.offers())
        recorder.answer(word)
        encounter.answer(parse_answer(encounter.scene, word))
    return Film(debrief(encounter.transcript(), played.rulebook, played.envelope), tuple(offers))


def side_by_side(first: Film, second: Film) -> SideBySide:
    """Lay two plays of one scenario side by side; a scene passed twice is met in order."""
    seen = dict(_visits(second.turns))
    shared = tuple(SharedScene(key[0], turn, seen[key]) for key, turn in _visits(first.turns) if key in seen)
    return SideBySide(first, second, shared)


def _visits(turns: Iterable[TurnReview]) -> Iterator[tuple[tuple[str, int], TurnReview]]:
    """Give each turn under its scene and how often that scene was passed before."""
    counts: dict[str, int] = {}
    for turn in turns:
        yield (turn.scene, counts.get(turn.scene, 0)), turn
        counts[turn.scene] = counts.get(turn.scene, 0) + 1
