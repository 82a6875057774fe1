"""A class's results on paper: what the results page shows of every text, in tables that can be searched."""

from __future__ import annotations

from html import escape

from simulator.classroom import results_words as words
from simulator.classroom.class_figures import ClassFigures
from simulator.classroom.cohort import TextFigures
from simulator.domain.scoring import Level
from simulator.gui.progress.charts import Bar
from simulator.gui.reports.paper import bars, heading, paragraph, small, table, whole
from simulator.gui.theme import PAPER
from simulator.i18n import date_words, say

REPORT = say("班级成绩报告", "Class results")
_LONGEST = 36  # characters of a scene's first line
_WHAT_IT_IS = say(
    "这份报告说的是情景、选项和规则在一个班里的情况，不给人排名；练习里的分数，不等于窗口上的服务。",
    "This report tells how a class met scenarios, options and rules; nobody is ranked, and a score in practice is not "
    "service at a counter.",
)


def class_report(figures: ClassFigures, language: str) -> str:
    """Give the HTML of a class's report in a language."""
    counts = say(
        f"学员 {figures.learners} 位，练习 {len(figures.replayed.passes)} 次；"
        f"改动过而不计入的 {figures.replayed.altered} 次。",
        f"Trainees: {figures.learners}. Attempts: {len(figures.replayed.passes)}. Altered and left out: "
        f"{figures.replayed.altered}.",
    )
    parts = [
        f"<h1>{escape(REPORT.to(language))}</h1>",
        small(f"{figures.name} · {date_words(figures.now, language)}", PAPER.soft_ink),
        small(_WHAT_IT_IS.to(language), PAPER.soft_ink),
        paragraph(counts.to(language)),
        paragraph(words.COUNTING_RULE[figures.counting].to(language)),
        heading(say("接下来各人练什么", "Who needs what next"), language),
        _needs(figures, language),
    ]
    for text in figures.texts:
        parts += _text(text, figures, language)
    parts += [small(words.METHOD.to(language), PAPER.soft_ink)]
    return whole(parts, language)


def _needs(figures: ClassFigures, language: str) -> str:
    headings = say(
        "学员|练习|接下来练什么|上次没做到的规则", "Trainee|Attempts|What to practise next|Rules not kept the last time"
    )
    rows = [
        (
            one.learner,
            str(one.attempts),
            words.need_words(one, figures).to(language),
            words.troubles_words(one, figures).to(language),
        )
        for one in figures.needs
    ]
    return table(headings.to(language).split("|"), rows, (14, 10, 40, 36))


def _text(text: TextFigures, figures: ClassFigures, language: str) -> list[str]:
    outcomes = text.outcomes
    spread = "" if outcomes.spread is None else f" ± {outcomes.spread:.1f}"
    told = say(
        f"{text.learners} 位学员，{outcomes.passes} 次练习，{outcomes.passed} 次通过；"
        f"平均 {outcomes.mean:.1f}{spread} 分。",
        f"Trainees: {text.learners}. Passes: {outcomes.passes}, of which passed: {outcomes.passed}. "
        f"Mean score {outcomes.mean:.1f}{spread}.",
    )
    levels = [
        Bar(
            words.LEVELS[level].to(language),
            round(100 * outcomes.levels[level] / outcomes.passes),
            str(outcomes.levels[level]),
        )
        for level in Level
    ]
    return [
        heading(words.text_title(figures, text), language, new_page=True),
        paragraph(told.to(language)),
        bars(levels),
        heading(say("场景", "Scenes"), language),
        _scenes(text, language),
        heading(say("规则", "Rules"), language),
        _rules(text, figures, language),
        heading(say("选项", "Options"), language, new_page=True),
        _options(text, language),
    ]


def _scenes(text: TextFigures, language: str) -> str:
    headings = say("场景|练习|最多相差|难度|区分度", "Scene|Passes|At stake|Difficulty|Discrimination")
    rows = [
        (
            f"{scene.id}: {_begun(words.scene_words(text.scenario, scene.id).to(language))}",
            str(scene.reached),
            str(scene.stake),
            words.difficulty_words(scene).to(language),
            words.discrimination_words(scene).to(language),
        )
        for scene in text.scenes
        if scene.stake
    ]
    return table(headings.to(language).split("|"), rows, (38, 8, 10, 18, 26))


def _begun(words: str) -> str:
    """Give the beginning of long words."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _options(text: TextFigures, language: str) -> str:
    headings = say("场景|选项|最佳|选了 / 可选", "Scene|Option|Best|Taken / offered")
    best = say("最佳", "best").to(language)
    rows = [
        (
            scene.id if not place else "",
            text.scenario.scenes[scene.id].option_words(option.id).to(language),
            best if option.best else "",
            f"{option.taken} / {option.offered}",
        )
        for scene in text.scenes
        for place, option in enumerate(scene.options)
    ]
    return table(headings.to(language).split("|"), rows, (16, 60, 8, 16))


def _rules(text: TextFigures, figures: ClassFigures, language: str) -> str:
    headings = say("规则|平均做到|做到|错过|违反", "Rule|Kept on average|Kept|Missed|Broken")
    rows = [
        (
            figures.rule(one.rule).to(language),
            words.rule_shares(one).to(language),
            *(str(number) for number in (one.kept, one.missed, one.broken)),
        )
        for one in sorted(text.rules, key=lambda rule: (rule.mean, rule.rule))
    ]
    return table(headings.to(language).split("|"), rows, (46, 30, 8, 8, 8))
