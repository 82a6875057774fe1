"""Reports on paper: what the window draws into PDF files."""

from __future__ import annotations
