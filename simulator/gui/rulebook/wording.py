"""The words for what a rule is, in both languages at once: the search finds either."""

from __future__ import annotations

from simulator.domain.rulebook import Dimension, Element, Rule, RuleLevel, Severity
from simulator.domain.scenario import Stage
from simulator.i18n import Text, say

STAGES = {
    Stage.IMAGE: say("形象", "Image"),
    Stage.GREETING: say("迎客", "Greeting"),
    Stage.SERVING: say("待客", "Serving"),
    Stage.FAREWELL: say("送客", "Farewell"),
    Stage.COMPLAINT: say("投诉", "Complaint"),
}

SEVERITIES = {
    Severity.CRITICAL: say("关键", "Critical"),
    Severity.MAJOR: say("重要", "Major"),
    Severity.MINOR: say("细节", "Minor"),
    Severity.BONUS: say("锦上添花", "Bonus"),
}

WHAT_SEVERITIES_MEAN = {
    Severity.CRITICAL: say("违反一次，这次练习就不算通过。", "Broken once, the attempt is not passed."),
    Severity.MAJOR: say("做到加分多，违反扣分也多。", "Keeping it earns much, and breaking it costs as much."),
    Severity.MINOR: say("分值小，做到了让人舒服。", "It weighs little, and people feel the better for it."),
    Severity.BONUS: say("不计分；做到了，走得更远。", "It earns no points; keeping it takes you further."),
}

LEVELS = {
    RuleLevel.BASIC: say("基本服务", "Basic service"),
    RuleLevel.PROACTIVE: say("主动服务", "Proactive service"),
    RuleLevel.MOVING: say("感动服务", "Moving service"),
}

DIMENSIONS = {
    Dimension.RELIABILITY: say("可靠：说到做到，不出错", "Reliability: doing what was said, and doing it right"),
    Dimension.RESPONSIVENESS: say("响应：愿意帮，帮得快", "Responsiveness: willing to help, and prompt"),
    Dimension.ASSURANCE: say("保证：懂行、有礼、让人放心", "Assurance: knowing, courteous, to be trusted"),
    Dimension.EMPATHY: say("移情：把人当人，放在心上", "Empathy: caring about this person"),
    Dimension.TANGIBLES: say("有形：看得见的整洁与举止", "Tangibles: what can be seen"),
    Dimension.LAWFULNESS: say("守法：再热心也不越线", "Lawfulness: kindness that crosses no line"),
}

ELEMENTS = {
    Element.SERVICE_QUALITY: say("服务质量", "Service quality"),
    Element.STAFF: say("员工素质", "The people who serve"),
    Element.ENVIRONMENT: say("服务环境", "The surroundings"),
    Element.REPUTATION: say("品牌形象（口碑）", "Reputation"),
}


def all_words(rule: Rule) -> list[Text]:
    """Give everything that the page says of a rule, for a search."""
    return [
        rule.statement,
        rule.why,
        rule.source,
        STAGES[rule.stage],
        SEVERITIES[rule.severity],
        LEVELS[rule.level],
        DIMENSIONS[rule.dimension],
        ELEMENTS[rule.element],
    ]
