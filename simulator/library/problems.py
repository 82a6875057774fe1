"""Every problem that a scenario or rulebook file can have: one code each, with what happened and how to mend it.

Codes are stable: a retired code is never given to another problem.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.errors import Diagnostic
from simulator.i18n import say


class Problem(NamedTuple):
    """A kind of problem; the sentences are templates whose fields :meth:`at` fills."""

    code: str
    severity: str
    zh: str
    en: str
    mend_zh: str
    mend_en: str

    def at(self, file: str, line: int, column: int, **words: object) -> Diagnostic:
        """Make the diagnostic of this problem at a place (counted from 1)."""
        return Diagnostic(
            self.code,
            self.severity,
            file,
            line,
            column,
            say(self.zh.format(**words), self.en.format(**words)),
            say(self.mend_zh.format(**words), self.mend_en.format(**words)),
        )


UNREADABLE = Problem(
    "SC001", "error",
    "文件打不开：{reason}。", "The file cannot be read: {reason}.",
    "请检查文件是否存在、是否有读取权限。", "Check that the file exists and that you may read it.",
)  # fmt: skip
TOO_LARGE = Problem(
    "SC002", "error",
    "文件超过 2 MiB。", "The file is larger than 2 MiB.",
    "请拆成几个情景，或删去多余内容。", "Split it into several scenarios, or take out what is not needed.",
)  # fmt: skip
NOT_UTF8 = Problem(
    "SC003", "error",
    "文件不是 UTF-8 编码。", "The file is not encoded in UTF-8.",
    "请在编辑器中另存为 UTF-8。", "Save it as UTF-8 in your editor.",
)  # fmt: skip
NOT_YAML = Problem(
    "SC004", "error",
    "这里不符合 YAML 写法：{reason}。", "This is not well-formed YAML: {reason}.",
    "请检查缩进、引号和冒号（须用半角冒号，后跟空格）。",
    "Check the indentation, the quotes and the colon (an ASCII colon followed by a space).",
)  # fmt: skip
ALIAS = Problem(
    "SC005", "error",
    "不能使用锚点或引用（& 或 *）。", "Anchors and aliases (& or *) are not allowed.",
    "请把内容完整写出；若是文字，请加引号。", "Write the content out in full; if it is text, put it in quotes.",
)  # fmt: skip
TAG = Problem(
    "SC006", "error",
    "不能使用标签（{tag}）。", "Tags ({tag}) are not allowed.",
    "请删去标签；若是文字，请加引号。", "Take the tag out; if it is text, put it in quotes.",
)  # fmt: skip
DUPLICATE_KEY = Problem(
    "SC007", "error",
    "“{key}”在这里写了两次。", "“{key}” stands here twice.",
    "请删去或改名其中一个。", "Remove or rename one of them.",
)  # fmt: skip
TOO_DEEP = Problem(
    "SC008", "error",
    "嵌套超过 32 层。", "The nesting is deeper than 32 levels.",
    "请检查缩进和括号。", "Check the indentation and the brackets.",
)  # fmt: skip
NOT_ONE_DOCUMENT = Problem(
    "SC009", "error",
    "一个文件只能有一份内容。", "A file must hold exactly one document.",
    "请删去多余的 --- 或补上内容。", "Remove the extra --- or fill in the content.",
)  # fmt: skip
MISSING = Problem(
    "SC010", "error",
    "缺少“{key}”。", "“{key}” is missing.",
    "请补上“{key}:”一行。", "Add a line “{key}:”.",
)  # fmt: skip
UNKNOWN_KEY = Problem(
    "SC011", "error",
    "不认识“{key}”。", "“{key}” is not known here.",
    "此处可用：{known}。", "Known here: {known}.",
)  # fmt: skip
WRONG_TYPE = Problem(
    "SC012", "error",
    "“{key}”应为{kind_zh}。", "“{key}” should be {kind_en}.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
NOT_ONE_OF = Problem(
    "SC013", "error",
    "“{key}”不能是“{value}”。", "“{key}” cannot be “{value}”.",
    "可用：{known}。", "Choose from: {known}.",
)  # fmt: skip
OUT_OF_RANGE = Problem(
    "SC014", "error",
    "“{key}”须在 {least} 到 {most} 之间。", "“{key}” must be from {least} to {most}.",
    "请改成这个范围内的整数。", "Change it to a whole number in that range.",
)  # fmt: skip
BAD_ID = Problem(
    "SC015", "error",
    "“{id}”不能作编号。", "“{id}” cannot be an id.",
    "编号用小写字母、数字、连字符和下划线，最长 60 个字符；变量名不用连字符。",
    "Ids take lower-case letters, digits, hyphens and underscores, at most 60; variables take no hyphens.",
)  # fmt: skip
WRONG_FORMAT = Problem(
    "SC016", "error",
    "文件格式是 {found}，本程序读的是 {known}。", "The file's format is {found}; this program reads {known}.",
    "若文件来自更新的版本，请升级程序。", "If the file was made by a newer version, upgrade the program.",
)  # fmt: skip
EMPTY_TEXT = Problem(
    "SC017", "error",
    "“{key}”没有文字。", "“{key}” has no words.",
    "请写上文字，或删去这一项。", "Write its words, or take it out.",
)  # fmt: skip
BROKEN_GOTO = Problem(
    "SC020", "error",
    "要去的“{goto}”不存在。", "There is no scene or ending “{goto}” to go to.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
UNKNOWN_RULE = Problem(
    "SC022", "error",
    "规则手册里没有“{rule}”。", "The rulebook has no rule “{rule}”.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
UNKNOWN_NEED = Problem(
    "SC023", "error",
    "人物没有隐性需求“{need}”。", "The citizen has no hidden need “{need}”.",
    "请在 citizen 的 hidden_needs 中写明，或改正名称。",
    "Declare it under the citizen's hidden_needs, or mend its name.",
)  # fmt: skip
UNKNOWN_VARIABLE = Problem(
    "SC024", "error",
    "没有声明变量“{name}”。", "The variable “{name}” is not declared.",
    "请在 variables 中写明它和起始值，或改正名称。",
    "Declare it with its starting value under variables, or mend its name.",
)  # fmt: skip
WRONG_KIND_SET = Problem(
    "SC025", "error",
    "变量“{name}”的值前后类型不一致。", "The variable “{name}” is set to another kind of value than it starts with.",
    "真假变量用 true 或 false，数字变量用整数。",
    "Use true or false for a yes/no variable, a whole number for a number.",
)  # fmt: skip
BAD_CONDITION = Problem(
    "SC026", "error",
    "条件“{when}”读不懂（{what}）。", "The condition “{when}” cannot be understood ({what}).",
    "条件只用变量名、mood、整数、true/false、比较（== != < <= > >=）、and、or、not 和括号，全用半角符号。",
    "Use only variables, mood, whole numbers, true/false, comparisons (== != < <= > >=), and, or, not and parentheses.",
)  # fmt: skip
RESPONSES_OR_INSPECT = Problem(
    "SC028", "error",
    "场景“{scene}”须有 responses 或 inspect，且只有一个。",
    "The scene “{scene}” needs either responses or inspect, and only one of them.",
    "请补上或删去其一。", "Add one, or take one out.",
)  # fmt: skip
BAD_TIMEOUT = Problem(
    "SC029", "error",
    "限时场景须用 on_timeout 指定一个无条件的回应。",
    "A scene with a time limit needs an on_timeout that names one of its responses without a condition.",
    "请把 on_timeout 写成本场景中一个没有 when 的回应编号；不限时就两行都删去。",
    "Set on_timeout to a response of this scene that has no when; without a limit, remove both lines.",
)  # fmt: skip
NAMED_TWICE = Problem(
    "SC018", "error",
    "“{name}”在这个列表里写了两次。", "“{name}” stands twice in this list.",
    "请删去重复的一个。", "Remove one of them.",
)  # fmt: skip
KEPT_AND_BROKEN = Problem(
    "SC030", "error",
    "同一个回应既遵守又违反规则“{rule}”。", "One response both keeps and breaks the rule “{rule}”.",
    "请从 keeps 或 breaks 中删去它。", "Take it out of keeps or of breaks.",
)  # fmt: skip
SCENE_AND_ENDING = Problem(
    "SC031", "error",
    "“{id}”既是场景又是结局。", "“{id}” is both a scene and an ending.",
    "请给其中一个改名。", "Rename one of them.",
)  # fmt: skip
NOT_ONE_SPEAKER = Problem(
    "SC032", "error",
    "一句话须有且只有一个说话人。", "A line needs exactly one speaker.",
    "请用 narrator、citizen 或 clerk 之一。", "Use one of narrator, citizen or clerk.",
)  # fmt: skip
ID_IS_NOT_STEM = Problem(
    "SC033", "error",
    "编号“{id}”与文件名“{stem}”不一致。", "The id “{id}” is not the file's name “{stem}”.",
    "请把 id 改成“{stem}”，或把文件改名。", "Change the id to “{stem}”, or rename the file.",
)  # fmt: skip
NEITHER_SAYS_NOR_DOES = Problem(
    "SC034", "error",
    "回应“{response}”既没有 say 也没有 do。", "The response “{response}” has neither say nor do.",
    "请写明窗口人员说什么或做什么。", "Write what the clerk says or does.",
)  # fmt: skip
BAD_PATTERN = Problem(
    "SC035", "error",
    "正则表达式有误：{reason}。", "The regular expression is wrong: {reason}.",
    "请改正表达式。", "Mend the expression.",
)  # fmt: skip
TOO_MANY_STATES = Problem(
    "SC040", "error",
    "情景的状态超过一百万个，无法核算最高分。",
    "The scenario has more than a million states; its best score cannot be proved.",
    "请减少变量，或把数字变量改成真假变量。", "Use fewer variables, or yes/no variables instead of numbers.",
)  # fmt: skip
NO_ENDING = Problem(
    "SC041", "error",
    "从开头走不到任何结局。", "No ending can be reached from the start.",
    "请检查 goto 和条件。", "Check the gotos and the conditions.",
)  # fmt: skip
EARNING_LOOP = Problem(
    "SC042", "error",
    "在“{scene}”可以绕圈反复得分：{path}。", "Points can be earned for ever by going round at “{scene}”: {path}.",
    "请让这一圈不再得分，例如把重来的场景标为 recovery: true。",
    "Let the loop earn nothing, for instance by marking the scenes that repeat with recovery: true.",
)  # fmt: skip
NOTHING_TO_EARN = Problem(
    "SC043", "error",
    "没有一条路能得分。", "No path through the scenario earns any points.",
    "请在回应里用 keeps 写明遵守了哪些规则。", "Say with keeps which rules the responses keep.",
)  # fmt: skip
STUCK = Problem(
    "SC044", "error",
    "走到“{scene}”会卡住，到不了结局：{path}。",
    "At “{scene}” the encounter can get stuck, with no way to an ending: {path}.",
    "请给这个场景加一个没有条件的回应。", "Give that scene a response without a condition.",
)  # fmt: skip

PROBLEMS = {problem.code: problem for problem in list(globals().values()) if isinstance(problem, Problem)}
"""All kinds of problem, by code."""
