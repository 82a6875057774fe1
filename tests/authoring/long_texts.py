"""Long scenario files in the style of the shipped ones, to test and to measure with."""

from __future__ import annotations

import random

_RULES = ("greet-speak-first", "greet-rise-and-look", "greet-ask-purpose")
_ZH = ("您好，请坐，", "这件事我来办，", "您慢慢说，", "材料都在这里，", "请您核对一下，", "楼上三号窗口，")
_EN = ("Do sit down, ", "I will see to it, ", "take your time, ", "it is all here, ", "please check it, ")

HEAD = """\
# A long story, made up to be measured.
format: 1
id: {stem}
title: {{zh: "长路", en: "A Long Way"}}
place: government-hall
citizen:
  name: {{zh: "李芳", en: "Li Fang"}}
  portrait: elder-woman
  mood: 50
  hidden_needs:
    home: {{zh: "想早点回家", en: "To be home early"}}
variables: {{told: false, asked: 0}}
start: s0

scenes:
"""

TAIL = """\
endings:
  end:
    title: {zh: "结束", en: "The End"}
    resolved: true
"""


def long_text(scenes: int = 1000, stem: str = "long", seed: int = 1) -> str:
    """A scenario of so many scenes with three responses each, about 1 KB a scene."""
    chance = random.Random(seed)
    parts = [HEAD.format(stem=stem)]
    for number in range(scenes):
        parts.append(f"  s{number}:\n    stage: serving\n    lines:\n      - citizen:\n{_text(chance, 10)}")
        parts.append("        expression: anxious\n    responses:\n")
        for place in range(3):
            ahead = number + 1 + place
            goto = f"s{ahead}" if ahead < scenes else "end"
            parts.append(f"      a{place}:\n        say:\n{_text(chance, 10)}")
            parts.append(f"        {'breaks' if place == 2 else 'keeps'}: [{chance.choice(_RULES)}]\n")
            parts.append(f"        mood: {chance.randrange(-9, 10)}\n        because:\n{_text(chance, 10)}")
            parts.append(f"        goto: {goto}\n")
        parts.append("\n")
    return "".join(parts) + TAIL


def _text(chance: random.Random, indent: int) -> str:
    zh = "".join(chance.choices(_ZH, k=2)) + f"{chance.randrange(1000)}。"
    en = "".join(chance.choices(_EN, k=2)) + f"{chance.randrange(1000)}."
    return f'{" " * indent}zh: "{zh}"\n{" " * indent}en: "{en}"\n'
