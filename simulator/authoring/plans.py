"""Test plans: a play of a scenario written down, one line a step, with what is expected of it.

A plan is the file ``<scenario>.<name>.testplan`` beside its scenario, and can be read aloud::

    # What the plan is for.
    scenario: phone-wall
    language: en

    scene: arrival
        citizen: They say it must be my face …
        option: warm  “Good morning …”
        option: shortcut (closed)  “Give me your phone …”
        choose: warm
        clerk: Good morning. Take your time.
        points: +6
        mood: 45 -> 60
        kept: greet-courtesy-opening, greet-speak-first
        broken: -
        missed: -

    ending: moved
        score: 100

Indentation means nothing. What is left out is not checked. Ids and numbers are always compared; words only where that
is asked for, and then the beginning of a sentence, in any of its languages, is enough. ``item`` takes the place of
``option`` in an inspection, whose ``choose`` joins what is ticked by + (a hyphen for nothing).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from simulator.authoring import plan_problems
from simulator.domain.scenario import Speaker
from simulator.domain.scoring import Level
from simulator.errors import Diagnostic, ScenarioError
from simulator.library.fields import is_id
from simulator.library.problems import Problem
from simulator.library.yaml_tree import read_text, text_of

SUFFIX = ".testplan"
MOST_STEPS = 1_000
CLOSED = "(closed)"  # stands behind an option that is offered and cannot be chosen

NOTHING = "-"
"""How a plan writes that there is none, as ``--answers`` does."""

STEP_FACTS = ("points", "mood", "kept", "broken", "missed", "met")
CLOSE_FACTS = ("points", "score", "passed", "level", "rating", "mood")
"""What may be expected of a step and of the ending, in the order in which a plan says it."""

LONGEST_OPTION, LONGEST_LINE = 72, 320  # columns of what is said that a recorded plan repeats; Chinese takes two

Value = int | bool | str | tuple[str, ...] | tuple[int, int]


class Fact(NamedTuple):
    """One thing that is expected, and the line of the file that says so."""

    value: Value
    line: int = 0


class Said(NamedTuple):
    """What somebody says or does: ``who`` is a speaker or, for what the clerk does, ``does``."""

    who: str
    words: str
    line: int = 0


class Offer(NamedTuple):
    """A response that is offered, or an item of an inspection."""

    id: str
    available: bool = True
    words: str = ""
    line: int = 0


@dataclass(frozen=True)
class Step:
    """One scene: what is said, what is offered, what is chosen, and what comes of it."""

    scene: str
    answer: str = ""  # as ``--answers`` takes it
    lines: tuple[Said, ...] = ()
    offers: tuple[Offer, ...] = ()
    follows: tuple[Said, ...] = ()  # said after the choice
    facts: Mapping[str, Fact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    inspection: bool = False  # what is offered are items to tick
    line: int = 0
    answer_line: int = 0


@dataclass(frozen=True)
class Close:
    """The ending, and what the rules make of it all."""

    ending: str
    lines: tuple[Said, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Plan:
    """A play written down; without a ``close`` it is not told how it ends."""

    scenario: str
    steps: tuple[Step, ...] = ()
    close: Close | None = None
    remarks: tuple[str, ...] = ()  # what it is for
    language: str = ""

    @property
    def answers(self) -> tuple[str, ...]:
        """What is chosen, as ``--answers`` takes it."""
        return tuple(step.answer for step in self.steps)


@dataclass(frozen=True)
class PlanFile:
    """A plan file as read: its plan, or None where the diagnostics say why not."""

    path: Path
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """What the plan is called, beside its scenario."""
        return plan_name(self.path)[1]


def plan_path(scenario_file: Path, name: str) -> Path:
    """Give where the plan of this name stands: beside its scenario."""
    return scenario_file.with_name(f"{scenario_file.stem}.{name}{SUFFIX}")


def plan_name(path: Path) -> tuple[str, str]:
    """Give the scenario's id and the plan's name that a file's name says; empty where it says none."""
    scenario, _, name = path.name.removesuffix(SUFFIX).partition(".")
    return (scenario, name) if path.name.endswith(SUFFIX) and is_id(scenario) and is_id(name) else ("", "")


def one_line(words: str, longest: int = 10**6) -> str:
    """Give words on one line, cut with an ellipsis where they are longer; ``longest`` counts columns."""
    words = " ".join(words.split())
    if len(words) * 2 <= longest:
        return words
    ends = list(accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in words))
    return words if not ends or ends[-1] <= longest else words[: bisect_right(ends, longest - 1)].rstrip() + "…"


def read_plan(path: Path) -> PlanFile:
    """Read a plan file; whatever is wrong with it, or with getting it, is in the diagnostics."""
    try:
        text = read_text(path)
    except ScenarioError as error:
        return PlanFile(path, None, tuple(error.diagnostics))
    return _PlanReader(path).read(text)


def plan_of(content: bytes, path: Path) -> PlanFile:
    """Read a plan from a file's content."""
    try:
        text = text_of(content, path)
    except ScenarioError as error:
        return PlanFile(path, None, tuple(error.diagnostics))
    return _PlanReader(path).read(text)


_HEAD = ("scenario", "language")
_SAID = (*map(str, Speaker), "does")
_STEP = ("scene", "ending", *_SAID, "option", "item", "choose", *STEP_FACTS)
_CLOSE = (*_SAID, *CLOSE_FACTS)
_WORDS = frozenset((*_HEAD, *_STEP, *_CLOSE))
_ENTRY = re.compile(r"([A-Za-z][A-Za-z_-]*)\s*[:：]\s*(.*)")
_EXAMPLES = {
    "scenario": "scenario: phone-wall",
    "language": "language: zh",
    "scene": "scene: arrival",
    "ending": "ending: moved",
    "choose": "choose: warm",
    "option": "option: warm (closed)",
    "item": "item: badge",
    "points": "points: +3",
    "mood": "mood: 45 -> 60",
    "score": "score: 100",
    "rating": "rating: 5",
    "passed": "passed: yes",
    "level": f"level: {'|'.join(Level)}",
    "kept": "kept: greet-speak-first, serve-time-promise",
    "broken": "broken: -",
    "missed": "missed: -",
    "met": "met: next-year",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_ANSWER = re.compile(r"[a-z0-9_-]+(\+[a-z0-9_-]+)*\Z")
_NUMBER = re.compile(r"[-+]?[0-9]{1,7}\Z")
_MOODS = re.compile(r"([0-9]{1,3})\s*(?:->|→)\s*([0-9]{1,3})\Z")
_OFFER = re.compile(r"(?P<id>[a-z0-9_-]+)(?P<closed>\s*[(（]\s*closed\s*[)）])?(\s+(?P<words>.*))?\Z")


class _PlanReader:
    """Reads one plan, line by line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: list[Diagnostic] = []
        self._head: dict[str, str] = {}
        self._about: tuple[str, ...] = ()
        self._waiting: tuple[str, ...] = ()  # remarks above what they are about
        self._remarks: tuple[str, ...] = ()  # of what is being read
        self._steps: list[Step] = []
        self._facts: dict[str, Fact] = {}
        self._close: Close | None = None

    def read(self, text: str) -> PlanFile:
        """Read the whole text."""
        number = 0
        for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
            if line := raw.strip():
                self._line(line, number)
                if len(self._steps) > MOST_STEPS:
                    self._report(plan_problems.TOO_LONG, number, most=MOST_STEPS)
                    break
        self._finish(number)
        if self._found:
            return PlanFile(self._path, None, tuple(self._found))
        plan = Plan(
            self._head["scenario"], tuple(self._steps), self._close, self._about, self._head.get("language", "")
        )
        return PlanFile(self._path, plan)

    def _finish(self, last: int) -> None:
        self._take_remarks()
        self._end_block()
        if self._found:
            return
        scenario = self._head.get("scenario", "")
        if not scenario:
            self._report(plan_problems.NOT_SAID, 1, word="scenario", example=_EXAMPLES["scenario"])
        elif plan_name(self._path)[0] != scenario:
            self._report(plan_problems.OTHER_NAME, 1, file_name=self._path.name, scenario=scenario)
        if not self._steps:
            self._report(plan_problems.NOT_SAID, max(1, last), word="scene", example=_EXAMPLES["scene"])

    def _line(self, line: str, number: int) -> None:
        if line.startswith("#"):
            self._remark(one_line(line[1:]))
            return
        entry = _ENTRY.match(line)
        if entry is None:
            self._report(plan_problems.NOT_A_STEP, number, words=one_line(line, 40))
            return
        word, value = entry[1], entry[2].strip()
        allowed = self._allowed()
        if word not in _WORDS:
            near = get_close_matches(word, allowed, 1)
            self._report(plan_problems.UNKNOWN_WORD, number, word=one_line(word, 40), known=", ".join(near or allowed))
        elif word not in allowed:
            self._report(plan_problems.OUT_OF_PLACE, number, word=word, known=", ".join(allowed))
        elif word in _HEAD:
            self._head_entry(word, value, number)
        elif word in ("scene", "ending"):
            self._begin(word, value, number)
        else:
            self._take_remarks()
            if word in _SAID:
                self._say(Said(word, one_line(value), number))
            else:
                self._expect(word, value, number)

    def _allowed(self) -> tuple[str, ...]:
        if self._close is not None:
            return _CLOSE
        if self._steps:
            return _STEP
        return (*_HEAD, "scene")

    def _take_remarks(self) -> None:
        """Let the remarks that wait be about the scene or ending in which they stand."""
        self._remarks, self._waiting = self._remarks + self._waiting, ()

    def _remark(self, words: str) -> None:
        """Keep a remark for what stands below it; the first ones, above everything, are about the plan itself."""
        if not self._head and not self._steps:
            self._about += (words,)
        else:
            self._waiting += (words,)

    def _head_entry(self, word: str, value: str, number: int) -> None:
        if word in self._head:
            self._report(plan_problems.SAID_TWICE, number, word=word)
        elif is_id(value) if word == "scenario" else _LANGUAGE.match(value):
            self._head[word] = value
        else:
            self._bad(word, value, number)

    def _begin(self, word: str, value: str, number: int) -> None:
        self._end_block()
        self._remarks, self._waiting = self._waiting, ()
        if not is_id(value):
            self._bad(word, value, number)
        if word == "scene":
            self._steps.append(Step(value, line=number))
        else:
            self._close = Close(value, line=number)

    def _end_block(self) -> None:
        """Put what was read of a scene or of the ending together."""
        remarks, self._remarks = self._remarks, ()
        facts, self._facts = self._facts, {}
        if self._close is not None:
            self._close = replace(self._close, facts=facts, remarks=remarks)
        elif self._steps:
            step = self._steps[-1] = replace(self._steps[-1], facts=facts, remarks=remarks)
            if not step.answer and not any(found.line >= step.line for found in self._found):
                self._report(plan_problems.NOT_SAID, step.line, word="choose", example=_EXAMPLES["choose"])

    def _say(self, said: Said) -> None:
        if self._close is not None:
            self._close = replace(self._close, lines=(*self._close.lines, said))
        elif (step := self._steps[-1]).answer:
            self._steps[-1] = replace(step, follows=(*step.follows, said))
        else:
            self._steps[-1] = replace(step, lines=(*step.lines, said))

    def _expect(self, word: str, value: str, number: int) -> None:
        if word in ("option", "item"):
            self._offer(word, value, number)
        elif word == "choose":
            step = self._steps[-1]
            if step.answer:
                self._report(plan_problems.SAID_TWICE, number, word=word)
            elif not _ANSWER.match(value):
                self._bad(word, value, number)
            self._steps[-1] = replace(step, answer=value or NOTHING, answer_line=number)
        elif word in self._facts:
            self._report(plan_problems.SAID_TWICE, number, word=word)
        else:
            meant = _value_of(word, value, closing=self._close is not None)
            if meant is None:
                self._bad(word, value, number)
            else:
                self._facts[word] = Fact(meant, number)

    def _offer(self, word: str, value: str, number: int) -> None:
        step, offer = self._steps[-1], _OFFER.match(value)
        if offer is None or not is_id(offer["id"]) or (word == "item" and offer["closed"]):
            self._bad(word, value, number)
            return
        if step.offers and step.inspection != (word == "item"):
            self._report(plan_problems.OUT_OF_PLACE, number, word=word, known="item" if step.inspection else "option")
            return
        if offer["id"] in (one.id for one in step.offers):
            self._report(plan_problems.SAID_TWICE, number, word=f"{word}: {offer['id']}")
            return
        words = one_line(offer["words"] or "")
        if words.startswith("“") and words.endswith("”"):
            words = words[1:-1].strip()
        made = Offer(offer["id"], not offer["closed"], words, number)
        self._steps[-1] = replace(step, offers=(*step.offers, made), inspection=word == "item")

    def _bad(self, word: str, value: str, number: int) -> None:
        self._report(plan_problems.BAD_VALUE, number, word=word, words=one_line(value, 40), example=_EXAMPLES[word])

    def _report(self, problem: Problem, line: int, **words: object) -> None:
        self._found.append(problem.at(str(self._path), line, 1, **words))


def _value_of(word: str, value: str, *, closing: bool) -> Value | None:
    """Give what an expectation means, or None where it means nothing."""
    if word == "mood" and not closing:
        moods = _MOODS.match(value)
        return (int(moods[1]), int(moods[2])) if moods else None
    if word in ("points", "mood", "score", "rating"):
        return int(value) if _NUMBER.match(value) else None
    if word == "passed":
        return {"yes": True, "no": False}.get(value)
    if word == "level":
        return value if value in tuple(Level) else None
    return _ids_of(value)


def _ids_of(value: str) -> tuple[str, ...] | None:
    if value == NOTHING:
        return ()
    ids = [id.strip() for id in re.split("[,，、]", value)]
    return tuple(sorted(ids)) if all(is_id(id) for id in ids) else None
