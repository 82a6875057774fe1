"""Say it first in the terminal: a person writes what they would say, and reads what can be pointed out in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.domain.debrief import Outcome
from simulator.domain.own_words import LONGEST_SENTENCE, Finding, Remarks, kept_sentence
from simulator.domain.rulebook import Pattern
from simulator.i18n import Text, say
from simulator.terminal.console import Console
from simulator.terminal.moment import Moment
from simulator.terminal.words import MARKS, said

_INDENT = "   "


def ask_first(moment: Moment) -> str:
    """Ask a person for their own sentence; empty where they want to see the options. Raises Left."""
    return kept_sentence(
        moment.ask(
            "你会怎么说？（不计分；回车直接看选项）", "What would you say? (never scored; Enter shows the options)"
        )
    )


def show_remarks(console: Console, sentence: str, remarks: Remarks) -> None:
    """Print what a person would say, and what can be pointed out in it."""
    language = console.language
    console.say(said(say("你会说", "You would say"), sentence, language))
    for line in remark_lines(sentence, remarks, language):
        console.say(_INDENT + line)


def remark_lines(sentence: str, remarks: Remarks, language: str) -> Iterator[str]:
    """Give the lines on a sentence; the last ones say how little it means that nothing is pointed out."""
    for found in remarks.found:
        yield "! " + _found(found, language)
    if remarks.having:
        names = _names(remarks.having, language)
        yield f"{MARKS[Outcome.KEPT]} " + say(f"已有：{names}。", f"It has: {names}.").to(language)
    if remarks.lacking:
        names = _names(remarks.lacking, language)
        yield f"{MARKS[Outcome.MISSED]} " + say(f"还缺：{names}。", f"It lacks: {names}.").to(language)
    yield (_CANNOT_JUDGE if remarks.readable else _NOT_READ).to(language)
    if len(sentence) > LONGEST_SENTENCE:
        yield say(
            f"它只看了前 {LONGEST_SENTENCE} 个字。", f"It has looked at the first {LONGEST_SENTENCE} characters."
        ).to(language)


_CANNOT_JUDGE = say(
    "程序评判不了自由写的句子。它只认得一些说法；没有指出什么，不等于这句话就好。",
    "The program cannot judge a free sentence. It knows a few phrases, and where it points nothing out that says "
    "nothing about yours.",
)
_NOT_READ = say(
    "程序只看中文，所以没有看你这句话。", "The program looks at Chinese only, so it has not looked at your sentence."
)


def _found(found: Finding, language: str) -> str:
    forbidden, instead, words = found.phrase.phrase, found.phrase.instead, found.words
    if not words:
        sentence = say(
            f"这里再看一看：{forbidden.to('zh')}。更好的说法：{instead.to('zh')}",
            f"Look at this again: {forbidden.to('en')}. Better: {instead.to('en')}",
        )
    else:
        sentence = say(
            f"“{words}”是忌语，或像忌语“{forbidden.to('zh')}”。更好的说法：{instead.to('zh')}",
            f"“{words}” is, or is like, what must not be said: “{forbidden.to('en')}”. Better: {instead.to('en')}",
        )
    return sentence.to(language)


def _names(patterns: Sequence[Pattern], language: str) -> str:
    between: Text = say("、", ", ")
    return between.to(language).join(one.name.to(language) for one in patterns)
