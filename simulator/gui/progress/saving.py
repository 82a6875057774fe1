"""Saving reports: where to, and the work beside the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu

from simulator.errors import UserError
from simulator.gui.progress.picture import Picture, Shelf, draw_up, read_past
from simulator.gui.progress.wording import filled
from simulator.gui.reports.report_file import report_path, write_report
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.menu_button import MenuButton
from simulator.records.learners import Learners

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.xapi.file import StatementFile
    from simulator.domain.certificate import Certified
    from simulator.gui.background import Background
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.organisation import Organisation
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Past
    from simulator.records.database import Database


class SaveMenu(MenuButton):
    """A button with what can be saved of a picture.

    Signals:
        saved(str): a report is in the file of this name.
        failed(object): a report could not be saved; why.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        record: RecordKeeper,
        background: Background,
        organisation: Organisation | None = None,
    ) -> None:
        """Take what is known of the organisation; without it, statements are not offered."""
        super().__init__()
        self._organisation = organisation
        self._presentation = presentation
        self._record = record
        self._background = background
        self._picture: Picture | None = None
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def tell(self, picture: Picture | None) -> None:
        """Offer what there is to be saved."""
        self._picture = picture
        self.setVisible(picture is not None)
        self.setText(self.tr("Save a report"))
        self._menu.clear()
        if picture is None:
            return
        self._menu.addAction(self.tr("Progress report as PDF…"), self._save_pdf)
        self._menu.addAction(self.tr("Progress report as a workbook…"), self._save_workbook)
        for one in picture.certified:
            title = self._presentation.words(one.course.title).replace("&", "&&")
            self._menu.addAction(filled(self.tr("Certificate: %1…"), title), partial(self._save_certificate, one))
        self._menu.addAction(self.tr("Results to hand in…"), self._save_results)
        if self._organisation is not None:
            self._menu.addAction(self.tr("Attempts for a learning record store…"), self._save_statements)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Sheet of everyone on this PC…"), self._save_class)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.3)
        self.setIcon(self._presentation.artist.icon("save", theme.palette.ink, size))
        self.setIconSize(QSize(size + SPACE, size))

    def _save_pdf(self) -> None:
        picture, language = self._picture, self._presentation.language
        if picture is None:
            return

        def make() -> bytes:
            from simulator.gui.reports.learner_report import REPORT, learner_report
            from simulator.gui.reports.pdf import pdf_of

            page = learner_report(picture, language)
            return pdf_of(page.html, f"{REPORT.to(language)} {picture.past.learner.name}", page.pictures)

        self._save(filled(self.tr("Progress of %1.pdf"), picture.past.learner.name), make)

    def _save_workbook(self) -> None:
        picture, language = self._picture, self._presentation.language
        if picture is None:
            return

        def make() -> bytes:
            from simulator.gui.reports.learner_report_workbook import learner_workbook

            return learner_workbook(picture, language)

        self._save(filled(self.tr("Progress of %1.xlsx"), picture.past.learner.name), make)

    def _save_certificate(self, certified: Certified) -> None:
        picture = self._picture
        if picture is None:
            return
        name = picture.past.learner.name

        def make() -> bytes:
            from simulator.gui.reports.certificate import CERTIFICATE, certificate_html
            from simulator.gui.reports.pdf import pdf_of

            title = f"{CERTIFICATE.to('zh')} · {CERTIFICATE.to('en')}"
            return pdf_of(certificate_html(name, certified, picture.shelf), title)

        self._save(filled(self.tr("Certificate of %1.pdf"), name), make)

    def _save_results(self) -> None:
        """Read what the learner has finished, then write the file."""
        if self._picture is None:
            return
        from simulator.classroom.handing_in import hand_in
        from simulator.classroom.result_file import named_file, write_result
        from simulator.program import version

        learner, program = self._picture.past.learner, version()
        path = report_path(self, self.tr("Save results to hand in"), self._presentation.words(named_file(learner.name)))
        if path is None:
            return
        self._record.ask(
            lambda database: hand_in(database, learner, program),
            lambda file: self._write(path, lambda: write_result(file)),
            self.failed.emit,
        )

    def _save_statements(self) -> None:
        if self._picture is None or self._organisation is None:
            return
        name, courses = self._picture.past.learner.name, self._picture.shelf.courses
        # A name of nobody: the statements themselves name nobody either.
        path = report_path(self, self.tr("Save a report"), self.tr("Attempts.json"))
        if path is None:
            return
        manner = self._organisation.manner(self._presentation.language)

        def read(database: Database) -> StatementFile:
            from simulator.classroom.xapi.file import NOTHING_SELECTED, statement_file
            from simulator.classroom.xapi.telling import Telling
            from simulator.records.identities import Selection, selected

            attempts = selected(database, Selection(learner=name))
            if not attempts:
                raise UserError(NOTHING_SELECTED)
            return statement_file(attempts, Telling(database, courses, manner), path)

        self._record.ask(read, partial(self._write_statements, path), self.failed.emit)

    def _write_statements(self, path: Path, file: StatementFile) -> None:
        self._write(path, lambda: file.content)
        if file.left_out:
            self.failed.emit(UserError(file.remark()))

    def _save_class(self) -> None:
        """Read everyone first, then make the sheet."""
        if self._picture is None:
            return
        path = report_path(self, self.tr("Save a report"), self.tr("Class.xlsx"))
        if path is None:
            return
        shelf, exams = self._picture.shelf, self._picture.past.exams

        def read(database: Database) -> list[Past]:
            return [read_past(database, learner, exams=exams) for learner in Learners(database).all()]

        self._record.ask(read, partial(self._make_class, path, shelf), self.failed.emit)

    def _make_class(self, path: Path, shelf: Shelf, pasts: list[Past]) -> None:
        language = self._presentation.language

        def make() -> bytes:
            from simulator.gui.reports.learner_report_workbook import class_workbook

            return class_workbook([draw_up(shelf, past) for past in pasts], language)

        self._write(path, make)

    def _save(self, name: str, make: Callable[[], bytes]) -> None:
        path = report_path(self, self.tr("Save a report"), name)
        if path is not None:
            self._write(path, make)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        self._background.run(partial(write_report, path, make), self.saved.emit, self.failed.emit)
