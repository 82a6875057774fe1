"""The words of a class's results, the same on the page, on paper, in the workbook and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.classroom.class_figures import ClassFigures
from simulator.classroom.cohort import FEWEST, Counting, RuleFigures, SceneFigures, TextFigures
from simulator.classroom.intake import Intake, Mark
from simulator.classroom.needs import Need
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Level
from simulator.domain.what_next import Reason
from simulator.i18n import Text, say

_WELL, _HARDLY = 0.3, 0.1  # discrimination: from the first on it tells apart well, nearer to 0 than the second hardly

MARKS: Mapping[Mark, Text] = {
    Mark.COUNTED: say("计入", "Counted"),
    Mark.TWICE: say("重复", "Duplicate"),
    Mark.ALTERED: say("改动过", "Altered"),
    Mark.UNUSABLE: say("用不了", "Unusable"),
}

WHY: Mapping[Mark, Text] = {
    Mark.COUNTED: say("重放后与所记一致。", "Played again, it comes out as it says."),
    Mark.TWICE: say("班里已经有同一次练习。", "The class has the same attempt already."),
    Mark.ALTERED: say(
        "重放后与所记的结果对不上，留存但不计入任何数字。",
        "Played again, it does not come out as it says; it is kept, and left out of every figure.",
    ),
    Mark.UNUSABLE: say(
        "随附的情景或规则用不了，没有留存。", "The scenario or rulebook that came along cannot be used; it is not kept."
    ),
}

REFUSED = say("没有收", "Refused")

COUNTING: Mapping[Counting, Text] = {
    Counting.FIRST: say("每人第一次", "First passes"),
    Counting.ALL: say("全部练习", "All attempts"),
}

COUNTING_RULE: Mapping[Counting, Text] = {
    Counting.FIRST: say(
        "只算每位学员在同一份情景上的第一次，看得出带着什么来。",
        "Only the first pass of each trainee on a text counts: it shows what they bring to it.",
    ),
    Counting.ALL: say(
        "每一次练习都算，练得多的学员分量也大。",
        "Every attempt counts, so who practised more weighs more.",
    ),
}

LEVELS: Mapping[Level, Text] = {
    Level.NONE: say("未到", "None"),
    Level.BASIC: say("基本", "Basic"),
    Level.PROACTIVE: say("主动", "Proactive"),
    Level.MOVING: say("感动", "Moving"),
}

TOO_FEW = say("样本太少", "too few yet")
METHOD = say(
    f"难度是选了最佳应对的比例；区分度是在这一场选了最佳，与其余各场得分之间的相关（点二列相关，剔除本场；"
    f"Henrysson 1963）。少于 {FEWEST} 次练习时都不给。",
    "Difficulty is the share that chose best; discrimination is how choosing best here goes with the points of all "
    f"other scenes (point-biserial, this scene left out; Henrysson 1963). Below {FEWEST} passes neither is given.",
)


def intake_sentence(intake: Intake) -> Text:
    """Say what came in, in one sentence."""
    files = len(intake.files)
    counts = [intake.count(mark) for mark in (Mark.COUNTED, Mark.TWICE, Mark.ALTERED, Mark.UNUSABLE)]
    return say(
        "{} 份文件：计入 {} 次练习，重复 {} 次，改动过 {} 次，用不了 {} 次；没有收的文件 {} 份。".format(
            files, *counts, intake.refused
        ),
        "Files: {}. Attempts counted: {}, duplicates: {}, altered: {}, unusable: {}. Files refused: {}.".format(
            files, *counts, intake.refused
        ),
    )


def text_title(figures: ClassFigures, text: TextFigures) -> Text:
    """Give the title of a text, with its mark where it is not the one that the library has now."""
    title, mark = text.scenario.title, text.scenario_hash[:8]
    if figures.same_text(text):
        return title
    return say(f"{title.to('zh')}（另一份文本 {mark}）", f"{title.to('en')} (another text, {mark})")


def scene_words(scenario: Scenario, scene_id: str) -> Text:
    """Give the first line that is spoken in a scene, or else its id."""
    lines = scenario.scenes[scene_id].lines
    return lines[0].text if lines else Text.of(scene_id)


def percent(share: float) -> str:
    """Write a share in percent, rounded half up."""
    return f"{int(share * 100 + 0.5)}%"


def difficulty_words(scene: SceneFigures) -> Text:
    """Say how many chose best."""
    if scene.difficulty is None:
        return TOO_FEW if scene.stake else say("没有高下", "nothing at stake")
    return say(f"{percent(scene.difficulty)} 选了最佳", f"{percent(scene.difficulty)} chose best")


def discrimination_words(scene: SceneFigures) -> Text:
    """Say how well a scene tells apart those who do well elsewhere."""
    value = scene.discrimination
    if value is None:
        if scene.difficulty is None:
            return difficulty_words(scene)
        return say("大家选得一样，或别处得分都一样", "all chose alike, or earned the same elsewhere")
    number = f"{value:+.2f}".replace("-", "\u2212")
    if value <= -_HARDLY:
        return say(
            f"{number}，反着来：别处做得好的在这里选得差，请看看这里的措辞",
            f"{number}, the other way round: those who do well elsewhere choose worse here; look at the wording",
        )
    if value < _HARDLY:
        return say(f"{number}，几乎分不出", f"{number}, hardly tells apart")
    if value < _WELL:
        return say(f"{number}，分得出一些", f"{number}, tells apart somewhat")
    return say(f"{number}，分得清", f"{number}, tells apart well")


def rule_shares(rule: RuleFigures) -> Text:
    """Say how far a rule was kept, and how far passes lie apart."""
    mean = percent(rule.mean)
    if rule.spread is None:
        return say(f"{mean}（1 次练习）", f"{mean} (one pass)")
    return say(
        f"{mean} ± {percent(rule.spread)}（{rule.passes} 次练习）",
        f"{mean} ± {percent(rule.spread)} ({rule.passes} passes)",
    )


def need_words(need: Need, figures: ClassFigures) -> Text:
    """Say what a trainee is to practise next, and why."""
    proposal = need.proposal
    titles = [figures.title(id) for id in proposal.encounters]
    where_zh = "、".join(f"“{title.to('zh')}”" for title in titles)
    where_en = " or ".join(f"“{title.to('en')}”" for title in titles)
    rule = figures.rule(proposal.rule) if proposal.rule else Text.of("")
    match proposal.reason:
        case Reason.DUE:
            return say(
                f"该温习：{rule.to('zh')}。可练{where_zh}。",
                f"Due again: {rule.to('en')}. Practise {where_en}.",
            )
        case Reason.COURSE:
            return say(f"课程往下：{where_zh}。", f"The course goes on: {where_en}.")
        case Reason.NEW:
            return say(
                f"还没遇到过：{rule.to('zh')}。可练{where_zh}。",
                f"Never met yet: {rule.to('en')}. Practise {where_en}.",
            )
        case Reason.LATER:
            day = proposal.due.astimezone().date().isoformat() if proposal.due else ""
            return say(f"眼下没有到期的；下一条是 {day}。", f"Nothing is due now; the next is on {day}.")
    return say("没有可练的。", "There is nothing to practise.")


def troubles_words(need: Need, figures: ClassFigures) -> Text:
    """Name the rules that a trainee did not keep the last time."""
    rules = [figures.rule(id) for id in need.troubles]
    if not rules:
        return say("上次遇到的规则都做到了。", "Every rule that was met last was kept.")
    return say("；".join(rule.to("zh") for rule in rules), "; ".join(rule.to("en") for rule in rules))
