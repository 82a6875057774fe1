"""The films of a scenario: its model play and its failing one, made of the test plans beside its file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from simulator.authoring.plans import plan_path, read_plan
from simulator.authoring.playtest import Film, Played, SideBySide, film, side_by_side
from simulator.domain.encounter import AnswerError
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.errors import ScenarioError, UserError
from simulator.i18n import say


class Play(StrEnum):
    """Which play a film shows; also the name of its test plan."""

    MODEL = "model"
    FAILING = "failing"


@dataclass(frozen=True)
class Films:
    """The films of one scenario; a scenario may come without a failing one."""

    model: Film
    failing: Film | None = None

    @property
    def scenario(self) -> Scenario:
        """What is played in them."""
        return self.model.debrief.scenario

    def of(self, play: Play) -> Film:
        """Give the film of a play, or the model where there is no such film."""
        return self.failing if play is Play.FAILING and self.failing is not None else self.model

    def other(self, play: Play) -> Play | None:
        """Give the play whose film could be watched instead."""
        if self.failing is None:
            return None
        return Play.MODEL if play is Play.FAILING else Play.FAILING

    def beside(self) -> SideBySide | None:
        """Lay the two side by side; None where there is only one, or where they never part."""
        both = side_by_side(self.model, self.failing) if self.failing is not None else None
        return both if both is not None and both.parting is not None else None


def make_films(scenario_file: Path, scenario: Scenario, rulebook: Rulebook) -> Films:
    """Play the test plans of a scenario into films; takes its time, so never on the window's thread.

    Raises ScenarioError where a plan cannot be read, UserError where the scenario no longer allows what it chooses.
    """
    played = Played(scenario, rulebook, Envelope(scenario, rulebook))
    failing = plan_path(scenario_file, Play.FAILING)
    return Films(
        _film(plan_path(scenario_file, Play.MODEL), played),
        _film(failing, played) if failing.is_file() else None,
    )


def _film(path: Path, played: Played) -> Film:
    file = read_plan(path)
    if file.plan is None:
        raise ScenarioError(list(file.diagnostics))
    try:
        return film(played, file.plan.answers)
    except AnswerError as error:
        name = path.name
        raise UserError(
            say(
                f"这段影片放不了：情景改过以后，走法 {name} 里的“{error.answer}”选不了了。练习不受影响。"
                f"请作者用 test-plans --update 更新走法。",
                f"This film cannot be shown: since the scenario was changed, “{error.answer}” in the play {name} can "
                f"no longer be chosen. Practice is not affected. Ask the author to run test-plans --update.",
            )
        ) from error
