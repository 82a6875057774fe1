"""What a person has set, kept in one small file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from simulator.atomic_file import write_file
from simulator.errors import UserError
from simulator.i18n import say

CHOICES: dict[str, tuple[Any, ...]] = {
    "language": ("", "zh", "en"),
    "text_size": (100, 125, 150, 175, 200),
    "theme": ("paper", "dark", "contrast"),
    "reduced_motion": (False, True),
    "time_limits": (1.0, 1.5, 2.0, 0.0),
    "feedback": (False, True),
    "say_first": (False, True),
    "sound": (False, True),
    "voice_speed": (0.75, 1.0, 1.25),
    "library": ("all", "course"),
}
"""What each setting may be."""


@dataclass(frozen=True)
class Settings:
    """Every setting with its default."""

    language: str = ""  # as the system's, where empty
    text_size: int = 100  # percent
    theme: str = "paper"
    reduced_motion: bool = False
    time_limits: float = 1.0  # how much longer than written; 0 turns them off
    feedback: bool = True  # what each response did to the rules, shown at once
    say_first: bool = False  # in Learn one writes what one would say before the options show
    sound: bool = True  # citizens are heard, where this machine can speak
    voice_speed: float = 1.0  # times the pace that each citizen has
    library: str = "all"  # how the library comes up: every scenario, or the course


def load_settings(path: Path) -> Settings:
    """Read the settings; whatever is missing or no longer makes sense has its default."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {field.name: type(field.default) for field in fields(Settings)}
    sound: dict[str, Any] = {
        name: value
        for name, value in stored.items()
        if name in known and type(value) is known[name] and value in CHOICES[name]
    }
    return replace(Settings(), **sound)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; raises UserError where the disk refuses, with the old ones left as they were."""
    try:
        write_file(path, json.dumps(asdict(settings), indent=1).encode())
    except OSError as error:
        raise UserError(
            say(
                f"设置没有存下来：{error.strerror}。原来的设置还在；请检查磁盘空间和权限。",
                f"The settings were not saved: {error.strerror}. The old ones are still there; "
                "check the disk's space and your permission.",
            )
        ) from error
