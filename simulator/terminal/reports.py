"""What the terminal prints of scenarios: diagnostics, envelopes and scorecards, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.domain.canonical import content_hash
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Bound, Envelope
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Scorecard, Share
from simulator.domain.transcript import answer_word
from simulator.errors import Diagnostic
from simulator.i18n import say
from simulator.terminal.words import LEVELS


def diagnostics_data(found: Iterable[Diagnostic], language: str) -> list[dict[str, Any]]:
    """Give diagnostics as ``check --json`` prints them."""
    return [{**one._asdict(), "message": one.message.to(language), "mend": one.mend.to(language)} for one in found]


def diagnostic_line(found: Diagnostic, language: str) -> str:
    """Give a diagnostic as one line that editors can jump from."""
    severity = {"error": say("错误", "error"), "warning": say("提醒", "warning")}[found.severity].to(language)
    return (
        f"{found.file}:{found.line}:{found.column}: {severity} {found.code} "
        f"{found.message.to(language)} {found.mend.to(language)}"
    )


def envelope_data(scenario: Scenario, envelope: Envelope) -> dict[str, Any]:
    """Give an envelope as ``envelope --json`` prints it."""
    return {
        "scenario": scenario.id,
        "scenario_hash": content_hash(scenario),
        "best": _bound_data(envelope.best),
        "worst": _bound_data(envelope.worst),
        "rules": {
            rule: {"best": _bound_data(best), "worst": _bound_data(worst)}
            for rule, (best, worst) in envelope.rules().items()
        },
        "states": envelope.states,
        "exact": True,
    }


def envelope_text(scenario: Scenario, envelope: Envelope, language: str) -> str:
    """Give an envelope for reading."""
    lines = [scenario.title.to(language)]
    for name, bound in ((say("最高", "Best"), envelope.best), (say("最低", "Worst"), envelope.worst)):
        lines += [f"{name.to(language)}: {_points(bound)}", f"  {_words(bound)}"]
    lines.append(say("各规则（最高 / 最低）：", "Each rule (best / worst):").to(language))
    lines += [f"  {rule}: {_points(best)} / {_points(worst)}" for rule, (best, worst) in envelope.rules().items()]
    lines.append(say(f"状态数：{envelope.states}（精确）", f"States: {envelope.states} (exact)").to(language))
    return "\n".join(lines)


def scorecard_data(encounter: Encounter, card: Scorecard, envelope: Envelope, mode: str) -> dict[str, Any]:
    """Give a scorecard as ``play --json`` prints it."""
    transcript = encounter.transcript()
    return {
        "scenario": transcript.scenario.id,
        "scenario_hash": content_hash(transcript.scenario),
        "seed": encounter.seed,
        "mode": mode,
        "points": card.points,
        "attainable": card.attainable,
        "score": card.score,
        "passed": card.passed,
        "level": str(card.level),
        "rating": card.rating,
        "mood": card.mood,
        "ending": card.ending,
        "needs_met": list(card.needs_met),
        "rules": {rule: tally._asdict() for rule, tally in card.rules.items()},
        "dimensions": _shares(card.dimensions),
        "elements": _shares(card.elements),
        "turns": [
            {
                "scene": turn.before.scene,
                "response": answer_word(turn.answer),
                "points": judgement.points,
                "regret": envelope.regret(turn),
                "mood": turn.after.mood,
            }
            for turn, judgement in zip(transcript.turns, card.judgements, strict=True)
        ],
    }


def scorecard_text(card: Scorecard, scenario: Scenario, language: str) -> str:
    """Give a scorecard for reading: three answers to three questions."""
    passed = (
        say(
            f"得分 {card.score}（及格线 {scenario.pass_mark})：通过",
            f"Score {card.score} (pass mark {scenario.pass_mark}): passed",
        )
        if card.passed
        else say(
            f"得分 {card.score}（及格线 {scenario.pass_mark})：未通过",
            f"Score {card.score} (pass mark {scenario.pass_mark}): not passed",
        )
    )
    lines = [passed.to(language)]
    if card.critical_broken:
        rules = ", ".join(card.critical_broken)
        lines.append(say(f"违反了关键规则：{rules}", f"Critical rules broken: {rules}").to(language))
    level = LEVELS[card.level].to(language)
    lines.append(say(f"服务境界：{level}", f"Level of service: {level}").to(language))
    lines.append(say(f"群众评价：{card.rating} / 5", f"The citizen's rating: {card.rating} of 5").to(language))
    return "\n".join(lines)


def _shares(shares: Mapping[str, Share]) -> dict[str, dict[str, int]]:
    return {name: share._asdict() for name, share in shares.items()}


def _bound_data(bound: Bound) -> dict[str, Any]:
    return {"points": bound.points, "path": [answer_word(answer) for answer in bound.path]}


def _points(bound: Bound) -> str:
    return "∞" if bound.points is None else str(bound.points)


def _words(bound: Bound) -> str:
    return ",".join(answer_word(answer) for answer in bound.path)
