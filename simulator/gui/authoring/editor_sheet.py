"""The style sheet of what only the editor has: chips, folds, cards, small buttons, lists."""

from __future__ import annotations

from simulator.gui.theme import BODY, LEAD, SMALL, Theme


def editor_sheet(theme: Theme) -> str:
    """Give the sheet, to be set on the editor's page beside the window's own."""
    p = theme.palette
    small = f"{theme.points(SMALL):g}pt"
    wash, quiet = theme.mixed("celadon", "card", 0.12), theme.mixed("ink", "paper", 0.08)
    edge = f"1px solid {p.stone}" if p.name == "contrast" else "none"  # where cards are as white as the paper
    chips = "\n".join(
        f'QPushButton[kind="chip"][tone="{tone}"] {{ color: {getattr(p, tone)}; '
        f"background: {theme.mixed(tone, 'card', 0.12)}; }}"
        for tone in ("celadon", "persimmon", "plum")
    )
    return f"""
* {{ font-size: {small}; }}
QLabel[type="title"] {{ font-size: {theme.points(LEAD) * 1.15:g}pt; }}
QLabel[type="lead"] {{ font-size: {theme.points(BODY):g}pt; }}
QLabel[type="small"] {{ font-size: {theme.points(SMALL) * 0.92:g}pt; }}
QPushButton {{ padding: 5px 12px; }}
MenuButton {{ padding-right: 1.2em; }}
QFrame[ground="card"] {{ background: {p.card}; border-radius: 12px; border: {edge}; }}
QPushButton[kind="chip"] {{ padding: 2px 10px; border-radius: 12px; font-size: {small}; background: {quiet}; }}
{chips}
QPushButton[kind="chip"]:focus {{ border-color: {p.celadon}; }}
QPushButton[kind="fold"] {{ background: transparent; padding: 2px 6px; text-align: left; }}
QPushButton[kind="fold"]:hover {{ background: {wash}; }}
QToolButton {{ border: 2px solid transparent; border-radius: 8px; padding: 1px 7px; background: transparent; }}
QToolButton:hover {{ background: {wash}; }}
QToolButton:focus {{ border-color: {p.celadon}; }}
QToolButton:disabled {{ color: {theme.mixed("soft_ink", "card", 0.4)}; }}
QSpinBox {{ background: {p.card}; border: 2px solid {p.stone}; border-radius: 10px; padding: 4px 22px 4px 8px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 22px; border: none; background: transparent; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; }}
QComboBox::down-arrow {{ image: none; }}
QSpinBox:focus {{ border-color: {p.celadon}; }}
QComboBox, QLineEdit {{ padding: 4px 10px; }}
QPlainTextEdit {{ padding: 4px 8px; }}
QListWidget, QTextBrowser {{ background: {p.card}; border: 2px solid {p.stone}; border-radius: 10px; outline: none; }}
QListWidget:focus {{ border-color: {p.celadon}; }}
QListWidget::item {{ padding: 5px 10px; }}
QListWidget::item:selected {{ background: {wash}; color: {p.ink}; }}
QSplitter::handle {{ background: {p.stone}; margin: 2px; }}
"""
