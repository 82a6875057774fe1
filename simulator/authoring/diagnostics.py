"""The registry of every problem that a scenario can have.

Those of reading and proving stand in :mod:`simulator.library.problems`: with one of them, the scenario cannot be
played. Those named here are warnings: it can be played, but will hardly do what its author means it to do.
"""

from __future__ import annotations

from simulator.errors import Diagnostic
from simulator.i18n import Text
from simulator.library import problems
from simulator.library.problems import WARNING, Problem

UNKNOWN_PORTRAIT = Problem(
    "SC050", WARNING,
    "没有叫“{name}”的人物画像。", "There is no portrait called “{name}”.",
    "练习时看不到对方的脸，表情也就读不到了。", "The learner would see no face, and so could not read it.",
    "可用的画像：{known}。", "Portraits that there are: {known}.",
)  # fmt: skip
UNKNOWN_BACKDROP = Problem(
    "SC051", WARNING,
    "没有叫“{name}”的场所背景。", "There is no backdrop called “{name}”.",
    "练习会换成政务大厅的背景，和说的话对不上。",
    "The government hall would stand in for it, and not fit the words.",
    "可用的背景：{known}。", "Backdrops that there are: {known}.",
)  # fmt: skip
UNREACHABLE = Problem(
    "SC052", WARNING,
    "没有一条路通到{kind}“{id}”。", "Nothing leads to the {kind} “{id}”.",
    "写了却没有人能看到。", "It is written, and nobody can ever see it.",
    "请让某个回应的 goto 指向它，或把它删去。", "Let the goto of a response lead there, or take it out.",
)  # fmt: skip
SHUT_OFF = Problem(
    "SC053", WARNING,
    "{kind}“{id}”走不到，因为这些回应的条件从来不成立：{ways}。",
    "The {kind} “{id}” cannot be reached, because the conditions of these responses never hold: {ways}.",
    "图上有路，条件却把它堵死了，没有人能看到。",
    "There is a way on the map, but its conditions close it: nobody can ever see it.",
    "请放宽这些条件，或在前面的场景里让它们能够成立。",
    "Ease those conditions, or let something earlier make them hold.",
)  # fmt: skip
NEVER_AVAILABLE = Problem(
    "SC054", WARNING,
    "回应“{response}”永远选不到：“{when}”在这里从来不成立。",
    "The response “{response}” can never be chosen: “{when}” never holds here.",
    "学员只会一直看到一个灰着的选项。", "The learner would only ever see it greyed out.",
    "请放宽它的 when，或在前面的场景里让条件能够成立。",
    "Ease its when, or let something earlier make it hold.",
)  # fmt: skip
NEVER_READ = Problem(
    "SC055", WARNING,
    "没有条件用到变量“{name}”。", "No condition reads the variable “{name}”.",
    "记下来却没有用处，多半是忘了写 when，或名称写错了。",
    "It is kept for nothing: a when was probably forgotten, or names something else.",
    "请在某个回应的 when 里用到它，或把它删去。", "Use it in the when of a response, or take it out.",
)  # fmt: skip
NEVER_SET = Problem(
    "SC056", WARNING,
    "没有回应改变变量“{name}”，用到它的条件永远一个样。",
    "No response sets the variable “{name}”, so conditions on it never change.",
    "条件不会因学员的选择而变，等于没有写。",
    "Nothing that the learner does changes such a condition, so it might as well not be there.",
    "请在某个回应的 set 里改变它，或删去用到它的条件。",
    "Set it in a response, or take the conditions on it out.",
)  # fmt: skip
ONE_LANGUAGE = Problem(
    "SC057", WARNING,
    "“{key}”只有{language}，缺另一种语言。", "“{key}” is written only in {language}.",
    "这个文件别处有两种语言；用另一种语言的人读到这里会看不懂。",
    "The file has both languages elsewhere; whoever practises in the other one meets this text as it is.",
    "请补上另一种语言。", "Add the other language.",
)  # fmt: skip
ONE_RESPONSE = Problem(
    "SC058", WARNING,
    "场景“{scene}”只有一个回应。", "The scene “{scene}” has only one response.",
    "没有选择，就没有练习。", "Where there is nothing to choose, nothing is practised.",
    "请再写一个人们真会那样说的回应，或把这段话并入前后的场景。",
    "Add a response that people really give, or put the words into the scene before or after.",
)  # fmt: skip
ALIKE = Problem(
    "SC059", WARNING,
    "回应“{other}”和“{one}”除了文字没有任何区别。",
    "The responses “{other}” and “{one}” differ in nothing but their words.",
    "选哪个都一样，学员会以为自己判断错了。",
    "Either leads to the same, and the learner is left to wonder what the difference was.",
    "请让两者有不同的后果（规则、心情、变量或去处），或只留一个。",
    "Give them different consequences (rules, mood, variables or goto), or keep one of them.",
)  # fmt: skip
NO_BECAUSE = Problem(
    "SC060", WARNING,
    "“{id}”没有写 because。", "“{id}” has no because.",
    "复盘时学员只看到对错，看不到为什么。",
    "In the debrief the learner would see that it was right or wrong, but not why.",
    "请用一两句话写明它为什么好、差在哪里。", "Say in a sentence or two what is good about it, or what it lacks.",
)  # fmt: skip
UNMET_NEED = Problem(
    "SC061", WARNING,
    "没有回应照顾到隐性需求“{need}”。", "No response meets the hidden need “{need}”.",
    "学员无论怎么做，都会被告知漏掉了它。",
    "Whatever the learner does, the debrief would say that it was overlooked.",
    "请在某个回应的 meets 里写上它，或把它删去。", "Name it in the meets of a response, or take it out.",
)  # fmt: skip
KEPT_IN_TAG_ONLY = Problem(
    "SC062", WARNING,
    "回应“{response}”标了遵守“{rule}”，话里却没有{elements}。",
    "The response “{response}” is marked as keeping “{rule}”, but its Chinese has no {elements}.",
    "学员会从这句话学着说；规则要求的话，应当听得见。",
    "Learners take the sentence for a model; what the rule asks for should be heard in it.",
    "请把它说出来，例如“{example}”；或从 keeps 里删去这条规则。",
    "Say it, for example “{example}”; or take the rule out of keeps.",
)  # fmt: skip
TABOO = Problem(
    "SC063", WARNING,
    "回应“{response}”里有忌语“{said}”，却没有违反任何规则。",
    "The response “{response}” says “{said}”, which must not be said at a counter, and yet breaks no rule.",
    "学员选了它不会被提醒，等于说这样讲也行。",
    "A learner who chooses it is not told, which is as good as saying that it will do.",
    "请改口，例如“{instead}”；若有意写成反例，请在 breaks 里标明违反的规则。",
    "Put it another way, for example “{instead}”; if it is meant as a mistake, say in breaks which rule it breaks.",
)  # fmt: skip
RECOVERY_ON_BEST_PATH = Problem(
    "SC064", WARNING,
    "最好的走法也要经过补救场景“{scene}”：{path}。",
    "Even the best path passes the recovery scene “{scene}”: {path}.",
    "补救场景只在出错之后才有；满分的人走到这里，说明前面缺一个真正好的回应。",
    "A recovery scene is there only after a mistake; if nobody can do without it, a really good response is missing.",
    "请在前面加一个更好的回应，或去掉 recovery: true。",
    "Add a better response before it, or take recovery: true away.",
)  # fmt: skip
GUESSABLE = Problem(
    "SC065", WARNING,
    "不看内容、{robot}，也能通过，得 {score} 分：{path}。",
    "Without reading a word, {robot} passes with {score}: {path}.",
    "猜得中，就练不到；分数也说明不了什么。",
    "What can be guessed is not practised, and its score says nothing.",
    "请打散规律：让好回应有长有短，让客气话也有不合适的时候，改换次序，或提高及格线。",
    "Break the pattern: let good responses be short as well as long, let polite words be wrong at times, "
    "change the order, or raise the pass mark.",
)  # fmt: skip
UNKNOWN_INSPECTION = Problem(
    "SC066", WARNING,
    "没有叫“{name}”的检查图。", "There is no picture to inspect called “{name}”.",
    "学员只有清单可看，没有图可找。", "The learner would have only the list, and nothing to look at.",
    "可用的检查图：{known}。", "Pictures that there are: {known}.",
)  # fmt: skip
NOT_IN_THE_PICTURE = Problem(
    "SC067", WARNING,
    "检查图“{name}”里没有“{item}”。", "There is no “{item}” in the picture “{name}”.",
    "清单里说的东西，图上找不到。", "The list names something that cannot be found in the picture.",
    "请把编号改成图上有的东西：{known}。", "Let its id name a thing that is there: {known}.",
)  # fmt: skip

PROBLEMS = problems.PROBLEMS | {
    problem.code: problem for problem in list(globals().values()) if isinstance(problem, Problem)
}
"""Every kind of problem, by code."""


def why_of(found: Diagnostic) -> Text | None:
    """Say why a problem matters; None of one that is none of a scenario's."""
    problem = PROBLEMS.get(found.code)
    return problem.why if problem else None
