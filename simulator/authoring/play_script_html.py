"""A play script as a page of HTML: for a browser, and for the pages of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from simulator.authoring.play_script import Mark, Paragraph, PlayScript, Remark, Style
from simulator.i18n import say

_NOT_FOR_PAGES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_HEADINGS = {Style.TITLE: "h1", Style.PART: "h2", Style.SCENE: "h3"}
_COLOURS = {
    Mark.KEPT: "#2f6b66",
    Mark.BROKEN: "#b3431f",
    Mark.MET: "#6e4a67",
    Mark.MOOD: "#55606a",
    Mark.STATE: "#55606a",
}

_STYLES = """
body { font-family: "Noto Sans SC Text", "Noto Sans SC", "Microsoft YaHei", sans-serif; font-size: 10.5pt;
  color: #22303c; background: #ffffff; line-height: 1.5; }
h1 { font-family: "Noto Sans SC Heading", "Noto Sans SC", "Microsoft YaHei", sans-serif; font-size: 22pt;
  color: #3f7f7a; }
h2 { font-family: "Noto Sans SC Heading", "Noto Sans SC", "Microsoft YaHei", sans-serif; font-size: 15pt;
  color: #3f7f7a; margin-top: 18pt; }
h3 { font-family: "Noto Sans SC Heading", "Noto Sans SC", "Microsoft YaHei", sans-serif; font-size: 12pt;
  margin-top: 14pt; margin-bottom: 4pt; }
p { margin-top: 2pt; margin-bottom: 3pt; }
td { vertical-align: top; }
.who { font-family: "Noto Sans SC Heading", "Noto Sans SC", "Microsoft YaHei", sans-serif; font-weight: bold; }
.second { color: #55606a; font-size: 9.5pt; }
.direction { color: #55606a; }
.aside, .reason { font-size: 9pt; color: #6b7680; }
.way { font-size: 9.5pt; color: #3f7f7a; }
.margin p { font-size: 8.5pt; line-height: 1.25; }
.summary { font-size: 11.5pt; }
"""
_ON_PAPER = "@media screen { body { max-width: 60em; margin: 2em auto; padding: 0 1em; } }\n"
_INDENTED = (Style.REPLY, Style.REASON, Style.WAY)


def script_html(script: PlayScript) -> str:
    """Give the script as a whole HTML document, which loads nothing and runs nothing."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(script.languages[0])}"><head><meta charset="utf-8">',
            f"<title>{_escaped(script.title)}</title>",
            f"<style>{_ON_PAPER}{_STYLES}</style></head><body>",
            *_body(script),
            "</body></html>",
            "",
        ]
    )


def _body(script: PlayScript) -> Iterator[str]:
    in_table = False
    for group in script.groups:
        paragraph = group[0]
        heading = _HEADINGS.get(paragraph.style)
        alone = heading is not None or paragraph.style in (Style.SUMMARY, Style.PERSON)
        if in_table and alone:
            yield "</table>"
        if not in_table and not alone:
            yield '<table width="100%" cellspacing="0" cellpadding="2">'
        in_table = not alone
        if heading:
            yield f"<{heading}>{'<br>'.join(_escaped(words) for words in dict.fromkeys(paragraph.words))}</{heading}>"
        elif alone:
            yield "".join(_words(paragraph, script.languages))
        else:
            margin = "".join(_remark(remark) for remark in paragraph.margin)
            said = "".join(words for one in group for words in _words(one, script.languages))
            yield (f'<tr><td width="70%">{said}</td><td width="30%" class="margin">{margin}</td></tr>')
    if in_table:
        yield "</table>"


def _words(paragraph: Paragraph, languages: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    indent = ' style="margin-left: 22px"' if paragraph.style in _INDENTED else ""
    for number, words in enumerate(paragraph.words):
        who = paragraph.who[number] if paragraph.who else ""
        if who + words in seen:
            continue
        seen.add(who + words)
        best = "★ " if paragraph.best and not number else ""
        colon = say("：", ": ").to(languages[number]) if words else ""
        name = f'<span class="who">{best}{_escaped(who)}</span>{colon}' if who else best
        second = " second" if number else ""
        yield f'<p class="{paragraph.style}{second}"{indent}>{name}{_escaped(words)}</p>'


def _remark(remark: Remark) -> str:
    words = "<br>".join(_escaped(one) for one in dict.fromkeys(remark.words))
    return f'<p style="color: {_COLOURS[remark.mark]}">{remark.mark} {words}</p>'


def _escaped(words: str) -> str:
    return escape(_NOT_FOR_PAGES.sub("\ufffd", words)).replace("\n", "<br>")
