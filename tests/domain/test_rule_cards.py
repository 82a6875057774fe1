from __future__ import annotations

from dataclasses import replace

from simulator.domain.debrief import Outcome, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.rule_cards import BetterSentence, RuleCard, Source, rule_cards
from simulator.domain.rulebook import RecommendedPhrase, Rulebook
from simulator.domain.scenario import Scenario, Stage
from simulator.i18n import Text
from tests.stories import inspection, rulebook, scenario, scene

BOOK = rulebook()


def with_phrases(*phrases: tuple[str, Stage | None, str]) -> Rulebook:
    recommended = {
        f"rp-{number}": RecommendedPhrase(f"rp-{number}", Text.of(words), stage, rule)
        for number, (rule, stage, words) in enumerate(phrases)
    }
    return replace(BOOK, phrases=replace(BOOK.phrases, recommended=recommended))


def cards_of(story: Scenario, *answers: str, book: Rulebook = BOOK) -> dict[str, RuleCard]:
    found = debrief(play(story, answers).transcript(), book, Envelope(story, book))
    return {card.id: card for card in rule_cards(found)}


def test_a_card_quotes_the_sentence_and_the_option_that_keeps_the_rule() -> None:
    story = scenario(
        {"a": scene(kind={"say": "Good morning.", "do": "rises", "keeps": ["greet"]}, rude={"breaks": ["greet"]})}
    )
    card = cards_of(story, "rude")["greet"]
    assert (card.outcome, card.points, card.turns, card.quoted) == (Outcome.BROKEN, -3, (1,), 1)
    assert card.own.say == Text.of("rude")
    assert card.better == BetterSentence(Text.of("Good morning."), Text.of("rises"), Source.OPTION)


def test_an_option_that_breaks_something_else_is_no_better_sentence() -> None:
    story = scenario({"a": scene(rude={"breaks": ["greet"]}, sly={"keeps": ["greet"], "breaks": ["look"]})})
    book = with_phrases(("greet", None, "Good morning."))
    better = cards_of(story, "rude", book=book)["greet"].better
    assert better == BetterSentence(Text.of("Good morning."), None, Source.RULEBOOK)


def test_the_phrase_of_the_same_stage_comes_first() -> None:
    story = scenario(
        {
            "a": scene(stage="farewell", rude={"breaks": ["greet"], "goto": "b"}),
            "b": scene(y={"keeps": ["ask", "care"]}),
        }
    )
    book = with_phrases(("greet", Stage.GREETING, "Hello."), ("greet", Stage.FAREWELL, "Goodbye."))
    better = cards_of(story, "rude", "y", book=book)["greet"].better
    assert better == BetterSentence(Text.of("Goodbye."), None, Source.RULEBOOK)


def test_without_either_an_option_that_leaves_the_rule_whole() -> None:
    story = scenario({"a": scene(rude={"breaks": ["law"]}, calm={"say": "I see.", "keeps": ["ask"]})})
    assert cards_of(story, "rude")["law"].better == BetterSentence(Text.of("I see."), None, Source.UNBROKEN)


def test_where_there_is_nothing_better_nothing_is_shown() -> None:
    story = scenario(
        {"a": scene(rude={"breaks": ["law"], "goto": "b"}), "b": scene(yes={"keeps": ["ask", "care", "greet"]})}
    )
    assert cards_of(story, "rude", "yes")["law"].better is None


def test_what_only_a_worse_option_would_have_kept_was_not_missed() -> None:
    story = scenario({"a": scene(best={"keeps": ["greet"]}, other={"keeps": ["look"]})})
    assert set(cards_of(story, "best")) == {"greet"}
    assert {id: card.outcome for id, card in cards_of(story, "other").items()} == {
        "greet": Outcome.MISSED,
        "look": Outcome.KEPT,
    }


def test_a_rule_that_weighs_nothing_is_missed_where_another_option_cost_no_more() -> None:
    story = scenario({"a": scene(plain={"keeps": ["greet"]}, kind={"keeps": ["greet", "extra"]})})
    assert cards_of(story, "plain")["extra"].outcome is Outcome.MISSED


def test_the_worst_of_several_turns_counts_and_the_costliest_is_quoted() -> None:
    def moment(goto: str) -> dict[str, object]:
        return scene(
            well={"keeps": ["greet"], "goto": goto}, ill={"breaks": ["greet"], "goto": goto}, none={"goto": goto}
        )

    story = scenario({"a": moment("b"), "b": moment("c"), "c": moment("d"), "d": moment("end")})
    card = cards_of(story, "well", "none", "ill", "ill")["greet"]
    assert (card.outcome, card.points, card.turns, card.quoted) == (Outcome.BROKEN, -6, (3, 4), 3)


def test_broken_comes_before_missed_and_the_weightier_first() -> None:
    story = scenario(
        {"a": scene(well={"keeps": ["look", "law", "greet", "ask"]}, ill={"breaks": ["look", "law"], "keeps": []})}
    )
    assert [(id, card.outcome) for id, card in cards_of(story, "ill").items()] == [
        ("law", Outcome.BROKEN),
        ("look", Outcome.BROKEN),
        ("ask", Outcome.MISSED),
        ("greet", Outcome.MISSED),
    ]


def test_of_an_inspection_a_card_has_the_findings_of_its_rule() -> None:
    story = scenario({"a": inspection(badge=(True, "look"), pen=(False, "greet"), cup=(True, "greet"))})
    cards = cards_of(story, "badge+pen")
    assert [finding.item.id for finding in cards["look"].own.findings] == ["badge"]
    assert [finding.item.id for finding in cards["greet"].own.findings] == ["cup", "pen"]
    assert (cards["greet"].outcome, cards["greet"].better) == (Outcome.BROKEN, None)
