"""What a scenario allows, exactly: the best and the worst, rule by rule, ending by ending, option by option."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from simulator.authoring.proof_report import ProofReport, proof_report
from simulator.domain.envelope import Bound, Envelope, EnvelopeError
from simulator.domain.scenario import Scenario
from simulator.domain.transcript import answer_word
from simulator.gui.authoring.studio import Studio


class ReportView(QDialog):
    """The report as a page to read."""

    def __init__(self, studio: Studio, scenario: Scenario, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is possible"))
        self._studio = studio
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        try:
            envelope = Envelope(scenario, studio.rulebook)
        except EnvelopeError:
            self.browser.setPlainText(
                self.tr("Nothing can be proved of this scenario yet: the list of problems says why.")
            )
        else:
            self.browser.setHtml(self._html(proof_report(scenario, studio.rulebook, envelope)))
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser, 1)
        layout.addWidget(buttons)
        self.resize(860, 620)

    def _html(self, report: ProofReport) -> str:
        words = self._studio.presentation.words
        states = self.tr("Proved over %1 states.").replace("%1", f"{report.states:,}")
        head = [self.tr("Ending"), self.tr("Best"), self.tr("Worst")]
        endings = [
            [
                f"{words(one.title)} ({one.id})",
                _points(one.best) if one.best is not None else self.tr("never reached"),
                _points(one.worst) if one.worst is not None else "",
            ]
            for one in report.endings
        ]
        rules = [[words(one.statement) or one.id, _points(one.best), _points(one.worst)] for one in report.rules]
        parts = [
            f"<h2>{escape(words(report.title))}</h2><p>{escape(states)}</p>",
            self._bound(self.tr("The best path"), report.best),
            self._bound(self.tr("The worst path"), report.worst),
            f"<h3>{escape(self.tr('Endings'))}</h3>",
            _table(head, endings),
            f"<h3>{escape(self.tr('What each option gives up'))}</h3>",
        ]
        for scene in report.scenes:
            name = scene.id if scene.reached else f"{scene.id} ({self.tr('never reached')})"
            rows = [
                [words(option.words), self._price(option.price.least, option.price.most)]
                if option.price is not None
                else [words(option.words), self.tr("never available")]
                for option in scene.options
            ]
            parts += [f"<h4>{escape(name)}</h4>", _table([self.tr("Option"), self.tr("Gives up")], rows)]
        parts += [
            f"<h3>{escape(self.tr('Rules'))}</h3>",
            _table([self.tr("Rule"), self.tr("Best"), self.tr("Worst")], rules),
        ]
        return "".join(parts)

    def _bound(self, name: str, bound: Bound) -> str:
        path = " \u2192 ".join(answer_word(answer) for answer in bound.path)
        points = self.tr("%1 points").replace("%1", _points(bound))
        return f"<h3>{escape(name)}: {escape(points)}</h3><p>{escape(path)}</p>"

    def _price(self, least: int | None, most: int | None) -> str:
        if least is None or most is None:
            return self.tr("everything: no ending can be reached any more")
        if least == most:
            return self.tr("nothing") if most == 0 else str(most)
        return self.tr("%1 to %2").replace("%1", str(least)).replace("%2", str(most))


def _points(bound: Bound) -> str:
    return "\u2212\u221e" if bound.points is None else str(bound.points).replace("-", "\u2212")


def _table(head: list[str], rows: list[list[str]]) -> str:
    cells = "".join(f"<th align='left'>{escape(one)}</th>" for one in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(one)}</td>" for one in row) + "</tr>" for row in rows)
    return f"<table cellspacing='0' cellpadding='5' width='100%'><tr>{cells}</tr>{body}</table>"
