"""A certificate: one page in both languages, for a course that was passed in the exam."""

from __future__ import annotations

from html import escape

from simulator.domain.certificate import Certified
from simulator.gui.progress.picture import Shelf
from simulator.gui.progress.wording import filled
from simulator.gui.theme import HEADING_FAMILIES, PAPER
from simulator.i18n import LANGUAGES, date_words, say

CERTIFICATE = say("课程合格证书", "Certificate of completion")
_MOST_LISTED = 26  # encounters; more would not stay on one page

_WORDS = say(
    "在《%1》的考试中，逐一通过了全部 %2 个情景。",
    "has passed each of the %2 encounters of the course %1 in the exam.",
)
_FACTS = say("平均得分 %1 · 完成于 %2", "Average score %1 · completed on %2")
_LIMIT = say(
    "本证书说明模拟练习中的言行；它不代替岗位上的观察与考核。",
    "It attests to conduct in simulated practice; it does not stand in for observation and assessment at work.",
)
_PROGRAM = say("窗口演练", "Counter Practice")


def certificate_html(name: str, certified: Certified, shelf: Shelf) -> str:
    """Give the certificate of a learner."""
    families = ", ".join(f"'{family}'" for family in HEADING_FAMILIES)
    heading = f"font-family: {families}; color: {PAPER.celadon}"
    parts = [
        f'<p align="center" style="{heading}; font-size: 28pt">{escape(CERTIFICATE.to("zh"))}</p>',
        f'<p align="center" style="{heading}; font-size: 14pt">{escape(CERTIFICATE.to("en"))}</p>',
        "<p>&nbsp;</p>",
        f'<p align="center" style="font-family: {families}; font-size: 26pt; color: {PAPER.ink}">{escape(name)}</p>',
    ]
    for language in LANGUAGES:
        title = certified.course.title.to(language)
        size = 13 if language == "zh" else 11
        words = filled(escape(_WORDS.to(language)), f"<b>{escape(title)}</b>", len(certified.attempts))
        parts.append(f'<p align="center" style="font-size: {size}pt; color: {PAPER.ink}">{words}</p>')
    for language in LANGUAGES:
        facts = filled(_FACTS.to(language), certified.average, date_words(certified.completed, language))
        parts.append(f'<p align="center" style="font-size: 10pt; color: {PAPER.soft_ink}">{escape(facts)}</p>')
    parts += ["<p>&nbsp;</p>", _encounters(certified, shelf), "<p>&nbsp;</p>"]
    for language in LANGUAGES:
        words = escape(_LIMIT.to(language))
        parts.append(f'<p align="center" style="font-size: 8.5pt; color: {PAPER.soft_ink}">{words}</p>')
    program = " · ".join(_PROGRAM.to(language) for language in LANGUAGES)
    parts.append(f'<p align="center" style="{heading}; font-size: 11pt">{escape(program)}</p>')
    page = "".join(parts)
    for padding, color in ((26, "#ffffff"), (6, "#ffffff"), (4, PAPER.celadon)):
        look = f'width="100%" cellpadding="{padding}" cellspacing="0" bgcolor="{color}"'
        page = f"<table {look}><tr><td>{page}</td></tr></table>"
    return page


def _encounters(certified: Certified, shelf: Shelf) -> str:
    if len(certified.attempts) > _MOST_LISTED:
        return ""
    rows = []
    for attempt in certified.attempts:
        title = shelf.title(attempt.scenario)
        names = " · ".join(dict.fromkeys(title.to(language) for language in LANGUAGES))
        cell = f'style="font-size: 9pt; color: {PAPER.ink}"'
        rows.append(
            f'<tr><td {cell} width="85%">{escape(names)}</td><td {cell} align="right">{attempt.score}</td></tr>'
        )
    return f'<table width="84%" align="center" cellpadding="1" cellspacing="0">{"".join(rows)}</table>'
