"""The parts of a report on paper, as HTML of which every word is plain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from simulator.gui.progress.charts import Bar
from simulator.gui.reports.pdf import with_narrow_marks
from simulator.gui.theme import HEADING_FAMILIES, PAPER
from simulator.i18n import Text

_BAR = 44  # percent of the page's width


def whole(parts: Iterable[str], language: str) -> str:
    """Give the page that has these parts."""
    families = ", ".join(f"'{family}'" for family in HEADING_FAMILIES)
    style = (
        f"h1 {{ font-family: {families}; font-size: 20pt; color: {PAPER.ink}; }}"
        f"h2 {{ font-family: {families}; font-size: 13pt; color: {PAPER.celadon}; margin-top: 16px; }}"
        f"p, td, th {{ color: {PAPER.ink}; }}"
    )
    html = f"<html><head><style>{style}</style></head><body>{''.join(parts)}</body></html>"
    return with_narrow_marks(html, language)


def heading(words: Text, language: str, *, new_page: bool = False) -> str:
    """Give a heading, at the top of a page of its own where that is asked for."""
    style = ' style="page-break-before: always"' if new_page else ""
    return f"<h2{style}>{escape(words.to(language))}</h2>"


def paragraph(words: str) -> str:
    """Give a paragraph."""
    return f"<p>{escape(words)}</p>"


def small(words: str, color: str) -> str:
    """Give a paragraph in small type."""
    return f'<p style="font-size: 9pt; color: {color}">{escape(words)}</p>'


def bars(shown: Sequence[Bar]) -> str:
    """Give bars as a table, so that their words can be searched."""
    rows = []
    for bar in shown:
        full = round((bar.percent or 0) * _BAR / 100)
        cells = f'<td width="30%">{escape(bar.name)}</td>'
        track = [(full, getattr(PAPER, bar.tone)), (_BAR - full, PAPER.stone if bar.percent is not None else "#ffffff")]
        inner = "".join(
            f'<td width="{round(100 * wide / _BAR)}%" bgcolor="{color}" style="font-size: 5pt">&nbsp;</td>'
            for wide, color in track
            if wide
        )
        cells += (
            f'<td width="{_BAR}%" style="vertical-align: middle">'
            f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{inner}</tr></table></td>'
        )
        rows.append(f"<tr>{cells}<td>{escape(bar.words)}</td></tr>")
    return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>' if rows else ""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Give a table, its columns so many percent wide."""
    line = f"border-bottom: 1px solid {PAPER.stone};"
    head = "".join(
        f'<th align="left" width="{wide}%" style="{line} font-size: 9pt">{escape(words)}</th>'
        for words, wide in zip(headings, widths, strict=True)
    )
    body = "".join(
        "<tr>" + "".join(f'<td style="{line} font-size: 9pt">{escape(words)}</td>' for words in row) + "</tr>"
        for row in rows
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="3" style="border-collapse: collapse">'
        f"<thead><tr>{head}</tr></thead>{body}</table>"
    )
