"""What a proposal says: one sentence of what to practise now, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from simulator.domain.goals import conduct
from simulator.domain.rulebook import Rulebook
from simulator.domain.what_next import Proposal, Reason
from simulator.i18n import Text, date_words, days_ago, say

_TIMES = ("", "once", "twice")


def proposal_sentence(proposal: Proposal, rulebook: Rulebook, titles: Sequence[Text], now: datetime) -> Text:
    """Say what to practise now, and why; ``titles`` are those of its encounters, in their order."""
    zh, en = _named(titles, "zh"), _named(titles, "en")
    exercise = "exercise" if len(titles) > 1 else "exercises"
    rule = conduct(proposal.rule, rulebook.rules.get(proposal.rule)) if proposal.rule else Text.of("")
    match proposal.reason:
        case Reason.GOAL:
            return say(
                f"这次的目标：{rule.to('zh')}。{zh}练的就是它。", f"Your goal: {rule.to('en')}. {en} {exercise} it."
            )
        case Reason.BEGIN:
            return say(f"从课程的{zh}开始吧。", f"Begin the course with {en}.")
        case Reason.DUE:
            of_late, met = _of_late(proposal), days_ago(proposal.last_seen or now, now)
            return say(
                f"{rule.to('zh')}：{of_late.to('zh')}，{met.to('zh')}遇到过；{zh}练的就是它。",
                f"{rule.to('en')}: {of_late.to('en')}, last met {met.to('en')}; {en} {exercise} it.",
            )
        case Reason.COURSE:
            return say(
                f"今天没有到期要重练的规则，课程接着往下走：{zh}。",
                f"No rule is due today, so the course goes on with {en}.",
            )
        case Reason.NEW:
            return say(
                f"{rule.to('zh')}：这条规则还没有遇到过，试试{zh}。",
                f"{rule.to('en')}: this rule has not come up yet; try {en}.",
            )
        case Reason.LATER:
            due = proposal.due or now
            return say(
                f"{date_words(due, 'zh')}之前没有到期要重练的规则。接下来轮到：{rule.to('zh')}。"
                "在那之前，想练哪个都可以。",
                f"No rule is due before {date_words(due, 'en')}. Next comes: {rule.to('en')}. "
                "Whatever you like can be played again meanwhile.",
            )
        case Reason.NOTHING:
            return say(
                "情景库里没有可以推荐的。任选一个情景练吧。",
                "The library has nothing to propose. Choose any encounter.",
            )


def _named(titles: Sequence[Text], language: str) -> str:
    marks, joint = ("《{}》", "和") if language == "zh" else ("“{}”", " and ")
    return joint.join(marks.format(title.to(language)) for title in titles)


def _of_late(proposal: Proposal) -> Text:
    """Say what came of a rule in its latest opportunities."""
    counts = [
        (number, zh, en)
        for number, zh, en in ((proposal.broken, "违反", "broken"), (proposal.missed, "错过", "missed"))
        if number
    ]
    if not counts:
        return say("最近都做到了", "kept of late")
    return say(
        "最近" + "、".join(f"{zh} {number} 次" for number, zh, _ in counts),
        " and ".join(f"{en} {_times(number)}" for number, _, en in counts) + " of late",
    )


def _times(number: int) -> str:
    return _TIMES[number] if number < len(_TIMES) else f"{number} times"
