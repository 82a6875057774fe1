"""A learner's report: what the progress page shows, on paper. Its words are of rules and of conduct."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from simulator.domain.progress import Measure, State
from simulator.gui.progress import wording
from simulator.gui.progress.charts import Bar, paint_points
from simulator.gui.progress.conduct_sections import consistency_bars, profile_bars
from simulator.gui.progress.picture import Picture
from simulator.gui.progress.trend_section import CHARTED, points_of
from simulator.gui.progress.wording import filled, rule_name
from simulator.gui.reports.paper import bars, heading, paragraph, small, table, whole
from simulator.gui.theme import PAPER, Theme
from simulator.i18n import date_words, say

_CHART = QRectF(0, 0, 620, 116)  # pixels of a chart at plain size
_SHARPNESS = 4  # times

REPORT = say("学习进度报告", "Progress report")
_OF = say("%1 · %2", "%1 · %2")
_WHAT_IT_IS = say(
    "这份报告说的是练习中的言行和规则，不是对人的评价；练习里的分数，不等于窗口上的服务。",
    "This report speaks of rules and of conduct in practice; it does not judge a person, and a score in practice is "
    "not service at a counter.",
)


class Page(NamedTuple):
    """HTML for a PDF, with the pictures that it names."""

    html: str
    pictures: dict[str, QImage]


def learner_report(picture: Picture, language: str) -> Page:
    """Give a learner's report in a language."""
    theme = Theme(PAPER, 72, language)
    charts = {str(measure): chart_image(picture, measure, theme) for measure in Measure}
    parts = [
        f"<h1>{escape(REPORT.to(language))}</h1>",
        small(
            filled(_OF.to(language), picture.past.learner.name, date_words(picture.past.now, language)), PAPER.soft_ink
        ),
        small(_WHAT_IT_IS.to(language), PAPER.soft_ink),
        heading(say("接下来练什么", "What to practise next"), language),
        paragraph(picture.proposal_sentence.to(language)),
        *_courses(picture, language),
    ]
    if picture.past.history.attempts:
        parts += [
            heading(say("言行侧影", "A profile of conduct"), language),
            *(bars(one) for one in profile_bars(picture, language)),
            # On a page of its own, so that no chart is torn from its words.
            heading(say("一路走来", "Over time"), language, new_page=True),
            paragraph(wording.repeats_sentence(picture.repeats)),
            *(_trend(picture, measure, language) for measure in Measure),
            heading(say("对谁都一样", "The same for everyone"), language),
            paragraph(wording.consistency_sentence(picture.consistency)),
            bars(consistency_bars(picture, language)),
        ]
    parts += [*_rules(picture, language), *_badges(picture, language), *_attempts(picture, language)]
    return Page(whole(parts, language), charts)


def chart_image(picture: Picture, measure: Measure, theme: Theme) -> QImage:
    """Draw the chart of a measure as the page does, for print."""
    image = QImage((_CHART.size() * _SHARPNESS).toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(_SHARPNESS, _SHARPNESS)
    paint_points(painter, _CHART, theme, points_of(picture, measure, theme.language))
    painter.end()
    return image


def _trend(picture: Picture, measure: Measure, language: str) -> str:
    heading = f"<b>{escape(wording.measure_word(measure))}</b>"
    words = escape(wording.trend_sentence(measure, picture.trends[measure], language))
    return f'<p>{heading}<br/>{words}</p><p><img src="{measure}" width="620" height="116"/></p>'


def _courses(picture: Picture, language: str) -> list[str]:
    parts = []
    for one in picture.courses:
        parts.append(heading(one.course.title, language))
        done_by_day = []
        for day in one.course.days:
            done, total = one.way.done(day.stops), len(day.stops)
            done_by_day.append(Bar(day.title.to(language), round(100 * done / total), f"{done} / {total}"))
        parts.append(bars(done_by_day))
        told = say("考试中通过：%1 / %2", "Passed in the exam: %1 of %2").to(language)
        parts.append(paragraph(filled(told, one.in_exam, len(one.course.stops))))
    return parts


def _rules(picture: Picture, language: str) -> list[str]:
    rules = picture.shelf.rulebook.rules
    met = [one for one in picture.states.values() if one.state is not State.NOT_MET]
    if not met:
        return []
    met.sort(key=lambda one: (one.state is State.MASTERED, -one.last_seen.timestamp() if one.last_seen else 0.0))
    headings = say("规则|状态|做到|错过|违反", "Rule|State|Kept|Missed|Broken").to(language).split("|")
    rows = [
        (
            rule_name(rules.get(one.rule), language, one.rule),
            wording.state_word(one.state),
            *(str(number) for number in (one.kept, one.missed, one.broken)),
        )
        for one in met
    ]
    return [heading(say("规则", "Rules"), language), table(headings, rows, (58, 15, 9, 9, 9))]


def _badges(picture: Picture, language: str) -> list[str]:
    earned = [badge for badge in picture.badges if badge.earned is not None]
    if not earned:
        return []
    rows = [
        (
            wording.BADGES[badge.id].to(language),
            wording.badge_rules(badge.rules, picture.shelf, language),
            date_words(badge.earned, language) if badge.earned else "",
        )
        for badge in earned
    ]
    headings = say("徽章|背后的规则|获得", "Badge|Rules behind it|Earned").to(language).split("|")
    return [heading(say("徽章", "Badges"), language), table(headings, rows, (24, 58, 18))]


def _attempts(picture: Picture, language: str) -> list[str]:
    attempts = picture.past.history.attempts
    if not attempts:
        return []
    headings = say("日期|情景|方式|得分|境界|好差评", "Day|Encounter|Mode|Score|Level|Rating").to(language).split("|")
    rows = [
        (
            date_words(one.finished, language),
            picture.shelf.title(one.scenario).to(language),
            wording.mode_word(one.mode, language),
            str(one.score),
            wording.level_word(one.level, language),
            str(one.rating),
        )
        for one in attempts[: -CHARTED - 1 : -1]
    ]
    parts = [heading(say("练习", "Attempts"), language), table(headings, rows, (20, 36, 10, 10, 14, 10))]
    if len(attempts) > len(rows):
        words = say("这里是最近 %1 次；共 %2 次。", "These are the newest %1 of %2.").to(language)
        parts.append(small(filled(words, len(rows), len(attempts)), PAPER.soft_ink))
    return parts
