"""The map of scenes: what is painted, how it is moved about in, and how connections are drawn."""

from __future__ import annotations
