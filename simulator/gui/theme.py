"""The look: colours, type and spacing, all from one set of tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

BODY_FAMILIES = ["Noto Sans SC Text", "Noto Sans SC", "Noto Sans SC Heading"]
HEADING_FAMILIES = ["Noto Sans SC Heading", "Noto Sans SC"]

SMALL, BODY, LEAD, TITLE, DISPLAY = 13, 15, 18, 24, 36
"""The type scale in points, at 100 % text size."""

SPACE = 8
"""The unit of spacing in pixels; margins and gaps are multiples of it."""

RADIUS = 14


class Palette(NamedTuple):
    """The colours of one theme, by what they mean. Text stands on its ground at 4.5:1 or better."""

    name: str
    paper: str  # the ground of pages
    card: str  # what lies on the paper
    stone: str  # quiet fills and rules between things
    ink: str  # text
    soft_ink: str  # text of the second rank
    celadon: str  # what to do; kept
    on_celadon: str
    ochre: str  # missed; waiting
    persimmon: str  # broken; urgent
    plum: str  # moving service
    stage_image: str  # the stages of a visit, on maps and in reports
    stage_greeting: str
    stage_serving: str
    stage_farewell: str
    stage_complaint: str
    veil: int  # opacity, 0 to 255, of the paper that words on the stage stand on


PAPER = Palette(
    name="paper",
    paper="#FAF7F2",
    card="#FFFFFF",
    stone="#E7E1D8",
    ink="#22303C",
    soft_ink="#56626B",
    celadon="#34706B",
    on_celadon="#FFFFFF",
    ochre="#8F5F12",
    persimmon="#B3421F",
    plum="#6E4A67",
    stage_image="#5A6470",
    stage_greeting="#4C6E2E",
    stage_serving="#2C6193",
    stage_farewell="#5C5499",
    stage_complaint="#97375A",
    veil=240,
)
DARK = Palette(
    name="dark",
    paper="#1B232A",
    card="#26313A",
    stone="#3A4853",
    ink="#F1EDE6",
    soft_ink="#B9C1C6",
    celadon="#86C5BC",
    on_celadon="#14201F",
    ochre="#E3B25F",
    persimmon="#F0916F",
    plum="#CFA9C8",
    stage_image="#B4BDC6",
    stage_greeting="#A9CC8A",
    stage_serving="#93BFE8",
    stage_farewell="#BDB5F0",
    stage_complaint="#EFA5BC",
    veil=240,
)
CONTRAST = PAPER._replace(
    name="contrast",
    paper="#FFFFFF",
    stone="#8F8F8F",
    ink="#000000",
    soft_ink="#1E1E1E",
    celadon="#0B4F49",
    ochre="#6B4300",
    persimmon="#8A2203",
    plum="#4A1F45",
    stage_image="#2E353C",
    stage_greeting="#2C4A10",
    stage_serving="#0B3C6B",
    stage_farewell="#352B75",
    stage_complaint="#6B0F33",
    veil=255,
)
PALETTES = {palette.name: palette for palette in (PAPER, DARK, CONTRAST)}


@lru_cache(maxsize=64)  # a page asks for its fonts dozens of times as it is laid out and painted
def _font(points: float, language: str, heading: bool) -> QFont:
    font = QFont(HEADING_FAMILIES if heading else BODY_FAMILIES)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if language != "zh":
        # The typeface's quotation marks and apostrophes are as wide as Chinese characters unless asked otherwise.
        font.setFeature(QFont.Tag("pwid"), 1)
    if heading:
        font.setWeight(QFont.Weight.Bold)
    return font


class Theme(NamedTuple):
    """A palette at a text size, for a language."""

    palette: Palette
    text_size: int = 100  # percent
    language: str = "zh"

    def points(self, size: int) -> float:
        """Give a size of the type scale in points at this text size."""
        return size * self.text_size / 100

    def font(self, size: int = BODY, *, heading: bool = False) -> QFont:
        """Give the font of running text, or of headings."""
        return QFont(_font(self.points(size), self.language, heading))

    def color(self, token: str, opacity: float = 1.0) -> QColor:
        """Give the colour of a palette token."""
        color = QColor(getattr(self.palette, token))
        color.setAlphaF(opacity)
        return color

    def mixed(self, token: str, ground: str, share: float) -> str:
        """Give ``share`` of one token's colour laid over another's, as #rrggbb."""
        top, bottom = self.color(token), self.color(ground)
        pairs = (
            (top.red(), bottom.red()),
            (top.green(), bottom.green()),
            (top.blue(), bottom.blue()),
        )
        return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def load_fonts(assets: Path) -> None:
    """Make the bundled fonts known to Qt, so that Chinese is right on a machine without one."""
    for face in ("Text", "Heading"):
        QFontDatabase.addApplicationFont(str(assets / "fonts" / f"NotoSansSC-{face}.ttf"))


def load_rare_characters() -> None:
    """Make the font known that has every character, as people's names may need; four times as large as the others."""
    from importlib.util import find_spec
    from pathlib import Path

    package = find_spec("pylopdf_fonts_zh_cn")
    if package is not None and package.origin is not None:
        QFontDatabase.addApplicationFont(str(Path(package.origin).with_name("NotoSansSC-Regular.otf")))


def type_sheet(theme: Theme) -> str:
    """Give a style sheet of nothing but sizes of type, for a page whose words are larger than the window's."""
    sizes = {"": BODY, "display": DISPLAY, "title": TITLE, "lead": LEAD, "small": SMALL}
    return "\n".join(
        f'{f"""QLabel[type="{name}"]""" if name else "*"} {{ font-size: {theme.points(size):g}pt; }}'
        for name, size in sizes.items()
    )


def style_sheet(theme: Theme) -> str:
    """Give the style sheet of the whole window.

    Widgets choose their kind by dynamic properties: ``kind`` of buttons (primary, quiet, link) and ``type`` of labels
    (display, title, lead, small), ``tone`` of labels (soft, celadon, ochre, persimmon, plum).
    """
    p = theme.palette

    def pt(size: int) -> str:
        return f"{theme.points(size):g}pt"

    families = ", ".join(f'"{family}"' for family in BODY_FAMILIES)
    headings = ", ".join(f'"{family}"' for family in HEADING_FAMILIES)
    hover, pressed = theme.mixed("ink", "celadon", 0.12), theme.mixed("ink", "celadon", 0.25)
    wash = theme.mixed("celadon", "paper", 0.10)
    fill = theme.mixed("ink", "paper", 0.1)
    return f"""
* {{ font-family: {families}; font-size: {pt(BODY)}; color: {p.ink}; }}
QMainWindow, QDialog, QWidget[ground="paper"] {{ background: {p.paper}; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] {{ background: transparent; border: none; }}
QLabel {{ background: transparent; }}
QLabel[type="display"] {{ font-family: {headings}; font-weight: 700; font-size: {pt(DISPLAY)}; }}
QLabel[type="title"] {{ font-family: {headings}; font-weight: 700; font-size: {pt(TITLE)}; }}
QLabel[type="lead"] {{ font-family: {headings}; font-weight: 700; font-size: {pt(LEAD)}; }}
QLabel[type="small"] {{ font-size: {pt(SMALL)}; }}
QLabel[tone="soft"] {{ color: {p.soft_ink}; }}
QLabel[tone="celadon"] {{ color: {p.celadon}; }}
QLabel[tone="ochre"] {{ color: {p.ochre}; }}
QLabel[tone="persimmon"] {{ color: {p.persimmon}; }}
QLabel[tone="plum"] {{ color: {p.plum}; }}
QPushButton {{ border: 2px solid transparent; border-radius: 10px; padding: 7px 18px; background: {fill}; }}
QPushButton:hover {{ background: {theme.mixed("ink", "paper", 0.2)}; }}
QPushButton:focus {{ border-color: {p.celadon}; }}
QPushButton:disabled {{ color: {p.soft_ink}; background: {theme.mixed("stone", "paper", 0.5)}; }}
MenuButton {{ padding-right: 1.2em; }}
QPushButton[kind="primary"] {{ background: {p.celadon}; color: {p.on_celadon}; font-family: {headings};
    font-weight: 700; }}
QPushButton[kind="primary"]:hover {{ background: {hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {pressed}; }}
QPushButton[kind="primary"]:focus {{ border-color: {p.ink}; }}
QPushButton[kind="quiet"] {{ background: transparent; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:checked {{ background: {wash}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {p.celadon}; }}
QPushButton[kind="link"] {{ background: transparent; color: {p.celadon}; padding: 2px 4px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QLineEdit, QComboBox, QPlainTextEdit {{ background: {p.card}; border: 2px solid {p.stone}; border-radius: 10px;
    padding: 6px 12px; selection-background-color: {p.celadon}; selection-color: {p.on_celadon}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border-color: {p.celadon}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{ background: {p.card}; selection-background-color: {wash}; selection-color: {p.ink}; }}
QMenu {{ background: {p.card}; border: 1px solid {p.stone}; padding: 6px; }}
QMenu::item {{ padding: 6px 24px; border-radius: 6px; }}
QMenu::item:selected {{ background: {wash}; color: {p.ink}; }}
QMenu::item:disabled {{ color: {p.soft_ink}; }}
QMenu::separator {{ height: 1px; background: {p.stone}; margin: 6px 8px; }}
QRadioButton, QCheckBox {{ spacing: 10px; padding: 4px 0; background: transparent; }}
QRadioButton:focus, QCheckBox:focus {{ color: {p.celadon}; }}
QToolTip {{ background: {p.ink}; color: {p.paper}; border: none; padding: 6px 10px; }}
QProgressDialog QProgressBar {{
    background: {p.stone}; border: none; border-radius: 7px; min-height: 14px; max-height: 14px;
}}
QProgressDialog QProgressBar::chunk {{ background: {p.celadon}; border-radius: 7px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {theme.mixed("ink", "paper", 0.28)}; border-radius: 4px; min-height: 40px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {theme.mixed("ink", "paper", 0.28)}; border-radius: 4px;
    min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
