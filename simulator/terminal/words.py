"""How the terminal says what the domain knows by a word of its own."""

from __future__ import annotations

from simulator.domain.debrief import Outcome
from simulator.domain.encounter import AnswerError, Option
from simulator.domain.scenario import Line, Scenario, Speaker, Stage
from simulator.domain.scoring import Level
from simulator.i18n import Text, say

STAGES = {
    Stage.IMAGE: say("上岗前", "before opening"),
    Stage.GREETING: say("迎客", "greeting"),
    Stage.SERVING: say("待客", "serving"),
    Stage.FAREWELL: say("送客", "farewell"),
    Stage.COMPLAINT: say("投诉", "complaint"),
}

LEVELS = {
    Level.NONE: say("未达到", "none"),
    Level.BASIC: say("基本服务", "basic"),
    Level.PROACTIVE: say("主动服务", "proactive"),
    Level.MOVING: say("感动服务", "moving"),
}

LEVEL_MEANINGS = {
    Level.NONE: say("还没有通过，先把该做到的做到。", "Not passed yet: first what everyone may expect."),
    Level.BASIC: say("该做到的都做到了。", "What everyone may expect was done."),
    Level.PROACTIVE: say("不等对方开口，就多做了一步。", "You went a step further without being asked."),
    Level.MOVING: say("对方没说出口的，你也照顾到了。", "You met what was never said aloud."),
}

RATING_MEANINGS = {
    1: say("非常不满意", "very dissatisfied"),
    2: say("不满意", "dissatisfied"),
    3: say("基本满意", "fairly satisfied"),
    4: say("满意", "satisfied"),
    5: say("非常满意", "very satisfied"),
}

MARKS = {Outcome.KEPT: "✓", Outcome.MISSED: "○", Outcome.BROKEN: "✕"}

CLERK = say("你", "You")


def spoken(line: Line, scenario: Scenario, language: str) -> str:
    """Give a line as it is printed: the narrator's indented, the others' with who says it."""
    words = line.text.to(language)
    if line.speaker is Speaker.NARRATOR:
        return f"  {words}"
    who = scenario.citizen.name if line.speaker is Speaker.CITIZEN else CLERK
    return said(who, words, language)


def said(who: Text, words: str, language: str) -> str:
    """Give what somebody says, with who it is."""
    return f"{who.to(language)}{say('：', ': ').to(language)}{words}"


def deed(says: Text | None, does: Text | None, language: str) -> str:
    """Give what a response says and does."""
    words = says.to(language) if says is not None else ""
    if does is None:
        return words
    return (words + say(f"〔{does.to('zh')}〕", f" [{does.to('en')}]").to(language)).strip()


def why_unavailable(option: Option) -> Text:
    """Say why an option cannot be chosen now."""
    if option.obstacle == "mood":
        return say("对方此刻的心情还走不到这一步", "the citizen's mood does not allow it now")
    return say("前面的对话还没有走到这一步", "what has happened so far does not lead to it")


def answer_sentence(error: AnswerError) -> Text:
    """Say why an answer cannot be given here, and what could be."""
    possible = ", ".join(error.possible)
    return {
        "over": say(
            f"情景已经结束，多出了“{error.answer}”。请删去多余的回答。",
            f"The encounter is over; “{error.answer}” is one too many. Take out the answers that are left.",
        ),
        "unknown": say(
            f"这里没有“{error.answer}”。可选：{possible}。",
            f"There is no “{error.answer}” here. Choose from: {possible}.",
        ),
        "unavailable": say(
            f"“{error.answer}”现在不可用。可选：{possible}。",
            f"“{error.answer}” is not available now. Choose from: {possible}.",
        ),
        "not-an-inspection": say(
            f"这里不是检查，不能用“{error.answer}”。可选：{possible}。",
            f"This is no inspection, so “{error.answer}” does not fit. Choose from: {possible}.",
        ),
        "an-inspection": say(
            f"这里是检查，请用 + 连接要整改的项目：{possible}（没有则写 -）。",
            f"This is an inspection: join what must be put right with +, from {possible} (or - for nothing).",
        ),
    }[error.reason]
