"""What a person takes along from a debrief in the terminal: one goal for the next time, turns replayed otherwise."""

from __future__ import annotations

from simulator.domain.debrief import Debrief, Outcome
from simulator.domain.envelope import Envelope
from simulator.domain.goals import came_of, proposals
from simulator.domain.what_if import other_deeds, what_if
from simulator.i18n import say
from simulator.records.goals import Goals
from simulator.terminal.console import Console
from simulator.terminal.debriefing import deed_words, goal_lines, what_if_lines
from simulator.terminal.moment import Left, Moment, tidy


class Afterwards:
    """Offers a person at the keyboard a goal and what-ifs once they have read a debrief, and comes back to the goal."""

    def __init__(self, console: Console, moment: Moment, goals: Goals) -> None:
        self._console = console
        self._moment = moment
        self._goals = goals

    def remind(self, learner_id: int) -> None:
        """Show the goal that a learner has open, before they start."""
        goal = self._goals.current(learner_id)
        if goal is not None:
            words = goal.words
            self._console.say(say(f"这一次的目标：{words.to('zh')}", f"Your goal this time: {words.to('en')}"))

    def tell_goal(self, attempt_id: int, review: Debrief) -> None:
        """Tell what came of the goal with which the learner came; it is done where its rule was kept throughout."""
        held = self._goals.held_during(attempt_id)
        if held is None:
            return
        outcome = came_of(review, held.rule)
        if outcome is Outcome.KEPT:
            self._goals.done(held.id)
        came = {
            Outcome.KEPT: say("做到了", "done"),
            Outcome.MISSED: say("还没有", "not yet"),
            Outcome.BROKEN: say("还没有", "not yet"),
            None: say("没有遇上", "no occasion"),
        }[outcome]
        self._console.say(
            say(
                f"目标　　　{held.words.to('zh')}：{came.to('zh')}。",
                f"Goal      {held.words.to('en')}: {came.to('en')}.",
            )
        )

    def offer(self, attempt_id: int, review: Debrief, envelope: Envelope) -> None:
        """Offer goals, then what-ifs until the person has seen enough."""
        if not self._console.interactive:
            return
        try:
            self._offer_goals(attempt_id, review)
            while self._offer_what_if(review, envelope):
                pass
        except Left:
            pass

    def _offer_goals(self, attempt_id: int, review: Debrief) -> None:
        proposed = proposals(review)
        if not proposed:
            return
        self._console.say()
        for line in goal_lines(proposed, self._console.language):
            self._console.say(line)
        number = self._number("带哪一件？（编号，回车跳过）", "Which one? (a number, Enter skips)", len(proposed))
        if number is not None:
            goal = proposed[number - 1]
            self._goals.set(attempt_id, goal.rule, goal.words)
            self._console.say(say("记下了，下次开始时会提醒你。", "Taken along; it is shown when you next start."))

    def _offer_what_if(self, review: Debrief, envelope: Envelope) -> bool:
        """Replay one turn with another option, if the person wants; tells whether they did."""
        self._console.say()
        turn = self._number(
            f"如果当时换一种做法？（第几轮，1 到 {len(review.turns)}，回车结束）",
            f"What if it had been answered otherwise? (a turn from 1 to {len(review.turns)}, Enter ends)",
            len(review.turns),
        )
        if turn is None:
            return False
        others = other_deeds(review, turn)
        if not others:
            self._console.say(say("这一轮没有别的选项。", "There was no other option in this turn."))
            return True
        for number, other in enumerate(others, start=1):
            self._console.say(f"{number:3}. {deed_words(other, self._console.language)}")
        option = self._number(
            "换成哪一个？（编号，回车跳过）", "Which one instead? (a number, Enter skips)", len(others)
        )
        if option is not None:
            self._console.say()
            for line in what_if_lines(
                what_if(review, envelope, turn, others[option - 1].answer), self._console.language
            ):
                self._console.say(line)
        return True

    def _number(self, zh: str, en: str, last: int) -> int | None:
        """Ask for a number from 1 on; None where it is skipped."""
        while word := tidy(self._moment.ask(zh, en)):
            if word.isdecimal() and 1 <= int(word) <= last:
                return int(word)
            self._console.say(say(f"请输入 1 到 {last}。", f"A number from 1 to {last}, please."))
        return None
