"""What the terminal prints of scenarios: diagnostics, coverage and scorecards, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from simulator.authoring.coverage import ENOUGH, RuleCoverage
from simulator.authoring.diagnostics import why_of
from simulator.domain.canonical import content_hash
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Scorecard, Share
from simulator.domain.transcript import answer_word
from simulator.errors import Diagnostic
from simulator.i18n import Text, say
from simulator.library.problems import ERROR, WARNING
from simulator.terminal.words import LEVELS

_MOST_OF_A_KIND = 10  # lines of one kind of problem in one file; whoever wants more lets another program read them


def diagnostics_data(found: Iterable[Diagnostic], language: str) -> list[dict[str, Any]]:
    """Give diagnostics as ``check --json`` prints them."""
    return [
        {
            **one._asdict(),
            "message": one.message.to(language),
            "mend": one.mend.to(language),
            "why": why.to(language) if (why := why_of(one)) else None,
        }
        for one in found
    ]


def diagnostics_lines(found: Iterable[Diagnostic], language: str, *, with_why: bool) -> Iterator[str]:
    """Give diagnostics for reading, errors before warnings, those of one kind in one file together.

    Each is a line that editors can jump from; how to mend it, and if wanted why, stands below.
    """
    found = list(found)
    for severity in (ERROR, WARNING):
        by_file: dict[str, dict[str, list[Diagnostic]]] = {}
        for one in found:
            if one.severity == severity:
                by_file.setdefault(one.file, {}).setdefault(one.code, []).append(one)
        for groups in by_file.values():
            for group in groups.values():
                yield from _group_lines(group, why_of(group[0]) if with_why else None, language)
            yield ""


def _group_lines(group: list[Diagnostic], why: Text | None, language: str) -> Iterator[str]:
    shown = group[:_MOST_OF_A_KIND]
    for one, following in zip(shown, [*shown[1:], None], strict=True):
        yield diagnostic_line(one, language)
        if following is None or following.mend != one.mend:
            yield f"    {one.mend.to(language)}"
    if more := len(group) - len(shown):
        yield say(
            f"    这个文件里还有 {more} 处同样的问题（--json 会全部列出）。",
            f"    {more} more of the same in this file (--json lists them all).",
        ).to(language)
    if why is not None:
        yield f"    {say('为什么：', 'Why: ').to(language)}{why.to(language)}"


def diagnostic_line(found: Diagnostic, language: str) -> str:
    """Give a diagnostic as one line that editors can jump from."""
    severity = {ERROR: say("错误", "error"), WARNING: say("提醒", "warning")}[found.severity].to(language)
    return f"{found.file}:{found.line}:{found.column}: {found.code} {severity} {found.message.to(language)}"


def check_summary(files: int, found: Iterable[Diagnostic]) -> Text:
    """Say how many scenarios were checked and how much was found."""
    severities = [one.severity for one in found]
    errors, warnings = severities.count(ERROR), severities.count(WARNING)
    return say(
        f"检查了 {files} 个情景：{errors} 处错误，{warnings} 处提醒。",
        f"Scenarios checked: {files}. Errors: {errors}. Warnings: {warnings}.",
    )


def coverage_data(covered: Iterable[RuleCoverage]) -> dict[str, Any]:
    """Give the coverage of rules as ``coverage --json`` prints it."""
    return {
        one.rule: {"kept": list(one.kept_in), "broken": list(one.broken_in), "enough": one.enough} for one in covered
    }


def coverage_lines(covered: Iterable[RuleCoverage], scenarios: int, language: str) -> Iterator[str]:
    """Give the coverage of rules for reading: each with how many scenarios keep it and break it, gaps by name."""
    covered = list(covered)
    width = max((len(one.rule) for one in covered), default=0)
    for one in covered:
        mark = "✕" if not one.enough else "✓" if one.kept_in else "○"
        counts = say(
            f"可遵守 {len(one.kept_in):2}  可违反 {len(one.broken_in):2}",
            f"kept in {len(one.kept_in):2}  broken in {len(one.broken_in):2}",
        ).to(language)
        where = "" if one.enough else f"  {', '.join(one.at_stake_in)}"
        yield f"{mark} {one.rule:{width}}  {counts}{where}".rstrip()
    lacking = sum(not one.enough for one in covered)
    yield ""
    yield say(
        f"{scenarios} 个情景，{len(covered)} 条规则；{lacking} 条练得不够"
        f"（✕：至少要在 {ENOUGH} 个情景里出现，而且有处可违反；○：没有一处可遵守）。",
        f"{scenarios} scenarios, {len(covered)} rules; {lacking} not practised enough "
        f"(✕: should be at stake in {ENOUGH} scenarios at least, and broken somewhere; ○: kept nowhere).",
    ).to(language)


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
