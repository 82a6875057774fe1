"""The library page, and who is practising."""

from __future__ import annotations
