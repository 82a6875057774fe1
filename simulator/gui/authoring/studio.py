"""What the editor's forms need beside the draft: the rulebook, the pictures that there are, and words for them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from simulator.authoring.examined import Art
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Channel, Expression, Speaker, Stage
from simulator.gui.library.wording import STAGES
from simulator.gui.presentation import Presentation


class Studio(NamedTuple):
    """The rulebook and the pictures that an author chooses from, and how they are shown."""

    presentation: Presentation
    rulebook: Rulebook
    art: Art

    def rule(self, id: str) -> str:
        """Give a rule's statement, or its id where the rulebook has no such rule."""
        rule = self.rulebook.rules.get(id)
        return self.presentation.words(rule.statement) if rule is not None else id

    def pick_rule(self, over: QWidget, taken: tuple[str, ...], picked: Callable[[str], object]) -> None:
        """Let the person pick a rule."""
        from simulator.gui.authoring.forms.rule_picker import RulePicker

        picker = RulePicker(self.presentation, self.rulebook, taken, over.window())
        picker.picked.connect(picked)
        picker.open()

    def stages(self) -> list[tuple[str, str]]:
        """Give the stages with their words."""
        return [(str(stage), self.presentation.words(STAGES[str(stage)])) for stage in Stage]

    def expressions(self) -> list[tuple[str, str]]:
        """Give the faces with their words."""
        words = {
            Expression.CALM: QCoreApplication.translate("Studio", "calm"),
            Expression.PLEASED: QCoreApplication.translate("Studio", "pleased"),
            Expression.ANXIOUS: QCoreApplication.translate("Studio", "anxious"),
            Expression.ANGRY: QCoreApplication.translate("Studio", "angry"),
            Expression.SAD: QCoreApplication.translate("Studio", "sad"),
            Expression.MOVED: QCoreApplication.translate("Studio", "moved"),
        }
        return [(str(one), words[one]) for one in Expression]

    def speakers(self) -> list[tuple[str, str]]:
        """Give those who may say a line, with their words."""
        words = {
            Speaker.NARRATOR: QCoreApplication.translate("Studio", "Narrator"),
            Speaker.CITIZEN: QCoreApplication.translate("Studio", "Citizen"),
            Speaker.CLERK: QCoreApplication.translate("Studio", "Clerk"),
        }
        return [(str(one), words[one]) for one in Speaker]

    def channels(self) -> list[tuple[str, str]]:
        """Give the ways of meeting with their words."""
        words = {
            Channel.COUNTER: QCoreApplication.translate("Studio", "At the counter"),
            Channel.PHONE: QCoreApplication.translate("Studio", "On the telephone"),
            Channel.CHAT: QCoreApplication.translate("Studio", "In a chat"),
        }
        return [(str(one), words[one]) for one in Channel]
