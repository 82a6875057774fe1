"""The parts of the progress page that list: rules, badges and attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from simulator.domain.progress import CLEAN_KEEPS, RuleState, State
from simulator.gui.progress import wording
from simulator.gui.progress.rows import Medal, Rows, Words
from simulator.gui.progress.sections import PictureSection
from simulator.gui.progress.wording import filled, rule_name
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.segments import Segments
from simulator.i18n import date_words, days_ago

if TYPE_CHECKING:
    from simulator.domain.progress import Finished
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Picture

_STATE_SIGNS = {
    State.MASTERED: ("kept", "celadon"),
    State.PRACTISING: ("replay", "ochre"),
    State.NOT_MET: ("missed", "soft_ink"),
}
_RULES = 12  # shown at first
_ATTEMPTS = 10
_MORE_ATTEMPTS = 40


class RulesSection(PictureSection):
    """The state of each rule.

    Signals:
        rule_requested(str): the rule of this id.
    """

    rule_requested = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._picture: Picture | None = None
        self._filter = Segments(presentation, (None, *State))
        self._filter.chosen.connect(self._choose)
        self.rows = Rows(presentation)
        self.rows.chosen.connect(self.rule_requested)
        self._nothing = MeasuredLabel()
        self._whole = False
        self._more = QPushButton()
        self._more.setProperty("kind", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._show_all)
        self.column.addWidget(self._filter)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.rows)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def more(self) -> QPushButton:
        """What lists the others, too."""
        return self._more

    @property
    def filter(self) -> Segments:
        """Which states are listed."""
        return self._filter

    def tell(self, picture: Picture) -> None:
        """List the rules."""
        if self._picture is None or self._picture.past.learner != picture.past.learner:
            practising = any(one.state is State.PRACTISING for one in picture.states.values())
            self._filter.show_value(State.PRACTISING if practising else State.NOT_MET)
            self._whole = False
        self._picture = picture
        note = self.tr(
            "Cleanly kept with three different citizens, a rule is mastered; broken later, it is practised again."
        )
        self.head(self.tr("Rules"), note)
        states = [one.state for one in picture.states.values()]
        every = self.tr("All")
        names = [f"{every} {len(states)}"]
        names += [f"{wording.state_word(state)} {states.count(state)}" for state in State]
        self._filter.name(self.tr("Rules"), names)
        self._list()

    def _list(self) -> None:
        picture, wanted = self._picture, self._filter.value
        if picture is None:
            return
        found = [one for one in picture.states.values() if wanted is None or one.state is wanted]
        # What was worked on last stands first; what was never met keeps the rulebook's order.
        found.sort(key=lambda one: -one.last_seen.timestamp() if one.last_seen else 0.0)
        self._nothing.setText(self.tr("None."))
        self._nothing.setVisible(not found)
        shown = found if self._whole else found[:_RULES]
        self.rows.tell([(one.rule, self._words(one, picture)) for one in shown])
        self._more.setVisible(len(shown) < len(found))
        self._more.setText(filled(self.tr("Show the others (%1 more)"), len(found) - len(shown)))

    def _choose(self) -> None:
        self._whole = False
        self._list()

    def _show_all(self) -> None:
        self._whole = True
        first = len(self.rows.rows)
        self._list()
        self.rows.rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, one: RuleState, picture: Picture) -> Words:
        icon, tone = _STATE_SIGNS[one.state]
        rule = picture.shelf.rulebook.rules.get(one.rule)
        detail = ""
        if one.last_seen is not None:
            detail = filled(
                self.tr("Kept %1, missed %2, broken %3; last met %4"),
                one.kept,
                one.missed,
                one.broken,
                self.presentation.words(days_ago(one.last_seen, picture.past.now)),
            )
        name, state = rule_name(rule, self.language, one.rule), wording.state_word(one.state)
        clean = filled(self.tr("%1 of %2 clean keeps"), one.clean, CLEAN_KEEPS)
        met = one.state is not State.NOT_MET
        spoken = ". ".join(filter(None, (name, state, clean if met else "", detail)))
        return Words(icon, tone, name, detail, state, (one.clean, CLEAN_KEEPS) if met else None, spoken)


class BadgeSection(PictureSection):
    """Sayings of the trade, and how far conduct has lived up to them."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.medals: list[Medal] = []
        self._flow = FlowLayout(gap=2 * SPACE)
        self.column.addLayout(self._flow)

    def tell(self, picture: Picture) -> None:
        """Show all badges."""
        note = self.tr(
            "For conduct, not for hours: each is earned when the rules behind it are mastered, and then it stays."
        )
        self.head(self.tr("Badges"), note)
        while len(self.medals) < len(picture.badges):
            medal = Medal(self.presentation)
            self.medals.append(medal)
            self._flow.addWidget(medal)
        for medal, badge in zip(self.medals, picture.badges, strict=True):
            if badge.earned is not None:
                standing = filled(self.tr("Earned %1"), date_words(badge.earned, self.language))
            else:
                standing = filled(self.tr("%1 of %2 clean keeps"), badge.have, badge.need)
            medal.tell(
                wording.BADGE_ICONS[badge.id],
                wording.BADGES[badge.id].to(self.language),
                wording.badge_rules(badge.rules, picture.shelf, self.language),
                standing,
                earned=badge.earned is not None,
            )

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        for medal in self.medals:
            medal.updateGeometry()
            medal.update()


class AttemptSection(PictureSection):
    """All finished attempts, the newest first; each opens its debrief.

    Signals:
        debrief_requested(int): the attempt of this id.
    """

    debrief_requested = Signal(int)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._picture: Picture | None = None
        self._shown = _ATTEMPTS
        self.rows = Rows(presentation)
        self.rows.chosen.connect(self._open)
        self._more = QPushButton()
        self._more.setProperty("kind", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._show_more)
        self.column.addWidget(self.rows)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def more(self) -> QPushButton:
        """What shows older attempts."""
        return self._more

    def tell(self, picture: Picture) -> None:
        """List the attempts."""
        if self._picture is None or self._picture.past.learner != picture.past.learner:
            self._shown = _ATTEMPTS
        self._picture = picture
        attempts = picture.past.history.attempts
        count = len(attempts)
        note = self.tr("None is finished yet.")
        if count:
            encounters = len({attempt.scenario for attempt in attempts})
            since = date_words(attempts[0].finished, self.language)
            note = filled(self.tr("Finished since %3: %1, at %2 different encounters."), count, encounters, since)
        self.head(self.tr("Attempts"), note)
        newest = picture.past.history.attempts[: -self._shown - 1 : -1]
        self.rows.tell([(str(one.id), self._words(one, picture)) for one in newest])
        self._more.setVisible(count > self._shown)
        self._more.setText(filled(self.tr("Show older ones (%1 more)"), count - self._shown))

    def _words(self, one: Finished, picture: Picture) -> Words:
        passed = self.tr("Passed") if one.passed else self.tr("Not passed")
        detail = " · ".join(
            (date_words(one.finished, self.language), wording.mode_word(one.mode, self.language), passed)
        )
        aside = filled(
            self.tr("Score %1 · %2 · rating %3 of 5"),
            one.score,
            wording.level_word(one.level, self.language),
            one.rating,
        )
        icon, tone = ("kept", "celadon") if one.passed else ("missed", "ochre")
        return Words(icon, tone, self.presentation.words(picture.shelf.title(one.scenario)), detail, aside)

    def _show_more(self) -> None:
        first = len(self.rows.rows)
        self._shown += _MORE_ATTEMPTS
        if self._picture is not None:
            self.tell(self._picture)
            self.rows.rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str) -> None:
        self.debrief_requested.emit(int(key))
