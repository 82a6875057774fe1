"""An example of every kind of problem: a few words changed in a small scenario that has nothing against it.

The small scenario is ``assets/examples/lost-card.yaml``. The examples are what the tests of the problems try.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

EXAMPLE = "lost-card.yaml"
"""The name of the small scenario within the folder of examples; its id demands it."""


class Example(NamedTuple):
    """What to change: words for other words, wherever they stand; or all of it, by a function.

    The function gives None where there is to be no file. ``rulebook`` where not the scenario is changed, but the
    rulebook.
    """

    changes: tuple[tuple[str, str], ...] = ()
    whole: Callable[[str], bytes | None] | None = None
    rulebook: bool = False

    def made_of(self, text: str) -> bytes | None:
        """Give the file that has the problem, made of the text of one that has none."""
        if self.whole is not None:
            return self.whole(text)
        for words, others in self.changes:
            if words not in text:
                raise ValueError(f"the example has no {words!r}")
            text = text.replace(words, others)
        return text.encode()


def _change(words: str, others: str) -> Example:
    return Example(((words, others),))


def _overgrown(text: str) -> bytes:
    """Put fifteen variables that are set in any order before the first scene."""
    flags = [f"f{number}" for number in range(15)]
    declared = ", ".join(f"{flag}: false" for flag in flags)
    choices = "".join(f"      {flag}: {{do: {flag}, mood: 1, set: {{{flag}: true}}, goto: hub}}\n" for flag in flags)
    way_on = f"      on: {{do: on, when: mood > 0 or {' or '.join(flags)}, goto: before}}\n"
    hub = f"  hub:\n    stage: serving\n    responses:\n{choices}{way_on}"
    text = text.replace("{asked: false,", f"{{{declared}, asked: false,").replace("start: before", "start: hub")
    return text.replace("\nscenes:\n", f"\nscenes:\n{hub}").encode()


_NEXT = """\
      next:
        say: {zh: 没错，就是这儿。, en: "No, this is the place."}
        because: {zh: 回答了问题，没有回答人。, en: "It answers the question, not the person."}
        goto: matter
"""

EXAMPLES = {
    # Reading
    "SC001": Example(whole=lambda _text: None),
    "SC002": Example(whole=lambda text: text.encode() + b"#" * 2 * 1024 * 1024),
    "SC003": Example(whole=lambda text: text.encode("gb18030")),
    "SC004": _change("place: government-hall", "place: [government-hall"),
    "SC005": _change("start: before", "start: *before"),
    "SC006": _change("difficulty: 1", "difficulty: !!int 1"),
    "SC007": _change("difficulty: 1", "difficulty: 1\nplace: government-hall"),
    "SC008": _change("{zh: 丢了的卡, en: The lost card}", "[" * 33 + "]" * 33),
    "SC009": _change("\nscenes:\n", "\n---\nscenes:\n"),
    "SC010": _change("place: government-hall\n", ""),
    "SC011": _change("channel: counter", "chanel: counter"),
    "SC012": _change("resolved: true, rating_at_most", "resolved: yes, rating_at_most"),
    "SC013": _change("stage: serving", "stage: service"),
    "SC014": _change("pass_mark: 95", "pass_mark: 950"),
    "SC015": _change("portrait: elder-woman", "portrait: Elder Woman"),
    "SC016": _change("format: 1", "format: 9"),
    "SC017": _change("{zh: 三个工作日。, en: Three working days.}", '""'),
    "SC018": _change("meets: [misuse]", "meets: [misuse, misuse]"),
    "SC020": _change("start: before", "start: befor"),
    "SC022": _change("keeps: [serve-time-promise]", "keeps: [serve-time-promiss]"),
    "SC023": _change("meets: [misuse]", "meets: [worry]"),
    "SC024": _change("set: {asked: true}", "set: {ask: true}"),
    "SC025": _change("set: {asked: true}", "set: {asked: 1}"),
    "SC026": _change("when: asked and mood >= 30", "when: asked and mood 30"),
    "SC028": _change("    inspect:\n", "    responses: {}\n    inspect:\n"),
    "SC029": _change("on_timeout: silence", "on_timeout: shout"),
    "SC030": _change("breaks: [serve-acknowledge-emotion]", "breaks: [greet-courtesy-opening]"),
    "SC031": _change("\nendings:\n", "\nendings:\n  upset: {title: {zh: 难过, en: Upset}, resolved: false}\n"),
    "SC032": _change("- citizen: {zh: 那补卡", "- clerk: {zh: 好的, en: All right}\n        citizen: {zh: 那补卡"),
    "SC033": _change("id: lost-card", "id: lost-key"),
    "SC034": _change('        say: {zh: 没错，就是这儿。, en: "No, this is the place."}\n', ""),
    "SC035": Example((("'老头|", "'(老头|"),), rulebook=True),
    # Proving
    "SC040": Example(whole=_overgrown),
    "SC041": Example((("goto: done", "goto: upset"), ("goto: eased", "goto: upset"))),
    "SC042": _change("en: The time is clear.}\n        goto: done", "en: The time is clear.}\n        goto: matter"),
    "SC043": Example((("        keeps: ", "        # keeps: "), ("fault: true", "fault: false"))),
    "SC044": Example(
        (
            ('it can go on."}\n        goto: matter', 'it can go on."}\n        goto: upset'),
            ('not the person."}\n        goto: matter', 'not the person."}\n        goto: upset'),
        )
    ),
    "SC045": Example(
        (
            ("        say: {zh: 对不起", "        when: asked\n        say: {zh: 对不起"),
            ("        say: {zh: 没错", "        when: asked\n        say: {zh: 没错"),
        )
    ),
    # What an author will want to know
    "SC050": _change("portrait: elder-woman", "portrait: nobody"),
    "SC051": _change("place: government-hall", "place: nowhere"),
    "SC052": _change("goto: upset", "goto: matter"),
    "SC053": _change("when: asked and mood >= 30", "when: visits > 5"),
    "SC054": _change("when: visits == 0 or mood < 90", "when: visits > 5"),
    "SC055": _change("{asked: false,", "{asked: false, told: false,"),
    "SC056": _change("        set: {visits: 1}\n", ""),
    "SC057": _change(", en: How long will a new one take?}", "}"),
    "SC058": _change(_NEXT, ""),
    "SC059": _change("        mood: 5\n", ""),
    "SC060": _change("        because: {zh: 时间说清了。, en: The time is clear.}\n", ""),
    "SC061": _change("        meets: [misuse]\n", ""),
    "SC062": _change("您好，别着急", "别着急"),
    "SC063": _change("三个工作日。", "不知道。"),
    "SC064": _change("    stage: serving\n", "    stage: serving\n    recovery: true\n"),
    "SC065": _change("pass_mark: 95", "pass_mark: 10"),
    "SC066": _change("    inspect:\n", "    inspect:\n      picture: nowhere\n"),
    "SC067": _change("    inspect:\n", "    inspect:\n      picture: clerk\n"),
}
"""An example of every problem, by its code."""
