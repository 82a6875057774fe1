"""Writing a test plan down, so that it can be read aloud, and read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.authoring.plans import (
    CLOSE_FACTS,
    CLOSED,
    NOTHING,
    STEP_FACTS,
    Fact,
    Offer,
    Plan,
    Said,
    Step,
    Value,
    one_line,
)


def value_words(word: str, value: Value) -> str:
    """Give an expected value as a plan writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:+}" if word == "points" and value else str(value)
    if isinstance(value, str):
        return value
    if word == "mood":
        return " -> ".join(str(mood) for mood in value)
    return ", ".join(str(id) for id in value) or NOTHING


def plan_text(plan: Plan) -> str:
    """Write a plan; reading the text gives the plan again, but for where its lines stand."""
    return "\n".join([*_plan_lines(plan), ""])


def _plan_lines(plan: Plan) -> Iterator[str]:
    yield from _remark_lines(plan.remarks)
    yield f"scenario: {plan.scenario}"
    if plan.language:
        yield f"language: {plan.language}"
    for step in plan.steps:
        yield ""
        yield from _remark_lines(step.remarks)
        yield f"scene: {step.scene}"
        yield from _indented(_step_lines(step))
    if plan.close is not None:
        yield ""
        yield from _remark_lines(plan.close.remarks)
        yield f"ending: {plan.close.ending}"
        yield from _indented(_said_lines(plan.close.lines))
        yield from _indented(_fact_lines(plan.close.facts, CLOSE_FACTS))


def _step_lines(step: Step) -> Iterator[str]:
    yield from _said_lines(step.lines)
    for offer in step.offers:
        yield _offer_line(offer, step)
    yield f"choose: {step.answer}"
    yield from _said_lines(step.follows)
    yield from _fact_lines(step.facts, STEP_FACTS)


def _offer_line(offer: Offer, step: Step) -> str:
    word = "item" if step.inspection else "option"
    closed = "" if offer.available else f" {CLOSED}"
    words = f"  “{one_line(offer.words)}”" if offer.words else ""
    return f"{word}: {offer.id}{closed}{words}"


def _remark_lines(remarks: Iterable[str]) -> Iterator[str]:
    return (f"# {one_line(words)}".rstrip() for words in remarks)


def _said_lines(lines: Iterable[Said]) -> Iterator[str]:
    return (f"{said.who}: {one_line(said.words)}".rstrip() for said in lines)


def _fact_lines(facts: Mapping[str, Fact], order: Iterable[str]) -> Iterator[str]:
    return (f"{word}: {value_words(word, facts[word].value)}" for word in order if word in facts)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)
