"""What a map says in words: to screen readers, in tool tips, and on its cards."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from simulator.authoring.map_picture import EndingMark, MapPicture, Problems, SceneMark, Way
from simulator.domain.scenario import Stage
from simulator.gui.library.wording import STAGES

_MOST_WAYS = 8  # named in one tool tip


def stage_word(stage: Stage, language: str) -> str:
    """Name a stage of a visit."""
    return STAGES[stage.value].to(language)


def stage_letter(stage: Stage, language: str) -> str:
    """Give the letter by which cards tell a stage beside its colour."""
    return stage_word(stage, language)[0]


def resolved_word(resolved: bool) -> str:
    """Say whether an ending settles the citizen's business."""
    if resolved:
        return QCoreApplication.translate("SceneMap", "Resolved")
    return QCoreApplication.translate("SceneMap", "Not resolved")


def way_words(way: Way) -> str:
    """Name one response: its id, and what is said."""
    if not way.response:
        return QCoreApplication.translate("SceneMap", "after the inspection")
    return f"{way.response}  {way.words}".rstrip()


def lines_words(ways: Iterable[Way]) -> str:
    """Name the responses that a line stands for, each in a line of its own."""
    every = list(ways)
    lines = [
        QCoreApplication.translate("SceneMap", "%1 → %2: %3")
        .replace("%1", way.scene)
        .replace("%2", way.goto)
        .replace("%3", way_words(way))
        for way in every[:_MOST_WAYS]
    ]
    if len(every) > _MOST_WAYS:
        more = str(len(every) - _MOST_WAYS)
        lines.append(QCoreApplication.translate("SceneMap", "and %1 more").replace("%1", more))
    return "\n".join(lines)


def problem_words(problems: Problems) -> str:
    """Count problems by severity; nothing where there are none."""
    said = []
    if problems.errors:
        said.append(
            QCoreApplication.translate("SceneMap", "1 error")
            if problems.errors == 1
            else QCoreApplication.translate("SceneMap", "%1 errors").replace("%1", str(problems.errors))
        )
    if problems.warnings:
        said.append(
            QCoreApplication.translate("SceneMap", "1 warning")
            if problems.warnings == 1
            else QCoreApplication.translate("SceneMap", "%1 warnings").replace("%1", str(problems.warnings))
        )
    return QCoreApplication.translate("SceneMap", ", ", "between counts of problems").join(said)


def mark_words(picture: MapPicture, mark: SceneMark | EndingMark, language: str) -> list[str]:
    """Say what a card shows, thing by thing."""
    if isinstance(mark, EndingMark):
        stars = QCoreApplication.translate("SceneMap", "at most %1 of 5 stars").replace("%1", str(mark.rating))
        kind = QCoreApplication.translate("SceneMap", "Ending")
        said = [mark.id, kind, mark.words, resolved_word(mark.resolved), stars]
    else:
        said = [mark.id, stage_word(mark.stage, language)]
        if mark.id == picture.start:
            said.append(QCoreApplication.translate("SceneMap", "Start"))
        if mark.inspection:
            said.append(QCoreApplication.translate("SceneMap", "Inspection"))
        if mark.recovery:
            said.append(QCoreApplication.translate("SceneMap", "Recovery scene"))
        said.append(mark.words)
    if picture.here == mark.id:
        said.append(QCoreApplication.translate("SceneMap", "You are here"))
    said.append(problem_words(mark.problems))
    return [words for words in said if words]


def description(picture: MapPicture, mark: SceneMark | EndingMark, language: str) -> str:
    """Tell everything about one box, and where its responses lead."""
    said = mark_words(picture, mark, language)
    for way in picture.ways_from.get(mark.id, ()):
        leads = QCoreApplication.translate("SceneMap", "%1 leads to %2")
        words = leads.replace("%2", way.goto).replace("%1", way_words(way))
        if way.taken is not None:
            counted = QCoreApplication.translate("SceneMap", "%1, taken %2 times")
            words = counted.replace("%2", str(way.taken)).replace("%1", words)
        said.append(words)
    return QCoreApplication.translate("SceneMap", "; ", "between the things said of a scene").join(said)
