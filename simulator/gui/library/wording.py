"""The words for stages, levels and difficulties, in both languages at once: the search finds either."""

from __future__ import annotations

from simulator.domain.scenario import Stage
from simulator.domain.scoring import Level
from simulator.i18n import Text, say

STAGES: dict[Stage, Text] = {
    Stage.GREETING: say("迎客", "Greeting"),
    Stage.SERVING: say("待客", "Serving"),
    Stage.FAREWELL: say("送客", "Farewell"),
    Stage.COMPLAINT: say("投诉", "Complaint"),
    Stage.IMAGE: say("形象", "Image"),
}
"""The stages in the order in which cards name them: the visit first, then what may go beside it."""

LEVELS: dict[Level, Text] = {
    Level.BASIC: say("基本服务", "Basic service"),
    Level.PROACTIVE: say("主动服务", "Proactive service"),
    Level.MOVING: say("感动服务", "Moving service"),
}

DIFFICULTIES: dict[int, Text] = {
    1: say("入门", "Gentle"),
    2: say("进阶", "Demanding"),
    3: say("考验", "Trying"),
}
