"""What can be wrong with a test plan file, as its reader tells it."""

from __future__ import annotations

from simulator.library.problems import ERROR, Problem

NOT_A_STEP = Problem(
    "TP001", ERROR,
    "“{words}”不是“词：内容”的写法。", "“{words}” is not written as “word: what is expected”.",
    "计划一行写一件事，读不懂的行无法核对。", "A plan says one thing a line; what cannot be read cannot be checked.",
    "请写成例如 choose: warm；说明文字前加 #。", "Write it as in choose: warm, or put # before a remark.",
)  # fmt: skip
UNKNOWN_WORD = Problem(
    "TP002", ERROR,
    "不认识“{word}”。", "“{word}” is not a word of test plans.",
    "写错的词不会被核对，计划却像是通过了。", "A misspelt word would not be checked, and the plan would seem to pass.",
    "这里可以写：{known}。", "Here one may write: {known}.",
)  # fmt: skip
OUT_OF_PLACE = Problem(
    "TP003", ERROR,
    "“{word}”不能写在这里。", "“{word}” cannot stand here.",
    "计划按发生的先后来写：先是情景名，再是一个个场景，最后是结局。",
    "A plan is written in the order of events: the scenario, scene after scene, and the ending last.",
    "这里可以写：{known}。", "Here one may write: {known}.",
)  # fmt: skip
BAD_VALUE = Problem(
    "TP004", ERROR,
    "“{word}”的内容“{words}”读不懂。", "What “{word}” says, “{words}”, cannot be understood.",
    "读不懂的期望无法核对。", "An expectation that is not understood cannot be checked.",
    "请这样写：{example}。", "Write it as in {example}.",
)  # fmt: skip
SAID_TWICE = Problem(
    "TP005", ERROR,
    "“{word}”在这一处写了两次。", "“{word}” is said twice in one place.",
    "两个期望只有一个能成立。", "Of two expectations only one can hold.",
    "请删去一个。", "Take one out.",
)  # fmt: skip
NOT_SAID = Problem(
    "TP006", ERROR,
    "这里缺少“{word}”。", "“{word}” is missing here.",
    "没有它，就不知道该怎么走下去。", "Without it the plan cannot be played.",
    "请补上，例如 {example}。", "Add it, as in {example}.",
)  # fmt: skip
OTHER_NAME = Problem(
    "TP007", ERROR,
    "文件名“{file_name}”和情景“{scenario}”对不上。",
    "The file's name “{file_name}” does not fit the scenario “{scenario}”.",
    "计划靠文件名和情景放在一起。", "A plan is kept with its scenario by its name.",
    "文件名请写成 {scenario}.计划名.testplan，计划名用小写字母、数字和连字符。",
    "Name the file {scenario}.NAME.testplan, where NAME is of lower-case letters, digits and hyphens.",
)  # fmt: skip
TOO_LONG = Problem(
    "TP008", ERROR,
    "计划超过 {most} 步。", "The plan has more than {most} steps.",
    "这么长的计划多半是弄错了。", "A plan of that length is most likely a mistake.",
    "请拆成几个计划。", "Split it into several plans.",
)  # fmt: skip
NO_SCENARIO = Problem(
    "TP009", ERROR,
    "没有找到情景“{scenario}”。", "There is no scenario “{scenario}”.",
    "没有情景，计划就没有可走的。", "Without its scenario there is nothing to play.",
    "请把 {scenario}.yaml 放在计划旁边。", "Put {scenario}.yaml beside the plan.",
)  # fmt: skip
