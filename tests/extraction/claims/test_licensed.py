"""Whether a licence is that of the thing a note is about: the words before it, and near-misses."""

import pytest

from extraction.claims.licensed import of_others

CASES = [
    ("Il a déjà révélé dix failles dans des projets", True),
    ("It found ten bugs in popular projects", True),
    ("Une alternative pour les agents", True),
    ("It runs on laptops and is", False),
    ("It was trained on books and is", False),
    ("The model is free for developers as", False),
    ("Il est proposé aux développeurs sous", False),
    ("Available with open weights under", False),
    ("Un modèle", False),
    ("", False),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_things_named_in_passing_have_licences_of_their_own(words: str, *, expected: bool) -> None:
    assert of_others(words) is expected
