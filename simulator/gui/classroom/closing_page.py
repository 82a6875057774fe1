"""What there is of a class that is over: its figures in short, and the report as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from simulator.classroom.lesson_report import LessonReport
from simulator.classroom.lesson_words import REPORT, clock_words, result_words
from simulator.gui.reports.report_file import report_path, write_report
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from simulator.gui.background import Background
    from simulator.gui.presentation import Presentation

_WIDEST = 860  # pixels of content


class ClosingPage(PageWithBack):
    """Shows a lesson's report in a few lines, and saves it as PDF or as a workbook.

    Signals:
        failed(object): the report could not be saved; why.
    """

    failed = Signal(object)

    def __init__(self, presentation: Presentation, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._background = background
        self._report: LessonReport | None = None
        self._group, self._saved = MeasuredLabel(), MeasuredLabel()
        self._group.setProperty("type", "lead")
        self._saved.setProperty("tone", "celadon")
        self._figures, self._remarks_head, self._remarks = MeasuredLabel(), QLabel(), MeasuredLabel()
        self._remarks_head.setProperty("type", "small")
        self._remarks_head.setProperty("tone", "celadon")
        self._pdf, self._workbook = QPushButton(), QPushButton()
        self._pdf.setProperty("kind", "primary")
        self._pdf.clicked.connect(self._save_pdf)
        self._workbook.clicked.connect(self._save_workbook)
        buttons = FlowLayout(gap=SPACE)
        buttons.addWidget(self._pdf)
        buttons.addWidget(self._workbook)
        self._scroll = ColumnScroll()
        column = self._scroll.column
        column.setSpacing(2 * SPACE)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._title, self._group, self._figures, self._remarks_head, self._remarks):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._saved)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.retranslate()
        self.restyle()

    def show_report(self, report: LessonReport) -> None:
        """Show a lesson's report."""
        self._report = report
        self._saved.hide()
        self.retranslate()
        self._pdf.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("The class report"))
        self._pdf.setText(self.tr("Save as PDF\u2026"))
        self._workbook.setText(self.tr("Save as a workbook\u2026"))
        self._remarks_head.setText(self.tr("Your remarks"))
        report, words = self._report, self._presentation.words
        if report is None:
            return
        self._group.setText(f"{report.group} \u00b7 {words(report.title)}")
        figures = [
            words(result_words(report)),
            self.tr("Moments: %1").replace("%1", str(len(report.moments))),
            self.tr("What-ifs: %1").replace("%1", str(len(report.what_ifs))),
            self.tr("Time: %1").replace("%1", clock_words(report.spent_ms)),
        ]
        self._figures.setText("\n".join(figures))
        self._remarks.setText("\n".join(f"{one.moment}. {one.text}" for one in report.remarks))
        for part in (self._remarks_head, self._remarks):
            part.setVisible(bool(report.remarks))

    def _save_pdf(self) -> None:
        self._save("pdf", _pdf)

    def _save_workbook(self) -> None:
        self._save("xlsx", _workbook)

    def _save(self, kind: str, make: Callable[[LessonReport, str], bytes]) -> None:
        report, language = self._report, self._presentation.language
        if report is None:
            return
        name = f"{self._presentation.words(REPORT)} {report.group} {report.begun:%Y-%m-%d}.{kind}"
        path = report_path(self, self.tr("Save the report"), name)
        if path is not None:
            self._background.run(
                partial(write_report, path, partial(make, report, language)), self._tell_saved, self.failed.emit
            )

    def _tell_saved(self, place: str) -> None:
        self._saved.setText(self.tr("Saved: %1").replace("%1", place))
        self._saved.show()

    def _make_room(self) -> None:
        margin = self._margin(_WIDEST)
        self._scroll.column.setContentsMargins(margin, 2 * SPACE, margin, 3 * SPACE)


def _pdf(report: LessonReport, language: str) -> bytes:
    from simulator.gui.reports.lesson_report import lesson_page
    from simulator.gui.reports.pdf import pdf_of

    return pdf_of(lesson_page(report, language), f"{REPORT.to(language)} {report.group}")


def _workbook(report: LessonReport, language: str) -> bytes:
    from simulator.classroom.lesson_workbook import lesson_workbook

    return lesson_workbook(report, language)
