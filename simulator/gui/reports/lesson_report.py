"""A lesson's report on one page: how the class voted, the path it took, what else it looked at, what was remarked."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from html import escape
from typing import NamedTuple

from simulator.classroom.ballot import percent
from simulator.classroom.lesson_report import ChoiceVotes, LessonReport, MomentReport
from simulator.classroom.lesson_words import (
    BEST,
    FOLLOWED,
    NO_VOTE,
    REPORT,
    clock_words,
    points_words,
    result_words,
    second_vote_words,
    what_if_words,
)
from simulator.gui.reports.pdf import pages_of, pdf_of, with_narrow_marks
from simulator.gui.theme import HEADING_FAMILIES, PAPER
from simulator.i18n import Text, date_words, say


class _Fit(NamedTuple):
    """How a page is filled: the size of its words in points, and after how many Chinese characters they are cut.

    With ``bars`` every option has a line of its own, without them every moment.
    """

    points: float
    longest: int
    bars: bool


_FITS = (
    _Fit(9.5, 44, bars=True),
    _Fit(8.5, 25, bars=True),
    _Fit(7.5, 28, bars=True),
    _Fit(8.5, 40, bars=False),
    _Fit(7.5, 34, bars=False),
    _Fit(7.0, 28, bars=False),
    _Fit(7.0, 22, bars=False),
    _Fit(6.5, 22, bars=False),
)
_LATIN = 2.1  # letters that need the room of one Chinese character
_BAR = 20  # parts of a full bar

_ALL_WORDS = say(
    "较长的词句已截短，全文在这堂课的工作簿里。表决写的是票数；讨论后再投的一次写在右边或 → 之后。",
    "Long sentences are cut; the lesson's workbook has them whole. Votes are given in numbers; those after discussion "
    "stand on the right or after →.",
)


def lesson_pdf(report: LessonReport, language: str) -> bytes:
    """Give a lesson's report as a PDF."""
    return pdf_of(lesson_page(report, language), f"{REPORT.to(language)} {report.group}")


def lesson_page(report: LessonReport, language: str) -> str:
    """Give a lesson's report as HTML for a PDF: on one page, unless even the smallest print needs more."""
    pages = (with_narrow_marks(_page(report, language, fit), language) for fit in _FITS)
    html = ""
    for html in pages:
        if pages_of(html) == 1:
            break
    return html


def _page(report: LessonReport, language: str, fit: _Fit) -> str:
    families = ", ".join(f"'{family}'" for family in HEADING_FAMILIES)
    style = (
        f"h1 {{ font-family: {families}; font-size: 17pt; color: {PAPER.ink}; margin: 0; }}"
        f"p {{ margin: 0 0 2px 0; }}"
        f"p, td {{ color: {PAPER.ink}; font-size: {fit.points}pt; }}"
    )
    facts = " · ".join((report.group, date_words(report.begun, language), clock_words(report.spent_ms)))
    mark = f"{report.scenario_id} · SHA-256 {report.scenario_hash}"
    rows = "".join(_moment(moment, language, fit) for moment in report.moments)
    parts = [
        f"<h1>{escape(REPORT.to(language))} · {escape(report.title.to(language))}</h1>",
        f'<p style="font-size: 9.5pt">{escape(facts)}</p>',
        f'<p style="font-size: 9.5pt; color: {PAPER.celadon}">{escape(result_words(report).to(language))}</p>',
        _small(mark),
        f'<table width="100%" cellspacing="0" cellpadding="1">{rows}</table>',
        *_list(
            say("如果当时……", "What if"),
            ((one.moment, what_if_words(one).to(language)) for one in report.what_ifs),
            language,
        ),
        *_list(say("批注", "Remarks"), ((one.moment, one.text) for one in report.remarks), language),
        _small(_ALL_WORDS.to(language)),
    ]
    return f"<html><head><style>{style}</style></head><body>{''.join(parts)}</body></html>"


def _moment(moment: MomentReport, language: str, fit: _Fit) -> str:
    line = f"{moment.number}　{_cut(moment.line, language, fit) if moment.line else moment.scene}"
    facts = [] if moment.team is None else [moment.team]
    if moment.points is not None:
        facts.append(points_words(moment.points).to(language))
    if (won := second_vote_words(moment)) is not None:
        facts.append(won.to(language))
    facts.append(clock_words(moment.spent_ms))
    said, told = escape(line), escape(" · ".join(facts))
    rule = f"border-top: 1px solid {PAPER.stone}; padding-top: 3px"
    if not fit.bars:
        votes = "<br/>".join(escape(vote) for vote in _votes(moment, language))
        told = f'<br/><span style="color: {PAPER.soft_ink}">{told}</span>'
        return (
            f'<tr><td width="38%" style="{rule}; padding-right: 10px"><b>{said}</b>{told}</td>'
            f'<td width="36%" style="{rule}; padding-right: 10px">{_followed(moment, language, fit)}</td>'
            f'<td style="{rule}">{votes}</td></tr>'
        )
    head = (
        f'<tr><td colspan="2" style="{rule}"><b>{said}</b></td>'
        f'<td colspan="2" align="right" style="{rule}; color: {PAPER.soft_ink}">{told}</td></tr>'
    )
    return head + "".join(_choice(choice, language, fit) for choice in moment.choices)


def _choice(choice: ChoiceVotes, language: str, fit: _Fit) -> str:
    words = f"{choice.number}. {escape(_cut(choice.words, language, fit))}"
    second = (
        "<td></td>"
        if choice.second is None or choice.second_share is None
        else _bar(choice.second, choice.second_share, PAPER.celadon, fit)
    )
    return (
        f'<tr><td width="46%" style="padding-left: 14px">{words}</td><td width="14%">{_tags(choice, language)}</td>'
        f"{_bar(choice.first, choice.first_share, PAPER.soft_ink, fit)}{second}</tr>"
    )


def _tags(choice: ChoiceVotes, language: str) -> str:
    tags = [tag.to(language) for tag, so in ((FOLLOWED, choice.followed), (BEST, choice.best)) if so]
    return f'<span style="color: {PAPER.celadon}"><b>{escape(" · ".join(tags))}</b></span>'


def _followed(moment: MomentReport, language: str, fit: _Fit) -> str:
    """Tell only what was followed and what was best."""
    lines = (
        f"{choice.number}. {_tags(choice, language)} {escape(_cut(choice.words, language, fit))}"
        for choice in moment.choices
        if choice.followed or choice.best
    )
    return "<br/>".join(lines)


def _votes(moment: MomentReport, language: str) -> list[str]:
    """Tell the votes in numbers, a line for each vote."""
    lines = []
    if moment.first_total:
        lines.append(" · ".join(f"{one.number}: {one.first}" for one in moment.choices))
    if moment.second_total:
        lines.append("→ " + " · ".join(f"{one.number}: {one.second}" for one in moment.choices))
    return lines or [NO_VOTE.to(language)]


def _bar(count: int, share: Fraction, color: str, fit: _Fit) -> str:
    """Give a bar as a table, with its count in words that can be searched."""
    full = min(_BAR, percent(share) * _BAR // 100 + (count > 0))
    cells = "".join(
        f'<td width="{100 * wide // _BAR}%" bgcolor="{ground}" style="font-size: {fit.points / 2}pt">&nbsp;</td>'
        for wide, ground in ((full, color), (_BAR - full, PAPER.stone))
        if wide
    )
    track = f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'
    row = (
        f'<td width="46%" style="vertical-align: middle">{track}</td>'
        f'<td width="54%">&nbsp;{count}&nbsp;({percent(share)}&nbsp;%)</td>'
    )
    return f'<td width="20%"><table width="100%" cellspacing="0" cellpadding="0"><tr>{row}</tr></table></td>'


def _list(heading: Text, rows: Iterable[tuple[int, str]], language: str) -> list[str]:
    at = say("时刻 %1", "Moment %1").to(language)
    paragraphs = [f"<p><b>{escape(at.replace('%1', str(moment)))}</b>　{escape(words)}</p>" for moment, words in rows]
    style = f"color: {PAPER.celadon}; margin-top: 8px"
    return [f'<p style="{style}"><b>{escape(heading.to(language))}</b></p>', *paragraphs] if paragraphs else []


def _small(words: str) -> str:
    return f'<p style="font-size: 6.5pt; color: {PAPER.soft_ink}">{escape(words)}</p>'


def _cut(text: Text, language: str, fit: _Fit) -> str:
    words = " ".join(text.to(language).split())
    most = fit.longest if language == "zh" else round(fit.longest * _LATIN)
    return words if len(words) <= most else f"{words[: most - 1]}…"
