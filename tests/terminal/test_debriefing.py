from __future__ import annotations

from simulator.domain.debrief import debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.goals import proposals
from simulator.domain.modes import Aid
from simulator.domain.what_if import what_if
from simulator.library.scenario_file import read_scenario_file
from simulator.terminal.debriefing import debrief_lines, goal_lines, what_if_lines
from tests import stories
from tests.conftest import PROJECT


def review_of(scenario, rulebook, answers):
    return debrief(play(scenario, answers).transcript(), rulebook, Envelope(scenario, rulebook))


def lines_of(umbrella, rulebook, answers, language, key_turn=None):
    review = review_of(umbrella.scenario, rulebook.rulebook, answers)
    return list(debrief_lines(review, key_turn, language))


def statement(rulebook, rule, language):
    return rulebook.rulebook.rules[rule].statement.to(language)


def test_a_debrief_answers_three_questions_and_then_goes_turn_by_turn(umbrella, rulebook):
    lines = lines_of(umbrella, rulebook, ["badge+pen", "welcome", "form"], "en", key_turn=1)

    assert lines == [
        "── Debrief ──",
        (
            "Score     42, not passed (pass mark 60). Did you keep the rules? "
            "You earned 5 of the 12 points that could be earned."
        ),
        "Level     none. How far did you go? Not passed yet: first what everyone may expect.",
        "Rating    ★★★☆☆ fairly satisfied. How does the citizen feel? Mood on leaving: 45 of 100.",
        "You named turn 1; most was given away in turn 3.",
        "○ Not said, and not seen: The rain is heavy and she does not know how to get home.",
        "Inner voice  At the crux (turn 2, mood 40): I hope I do not wet their floor.",
        "",
        "1. before opening   points +2   mood 40→40",
        "   ✓ The badge hangs back to front (ticked) - A citizen must be able to read the name.",
        "   ✕ The pen is in its holder (ticked) - That is as it should be.",
        "",
        "2. greeting   points +6   mood 40→50",
        "   You: Good morning, give it to me, there is a stand here. [rises and takes it]",
        f"   ✓ kept +3: {statement(rulebook, 'greet-courtesy-opening', 'en')}",
        f"   ✓ kept +3: {statement(rulebook, 'greet-speak-first', 'en')}",
        "   Why: You spoke first and took the umbrella.",
        "   What the citizen thought: I hope I do not wet their floor.",
        "",
        "3. serving   points -3   mood 50→45",
        "   You: Fill this in.",
        f"   ○ missed: {statement(rulebook, 'serve-ask-beyond', 'en')}",
        f"   ○ missed: {statement(rulebook, 'serve-hidden-need', 'en')}",
        f"   ✕ broken -3: {statement(rulebook, 'serve-confirm-need', 'en')}",
        "   Why: A form before a question.",
        "   Best here: When we are done I will call you a car, it is pouring.",
        "      You thought of what she did not say.",
        "      After it 92 was within reach; after yours, 42.",
        "",
        "── In other words ──",
        f"✕ {statement(rulebook, 'serve-confirm-need', 'en')}",
        "   What you said, turn 3: Fill this in.",
        "   Better (another option of that moment): When we are done I will call you a car, it is pouring.",
        f"○ {statement(rulebook, 'serve-ask-beyond', 'en')}",
        "   What you said, turn 3: Fill this in.",
        "   Better (another option of that moment): When we are done I will call you a car, it is pouring.",
        f"○ {statement(rulebook, 'serve-hidden-need', 'en')}",
        "   What you said, turn 3: Fill this in.",
        "   Better (another option of that moment): When we are done I will call you a car, it is pouring.",
    ]


def test_the_best_path_leaves_nothing_to_mend(umbrella, rulebook):
    lines = lines_of(umbrella, rulebook, ["badge", "welcome", "call-taxi"], "zh", key_turn=3)

    assert lines[:7] == [
        "── 复盘 ──",
        "得分　　100，通过（及格线 60）。规矩守住了多少：最多可得 12 分，你得了 12 分。",
        "服务境界　感动服务。你走了多远：对方没说出口的，你也照顾到了。",
        "群众评价　★★★★★ 非常满意。对方心里怎么想：离开时的心情 80（满分 100）。",
        "回去以后会对邻居说：“那儿的人还帮我叫车呢。”",
        "你说最关键的是第 3 轮。这一次，没有哪一轮丢了分。",
        "✓ 你看见了没说出口的：雨太大，她不知道怎么回去。",
    ]
    assert lines[7] == "心里话　关键处（第 2 轮，心情 40）：别把人家地弄湿了。"
    assert "── 换一句话 ──" not in lines
    assert not [line for line in lines if "○" in line or "✕" in line or "这里最好" in line]
    assert "   照顾到了：雨太大，她不知道怎么回去。" in lines


def test_goals_are_offered_by_number(umbrella, rulebook):
    review = review_of(umbrella.scenario, rulebook.rulebook, ["badge", "floor", "next"])
    assert list(goal_lines(proposals(review), "en")) == [
        "One thing for the next time:",
        "   1. Begin the first sentence with a greeting",
        "   2. Say it back first, then begin",
        "   3. Speak first when someone comes up",
    ]
    assert list(goal_lines((), "en")) == []


def test_a_turn_replayed_tells_both_ways_to_their_end(umbrella, rulebook):
    review = review_of(umbrella.scenario, rulebook.rulebook, ["badge", "welcome", "form"])
    envelope = Envelope(umbrella.scenario, rulebook.rulebook)
    assert list(what_if_lines(what_if(review, envelope, 3, "call-taxi"), "en")) == [
        "── What if, turn 3 ──",
        "",
        "What happened: score 50, not passed, ★★★☆☆",
        "   You: Fill this in.",
        "   The end: Done",
        "",
        "What would have followed: score 100, passed, ★★★★★",
        "   You: When we are done I will call you a car, it is pouring.",
        "   The end: A car in the rain",
    ]


def test_a_complaint_is_told_with_its_order_of_beats():
    rules = ("complaint-listen-full", "complaint-own-and-act", "complaint-apologise-before-explain")
    scenes = {
        f"s{number}": stories.scene(stage="complaint", it={"keeps": [rule], "goto": f"s{number + 1}"})
        for number, rule in enumerate(rules, start=1)
    }
    story = stories.scenario({**scenes, "s4": stories.scene(bye={"keeps": ["greet"]})})
    lines = list(debrief_lines(review_of(story, stories.rulebook(), ["it", "it", "it", "bye"]), None, "en"))
    assert (
        "Order of beats  ·settle ✓hear out ✓apologise ·meet the feeling ·record the facts ✓own it and act "
        "·offer a choice ·name where to turn ·thank and call back"
    ) in lines
    assert "As it came      hear out (1) → own it and act (2) → apologise (3)" in lines
    crossed = "“own it and act” came before “apologise”; the other way round it is easier to hear."
    assert " " * 16 + crossed in lines


def test_what_helped_is_told_as_a_plain_fact(rulebook):
    scenario = read_scenario_file(PROJECT / "tests" / "gui" / "practice" / "queue-number.yaml").scenario
    review = review_of(scenario, rulebook.rulebook, ["settle", "look", "first"])

    lines = list(debrief_lines(review, None, "en", [Aid(hinted=True, stretch=1.5), Aid(), Aid()]))
    assert "Time limits  1.5 times as long as written." in lines
    assert lines.count("   Hint used") == 1
    lines = list(debrief_lines(review, None, "zh", [Aid(stretch=0), Aid(), Aid(hinted=True)]))
    assert "限时　　　不限时。" in lines
    assert lines.count("   用了提示") == 1
    assert not [line for line in debrief_lines(review, None, "zh", [Aid(), None, Aid()]) if "限时" in line]
