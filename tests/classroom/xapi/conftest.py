from __future__ import annotations

from tests.classroom.xapi.fixtures import fake, poster, practise, store

__all__ = ("fake", "poster", "practise", "store")
