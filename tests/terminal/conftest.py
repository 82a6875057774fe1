from __future__ import annotations

from tests.classroom.xapi.fixtures import fake, practise, store

__all__ = ("fake", "practise", "store")
