"""The parts of the results page: the class on the scenario's map, and its figures, each chart with its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.map_picture import map_picture
from simulator.classroom import results_words as words
from simulator.classroom.cohort import FEWEST, OptionFigures, SceneFigures
from simulator.domain.scoring import Level
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.progress.charts import Bar, BarChart
from simulator.gui.progress.figure import Figure
from simulator.gui.progress.sections import Section
from simulator.gui.progress.wording import filled
from simulator.gui.theme import BODY
from simulator.gui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.class_figures import ClassFigures
    from simulator.classroom.cohort import Outcomes, RuleFigures, TextFigures
    from simulator.gui.presentation import Presentation

_MAP_HEIGHT = 30  # times the size of running text


class BarFigure(Figure):
    """A figure whose chart are bars."""

    def __init__(self, presentation: Presentation) -> None:
        self.bars = BarChart(presentation)
        super().__init__(presentation, self.bars)

    def show_bars(
        self,
        heading: str,
        sentence: str,
        bars: Sequence[Bar],
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
    ) -> None:
        """Show bars, and the same as a table."""
        self.bars.show_bars(heading, bars)
        self.tell(heading, sentence, (headings, rows))


class MapSection(Section):
    """How many took which response, on the scenario's map; and the options of the scene that is chosen there."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.map = SceneMap(presentation, editable=False)
        self.options = BarFigure(presentation)
        self._text: TextFigures | None = None
        self.map.scene_selected.connect(self._show_scene)
        self.column.addWidget(self.map)
        self.column.addWidget(self.options)

    def show_text(self, text: TextFigures) -> None:
        """Show a text, with the scene chosen where most is at stake."""
        self._text = text
        self.head(
            self.tr("The class on the map"),
            self.tr("The numbers are passes that went that way. Choose a scene to see its options below."),
        )
        best = {(scene.id, option.id) for scene in text.scenes for option in scene.options if option.best}
        self.map.show_picture(map_picture(text.scenario, self.language, best=best, taken=text.ways))
        chosen = text.crux.id if text.crux is not None else text.scenario.start
        self.map.select(chosen)
        self._show_scene(chosen)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self.map.setFixedHeight(round(self.presentation.theme.points(BODY) * _MAP_HEIGHT))

    def _show_scene(self, id: str) -> None:
        scene = next((one for one in self._text.scenes if one.id == id), None) if self._text is not None else None
        self.options.setVisible(scene is not None)
        if self._text is None or scene is None:
            return
        told, scenario = self.presentation.words, self._text.scenario
        names = [told(scenario.scenes[id].option_words(option.id)) for option in scene.options]
        bars = [self._bar(name, option) for name, option in zip(names, scene.options, strict=True)]
        rows = [
            (name, self.tr("best") if option.best else "", str(option.offered), str(option.taken))
            for name, option in zip(names, scene.options, strict=True)
        ]
        difficulty, told_apart = told(words.difficulty_words(scene)), told(words.discrimination_words(scene))
        sentence = filled(self.tr("Passes that came here: %1; %2."), scene.reached, difficulty)
        if scene.difficulty is not None:
            sentence = filled(self.tr("%1 Discrimination: %2."), sentence, told_apart)
        headings = (self.tr("Option"), self.tr("Best"), self.tr("Offered"), self.tr("Taken"))
        self.options.show_bars(told(words.scene_words(scenario, id)), sentence, bars, headings, rows)
        self.options.restyle()

    def _bar(self, name: str, option: OptionFigures) -> Bar:
        if not option.offered:
            return Bar(name, None, self.tr("offered to nobody"))
        number = filled(self.tr("%1 of %2", "taken, offered"), option.taken, option.offered)
        if option.best:
            number = filled(self.tr("%1, best"), number)
        return Bar(name, round(100 * option.taken / option.offered), number, "celadon" if option.best else "ochre")


class ScenesSection(Section):
    """How hard each scene is, how well it tells apart, and the options that nobody takes."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.figure = BarFigure(presentation)
        self.never = WordTable(presentation, wrapping=True)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.never)

    def show_text(self, text: TextFigures) -> None:
        """Show the scenes of a text."""
        told = self.presentation.words
        self.head(self.tr("Scenes"), told(words.METHOD))
        scenes = [scene for scene in text.scenes if scene.stake]
        names = [self._name(text, scene) for scene in scenes]
        bars = [
            Bar(name, self._percent(scene), told(words.difficulty_words(scene)))
            for name, scene in zip(names, scenes, strict=True)
        ]
        rows = [
            (
                name,
                str(scene.reached),
                str(scene.stake),
                told(words.difficulty_words(scene)),
                told(words.discrimination_words(scene)),
            )
            for name, scene in zip(names, scenes, strict=True)
        ]
        headings = (
            self.tr("Scene"),
            self.tr("Passes"),
            self.tr("Points at stake"),
            self.tr("Difficulty"),
            self.tr("Discrimination"),
        )
        few = filled(
            self.tr("★ marks the scene where most is at stake. Below %1 passes a scene has too few yet."), FEWEST
        )
        self.figure.show_bars(self.tr("Share of passes that chose best"), few, bars, headings, rows)
        untaken = [
            (
                told(words.scene_words(text.scenario, scene.id)),
                told(text.scenario.scenes[scene.id].option_words(option.id)),
            )
            for scene in text.scenes
            for option in scene.never_taken
        ]
        self.never.setVisible(bool(untaken))
        self.never.tell(
            self.tr("Options that nobody takes"), (self.tr("Scene"), self.tr("Option that nobody takes")), untaken
        )

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self.never.restyle()

    def _name(self, text: TextFigures, scene: SceneFigures) -> str:
        name = self.presentation.words(words.scene_words(text.scenario, scene.id))
        return filled(self.tr("★ %1", "the scene where most is at stake"), name) if scene is text.crux else name

    def _percent(self, scene: SceneFigures) -> int | None:
        return None if scene.difficulty is None else int(100 * scene.difficulty + 0.5)


class OutcomesSection(Section):
    """How passes came out: scores, levels and ratings."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.scores, self.levels, self.ratings = (BarFigure(presentation) for _ in range(3))
        for figure in (self.scores, self.levels, self.ratings):
            self.column.addWidget(figure)

    def show_text(self, text: TextFigures) -> None:
        """Show the outcomes of a text."""
        outcomes = text.outcomes
        self.head(self.tr("Outcomes"))
        spread = "" if outcomes.spread is None else f" ± {outcomes.spread:.1f}"
        sentence = filled(
            self.tr("%1 of %2 passes were passed. Mean score %3."),
            outcomes.passed,
            outcomes.passes,
            f"{outcomes.mean:.1f}{spread}",
        )
        bands = [f"{10 * band}–{10 * band + 9 if band < 9 else 100}" for band in range(10)]
        self._show(self.scores, self.tr("Score"), sentence, list(zip(bands, outcomes.bands, strict=True)), outcomes)
        levels = [(self.presentation.words(words.LEVELS[level]), outcomes.levels[level]) for level in Level]
        self._show(self.levels, self.tr("Level"), "", levels, outcomes)
        stars = [(f"{rating}", count) for rating, count in enumerate(outcomes.ratings, start=1)]
        self._show(self.ratings, self.tr("Rating"), "", stars, outcomes)

    def _show(
        self, figure: BarFigure, name: str, sentence: str, counts: Sequence[tuple[str, int]], outcomes: Outcomes
    ) -> None:
        bars = [Bar(label, round(100 * count / outcomes.passes), str(count)) for label, count in counts]
        rows = [(label, str(count)) for label, count in counts]
        figure.show_bars(name, sentence, bars, (name, self.tr("Passes")), rows)


class RulesSection(Section):
    """How far each rule was kept, and how far passes lie apart."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.figure = BarFigure(presentation)
        self.column.addWidget(self.figure)

    def show_text(self, text: TextFigures, figures: ClassFigures) -> None:
        """Show the rules of a text, the one that was kept least first."""
        told = self.presentation.words
        self.head(
            self.tr("Rules"),
            self.tr("The mean share of its opportunities in which a rule was kept, ± the standard deviation."),
        )
        rules = sorted(text.rules, key=lambda rule: (rule.mean, rule.rule))
        bars = [Bar(told(figures.rule(one.rule)), round(100 * one.mean), told(words.rule_shares(one))) for one in rules]
        headings = (self.tr("Rule"), self.tr("Kept on average"), self.tr("Kept"), self.tr("Missed"), self.tr("Broken"))
        rows = [self._row(one, figures) for one in rules]
        self.figure.show_bars(self.tr("Kept on average"), "", bars, headings, rows)

    def _row(self, rule: RuleFigures, figures: ClassFigures) -> tuple[str, ...]:
        told = self.presentation.words
        name, shares = told(figures.rule(rule.rule)), told(words.rule_shares(rule))
        return name, shares, str(rule.kept), str(rule.missed), str(rule.broken)


class NeedsSection(Section):
    """What each trainee is to practise next; nobody is ranked."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.table = WordTable(presentation, wrapping=True)
        self.column.addWidget(self.table)

    def show_figures(self, figures: ClassFigures) -> None:
        """Show everybody, by name."""
        told = self.presentation.words
        self.head(
            self.tr("Who needs what next"),
            self.tr("From all attempts that were handed in, as each one's own program would propose it; by name."),
        )
        rows = [
            (
                one.learner,
                str(one.attempts),
                told(words.need_words(one, figures)),
                told(words.troubles_words(one, figures)),
            )
            for one in figures.needs
        ]
        headings = (
            self.tr("Trainee"),
            self.tr("Attempts"),
            self.tr("What to practise next"),
            self.tr("Rules not kept the last time"),
        )
        self.table.tell(self.tr("Who needs what next"), headings, rows)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self.table.restyle()
