"""What the YAML parser and the system say of a file, in words that an author understands.

They say it in English only, and of the parser's own workings; their sentence is passed on only where none is known.
"""

from __future__ import annotations

import re

from simulator.i18n import Text, say

# Parts of what the parser says, in the spelling of its C library and of its Python one, and what an author is told.
_REASONS = (
    (
        "could not find expected ':'",
        say("这一行少了冒号，或冒号后面少了空格", "a colon is missing, or the space after it"),
    ),
    (
        "mapping values are not allowed",
        say(
            "这里多出一个冒号：缩进错了，或文字里有冒号而没有加引号",
            "there is a colon too many: the indentation has slipped, or a text with a colon has no quotes",
        ),
    ),
    (
        "sequence entries are not allowed",
        say("列表的“-”不能写在这里，请检查缩进", "a “-” of a list cannot stand here; check the indentation"),
    ),
    ("mapping keys are not allowed", say("“？”不能写在这里", "a “?” cannot stand here")),
    (
        r"character (?:'\\t' )?that cannot start any token",
        say(
            "这里有一个不能用来开头的字符，例如制表符、@ 或反引号",
            "a character stands here that no value can begin with, such as a tab, @ or a backquote",
        ),
    ),
    (
        "tab character",
        say("缩进里有制表符（Tab），只能用空格", "the indentation holds a tab, and only spaces may indent"),
    ),
    (
        "unexpected end of stream|expected <stream end>",
        say("引号或括号没有闭合", "a quote or a bracket is not closed"),
    ),
    (
        "unexpected document (?:indicator|separator)",
        say("引号没有闭合，就遇到了 --- 或 ...", "a quote is not closed before --- or ..."),
    ),
    (
        "expected (?:key|'-' indicator|<block end>)",
        say(
            "缩进对不齐，或上一项的引号、括号没有写完",
            "the indentation does not line up, or the entry before has an unfinished quote or bracket",
        ),
    ),
    (
        r"expected '?,'? or '?[\]}]'?",
        say("括号里少了逗号，或括号没有闭合", "a comma is missing between the brackets, or a bracket is not closed"),
    ),
    (
        "expected (?:the )?node content|expected the node",
        say("这里应当有内容", "something should stand here"),
    ),
    (
        "expected (?:<document start>|'<document start>')",
        say("前面的内容已经结束，这里又多出了文字", "the content has ended before this, and here are more words"),
    ),
    (
        "unknown escape character",
        say(r"双引号里的反斜杠用错了，要写反斜杠请写成 \\", r"a backslash in double quotes; to write one, write \\"),
    ),
    (
        "hexdecimal|Unicode character escape|hexadecimal",
        say("双引号里的 \\x 或 \\u 写错了", "a \\x or \\u in double quotes is wrong"),
    ),
    (
        "alphabetic or numeric character",
        say(
            "& 或 * 后面应当有名字；若是文字，请加引号", "a name should follow & or *; if it is text, put it in quotes"
        ),
    ),
    (
        "comment or line break|chomping|indentation indicator",
        say("“|”或“>”后面不能再写别的字，请另起一行", "after “|” or “>” the text must begin on the next line"),
    ),
    (
        "undefined tag handle|parsing a tag|tag URI|expected '!'",
        say("开头的感叹号写错了；若是文字，请加引号", "the “!” is wrong; if it is text, put it in quotes"),
    ),
    (
        "%YAML|directive|version number|incompatible YAML",
        say("“%”开头的一行看不懂，请删去", "a line that begins with “%” is not understood; take it out"),
    ),
    (
        "(?:control|special) characters|unacceptable|invalid (?:leading|trailing|Unicode)|octet|surrogate",
        say("这里有一个看不见的控制字符", "an invisible control character stands here"),
    ),
    ("a key must be a word", say("冒号前面的键只能是一个词", "what stands before a colon must be one word")),
    ("No such file", say("文件不存在", "there is no such file")),
    ("Is a directory", say("这是一个文件夹", "it is a folder")),
    ("Permission denied", say("没有读取权限", "Permission denied")),
)


def reason_in_words(reason: str) -> Text:
    """Give a reason as an author would be told it, or as it came where there are no words for it."""
    for part, words in _REASONS:
        if re.search(part, reason):
            return words
    return say(reason, reason)
