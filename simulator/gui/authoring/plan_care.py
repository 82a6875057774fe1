"""Test plans in the editor: a play that was rehearsed is kept as one, and those beside the file are played again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from simulator.atomic_file import write_file
from simulator.authoring.checking import Checked
from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import SUFFIX, plan_path, read_plan
from simulator.authoring.playtest import Played, Replay, purpose_of, record, replay
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.transcript import answer_word
from simulator.gui import prompts
from simulator.gui.authoring.questions import IdQuestion
from simulator.gui.authoring.studio import Studio
from simulator.i18n import say
from simulator.library.fields import is_id


class PlanCare(QObject):
    """Keeps and plays the test plans of the scenario that is being edited."""

    def __init__(self, page: QWidget, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._studio = page, studio

    def offer_to_keep(self, scenario_file: Path, encounter: Encounter) -> None:
        """Ask whether a play that came to its end is to be kept as a test plan, and under which name."""
        if encounter.ending is None or not scenario_file.is_file():
            return
        question = IdQuestion(
            self._page, self.tr("Keep this play as a test plan called"), _free_name(scenario_file), self.tr("Keep it")
        )
        question.named.connect(lambda name: self._keep(scenario_file, name, encounter))
        question.open()

    def play(self, checked: Checked, scenario_file: Path) -> None:
        """Play all plans beside the file, and show what is different from what they expect."""
        plans = sorted(scenario_file.parent.glob(f"{scenario_file.stem}.*{SUFFIX}"))
        played = self._played(checked)
        if played is None:
            return
        if not plans:
            sentence = say(
                "这个情景旁边还没有试走计划。从头试演一遍，演完就可以留作计划。",
                "There is no test plan beside this scenario yet. Play it from the start, and keep that play as one.",
            )
            prompts.inform(self._page, sentence, self._studio.presentation.language)
            return
        lines: list[str] = []
        changed: dict[Path, Replay] = {}
        language = self._studio.presentation.language
        for path in plans:
            file = read_plan(path)
            found = replay(file.plan, played) if file.plan is not None else None
            if found is None:
                lines += [f"\u2715 {path.name}", *(f"    {one.message.to(language)}" for one in file.diagnostics)]
            elif found.differences:
                lines += [f"\u2715 {path.name}", *(f"    {one.sentence.to(language)}" for one in found.differences)]
                if not found.stopped:
                    changed[path] = found
            else:
                lines.append(f"\u2713 {path.name}")
        view = _PlansView(self._page, "\n".join(lines), changed=bool(changed))
        view.taken_over.connect(lambda: self._update(changed))
        view.open()

    def _keep(self, scenario_file: Path, name: str, encounter: Encounter) -> None:
        language = self._studio.presentation.language
        if not is_id(name):
            sentence = say(
                f"“{name}”不能作计划的名字。请用小写字母、数字和连字符，例如 model。",
                f"“{name}” cannot be a plan's name. Use lower-case letters, digits and hyphens, such as model.",
            )
            prompts.tell(self._page, sentence, language)
            return
        transcript = encounter.transcript()
        rulebook = self._studio.rulebook
        played = Played(transcript.scenario, rulebook, Envelope(transcript.scenario, rulebook))
        words = [answer_word(turn.answer) for turn in transcript.turns]
        self._write(plan_path(scenario_file, name), plan_text(record(played, words, language, purpose_of(name))))

    def _update(self, changed: dict[Path, Replay]) -> None:
        for path, found in changed.items():
            self._write(path, plan_text(found.now))

    def _write(self, path: Path, text: str) -> None:
        try:
            write_file(path, text.encode())
        except OSError as error:
            sentence = say(
                f"写不进 {path}：{error.strerror}。请检查权限和磁盘空间。",
                f"{path} cannot be written: {error.strerror}. Check your permission and the disk's space.",
            )
            prompts.tell(self._page, sentence, self._studio.presentation.language)

    def _played(self, checked: Checked) -> Played | None:
        scenario = checked.file.scenario
        try:
            if scenario is not None:
                return Played(scenario, self._studio.rulebook, Envelope(scenario, self._studio.rulebook))
        except EnvelopeError:
            pass
        sentence = say(
            "文件里有错误，现在还不能走计划。问题列表里写着哪里要改。",
            "The file has an error, so plans cannot be played yet. The list of problems says what to mend.",
        )
        prompts.tell(self._page, sentence, self._studio.presentation.language)
        return None


class _PlansView(QDialog):
    """What came of the plans; what changed can be taken over into them."""

    taken_over = Signal()

    def __init__(self, parent: QWidget, words: str, *, changed: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Test plans"))
        shown = QPlainTextEdit(words)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        if changed:
            update = QPushButton(self.tr("Take the changes over into the plans"))
            update.clicked.connect(self._take_over)
            buttons.addButton(update, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(shown, 1)
        layout.addWidget(buttons)
        self.resize(680, 420)

    def _take_over(self) -> None:
        self.taken_over.emit()
        self.accept()


def _free_name(scenario_file: Path) -> str:
    number = 1
    while plan_path(scenario_file, f"play-{number}").exists():
        number += 1
    return f"play-{number}"
