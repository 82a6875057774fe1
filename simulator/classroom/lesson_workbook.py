"""A lesson's report as a workbook: a summary, every vote, the other ways looked at, the remarks."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.classroom.ballot import percent
from simulator.classroom.lesson_report import LessonReport
from simulator.classroom.lesson_words import (
    clock_words,
    gain_words,
    result_words,
    what_if_words,
)
from simulator.i18n import Text, say
from simulator.sheets import Cell, add_sheet, content_of, new_book

_YES = say("是", "yes")


def lesson_workbook(report: LessonReport, language: str) -> bytes:
    """Give the file of the workbook."""
    book = new_book()
    add_sheet(book, say("概况", "Summary"), language, say("项目|内容", "Item|Content"), _summary(report, language))
    headings = say(
        "时刻|最后一句|小组|序号|说法|第一次|第一次 %|第二次|第二次 %|采纳|最佳|增益|得分|用时",
        "Moment|Last line|Team|No.|Option|First|First %|Second|Second %|Followed|Best|Gain|Points|Time",
    )
    add_sheet(book, say("表决", "Votes"), language, headings, _votes(report, language))
    add_sheet(
        book,
        say("如果", "What ifs"),
        language,
        say("时刻|走了哪条路", "Moment|The way looked at"),
        ((one.moment, what_if_words(one).to(language)) for one in report.what_ifs),
    )
    add_sheet(
        book,
        say("批注", "Remarks"),
        language,
        say("时刻|批注", "Moment|Remark"),
        ((one.moment, one.text) for one in report.remarks),
    )
    return content_of(book)


def _summary(report: LessonReport, language: str) -> Iterator[tuple[Cell, Cell]]:
    def row(name: Text, content: Cell) -> tuple[Cell, Cell]:
        return name.to(language), content

    yield row(say("班组", "Group"), report.group)
    yield row(say("日期", "Date"), report.begun.astimezone().date().isoformat())
    yield row(say("情景", "Scenario"), report.title.to(language))
    yield row(say("情景编号", "Scenario id"), report.scenario_id)
    yield row(say("情景文本的指纹", "Hash of its text"), report.scenario_hash)
    yield row(say("结果", "Result"), result_words(report).to(language))
    yield row(say("用时", "Time"), clock_words(report.spent_ms))


def _votes(report: LessonReport, language: str) -> Iterator[tuple[Cell, ...]]:
    def yes(so: bool) -> str:
        return _YES.to(language) if so else ""

    for moment in report.moments:
        for choice in moment.choices:
            yield (
                moment.number,
                moment.line.to(language) if moment.line else "",
                moment.team or "",
                choice.number,
                choice.words.to(language),
                choice.first,
                percent(choice.first_share),
                "" if choice.second is None else choice.second,
                "" if choice.second_share is None else percent(choice.second_share),
                yes(choice.followed),
                yes(choice.best),
                "" if moment.gain is None else gain_words(moment.gain),
                "" if moment.points is None else moment.points,
                clock_words(moment.spent_ms),
            )
