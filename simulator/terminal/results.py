"""Results in the terminal: handing in, taking in, and a class's workbook."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from simulator.classroom import results_words as words
from simulator.classroom.class_figures import class_figures, read_surroundings
from simulator.classroom.cohort import Counting
from simulator.classroom.cohort_workbook import cohort_workbook
from simulator.classroom.handing_in import hand_in
from simulator.classroom.intake import FileIntake, Intake, Mark, find_files, read_files
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_all
from simulator.classroom.result_file import write_result
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.records.cohorts import Cohort, Cohorts
from simulator.records.database import Database
from simulator.records.learners import Learner, Learners, tidy_name
from simulator.terminal.commands import Printing
from simulator.terminal.exchange import written
from simulator.terminal.results_arguments import RESULTS


class ResultsWish(NamedTuple):
    """Whose results, a learner's or a class's, are to be in which file; ``places`` must be the one word for results."""

    places: Sequence[str]
    target: Path
    learner: str | None
    cohort: str | None
    force: bool = False


def hand_on(arguments: Namespace, database: Database, catalogue: Catalogue, version: str, printing: Printing) -> int:
    """Export or import results, as ``export`` and ``import`` were asked to."""
    if arguments.command == "import":
        return import_results(arguments.file, arguments.cohort, database, printing)
    wish = ResultsWish(arguments.places, arguments.to, arguments.learner, arguments.cohort, arguments.force)
    return export_results(wish, database, catalogue, version, printing)


def export_results(
    wish: ResultsWish, database: Database, catalogue: Catalogue, version: str, printing: Printing
) -> int:
    """Write a learner's result file or a class's workbook; raises UserError where there is nothing to write."""
    if list(wish.places) != [RESULTS]:
        raise UserError(
            say(
                "--to 只用于成绩：export results --learner 学员 --to 文件。",
                "--to is for results only: export results --learner NAME --to FILE.",
            )
        )
    if (wish.learner is None) == (wish.cohort is None):
        raise UserError(
            say(
                "请写明是谁的成绩：--learner 学员，或者 --class 班级。",
                "Say whose results: --learner NAME, or --class NAME.",
            )
        )
    content = (
        write_result(hand_in(database, _learner(wish.learner, database), version))
        if wish.learner is not None
        else _workbook(_cohort(wish.cohort or "", database), database, catalogue, printing.language)
    )
    return written(wish.target, content, printing, force=wish.force)


def import_results(place: Path, cohort: str | None, database: Database, printing: Printing) -> int:
    """Take result files into a class, and print what came in; 1 where anything was refused or altered."""
    if cohort is None:
        raise UserError(
            say("请用 --class 写明收进哪个班。", "Say with --class into which class the results are to be taken.")
        )
    tidy_name(cohort)
    paths = find_files([place])
    cohorts = Cohorts(database)
    known = next((cohorts.known(one.id) for one in cohorts.all() if one.name == tidy_name(cohort)), frozenset())
    intake = read_files(paths, known, ProvenTexts(), lambda _done, _of: True)
    if intake is None:
        return 1
    cohorts.keep(cohorts.add(cohort).id, intake.kept, intake.texts)
    if printing.as_json:
        printing.out(json.dumps(_intake_data(intake, printing.language), ensure_ascii=False, indent=2))
    else:
        for line in _intake_lines(intake):
            printing.out(line.to(printing.language))
    return int(bool(intake.refused or intake.count(Mark.ALTERED) or intake.count(Mark.UNUSABLE)))


def _learner(name: str, database: Database) -> Learner:
    learner = next((one for one in Learners(database).all() if one.name == tidy_name(name)), None)
    if learner is None:
        raise UserError(
            say(
                f"这里没有叫“{name}”的学员。请检查名字，或用 --data-dir 指明记录在哪里。",
                f"There is no learner called “{name}” here. Check the name, or name the record with --data-dir.",
            )
        )
    return learner


def _cohort(name: str, database: Database) -> Cohort:
    cohort = next((one for one in Cohorts(database).all() if one.name == tidy_name(name)), None)
    if cohort is None:
        raise UserError(
            say(
                f"这里没有叫“{name}”的班级。请检查名字，或先用 import 收下成绩。",
                f"There is no class called “{name}” here. Check the name, or take results in with import first.",
            )
        )
    return cohort


def _workbook(cohort: Cohort, database: Database, catalogue: Catalogue, language: str) -> bytes:
    cohorts = Cohorts(database)
    replayed = replay_all(cohorts.attempts(cohort.id), cohorts.texts(cohort.id), ProvenTexts())
    now = datetime.fromisoformat(database.now())
    figures = class_figures(cohort.name, replayed, Counting.FIRST, read_surroundings(catalogue), now)
    return cohort_workbook(figures, language)


def _intake_lines(intake: Intake) -> Iterator[Text]:
    yield words.intake_sentence(intake)
    for file in intake.files:
        if file.refused is not None:
            yield say(f"    {file.name}：{file.refused.to('zh')}", f"    {file.name}: {file.refused.to('en')}")
            continue
        counts = [(mark, count) for mark in Mark if (count := _count(file, mark))]
        marks = [say(f"{words.MARKS[mark].to('zh')} {n}", f"{words.MARKS[mark].to('en')} {n}") for mark, n in counts]
        parts_zh, parts_en = "，".join(one.to("zh") for one in marks), ", ".join(one.to("en") for one in marks)
        yield say(
            f"    {file.name}：{file.learner}，{parts_zh or '没有练习'}",
            f"    {file.name}: {file.learner}, {parts_en or 'no attempts'}",
        )


def _count(file: FileIntake, mark: Mark) -> int:
    return sum(arrival.mark is mark for arrival in file.arrivals)


def _intake_data(intake: Intake, language: str) -> dict[str, object]:
    return {
        "counts": {str(mark): intake.count(mark) for mark in Mark} | {"refused": intake.refused},
        "files": [
            {
                "file": file.name,
                "learner": file.learner,
                "refused": file.refused.to(language) if file.refused else None,
                "attempts": [
                    {
                        "scenario": arrival.attempt.scenario_id,
                        "scenario_hash": arrival.attempt.scenario_hash,
                        "started": arrival.attempt.started.isoformat(),
                        "score": arrival.attempt.result.score,
                        "mark": str(arrival.mark),
                    }
                    for arrival in file.arrivals
                ],
            }
            for file in intake.files
        ],
    }
