from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments
from simulator.terminal.learner_arguments import is_of_a_learner


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


def test_a_learner_s_record_is_written_to_a_file():
    arguments = parse("export", "learner", "王芳", "--to", "wang.cplearner")
    assert (arguments.places, arguments.to, arguments.force) == (["learner", "王芳"], Path("wang.cplearner"), False)
    assert is_of_a_learner(arguments)
    assert not is_of_a_learner(parse("export", "learner", "--pack", "a.zip"))


def test_a_learner_s_record_is_taken_in_by_its_file_s_name():
    arguments = parse("import", "Wang.CPLEARNER", "--learner", "王芳", "--join")
    assert (arguments.learner, arguments.join) == ("王芳", True)
    assert is_of_a_learner(arguments)
    assert not is_of_a_learner(parse("import", "a.zip"))


def test_it_is_one_form_among_the_others(capsys):
    with pytest.raises(SystemExit):
        parse("--lang", "en", "export", "learner", "Wang", "--to", "a.cplearner", "--pack", "a.zip")
    assert "cannot go together" in capsys.readouterr().err
