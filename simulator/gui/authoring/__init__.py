"""The author's room: making scenarios in the window."""

from __future__ import annotations
