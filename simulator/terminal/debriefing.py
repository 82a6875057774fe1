"""The debrief in the terminal: three answers to three questions, and then turn by turn what each answer did."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.debrief import BetterOption, Debrief, Finding, Outcome, RuleReview, TurnReview
from simulator.i18n import Text, say
from simulator.terminal.words import CLERK, LEVEL_MEANINGS, LEVELS, MARKS, RATING_MEANINGS, STAGES, deed, said

_INDENT = "   "


def debrief_lines(debrief: Debrief, key_turn: int | None, language: str) -> Iterator[str]:
    """Give the lines of a debrief; ``key_turn`` is the turn that the learner named, if any."""
    yield say("── 复盘 ──", "── Debrief ──").to(language)
    yield from _outcome(debrief, language)
    if key_turn is not None:
        yield _named(debrief, key_turn).to(language)
    yield from _needs(debrief, language)
    for turn in debrief.turns:
        yield ""
        yield from _turn(turn, language)


def _outcome(debrief: Debrief, language: str) -> Iterator[str]:
    card = debrief.scorecard
    mark = debrief.scenario.pass_mark
    passed = say("通过", "passed") if card.passed else say("未通过", "not passed")
    yield say(
        f"得分　　{card.score}，{passed.to('zh')}（及格线 {mark}）。规矩守住了多少：最多可得 {card.attainable} 分，"
        f"你得了 {card.points} 分。",
        f"Score     {card.score}, {passed.to('en')} (pass mark {mark}). Did you keep the rules? You earned "
        f"{card.points} of "
        f"the {card.attainable} points that could be earned.",
    ).to(language)
    for rule in debrief.critical_broken:
        yield say(
            f"　　　　✕ 违反了一条关键规则，所以不能通过：{rule.statement.to('zh')}",
            f"          ✕ A critical rule was broken, so this is not passed: {rule.statement.to('en')}",
        ).to(language)
    level, meaning = LEVELS[card.level], LEVEL_MEANINGS[card.level]
    yield say(
        f"服务境界　{level.to('zh')}。你走了多远：{meaning.to('zh')}",
        f"Level     {level.to('en')}. How far did you go? {meaning.to('en')}",
    ).to(language)
    rating = RATING_MEANINGS[card.rating]
    yield say(
        f"群众评价　{'★' * card.rating}{'☆' * (5 - card.rating)} {rating.to('zh')}。对方心里怎么想：离开时的心情 "
        f"{card.mood}（满分 100）。",
        f"Rating    {'★' * card.rating}{'☆' * (5 - card.rating)} {rating.to('en')}. How does the citizen feel? Mood on "
        f"leaving: {card.mood} of 100.",
    ).to(language)
    if debrief.neighbour:
        yield say(
            f"回去以后会对邻居说：“{debrief.neighbour.to('zh')}”",
            f"What a neighbour will hear: “{debrief.neighbour.to('en')}”",
        ).to(language)


def _needs(debrief: Debrief, language: str) -> Iterator[str]:
    for need in debrief.needs_met:
        yield say(f"✓ 你看见了没说出口的：{need.to('zh')}", f"✓ You saw what was not said: {need.to('en')}").to(
            language
        )
    for need in debrief.needs_missed:
        yield say(f"○ 没说出口、也没被看见的：{need.to('zh')}", f"○ Not said, and not seen: {need.to('en')}").to(
            language
        )


def _named(debrief: Debrief, key_turn: int) -> Text:
    costliest = max(debrief.turns, key=lambda turn: turn.regret)
    if costliest.regret == 0:
        return say(
            f"你说最关键的是第 {key_turn} 轮。这一次，没有哪一轮丢了分。",
            f"You named turn {key_turn}. This time no turn gave anything away.",
        )
    if costliest.number == key_turn:
        return say(
            f"你说最关键的是第 {key_turn} 轮，丢分最多的也正是它。",
            f"You named turn {key_turn}, and that is where most was given away.",
        )
    return say(
        f"你说最关键的是第 {key_turn} 轮；丢分最多的是第 {costliest.number} 轮。",
        f"You named turn {key_turn}; most was given away in turn {costliest.number}.",
    )


def _turn(turn: TurnReview, language: str) -> Iterator[str]:
    yield say(
        f"{turn.number}. {STAGES[turn.stage].to('zh')}　得分 {turn.points:+}　心情 "
        f"{turn.mood_before}→{turn.mood_after}",
        f"{turn.number}. {STAGES[turn.stage].to('en')}   points {turn.points:+}   mood "
        f"{turn.mood_before}→{turn.mood_after}",
    ).to(language)
    if turn.deed.findings:
        for finding in turn.deed.findings:
            yield _INDENT + _finding(finding, language)
    else:
        yield _INDENT + said(CLERK, deed(turn.deed.say, turn.deed.do, language), language)
        for rule in turn.rules:
            yield _INDENT + _rule(rule, language)
        yield from _told(say("为什么", "Why"), turn.deed.because, language)
    for need in turn.needs_met:
        yield from _told(say("照顾到了", "You met"), need, language)
    yield from _told(say("对方没说出口的", "What the citizen thought"), turn.thought, language)
    if turn.better and not turn.deed.findings:
        yield from _better(turn.better, language)


def _finding(finding: Finding, language: str) -> str:
    ticked = (say("（勾了）", " (ticked)") if finding.ticked else say("（没勾）", " (left)")).to(language)
    mark = MARKS[finding.outcome] if finding.outcome else " "
    because = finding.item.because
    why = say(f"　{because.to('zh')}", f" - {because.to('en')}").to(language) if because else ""
    return f"{mark} {finding.item.text.to(language)}{ticked}{why}"


def _rule(review: RuleReview, language: str) -> str:
    statement = review.rule.statement.to(language) if review.rule else review.id
    points = f" {review.points:+}" if review.points else ""
    name = {
        Outcome.KEPT: say("做到了", "kept"),
        Outcome.MISSED: say("错过了", "missed"),
        Outcome.BROKEN: say("违反了", "broken"),
    }[review.outcome].to(language)
    return f"{MARKS[review.outcome]} {name}{points}{say('：', ': ').to(language)}{statement}"


def _better(better: BetterOption, language: str) -> Iterator[str]:
    words = deed(better.deed.say, better.deed.do, language)
    yield _INDENT + said(say("这里最好", "Best here"), words, language)
    if better.deed.because:
        yield _INDENT * 2 + better.deed.because.to(language)
    yield _INDENT * 2 + say(
        f"那样之后最高还能到 {better.score_within_reach}，你选的最高到 {better.score_after_chosen}。",
        f"After it {better.score_within_reach} was within reach; after yours, {better.score_after_chosen}.",
    ).to(language)


def _told(name: Text, words: Text | None, language: str) -> Iterator[str]:
    if words:
        yield _INDENT + said(name, words.to(language), language)
