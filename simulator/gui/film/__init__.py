"""The film page: a model play and a failing one, played by themselves and side by side."""

from __future__ import annotations
