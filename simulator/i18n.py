"""Texts in several languages: what authors write, and what the program says outside the window.

The window's own words are Qt translations; see ``assets/i18n``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LANGUAGES = ("zh", "en")
"""The languages of the program itself, the first being the default."""

EVERY_LANGUAGE = ""
"""The language of a text that was written as one plain string."""


def _rank(language: str) -> tuple[int, str]:
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)


@dataclass(frozen=True, slots=True)
class Text:
    """One text, in one or more languages.

    ``by_language`` holds (language, words) pairs, Chinese first, then English, then the others by code, so that
    equal texts compare equal however their file was laid out. The first pair is what a missing language falls back to.
    """

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, words: str | Mapping[str, str]) -> Text:
        """Make a text from a plain string or a map from language to words."""
        if isinstance(words, str):
            return cls(((EVERY_LANGUAGE, words),))
        return cls(tuple(sorted(words.items(), key=lambda pair: _rank(pair[0]))))

    def to(self, language: str) -> str:
        """Give the words in ``language``, or in the text's first language where it lacks that one."""
        for code, words in self.by_language:
            if code == language:
                return words
        return self.by_language[0][1]

    def languages(self) -> Iterable[str]:
        """Give the codes of the languages that the text is written in."""
        return (code for code, _ in self.by_language)

    def data(self) -> str | dict[str, str]:
        """Give the plain form that :meth:`of` takes back."""
        if len(self.by_language) == 1 and self.by_language[0][0] == EVERY_LANGUAGE:
            return self.by_language[0][1]
        return dict(self.by_language)


def say(zh: str, en: str) -> Text:
    """Make a sentence of the program's own, in both of its languages."""
    return Text((("zh", zh), ("en", en)))


def date_words(moment: datetime, language: str) -> str:
    """Write a day as people of this machine's time zone write it."""
    day = moment.astimezone()
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


def days_ago(moment: datetime, now: datetime) -> Text:
    """Say how many days ago something was, as the calendar of this machine's time zone counts them."""
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return say("今天", "today")
    if days == 1:
        return say("昨天", "yesterday")
    return say(f"{days} 天前", f"{days} days ago")


def system_language() -> str:
    """Give the language of the person's system as the program can speak it: ``zh`` or ``en``."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not name:
        import locale

        name = locale.getlocale()[0] or ""
    return "en" if name.lower().startswith(("en", "c.", "posix")) or name == "C" else "zh"
