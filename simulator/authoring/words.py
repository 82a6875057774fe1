"""What the parts and fields of a scenario are called, in the names of edits and in differences."""

from __future__ import annotations

from simulator.authoring.draft import Keys
from simulator.i18n import Text, say

_KINDS = {
    "scenes": say("场景", "scene"),
    "endings": say("结局", "ending"),
    "responses": say("回应", "response"),
    "items": say("检查项", "item"),
    "variables": say("变量", "variable"),
    "hidden_needs": say("隐性需求", "hidden need"),
    "lines": say("台词", "line"),
}

_FIELDS = {
    "id": say("编号", "id"),
    "title": say("标题", "title"),
    "summary": say("简介", "summary"),
    "place": say("背景", "place"),
    "channel": say("渠道", "channel"),
    "difficulty": say("难度", "difficulty"),
    "pass_mark": say("及格线", "pass mark"),
    "citizen": say("人物", "citizen"),
    "name": say("姓名", "name"),
    "portrait": say("画像", "portrait"),
    "voice": say("声音", "voice"),
    "gender": say("性别", "gender"),
    "rate": say("语速", "rate"),
    "pitch": say("音高", "pitch"),
    "persona": say("人物背景", "persona"),
    "mood": say("情绪", "mood"),
    "hidden_needs": say("隐性需求", "hidden needs"),
    "variables": say("变量", "variables"),
    "start": say("开头", "start"),
    "stage": say("环节", "stage"),
    "recovery": say("补救场景", "recovery"),
    "lines": say("台词", "lines"),
    "narrator": say("旁白", "narrator's line"),
    "clerk": say("窗口人员的话", "clerk's line"),
    "expression": say("表情", "expression"),
    "thought": say("心里话", "thought"),
    "hint": say("提示", "hint"),
    "note": say("带教提示", "note"),
    "time_limit": say("限时", "time limit"),
    "on_timeout": say("超时回应", "response on timeout"),
    "responses": say("回应", "responses"),
    "inspect": say("检查", "inspection"),
    "picture": say("图片", "picture"),
    "items": say("检查项", "items"),
    "text": say("检查内容", "text"),
    "fault": say("是否有问题", "fault"),
    "rule": say("规则", "rule"),
    "say": say("说的话", "words said"),
    "do": say("动作", "what is done"),
    "when": say("条件", "condition"),
    "keeps": say("遵守的规则", "rules kept"),
    "breaks": say("违反的规则", "rules broken"),
    "meets": say("满足的需求", "needs met"),
    "set": say("变量变化", "variables set"),
    "reply": say("回话", "reply"),
    "because": say("理由", "reason"),
    "goto": say("去向", "way on"),
    "resolved": say("是否办成", "resolved"),
    "rating_at_most": say("评价上限", "highest rating"),
    "neighbour": say("对邻居说的话", "words to a neighbour"),
    "zh": say("中文", "Chinese"),
    "en": say("英文", "English"),
}

_CITIZENS_LINE = say("人物的话", "citizen's line")


def kind_of(keys: Keys) -> Text:
    """Give what the entry at a place is called: a scene, an ending, a response."""
    return _KINDS.get(str(keys[-2]) if len(keys) > 1 else "", say("内容", "part"))


def field_at(keys: Keys) -> Text:
    """Give what the field at a place is called, with the number of a line: ``第 2 句：人物的话``."""
    names: list[Text] = []
    for place, key in enumerate(keys):
        if isinstance(key, int):
            names[-1:] = [say(f"第 {key + 1} 句", f"line {key + 1}")]
        elif key == "citizen" and place and isinstance(keys[place - 1], int):
            names.append(_CITIZENS_LINE)
        else:
            names.append(_FIELDS.get(key, say(f"“{key}”", f"“{key}”")))
    return say("：".join(name.to("zh") for name in names), ", ".join(name.to("en") for name in names))


def part_of(keys: Keys) -> tuple[Keys, Keys]:
    """Divide a place into the part of the scenario that it belongs to (a scene, a response…) and the field within."""
    depth = 0
    match keys:
        case ("scenes", _, "responses", _, *_) | ("citizen", "hidden_needs", _, *_):
            depth = 4 if keys[0] == "scenes" else 3
        case ("scenes", _, "inspect", "items", _, *_):
            depth = 5
        case ("scenes" | "endings" | "variables", _, *_):
            depth = 2
    return keys[:depth], keys[depth:]


def part_name(keys: Keys) -> Text:
    """Give what a part is called with its id: ``场景 arrival · 回应 warm``; nothing for the scenario itself."""
    names: list[Text] = []
    for depth in range(2, len(keys) + 1):
        if keys[depth - 2] in _KINDS and isinstance(keys[depth - 1], str):
            kind = _KINDS[str(keys[depth - 2])]
            names.append(say(f"{kind.to('zh')} {keys[depth - 1]}", f"{kind.to('en')} {keys[depth - 1]}"))
    return say(" · ".join(name.to("zh") for name in names), ", ".join(name.to("en") for name in names))
