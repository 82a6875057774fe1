"""A learner's report, and that of a class, as workbooks: words are words and never formulas."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.domain.progress import State
from simulator.gui.progress import wording
from simulator.gui.progress.conduct_sections import profile_bars
from simulator.gui.progress.picture import Picture
from simulator.gui.progress.wording import rule_name
from simulator.i18n import say
from simulator.sheets import add_sheet, content_of, new_book


def learner_workbook(picture: Picture, language: str) -> bytes:
    """Give a learner's report, whole: every attempt and every rule."""
    book = new_book()
    history = picture.past.history
    add_sheet(
        book,
        say("概况", "Summary"),
        language,
        say("项目|内容", "Item|Content"),
        [
            (say("学员", "Learner").to(language), picture.past.learner.name),
            (say("日期", "Day").to(language), _day(picture.past.now)),
            (say("接下来练什么", "What to practise next").to(language), picture.proposal_sentence.to(language)),
            (say("完成的练习", "Finished attempts").to(language), len(history.attempts)),
            *(
                (wording.measure_word(one), wording.trend_sentence(one, trend, language))
                for one, trend in picture.trends.items()
            ),
            (say("重练", "Repeats").to(language), wording.repeats_sentence(picture.repeats)),
            (
                say("对谁都一样", "The same for everyone").to(language),
                wording.consistency_sentence(picture.consistency),
            ),
            *((bar.name, bar.words) for bars in profile_bars(picture, language) for bar in bars),
        ],
    )
    add_sheet(
        book,
        say("练习", "Attempts"),
        language,
        say("日期|情景|方式|得分|境界|好差评|通过", "Day|Encounter|Mode|Score|Level|Rating|Passed"),
        (
            (
                _day(one.finished),
                picture.shelf.title(one.scenario).to(language),
                wording.mode_word(one.mode, language),
                one.score,
                wording.level_word(one.level, language),
                one.rating,
                say("是", "yes").to(language) if one.passed else say("否", "no").to(language),
            )
            for one in history.attempts
        ),
    )
    add_sheet(
        book,
        say("规则", "Rules"),
        language,
        say("规则|状态|做到|错过|违反|最近遇到|编号", "Rule|State|Kept|Missed|Broken|Last met|Id"),
        (
            (
                rule_name(picture.shelf.rulebook.rules.get(one.rule), language, one.rule),
                wording.state_word(one.state),
                one.kept,
                one.missed,
                one.broken,
                _day(one.last_seen) if one.last_seen else "",
                one.rule,
            )
            for one in picture.states.values()
        ),
    )
    add_sheet(
        book,
        say("徽章", "Badges"),
        language,
        say("徽章|背后的规则|获得", "Badge|Rules behind it|Earned"),
        (
            (
                wording.BADGES[one.id].to(language),
                wording.badge_rules(one.rules, picture.shelf, language),
                _day(one.earned) if one.earned else "",
            )
            for one in picture.badges
        ),
    )
    return content_of(book)


def class_workbook(pictures: Sequence[Picture], language: str) -> bytes:
    """Give the sheet of a class: its learners in the order in which they came, and how far each rule has come.

    Nobody is ranked.
    """
    book = new_book()
    courses = pictures[0].courses if pictures else ()
    titles = [one.course.title.to(language) for one in courses]
    exam = say("（考试）", " (exam)").to(language)
    headings = say(
        "学员|完成的练习|练过的情景|掌握的规则|在练的规则|均衡度（%）",
        "Learner|Attempts|Encounters|Rules mastered|Rules practised|Consistency, %",
    )
    columns = [*headings.to(language).split("|"), *(name for title in titles for name in (title, title + exam))]
    add_sheet(
        book,
        say("班级", "Class"),
        language,
        columns,
        (
            (
                one.past.learner.name,
                len(one.past.history.attempts),
                len({attempt.scenario for attempt in one.past.history.attempts}),
                _count(one, State.MASTERED),
                _count(one, State.PRACTISING),
                one.consistency.percent
                if one.consistency.percent is not None
                else say("样本太少", "too few yet").to(language),
                *(
                    words
                    for course in one.courses
                    for words in (
                        f"{course.way.done(course.course.stops)} / {len(course.course.stops)}",
                        f"{course.in_exam} / {len(course.course.stops)}",
                    )
                ),
            )
            for one in pictures
        ),
    )
    rules = pictures[0].shelf.rulebook.rules if pictures else {}
    add_sheet(
        book,
        say("规则", "Rules"),
        language,
        say("规则|未遇到|在练|掌握|违反次数|编号", "Rule|Not met|Practising|Mastered|Times broken|Id"),
        (
            (
                rule_name(rule, language),
                *(sum(one.states[id].state is state for one in pictures) for state in State),
                sum(one.states[id].broken for one in pictures),
                id,
            )
            for id, rule in rules.items()
        ),
    )
    return content_of(book)


def _count(picture: Picture, state: State) -> int:
    return sum(one.state is state for one in picture.states.values())


def _day(moment: object) -> str:
    from datetime import datetime

    return moment.astimezone().date().isoformat() if isinstance(moment, datetime) else ""
