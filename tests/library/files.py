"""Scenario and rulebook files, right ones and ones with a single fault, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

RIGHT = """\
format: 1
id: {stem}
title: {{zh: 一次来访, en: A visit}}
place: hall
citizen:
  name: 李芳
  portrait: woman
  hidden_needs:
    home: 想早点回家
variables: {{told: false, asked: 0}}
start: arrival
scenes:
  arrival:
    stage: greeting
    time_limit: 20
    on_timeout: silence
    lines:
      - citizen: 您好？
    responses:
      silence:
        do: 没有说话
        breaks: [greet]
        goto: mirror
      warm:
        say: 您好，请坐。
        keeps: [greet]
        meets: [home]
        when: mood >= 30 and not told
        set: {{told: true}}
        goto: mirror
  mirror:
    stage: image
    inspect:
      items:
        badge: {{text: 工牌, fault: true, rule: look}}
      goto: end
endings:
  end:
    title: 结束
    resolved: true
"""

RULEBOOK = """\
format: 1
weights: {critical: 6, major: 3, minor: 1, bonus: 0}
rules:
  greet:
    stage: greeting
    severity: major
    level: basic
    dimension: empathy
    element: staff
    statement: 先开口
    why: 有用
    source: 测试
  look:
    stage: image
    severity: minor
    level: proactive
    dimension: tangibles
    element: environment
    statement: 整洁
    why: 有用
    source: 测试
phrases:
  elements:
    hello: {name: 问候, pattern: 您好}
  taboo:
    no: {phrase: 不知道, stage: any, category: refusal, severity: major, instead: 我帮您问, pattern: 不知道}
  recommended:
    hello: {phrase: 您好, stage: greeting, rule: greet}
"""

RULES = ("greet", "look")


def right(stem: str = "visit") -> str:
    """A scenario with nothing against it."""
    return RIGHT.format(stem=stem)


def faulty(*changes: tuple[str, str]) -> str:
    """The right scenario with these words, each standing there once, exchanged for others."""
    text = right()
    for words, others in changes:
        assert text.count(words) == 1, words
        text = text.replace(words, others)
    return text


def place_of(text: str, words: str) -> tuple[int, int]:
    """The line and column, from 1, at which these words stand (only once)."""
    assert text.count(words) == 1, words
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def write(folder: Path, text: str | bytes, name: str = "visit.yaml") -> Path:
    """Write a file into a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
