"""Makes the faces that the window is drawn with first: assets/fonts/NotoSansSC-Text.ttf and NotoSansSC-Heading.ttf.

    pip install fonttools
    npm pack @expo-google-fonts/noto-sans-sc && tar -xzf expo-google-fonts-noto-sans-sc-*.tgz
    python tools/font_faces.py package

They keep what GB 2312 has, Latin, punctuation and signs: 2 MB each instead of 10, which is what makes the start quick.
Rarer characters, as names have them, come from Noto Sans SC Regular. For Qt to look there each face must have a family
of its own ("Noto Sans SC Text", "Noto Sans SC Heading"): within one family Qt draws a box for a character that a face
lacks. The heading's, cut from SemiBold, calls itself Bold, so that nothing draws it bolder still.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "assets" / "fonts"


class Face(NamedTuple):
    """A face to make: its name, the file in the package that it is cut from, and how heavy it calls itself."""

    name: str
    source: str
    style: str
    weight: int


FACES = (
    Face("Text", "400Regular/NotoSansSC_400Regular.ttf", "Regular", 400),
    Face("Heading", "600SemiBold/NotoSansSC_600SemiBold.ttf", "Bold", 700),
)
BLOCKS = (
    range(0x0020, 0x007F),  # Latin
    range(0x00A0, 0x0180),
    range(0x2010, 0x2070),  # punctuation
    range(0x20A0, 0x2300),  # currency, letterlike, numbers, arrows, mathematics
    range(0x2460, 0x2500),  # circled numbers
    range(0x25A0, 0x2670),  # shapes
    range(0x2700, 0x27C0),  # ticks and crosses
    range(0x3000, 0x3030),  # Chinese punctuation
    range(0xFF00, 0xFFF0),  # full-width forms
)
# Noto Sans SC has one tick and one cross: their relatives look like them.
ALIASES = {0x2714: 0x2713, 0x2715: 0x00D7, 0x2716: 0x00D7, 0x2717: 0x00D7, 0x2718: 0x00D7}


def gb2312() -> set[int]:
    """The Chinese characters of GB 2312."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(character) for character in (pair.decode("gb2312", "ignore") for pair in rows) if character}


def cut(source: Path, face: Face) -> None:
    """Write one face."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 8, 9, 13, 14]
    options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pwid"]
    options.drop_tables += ["BASE", "STAT", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=gb2312().union(*BLOCKS))
    subsetter.subset(font)

    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({alias: table.cmap[of] for alias, of in ALIASES.items()})
    family = f"Noto Sans SC {face.name}"
    for name_id, name in {
        1: family,
        2: face.style,
        3: f"2.004;{family}",
        4: f"{family} {face.style}",
        6: f"NotoSansSC{face.name}-{face.style}",
    }.items():
        font["name"].setName(name, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    if face.style == "Bold":
        font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x40 | 0x20
        font["head"].macStyle |= 1
    font.save(TARGET / f"NotoSansSC-{face.name}.ttf")


if __name__ == "__main__":
    for wanted in FACES:
        cut(Path(sys.argv[1], wanted.source), wanted)
