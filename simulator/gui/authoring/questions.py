"""What the editor asks: an id, where to play from, what to do with what is in the way, which version to have back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from simulator.authoring.difference import PartDifference
from simulator.authoring.versions import Version
from simulator.domain.conditions import Value
from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST
from simulator.gui.authoring.forms.controls import QuietComboBox, QuietSpinBox
from simulator.gui.widgets.tick_box import TickBox


class Question(QDialog):
    """A small dialog: a sentence, what to fill in, and two verbs."""

    def __init__(self, parent: QWidget, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(label)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = QPushButton(yes)
        self.yes.setProperty("kind", "primary")
        self._buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.column.addWidget(self._buttons)
        self.setMinimumWidth(420)

    def add(self, widget: QWidget) -> None:
        """Put something above the verbs."""
        self.column.insertWidget(self.column.count() - 1, widget)


class IdQuestion(Question):
    """Asks for an id.

    Signals:
        named(str): the id.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, now: str, yes: str) -> None:
        super().__init__(parent, title, title, yes)
        self.line = QLineEdit(now)
        self.line.setAccessibleName(title)
        self.line.selectAll()
        hint = QLabel(self.tr("Lower-case letters, digits and hyphens; it is never shown to learners."))
        hint.setProperty("type", "small")
        hint.setProperty("tone", "soft")
        hint.setWordWrap(True)
        self.add(self.line)
        self.add(hint)
        self.accepted.connect(lambda: self.named.emit(self.line.text().strip()))


class NewQuestion(Question):
    """Asks what a new scenario is called.

    Signals:
        named(str, object): its id, and its titles by language.
    """

    named = Signal(str, object)

    def __init__(self, parent: QWidget, id: str) -> None:
        super().__init__(
            parent,
            self.tr("A new scenario"),
            self.tr("What shall it be called? You can change it later."),
            self.tr("Begin"),
        )
        form = QWidget()
        rows = QFormLayout(form)
        self.zh, self.en, self.id = QLineEdit(), QLineEdit(), QLineEdit(id)
        for line, words in (
            (self.zh, self.tr("Title in Chinese")),
            (self.en, self.tr("Title in English")),
            (self.id, self.tr("Id, the file's name")),
        ):
            line.setAccessibleName(words)
            rows.addRow(words, line)
        self.add(form)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        titles = {"zh": self.zh.text().strip(), "en": self.en.text().strip()}
        written = {language: words for language, words in titles.items() if words}
        id = self.id.text().strip()
        self.named.emit(id, written or {"zh": id, "en": id})


class DeleteQuestion(Question):
    """Asks where what led to a part shall lead, once it is gone.

    Signals:
        decided(str): the scene or ending that takes its place; empty to leave the gaps for the checks to find.
    """

    decided = Signal(str)

    def __init__(self, parent: QWidget, name: str, uses: Sequence[str], targets: Sequence[str]) -> None:
        sentence = self.tr("%1 is still referred to: %2").replace("%1", name).replace("%2", "\n" + "\n".join(uses[:8]))
        super().__init__(parent, self.tr("Delete"), sentence, self.tr("Delete"))
        self.box = QuietComboBox()
        self.box.addItem(self.tr("leave them open, the problems list will show them"), "")
        for target in targets:
            self.box.addItem(self.tr("let them lead to %1").replace("%1", target), target)
        self.box.setAccessibleName(self.tr("What referred to it"))
        if targets:
            self.add(self.box)
        self.accepted.connect(lambda: self.decided.emit(self.box.currentData() or ""))


class PlayQuestion(Question):
    """Asks in which mood and with which variables to play from a scene.

    Signals:
        chosen(int, object): the mood, and the variables by name.
    """

    chosen = Signal(int, object)

    def __init__(self, parent: QWidget, scene: str, mood: int, variables: Mapping[str, Value]) -> None:
        sentence = self.tr("Play from “%1”. Nothing is recorded.").replace("%1", scene)
        super().__init__(parent, self.tr("Play from here"), sentence, self.tr("Play"))
        form = QWidget()
        rows = QFormLayout(form)
        self.mood = QSlider(Qt.Orientation.Horizontal)
        self.mood.setRange(MOOD_LOWEST, MOOD_HIGHEST)
        self.mood.setValue(mood)
        number = QLabel(str(mood))
        self.mood.valueChanged.connect(lambda value: number.setText(str(value)))
        self.mood.setAccessibleName(self.tr("Mood"))
        rows.addRow(self.tr("Mood"), self.mood)
        rows.addRow("", number)
        self._values: dict[str, Callable[[], Value]] = {}
        for name, value in variables.items():
            if isinstance(value, bool):
                flag = TickBox(name)
                flag.setChecked(value)
                self._values[name] = flag.isChecked
                rows.addRow("", flag)
            else:
                box = QuietSpinBox()
                box.setRange(-1000, 1000)
                box.setValue(value)
                box.setAccessibleName(name)
                self._values[name] = box.value
                rows.addRow(name, box)
        self.add(form)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self.mood.value(), {name: value() for name, value in self._values.items()})


class MeanwhileQuestion(QDialog):
    """Asks what to do when another program has changed the file: the difference, and three ways on.

    Signals:
        decided(str): keep, take or merge.
    """

    decided = Signal(str)

    def __init__(
        self, parent: QWidget, sentence: str, differences: Sequence[PartDifference], language: str, *, gone: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The file is another now"))
        column = QVBoxLayout(self)
        label = QLabel(sentence)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        column.addWidget(label)
        if differences:
            column.addWidget(QLabel(self.tr("What the file says now, and your draft does not:")))
            shown = QPlainTextEdit("\n".join(difference_lines(differences, language)))
            shown.setReadOnly(True)
            shown.setAccessibleName(self.tr("Difference"))
            column.addWidget(shown, 1)
        row = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        row.rejected.connect(self.reject)
        ways = [("keep", self.tr("Keep mine"))]
        if not gone:
            ways += [("take", self.tr("Take theirs")), ("merge", self.tr("Merge by scene"))]
        for way, words in ways:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, way=way: self._decide(way))
            row.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            if way == ways[-1][0]:
                button.setProperty("kind", "primary")
                button.setDefault(True)
        column.addWidget(row)
        self.resize(640, 440 if differences else 160)

    def _decide(self, way: str) -> None:
        self.accept()
        self.decided.emit(way)


class VersionsQuestion(QDialog):
    """Shows the kept versions of a file, and what has changed since each.

    Signals:
        chosen(object): the author wants to have this Version back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        versions: Sequence[Version],
        difference: Callable[[Version], Sequence[PartDifference]],
        language: str,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved versions"))
        self._difference, self._language = difference, language
        column = QVBoxLayout(self)
        empty = QLabel(self.tr("Each time you save, the version is kept here; the last twenty can be had back."))
        empty.setWordWrap(True)
        empty.setProperty("tone", "soft")
        column.addWidget(empty)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        for version in versions:
            when = version.saved.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            item = QListWidgetItem(f"{when}   {version.summary.to(language)}")
            item.setData(Qt.ItemDataRole.UserRole, version)
            self.list.addItem(item)
        self._shown = QPlainTextEdit()
        self._shown.setReadOnly(True)
        self._shown.setAccessibleName(self.tr("What has changed since"))
        column.addWidget(self.list, 1)
        column.addWidget(QLabel(self.tr("What has changed since")))
        column.addWidget(self._shown, 1)
        row = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.restore = QPushButton(self.tr("Have it back"))
        self.restore.setProperty("kind", "primary")
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._take)
        row.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        row.rejected.connect(self.reject)
        column.addWidget(row)
        self.list.currentItemChanged.connect(self._show)
        self.resize(680, 520)
        self.list.setCurrentRow(0)

    def _show(self) -> None:
        item = self.list.currentItem()
        self.restore.setEnabled(item is not None)
        if item is not None:
            lines = difference_lines(self._difference(item.data(Qt.ItemDataRole.UserRole)), self._language)
            self._shown.setPlainText("\n".join(lines) or self.tr("Nothing"))

    def _take(self) -> None:
        item = self.list.currentItem()
        self.accept()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def difference_lines(differences: Sequence[PartDifference], language: str) -> list[str]:
    """Say what is different, part by part."""
    lines: list[str] = []
    for one in differences:
        lines += [one.name.to(language), *(f"    {line}" for line in one.lines(language)), ""]
    return lines[:-1]
