"""The debrief in the terminal: three answers to three questions, then what each answer did, and what to take along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from simulator.domain.beats import Beat, complaint_order
from simulator.domain.debrief import BetterOption, Debrief, Deed, Finding, Outcome, RuleReview, TurnReview
from simulator.domain.goals import Proposal
from simulator.domain.inner_voice import Moment, inner_voice
from simulator.domain.modes import Aid, stretches
from simulator.domain.rule_cards import Source, rule_cards
from simulator.domain.what_if import WhatIf
from simulator.i18n import Text, say
from simulator.terminal.words import CLERK, LEVEL_MEANINGS, LEVELS, MARKS, RATING_MEANINGS, STAGES, deed, said, spoken

_INDENT = "   "
_CARDS = 5  # rules told with a better sentence; more would drown what matters

BEATS = {
    Beat.SETTLE: say("安顿", "settle"),
    Beat.LISTEN: say("倾听", "hear out"),
    Beat.APOLOGISE: say("致歉", "apologise"),
    Beat.ACKNOWLEDGE: say("共情", "meet the feeling"),
    Beat.RECORD: say("核记", "record the facts"),
    Beat.ACT: say("担责解决", "own it and act"),
    Beat.OPTIONS: say("给出选择", "offer a choice"),
    Beat.CHANNEL: say("告知渠道", "name where to turn"),
    Beat.THANK: say("致谢回访", "thank and call back"),
}


def debrief_lines(
    debrief: Debrief,
    key_turn: int | None,
    language: str,
    aids: Sequence[Aid | None] = (),
    own_words: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Give the lines of a debrief.

    ``key_turn`` is the turn that the learner named, if any; ``aids`` is what helped, turn by turn;
    ``own_words`` is what was said first, by the numbers of the turns.
    """
    yield say("── 复盘 ──", "── Debrief ──").to(language)
    yield from _outcome(debrief, language)
    if key_turn is not None:
        yield _named(debrief, key_turn).to(language)
    yield from _time_limits(stretches(debrief.transcript, aids), language)
    yield from _needs(debrief, language)
    yield from _inner_voice(debrief, key_turn, language)
    yield from _order(debrief, language)
    for place, turn in enumerate(debrief.turns):
        yield ""
        yield from _turn(turn, language)
        if any(aid is not None and aid.hinted for aid in aids[place : place + 1]):
            yield _INDENT + say("用了提示", "Hint used").to(language)
        if turn.number in own_words:
            words = own_words[turn.number]
            yield _INDENT + say(f"你本来会说：“{words}”", f"You would have said: “{words}”").to(language)
    yield from _cards(debrief, language)


def branch_lines(turn: int, tried: Debrief, language: str) -> Iterator[str]:
    """Give the lines on a branch, which began with ``turn``: what was tried, and how it came out."""
    yield ""
    yield say(
        f"── 退回第 {turn} 轮后试过的（不计成绩） ──",
        f"── Tried after stepping back to turn {turn} (does not count) ──",
    ).to(language)
    for one in tried.turns[turn - 1 :]:
        yield f"{_INDENT}{one.number}. {_own(one.deed, language)}"
    if tried.ending is None:
        yield _INDENT + say("没有走到结局。", "Left before an ending.").to(language)
        return
    yield from _told(say("结局", "The end"), tried.ending.title, language)
    yield _INDENT + say(f"得分 {tried.scorecard.score}", f"Score {tried.scorecard.score}").to(language)


def goal_lines(proposals: Sequence[Proposal], language: str) -> Iterator[str]:
    """Give the lines that offer goals for the next time, numbered from 1; nothing where there are none."""
    if not proposals:
        return
    yield say("下一次，只带一件事：", "One thing for the next time:").to(language)
    for number, proposal in enumerate(proposals, start=1):
        yield f"{_INDENT}{number}. {proposal.words.to(language)}"


def what_if_lines(found: WhatIf, language: str) -> Iterator[str]:
    """Give the lines of one turn replayed: what happened, and what would have followed the other option."""
    happened, imagined = found.happened.scorecard, found.imagined.scorecard
    yield say(f"── 如果当时，第 {found.number} 轮 ──", f"── What if, turn {found.number} ──").to(language)
    for name, turns, review, card in (
        (say("实际发生的", "What happened"), found.turns_happened, found.happened, happened),
        (say("如果那样", "What would have followed"), found.turns_imagined, found.imagined, imagined),
    ):
        yield ""
        passed = say("通过", "passed") if card.passed else say("未通过", "not passed")
        yield say(
            f"{name.to('zh')}：得分 {card.score}，{passed.to('zh')}，{'★' * card.rating}{'☆' * (5 - card.rating)}",
            f"{name.to('en')}: score {card.score}, {passed.to('en')}, {'★' * card.rating}{'☆' * (5 - card.rating)}",
        ).to(language)
        for turn in turns:
            if turn is not turns[0]:
                yield from (_INDENT + spoken(line, review.scenario, language) for line in turn.lines)
            yield _INDENT + _own(turn.deed, language)
            yield from _told(review.scenario.citizen.name, turn.deed.reply, language)
        if review.ending is not None:
            yield from _told(say("结局", "The end"), review.ending.title, language)


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


def _time_limits(stood: Sequence[float], language: str) -> Iterator[str]:
    if any(stretch != 1 for stretch in stood):
        zh = "、".join(f"{stretch:g} 倍" if stretch else "不限时" for stretch in stood)
        en = ", ".join(f"{stretch:g} times as long as written" if stretch else "off" for stretch in stood)
        yield say(f"限时　　　{zh}。", f"Time limits  {en}.").to(language)


def _needs(debrief: Debrief, language: str) -> Iterator[str]:
    for need in debrief.needs_met:
        yield say(f"✓ 你看见了没说出口的：{need.to('zh')}", f"✓ You saw what was not said: {need.to('en')}").to(
            language
        )
    for need in debrief.needs_missed:
        yield say(f"○ 没说出口、也没被看见的：{need.to('zh')}", f"○ Not said, and not seen: {need.to('en')}").to(
            language
        )


def _inner_voice(debrief: Debrief, key_turn: int | None, language: str) -> Iterator[str]:
    for voice in inner_voice(debrief, key_turn):
        name = {
            Moment.BEFORE: say("一开始", "Before"),
            Moment.CRUX: say("关键处", "At the crux"),
            Moment.AFTER: say("到后来", "Afterwards"),
        }[voice.moment]
        words = voice.thought
        yield say(
            f"心里话　{name.to('zh')}（第 {voice.turn} 轮，心情 {voice.mood}）：{words.to('zh')}",
            f"Inner voice  {name.to('en')} (turn {voice.turn}, mood {voice.mood}): {words.to('en')}",
        ).to(language)


def _order(debrief: Debrief, language: str) -> Iterator[str]:
    order = complaint_order(debrief)
    if order is None:
        return
    taught = " ".join(
        f"{MARKS[one.outcome] if one.outcome else '·'}{BEATS[one.beat].to(language)}" for one in order.canonical
    )
    came = " → ".join(
        say(f"{BEATS[one.beat].to('zh')}（第 {one.turn} 轮）", f"{BEATS[one.beat].to('en')} ({one.turn})").to(language)
        for one in order.taken
    )
    yield say(f"投诉的先后　{taught}", f"Order of beats  {taught}").to(language)
    yield say(f"这一次　　　{came or '还一步都没有'}", f"As it came      {came or 'none of them yet'}").to(language)
    for first, second in order.crossings:
        yield say(
            f"　　　　　　“{BEATS[second].to('zh')}”走在了“{BEATS[first].to('zh')}”前面；倒过来，对方更听得进去。",
            f"                “{BEATS[second].to('en')}” came before “{BEATS[first].to('en')}”; "
            "the other way round it is easier to hear.",
        ).to(language)


def _cards(debrief: Debrief, language: str) -> Iterator[str]:
    cards = [card for card in rule_cards(debrief) if card.outcome is not Outcome.KEPT and card.better is not None]
    if cards:
        yield ""
        yield say("── 换一句话 ──", "── In other words ──").to(language)
    for card in cards[:_CARDS]:
        statement = card.rule.statement.to(language) if card.rule else card.id
        yield f"{MARKS[card.outcome]} {statement}"
        turn = say(f"你说的，第 {card.quoted} 轮", f"What you said, turn {card.quoted}")
        yield _INDENT + said(turn, deed_words(card.own, language), language)
        better = card.better
        if better is not None:
            source = {
                Source.OPTION: say("当时的另一个选项", "another option of that moment"),
                Source.RULEBOOK: say("规则手册里的推荐用语", "a phrase of the rulebook"),
                Source.UNBROKEN: say("当时的另一个选项", "another option of that moment"),
            }[better.source]
            name = say(f"可以这样说（{source.to('zh')}）", f"Better ({source.to('en')})")
            yield _INDENT + said(name, deed(better.say, better.do, language), language)


def _own(own: Deed, language: str) -> str:
    return said(CLERK, deed_words(own, language), language)


def deed_words(own: Deed, language: str) -> str:
    """Give a deed in words: what was said and done, or what was ticked."""
    if not own.findings:
        return deed(own.say, own.do, language)
    ticked = [one.item.text.to(language) for one in own.findings if one.ticked]
    separator = say("；", "; ").to(language)
    return separator.join(ticked) or say("一项也没勾", "nothing ticked").to(language)


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
