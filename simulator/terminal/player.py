"""Practising in the terminal: what a window can play, a terminal can play too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from simulator.domain.debrief import debrief
from simulator.domain.encounter import Encounter, rewound
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.modes import Aid, Mode, stretch_in_force
from simulator.domain.own_words import can_say_first, remarks_at
from simulator.domain.proposal_words import proposal_sentence
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scene
from simulator.domain.transcript import answer_word
from simulator.domain.what_next import Offered
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Card, Catalogue, OpenedScenario
from simulator.records.attempts import Attempts, Outline, Result, replay
from simulator.records.branches import Branches, replay_branch
from simulator.records.database import Database
from simulator.records.goals import Goals
from simulator.records.learners import Learner, Learners
from simulator.records.own_words import OwnWords
from simulator.records.progress import Progress
from simulator.records.review import Review, proposal_for
from simulator.terminal.afterwards import Afterwards
from simulator.terminal.commands import find_scenario, read_proved
from simulator.terminal.console import Console
from simulator.terminal.debriefing import branch_lines, debrief_lines
from simulator.terminal.moment import Answered, Left, Moment, SteppedBack, tidy
from simulator.terminal.saying_first import ask_first, show_remarks
from simulator.terminal.words import LEVELS, spoken

NO = frozenset(("n", "no", "不", "否"))

DEFAULT_LEARNER = say("学员", "Learner")


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line; None where it was left open.

    ``resume`` is whether to take up an unfinished attempt, None to ask where there is a person. ``time_limits`` is how
    many times longer than written they are to be, 0 for none; in the terminal they hold in an exam alone.
    ``say_first`` is whether a person who learns is asked for their own sentence before the options show.
    """

    scenario: str | None
    learner: str | None
    seed: int
    resume: bool | None = None
    mode: Mode = Mode.LEARN
    time_limits: float = 1.0
    say_first: bool = False


class Sitting(NamedTuple):
    """An attempt being practised; ``stretch`` is how many times longer time limits are in it, 0 for none."""

    attempt: int
    encounter: Encounter
    rulebook: Rulebook
    envelope: Envelope
    mode: Mode
    stretch: float
    branch: Encounter | None = None
    say_first: bool = False


class Player:
    """Plays encounters with whoever sits at the console."""

    def __init__(
        self, console: Console, catalogue: Catalogue, database: Database, milliseconds: Callable[[], int]
    ) -> None:
        self._console = console
        self._catalogue = catalogue
        self._attempts = Attempts(database)
        self._progress = Progress(database)
        self._review = Review(database)
        self._learners = Learners(database)
        self._branches = Branches(database)
        self._own_words = OwnWords(database)
        self._moment = Moment(console, milliseconds)
        self._afterwards = Afterwards(console, self._moment, Goals(database))

    def practise(self, wish: Wish) -> int:
        """Play one encounter, or as much of it as the person wants, and give the exit code."""
        try:
            learner = self._choose_learner(wish.learner)
            self._afterwards.remind(learner.id)
            path = (
                find_scenario(wish.scenario, self._catalogue)
                if wish.scenario is not None
                else self._choose_scenario(learner)
            )
            sitting = self._sit_down(learner, path, wish)
            sitting = sitting._replace(say_first=wish.say_first and sitting.mode is Mode.LEARN)
        except Left:
            return 0
        try:
            self._play(sitting)
        except Left:
            self._console.say(
                say(
                    "先到这里。已经答过的每一轮都存好了，下次可以接着练。",
                    "That is it for now. Every turn that you answered is recorded, and you can go on from here.",
                )
            )
            return 0
        self._finish(sitting)
        return 0

    def _choose_learner(self, named: str | None) -> Learner:
        if named is not None:
            return self._learners.add(named)
        if not self._console.interactive:
            return self._learners.add(DEFAULT_LEARNER.to(self._console.language))
        known = self._learners.all()
        for number, learner in enumerate(known, start=1):
            self._console.say(f"{number:3}. {learner.name}")
        while True:
            word = self._moment.ask(
                "你是谁？输入编号，或者写下新的名字：" if known else "你叫什么名字？",
                "Who are you? A number, or a new name:" if known else "What is your name?",
            )
            if word.isdecimal() and 1 <= int(word) <= len(known):
                return known[int(word) - 1]
            if word:
                try:
                    return self._learners.add(word)
                except UserError as error:
                    self._console.say(error.sentence)

    def _choose_scenario(self, learner: Learner) -> Path:
        cards = self._catalogue.cards()
        if not cards:
            raise UserError(
                say(
                    "情景库里一个情景也没有。请写明情景文件：play 路径。",
                    "There is no scenario in the library. Name a file: play PATH.",
                )
            )
        self._console.say(self._advice(learner, cards))
        self._console.say(say(f"{learner.name}，今天练哪一个？", f"{learner.name}, which one today?"))
        bests = self._attempts.bests(learner.id)
        for number, card in enumerate(cards, start=1):
            best = bests.get(card.id)
            so_far = (
                say(
                    f"　最好 {best.score} 分，{LEVELS[best.level].to('zh')}",
                    f"   best {best.score}, {LEVELS[best.level].to('en')}",
                ).to(self._console.language)
                if best
                else ""
            )
            self._console.say(f"{number:3}. {self._card_line(card)}{so_far}")
        while True:
            word = tidy(self._moment.ask("编号或情景名（q 离开）：", "Number or id (q leaves):"))
            for number, card in enumerate(cards, start=1):
                if word in (str(number), card.id):
                    return card.path
            self._moment.mend_or_stop(UserError(say(f"列表里没有“{word}”。", f"“{word}” is not in the list.")))

    def _advice(self, learner: Learner, cards: Sequence[Card]) -> Text:
        """Say in one sentence what to practise now, and why."""
        playable = {card.id: card for card in cards if not card.broken}
        rulebook = self._catalogue.rulebook().rulebook
        known = self._review.known(learner.id)
        rules = {id: card.rules for id, card in playable.items()}
        proposal = proposal_for(known, Offered(rules, self._catalogue.courses().courses, rulebook))
        titles = [playable[id].title for id in proposal.encounters]
        return proposal_sentence(proposal, rulebook, titles, known.now)

    def _card_line(self, card: Card) -> str:
        language = self._console.language
        if card.broken:
            problem = next(found for found in card.diagnostics if found.severity == "error")
            return f"✕ {card.path.name}  {problem.code} {problem.message.to(language)}"
        minutes = say(f"约 {card.minutes} 分钟", f"about {card.minutes} min").to(language)
        return f"{card.title.to(language)}  {card.id}  {'●' * card.difficulty}{'○' * (3 - card.difficulty)}  {minutes}"

    def _sit_down(self, learner: Learner, path: Path, wish: Wish) -> Sitting:
        """Take up the unfinished attempt at a scenario or begin a new one."""
        waiting = [outline for outline in self._attempts.unfinished(learner.id) if outline.scenario_id == path.stem]
        if wish.mode is Mode.EXAM:
            waiting = [outline for outline in waiting if outline.mode == wish.mode]
        if waiting and self._wants_to_resume(waiting[0], wish.resume):
            return self._resume(waiting[0], path, wish)
        opened, rulebook = self._catalogue.open(path), self._catalogue.rulebook()
        try:
            envelope = Envelope(opened.scenario, rulebook.rulebook)
        except EnvelopeError:
            read_proved(path, rulebook.rulebook)  # says it as a diagnostic
            raise
        if self._console.interactive or wish.resume is False:
            for outline in waiting:
                self._attempts.set_aside(outline.id)
        attempt = self._attempts.begin(
            learner.id, path.stem, opened.hash, opened.text, rulebook.hash, rulebook.text, wish.seed, wish.mode
        )
        self._introduce(opened, learner)
        encounter, stretch = Encounter(opened.scenario, wish.seed), _stretch(wish.mode, wish)
        self._tell_mode(wish.mode, stretch)
        return Sitting(attempt, encounter, rulebook.rulebook, envelope, wish.mode, stretch)

    def _wants_to_resume(self, outline: Outline, wish: bool | None) -> bool:
        if wish is not None or not self._console.interactive:
            return bool(wish)
        word = self._moment.ask(
            f"上次练到第 {outline.turns + 1} 轮，没有练完。接着练吗？（回车接着练，n 从头开始）",
            f"You left this one at turn {outline.turns + 1}. Go on from there? (Enter goes on, n begins anew)",
        )
        return tidy(word).lower() not in NO

    def _resume(self, outline: Outline, path: Path, wish: Wish) -> Sitting:
        replayed = replay(self._attempts.load(outline.id))
        title = replayed.scenario.title
        self._console.say(
            say(
                f"《{title.to('zh')}》，接着上次：已经答过 {outline.turns} 轮。",
                f"{title.to('en')}, taken up again: {outline.turns} turns answered so far.",
            )
        )
        if not self._is_current(path, outline.scenario_hash):
            self._console.say(
                say(
                    "这个情景的文件后来改过；这一次仍按开始时的内容练完。",
                    "This scenario's file has been edited since; this attempt goes on with the text that it began "
                    "with.",
                )
            )
        mode = Mode(outline.mode)
        stretch = _stretch(mode, wish)
        self._tell_mode(mode, stretch)
        turns = replayed.encounter.transcript().turns
        if turns:
            self._moment.show_exchange(replayed.encounter, turns[-1])
        envelope = Envelope(replayed.scenario, replayed.rulebook)
        inside = self._branches.open(outline.id)
        branch = replay_branch(replayed.encounter, inside) if inside is not None else None
        if branch is not None:
            self._console.say(
                say(
                    "上次停在一个分支里，它不计成绩；r 回到第一遍。",
                    "You left it in a branch, which does not count; r returns to the first pass.",
                )
            )
        return Sitting(outline.id, replayed.encounter, replayed.rulebook, envelope, mode, stretch, branch)

    def _is_current(self, path: Path, scenario_hash: str) -> bool:
        try:
            return self._catalogue.open(path).hash == scenario_hash
        except ScenarioError:
            return False

    def _introduce(self, opened: OpenedScenario, learner: Learner) -> None:
        language = self._console.language
        self._console.say(opened.scenario.title.to(language))
        if opened.scenario.summary:
            self._console.say(opened.scenario.summary.to(language))
        self._console.say(
            say(
                f"（{learner.name}在练。输入编号作答，? 看提示，b 退回一轮，q 离开，下次可以接着练。）",
                f"({learner.name} practises. Answer with a number; ? shows the hint; b steps back; q leaves, to be "
                "taken up again.)",
            )
        )

    def _tell_mode(self, mode: Mode, stretch: float) -> None:
        if mode is Mode.EXAM:
            longer_zh = f"，是写明的 {stretch:g} 倍" if stretch != 1 else ""
            longer_en = f" at {stretch:g} times their length" if stretch != 1 else ""
            self._console.say(
                say(
                    f"（这是考试：没有提示，不能退回，限时有效{longer_zh}，结果最后才看。）",
                    f"(This is an exam: no hints, no stepping back, time limits hold{longer_en}, and the result comes "
                    "at the end.)",
                )
            )

    def _play(self, sitting: Sitting) -> None:
        """Play the first pass to its end, and branches on the way as they are wanted."""
        first_pass, branch = sitting.encounter, sitting.branch
        while True:
            encounter = branch or first_pass
            scene = encounter.scene
            if scene is None:
                if branch is None:
                    return
                self._show_ending(encounter)
                self._return(sitting)
                branch = None
                continue
            self._moment.show(encounter, scene, branch=branch is not None)
            if branch is None:
                self._say_first(sitting, scene)
            self._moment.offer(encounter, scene)
            try:
                answered = self._moment.answer(encounter, scene, sitting.mode, sitting.stretch)
            except SteppedBack as wish:
                if wish.turn is not None:
                    branch = self._step_back(sitting, encounter, wish.turn)
                elif branch is not None:
                    self._return(sitting)
                    branch = None
                continue
            # On the disk before anything of what follows is seen.
            self._record(sitting, answered, len(encounter.transcript().turns), branch=branch is not None)
            self._moment.show_exchange(encounter, answered.turn)

    def _say_first(self, sitting: Sitting, scene: Scene) -> None:
        """Ask a person who wants it what they would say, or show what they said before they left."""
        number = len(sitting.encounter.transcript().turns) + 1
        sentence = self._own_words.of_attempt(sitting.attempt).get(number, "")
        asked = sitting.say_first and self._console.interactive and can_say_first(scene)
        if not sentence and asked and (sentence := ask_first(self._moment)):
            self._own_words.say(sitting.attempt, number, sentence)
        if sentence:
            show_remarks(self._console, sentence, remarks_at(scene, sitting.rulebook, sentence))

    def _record(self, sitting: Sitting, answered: Answered, number: int, *, branch: bool) -> None:
        turn, elapsed = answered.turn, answered.elapsed_ms
        scene, word = turn.before.scene, answer_word(turn.answer)
        if branch:
            self._branches.record_turn(sitting.attempt, number, scene, word, elapsed)
        else:
            aid = Aid(answered.hinted, sitting.stretch)
            self._attempts.record_turn(sitting.attempt, number, scene, word, elapsed, aid)

    def _step_back(self, sitting: Sitting, encounter: Encounter, turn: int) -> Encounter:
        self._branches.begin(sitting.attempt, turn)
        self._console.say()
        self._console.say(
            say(
                f"退回第 {turn} 轮。从这里起是分支，不计成绩；r 回到第一遍。",
                f"Back at turn {turn}. From here on this is a branch and does not count; r returns to the first pass.",
            )
        )
        return rewound(encounter, turn - 1)

    def _return(self, sitting: Sitting) -> None:
        """Close the branch; the first pass goes on where it stood."""
        self._branches.close(sitting.attempt)
        self._console.say()
        self._console.say(say("回到第一遍，它停在这里。", "Back in the first pass, which stood here."))

    def _finish(self, sitting: Sitting) -> None:
        """Show the ending, record the result and look back."""
        language = self._console.language
        encounter = sitting.encounter
        review = debrief(encounter.transcript(), sitting.rulebook, sitting.envelope)
        card = review.scorecard
        self._attempts.finish(
            sitting.attempt, Result(card.ending or "", card.score, card.level, card.rating, card.passed)
        )
        self._progress.count(sitting.attempt, card.rules)
        self._show_ending(encounter)
        key_turn = self._ask_key_turn(len(review.turns))
        if key_turn is not None:
            self._attempts.keep_note(sitting.attempt, key_turn)
        self._console.say()
        aids = [turn.aid for turn in self._attempts.load(sitting.attempt).turns]
        own_words = self._own_words.of_attempt(sitting.attempt)
        for words in debrief_lines(review, key_turn, language, aids, own_words):
            self._console.say(words)
        self._afterwards.tell_goal(sitting.attempt, review)
        for branch in self._branches.of_attempt(sitting.attempt):
            tried = replay_branch(encounter, branch).transcript()
            for words in branch_lines(branch.turn, debrief(tried, sitting.rulebook, sitting.envelope), language):
                self._console.say(words)
        self._afterwards.offer(sitting.attempt, review, sitting.envelope)

    def _show_ending(self, encounter: Encounter) -> None:
        ending, language = encounter.ending, self._console.language
        self._console.say()
        if ending is not None:
            self._console.say(f"── {ending.title.to(language)} ──")
            for line in ending.lines:
                self._console.say(spoken(line, encounter.scenario, language))

    def _ask_key_turn(self, turns: int) -> int | None:
        """Ask a person, before anything is judged, which turn mattered most."""
        if not self._console.interactive:
            return None
        while True:
            try:
                word = self._moment.ask(
                    f"先想一想，哪一轮最关键？（1 到 {turns}，回车跳过）",
                    f"Before you look: which turn mattered most? (1 to {turns}, Enter skips)",
                )
            except Left:
                return None
            if not word:
                return None
            if word.isdecimal() and 1 <= int(word) <= turns:
                return int(word)


def _stretch(mode: Mode, wish: Wish) -> float:
    """Give how many times longer than written time limits are: someone who learns in the terminal has none."""
    return stretch_in_force(mode, wish.time_limits) if mode is Mode.EXAM else 0.0
