"""The report of a scenario's proof: as a page to read in the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.proof_report import EndingReport, OptionReport, ProofReport, SceneReport
from simulator.domain.canonical import content_hash
from simulator.domain.envelope import Bound, Price
from simulator.domain.scenario import Scenario
from simulator.domain.transcript import answer_word
from simulator.i18n import Text, say
from simulator.terminal.words import STAGES

_LONGEST_QUOTE = 40  # characters of words that only remind of what is meant
_NEVER_REACHED = say("从来走不到", "never reached")


def proof_data(scenario: Scenario, report: ProofReport) -> dict[str, Any]:
    """Give the report as ``envelope --json`` prints it."""
    return {
        "scenario": scenario.id,
        "scenario_hash": content_hash(scenario),
        "best": _bound_data(report.best),
        "worst": _bound_data(report.worst),
        "rules": {rule.id: _pair_data(rule.best, rule.worst) for rule in report.rules},
        "endings": {
            ending.id: _pair_data(ending.best, ending.worst) if ending.best and ending.worst else None
            for ending in report.endings
        },
        "options": {
            scene.id: {option.id: _price_data(option.price) for option in scene.options} for scene in report.scenes
        },
        "states": report.states,
        "exact": True,
    }


def proof_lines(report: ProofReport, language: str) -> Iterator[str]:
    """Give the report line by line."""

    def words(zh: str, en: str) -> str:
        return say(zh, en).to(language)

    yield report.title.to(language)
    yield words(
        f"走遍了全部 {report.states} 个状态，以下都是精确值。",
        f"Proved over all {report.states} states; everything below is exact.",
    )
    yield ""
    yield from _bound_lines(words("最高", "Best"), report.best)
    yield from _bound_lines(words("最低", "Worst"), report.worst)
    yield ""
    yield words("结局：怎样走到这里，最多和最少带着多少分", "Endings: the most and the least points that end there")
    for ending in report.endings:
        yield from _ending_lines(ending, language)
    yield ""
    yield words(
        "选项：选它要让出多少分（最少到最多，看当时的处境）",
        "Options: what each gives up (least to most, depending on the state)",
    )
    for scene in report.scenes:
        yield from _scene_lines(scene, language)
    yield ""
    yield words("规则：最多得多少，最少得多少", "Rules: the most and the least that each can bring")
    for rule in report.rules:
        statement = _quoted(rule.statement, language) if rule.statement else ""
        yield f"  {_points(rule.best):>4} {_points(rule.worst):>4}  {rule.id}  {statement}".rstrip()


def _ending_lines(ending: EndingReport, language: str) -> Iterator[str]:
    name = f"{ending.id}  {ending.title.to(language)}"
    if ending.best is None or ending.worst is None:
        yield f"  {'-':>4} {'-':>4}  {name}{_aside(_NEVER_REACHED.to(language), language)}"
        return
    yield f"  {_points(ending.best):>4} {_points(ending.worst):>4}  {name}"
    yield f"             ↑ {_answers(ending.best)}"
    if ending.worst.path != ending.best.path:
        yield f"             ↓ {_answers(ending.worst)}"


def _scene_lines(scene: SceneReport, language: str) -> Iterator[str]:
    marks = [STAGES[scene.stage]]
    if scene.inspection:
        marks.append(say("检查：判断错一项让出的分", "inspection: what judging an item wrongly gives up"))
    if scene.recovery:
        marks.append(say("补救", "recovery"))
    if not scene.reached:
        marks.append(_NEVER_REACHED)
    told = say("，", ", ").to(language).join(mark.to(language) for mark in marks)
    yield f"  {scene.id}{_aside(told, language)}"
    for option in scene.options if scene.reached else ():
        yield _option_line(option, language)


def _option_line(option: OptionReport, language: str) -> str:
    price = option.price
    if price is None:
        given_up = say("永远不可选", "never available").to(language)
    elif price.least is None:
        given_up = say("到不了结局", "leads to no ending").to(language)
    else:
        given_up = str(price.least) if price.least == price.most else f"{price.least}–{price.most}"
    return f"    {given_up:>7}  {option.id}  {_quoted(option.words, language)}"


def _aside(words: str, language: str) -> str:
    return say(f"（{words}）", f"  ({words})").to(language)


def _quoted(text: Text, language: str) -> str:
    words = text.to(language)
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def _bound_lines(name: str, bound: Bound) -> Iterator[str]:
    yield f"{name}  {_points(bound)}"
    yield f"  {_answers(bound)}"


def _pair_data(best: Bound, worst: Bound) -> dict[str, Any]:
    return {"best": _bound_data(best), "worst": _bound_data(worst)}


def _bound_data(bound: Bound) -> dict[str, Any]:
    return {"points": bound.points, "path": [answer_word(answer) for answer in bound.path]}


def _price_data(price: Price | None) -> dict[str, int | None] | None:
    return price._asdict() if price else None


def _points(bound: Bound) -> str:
    """Give the points, or that a loop makes them boundless."""
    return "∞" if bound.points is None else str(bound.points)


def _answers(bound: Bound) -> str:
    return ",".join(answer_word(answer) for answer in bound.path)
