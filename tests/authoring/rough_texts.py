"""Scenario files as many hands write them: every style that YAML has for one thing, and a comment at every turn."""

from __future__ import annotations

ROUGH = """\
# c01 the whole file
format: 1  # c02
id: 'rough'
title: {zh: 粗糙的, en: "Rough"}   # c03
summary: >-
  Folded words
  on two lines

  and a paragraph.
# c04 about the place
place: hall
pass_mark:   # c05 empty
citizen:
  name: 李芳
  portrait: "woman"
  voice: {gender: female,   # c06
    rate: 140}
  persona: plain words
    on two lines   # c07
  hidden_needs:
    # c08 first need
    home: {zh: '想早点''回家', en: Home early}
    warm:
      zh: |
        两行
        文字
      # c09 between the languages
      en: |-
        Two lines
        of words
variables: {told: false, asked: 0,}
start: arrival   # c10


scenes:
  # c11 the scenes

  # c12 belongs to arrival
  arrival:   # c13
    stage: greeting
    recovery: false
    lines:   # c14
      # c15 first line
      - narrator: "第一句"   # c16
      - citizen: {zh: 您好, en: Hello}
        expression: anxious   # c17
      -
        clerk:
          zh: "好\\n的"
    hint: "one \\
      two"
    note: |+
      Keep
      all

    responses:
      warm:   # c18
        say: 您好，请坐。   # c19
        keeps: [greet, look,  # c20
                ask]
        breaks:
          # c21
          - shout   # c22
          - shove
        meets: [home]
        set: {told: true, asked: 2}
        when: asked >= 0 and not told   # c23
        goto: mirror

      # c24 cold
      cold:
        do: 'no ''word'''
        set:
          told: true   # c25
        goto:   mirror   # c26
        # c27 end of cold
  mirror:
    stage: image
    inspect:
      items: {badge: {text: 工牌, fault: true, rule: look}, pen: {text: {zh: 笔, en: Pen}, fault: false, rule: look}}
      goto: end   # c28
  # c29 a scene in braces
  short: {stage: serving, responses: {go: {say: {zh: "走"}, meets: [home, warm], when: told, goto: short}}}  # c30
endings:
  end:
    title: 结束
    lines:
    - citizen: 再见
    - narrator: |
        Gone.
      expression: calm
    resolved: true
  # c31 the last one
  bad: {title: "坏", resolved: false}   # c32
# c33 the end"""


def in_every_form() -> dict[str, str]:
    """The rough file with the line ends and beginnings that files come with."""
    return {
        "as it is": ROUGH,
        "with a last line's end": ROUGH + "\n",
        "with CRLF": ROUGH.replace("\n", "\r\n") + "\r\n",
        "with a byte order mark": "\ufeff" + ROUGH + "\n\n",
        "with marks": "---\n" + ROUGH + "\n...\n",
    }
