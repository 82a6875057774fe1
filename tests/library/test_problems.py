"""One file for every problem: it is reported alone, where it is, and in both languages."""

from __future__ import annotations

import string
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.domain import state_graph
from simulator.errors import Diagnostic, ScenarioError
from simulator.library import problems
from simulator.library.problems import PROBLEMS, Problem
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.library.files import RULEBOOK, RULES, faulty, place_of, right, write


class Case(NamedTuple):
    """A file with one fault, and the words at which its problem is to be reported (None: at the file's beginning)."""

    problem: Problem
    text: str | bytes
    at: str | None


def case(problem: Problem, words: str, others: str, at: str | None = None) -> Case:
    """The right file with some words exchanged, the problem standing at the new ones unless said otherwise."""
    return Case(problem, faulty((words, others)), at or others)


WARM_GOES_ON = "when: mood >= 30 and not told\n        set: {told: true}\n        goto: mirror"
DARK = (
    "endings:",
    """\
  dark:
    stage: serving
    responses:
      go: {do: 走, when: told, goto: end}
      stay: {do: 等, when: asked > 0, goto: end}
endings:""",
)
PIT = "endings:", "  pit:\n    stage: serving\n    responses:\n      dig: {do: 挖, goto: pit}\nendings:"

CASES = [
    Case(problems.TOO_LARGE, right() + "#" * 2 * 1024 * 1024, None),
    # In GB 18030; the two bytes of the first character happen to be UTF-8 as well.
    Case(problems.NOT_UTF8, right().encode("gb18030"), "次来访"),
    case(problems.NOT_YAML, "place: hall", "place: [hall", ":\n  name"),
    case(problems.NOT_YAML, "place: hall", "place: h\x07all", "\x07"),
    case(problems.NOT_YAML, "一次来访", "一次\x07来访", "\x07"),
    case(problems.NOT_YAML, "place: hall", "[place]: hall"),
    case(problems.NOT_YAML, "    title: 结束", "\ttitle: 结束", "\ttitle"),
    case(problems.ALIAS, "place: hall", "place: &here hall", "&here"),
    case(problems.ALIAS, "place: hall", "place: *here", "*here"),
    case(problems.NOT_YAML, "start: arrival", "start: *", "\nscenes"),
    case(problems.TAG, "place: hall", "place: !!str hall", "!!str"),
    case(problems.TAG, "place: hall", "place: ! hall", "! hall"),
    case(problems.TAG, "variables: {", "variables: !python/object:os.system {", "!python"),
    case(problems.DUPLICATE_KEY, "place: hall", "start: arrival # first", "start: arrival\nscenes"),
    case(problems.TOO_DEEP, "title: {zh: 一次来访, en: A visit}", "title: " + "[" * 32 + "]" * 32, "[" + "]" * 32),
    case(problems.NOT_ONE_DOCUMENT, "scenes:", "---\nscenes:"),
    Case(problems.NOT_ONE_DOCUMENT, "", None),
    Case(problems.NOT_ONE_DOCUMENT, "# nothing here\n", None),
    Case(problems.NOT_ONE_DOCUMENT, "just some words\n", None),
    Case(problems.NOT_ONE_DOCUMENT, "- a list\n", None),
    case(problems.MISSING, "place: hall\n", "", "format"),
    case(problems.MISSING, "    stage: greeting\n", "", "time_limit"),
    case(problems.MISSING, "        goto: mirror\n      warm", "      warm", "do: 没有说话"),
    case(problems.MISSING, "place: hall", "place: # hall", " # hall"),
    case(problems.UNKNOWN_KEY, "place: hall", "place: hall\nplase: hall", "plase"),
    case(problems.UNKNOWN_KEY, "{zh: 一次来访,", "{chinese: 一次来访,", "chinese"),
    case(problems.UNKNOWN_KEY, "    time_limit: 20", "    timelimit: 20\n    time_limit: 20", "timelimit"),
    case(problems.WRONG_TYPE, "{zh: 一次来访, en: A visit}", "2024"),
    case(problems.WRONG_TYPE, "{zh: 一次来访, en: A visit}", "[1, 2]"),
    case(problems.WRONG_TYPE, "name: 李芳", "name: 3.5", "3.5"),
    case(problems.WRONG_TYPE, "resolved: true", "resolved: yes", "yes"),
    case(problems.WRONG_TYPE, "time_limit: 20", "time_limit: 20.0", "20.0"),
    case(problems.WRONG_TYPE, "keeps: [greet]", "keeps: greet", "greet\n        meets"),
    case(problems.WRONG_TYPE, "keeps: [greet]", "keeps: [1]", "1]"),
    case(problems.WRONG_TYPE, "asked: 0", "asked: soon", "soon"),
    case(problems.WRONG_TYPE, "  end:\n    title: 结束\n    resolved: true", "  end: over", "over"),
    case(problems.NOT_ONE_OF, "stage: greeting", "stage: welcome", "welcome"),
    case(problems.NOT_ONE_OF, "place: hall", "place: hall\nchannel: mail", "mail"),
    case(problems.OUT_OF_RANGE, "time_limit: 20", "time_limit: 2", "2\n    on"),
    case(problems.OUT_OF_RANGE, "place: hall", "place: hall\npass_mark: 101", "101"),
    case(problems.BAD_ID, "place: hall", "place: ../hall", "../hall"),
    case(problems.BAD_ID, "portrait: woman", "portrait: Woman", "Woman"),
    case(problems.BAD_ID, "    inspect:\n", "    inspect:\n      picture: ../clerk\n", "../clerk"),
    case(problems.BAD_ID, "      warm:", "      Warm up:", "Warm up"),
    case(problems.BAD_ID, "asked: 0", "asked-twice: 0", "asked-twice"),
    case(problems.WRONG_FORMAT, "format: 1", "format: 2", "2\nid"),
    case(problems.EMPTY_TEXT, "say: 您好，请坐。", 'say: " "', '" "'),
    case(problems.EMPTY_TEXT, "{zh: 一次来访, en: A visit}", "{zh: , en: ''}", "{zh: , en"),
    case(problems.NAMED_TWICE, "keeps: [greet]", "keeps: [greet, look, greet]", "greet]\n        meets"),
    case(problems.BROKEN_GOTO, "start: arrival", "start: arival", "arival"),
    case(problems.BROKEN_GOTO, "start: arrival", "start: end", "end\nscenes"),
    case(problems.BROKEN_GOTO, "      goto: end", "      goto: nowhere", "nowhere"),
    case(problems.UNKNOWN_RULE, "keeps: [greet]", "keeps: [great]", "great"),
    case(problems.UNKNOWN_RULE, "rule: look", "rule: lok", "lok"),
    case(problems.UNKNOWN_NEED, "meets: [home]", "meets: [rest]", "rest"),
    case(problems.UNKNOWN_VARIABLE, "set: {told: true}", "set: {seen: true}", "true}\n        goto"),
    case(problems.UNKNOWN_VARIABLE, "set: {told: true}", "set: {mood: 3}", "3}"),
    case(problems.UNKNOWN_VARIABLE, "not told", "not seen", "mood >= 30"),
    case(problems.WRONG_KIND_SET, "set: {told: true}", "set: {told: 1}", "1}"),
    case(problems.WRONG_KIND_SET, "set: {told: true}", "set: {asked: true}", "true}\n        goto"),
    case(problems.BAD_CONDITION, "mood >= 30 and not told", "told()"),
    case(problems.BAD_CONDITION, "mood >= 30 and not told", "[mood]"),
    case(problems.BAD_CONDITION, "mood >= 30 and not told", "mood ≥ 30"),
    case(problems.RESPONSES_OR_INSPECT, "    inspect:\n", "    responses: {}\n    inspect:\n", "stage: image"),
    case(problems.BAD_TIMEOUT, "on_timeout: silence", "on_timeout: shout", "shout"),
    case(problems.BAD_TIMEOUT, "on_timeout: silence", "on_timeout: warm", "warm\n    lines"),
    case(problems.BAD_TIMEOUT, "    on_timeout: silence\n", "", "20"),
    case(problems.BAD_TIMEOUT, "    time_limit: 20\n", "", "silence\n    lines"),
    case(
        problems.KEPT_AND_BROKEN,
        "keeps: [greet]",
        "keeps: [look, greet]\n        breaks: [greet]",
        "greet]\n        meets",
    ),
    Case(
        problems.SCENE_AND_ENDING,
        faulty(("  end:\n", "  arrival:\n    title: 又来\n    resolved: false\n  end:\n")),
        "arrival:\n    title",
    ),
    case(problems.NOT_ONE_SPEAKER, "citizen: 您好？", "expression: calm", "expression"),
    case(problems.NOT_ONE_SPEAKER, "citizen: 您好？", "citizen: 您好？\n        clerk: 您好！", "citizen: 您好"),
    case(problems.NOT_ONE_SPEAKER, "- citizen: 您好？", "- 您好？", "您好？"),
    case(problems.ID_IS_NOT_STEM, "id: visit", "id: visitor", "visitor"),
    case(problems.NEITHER_SAYS_NOR_DOES, "        do: 没有说话\n", "", "breaks"),
    case(problems.NO_ENDING, "      goto: end", "      goto: arrival", "arrival:\n    stage"),
    Case(
        problems.EARNING_LOOP,
        faulty(("      goto: end", "      goto: arrival"), ("breaks: [greet]", ""), (WARM_GOES_ON, "goto: end")),
        "arrival:\n    stage",
    ),
    Case(
        problems.NOTHING_TO_EARN,
        faulty(("        keeps: [greet]\n", ""), ("fault: true", "fault: false")),
        "arrival:\n    stage",
    ),
    Case(problems.NO_OPTION, faulty(("goto: mirror\n      warm", "goto: dark\n      warm"), DARK), "dark:\n    stage"),
    Case(problems.STUCK, faulty(("goto: mirror\n      warm", "goto: pit\n      warm"), PIT), "pit:\n    stage"),
]


def reported(path: Path) -> list[Diagnostic]:
    """All that the reader and the proof have against a scenario file."""
    rulebook, _ = read_rulebook_file(write(path.parent, RULEBOOK, "rulebook.yaml"))
    file = read_scenario_file(path, RULES)
    assert (file.scenario is None) == any(found.severity == "error" for found in file.diagnostics)
    return [*file.diagnostics, *prove(file, rulebook)[1]]


def check(found: Diagnostic, path: Path, expected: Case) -> None:
    assert (found.code, found.severity, found.file) == (expected.problem.code, expected.problem.severity, str(path))
    if expected.at is None:
        assert (found.line, found.column) == (1, 1)
    else:
        text = expected.text if isinstance(expected.text, str) else expected.text.decode("gb18030")
        assert (found.line, found.column) == place_of(text, expected.at)
    for sentence in (found.message, found.mend, expected.problem.why):
        assert list(sentence.languages()) == ["zh", "en"]
        for language in ("zh", "en"):
            words = sentence.to(language)
            assert words.strip()
            assert words[-1] in "。？.?"
            assert not any(brace in words for brace in ("{}", "{zh}", "}}", "{{"))
            assert "None" not in words


@pytest.mark.parametrize("expected", CASES, ids=lambda one: f"{one.problem.code}-{CASES.index(one)}")
def test_each_problem_is_reported_alone_and_where_it_is(expected: Case, tmp_path: Path) -> None:
    path = write(tmp_path, expected.text)
    found = reported(path)
    assert [one.code for one in found] == [expected.problem.code], found
    check(found[0], path, expected)


def test_the_right_file_has_no_problem(tmp_path: Path) -> None:
    assert reported(write(tmp_path, right())) == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (found,) = read_scenario_file(tmp_path / "gone.yaml").diagnostics
    check(found, tmp_path / "gone.yaml", Case(problems.UNREADABLE, "", None))


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (found,) = read_scenario_file(tmp_path / "folder.yaml").diagnostics
    check(found, tmp_path / "folder.yaml", Case(problems.UNREADABLE, "", None))


def test_too_many_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_graph, "MOST_STATES", 2)
    path = write(tmp_path, right())
    (found,) = reported(path)
    check(found, path, Case(problems.TOO_MANY_STATES, right(), "scenes:"))


def test_a_wrong_regular_expression_in_the_rulebook(tmp_path: Path) -> None:
    for wrong in ("'(您好'", "'a{99999999999}'", f"'{'(' * 3000}a{')' * 3000}'"):
        text = RULEBOOK.replace("问候, pattern: 您好", f"问候, pattern: {wrong}")
        path = write(tmp_path, text, "rulebook.yaml")
        with pytest.raises(ScenarioError) as caught:
            read_rulebook_file(path)
        (found,) = caught.value.diagnostics
        check(found, path, Case(problems.BAD_PATTERN, text, wrong))


def test_every_problem_has_a_case() -> None:
    elsewhere = {problems.UNREADABLE, problems.TOO_MANY_STATES, problems.BAD_PATTERN}
    assert {one.problem for one in CASES} | elsewhere == set(PROBLEMS.values())


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_both_languages_say_the_same_things(problem: Problem) -> None:
    def fields(template: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        return {name.removesuffix("_zh").removesuffix("_en") for name in names}

    assert fields(problem.zh) == fields(problem.en)
    assert problem.severity in ("error", "warning")


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_chinese_sentences_have_chinese_punctuation(problem: Problem) -> None:
    for sentence in (problem.zh, problem.why_zh, problem.mend_zh):
        for before, mark in pairwise(sentence):
            assert not (mark in ",;:!?()" and "\u4e00" <= before <= "\u9fff"), sentence


def test_codes_are_given_once() -> None:
    named = [value for name, value in vars(problems).items() if isinstance(value, Problem) and name.isupper()]
    assert len({problem.code for problem in named}) == len(named) == len(PROBLEMS)


def test_a_problem_that_answers_show_keeps_them(tmp_path: Path) -> None:
    pit = "goto: mirror\n      warm", "goto: pit\n      warm"
    (found,) = reported(write(tmp_path, faulty(pit, PIT)))
    assert found.path == ("silence",)
    assert found.message.to("en").endswith(": silence.")


def test_what_the_parser_says_is_said_in_both_languages(tmp_path: Path) -> None:
    (found,) = reported(write(tmp_path, faulty(("place: hall", "place: 'hall"))))
    assert found.message.to("zh") == "这里不符合 YAML 写法：引号或括号没有闭合。"
    assert found.message.to("en") == "This is not well-formed YAML: a quote or a bracket is not closed."
