"""The words for stages, levels and difficulties, in both languages at once: the search finds either."""

from __future__ import annotations

from simulator.i18n import Text, say

STAGES: dict[str, Text] = {
    "greeting": say("迎客", "Greeting"),
    "serving": say("待客", "Serving"),
    "farewell": say("送客", "Farewell"),
    "complaint": say("投诉", "Complaint"),
    "image": say("形象", "Image"),
}
"""The stages in the order in which cards name them: the visit first, then what may go beside it.

By their plain words, as those of the levels below: the engine, which has names for them, is not loaded for the library.
"""

LEVELS: dict[str, Text] = {
    "basic": say("基本服务", "Basic service"),
    "proactive": say("主动服务", "Proactive service"),
    "moving": say("感动服务", "Moving service"),
}

DIFFICULTIES: dict[int, Text] = {
    1: say("入门", "Gentle"),
    2: say("进阶", "Demanding"),
    3: say("考验", "Trying"),
}
