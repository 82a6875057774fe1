from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments
from simulator.terminal.results_arguments import is_results


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


def test_results_are_exported_of_a_learner_or_a_class():
    one = parse("export", "results", "--learner", "王芳", "--to", "a.cpresult")
    whole = parse("export", "results", "--class", "一班", "--to", "a.xlsx", "--force")
    assert (one.places, one.learner, one.cohort, one.to, one.force) == (
        ["results"], "王芳", None, Path("a.cpresult"), False,
    )  # fmt: skip
    assert (whole.learner, whole.cohort, whole.to, whole.force) == (None, "一班", Path("a.xlsx"), True)
    assert is_results(one)
    assert is_results(whole)
    assert not is_results(parse("export", "results", "--pack", "a.zip"))


def test_results_are_imported_from_a_file_or_a_folder(tmp_path):
    assert is_results(parse("import", "a.CPRESULT", "--class", "一班"))
    assert is_results(parse("import", str(tmp_path)))
    assert not is_results(parse("import", "a.zip"))
    assert parse("import", "a.cpresult", "--class", "一班").cohort == "一班"


def test_one_form_at_a_time(capsys):
    with pytest.raises(SystemExit):
        parse("--lang", "en", "export", "results", "--to", "a.cpresult", "--pack", "a.zip")
    assert "cannot go together" in capsys.readouterr().err
