from __future__ import annotations

import pytest

from simulator.speech import hindrance


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_hindrance_says_what_to_do(platform, language):
    found = [
        hindrance.no_engine(platform),
        hindrance.no_voice("zh", platform),
        hindrance.no_voice("en", platform),
        hindrance.no_player(),
        hindrance.no_sound(),
        hindrance.not_rendered(),
    ]
    sentences = [one.sentence.to(language) for one in found]
    assert len(set(sentences)) == len(found)
    for one, sentence in zip(found, sentences, strict=True):
        assert sentence.startswith(one.found.to(language))
        assert sentence.endswith(one.advice.to(language))
        assert one.advice.to(language).endswith(("。", "）。", "."))


def test_on_linux_the_package_is_named():
    assert "espeak-ng" in hindrance.no_engine("linux").sentence.to("en")
    assert "alsa-utils" in hindrance.no_player().sentence.to("zh")


def test_a_language_without_a_name_of_ours_is_named_by_its_code():
    assert "fr" in hindrance.no_voice("fr", "linux").sentence.to("en")
