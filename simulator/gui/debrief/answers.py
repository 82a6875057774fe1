"""Three answers to three questions, never mixed: the score, the level, the citizen's rating."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.domain.debrief import Debrief
from simulator.domain.scoring import Level
from simulator.gui.debrief.typesetting import column, em, kicker, paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.level_ladder import LevelLadder
from simulator.gui.widgets.score_ring import ScoreRing
from simulator.gui.widgets.stars import Stars


class Answer(QWidget):
    """One question, with what answers it: a picture, a word, and a line on what that means here and why."""

    def __init__(self, title: str, question: str, picture: QWidget, word: str, tone: str, why: str) -> None:
        super().__init__()
        layout = column(SPACE // 2, self)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(SPACE // 2)
        label = kicker(title)
        label.setWordWrap(False)
        self._head.addWidget(label)
        self._head.addWidget(paragraph(question, size="small", tone="soft"), 1)
        layout.addLayout(self._head)
        layout.addSpacing(SPACE // 2)
        self._frame = QWidget()
        frame = column(0, self._frame)
        frame.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.picture = picture
        layout.addWidget(self._frame)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(paragraph(word, size="lead", tone=tone))
        layout.addWidget(paragraph(why, size="small", tone="soft"))
        self.setAccessibleName(f"{title}: {word}")
        self.setAccessibleDescription(why)
        picture.setAccessibleName(word)

    def fit(self, picture: int) -> None:
        """Give the picture this much height, so that words beside each other stand on one line; 0: what it needs.

        Answers below each other have the width to put their question on one line with their title.
        """
        self._frame.setFixedHeight(max(picture, self.picture.sizeHint().height()))
        below = QBoxLayout.Direction.TopToBottom
        self._head.setDirection(below if picture else QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE // 2 if picture else 2 * SPACE)


class Answers(QWidget):
    """The three answers, beside each other or, where the room is narrow, below each other."""

    def __init__(self, presentation: Presentation, debrief: Debrief) -> None:
        super().__init__()
        self._presentation = presentation
        self._debrief = debrief
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4 * SPACE)
        self._answers = (self._score(), self._level(), self._rating())
        for answer in self._answers:
            self._row.addWidget(answer, 1, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: int) -> None:
        """Choose the arrangement that this width has room for."""
        beside = width >= 3 * 10 * em(self._presentation) + 8 * SPACE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        height = max(answer.picture.sizeHint().height() for answer in self._answers) if beside else 0
        for answer in self._answers:
            answer.fit(height)

    def _score(self) -> Answer:
        card, pass_mark = self._debrief.scorecard, self._debrief.scenario.pass_mark
        if card.critical_broken:
            why = self.tr("A critical rule was broken, so this attempt is not passed, whatever the score.")
        elif card.passed:
            why = self.tr("%1 of the %2 points this encounter offers were earned; a score of %3 passes.")
        else:
            why = self.tr("%1 of the %2 points this encounter offers were earned; it takes a score of %3 to pass.")
        why = why.replace("%1", str(max(0, card.points))).replace("%2", str(card.attainable))
        return Answer(
            self.tr("Score"),
            self.tr("Were the rules kept?"),
            ScoreRing(self._presentation, card.score, pass_mark, card.passed),
            (self.tr("%1: passed") if card.passed else self.tr("%1: not passed")).replace("%1", str(card.score)),
            "celadon" if card.passed else "persimmon" if card.critical_broken else "ochre",
            why.replace("%3", str(pass_mark)),
        )

    def _level(self) -> Answer:
        reached = list(Level).index(self._debrief.scorecard.level)
        names = (self.tr("Basic"), self.tr("Proactive"), self.tr("Moving"))
        word = (self.tr("None yet"), *names)[reached]
        return Answer(
            self.tr("Level"),
            self.tr("How far did it go?"),
            LevelLadder(self._presentation, names, reached),
            word,
            "plum" if self._debrief.scorecard.level is Level.MOVING else "celadon" if reached else "",
            self._level_reason(),
        )

    def _level_reason(self) -> str:
        grounds = self._debrief.grounds
        match self._debrief.scorecard.level:
            case Level.NONE:
                return self.tr("The first step is a passed attempt; the others stand on it.")
            case Level.BASIC:
                words = self.tr("Passed. The next step takes %1 rules beyond the basics; here %2 was kept.")
                needed, kept = grounds.beyond_basic_needed, grounds.beyond_basic
                return words.replace("%1", str(needed)).replace("%2", str(kept))
            case Level.PROACTIVE:
                missing = [
                    words
                    for there, words in (
                        (grounds.need_met, self.tr("a need met that was not spoken")),
                        (grounds.moving_kept, self.tr("a rule of moving service kept")),
                        (grounds.resolved, self.tr("the business settled")),
                    )
                    if not there
                ]
                words = self.tr("Things were done before they were asked for. For the next step one finds missing: %1.")
                return words.replace("%1", self.tr(", ", "between missing things").join(missing))
        return self.tr("A need met that was not spoken, a rule of moving service kept, and the business settled.")

    def _rating(self) -> Answer:
        card, by_mood = self._debrief.scorecard, self._debrief.mood_rating
        why = self.tr("%1 leaves with a mood of %2 out of 100.")
        if card.rating < by_mood:
            why = self.tr("The mood at the end, %2 out of 100, would have been %3 stars; the way it ended allows %4.")
        name = self._presentation.words(self._debrief.scenario.citizen.name)
        why = why.replace("%2", str(card.mood)).replace("%3", str(by_mood)).replace("%4", str(card.rating))
        word = (
            self.tr("Very dissatisfied"),
            self.tr("Dissatisfied"),
            self.tr("Fairly satisfied"),
            self.tr("Satisfied"),
            self.tr("Very satisfied"),
        )[card.rating - 1]
        return Answer(
            self.tr("Citizen's rating"),
            self.tr("How did they feel?"),
            Stars(self._presentation, card.rating),
            self.tr("%1 of 5: %2").replace("%1", str(card.rating)).replace("%2", word),
            "",
            why.replace("%1", name),
        )
