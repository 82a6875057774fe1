from __future__ import annotations

import pytest

from simulator.classroom.xapi import vocabulary
from simulator.classroom.xapi.vocabulary import Own, Verb
from tests.classroom.xapi.checker import IRI

PUBLISHED = ("http://adlnet.gov/expapi/", "https://w3id.org/xapi/seriousgames", "https://w3id.org/xapi/adb/verbs/")
"""Where the vocabularies that the module names have their IRIs."""


def iris():
    values = [value for name, value in vars(vocabulary).items() if name.isupper() and name != "OWN_BASE"]
    return [value.iri if isinstance(value, Verb) else value for value in values]


def test_no_iri_is_coined_but_our_own():
    assert len(iris()) == 12
    assert [iri for iri in iris() if not iri.startswith(PUBLISHED)] == []


@pytest.mark.parametrize("base", [vocabulary.OWN_BASE, "https://hall.example/practice/", "https://hall.example/p#"])
@pytest.mark.parametrize("id", ["phone-wall", "电话墙", "a b/c?d#e%"])
def test_our_own_are_sound_whatever_an_id_is(base, id):
    own = Own(base)
    made = [own.course(id), own.scenario(id), own.scene(id, id), own.extension("level")]
    assert all(IRI.fullmatch(iri) and iri.startswith(base) for iri in made)
    assert len(set(made)) == len(made)


def test_a_scene_of_one_scenario_is_no_scene_of_another():
    own = Own()
    assert own.scene("a", "b/scene/c") != own.scene("a/scene/b", "c")
