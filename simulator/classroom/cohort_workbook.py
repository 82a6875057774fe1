"""A class's results as a workbook, whole: every text, scene, option, rule and attempt. Nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from simulator.classroom import results_words as words
from simulator.classroom.class_figures import ClassFigures
from simulator.classroom.cohort import RuleFigures, SceneFigures, TextFigures, counted
from simulator.i18n import Text, say
from simulator.sheets import Cell, add_sheet, content_of, new_book


def cohort_workbook(figures: ClassFigures, language: str) -> bytes:
    """Give the workbook of a class."""
    book = new_book()
    tables: tuple[tuple[Text, Text, Iterable[tuple[Cell, ...]]], ...] = (
        (say("概况", "Summary"), say("项目|内容", "Item|Content"), _summary(figures, language)),
        (
            say("情景", "Scenarios"),
            say(
                "情景|文本|学员|练习|通过|平均分|标准差|未到|基本|主动|感动",
                "Scenario|Text|Trainees|Passes|Passed|Mean score|Standard deviation|None|Basic|Proactive|Moving",
            ),
            (_text_row(text, figures, language) for text in figures.texts),
        ),
        (
            say("场景", "Scenes"),
            say(
                "情景|文本|场景|第一句|到过|最多相差（分）|选最佳的比例|区分度|说明",
                "Scenario|Text|Scene|First line|Reached|Points at stake|Share that chose best|Discrimination|In words",
            ),
            (_scene_row(text, scene, figures, language) for text in figures.texts for scene in text.scenes),
        ),
        (
            say("选项", "Options"),
            say(
                "情景|文本|场景|选项|内容|最佳|可选|选了|比例",
                "Scenario|Text|Scene|Option|Words|Best|Offered|Taken|Share",
            ),
            _option_rows(figures, language),
        ),
        (
            say("规则", "Rules"),
            say(
                "情景|文本|规则|编号|练习|平均做到|标准差|做到|违反|错过",
                "Scenario|Text|Rule|Id|Passes|Mean kept|Standard deviation|Kept|Broken|Missed",
            ),
            _rule_rows(figures, language),
        ),
        (
            say("接下来", "Next"),
            say(
                "学员|练习|情景|接下来练什么|上次没做到的规则",
                "Trainee|Attempts|Scenarios|What to practise next|Rules not kept the last time",
            ),
            (
                (
                    one.learner,
                    one.attempts,
                    one.scenarios,
                    words.need_words(one, figures).to(language),
                    words.troubles_words(one, figures).to(language),
                )
                for one in figures.needs
            ),
        ),
        (
            say("练习", "Attempts"),
            say(
                "学员|完成|情景|文本|方式|得分|境界|好差评|通过|计入",
                "Trainee|Finished|Scenario|Text|Mode|Score|Level|Rating|Passed|Counted",
            ),
            _attempt_rows(figures, language),
        ),
    )
    for name, headings, rows in tables:
        add_sheet(book, name, language, headings, rows)
    return content_of(book)


def _summary(figures: ClassFigures, language: str) -> Iterator[tuple[Cell, ...]]:
    yield say("班级", "Class").to(language), figures.name
    yield say("日期", "Day").to(language), _day(figures.now)
    yield say("算哪些练习", "What counts").to(language), words.COUNTING_RULE[figures.counting].to(language)
    yield say("学员", "Trainees").to(language), figures.learners
    yield say("练习", "Attempts").to(language), len(figures.replayed.passes)
    yield say("改动过，不计入", "Altered, not counted").to(language), figures.replayed.altered
    yield (
        say("这个版本重放不了，不计入", "Not playable in this version, not counted").to(language),
        figures.replayed.lost,
    )
    yield say("难度与区分度", "Difficulty and discrimination").to(language), words.METHOD.to(language)


def _text_row(text: TextFigures, figures: ClassFigures, language: str) -> tuple[Cell, ...]:
    outcomes = text.outcomes
    return (
        words.text_title(figures, text).to(language),
        text.scenario_hash[:8],
        text.learners,
        outcomes.passes,
        outcomes.passed,
        round(outcomes.mean, 1),
        _rounded(outcomes.spread, 1),
        *outcomes.levels.values(),
    )


def _scene_row(text: TextFigures, scene: SceneFigures, figures: ClassFigures, language: str) -> tuple[Cell, ...]:
    return (
        words.text_title(figures, text).to(language),
        text.scenario_hash[:8],
        scene.id,
        words.scene_words(text.scenario, scene.id).to(language),
        scene.reached,
        scene.stake,
        _rounded(scene.difficulty, 2),
        _rounded(scene.discrimination, 2),
        words.discrimination_words(scene).to(language),
    )


def _option_rows(figures: ClassFigures, language: str) -> Iterator[tuple[Cell, ...]]:
    best = say("是", "yes").to(language)
    for text in figures.texts:
        for scene in text.scenes:
            for option in scene.options:
                yield (
                    words.text_title(figures, text).to(language),
                    text.scenario_hash[:8],
                    scene.id,
                    option.id,
                    text.scenario.scenes[scene.id].option_words(option.id).to(language),
                    best if option.best else "",
                    option.offered,
                    option.taken,
                    words.percent(option.taken / option.offered) if option.offered else "",
                )


def _rule_rows(figures: ClassFigures, language: str) -> Iterator[tuple[Cell, ...]]:
    everything = say("全部", "All").to(language)
    for rule in figures.rules:
        yield everything, "", *_rule_cells(rule, figures, language)
    for text in figures.texts:
        for rule in text.rules:
            title = words.text_title(figures, text).to(language)
            yield title, text.scenario_hash[:8], *_rule_cells(rule, figures, language)


def _rule_cells(rule: RuleFigures, figures: ClassFigures, language: str) -> tuple[Cell, ...]:
    return (
        figures.rule(rule.rule).to(language),
        rule.rule,
        rule.passes,
        round(rule.mean, 2),
        _rounded(rule.spread, 2),
        rule.kept,
        rule.broken,
        rule.missed,
    )


def _attempt_rows(figures: ClassFigures, language: str) -> Iterator[tuple[Cell, ...]]:
    yes, no = say("是", "yes").to(language), say("否", "no").to(language)
    counting = {id(one) for one in counted(figures.replayed.passes, figures.counting)}
    for one in sorted(figures.replayed.passes, key=lambda one: (one.learner, one.finished)):
        yield (
            one.learner,
            _day(one.finished),
            one.text.scenario.title.to(language),
            one.scenario_hash[:8],
            one.mode,
            one.card.score,
            words.LEVELS[one.card.level].to(language),
            one.card.rating,
            yes if one.card.passed else no,
            yes if id(one) in counting else no,
        )


def _rounded(value: float | None, digits: int) -> Cell:
    return "" if value is None else round(value, digits)


def _day(moment: datetime) -> str:
    return moment.astimezone().date().isoformat()
