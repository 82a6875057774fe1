"""The debrief page: what the encounter did."""

from __future__ import annotations
