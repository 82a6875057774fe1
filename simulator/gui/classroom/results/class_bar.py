"""The bar of the results page: which class, what comes in, what goes out, and what is deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from simulator.classroom.result_file import SUFFIX
from simulator.gui import prompts
from simulator.gui.authoring.forms.controls import QuietComboBox
from simulator.gui.lock import DELETION, Lock
from simulator.gui.progress.wording import filled
from simulator.gui.reports.report_file import report_path, write_report
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.menu_button import MenuButton
from simulator.records.cohorts import Cohort, Cohorts

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.class_figures import ClassFigures
    from simulator.gui.background import Background
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation


class ClassBar(QWidget):
    """Buttons in a row, which goes on in the next where there is no room.

    Signals:
        chosen(object): this Cohort is to be shown.
        changed(): a class was made or deleted, or something of it.
        files_given(list, str): these files and folders are to be taken in; the name of the class where there is none.
        saved(str): a report is in the file of this name.
        failed(object): what was asked for could not be done; why.
    """

    chosen = Signal(object)
    changed = Signal()
    files_given = Signal(list, str)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self, presentation: Presentation, record: RecordKeeper, background: Background, lock: Lock | None = None
    ) -> None:
        super().__init__()
        self._lock = lock or Lock(presentation)
        self._presentation = presentation
        self._record = record
        self._background = background
        self._cohorts: list[Cohort] = []
        self._figures: ClassFigures | None = None
        self.classes = QuietComboBox()
        self.classes.setMinimumContentsLength(12)
        self.classes.activated.connect(lambda place: self.chosen.emit(self._cohorts[place]))
        self.files, self.folder, self.save, self.more = QPushButton(), QPushButton(), MenuButton(), MenuButton()
        self.files.clicked.connect(self.ask_files)
        self.folder.clicked.connect(self.ask_folder)
        self._save_menu, self._more_menu = QMenu(self), QMenu(self)
        self.save.setMenu(self._save_menu)
        self.more.setMenu(self._more_menu)
        layout = FlowLayout(self, gap=SPACE)
        layout.addWidget(self.classes)
        for button in (self.files, self.folder, self.save, self.more):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            layout.addWidget(button)
        self.setFocusProxy(self.files)
        self.retranslate()

    def show_classes(self, cohorts: list[Cohort], shown: Cohort | None) -> None:
        """Offer these classes."""
        self._cohorts = cohorts
        self.classes.clear()
        self.classes.addItems([cohort.name for cohort in cohorts])
        if shown is not None:
            self.classes.setCurrentIndex(next(place for place, one in enumerate(cohorts) if one.id == shown.id))
        self.retranslate()

    def offer_reports(self, figures: ClassFigures | None) -> None:
        """Offer to save these figures, where there are any."""
        self._figures = figures
        self.save.setVisible(figures is not None)
        self.retranslate()

    def ask_files(self) -> None:
        """Ask for result files to take in."""
        name = self._name_of_class()
        if name is not None:
            kinds = filled(self.tr("Result files (*%1)"), SUFFIX)
            self._give(list(prompts.open_paths(self, self.tr("Take in files"), kinds)), name)

    def ask_folder(self) -> None:
        """Ask for a folder of result files to take in."""
        name = self._name_of_class()
        if name is not None:
            folder = prompts.open_folder(self, self.tr("Take in a folder"))
            self._give([folder] if folder is not None else [], name)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.classes.setAccessibleName(self.tr("Class"))
        self.classes.setVisible(bool(self._cohorts))
        self.files.setText(self.tr("Take in files…"))
        self.folder.setText(self.tr("Take in a folder…"))
        self.save.setText(self.tr("Save a report"))
        self.more.setText(self.tr("Class"))
        self._save_menu.clear()
        self._save_menu.addAction(self.tr("Class results as PDF…"), self._save_pdf)
        self._save_menu.addAction(self.tr("Class results as a workbook…"), self._save_workbook)
        self._more_menu.clear()
        self._more_menu.addAction(self.tr("New class…"), self._make_class)
        cohort = self._shown()
        if cohort is not None:
            self._more_menu.addAction(self.tr("Delete results of one trainee…"), self._behind(self._forget_trainee))
            self._more_menu.addAction(self.tr("Delete this class…"), self._behind(self._delete_class))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        size = round(theme.points(BODY) * 1.3)
        for button, icon in (
            (self.files, "transcript"),
            (self.folder, "book"),
            (self.save, "save"),
            (self.more, "person"),
        ):
            button.setIcon(artist.icon(icon, theme.palette.ink, size))
            button.setIconSize(QSize(size + SPACE, size))

    def _shown(self) -> Cohort | None:
        place = self.classes.currentIndex()
        return self._cohorts[place] if 0 <= place < len(self._cohorts) else None

    def _name_of_class(self) -> str | None:
        """Give the name of the class that is shown, or ask for that of the first one."""
        cohort = self._shown()
        return cohort.name if cohort is not None else self._ask_name()

    def _ask_name(self) -> str | None:
        given = prompts.ask_words(
            self, self.tr("What is the class called?"), self.tr("Class 1") if not self._cohorts else ""
        )
        return given if given is not None and given.strip() else None

    def _give(self, places: list[object], name: str) -> None:
        if places:
            self.files_given.emit(places, name)

    def _make_class(self) -> None:
        name = self._ask_name()
        if name is not None:
            self._record.ask(lambda database: Cohorts(database).add(name), self._show_new, self.failed.emit)

    def _show_new(self, cohort: Cohort) -> None:
        self.chosen.emit(cohort)
        self.changed.emit()

    def _behind(self, delete: Callable[[], None]) -> Callable[[], None]:
        """Give what deletes something once the passcode has been given, where deletion is locked."""
        return lambda: self._lock.behind(DELETION, self, delete)

    def _delete_class(self) -> None:
        cohort = self._shown()
        if cohort is None:
            return
        question = filled(
            self.tr("Delete the class “%1” with all results that were taken in for it? This cannot be undone."),
            cohort.name,
        )
        if prompts.confirm(self, question, self.tr("Delete for good"), self.tr("Keep it")):
            self._change(lambda cohorts: cohorts.delete(cohort.id))

    def _forget_trainee(self) -> None:
        cohort = self._shown()
        if cohort is not None:
            self._record.ask(lambda database: Cohorts(database).learners(cohort.id), partial(self._forget_one, cohort))

    def _forget_one(self, cohort: Cohort, names: list[str]) -> None:
        if not names:
            return
        name = prompts.choose_from(self, self.tr("Whose results are to be deleted from this class?"), names)
        if name is None:
            return
        question = filled(self.tr("Delete all results of “%1” from this class? This cannot be undone."), name)
        if prompts.confirm(self, question, self.tr("Delete for good"), self.tr("Keep them")):
            self._change(lambda cohorts: cohorts.forget(cohort.id, name))

    def _change(self, change: Callable[[Cohorts], None]) -> None:
        self._record.ask(lambda database: change(Cohorts(database)), lambda _: self.changed.emit(), self.failed.emit)

    def _save_pdf(self) -> None:
        figures, language = self._figures, self._presentation.language
        if figures is None:
            return

        def make() -> bytes:
            from simulator.gui.reports.class_report import REPORT, class_report
            from simulator.gui.reports.pdf import pdf_of

            return pdf_of(class_report(figures, language), f"{REPORT.to(language)} {figures.name}")

        self._write(filled(self.tr("Results of %1.pdf"), figures.name), make)

    def _save_workbook(self) -> None:
        figures, language = self._figures, self._presentation.language
        if figures is None:
            return

        def make() -> bytes:
            from simulator.classroom.cohort_workbook import cohort_workbook

            return cohort_workbook(figures, language)

        self._write(filled(self.tr("Results of %1.xlsx"), figures.name), make)

    def _write(self, name: str, make: Callable[[], bytes]) -> None:
        path = report_path(self, self.tr("Save a report"), name)
        if path is not None:
            self._background.run(partial(write_report, path, make), self.saved.emit, self.failed.emit)
