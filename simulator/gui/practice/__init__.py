"""The practice page: the citizen at the counter."""

from __future__ import annotations
