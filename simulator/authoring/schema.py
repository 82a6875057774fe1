"""The JSON Schema of a scenario file, by which editors complete and check it while it is written.

It knows the shape of a file. What refers to what, and whether it can be played, only ``check`` can tell.
"""

from __future__ import annotations

import json
import keyword
from collections.abc import Iterable
from typing import Any

from simulator.domain.conditions import MOOD
from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST, SCENARIO_FORMAT, Channel, Expression, Speaker, Stage

Schema = dict[str, Any]

SCHEMA_FILE = "scenario.schema.json"
"""What the schema is called in the folder of scenarios."""

_ID = r"^[a-z0-9][a-z0-9_-]{0,59}$"
_VARIABLE = r"^[a-z][a-z0-9_]{0,59}$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_NO_VARIABLES = sorted({MOOD, "true", "false", *(word for word in keyword.kwlist if word.islower())})


def scenario_schema() -> Schema:
    """Give the schema of a scenario file (JSON Schema, draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "窗口演练：情景 / Counter Practice: scenario",
        **_map(
            required=("format", "id", "title", "place", "citizen", "start", "scenes", "endings"),
            format=_told({"const": SCENARIO_FORMAT}, "文件格式", "the file's format"),
            id=_told(_ref("id"), "与文件名相同（不带 .yaml）", "the file's name without .yaml"),
            title=_told(_ref("text"), "情景名", "its title"),
            summary=_told(_ref("text"), "一两句话的简介", "what it is about, in a sentence or two"),
            place=_told(_ref("id"), "场所背景", "the backdrop"),
            channel=_told({"enum": _words(Channel)}, "在窗口、电话里还是网上", "at the counter, by phone or by chat"),
            difficulty=_told(_number(1, 3), "难度，1 到 3", "how hard, 1 to 3"),
            pass_mark=_told(_number(1, 100), "及格线，1 到 100", "the score that passes, 1 to 100"),
            citizen=_told(_ref("citizen"), "来办事的人", "who comes to the counter"),
            variables=_told(_ref("variables"), "变量和起始值", "variables with the values that they start with"),
            start=_told(_ref("name"), "第一个场景", "the first scene"),
            scenes=_told(_by_id("scene"), "场景，按编号", "the scenes, by id"),
            endings=_told(_by_id("ending"), "结局，按编号", "the endings, by id"),
        ),
        "$defs": {
            "id": {"type": ["string", "integer"], "pattern": _ID},
            "name": {"type": ["string", "integer"], "minLength": 1},
            "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
            "text": _text(),
            "variables": {
                "type": "object",
                "propertyNames": {"pattern": _VARIABLE, "not": {"enum": _NO_VARIABLES}},
                "additionalProperties": {"type": ["boolean", "integer"]},
            },
            "citizen": _citizen(),
            "line": _line(),
            "lines": {"type": "array", "items": _ref("line")},
            "scene": _scene(),
            "response": _response(),
            "inspection": _inspection(),
            "ending": _ending(),
        },
    }


def schema_text() -> str:
    """Give the schema as its file holds it."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=2) + "\n"


def _citizen() -> Schema:
    voice = _map(
        gender=_told({"enum": ["female", "male"]}, "女声或男声", "a woman's or a man's voice"),
        rate=_told(_number(50, 400), "语速，每分钟词数", "words a minute"),
        pitch=_told(_number(0, 100), "音高，0 到 100", "pitch, 0 to 100"),
    )
    return _map(
        required=("name", "portrait"),
        name=_told(_ref("text"), "姓名", "the citizen's name"),
        portrait=_told(_ref("id"), "人物画像", "the portrait"),
        voice=_told(voice, "声音", "how the citizen sounds"),
        persona=_told(_ref("text"), "是个怎样的人", "who this is"),
        mood=_told(_number(MOOD_LOWEST, MOOD_HIGHEST), "来时的心情，0 到 100", "the mood at the start, 0 to 100"),
        hidden_needs=_told(
            {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _ref("text")},
            "没说出口的需求，按编号",
            "what is not said aloud, by id",
        ),
    )


def _line() -> Schema:
    who = {
        Speaker.NARRATOR: ("旁白", "the narrator tells"),
        Speaker.CITIZEN: ("群众说", "the citizen says"),
        Speaker.CLERK: ("窗口人员说", "the clerk says"),
    }
    spoken = {str(speaker): _told(_ref("text"), *said) for speaker, said in who.items()}
    expression = _told({"enum": _words(Expression)}, "对方脸上的表情", "what the citizen's face shows")
    one_speaker = [{"required": [str(speaker)]} for speaker in Speaker]
    return {**_map(**spoken, expression=expression), "oneOf": one_speaker}


def _scene() -> Schema:
    return {
        **_map(
            required=("stage",),
            stage=_told({"enum": _words(Stage)}, "属于哪个环节", "the part of a visit that it belongs to"),
            recovery=_told(
                {"type": "boolean"}, "出错之后才有的补救场景", "true of a scene that is there only after a mistake"
            ),
            lines=_told(_ref("lines"), "先说的话", "what is said first"),
            thought=_told(_ref("text"), "对方心里的话，复盘时才看到", "what the citizen thinks; seen in the debrief"),
            hint=_told(_ref("text"), "给学员的提示", "a hint for the learner"),
            note=_told(_ref("text"), "给带教的人看的，学员看不到", "for the facilitator, never for the learner"),
            time_limit=_told(_number(3, 600), "限时，秒", "seconds to answer in"),
            on_timeout=_told(_ref("name"), "超时算选了哪个回应", "the response that silence stands for"),
            responses=_told(_by_id("response"), "可以怎样回应", "what the clerk may say and do"),
            inspect=_told(_ref("inspection"), "代替回应：勾出要整改的", "instead of responses: tick what is wrong"),
        ),
        "oneOf": [{"required": ["responses"]}, {"required": ["inspect"]}],
        "dependentRequired": {"time_limit": ["on_timeout"], "on_timeout": ["time_limit"]},
    }


def _response() -> Schema:
    condition = {"type": ["string", "boolean"], "minLength": 1}
    return {
        **_map(
            required=("goto",),
            say=_told(_ref("text"), "说什么", "what the clerk says"),
            do=_told(_ref("text"), "做什么", "what the clerk does"),
            when=_told(condition, "什么时候可选，例如 mood >= 30 and not told", "when it can be chosen"),
            keeps=_told(_ref("names"), "遵守的规则", "the rules that it keeps"),
            breaks=_told(_ref("names"), "违反的规则", "the rules that it breaks"),
            meets=_told(_ref("names"), "照顾到的隐性需求", "the hidden needs that it meets"),
            mood=_told(_number(-100, 100), "心情加减", "added to the citizen's mood"),
            set=_told(_ref("variables"), "改变的变量", "the variables that it sets"),
            reply=_told(_ref("text"), "对方当下的回答", "what the citizen answers at once"),
            because=_told(_ref("text"), "复盘时说明为什么", "why, for the debrief"),
            goto=_told(_ref("name"), "接下来的场景或结局", "the scene or the ending that follows"),
        ),
        "anyOf": [{"required": ["say"]}, {"required": ["do"]}],
    }


def _inspection() -> Schema:
    item = _map(
        required=("text", "fault", "rule"),
        text=_told(_ref("text"), "看到了什么", "what is seen"),
        fault=_told({"type": "boolean"}, "是否要整改", "whether it must be put right"),
        rule=_told(_ref("name"), "关系到哪条规则", "the rule at stake"),
        because=_told(_ref("text"), "复盘时说明为什么", "why, for the debrief"),
    )
    items = _by_id("item") | {"additionalProperties": item}
    return _map(
        required=("items", "goto"),
        picture=_told(_ref("id"), "检查图：各项都能在图上看到", "a picture in which each item can be seen"),
        items=_told(items, "要看的各项，按编号", "the things to look over, by id"),
        goto=_told(_ref("name"), "接下来的场景或结局", "the scene or the ending that follows"),
    )


def _ending() -> Schema:
    return _map(
        required=("title", "resolved"),
        title=_told(_ref("text"), "结局名", "its title"),
        lines=_told(_ref("lines"), "最后说的话", "what is said last"),
        resolved=_told(
            {"type": "boolean"}, "事情是否办妥或依规转办", "whether the business was settled or lawfully routed"
        ),
        rating_at_most=_told(_number(1, 5), "评价最高几星", "the most stars that can be given"),
        neighbour=_told(_ref("text"), "回去后对邻居说的一句话", "what the citizen tells a neighbour"),
    )


def _text() -> Schema:
    words = {"type": "string", "pattern": r"\S"}
    nothing = {"anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^\s*$"}]}
    by_language = {
        "type": "object",
        "properties": {"zh": {"description": "中文 / Chinese"}, "en": {"description": "英文 / English"}},
        "patternProperties": {_LANGUAGE: {"type": ["string", "null"]}},
        "additionalProperties": False,
        "not": {"additionalProperties": nothing},
    }
    return {
        "anyOf": [words, by_language],
        "description": "文字，或各语言的文字 / a text, or a map from language to text",
    }


def _map(*, required: Iterable[str] = (), **properties: Schema) -> Schema:
    """Give the schema of a map with these keys and no others."""
    whole: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return whole | ({"required": list(required)} if required else {})


def _by_id(kind: str) -> Schema:
    """Give the schema of a map from id to one kind of part, with one entry at least."""
    return {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": _ref(kind),
        "minProperties": 1,
    }


def _told(schema: Schema, zh: str, en: str) -> Schema:
    """Give a schema with what editors tell of it, in both languages."""
    return schema | {"description": f"{zh} / {en}"}


def _ref(kind: str) -> Schema:
    return {"$ref": f"#/$defs/{kind}"}


def _number(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def _words(kinds: Iterable[str]) -> list[str]:
    return [str(kind) for kind in kinds]
