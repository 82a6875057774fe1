"""One goal for the next time: what a debrief proposes, in words of conduct, and what came of a goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.debrief import Debrief, Outcome
from simulator.domain.rule_cards import RuleCard, rule_cards
from simulator.domain.rulebook import Rule
from simulator.i18n import Text, say

PROPOSALS = 3
"""How many goals a debrief proposes at most: few enough to choose between."""

CONDUCT: Mapping[str, Text] = {
    "image-uniform-badge": say(
        "开窗前摸一下工牌：正的，名字朝外", "Before opening, touch the badge: straight, name outwards"
    ),
    "image-grooming": say("上岗前照一次镜子", "Look in the mirror once before going on duty"),
    "image-workplace-ready": say("开窗前先把台面和纸笔备好", "Have the counter, pen and paper ready before opening"),
    "image-on-duty-focus": say("人一到，先放下手里的私事", "When someone comes up, put private things down first"),
    "image-posture": say("坐直，身子朝对方倾一点", "Sit up, leaning a little towards the person"),
    "image-expression-fits": say("先看对方的脸，再定自己的表情", "Look at their face first, then let yours answer it"),
    "image-away-sign": say("离开窗口前，先写明几点回来", "Before leaving the counter, put up when you will be back"),
    "greet-speak-first": say("人到窗口，先开口", "Speak first when someone comes up"),
    "greet-rise-and-look": say("先抬头看人，再看材料", "Look at the person first, then at the papers"),
    "greet-courtesy-opening": say("第一句先说“您好”", "Begin the first sentence with a greeting"),
    "greet-proper-address": say("开口先想好怎么称呼", "Choose the form of address before speaking"),
    "greet-ask-purpose": say(
        "先问“您今天办什么业务”，再看材料", "Ask what they have come for, then look at the papers"
    ),
    "greet-invite-seat": say("先请人坐下，再谈事", "Offer the seat first, then talk"),
    "greet-busy-acknowledge": say("再忙，也先看一眼、应一声", "However busy, look up and say a word at once"),
    "greet-notice-special-needs": say(
        "先留意对方有什么不方便，再说流程", "Notice first what may be hard for them, then explain the steps"
    ),
    "greet-equal-treatment": say("不管谁来，同一句问候", "The same greeting for whoever comes"),
    "serve-listen-fully": say("先听完，再回答", "Hear them out, then answer"),
    "serve-confirm-need": say("先复述一遍，再动手", "Say it back first, then begin"),
    "serve-plain-language": say("说到术语，马上换一句大白话", "After any office term, say it again in plain words"),
    "serve-please-and-thanks": say("请字开头，谢字收尾", "Begin with please, end with thank you"),
    "serve-two-hands": say("双手接，双手递", "Take with both hands, give with both hands"),
    "serve-no-throw-no-point": say(
        "材料放到手里，方向用手掌指", "Put papers into their hands, point with an open palm"
    ),
    "serve-one-time-notice": say("一次说全，再写成清单给他", "Say it all at once, then hand it over in writing"),
    "serve-first-asked-responsible": say("先接下来，再想该找谁", "Take it on first, then find who can help"),
    "serve-warm-handoff": say("转交之前，先替他把情况说明白", "Before passing someone on, explain the case for them"),
    "serve-time-promise": say("说清要多久、什么时候取", "Say how long it takes and when it will be ready"),
    "serve-verify-not-guess": say("拿不准，先核实，再回答", "When unsure, check first, then answer"),
    "serve-narrate-wait": say("让人等的时候，出声说在办什么", "While they wait, say aloud what is being done"),
    "serve-reasoned-refusal": say(
        "说“不能”之后，马上说依据和出路", "After a no, give the basis and the way on at once"
    ),
    "serve-offer-alternative": say("一条路不通，就给出另一条", "Where one way is closed, offer another"),
    "serve-moving-within-law": say("帮忙之前，先想规定许不许", "Before helping, ask whether the rules allow it"),
    "serve-no-undue-favour": say("熟人来了，也按号", "Acquaintances wait their turn too"),
    "serve-privacy": say("说到隐私，先放低声音", "Lower your voice before anything private"),
    "serve-fair-priority": say("让人优先时，先向后面的人说明", "When someone goes first, tell those behind them why"),
    "serve-keep-offline-channel": say(
        "先问愿不愿用手机，不愿就走人工", "Ask about the phone first; if not, serve by hand"
    ),
    "serve-adapt-channel": say("听不清、看不懂，就换一种方式", "If it does not get across, change the channel"),
    "serve-consent-before-help": say("伸手之前，先问一声", "Ask before lending a hand"),
    "serve-acknowledge-emotion": say("先说一句心情，再说流程", "Name the feeling first, then the process"),
    "serve-bereaved-language": say("先说“请您节哀”，再谈手续", "Condolence first, then the formalities"),
    "serve-ask-beyond": say("办完先问一句：还有没有别的事", "Before closing, ask what else there is"),
    "serve-hidden-need": say("多看一眼：他没说的是什么", "Look once more: what is not being said?"),
    "serve-outage-transparency": say(
        "系统一停，先说清出了什么事、要多久", "When the system stops, say first what happened and for how long"
    ),
    "farewell-summary-next-step": say("送人之前，说清下一步", "Before they go, say what comes next"),
    "farewell-verify-and-return": say("先请他核对，再逐件还证件", "Have it checked, then count the originals back"),
    "farewell-neutral-evaluation": say(
        "请人评价，只请一句，不看也不问", "Invite the rating once; no looking, no asking"
    ),
    "farewell-closing-words": say("最后一句留给道别", "Keep the last sentence for the farewell"),
    "farewell-see-off": say("目送一眼，再叫下一号", "See them off, then call the next number"),
    "farewell-no-rush-at-closing": say(
        "快下班了，也把眼前这位办完", "Near closing, finish with whoever is at the window"
    ),
    "farewell-personal-wish": say("送一句只适合他的话", "Give one wish that fits this person alone"),
    "complaint-settle-first": say("先请人坐下，再听事情", "Offer a seat first, then hear the matter"),
    "complaint-listen-full": say("先听到底，再开口", "Hear it to the end, then speak"),
    "complaint-apologise-before-explain": say("先致歉，再解释", "First apologise, then explain"),
    "complaint-no-argue": say(
        "话冲过来，先停一口气，不顶回去", "When words come hard, take one breath and do not hit back"
    ),
    "complaint-record-facts": say("边听边记，记完念给他听", "Write it down, then read it back"),
    "complaint-own-and-act": say("说清谁来办、几时办好", "Say who will do it and by when"),
    "complaint-offer-options": say("给两个办法，让他自己选", "Offer two ways and let them choose"),
    "complaint-redress-channel": say("不等他问，先告诉他还能找谁", "Say whom else they can turn to before they ask"),
    "complaint-thank-and-follow-up": say("道一声谢，约好回话的时间", "Say thank you and fix the time of the call-back"),
    "complaint-filmed-composure": say("有镜头，照常说下一句", "With a lens on you, say the next sentence as usual"),
    "complaint-safety-escalate": say("看到危险，先叫人", "At danger, call for help first"),
}
"""What a clerk does who keeps a rule, short enough to carry in the head."""


@dataclass(frozen=True)
class Proposal:
    """A goal that an attempt suggests, and what came of its rule there (kept: worth doing once more)."""

    rule: str
    words: Text
    outcome: Outcome


def conduct(rule_id: str, rule: Rule | None) -> Text:
    """Give a rule in words of conduct: its own statement where the program has no shorter words for it."""
    if words := CONDUCT.get(rule_id):
        return words
    return rule.statement if rule else Text.of(rule_id)


def proposals(debrief: Debrief) -> tuple[Proposal, ...]:
    """Give two or three goals, fewer only where fewer rules were at stake: what was broken, what was missed.

    Where that is not enough, what went beyond the basics and was kept: a habit takes more than one time.
    """
    cards = rule_cards(debrief)
    lacking = [card for card in cards if card.outcome is not Outcome.KEPT]
    lacking.sort(key=lambda card: -_urgency(debrief, card))
    chosen = lacking[:PROPOSALS]
    if len(chosen) < PROPOSALS - 1:
        kept = sorted((card for card in cards if card.outcome is Outcome.KEPT), key=_worth_repeating)
        chosen += kept[: PROPOSALS - len(chosen)]
    return tuple(Proposal(card.id, conduct(card.id, card.rule), card.outcome) for card in chosen)


def came_of(debrief: Debrief, rule_id: str) -> Outcome | None:
    """Give the worst that came of a goal's rule in an attempt; None where it was not at stake."""
    return next((card.outcome for card in rule_cards(debrief) if card.id == rule_id), None)


def _urgency(debrief: Debrief, card: RuleCard) -> int:
    return debrief.rulebook.weight(card.id) * (2 if card.outcome is Outcome.BROKEN else 1)


def _worth_repeating(card: RuleCard) -> int:
    order = ("moving", "proactive", "basic")
    return order.index(str(card.rule.level)) if card.rule else len(order)
