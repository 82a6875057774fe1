"""Whatever is wrong with a file, its author is told so in words of this trade, not of the parser's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.errors import ScenarioError
from simulator.library.parser_words import reason_in_words
from simulator.library.yaml_tree import parse

ILL_FORMED = {
    "place: 'hall": "引号",
    'place: "hall\n---\nid: x': "引号",
    "place: hall\nid\nstart: x": "冒号",
    "place: hall: government": "冒号",
    "place: - hall": "列表",
    "\tplace: hall": "制表符",
    "scenes:\n\t- hall": "制表符",
    "place: @hall": "不能用来开头",
    "place: `hall`": "不能用来开头",
    "keeps: [a, b": "括号",
    "keeps: [a b: c d: e]": "冒号|括号",
    "keeps: {a: b c: d}": "冒号|括号",
    "keeps: [a, b}": "括号",
    "scenes:\n    a: 1\n  b: 2": "缩进",
    'say: "好" 再见': "缩进|引号",
    r'say: "\q"': "反斜杠",
    r'say: "\xzz"': "写错",
    "say: |好的\n  再见": "另起一行",
    "start: *": "名字",
    "start: &": "名字",
    "start: !<": "感叹号",
    "%FOO bar\n": "%",
    "place: ha\x07ll": "控制字符",
    "[place]: hall": "一个词",
    "place: hall\n... \nid: x": "多出了文字",
    "? [a]\n: b": "一个词",
}


@pytest.mark.parametrize("text", ILL_FORMED, ids=repr)
def test_what_the_parser_says_has_chinese_words(text: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        parse(text, Path("visit.yaml"))
    (found,) = caught.value.diagnostics
    reason = found.message.to("zh").removeprefix("这里不符合 YAML 写法：")
    assert re.search(ILL_FORMED[text], reason), reason
    assert not re.search("[a-z]{3}", reason.replace("tab", "")), reason


def test_what_the_system_says_has_chinese_words() -> None:
    assert reason_in_words("No such file or directory").to("zh") == "文件不存在"
    assert reason_in_words("Permission denied").to("zh") == "没有读取权限"


def test_what_nobody_foresaw_is_passed_on_as_it_came() -> None:
    words = reason_in_words("Device on fire")
    assert words.to("zh") == words.to("en") == "Device on fire"
