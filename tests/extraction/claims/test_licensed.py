"""Whether a licence is that of the thing a note is about: the words before it, and near-misses."""

import pytest

from extraction.claims.licensed import of_others
from tests.extraction.claims.examples import read_triples

CASES = [
    ("Il a déjà révélé dix failles dans des projets", True),
    ("It found ten bugs in popular projects", True),
    ("Une alternative pour les agents", True),
    ("Il est déjà utilisé par plus de cent projets", True),
    ("Pour la moitié du prix des solutions", True),
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


@pytest.mark.parametrize(
    ("language", "marked", "licensed"),
    [
        ("en", "[Model Kordan] was released by the open-source lab [Organization Acme].", set()),
        ("en", "[Model Kordan] was released under an open-source licence by [Organization Acme].", {"Kordan"}),
        ("en", "[Model Kordan] is loved by the open-source community.", set()),
        ("fr", "Un serveur [Standard MCP] open source est proposé par [Organization Acme].", set()),
        ("fr", "Le protocole [Standard MCP] open source est proposé par [Organization Acme].", {"MCP"}),
        ("fr", "Le modèle [Model Kordan] open source est proposé par [Organization Acme].", {"Kordan"}),
    ],
)
def test_a_licence_is_of_the_thing_not_of_who_or_what_stands_beside(
    language: str, marked: str, licensed: set[str]
) -> None:
    assert {triple[0] for triple in read_triples(marked, language) if triple[1] == "HAS_LICENSE"} == licensed
