from __future__ import annotations

import io
import itertools
import shutil
from pathlib import Path

import pytest

from simulator.domain.scoring import Level
from simulator.errors import ScenarioError, UserError
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts, Best, Result
from simulator.records.learners import Learner, Learners
from simulator.records.progress import Progress, RuleCount
from simulator.terminal.console import Console
from simulator.terminal.player import Player, Wish
from tests.conftest import PROJECT, SMALL_SCENARIO


class Person(Console):
    """Somebody at a terminal, who types these lines and then presses the key for the end of the input."""

    interactive = True

    def __init__(self, language: str, lines: list[str]) -> None:
        super().__init__(language, io.StringIO(), io.StringIO())
        self._lines = iter(lines)

    def ask(self, question):
        self.say(question)
        return next(self._lines, None)


class Script(Console):
    """A file of answers piped into the program."""

    interactive = False

    def __init__(self, language: str, lines: list[str]) -> None:
        super().__init__(language, io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO())


def printed(console):
    return console._stdout.getvalue()


@pytest.fixture
def practise(catalogue, database):
    def practise(console, scenario=str(SMALL_SCENARIO), learner="王芳", seed=1, resume=None):
        ticks = itertools.count(0, 250)
        player = Player(console, catalogue, database, lambda: next(ticks))
        code = player.practise(Wish(scenario, learner, seed, resume))
        return code, printed(console)

    return practise


@pytest.fixture
def attempts(database):
    return Attempts(database)


ENCOUNTER = """\
A wet umbrella
First of a rainy day.
(王芳 practises. Answer with a number; ? shows the hint; b steps back; q leaves, to be taken up again.)

── 1 · before opening · mood 40 ──
  Before opening, you look in the mirror.
What must be put right? (numbers with spaces or + between them; - for nothing)
  1. The badge hangs back to front
  2. The pen is in its holder
To put right: The badge hangs back to front

── 2 · greeting · mood 40 ──
He Wen: Where can I leave this umbrella?
  1. Good morning, give it to me, there is a stand here. [rises and takes it]
  2. Mind the floor.
You: Mind the floor.
He Wen: I did not mean to…

── 3 · greeting · mood 25 ──
  1. I am sorry, I put that badly. Please sit down.
  2. Next.
You: I am sorry, I put that badly. Please sit down.

── 4 · serving · mood 30 ──
He Wen: I have come for the senior card.
  1. A new senior card, is that right?
  2. Fill this in.
  3× When we are done I will call you a car, it is pouring. (not now: what has happened so far does not lead to it)
You: A new senior card, is that right?

── Done ──

── Debrief ──
"""


def test_an_encounter_from_its_first_line_to_the_debrief(practise, attempts):
    code, output = practise(Script("en", ["badge", "floor", "apologise", "confirm"]), seed=3)

    assert code == 0
    assert output[: len(ENCOUNTER)] == ENCOUNTER
    attempt = attempts.load(1)
    assert [(turn.number, turn.scene, turn.answer, turn.elapsed_ms) for turn in attempt.turns] == [
        (1, "mirror", "badge", 250),
        (2, "arrival", "floor", 250),
        (3, "sorry", "apologise", 250),
        (4, "business", "confirm", 250),
    ]
    assert (attempt.outline.seed, attempt.outline.mode) == (3, "learn")
    assert attempt.outline.result == Result("done", 25, Level.NONE, 2, False)


def test_numbers_and_ids_answer_alike(practise, attempts):
    practise(Script("zh", ["1", "welcome", "call-taxi"]), seed=3)
    practise(Script("zh", ["badge", "1", "3"]), seed=3)

    assert [turn.answer for turn in attempts.load(1).turns] == ["badge", "welcome", "call-taxi"]
    assert [turn.answer for turn in attempts.load(2).turns] == ["badge", "welcome", "call-taxi"]


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [
        ("badge+pen", "badge+pen"),
        ("2 1", "badge+pen"),
        ("2,1", "badge+pen"),
        ("１、２", "badge+pen"),
        ("-", "-"),
        ("无", "-"),
    ],
)
def test_an_inspection_is_ticked_by_numbers_or_ids(practise, attempts, typed, ticked):
    practise(Script("zh", [typed]))

    assert [turn.answer for turn in attempts.load(1).turns] == [ticked]


def test_each_turn_is_recorded_before_anything_that_follows_is_shown(practise, attempts):
    class Watcher(Script):
        def say(self, words=""):
            super().say(words)
            if str(words).startswith("── ") and "·" in str(words):
                shown.append((len(attempts.load(1).turns), str(words)[3]))

    shown = []
    practise(Watcher("en", ["badge", "welcome"]))
    assert shown == [(0, "1"), (1, "2"), (2, "3")]


def test_the_end_of_the_input_leaves_and_what_was_answered_can_be_resumed(practise, attempts):
    code, output = practise(Script("zh", ["badge", "welcome"]))
    assert code == 0
    assert output.endswith("先到这里。已经答过的每一轮都存好了，下次可以接着练。\n")

    code, output = practise(Script("zh", ["call-taxi"]), resume=True)
    assert code == 0
    assert output.startswith(
        "《一把湿伞》，接着上次：已经答过 2 轮。\n你：您好，伞给我，这边有伞架。〔起身接过伞〕\n何文：哎，谢谢。\n"
    )
    assert "── 3 · 待客 · 心情 50 ──" in output
    assert attempts.bests(1) == {"wet-umbrella": Best(100, Level.MOVING, 5, 1)}


def test_resuming_what_only_lacks_its_result_goes_to_the_debrief(practise, attempts, catalogue, rulebook, database):
    """As a kill between the last turn and the result leaves it."""
    learner, opened = Learners(database).add("王芳"), catalogue.open(SMALL_SCENARIO)
    attempts.begin(learner.id, "wet-umbrella", opened.hash, opened.text, rulebook.hash, rulebook.text, 1, "learn")
    for number, (scene, word) in enumerate(
        [("mirror", "badge"), ("arrival", "welcome"), ("business", "form")], start=1
    ):
        attempts.record_turn(1, number, scene, word, 100)

    code, output = practise(Script("zh", []), resume=True)
    assert code == 0
    assert "── 复盘 ──" in output
    assert attempts.load(1).outline.result == Result("done", 50, Level.NONE, 3, False)


def test_a_script_begins_anew_unless_it_resumes(practise, attempts):
    for resume, expected in [(True, [1]), (None, [2, 1]), (True, [2, 1]), (False, [3])]:
        practise(Script("zh", []), resume=resume)
        assert [outline.id for outline in attempts.unfinished(1)] == expected


@pytest.mark.parametrize(("typed", "unfinished", "turns"), [("", [1], 2), ("n", [2], 1)])
def test_a_person_is_asked_whether_to_go_on(practise, attempts, typed, unfinished, turns):
    practise(Script("zh", ["badge"]))

    _, output = practise(Person("zh", [typed, "1"]))
    assert "上次练到第 2 轮，没有练完。接着练吗？（回车接着练，n 从头开始）" in output
    assert [outline.id for outline in attempts.unfinished(1)] == unfinished
    assert len(attempts.load(unfinished[0]).turns) == turns


def test_an_edited_scenario_goes_on_with_the_text_that_it_began_with(tmp_path, database, attempts):
    folder = tmp_path / "scenarios"
    folder.mkdir()
    path = Path(shutil.copy(SMALL_SCENARIO, folder))
    catalogue = Catalogue([folder], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")

    def practise(lines):
        console = Script("zh", lines)
        Player(console, catalogue, database, lambda: 0).practise(Wish(str(path), "王芳", 1, resume=True))
        return printed(console)

    practise(["badge", "welcome"])
    original = path.read_text("utf-8")
    path.write_text(original.replace("我来办老年卡。", "我来办居住证。"), "utf-8")
    after_edit = practise([])
    path.write_text("format: [", "utf-8")
    broken = practise([])
    path.write_text("# " + original, "utf-8")
    only_a_comment = practise([])

    notice = "这个情景的文件后来改过；这一次仍按开始时的内容练完。"
    assert (notice in after_edit, notice in broken, notice in only_a_comment) == (True, True, False)
    assert all("何文：我来办老年卡。" in output for output in (after_edit, broken, only_a_comment))


def test_a_person_can_mend_a_slip(practise, attempts):
    _, output = practise(Person("zh", ["mirror-frame", "1", "？", "9", "2", "1", "3", "1"]), seed=3)

    assert [turn.answer for turn in attempts.load(1).turns] == ["badge", "floor", "apologise", "confirm"]
    assert "这里没有“mirror-frame”。请输入上面的编号。" in output
    assert "先管人，再管地。" in output
    assert "这里没有“9”。请输入上面的编号。" in output
    assert "这一项现在不行，请选别的。" in output


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            ["badge", "hello"],
            "Turn 2: There is no “hello” here. Choose from: floor, welcome. The answers before it are",
        ),
        (["badge", "floor", "apologise", "call-taxi"], "Turn 4: “call-taxi” is not available now."),
        (["1+x"], "Turn 1: There is no “x” here. Choose from: badge, pen."),
        ([""], "Turn 1: This is an inspection: join what must be put right with +, from badge, pen"),
    ],
)
def test_a_script_that_goes_wrong_goes_no_further(practise, attempts, lines, sentence):
    with pytest.raises(UserError) as refused:
        practise(Script("en", lines))

    assert refused.value.sentence.to("en").startswith(sentence)
    assert [turn.answer for turn in attempts.load(1).turns] == lines[:-1]


def test_a_person_names_the_moment_that_mattered_most_before_the_debrief(practise, attempts):
    _, output = practise(Person("zh", ["badge", "floor", "apologise", "confirm", "7", "2"]))

    asked, judged = output.index("哪一轮最关键？（1 到 4，回车跳过）"), output.index("── 复盘 ──")
    assert asked < judged
    assert "你说最关键的是第 2 轮，丢分最多的也正是它。" in output
    assert attempts.load(1).outline.key_turn == 2


def test_a_person_says_who_they_are_by_number_or_name(practise, database):
    practise(Person("zh", ["王芳"]), learner=None)
    _, output = practise(Person("zh", ["1"]), learner=None)
    practise(Person("zh", ["", "王\x07芳", "李强"]), learner=None)

    assert "  1. 王芳\n你是谁？输入编号，或者写下新的名字：\n" in output
    assert Learners(database).all() == [Learner(1, "王芳"), Learner(2, "李强")]


@pytest.mark.parametrize(("language", "name"), [("zh", "学员"), ("en", "Learner")])
def test_a_script_without_a_name_has_the_usual_one(practise, database, language, name):
    practise(Script(language, []), learner=None)

    assert [learner.name for learner in Learners(database).all()] == [name]


def test_without_a_scenario_the_library_is_listed(practise, attempts):
    practise(Script("zh", ["badge", "welcome", "call-taxi"]))
    _, output = practise(Person("zh", ["3", "1"]), scenario=None)

    assert output.startswith(
        "开窗前先把台面和纸笔备好：这条规则还没有遇到过，试试《一把湿伞》。\n"
        "王芳，今天练哪一个？\n"
        "  1. 一把湿伞  wet-umbrella  ●○○  约 1 分钟　最好 100 分，感动服务\n"
        "编号或情景名（q 离开）：\n"
        "列表里没有“3”。\n"
        "编号或情景名（q 离开）：\n"
        "一把湿伞\n"
    )


def test_a_scenario_is_named_by_its_id_too(practise):
    code, output = practise(Script("en", []), scenario="wet-umbrella")
    assert (code, output.splitlines()[0]) == (0, "A wet umbrella")


def test_a_broken_scenario_stays_in_the_list_and_is_refused(tmp_path, database):
    (tmp_path / "broken.yaml").write_text("format: 1\nid: broken\n", "utf-8")
    catalogue = Catalogue([tmp_path], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
    console = Script("zh", ["1"])

    with pytest.raises(ScenarioError, match=r"broken\.yaml:1:1 SC"):
        Player(console, catalogue, database, lambda: 0).practise(Wish(None, "王芳", 1))
    assert "  1. ✕ broken.yaml  SC" in printed(console)


def test_a_scenario_in_which_nothing_can_be_earned_is_refused_before_it_begins(tmp_path, database, attempts):
    text = SMALL_SCENARIO.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.strip().startswith("keeps:") and "inspect" not in line]
    path = tmp_path / "wet-umbrella.yaml"
    path.write_text("\n".join(lines).replace("fault: true", "fault: false"), "utf-8")
    catalogue = Catalogue([tmp_path], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")

    with pytest.raises(ScenarioError):
        Player(Script("zh", []), catalogue, database, lambda: 0).practise(Wish(str(path), "王芳", 1))
    assert attempts.of_learner(1) == []


def test_an_empty_library_says_what_to_do(tmp_path, database):
    catalogue = Catalogue([tmp_path], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
    with pytest.raises(UserError, match="There is no scenario in the library"):
        Player(Script("zh", []), catalogue, database, lambda: 0).practise(Wish(None, "王芳", 1))


def test_what_an_attempt_did_to_the_rules_is_counted_with_its_result(practise, database):
    practise(Script("en", ["badge", "welcome", "call-taxi"]))
    (learner,) = Learners(database).all()
    assert Progress(database).uncounted(learner.id) == 0
    assert Progress(database).rules(learner.id)["greet-speak-first"] == RuleCount(1, 0, 0, 1)
