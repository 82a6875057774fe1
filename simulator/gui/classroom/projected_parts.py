"""What stands on the projector beside the options: words on paper, rules with their shapes, scores, the way to vote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simulator.domain.scenario import Speaker
from simulator.gui.classroom.slide import PhoneWay, Said, SlideRule, TeamScore
from simulator.gui.debrief.words import TONES, outcome_word
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, DISPLAY, HEADING_FAMILIES, LEAD, TITLE
from simulator.gui.widgets.qr_code import QrCode

_QR = 150  # pixels at plain size
_VOICES = {Speaker.CITIZEN: "ink", Speaker.CLERK: "celadon", Speaker.NARRATOR: "soft_ink"}


def unit(presentation: Presentation) -> float:
    """Give the pixels that stand for one at plain text size."""
    return presentation.theme.text_size / 100


def words(
    presentation: Presentation, text: str, size: int = BODY, color: str = "ink", *, heading: bool = False
) -> SpokenLine:
    """Set plain words in a size and a colour of the theme."""
    line = SpokenLine(text, presentation.theme.font(size, heading=heading), presentation.theme.color(color))
    line.show_all()
    return line


def label(presentation: Presentation, text: str, size: int, token: str) -> QLabel:
    """Make a short label in bold."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    theme = presentation.theme
    families = ", ".join(f'"{family}"' for family in HEADING_FAMILIES)
    color = getattr(theme.palette, token)
    made.setStyleSheet(
        f"font-family: {families}; font-size: {theme.points(size):g}pt; font-weight: 700; color: {color}"
    )
    return made


def paper(presentation: Presentation, widgets: list[QWidget]) -> Panel:
    """Lay widgets below each other on a sheet of paper."""
    sheet = Panel(presentation)
    column = QVBoxLayout(sheet)
    side = round(16 * unit(presentation))
    column.setContentsMargins(side, side // 2, side, side // 2 + 3)
    column.setSpacing(round(6 * unit(presentation)))
    for widget in widgets:
        column.addWidget(widget)
    return sheet


def spoken(presentation: Presentation, said: Said, size: int) -> list[QWidget]:
    """Set a line, with the name of who says it."""
    line = words(presentation, said.words, size, _VOICES[said.speaker])
    if not said.name:
        return [line]
    token = "celadon" if said.speaker is Speaker.CLERK else "ochre"
    return [label(presentation, said.name, BODY, token), line]


def rule_row(presentation: Presentation, rule: SlideRule) -> QWidget:
    """Set what was done to a rule: its shape, the word for it, and the rule."""
    theme = presentation.theme
    token = TONES[rule.outcome]
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(round(8 * unit(presentation)))
    side = round(theme.points(LEAD) * 1.3)
    shape = QLabel()
    shape.setPixmap(presentation.artist.icon_pixmap(rule.outcome, getattr(theme.palette, token), side))
    word = label(presentation, outcome_word(rule.outcome), BODY, token)
    for part in (shape, word):
        across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words(presentation, rule.words), 1)
    row.setAccessibleName(f"{word.text()}: {rule.words}")
    return row


def score_strip(presentation: Presentation, scores: tuple[TeamScore, ...]) -> QWidget:
    """Set each team's score beside its name; a bar under the one whose turn it is."""
    strip = Panel(presentation)
    across = QHBoxLayout(strip)
    side = round(12 * unit(presentation))
    across.setContentsMargins(side, side // 3, side, side // 3 + 3)
    across.setSpacing(side * 2)
    for team in scores:
        turn = "\u25b6 " if team.turn and len(scores) > 1 else ""
        across.addWidget(label(presentation, f"{turn}{team.name}", BODY, "ink"))
        across.addWidget(label(presentation, "\u2013" if team.score is None else str(team.score), TITLE, "celadon"))
    across.addStretch(1)
    return strip


def phone_card(presentation: Presentation, phones: PhoneWay) -> QWidget:
    """Set the way for phones into the vote, in large: the squares to scan, the code, the address to type."""
    card = Panel(presentation, solid=True)
    across = QHBoxLayout(card)
    side = round(10 * unit(presentation))
    across.setContentsMargins(side, side, side, side + 3)
    across.setSpacing(2 * side)
    if phones.squares:
        code = QrCode(phones.squares, phones.address)
        code.setFixedSize(round(_QR * unit(presentation)), round(_QR * unit(presentation)))
        across.addWidget(code)
    beside = QVBoxLayout()
    beside.setSpacing(0)
    beside.addStretch(1)
    beside.addWidget(label(presentation, phones.code, DISPLAY, "ink"))
    beside.addWidget(words(presentation, _typed(phones.address), LEAD, "soft_ink"))
    beside.addStretch(1)
    across.addLayout(beside, 1)
    card.setAccessibleName(f"{phones.address} {phones.code}")
    return card


def phone_strip(presentation: Presentation, phones: PhoneWay) -> QWidget:
    """Set the code and the address in little room, for a phone that comes late."""
    code = label(presentation, phones.code, TITLE, "ink")
    return paper(presentation, [code, words(presentation, _typed(phones.address), BODY, "soft_ink")])


def _typed(address: str) -> str:
    """Give an address as a person types it."""
    return address.removeprefix("http://").rstrip("/")
