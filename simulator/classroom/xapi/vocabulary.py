"""The verbs, the kinds of activity and the extensions that statements use, each by its IRI.

Nothing here is coined but what stands under the base at the end. The rest comes from two published vocabularies:

- ADL's, http://adlnet.gov/expapi: initialized, answered, completed, passed, failed, scored; course and cmi.interaction.
- the Serious Games profile, https://w3id.org/xapi/seriousgames (the RAGE project; its lists of verbs and activity types
  are in the repository e-ucm/xapi-seriousgames, "xAPI Profile.md" and section 13 of README.md): a *level* is
  initialized and completed, a *dialog-tree* is an alternative met in a conversation, of which a response is selected.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote


class Verb(NamedTuple):
    """What somebody did."""

    iri: str
    zh: str
    en: str


INITIALIZED = Verb("http://adlnet.gov/expapi/verbs/initialized", "开始", "initialized")
SELECTED = Verb("https://w3id.org/xapi/adb/verbs/selected", "选择", "selected")
ANSWERED = Verb("http://adlnet.gov/expapi/verbs/answered", "作答", "answered")
COMPLETED = Verb("http://adlnet.gov/expapi/verbs/completed", "完成", "completed")
PASSED = Verb("http://adlnet.gov/expapi/verbs/passed", "通过", "passed")
FAILED = Verb("http://adlnet.gov/expapi/verbs/failed", "未通过", "failed")
SCORED = Verb("http://adlnet.gov/expapi/verbs/scored", "得分", "scored")

LEVEL = "https://w3id.org/xapi/seriousgames/activity-types/level"
"""A scenario: a level is what can be started and completed within a game."""
DIALOG_TREE = "https://w3id.org/xapi/seriousgames/activity-types/dialog-tree"
"""A scene with responses."""
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
"""An inspection: several of its items are ticked at once, which a dialog-tree does not have."""
COURSE = "http://adlnet.gov/expapi/activities/course"
PROFILE = "https://w3id.org/xapi/seriousgames"

OWN_BASE = "urn:counter-practice:"
"""What our own IRIs begin with where no other base is configured.

The namespace is not registered, since the program has no domain of its own; an organisation that has one may name an
https address there, and keeps to it from then on, because activities are told apart by these IRIs.
"""


class Own(NamedTuple):
    """IRIs of our own, under a base."""

    base: str = OWN_BASE

    def course(self, course: str) -> str:
        """Give the IRI of a course."""
        return f"{self.base}course/{_part(course)}"

    def scenario(self, scenario: str) -> str:
        """Give the IRI of a scenario; it is the same however its text is edited."""
        return f"{self.base}scenario/{_part(scenario)}"

    def scene(self, scenario: str, scene: str) -> str:
        """Give the IRI of a scene."""
        return f"{self.scenario(scenario)}/scene/{_part(scene)}"

    def extension(self, name: str) -> str:
        """Give the IRI of an extension: scenario-hash, rulebook-hash, mode, ending, level or rating."""
        return f"{self.base}extension/{name}"


def _part(word: str) -> str:
    return quote(word, safe="")
