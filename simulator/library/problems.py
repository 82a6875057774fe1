"""Every problem that can be met in reading a scenario or rulebook file and in proving that it can be played.

Each kind has one code, with what happened, why it matters and how to mend it. Codes are stable: a retired code is
never given to another problem. What can be said of a scenario beyond that is in ``simulator.authoring.diagnostics``.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.errors import Diagnostic
from simulator.i18n import Text, say
from simulator.library.parser_words import reason_in_words

ERROR, WARNING = "error", "warning"
"""An error: the scenario cannot be played and scored. A warning: it can, but not as its author will have meant it."""


class Problem(NamedTuple):
    """A kind of problem; the sentences are templates whose fields :meth:`at` fills."""

    code: str
    severity: str
    zh: str
    en: str
    why_zh: str
    why_en: str
    mend_zh: str
    mend_en: str

    @property
    def why(self) -> Text:
        """Why it matters."""
        return say(self.why_zh, self.why_en)

    def at(self, file: str, line: int, column: int, **words: object) -> Diagnostic:
        """Make the diagnostic of this problem at a place (counted from 1).

        A word that is a :class:`Text` stands in each sentence in its language; a ``path`` is given as the answers
        that show the problem, and is kept as such; a ``reason`` may be what the parser or the system says.
        """
        path = words.get("path")
        shown: tuple[str, ...] = path if isinstance(path, tuple) else ()
        words["path"] = ",".join(shown)
        if isinstance(reason := words.get("reason"), str):
            words["reason"] = reason_in_words(reason)
        zh, en = (
            {name: word.to(language) if isinstance(word, Text) else word for name, word in words.items()}
            for language in ("zh", "en")
        )
        return Diagnostic(
            self.code,
            self.severity,
            file,
            line,
            column,
            say(self.zh.format(**zh), self.en.format(**en)),
            say(self.mend_zh.format(**zh), self.mend_en.format(**en)),
            shown,
        )


UNREADABLE = Problem(
    "SC001", ERROR,
    "文件打不开：{reason}。", "The file cannot be read: {reason}.",
    "读不到文件，就没有可练的情景。", "A scenario that cannot be read cannot be practised.",
    "请检查文件是否存在、是否有读取权限。", "Check that the file exists and that you may read it.",
)  # fmt: skip
TOO_LARGE = Problem(
    "SC002", ERROR,
    "文件超过 2 MiB。", "The file is larger than 2 MiB.",
    "这么大的文件多半放错了东西，读它会拖住整台电脑。",
    "A file of that size usually holds something else, and reading it would hold up the whole machine.",
    "请拆成几个情景，或删去多余内容。", "Split it into several scenarios, or take out what is not needed.",
)  # fmt: skip
NOT_UTF8 = Problem(
    "SC003", ERROR,
    "文件不是 UTF-8 编码。", "The file is not encoded in UTF-8.",
    "别的编码在另一台电脑上会变成乱码。", "In another encoding the words turn to gibberish on the next computer.",
    "请在编辑器中另存为 UTF-8。", "Save it as UTF-8 in your editor.",
)  # fmt: skip
NOT_YAML = Problem(
    "SC004", ERROR,
    "这里不符合 YAML 写法：{reason}。", "This is not well-formed YAML: {reason}.",
    "从这里起，程序分不清哪些字属于哪一项。", "From here on nobody can tell which words belong to which entry.",
    "请检查缩进、引号和冒号（须用半角冒号，后跟空格）。",
    "Check the indentation, the quotes and the colon (an ASCII colon followed by a space).",
)  # fmt: skip
ALIAS = Problem(
    "SC005", ERROR,
    "不能使用锚点或引用（& 或 *）。", "Anchors and aliases (& or *) are not allowed.",
    "引用让一处改动悄悄影响别处，也能让一个小文件胀满内存。",
    "With aliases a change in one place alters others unseen, and a small file can fill all memory.",
    "请把内容完整写出；若是文字，请加引号。", "Write the content out in full; if it is text, put it in quotes.",
)  # fmt: skip
TAG = Problem(
    "SC006", ERROR,
    "不能使用标签（{tag}）。", "Tags ({tag}) are not allowed.",
    "标签能让读文件变成运行程序；情景里只有文字和数字。",
    "A tag can turn reading a file into running a program; a scenario holds only words and numbers.",
    "请删去标签；若是文字，请加引号。", "Take the tag out; if it is text, put it in quotes.",
)  # fmt: skip
DUPLICATE_KEY = Problem(
    "SC007", ERROR,
    "“{key}”在这里写了两次。", "“{key}” stands here twice.",
    "只能留下一个，另一个里写的会无声无息地丢掉。",
    "Only one of them could count; what the other says would be lost without a word.",
    "请删去或改名其中一个。", "Remove or rename one of them.",
)  # fmt: skip
TOO_DEEP = Problem(
    "SC008", ERROR,
    "嵌套超过 32 层。", "The nesting is deeper than 32 levels.",
    "情景用不到这么深；多半是少了一个括号，或缩进错了。",
    "No scenario needs that depth: a bracket is missing, or the indentation has slipped.",
    "请检查缩进和括号。", "Check the indentation and the brackets.",
)  # fmt: skip
NOT_ONE_DOCUMENT = Problem(
    "SC009", ERROR,
    "一个文件只能有一份内容。", "A file must hold exactly one document.",
    "一个文件就是一个情景，编号和文件名要对得上。", "One file is one scenario, known by the file's name.",
    "请删去多余的 --- 或补上内容。", "Remove the extra --- or fill in the content.",
)  # fmt: skip
MISSING = Problem(
    "SC010", ERROR,
    "缺少“{key}”。", "“{key}” is missing.",
    "没有它，情景演不下去或显示不出来。", "Without it the scenario cannot be shown or played on.",
    "请补上“{key}:”一行。", "Add a line “{key}:”.",
)  # fmt: skip
UNKNOWN_KEY = Problem(
    "SC011", ERROR,
    "不认识“{key}”。", "“{key}” is not known here.",
    "不认识的键不起作用：写错一个字母，这一项就等于没写。",
    "A key that is not known does nothing: one letter wrong and the entry might as well not be there.",
    "此处可用：{known}。", "Known here: {known}.",
)  # fmt: skip
WRONG_TYPE = Problem(
    "SC012", ERROR,
    "“{key}”应为{kind_zh}。", "“{key}” should be {kind_en}.",
    "这一项的用处决定了它只能是这一种内容。", "What this entry is for allows only this kind of value.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
NOT_ONE_OF = Problem(
    "SC013", ERROR,
    "“{key}”不能是“{value}”。", "“{key}” cannot be “{value}”.",
    "程序只认这几个词，别的词没有含义。", "The program knows only these words; any other means nothing to it.",
    "可用：{known}。", "Choose from: {known}.",
)  # fmt: skip
OUT_OF_RANGE = Problem(
    "SC014", ERROR,
    "“{key}”须在 {least} 到 {most} 之间。", "“{key}” must be from {least} to {most}.",
    "超出范围的数，画面和计分都没法用。", "Neither the window nor the scoring has a use for a number outside it.",
    "请改成这个范围内的整数。", "Change it to a whole number in that range.",
)  # fmt: skip
BAD_ID = Problem(
    "SC015", ERROR,
    "“{id}”不能作编号。", "“{id}” cannot be an id.",
    "编号会用在文件名、条件和记录里，须处处都能原样写出。",
    "Ids stand in file names, conditions and records, so they must be writable everywhere as they are.",
    "编号用小写字母、数字、连字符和下划线，最长 60 个字符；变量名不用连字符。",
    "Ids take lower-case letters, digits, hyphens and underscores, at most 60; variables take no hyphens.",
)  # fmt: skip
WRONG_FORMAT = Problem(
    "SC016", ERROR,
    "文件格式是 {found}，本程序读的是 {known}。", "The file's format is {found}; this program reads {known}.",
    "格式变了，同样的字可能是另一个意思；硬读会读错。",
    "In another format the same words may mean something else; guessing would misread them.",
    "若文件来自更新的版本，请升级程序。", "If the file was made by a newer version, upgrade the program.",
)  # fmt: skip
EMPTY_TEXT = Problem(
    "SC017", ERROR,
    "“{key}”没有文字。", "“{key}” has no words.",
    "学员会看到一片空白。", "The learner would see a blank.",
    "请写上文字，或删去这一项。", "Write its words, or take it out.",
)  # fmt: skip
BROKEN_GOTO = Problem(
    "SC020", ERROR,
    "要去的“{goto}”不存在。", "There is no scene or ending “{goto}” to go to.",
    "学员走到这里就没有下文了。", "A learner who comes here would have nowhere to go.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
UNKNOWN_RULE = Problem(
    "SC022", ERROR,
    "规则手册里没有“{rule}”。", "The rulebook has no rule “{rule}”.",
    "手册里没有的规则没有分值，也没有可以给学员看的说明。",
    "A rule that the rulebook lacks has no weight, and nothing to show the learner.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
UNKNOWN_NEED = Problem(
    "SC023", ERROR,
    "人物没有隐性需求“{need}”。", "The citizen has no hidden need “{need}”.",
    "没有声明的需求，复盘时说不出学员照顾到了什么。",
    "Of a need that is not declared the debrief cannot say what was met.",
    "请在 citizen 的 hidden_needs 中写明，或改正名称。",
    "Declare it under the citizen's hidden_needs, or mend its name.",
)  # fmt: skip
UNKNOWN_VARIABLE = Problem(
    "SC024", ERROR,
    "没有声明变量“{name}”。", "The variable “{name}” is not declared.",
    "没有起始值的变量，条件算不出来。", "A variable without a starting value leaves its conditions undecided.",
    "请在 variables 中写明它和起始值，或改正名称。",
    "Declare it with its starting value under variables, or mend its name.",
)  # fmt: skip
WRONG_KIND_SET = Problem(
    "SC025", ERROR,
    "变量“{name}”的值前后类型不一致。",
    "The variable “{name}” is set to another kind of value than it starts with.",
    "同一个变量时而是真假、时而是数字，条件就会算错。",
    "A variable that is now a yes and now a number makes its conditions go wrong.",
    "真假变量用 true 或 false，数字变量用整数。",
    "Use true or false for a yes/no variable, a whole number for a number.",
)  # fmt: skip
BAD_CONDITION = Problem(
    "SC026", ERROR,
    "条件“{when}”读不懂（{what}）。", "The condition “{when}” cannot be understood ({what}).",
    "条件读不懂，就不知道这个回应什么时候能选。",
    "While the condition is not understood, nobody knows when the response may be chosen.",
    "条件只用变量名、mood、整数、true/false、比较（== != < <= > >=）、and、or、not 和括号，全用半角符号。",
    "Use only variables, mood, whole numbers, true/false, comparisons (== != < <= > >=), and, or, not and parentheses.",
)  # fmt: skip
RESPONSES_OR_INSPECT = Problem(
    "SC028", ERROR,
    "场景“{scene}”须有 responses 或 inspect，且只有一个。",
    "The scene “{scene}” needs either responses or inspect, and only one of them.",
    "一个场景只问学员一件事：选一个回应，或者勾出要整改的。",
    "A scene asks one thing of the learner: to choose a response, or to tick what must be put right.",
    "请补上或删去其一。", "Add one, or take one out.",
)  # fmt: skip
BAD_TIMEOUT = Problem(
    "SC029", ERROR,
    "限时场景须用 on_timeout 指定一个无条件的回应。",
    "A scene with a time limit needs an on_timeout that names one of its responses without a condition.",
    "时间到了，总要有一个回应可走，无论此前发生过什么。",
    "When time is up there must be a response to take, whatever has happened before.",
    "请把 on_timeout 写成本场景中一个没有 when 的回应编号；不限时就两行都删去。",
    "Set on_timeout to a response of this scene that has no when; without a limit, remove both lines.",
)  # fmt: skip
NAMED_TWICE = Problem(
    "SC018", ERROR,
    "“{name}”在这个列表里写了两次。", "“{name}” stands twice in this list.",
    "写两次不会计两次分，只会让人以为会。", "Named twice, a rule does not count twice; it only looks as if it did.",
    "请删去重复的一个。", "Remove one of them.",
)  # fmt: skip
KEPT_AND_BROKEN = Problem(
    "SC030", ERROR,
    "同一个回应既遵守又违反规则“{rule}”。", "One response both keeps and breaks the rule “{rule}”.",
    "同一句话不能既加分又扣分；学员会不知道自己做对了没有。",
    "One sentence cannot both earn and lose for the same rule; the learner could not tell which it was.",
    "请从 keeps 或 breaks 中删去它。", "Take it out of keeps or of breaks.",
)  # fmt: skip
SCENE_AND_ENDING = Problem(
    "SC031", ERROR,
    "“{id}”既是场景又是结局。", "“{id}” is both a scene and an ending.",
    "goto 写到这个名字时，分不清要去哪一个。", "A goto with that name could mean either.",
    "请给其中一个改名。", "Rename one of them.",
)  # fmt: skip
NOT_ONE_SPEAKER = Problem(
    "SC032", ERROR,
    "一句话须有且只有一个说话人。", "A line needs exactly one speaker.",
    "每句话都要知道由谁说，才能配上声音和表情。", "Every line needs its speaker, for the voice and for the face.",
    "请用 narrator、citizen 或 clerk 之一。", "Use one of narrator, citizen or clerk.",
)  # fmt: skip
ID_IS_NOT_STEM = Problem(
    "SC033", ERROR,
    "编号“{id}”与文件名“{stem}”不一致。", "The id “{id}” is not the file's name “{stem}”.",
    "情景库、记录和课程都按编号找文件，两者须一致。",
    "The library, the record and courses find the file by its id, so the two must agree.",
    "请把 id 改成“{stem}”，或把文件改名。", "Change the id to “{stem}”, or rename the file.",
)  # fmt: skip
NEITHER_SAYS_NOR_DOES = Problem(
    "SC034", ERROR,
    "回应“{response}”既没有 say 也没有 do。", "The response “{response}” has neither say nor do.",
    "学员看不到这个选项是什么。", "The learner would not see what the option is.",
    "请写明窗口人员说什么或做什么。", "Write what the clerk says or does.",
)  # fmt: skip
BAD_PATTERN = Problem(
    "SC035", ERROR,
    "正则表达式有误：{reason}。", "The regular expression is wrong: {reason}.",
    "表达式有误，这条用语就查不了任何文字。", "While the expression is wrong, this phrase checks nothing.",
    "请改正表达式。", "Mend the expression.",
)  # fmt: skip
TOO_MANY_STATES = Problem(
    "SC040", ERROR,
    "情景的状态超过一百万个，无法核算最高分。",
    "The scenario has more than a million states; its best score cannot be proved.",
    "分数是按最好的走法折算的；算不出最好的走法，就没法公平计分。",
    "Scores are measured against the best path; where that cannot be known exactly, no score would be fair.",
    "请减少变量，或把数字变量改成真假变量。", "Use fewer variables, or yes/no variables instead of numbers.",
)  # fmt: skip
NO_ENDING = Problem(
    "SC041", ERROR,
    "从开头走不到任何结局。", "No ending can be reached from the start.",
    "学员永远练不完，也就得不到复盘。", "The learner could never finish, and so never see a debrief.",
    "请检查 goto 和条件。", "Check the gotos and the conditions.",
)  # fmt: skip
EARNING_LOOP = Problem(
    "SC042", ERROR,
    "在“{scene}”可以绕圈反复得分：{path}。", "Points can be earned for ever by going round at “{scene}”: {path}.",
    "学员绕圈就能把分刷上去，最高分也就不存在了。",
    "A learner could farm it round and round, and there would be no best score to measure against.",
    "请让这一圈不再得分，例如把重来的场景标为 recovery: true。",
    "Let the loop earn nothing, for instance by marking the scenes that repeat with recovery: true.",
)  # fmt: skip
NOTHING_TO_EARN = Problem(
    "SC043", ERROR,
    "没有一条路能得分。", "No path through the scenario earns any points.",
    "怎么做都是零分，练了也不知道好坏。", "Whatever the learner does scores nothing, so nothing can be told from it.",
    "请在回应里用 keeps 写明遵守了哪些规则。", "Say with keeps which rules the responses keep.",
)  # fmt: skip
STUCK = Problem(
    "SC044", ERROR,
    "走到“{scene}”会卡住，到不了结局：{path}。",
    "At “{scene}” the encounter can get stuck, with no way to an ending: {path}.",
    "学员会被困在这里，只能放弃。", "A learner would be trapped here and could only give up.",
    "请给这个场景加一个没有条件的回应。", "Give that scene a response without a condition.",
)  # fmt: skip
NO_OPTION = Problem(
    "SC045", ERROR,
    "走到“{scene}”时，所有回应都不可选：{path}。", "At “{scene}” every response can be unavailable: {path}.",
    "学员面前一个选项也没有，练习就停在这里。",
    "The learner would have nothing to choose, and the practice would end there.",
    "请给这个场景加一个没有条件的回应，或放宽其中一个的 when。",
    "Give that scene a response without a condition, or let the when of one hold there.",
)  # fmt: skip

PROBLEMS = {problem.code: problem for problem in list(globals().values()) if isinstance(problem, Problem)}
"""All these kinds of problem, by code."""
