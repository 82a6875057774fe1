from __future__ import annotations

import locale
from datetime import UTC, datetime, timedelta

import pytest

from simulator.i18n import Text, date_words, days_ago, say, system_language


def test_a_text_gives_the_language_asked_for_or_its_first() -> None:
    text = Text.of({"en": "off", "fr": "arrêt", "zh": "关"})
    assert [text.to(language) for language in ("zh", "en", "fr", "de")] == ["关", "off", "arrêt", "关"]
    assert Text.of({"en": "off", "de": "aus"}).to("zh") == "off"
    assert Text.of({"ja": "オフ", "de": "aus"}).to("zh") == "aus"


def test_a_plain_string_is_for_every_language() -> None:
    assert [Text.of("off").to(language) for language in ("zh", "en", "")] == ["off"] * 3
    assert list(Text.of("off").languages()) == [""]


@pytest.mark.parametrize("words", ["off", {"zh": "关"}, {"zh": "关", "en": "off", "fr": "arrêt"}])
def test_plain_data_goes_there_and_back(words: str | dict[str, str]) -> None:
    assert Text.of(words).data() == words
    assert Text.of(Text.of(words).data()) == Text.of(words)


def test_the_order_of_languages_makes_no_difference() -> None:
    assert Text.of({"fr": "c", "en": "b", "zh": "a"}) == Text.of({"zh": "a", "fr": "c", "en": "b"})
    assert list(Text.of({"fr": "c", "de": "d", "en": "b", "zh": "a"}).languages()) == ["zh", "en", "de", "fr"]
    assert len({Text.of({"en": "b", "zh": "a"}), Text.of({"zh": "a", "en": "b"})}) == 1


def test_the_programs_own_sentences_have_both_languages() -> None:
    assert say("关", "off") == Text.of({"zh": "关", "en": "off"})


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_language_of_the_system(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANG", "LC_MESSAGES", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    assert system_language() == language


@pytest.mark.parametrize(("name", "language"), [("English_United States", "en"), ("Chinese (Simplified)_China", "zh")])
def test_where_the_environment_is_silent_the_locale_decides(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LANG", "LC_MESSAGES", "LC_ALL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "1252"))
    assert system_language() == language


def test_days_are_those_of_the_calendar() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    late = noon.astimezone().replace(hour=23)
    assert days_ago(late, late + timedelta(hours=2)) == say("昨天", "yesterday")
    assert days_ago(late.replace(hour=1), late) == say("今天", "today")
    assert days_ago(late, late + timedelta(days=6)) == say("6 天前", "6 days ago")
    assert (date_words(noon, "zh"), date_words(noon, "en")) == ("2026年3月2日", "2 Mar 2026")
