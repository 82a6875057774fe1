from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.examined import art_in
from simulator.authoring.saving import save
from simulator.authoring.templates import Template, new_scenario, templates
from simulator.authoring.validation import Validator
from simulator.errors import UserError
from simulator.library.catalogue import OpenedRulebook
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import PROJECT

FOLDER = PROJECT / "assets" / "templates"
ALL = templates(FOLDER)


def test_there_are_templates_with_names_in_both_languages() -> None:
    assert [one.id for one in ALL] == ["complaint", "first-visit"]
    for one in ALL:
        assert set(one.title.languages()) == set(one.summary.languages()) == {"zh", "en"}


@pytest.mark.parametrize("template", ALL, ids=lambda one: one.id)
def test_a_new_scenario_plays_at_once(template: Template, tmp_path: Path, rulebook: OpenedRulebook) -> None:
    path = tmp_path / "lost-card.yaml"
    draft, state = new_scenario(template, path, {"zh": "丢了的卡", "en": "The Lost Card"})
    assert not path.exists()
    save(draft, state)
    file = read_scenario_file(path, rulebook.rulebook.rules)
    assert file.diagnostics == ()
    assert file.scenario is not None
    assert (file.scenario.id, file.scenario.title.to("zh")) == ("lost-card", "丢了的卡")
    assert Validator(rulebook.rulebook, art_in(PROJECT / "assets")).diagnostics(file) == []
    assert len(file.scenario.scenes) <= 6
    assert len(file.scenario.endings) == 3
    old = template.path.read_text("utf-8").splitlines()
    new = path.read_text("utf-8").splitlines()
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 3  # its id and its two titles


def test_a_name_that_can_be_no_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        new_scenario(ALL[0], tmp_path / "我的情景.yaml", "我的情景")
    assert "lost-card" in caught.value.sentence.to("zh")


def test_what_cannot_be_read_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "bytes.yaml").write_bytes(b"\xff")
    (tmp_path / "broken.yaml").write_text("a: [")
    (tmp_path / "bare.yaml").write_text("format: 1")
    assert [(one.id, one.title.to("en")) for one in templates(tmp_path)] == [("bare", "bare")]
    assert templates(tmp_path / "nowhere") == ()
