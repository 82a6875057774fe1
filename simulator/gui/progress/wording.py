"""The words of progress: of rules and of conduct, never of the person."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from simulator.domain.progress import Consistency, Direction, Finished, Measure, Repeats, State, Trend
from simulator.domain.rulebook import Rule
from simulator.domain.scoring import Level
from simulator.gui.progress.picture import Shelf
from simulator.i18n import Text, say

LEVELS: tuple[Text, ...] = (
    say("未到", "None"),
    say("基本", "Basic"),
    say("主动", "Proactive"),
    say("感动", "Moving"),
)
"""The levels in one word, in the order of Level."""

DIMENSIONS: Mapping[str, Text] = {
    "reliability": say("可靠", "Reliability"),
    "responsiveness": say("响应", "Responsiveness"),
    "assurance": say("保证", "Assurance"),
    "empathy": say("移情", "Empathy"),
    "tangibles": say("有形", "Tangibles"),
    "lawfulness": say("守法", "Lawfulness"),
}

ELEMENTS: Mapping[str, Text] = {
    "service-quality": say("服务质量", "Service quality"),
    "staff": say("员工素质", "People who serve"),
    "environment": say("服务环境", "Surroundings"),
    "reputation": say("品牌形象", "Reputation"),
}

MODES: Mapping[str, Text] = {
    "learn": say("学习", "Learn"),
    "exam": say("考试", "Exam"),
    "watch": say("观看", "Watch"),
}

BADGES: Mapping[str, Text] = {
    "three-voices": say("三声服务", "Three voices"),
    "told-at-once": say("一次说清", "Told at once"),
    "first-asked": say("首问负责", "First asked, first responsible"),
    "feeling-first": say("先接心情", "The feeling first"),
    "taken-on": say("接得住", "Taken on"),
    "all-alike": say("一视同仁", "All alike"),
    "warm-and-lawful": say("暖而不越线", "Warm and lawful"),
    "put-right": say("错了能改", "Put right"),
}

BADGE_ICONS: Mapping[str, str] = {
    "three-voices": "speech",
    "told-at-once": "check-list",
    "first-asked": "hand",
    "feeling-first": "heart",
    "taken-on": "pen",
    "all-alike": "person",
    "warm-and-lawful": "lightbulb",
    "put-right": "replay",
}

_CLAUSE = re.compile(r"[：；。;]|:(?= )| – ")


def filled(words: str, *parts: object) -> str:
    """Put parts in the places %1, %2 … of a sentence; what a part says is left alone."""
    return re.sub(r"%([1-9])", lambda place: str(parts[int(place[1]) - 1]), words)


def rule_name(rule: Rule | None, language: str, id: str = "") -> str:
    """Give what a rule asks in short: its statement as far as the first stop."""
    if rule is None:
        return id
    return _CLAUSE.split(rule.statement.to(language), maxsplit=1)[0].strip().rstrip(".")


def measure_word(measure: Measure) -> str:
    """Name what a chart measures."""
    return {
        Measure.SCORE: QCoreApplication.translate("Progress", "Score"),
        Measure.LEVEL: QCoreApplication.translate("Progress", "Level of service"),
        Measure.RATING: QCoreApplication.translate("Progress", "Citizen's rating"),
    }[measure]


def pass_word(*, repeat: bool) -> str:
    """Say whether an encounter was played for the first time or again."""
    if repeat:
        return QCoreApplication.translate("Progress", "repeat")
    return QCoreApplication.translate("Progress", "first pass")


def _amounts(measure: Measure, trend: Trend, language: str) -> tuple[str, str]:
    """Say what the halves of a trend have on average: levels by their names, unless both have the same."""
    if measure is Measure.SCORE:
        return f"{trend.earlier:.0f}", f"{trend.later:.0f}"
    earlier, later = (LEVELS[min(round(mean), len(LEVELS) - 1)].to(language) for mean in (trend.earlier, trend.later))
    if measure is Measure.LEVEL and earlier != later:
        return (f"“{earlier}”", f"“{later}”") if language == "zh" else (earlier, later)
    return f"{trend.earlier:.1f}", f"{trend.later:.1f}"


def trend_sentence(measure: Measure, trend: Trend, language: str) -> str:
    """Say where a measure is going."""
    earlier, later = _amounts(measure, trend, language)
    match trend.direction:
        case Direction.TOO_FEW:
            words = QCoreApplication.translate("Progress", "Too few first passes yet to see a direction: %1.")
            return filled(words, trend.passes)
        case Direction.RISING:
            words = QCoreApplication.translate("Progress", "Rising over %3 first passes: from %1 to %2 on average.")
        case Direction.FALLING:
            words = QCoreApplication.translate("Progress", "Falling over %3 first passes: from %1 to %2 on average.")
        case _:
            words = QCoreApplication.translate("Progress", "No clear direction over %3 first passes: %1, then %2.")
    sentence = filled(words, earlier, later, trend.passes)
    return sentence.replace(" “", "“").replace("” ", "”") if language == "zh" else sentence


def repeats_sentence(repeats: Repeats) -> str:
    """Say what playing again has brought."""
    if not repeats.encounters:
        return QCoreApplication.translate("Progress", "No encounter has been played a second time yet.")
    gain = round(repeats.gain)
    if repeats.encounters == 1:
        words = QCoreApplication.translate(
            "Progress", "One encounter was played again: its score went from first to latest by %2."
        )
    else:
        words = QCoreApplication.translate(
            "Progress", "%1 encounters were played again: from first to latest their score moved by %2 on average."
        )
    return filled(words, repeats.encounters, f"{gain:+d}" if gain else "0")


def consistency_sentence(found: Consistency) -> str:
    """Say whether citizens are served alike."""
    if found.percent is None:
        words = QCoreApplication.translate(
            "Progress", "Too few yet: it takes three different citizens, and %1 came so far."
        )
        return filled(words, len(found.citizens))
    words = QCoreApplication.translate(
        "Progress", "%1 %: the lowest of the latest scores (%2) over their average (%3)."
    )
    lowest = min(one.attempt.score for one in found.citizens)
    return filled(words, found.percent, lowest, f"{found.average:.0f}")


def score_words(attempt: Finished) -> str:
    """Say a score, and where it was not enough that it was not."""
    if attempt.passed:
        return str(attempt.score)
    return filled(QCoreApplication.translate("Progress", "%1, not passed"), attempt.score)


def state_word(state: State) -> str:
    """Name the state of a rule."""
    return {
        State.NOT_MET: QCoreApplication.translate("Progress", "Not met"),
        State.PRACTISING: QCoreApplication.translate("Progress", "Practising"),
        State.MASTERED: QCoreApplication.translate("Progress", "Mastered"),
    }[state]


def level_word(level: Level, language: str) -> str:
    """Name a level in one word."""
    return LEVELS[tuple(Level).index(level)].to(language)


def mode_word(mode: str, language: str) -> str:
    """Name a mode; one that this program does not know by its own name."""
    return MODES.get(mode, Text.of(mode)).to(language)


def kept_words(percent: int | None, opportunities: int) -> str:
    """Say how much of a quality was kept."""
    if percent is None:
        return QCoreApplication.translate("Progress", "Too few yet")
    return filled(QCoreApplication.translate("Progress", "%1 % of %2"), percent, opportunities)


def badge_rules(rules: tuple[str, ...], shelf: Shelf, language: str) -> str:
    """Name the rules behind a badge."""
    if not rules:
        return QCoreApplication.translate("Progress", "Master a rule that was broken before")
    return " · ".join(rule_name(shelf.rulebook.rules.get(id), language, id) for id in rules)
