from __future__ import annotations

import io
import os
import sys

import pytest

from simulator.errors import UserError
from simulator.i18n import say
from simulator.terminal.console import Console, OutputLost

QUESTION = say("多大？", "How old?")


def console_reading(content: bytes) -> Console:
    return Console("zh", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"), io.StringIO())


def test_a_script_is_read_line_by_line_and_asked_nothing():
    console = console_reading(b"  42 \n\nend")

    assert [console.ask(QUESTION) for _ in range(4)] == ["42", "", "end", None]
    assert console._stdout.getvalue() == ""
    assert not console.interactive


def test_a_process_without_input_has_reached_its_end(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert Console("zh", None, io.StringIO()).ask(QUESTION) is None


def test_the_language_is_the_console_s():
    console = Console("en", io.StringIO(), io.StringIO())
    console.say(QUESTION)
    console.language = "zh"
    console.say(QUESTION)
    assert console._stdout.getvalue() == "How old?\n多大？\n"


def test_input_that_is_not_utf_8_is_refused_at_its_line():
    console = console_reading("四十二\n".encode() + "四十二\n".encode("gb18030"))

    assert console.ask(QUESTION) == "四十二"
    with pytest.raises(UserError) as refused:
        console.ask(QUESTION)
    assert "不是 UTF-8" in refused.value.sentence.to("zh")
    assert "not text in UTF-8" in refused.value.sentence.to("en")


def test_a_terminal_without_the_characters_shows_others_instead():
    raw = io.BytesIO()
    console = Console("zh", io.StringIO(), io.TextIOWrapper(raw, encoding="ascii"))
    console.say("✓ fine")
    assert raw.getvalue().replace(os.linesep.encode(), b"\n") == b"? fine\n"


@pytest.mark.parametrize("closed", ["pipe", "disk"])
def test_output_that_nobody_takes_is_said_once(tmp_path, closed):
    if closed == "disk" and not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("no /dev/full here")
    if closed == "pipe":
        reader, writer = os.pipe()
        os.close(reader)
        stream = os.fdopen(writer, "w")
    else:
        stream = open("/dev/full", "w")  # noqa: PTH123, SIM115
    console = Console("zh", io.StringIO(), stream)

    with pytest.raises(OutputLost) as lost:
        console.say("hello")
    assert "输出写不出去了" in lost.value.sentence.to("zh")
    assert "The output cannot be written any more" in lost.value.sentence.to("en")
    stream.close()  # what was left in its buffer troubles nobody
