from __future__ import annotations

from tests.authoring.conftest import Examine

SORRY, NEXT = "        mood: 5\n", 'not the person."}\n        goto: matter'


def codes(examine: Examine, *changes: tuple[str, str]) -> list[str]:
    return [one.code for one in examine(*changes)]


def test_pictures_that_are_not_there_are_named_with_those_that_are(examine: Examine):
    (found,) = examine(("portrait: elder-woman", "portrait: nobody"))
    assert (found.code, found.line, found.column) == ("SC050", 12, 3)
    assert "elder-woman" in found.mend.to("en")
    (found,) = examine(("place: government-hall", "place: nowhere"))
    assert (found.code, found.line) == ("SC051", 6)


def test_a_picture_to_inspect_is_there_and_shows_every_item(examine: Examine):
    (found,) = examine(("    inspect:\n", "    inspect:\n      picture: nowhere\n"))
    assert (found.code, "clerk, counter" in found.mend.to("en")) == ("SC066", True)
    found = examine(("    inspect:\n", "    inspect:\n      picture: clerk\n"))
    assert [(one.code, one.message.to("en")) for one in found] == [
        ("SC067", "There is no “cup” in the picture “clerk”."),
        ("SC067", "There is no “pen” in the picture “clerk”."),
    ]


def test_a_variable_that_nothing_reads_is_found_whether_it_is_set_or_not(examine: Examine):
    declared = "{asked: false,", "{asked: false, told: false,"
    setting = "set: {asked: true}", "set: {asked: true, told: true}"
    for changes in ([declared], [declared, setting]):
        (found,) = examine(*changes)
        assert (found.code, found.message.to("en")) == ("SC055", "No condition reads the variable “told”.")


def test_a_variable_that_is_read_but_never_set_is_found(examine: Examine):
    (found,) = examine(("        set: {visits: 1}\n", ""))
    assert (found.code, found.message.to("zh")) == ("SC056", "没有回应改变变量“visits”，用到它的条件永远一个样。")


def test_a_need_that_nothing_meets_is_found_at_its_name(examine: Examine):
    (found,) = examine(("        meets: [misuse]\n", ""))
    assert (found.code, found.line) == ("SC061", 17)


def test_responses_that_differ_only_in_words_are_found(examine: Examine):
    (found,) = examine((SORRY, ""))
    assert (found.code, found.message.to("en")) == (
        "SC059",
        "The responses “next” and “sorry” differ in nothing but their words.",
    )


def test_any_consequence_is_a_difference(examine: Examine):
    for other in ("mood: 1", "keeps: [serve-narrate-wait]", "breaks: [serve-narrate-wait]", "meets: [misuse]",
                  "set: {visits: 1}"):  # fmt: skip
        assert "SC059" not in codes(examine, (SORRY, f"        {other}\n"))


def test_two_wordings_of_which_each_moment_offers_one_are_no_copies(examine: Examine):
    one = SORRY, "        when: visits == 1\n"
    other = "        say: {zh: 没错", "        when: visits != 1\n        say: {zh: 没错"
    assert "SC059" not in codes(examine, one, other)
    assert "SC059" in codes(examine, one)
