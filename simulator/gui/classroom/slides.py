"""What of a lesson the class may see now, as a slide; nothing that is not revealed gets into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from simulator.classroom.events import Step
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Choice
from simulator.domain.debrief import Deed, Outcome, TurnReview
from simulator.domain.scenario import Expression, Line, Speaker
from simulator.gui.classroom.slide import (
    Bar,
    Part,
    PhoneWay,
    Said,
    Setting,
    Slide,
    SlideOption,
    SlideRule,
    TeamScore,
)
from simulator.gui.practice.reply_face import reply_face
from simulator.gui.presentation import Presentation

_PARTS = {
    Step.VOTE: Part.QUESTION,
    Step.SPLIT: Part.VOTE,
    Step.SECOND_VOTE: Part.QUESTION,
    Step.SECOND_SPLIT: Part.VOTE,
    Step.CONSEQUENCE: Part.CONSEQUENCE,
    Step.RULES: Part.RULES,
    Step.BEST: Part.BEST,
}

_RULES = (Outcome.KEPT, Outcome.BROKEN, Outcome.MISSED)  # what was done to rules before what was not


def slide_of(lesson: Lesson, told: int, presentation: Presentation, phones: PhoneWay | None = None) -> Slide:
    """Give the slide of a lesson of whose moment so many lines have been told."""
    return _Maker(lesson, presentation).slide(told, phones)


def vote_names(count: int) -> tuple[str, ...]:
    """Name the votes of a moment."""
    if count == 1:  # it is named only where there is another beside it
        return (QCoreApplication.translate("Slides", "The vote"),)
    first = QCoreApplication.translate("Slides", "First vote")
    return (first, QCoreApplication.translate("Slides", "After discussion"))[:count]


def obstacle_words(obstacle: str) -> str:
    """Say why an option cannot be taken."""
    return {
        "": "",
        "mood": QCoreApplication.translate("Slides", "Not in the mood that the citizen is in"),
        "earlier": QCoreApplication.translate("Slides", "Something said or done before is in the way"),
    }[obstacle]


class _Maker:
    def __init__(self, lesson: Lesson, presentation: Presentation) -> None:
        self._lesson = lesson
        self._words = presentation.words
        self._scenario = lesson.material.scenario

    def slide(self, told: int, phones: PhoneWay | None) -> Slide:
        lesson = self._lesson
        shown = lesson.scene or lesson.ending
        lines = shown.lines if shown is not None else ()
        step = lesson.now.moment.step
        if step is Step.VOTE and told <= len(lines):
            return replace(self._bare(Part.LINE, lines[:told]), said=self._said(lines[:told]), phones=phones)
        if lesson.ending is not None:
            ended = self._bare(Part.ENDING, lines)
            return replace(ended, heading=self._words(lesson.ending.title), scores=self._scores())
        if lesson.now.moment.shows(Step.CONSEQUENCE) and lesson.review is not None:
            return self._answered(_PARTS[step], lesson.review)
        count = len(lesson.now.moment.ballots) if step in (Step.SPLIT, Step.SECOND_SPLIT) else 0
        asking = self._bare(_PARTS[step], lines)
        again = QCoreApplication.translate("Slides", "Talk it over, then vote again")
        return replace(
            asking,
            said=self._said(lines),
            options=tuple(self._option(choice, votes=count) for choice in lesson.choices),
            votes=vote_names(count),
            note=asking.note or (again if step is Step.SECOND_VOTE else ""),
            phones=phones if not count else None,
        )

    def _bare(self, part: Part, lines: Sequence[Line]) -> Slide:
        """Give a slide with the citizen in their place and no words yet, after these lines."""
        scenario, citizen = self._scenario, self._scenario.citizen
        setting = Setting(scenario.place, scenario.channel, self._words(citizen.name), citizen.portrait)
        scene = self._lesson.scene
        inspection = scene.inspection if scene is not None else None
        note = QCoreApplication.translate("Slides", "What if\u2026 (this does not count)")
        return Slide(
            part,
            setting,
            self._face(lines),
            inspection=inspection,
            note=note if self._lesson.now.in_what_if else "",
        )

    def _answered(self, part: Part, review: TurnReview) -> Slide:
        """Show what was followed: what came of it, what it did to the rules, or the best there was."""
        face = reply_face(review.mood_after - review.mood_before, review.mood_after)
        bare = self._bare(part, ())
        slide = replace(bare, face=face or bare.face)
        if part is Part.CONSEQUENCE:
            reply, citizen = self._words(review.deed.reply), self._words(self._scenario.citizen.name)
            said = Said(Speaker.CITIZEN, citizen, reply) if reply else None
            return replace(slide, said=said, options=self._taken(review.deed), mood=review.mood_after)
        if part is Part.RULES:
            rules = tuple(
                SlideRule(rule.outcome, self._words(rule.rule.statement) if rule.rule is not None else rule.id)
                for rule in sorted(review.rules, key=lambda rule: _RULES.index(rule.outcome))
            )
            return replace(slide, options=self._taken(review.deed), rules=rules, scores=self._scores())
        deed = review.better.deed if review.better is not None else review.deed
        heading = (
            QCoreApplication.translate("Slides", "Better here:")
            if review.better is not None
            else QCoreApplication.translate("Slides", "This is the best here:")
        )
        why = self._words(deed.because)
        return replace(slide, options=self._taken(deed), heading=heading, why=why, scores=self._scores())

    def _taken(self, deed: Deed) -> tuple[SlideOption, ...]:
        """Give the options that an answer is made of: one, or the ticked items."""
        ids = (deed.answer,) if isinstance(deed.answer, str) else deed.answer
        taken = [choice for choice in self._lesson.choices if choice.id in ids]
        return tuple(self._option(choice)._replace(marked=True, obstacle="") for choice in taken)

    def _option(self, choice: Choice, votes: int = 0) -> SlideOption:
        ballots = self._lesson.now.moment.ballots[:votes]
        bars = tuple(Bar(ballot.count(choice.id), float(ballot.share(choice.id))) for ballot in ballots)
        obstacle = obstacle_words(choice.obstacle)
        return SlideOption(choice.number, self._words(choice.words), self._words(choice.do), obstacle, bars)

    def _said(self, lines: Sequence[Line]) -> Said | None:
        """Give the last line, with who says it."""
        if not lines:
            return None
        line = lines[-1]
        names = {
            Speaker.CITIZEN: self._words(self._scenario.citizen.name),
            Speaker.CLERK: QCoreApplication.translate("Slides", "The clerk"),
            Speaker.NARRATOR: "",
        }
        return Said(line.speaker, names[line.speaker], self._words(line.text))

    def _scores(self) -> tuple[TeamScore, ...]:
        lesson = self._lesson
        if not lesson.now.scores_shown:
            return ()
        if lesson.now.teams:
            pairs = zip(lesson.now.teams, lesson.team_standings, strict=True)
            turn = lesson.now.own_path.moment.team
            return tuple(TeamScore(name, one.score, turn == number) for number, (name, one) in enumerate(pairs))
        return (TeamScore(QCoreApplication.translate("Slides", "The class"), lesson.standing.score),)

    def _face(self, lines: Sequence[Line]) -> Expression:
        """Give the face that the citizen has: the last that a line gave, or else the last reply."""
        for line in reversed(lines):
            if line.expression is not None:
                return line.expression
        path, material = self._lesson.now.path, self._lesson.material
        earlier = path.moments[: path.at + 1] if not lines else path.moments[: path.at]
        for moment in reversed(earlier):
            if moment.answer is not None and moment is not self._lesson.now.moment:
                turn = material.turn(moment.state, moment.answer)
                face = reply_face(turn.after.mood - moment.state.mood, turn.after.mood)
                if face is not None:
                    return face
            scene = self._scenario.scenes.get(moment.state.scene)
            faces = [line.expression for line in scene.lines if line.expression is not None] if scene else []
            if faces:
                return faces[-1]
        return Expression.CALM
