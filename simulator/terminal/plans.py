"""The command ``test-plans``: plays the plans beside scenarios, records them, and brings them up to date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.atomic_file import write_file
from simulator.authoring import plan_problems
from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import SUFFIX, PlanFile, plan_path, read_plan
from simulator.authoring.playtest import Film, Played, Replay, film, purpose_of, record, replay
from simulator.domain.encounter import AnswerError
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic, ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.library.fields import is_id
from simulator.terminal.commands import Printing, files_at, find_scenario, read_proved
from simulator.terminal.reports import diagnostic_line
from simulator.terminal.words import answer_sentence


@dataclass(frozen=True)
class Outcome:
    """What came of one plan file: its replay, or what stood against playing it."""

    file: PlanFile
    replay: Replay | None = None
    problems: tuple[Diagnostic, ...] = ()
    updated: bool = False

    @property
    def same(self) -> bool:
        """Whether everything is as the plan expects."""
        return self.replay is not None and not self.replay.differences


class PlanPlayer:
    """Plays plan files; each scenario is read and proved once."""

    def __init__(self, catalogue: Catalogue, *, strict_words: bool = False) -> None:
        self._catalogue = catalogue
        self._rulebook: Rulebook = catalogue.rulebook().rulebook
        self._strict_words = strict_words
        self._played: dict[Path, Played] = {}

    def play(self, path: Path) -> Outcome:
        """Play one plan file."""
        file = read_plan(path)
        if file.plan is None:
            return Outcome(file, problems=file.diagnostics)
        scenario = self._scenario_of(file.plan.scenario, path)
        if scenario is None:
            missing = plan_problems.NO_SCENARIO.at(str(path), 1, 1, scenario=file.plan.scenario)
            return Outcome(file, problems=(missing,))
        try:
            played = self.played(scenario)
        except ScenarioError as error:
            return Outcome(file, problems=tuple(error.diagnostics))
        return Outcome(file, replay(file.plan, played, strict_words=self._strict_words))

    def film(self, path: Path) -> Film:
        """Play one plan file into a film.

        Raises ScenarioError where it or its scenario cannot be read, UserError where a choice cannot be made any more.
        """
        file = read_plan(path)
        scenario = self._scenario_of(file.plan.scenario, path) if file.plan else None
        if file.plan is None or scenario is None:
            problems = file.diagnostics or (plan_problems.NO_SCENARIO.at(str(path), 1, 1, scenario=path.stem),)
            raise ScenarioError(list(problems))
        try:
            return film(self.played(scenario), file.plan.answers)
        except AnswerError as error:
            raise UserError(answer_sentence(error)) from error

    def played(self, scenario: Path) -> Played:
        """Give a scenario file ready to be played; raises ScenarioError where it cannot be."""
        if scenario not in self._played:
            read, envelope = read_proved(scenario, self._rulebook)
            self._played[scenario] = Played(read, self._rulebook, envelope)
        return self._played[scenario]

    def _scenario_of(self, id: str, plan: Path) -> Path | None:
        """Find the scenario of a plan: beside it, or in the library."""
        beside = (plan.with_name(f"{id}{suffix}") for suffix in (".yaml", ".yml"))
        there = next((path for path in beside if path.is_file()), None)
        return there or next((card.path for card in self._catalogue.cards() if card.id == id), None)


def play_plans(places: Iterable[Path], player: PlanPlayer, printing: Printing, *, update: bool = False) -> int:
    """Play the plans at these places and print what is different; 1 if anything is.

    With ``update`` they are then written as they play now; 1 if one could not be.
    """
    files = [file for place in places for file in plan_files(place)]
    outcomes = [player.play(path) for path in files]
    if update:
        outcomes = [_updated(outcome) for outcome in outcomes]
    if printing.as_json:
        data = [_data(outcome, printing.language) for outcome in outcomes]
        printing.out(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in _lines(outcomes, printing.language):
            printing.out(line)
    return int(not all(outcome.same or outcome.updated for outcome in outcomes))


def record_plan(
    scenario: str,
    name: str,
    answers: str,
    player: PlanPlayer,
    catalogue: Catalogue,
    printing: Printing,
    *,
    force: bool = False,
) -> int:
    """Write down a play beside its scenario; raises UserError where it cannot be, or where a plan is there already."""
    if not is_id(name):
        raise UserError(
            say(
                f"“{name}”不能作计划的名字。请用小写字母、数字和连字符，例如 model。",
                f"“{name}” cannot be a plan's name. Use lower-case letters, digits and hyphens, such as model.",
            )
        )
    path = find_scenario(scenario, catalogue)
    target = plan_path(path, name)
    if target.exists() and not force:
        raise UserError(
            say(
                f"{target} 已经有了，没有改动。要重录请加 --force，或换个名字。",
                f"There already is a {target}; it was left as it is. Add --force to record it anew, or choose another "
                "name.",
            )
        )
    old = read_plan(target).plan if target.exists() else None
    remarks = old.remarks if old and old.remarks else purpose_of(name)
    words = [word.strip() for word in answers.split(",") if word.strip()]
    try:
        plan = record(player.played(path), words, printing.language, remarks)
    except AnswerError as error:
        raise UserError(answer_sentence(error)) from error
    if not plan.steps:
        raise UserError(say("--answers 里一个回答也没有。", "--answers names no answer at all."))
    _write(target, plan_text(plan))
    outcome = player.play(target)
    if printing.as_json:
        printing.out(json.dumps([_data(outcome, printing.language)], ensure_ascii=False, indent=2))
    else:
        printing.out(_recorded(outcome, target).to(printing.language))
    return 0


def plan_files(place: Path) -> list[Path]:
    """Give the plans at a place: itself, or every one below a folder; raises UserError where it cannot be read."""
    return files_at(place, f"*{SUFFIX}")


def _updated(outcome: Outcome) -> Outcome:
    """Write a plan as it plays now, where it is different and could be played to where it ends."""
    replayed = outcome.replay
    if replayed is None or outcome.same or replayed.stopped:
        return outcome
    _write(outcome.file.path, plan_text(replayed.now))
    return Outcome(outcome.file, replayed, updated=True)


def _write(path: Path, text: str) -> None:
    try:
        write_file(path, text.encode())
    except OSError as error:
        raise UserError(
            say(
                f"写不进 {path}：{error.strerror}。原来的文件没有改动；请检查权限和磁盘空间。",
                f"{path} cannot be written: {error.strerror}. What was there is as it was; check your permission and "
                "the disk's space.",
            )
        ) from error


def _data(outcome: Outcome, language: str) -> dict[str, Any]:
    replayed = outcome.replay
    return {
        "plan": str(outcome.file.path),
        "scenario": replayed.plan.scenario if replayed else None,
        "name": outcome.file.name,
        "same": outcome.same,
        "stopped": replayed.stopped if replayed else True,
        "updated": outcome.updated,
        "steps": len(replayed.plan.steps) if replayed else 0,
        "differences": [
            {
                "step": one.step,
                "scene": one.scene,
                "what": one.what,
                "expected": one.expected,
                "now": one.now,
                "line": one.line,
                "message": one.sentence.to(language),
            }
            for one in (replayed.differences if replayed else ())
        ],
        "problems": [
            {**one._asdict(), "message": one.message.to(language), "mend": one.mend.to(language)}
            for one in outcome.problems
        ],
    }


def _lines(outcomes: list[Outcome], language: str) -> Iterator[str]:
    """Give the outcomes for reading: a line for each plan, and below it what is different."""

    def to(text: Text) -> str:
        return text.to(language)

    for outcome in outcomes:
        mark = "✓" if outcome.same else "↻" if outcome.updated else "✕"
        yield f"{mark} {outcome.file.path.name.removesuffix(SUFFIX)}{to(_how_it_ended(outcome))}"
        if outcome.replay is not None:
            yield from _difference_lines(outcome, outcome.replay, language)
        for one in outcome.problems:
            yield f"    {diagnostic_line(one, language)}"
            yield f"      {to(one.mend)}"
    same, updated = sum(one.same for one in outcomes), sum(one.updated for one in outcomes)
    rewritten_zh, rewritten_en = (f"，{updated} 个已改写", f"; {updated} rewritten") if updated else ("", "")
    yield to(
        say(
            f"{len(outcomes)} 个计划：{same} 个和写下的一样{rewritten_zh}，{len(outcomes) - same - updated} 个不一样。",
            f"Test plans: {len(outcomes)}. As written: {same}{rewritten_en}. Different: "
            f"{len(outcomes) - same - updated}.",
        )
    )


def _difference_lines(outcome: Outcome, replayed: Replay, language: str) -> Iterator[str]:
    for one in replayed.differences:
        yield f"    {outcome.file.path}:{one.line}: {one.sentence.to(language)}"
    if replayed.stopped:
        yield "    " + say(
            "从这里起走不下去，后面的没有比。请用 --record 重新录一遍。",
            "It cannot be played beyond this, so what follows was not compared. Record it anew with --record.",
        ).to(language)


def _how_it_ended(outcome: Outcome) -> Text:
    """Say in brief where the plan ended, as it plays now."""
    close = outcome.replay.now.close if outcome.replay else None
    if close is None:
        return say("", "")
    score, level = close.facts["score"].value, close.facts["level"].value
    return say(f"：{close.ending}，{score} 分，{level}", f": {close.ending}, score {score}, level {level}")


def _recorded(outcome: Outcome, target: Path) -> Text:
    ended = _how_it_ended(outcome)
    return say(f"已录下 {target}{ended.to('zh')}。", f"Recorded {target}{ended.to('en')}.")
