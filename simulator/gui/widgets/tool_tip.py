"""Words of a tool tip, of which Qt takes some for markup."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Give what lets a tool tip show these words as they are, whatever they look like."""
    if not Qt.mightBeRichText(words):
        return words
    from html import escape

    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"
