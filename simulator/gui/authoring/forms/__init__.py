"""The forms of the editor: every part of a scenario, field by field."""

from __future__ import annotations
