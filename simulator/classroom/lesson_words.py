"""The words of a lesson's report, the same on paper, in the workbook and in the terminal."""

from __future__ import annotations

from fractions import Fraction

from simulator.classroom.lesson_report import LessonReport, MomentReport, WhatIfReport
from simulator.classroom.material import Standing
from simulator.i18n import Text, say

REPORT = say("课堂报告", "Class report")
FOLLOWED = say("采纳", "followed")
BEST = say("最佳", "best")
NO_VOTE = say("没有表决", "no vote")
UNFINISHED = say("还没有上完", "not finished yet")


def clock_words(ms: int) -> str:
    """Write a span of time as minutes and seconds, with hours where there are any: 1:02:05, 12:05, 0:07."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def points_words(points: int) -> Text:
    """Say how many points, with their sign."""
    number = _signed(points, "+d")
    return say(f"{number} 分", f"{number} points")


def standing_words(standing: Standing) -> Text:
    """Say what was earned."""
    if standing.score is None:
        return say("还没有可得的分", "nothing to earn yet")
    points = _signed(standing.points, "+d")
    return say(
        f"{standing.score} 分（{points}，最多 +{standing.attainable}）",
        f"{standing.score} of 100 ({points} points, at most +{standing.attainable})",
    )


def gain_words(gain: Fraction) -> str:
    """Write a normalised gain with its sign and two decimals."""
    return _signed(float(gain), "+.2f")


def second_vote_words(moment: MomentReport) -> Text | None:
    """Say what the second vote won over the first, where that can be said."""
    if moment.gain is None:
        return None
    number = gain_words(moment.gain)
    return say(f"讨论后的增益 {number}", f"gain after discussion {number}")


def what_if_words(one: WhatIfReport) -> Text:
    """Say which other way was looked at."""

    def words(language: str) -> str:
        parts = [text.to(language) for text in one.followed]
        if one.reached is not None:
            parts.append(f"【{one.reached.to(language)}】" if language == "zh" else f"[{one.reached.to(language)}]")
        return " → ".join(parts)

    return say(words("zh"), words("en"))


def result_words(report: LessonReport) -> Text:
    """Say where the class has come to and what it, or each team, has earned."""
    earned = report.teams or (("", report.standing),)
    zh, en = ([UNFINISHED.to(language)] for language in ("zh", "en"))
    if report.ending is not None:
        zh, en = [f"结局：{report.ending.to('zh')}"], [f"Ending: {report.ending.to('en')}"]
    for name, standing in earned:
        words = standing_words(standing)
        zh.append(f"{name}：{words.to('zh')}" if name else words.to("zh"))
        en.append(f"{name}: {words.to('en')}" if name else words.to("en"))
    return say("；".join(zh), "; ".join(en))


def _signed(number: float, form: str) -> str:
    """Write a number with its sign, a minus being as wide as a plus."""
    return format(number, form).replace("-", "\u2212")
