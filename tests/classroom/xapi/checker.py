"""The rules of xAPI 1.0.3 for one statement ("xAPI-Data.md" in adlnet/xAPI-Spec), strictly.

What a statement may have and is not used here (attachments, groups, signatures, sub-statements) is refused, so that
nothing comes in unseen.
"""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?|P\d+W")
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def faults(statement: object) -> list[str]:
    """Give what is wrong with a statement, each with its place."""
    checker = _Checker()
    checker.statement(statement)
    return checker.found


class _Checker:
    def __init__(self) -> None:
        self.found: list[str] = []

    def statement(self, data):
        must, may = {"actor", "verb", "object"}, {"id", "result", "context", "timestamp"}
        if not self.keys("statement", data, must, may):
            return
        self.uuid("id", data.get("id"))
        self.actor(data["actor"])
        if self.keys("verb", data["verb"], {"id"}, {"display"}):
            self.iri("verb.id", data["verb"]["id"])
            self.language_map("verb.display", data["verb"].get("display", {}))
        self.activity("object", data["object"])
        self.text("timestamp", data.get("timestamp"), TIMESTAMP)
        if "timestamp" in data and not self.found:
            datetime.fromisoformat(data["timestamp"])
        if "result" in data:
            self.result(data["result"])
        if "context" in data:
            self.context(data["context"])

    def actor(self, data):
        """Check an agent that is known by an account; it may have no other identifier beside it (2.4.2.3)."""
        if not self.keys("actor", data, {"account"}, {"objectType", "name"}):
            return
        self.expect("actor.objectType", data.get("objectType", "Agent") == "Agent")
        self.expect("actor.name", isinstance(data.get("name", ""), str))
        if self.keys("actor.account", data["account"], {"homePage", "name"}):
            self.iri("actor.account.homePage", data["account"]["homePage"])
            self.expect("actor.account.name", isinstance(data["account"]["name"], str) and data["account"]["name"])

    def activity(self, place, data):
        if not self.keys(place, data, {"id"}, {"objectType", "definition"}):
            return
        self.expect(f"{place}.objectType", data.get("objectType", "Activity") == "Activity")
        self.iri(f"{place}.id", data["id"])
        if "definition" in data:
            self.definition(f"{place}.definition", data["definition"])

    def definition(self, place, data):
        of_interaction = {"interactionType", "choices", "correctResponsesPattern"}
        if not self.keys(place, data, set(), {"type", "name", "description", *of_interaction}):
            return
        if "type" in data:
            self.iri(f"{place}.type", data["type"])
        for key in ("name", "description"):
            self.language_map(f"{place}.{key}", data.get(key, {}))
        if of_interaction & set(data):
            self.expect(f"{place}.interactionType", data.get("interactionType") == "choice")
            self.choices(place, data.get("choices", []), data.get("correctResponsesPattern", []))

    def choices(self, place, choices, patterns):
        ids = []
        for index, choice in enumerate(choices):
            if self.keys(f"{place}.choices[{index}]", choice, {"id"}, {"description"}):
                ids.append(choice["id"])
                self.language_map(f"{place}.choices[{index}].description", choice.get("description", {}))
        self.expect(f"{place}.choices", len(set(ids)) == len(ids) and all(ids))
        for pattern in patterns:
            named = pattern.split("[,]") if pattern else []
            self.expect(f"{place}.correctResponsesPattern", set(named) <= set(ids))

    def result(self, data):
        if not self.keys(
            "result", data, set(), {"score", "success", "completion", "response", "duration", "extensions"}
        ):
            return
        for key in ("success", "completion"):
            self.expect(f"result.{key}", isinstance(data.get(key, True), bool))
        self.expect("result.response", isinstance(data.get("response", ""), str))
        if "duration" in data:
            self.text("result.duration", data["duration"], DURATION)
        self.extensions("result.extensions", data.get("extensions", {}))
        score = data.get("score", {})
        if not self.keys("result.score", score, set(), {"scaled", "raw", "min", "max"}):
            return
        numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in score.values())
        self.expect("result.score", numbers)
        if numbers and score:
            self.expect("result.score.scaled", -1 <= score["scaled"] <= 1)
            self.expect(
                "result.score.raw", score["min"] <= score["raw"] <= score["max"] and score["min"] < score["max"]
            )

    def context(self, data):
        may = {"registration", "contextActivities", "platform", "language", "revision", "extensions"}
        if not self.keys("context", data, set(), may):
            return
        self.uuid("context.registration", data.get("registration"))
        self.text("context.language", data.get("language", "zh"), LANGUAGE)
        for key in ("platform", "revision"):
            self.expect(f"context.{key}", isinstance(data.get(key, ""), str))
        self.extensions("context.extensions", data.get("extensions", {}))
        related = data.get("contextActivities", {})
        if self.keys("context.contextActivities", related, set(), {"parent", "grouping", "category", "other"}):
            for key, activities in related.items():
                self.expect(f"context.contextActivities.{key}", isinstance(activities, list) and activities)
                for activity in activities:
                    self.activity(f"context.contextActivities.{key}", activity)

    def keys(self, place, data, must, may=frozenset()):
        """Check that something is an object with these keys, none of them null."""
        sound = isinstance(data, dict) and must <= set(data) <= must | may and None not in data.values()
        self.expect(place, sound)
        return sound

    def extensions(self, place, data):
        for key in data:
            self.iri(f"{place} {key}", key)

    def language_map(self, place, data):
        for language, words in data.items():
            self.text(f"{place} {language}", language, LANGUAGE)
            self.expect(f"{place}.{language}", isinstance(words, str))

    def iri(self, place, word):
        self.text(place, word, IRI)

    def text(self, place, word, pattern):
        self.expect(f"{place}: {word!r}", isinstance(word, str) and pattern.fullmatch(word) is not None)

    def uuid(self, place, word):
        sound = isinstance(word, str) and re.fullmatch(r"[0-9a-f-]{36}", word) is not None
        self.expect(
            f"{place}: {word!r}", sound and UUID(word).version in (4, 5) and UUID(word).variant.startswith("spec")
        )

    def expect(self, place, sound):
        if not sound:
            self.found.append(place)
