from __future__ import annotations

from simulator.domain.debrief import debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.terminal.debriefing import debrief_lines


def lines_of(umbrella, rulebook, answers, language, key_turn=None):
    transcript = play(umbrella.scenario, answers).transcript()
    review = debrief(transcript, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook))
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
    assert not [line for line in lines if "○" in line or "✕" in line or "这里最好" in line]
    assert "   照顾到了：雨太大，她不知道怎么回去。" in lines
