from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import UserError
from simulator.settings import CHOICES, Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings(**{name: choices[-1] for name, choices in CHOICES.items()})
    save_settings(tmp_path / "new folder" / "settings.json", settings)
    assert load_settings(tmp_path / "new folder" / "settings.json") == settings


def test_every_setting_has_its_choices_and_begins_at_one_of_them() -> None:
    assert {field.name for field in fields(Settings)} == set(CHOICES)
    for field in fields(Settings):
        assert field.default in CHOICES[field.name]
        assert all(type(choice) is type(field.default) for choice in CHOICES[field.name])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"language": ["zh"]}',
        b'{"text_size": 100000000}',
    ],
    ids=lambda content: content[:12],
)
def test_what_makes_no_sense_is_the_default(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_settings_that_were_never_saved_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ({"language": "en", "theme": "tartan"}, Settings(language="en")),
        ({"language": "fr", "theme": "dark"}, Settings(theme="dark")),
        ({"text_size": "150", "feedback": 0, "reduced_motion": True}, Settings(reduced_motion=True)),
        ({"text_size": 150, "from a later version": 1}, Settings(text_size=150)),
    ],
)
def test_one_bad_setting_does_not_spoil_the_others(stored: dict[str, Any], expected: Settings, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(stored))
    assert load_settings(tmp_path / "settings.json") == expected


def test_a_disk_that_refuses_is_told_and_the_old_settings_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(theme="dark"))

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(UserError) as caught:
        save_settings(path, Settings(theme="contrast"))
    assert "No space left on device" in caught.value.sentence.to("en")
    assert "设置没有存下来" in caught.value.sentence.to("zh")
    assert load_settings(path) == Settings(theme="dark")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
