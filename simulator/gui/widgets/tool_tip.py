"""Words of a tool tip, of which Qt takes some for markup."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Give what lets a tool tip show these words as they are, whatever they look like."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
