"""Lessons in the terminal: which there were, and the report of one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from simulator.classroom.ballot import percent
from simulator.classroom.keeping import bring_back
from simulator.classroom.lesson_report import ChoiceVotes, LessonReport, MomentReport, lesson_report
from simulator.classroom.lesson_words import (
    BEST,
    FOLLOWED,
    NO_VOTE,
    REPORT,
    UNFINISHED,
    clock_words,
    points_words,
    result_words,
    second_vote_words,
    what_if_words,
)
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.records.lessons import LessonOutline, Lessons
from simulator.terminal.commands import Printing
from simulator.terminal.exchange import written

PdfOf = Callable[[LessonReport, str], bytes]
"""Draws a report in a language."""


class LessonWish(NamedTuple):
    """What is to be told: of which lesson (of all, without a number), and the file to save its report as, if any."""

    number: int | None = None
    to: Path | None = None
    force: bool = False


def tell_of_lessons(lessons: Lessons, wish: LessonWish, pdf_of: PdfOf, printing: Printing) -> int:
    """List all lessons, or print or save the report of one."""
    if wish.number is None:
        return _list(lessons.all(), printing)
    recorded = lessons.load(wish.number)
    report = lesson_report(recorded.outline, bring_back(recorded))
    if wish.to is not None:
        return _save(report, wish.to, pdf_of, printing, force=wish.force)
    if printing.as_json:
        printing.out(_json(_report_data(report, printing.language)))
    else:
        for line in _report_lines(report, printing.language):
            printing.out(line)
    return 0


def _list(outlines: Sequence[LessonOutline], printing: Printing) -> int:
    if printing.as_json:
        printing.out(_json([_outline_data(outline) for outline in outlines]))
        return 0
    unfinished = say(f"（{UNFINISHED.to('zh')}）", f" ({UNFINISHED.to('en')})").to(printing.language)
    for outline in outlines:
        state = "" if outline.finished else unfinished
        day = outline.begun.astimezone().date().isoformat()
        printing.out(f"{outline.id:4}  {day}  {outline.group}  {outline.scenario_id}{state}")
    if not outlines:
        printing.out(say("还没有上过课。", "No lesson has been given yet.").to(printing.language))
    return 0


def _save(report: LessonReport, target: Path, pdf_of: PdfOf, printing: Printing, *, force: bool) -> int:
    kind = target.suffix.lower()
    if kind not in (".pdf", ".xlsx"):
        raise UserError(
            say(
                f"课堂报告的文件名要以 .pdf 或 .xlsx 结尾，“{target.name}”不是。",
                f"A class report's file ends in .pdf or .xlsx; “{target.name}” does not.",
            )
        )
    if kind == ".pdf":
        content = pdf_of(report, printing.language)
    else:
        from simulator.classroom.lesson_workbook import lesson_workbook

        content = lesson_workbook(report, printing.language)
    return written(target, content, printing, force=force)


def _report_lines(report: LessonReport, language: str) -> Iterator[str]:
    yield f"{REPORT.to(language)} · {report.title.to(language)}"
    yield " · ".join((report.group, report.begun.astimezone().date().isoformat(), clock_words(report.spent_ms)))
    yield result_words(report).to(language)
    yield f"{report.scenario_id} · SHA-256 {report.scenario_hash}"
    for moment in report.moments:
        yield ""
        yield from _moment_lines(moment, language)
    for heading, rows in (
        (say("如果当时……", "What if"), [(one.moment, what_if_words(one).to(language)) for one in report.what_ifs]),
        (say("批注", "Remarks"), [(one.moment, one.text) for one in report.remarks]),
    ):
        if rows:
            yield ""
            yield heading.to(language)
            yield from (f"  {moment}. {words}" for moment, words in rows)


def _moment_lines(moment: MomentReport, language: str) -> Iterator[str]:
    line = moment.line.to(language) if moment.line else moment.scene
    facts = [moment.team or ""]
    if moment.points is not None:
        facts.append(points_words(moment.points).to(language))
    won = second_vote_words(moment)
    facts.append(won.to(language) if won else "")
    facts.append("" if moment.first_total or moment.second_total else NO_VOTE.to(language))
    facts.append(clock_words(moment.spent_ms))
    yield f"{moment.number}. {line}"
    yield f"   {' · '.join(filter(None, facts))}"
    for choice in moment.choices:
        yield f"   {choice.number}  {choice.words.to(language)}  {_votes(choice)}{_tags(choice, language)}"


def _votes(choice: ChoiceVotes) -> str:
    first = f"{choice.first} ({percent(choice.first_share)} %)"
    if choice.second is None or choice.second_share is None:
        return first
    return f"{first} → {choice.second} ({percent(choice.second_share)} %)"


def _tags(choice: ChoiceVotes, language: str) -> str:
    tags = [tag.to(language) for tag, so in ((FOLLOWED, choice.followed), (BEST, choice.best)) if so]
    return f"  [{' · '.join(tags)}]" if tags else ""


def _outline_data(outline: LessonOutline) -> dict[str, Any]:
    return {
        "lesson": outline.id,
        "group": outline.group,
        "scenario": outline.scenario_id,
        "scenario_hash": outline.scenario_hash,
        "begun": outline.begun.isoformat(),
        "finished": outline.finished.isoformat() if outline.finished else None,
        "events": outline.events,
    }


def _report_data(report: LessonReport, language: str) -> dict[str, Any]:
    def words(text: Text | None) -> str | None:
        return text.to(language) if text else None

    return {
        "group": report.group,
        "scenario": report.scenario_id,
        "scenario_hash": report.scenario_hash,
        "begun": report.begun.isoformat(),
        "finished": report.finished.isoformat() if report.finished else None,
        "spent_ms": report.spent_ms,
        "ending": words(report.ending),
        "standing": report.standing._asdict(),
        "teams": {name: standing._asdict() for name, standing in report.teams},
        "moments": [
            {
                "number": moment.number,
                "scene": moment.scene,
                "team": moment.team,
                "points": moment.points,
                "gain": None if moment.gain is None else float(moment.gain),
                "spent_ms": moment.spent_ms,
                "choices": [
                    {
                        "number": choice.number,
                        "words": choice.words.to(language),
                        "first": choice.first,
                        "second": choice.second,
                        "followed": choice.followed,
                        "best": choice.best,
                    }
                    for choice in moment.choices
                ],
            }
            for moment in report.moments
        ],
        "what_ifs": [
            {
                "moment": one.moment,
                "followed": [text.to(language) for text in one.followed],
                "reached": words(one.reached),
            }
            for one in report.what_ifs
        ],
        "remarks": [one._asdict() for one in report.remarks],
    }


def _json(data: Any) -> str:  # noqa: ANN401
    return json.dumps(data, ensure_ascii=False, indent=2)
