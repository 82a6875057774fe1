"""New scenarios from templates: small encounters that already play, to be written over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.changes import Changes
from simulator.authoring.draft import Draft
from simulator.authoring.edits import text_data
from simulator.authoring.saving import FileState, new_state
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.fields import is_id
from simulator.library.yaml_tree import read_text


@dataclass(frozen=True)
class Template:
    """A scenario to begin from."""

    id: str
    title: Text
    summary: Text
    path: Path


def templates(folder: Path) -> tuple[Template, ...]:
    """Give the templates in a folder by name; one that cannot be read is left out."""
    found: list[Template] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            draft = Draft.of(path, read_text(path))
            title, summary = draft.get(("title",)), draft.get(("summary",))
        except (ScenarioError, UserError):
            continue
        found.append(Template(path.stem, Text.of(title or path.stem), Text.of(summary or title or path.stem), path))
    return tuple(found)


def new_scenario(template: Template, path: Path, title: Text | Mapping[str, str] | str) -> tuple[Draft, FileState]:
    """Make the draft of a new scenario, whose id is its file's name; nothing is written yet.

    Raises UserError where that name cannot be an id.
    """
    if not is_id(path.stem):
        raise UserError(
            say(
                f"“{path.stem}”不能作文件名。请用小写字母、数字、连字符和下划线，最长 60 个字符，例如 lost-card。",
                f"“{path.stem}” cannot be the file's name. Use lower-case letters, digits, hyphens and underscores, "
                "at most 60, such as lost-card.",
            )
        )
    changes = Changes(Draft.of(path, read_text(template.path)))
    changes.put(("id",), path.stem)
    changes.put(("title",), text_data(title))
    return Draft.of(path, changes.draft.text), new_state(path)
