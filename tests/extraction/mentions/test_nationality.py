import pytest

from extraction.catalogue import Catalogue, CatalogueEntity
from extraction.mentions import find_names, find_nationalities
from extraction.readers import read_digest
from extraction.sentences import split_sentences
from graph.ids import entity_id
from graph.records import Kind


def place(name: str, *demonyms: str) -> CatalogueEntity:
    return CatalogueEntity(id=entity_id("Place", name), name=name, kind=Kind("Place"), demonyms=demonyms)


def organization(name: str) -> CatalogueEntity:
    return CatalogueEntity(id=entity_id("Organization", name), name=name, kind=Kind("Organization"))


CATALOGUE = Catalogue(
    (
        place("France", "français", "French"),
        place("China", "chinois", "Chinese"),
        place("South Korea", "sud-coréen", "South Korean", "Korean"),
        organization("Pollen Robotics"),
        organization("Baidu"),
        organization("Meta"),
    )
)

CASES = [
    ("fr", "Meta achète la startup française Pollen Robotics.", {("Pollen Robotics", "France")}),
    ("fr", "Baidu, c'est une entreprise chinoise connue.", {("Baidu", "China")}),
    ("fr", "On a vu Pollen Robotics, la jeune startup française.", {("Pollen Robotics", "France")}),
    ("en", "Meta buys the French robotics startup Pollen Robotics.", {("Pollen Robotics", "France")}),
    ("en", "Then Baidu, a Chinese company, fell.", {("Baidu", "China")}),
    ("en", "Baidu is a Chinese giant.", {("Baidu", "China")}),
    ("fr", "Meta achète le français Pollen Robotics.", {("Pollen Robotics", "France")}),
    ("fr", "Pollen Robotics, éditeur français de robots, grandit.", {("Pollen Robotics", "France")}),
    ("fr", "Le géant chinois du commerce Baidu recrute.", {("Baidu", "China")}),
    ("fr", "Baidu est un laboratoire de recherche chinois.", {("Baidu", "China")}),
    ("en", "Meta, a South Korean company, fell.", {("Meta", "South Korea")}),
    # A noun for many places each member of the list behind it, and no name after that.
    (
        "en",
        "The French startups Pollen Robotics, Baidu and Meta grew.",
        {("Pollen Robotics", "France"), ("Baidu", "France"), ("Meta", "France")},
    ),
    (
        "fr",
        "Les startups françaises Pollen Robotics et Baidu ont rencontré Meta.",
        {("Pollen Robotics", "France"), ("Baidu", "France")},
    ),
    ("en", "The French startup Pollen Robotics and Baidu grew.", {("Pollen Robotics", "France")}),
    ("fr", "La filiale française de Meta recrute.", set()),
    ("fr", "Meta traduit un texte français de Baidu.", set()),
    ("fr", "L'entreprise française de transport utilise Meta.", set()),
    ("fr", "Meta parle aux entreprises françaises.", set()),
    ("fr", "Baidu attaque une startup française.", set()),
    ("en", "Meta met the French president of Baidu.", set()),
    ("en", "Baidu speaks Chinese. The company grows.", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1][:40] for case in CASES])
def test_nationality_is_joined_to_its_organization(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    digest = read_digest(text.encode(), source="test.md", language=language)
    sentences = split_sentences(digest)
    entities, names = find_names(digest, sentences, catalogue=CATALOGUE)
    found = find_nationalities(digest, sentences, entities, names, catalogue=CATALOGUE)
    assert {(entities[names[one.name].entity].name, one.place) for one in found} == expected


def test_nationality_spans_its_adjective() -> None:
    digest = read_digest(b"Then Baidu, a Chinese company, fell.", source="test.md", language="en")
    sentences = split_sentences(digest)
    found = find_nationalities(
        digest, sentences, *find_names(digest, sentences, catalogue=CATALOGUE), catalogue=CATALOGUE
    )
    assert [digest.text[one.start : one.end] for one in found] == ["Chinese"]
