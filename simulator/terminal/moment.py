"""One moment in the terminal: the scene is shown, an answer is read, and what followed is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from simulator.domain.encounter import AnswerError, Encounter
from simulator.domain.modes import Mode
from simulator.domain.scenario import Inspection, Scene
from simulator.domain.transcript import Answer, Turn
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.terminal.console import Console
from simulator.terminal.words import CLERK, STAGES, answer_sentence, deed, said, spoken, why_unavailable

LEAVE = frozenset(("q", "退出"))
HINT = frozenset(("?", "提示"))
BACK = frozenset(("b", "退回"))
RETURN = frozenset(("r", "回来"))
NOTHING_TICKED = frozenset(("-", "0", "无", "没有"))

_BETWEEN_TICKS = re.compile(r"[+,;、\s]+")


class Left(Exception):
    """The person leaves, or the input is at its end."""


class Answered(NamedTuple):
    """A turn, how long it took, and whether the hint was looked at before."""

    turn: Turn
    elapsed_ms: int
    hinted: bool


class SteppedBack(Exception):
    """The person wants back to the turn of this number; None to go on with the first pass."""

    def __init__(self, turn: int | None) -> None:
        super().__init__(turn)
        self.turn = turn


class Moment:
    """Shows where an encounter stands to whoever sits at the console, and reads what they answer."""

    def __init__(self, console: Console, milliseconds: Callable[[], int]) -> None:
        self._console = console
        self._milliseconds = milliseconds

    def show(self, encounter: Encounter, scene: Scene, *, branch: bool) -> None:
        """Show a scene, without what can be answered in it; ``branch`` is whether it is one of a branch."""
        language = self._console.language
        number = len(encounter.transcript().turns) + 1
        self._console.say()
        mood = say(f"心情 {encounter.state.mood}", f"mood {encounter.state.mood}").to(language)
        mark = say(" · 分支", " · branch").to(language) if branch else ""
        self._console.say(f"── {number} · {STAGES[scene.stage].to(language)} · {mood}{mark} ──")
        for line in scene.lines:
            self._console.say(spoken(line, encounter.scenario, language))

    def offer(self, encounter: Encounter, scene: Scene) -> None:
        """Show what can be answered in a scene."""
        language = self._console.language
        if scene.inspection:
            self._console.say(
                say(
                    "哪些要改？（编号之间用空格或 + 隔开；都不用改就写 -）",
                    "What must be put right? (numbers with spaces or + between them; - for nothing)",
                )
            )
            for place, item in enumerate(scene.inspection.items.values(), start=1):
                self._console.say(f"{place:3}. {item.text.to(language)}")
        for option in encounter.options():
            words = deed(option.response.say, option.response.do, language)
            if option.available:
                self._console.say(f"{option.number:3}. {words}")
            else:
                reason = why_unavailable(option)
                barred = say(f"（现在不行：{reason.to('zh')}）", f" (not now: {reason.to('en')})").to(language)
                self._console.say(f"{option.number:3}× {words}{barred}")

    def answer(self, encounter: Encounter, scene: Scene, mode: Mode, stretch: float) -> Answered:
        """Ask until there is an answer that can be given; a script has one try.

        What is answered when the time limit, ``stretch`` times as long as written, is over comes too late: silence was
        the answer by then. Raises Left, or SteppedBack where another moment is wanted.
        """
        limit = self._limit(scene, stretch)
        shown = self._milliseconds()
        hinted = False
        while True:
            word = tidy(self.ask("你的回答：", "Your answer:"))
            elapsed = self._milliseconds() - shown
            if limit is not None and scene.on_timeout is not None and elapsed > limit:
                self._console.say(
                    say("时间已经过了，没有来得及回答。", "The time was over before there was an answer.")
                )
                return Answered(encounter.answer(scene.on_timeout), elapsed, hinted)
            if word in HINT:
                self._console.say(_hint(scene, mode))
                hinted = hinted or (scene.hint is not None and mode is not Mode.EXAM)
                continue
            try:
                if word not in scene.responses:
                    self._step(word, encounter, mode)
                return Answered(encounter.answer(_read_answer(encounter, scene, word)), elapsed, hinted)
            except AnswerError as error:
                self.mend_or_stop(UserError(self._wrong_answer(encounter, error)))
            except UserError as error:
                self.mend_or_stop(error)

    def _step(self, word: str, encounter: Encounter, mode: Mode) -> None:
        """Raise SteppedBack where that is what the word says: alone one turn, or to the turn named behind it."""
        if word.lower() in RETURN:
            raise SteppedBack(None)
        verb, _, named = word.partition(" ")
        if verb.lower() not in BACK:
            return
        answered = len(encounter.transcript().turns)
        number = int(named) if named.strip().isdecimal() else 0 if named.strip() else answered
        if mode is Mode.EXAM:
            raise UserError(say("考试中不能退回。", "There is no stepping back in an exam."))
        if not 1 <= number <= answered:
            raise UserError(
                say(
                    f"退不到那里：已经答过 {answered} 轮。b 退回一轮，b 2 退回第 2 轮。",
                    f"There is no such turn: {answered} are answered. b steps back one turn, b 2 to turn 2.",
                )
            )
        raise SteppedBack(number)

    def show_exchange(self, encounter: Encounter, turn: Turn) -> None:
        """Show what the clerk just did and what the citizen replied."""
        language = self._console.language
        scene = encounter.scenario.scenes[turn.before.scene]
        if scene.inspection:
            items = [scene.inspection.items[id].text.to(language) for id in turn.answer]
            self._console.say(
                said(say("要改的", "To put right"), say("；", "; ").to(language).join(items) or "-", language)
            )
            return
        response = scene.responses[str(turn.answer)]
        self._console.say(said(CLERK, deed(response.say, response.do, language), language))
        if response.reply:
            self._console.say(said(encounter.scenario.citizen.name, response.reply.to(language), language))

    def ask(self, zh: str, en: str) -> str:
        """Read one line; raises Left at the end of the input or where the person wants to leave."""
        line = self._console.ask(say(zh, en))
        if line is None or tidy(line).lower() in LEAVE:
            raise Left
        return line

    def _limit(self, scene: Scene, stretch: float) -> int | None:
        """Say how much time there is, where there is a limit, and give it in milliseconds."""
        if scene.time_limit is None or scene.on_timeout is None or not stretch:
            return None
        seconds = round(scene.time_limit * stretch)
        self._console.say(say(f"（限时 {seconds} 秒）", f"({seconds} seconds)"))
        return seconds * 1000

    def _wrong_answer(self, encounter: Encounter, error: AnswerError) -> Text:
        """Say what was wrong with an answer: to a person with numbers, to a script's author with ids and the turn."""
        if not self._console.interactive:
            number, sentence = len(encounter.transcript().turns) + 1, answer_sentence(error)
            return say(
                f"第 {number} 轮：{sentence.to('zh')}之前的回答都存好了，加上 --resume 可以接着练。",
                f"Turn {number}: {sentence.to('en')} The answers before it are recorded; --resume goes on from there.",
            )
        if error.reason == "unavailable":
            return say("这一项现在不行，请选别的。", "That one cannot be chosen now; choose another.")
        return say(
            f"这里没有“{error.answer}”。请输入上面的编号。",
            f"There is no “{error.answer}” here. Answer with one of the numbers above.",
        )

    def mend_or_stop(self, error: UserError) -> None:
        """Tell a person what was wrong, to try again; a script that went wrong goes no further."""
        if not self._console.interactive:
            raise error
        self._console.say(error.sentence)


def _hint(scene: Scene, mode: Mode) -> Text:
    if mode is Mode.EXAM:
        return say("考试中没有提示。", "There are no hints in an exam.")
    return scene.hint or say("这里没有提示。", "There is no hint here.")


def tidy(line: str) -> str:
    """Give a line with full-width digits and signs, as Chinese keyboards write them, made plain."""
    return unicodedata.normalize("NFKC", line).strip()


def _read_answer(encounter: Encounter, scene: Scene, word: str) -> Answer:
    """Read an answer written with numbers or ids."""
    if scene.inspection:
        return _read_ticks(scene.inspection, word)
    for option in encounter.options():
        if word in (str(option.number), option.response.id):
            return option.response.id
    return word


def _read_ticks(inspection: Inspection, word: str) -> Answer:
    if word in NOTHING_TICKED:
        return ()
    ids = list(inspection.items)
    ticks = [tick for tick in _BETWEEN_TICKS.split(word) if tick]
    if not ticks:
        raise AnswerError("an-inspection", word, ids)
    return tuple(ids[int(tick) - 1] if tick.isdecimal() and 1 <= int(tick) <= len(ids) else tick for tick in ticks)
