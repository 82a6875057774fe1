"""How long a moment of a film stays: long enough to read what is new in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.gui.film.reel import Kind, Moment, Reel
from simulator.i18n import Text

SPEEDS = (0.5, 0.75, 1.0, 1.5, 2.0)

_LETTER_MS = {
    "zh": 210,
    "en": 66,
}  # what somebody reads who does not hurry: five characters or fifteen letters a second
_LEAST_MS = 1400
_BREATH_MS = 700  # beyond the reading
_CHOICE_MS = 1600
_OFFER_MS = (3000, 9000)  # the options are for a glance; whoever wants to weigh them pauses
_GLANCE = 0.4  # of the time that reading all would take


def lasts(reel: Reel, moment: Moment, language: str) -> int:
    """Give for how many milliseconds a moment stays at plain speed."""
    if moment.kind is Kind.CHOICE:
        return _CHOICE_MS
    reading = _reading(_fresh(reel, moment), language)
    if moment.kind is Kind.OFFER:
        least, most = _OFFER_MS
        return round(min(most, max(least, reading * _GLANCE)))
    return round(max(_LEAST_MS, _BREATH_MS + reading))


def _reading(texts: Iterable[Text | None], language: str) -> int:
    letters = sum(len(text.to(language)) for text in texts if text is not None)
    return letters * _LETTER_MS.get(language, _LETTER_MS["en"])


def _fresh(reel: Reel, moment: Moment) -> Iterator[Text | None]:
    """Give what there is to read for the first time."""
    ending = reel.ending
    if moment.kind is Kind.LINE:
        yield moment.lines[-1].text
    elif moment.kind in (Kind.ENDING, Kind.NEIGHBOUR):
        yield (ending.title if moment.kind is Kind.ENDING else ending.neighbour) if ending is not None else None
    else:
        shot = reel.shots[moment.turn]
        if moment.kind is Kind.OFFER:
            for offered in shot.options:
                yield from (offered.response.say, offered.response.do)
            yield from (finding.item.text for finding in shot.review.deed.findings)
        elif moment.kind is Kind.VERDICT:
            yield shot.verdicts[moment.verdicts - 1].words
        else:
            yield shot.review.deed.because
