"""A play script as a Word document."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from simulator.authoring.play_script import Mark, Paragraph, PlayScript, Style
from simulator.i18n import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_LATIN, _CHINESE = "Calibri", "Microsoft YaHei"
_NOT_FOR_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_COLOURS = {Mark.KEPT: "2F6B66", Mark.BROKEN: "B3431F", Mark.MET: "6E4A67", Mark.MOOD: "55606A", Mark.STATE: "55606A"}
_HEADINGS = {Style.TITLE: 0, Style.PART: 1, Style.SCENE: 2}
_SMALL = {Style.ASIDE: 9, Style.REASON: 9, Style.WAY: 9.5}
_SOFT = {Style.DIRECTION: "55606A", Style.ASIDE: "6B7680", Style.REASON: "6B7680", Style.WAY: "3F7F7A"}
_INDENTED = (Style.REPLY, Style.REASON, Style.WAY)


def script_docx(script: PlayScript) -> bytes:
    """Give the script as the bytes of a .docx file."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _set_fonts(document)
    _number_pages(document)
    document.core_properties.title = _clean(script.title)
    document.core_properties.author = "Counter Practice"
    table: Any = None
    for group in script.groups:
        paragraph = group[0]
        if paragraph.style in _HEADINGS:
            words = "\n".join(dict.fromkeys(_clean(one) for one in paragraph.words))
            document.add_heading(words, _HEADINGS[paragraph.style])
            table = None
        elif paragraph.style in (Style.SUMMARY, Style.PERSON):
            _fill(paragraph, script, [document.add_paragraph() for _ in paragraph.words])
            table = None
        else:
            table = table if table is not None else _new_table(document)
            _add_row(table, group, script)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _new_table(document: Document) -> Any:  # noqa: ANN401
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(12.2), Cm(4.8)
    return table


def _add_row(table: Any, group: tuple[Paragraph, ...], script: PlayScript) -> None:  # noqa: ANN401
    from docx.shared import Cm, Pt, RGBColor

    words, margin = table.add_row().cells
    words.width, margin.width = Cm(12.2), Cm(4.8)
    for place, paragraph in enumerate(group):
        first = [words.paragraphs[0]] if not place else [words.add_paragraph()]
        _fill(paragraph, script, first + [words.add_paragraph() for _ in paragraph.words[1:]])
    for number, remark in enumerate(group[0].margin):
        beside = margin.paragraphs[0] if not number else margin.add_paragraph()
        beside.paragraph_format.space_after = Pt(1)
        run = beside.add_run(f"{remark.mark} " + "\n".join(dict.fromkeys(_clean(one) for one in remark.words)))
        run.font.size = Pt(8.5)
        run.font.color.rgb = RGBColor.from_string(_COLOURS[remark.mark])


def _fill(paragraph: Paragraph, script: PlayScript, places: list[WordParagraph]) -> None:
    from docx.shared import Cm, Pt, RGBColor

    seen: set[str] = set()
    for number, (words, place) in enumerate(zip(paragraph.words, places, strict=True)):
        who = paragraph.who[number] if paragraph.who else ""
        if who + words in seen:
            place._element.getparent().remove(place._element)  # noqa: SLF001 - the library has no other way
            continue
        seen.add(who + words)
        place.paragraph_format.space_after = Pt(3)
        if paragraph.style in _INDENTED:
            place.paragraph_format.left_indent = Cm(0.7)
        if paragraph.best and not number:
            place.add_run("★ ")
        if who:
            place.add_run(_clean(who)).bold = True
            place.add_run(say("：", ": ").to(script.languages[number]) if words else "")
        run = place.add_run(_clean(words))
        run.italic = paragraph.style is Style.DIRECTION and number > 0  # Chinese has no italics
        colour = _SOFT.get(paragraph.style, "55606A" if number else "")
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        if paragraph.style in _SMALL:
            run.font.size = Pt(_SMALL[paragraph.style])


def _set_fonts(document: Document) -> None:
    """Name the typefaces, that of Chinese apart: without it Word takes any."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, colour in (
        ("Normal", 10.5, "22303C"),
        ("Title", 22, "3F7F7A"),
        ("Heading 1", 15, "3F7F7A"),
        ("Heading 2", 12, "22303C"),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size = _LATIN, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), _CHINESE)


def _number_pages(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    place = document.sections[0].footer.paragraphs[0]
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    place._element.append(field)  # noqa: SLF001 - the library knows no page numbers


def _clean(words: str) -> str:
    return _NOT_FOR_XML.sub("\ufffd", words)
