"""Who a definite phrase places: the company of the item that may be there, and nobody where it cannot be told."""

import pytest

from extraction.catalogue import Catalogue, CatalogueEntity
from extraction.mentions import find_names, find_seated
from extraction.readers import read_digest
from extraction.sentences import split_sentences
from graph.ids import entity_id
from graph.records import Kind


def place(name: str, country: str, *demonyms: str, inside: str = "") -> CatalogueEntity:
    return CatalogueEntity(
        id=entity_id("Place", name),
        name=name,
        kind=Kind("Place"),
        country=country,
        demonyms=demonyms,
        parent=entity_id("Place", inside) if inside else None,
    )


def company(name: str, country: str | None) -> CatalogueEntity:
    return CatalogueEntity(id=entity_id("Organization", name), name=name, kind=Kind("Organization"), country=country)


CATALOGUE = Catalogue(
    (
        place("France", "FR", "français", "French"),
        place("Paris", "FR", "parisien", inside="France"),
        place("China", "CN", "chinois", "Chinese"),
        place("Cupertino", "US", inside="United States"),
        company("Mistral AI", "FR"),
        company("LightOn", "FR"),
        company("DeepSeek", "CN"),
        company("Apple", "US"),
        company("Acme Robotics", None),
    )
)

CASES = [
    ("en", "DeepSeek has a new model. The Chinese lab says it is fast.", {("DeepSeek", "China")}),
    ("en", "Apple met DeepSeek. The Chinese firm was pleased.", {("DeepSeek", "China")}),
    ("en", "Acme Robotics grows. The French startup hires.", {("Acme Robotics", "France")}),
    ("en", "Mistral AI grows. The Paris startup hires.", {("Mistral AI", "Paris")}),
    ("fr", "Mistral AI grandit. La pépite parisienne recrute.", {("Mistral AI", "Paris")}),
    ("fr", "Apple se tait. Le groupe de Cupertino reste prudent.", {("Apple", "Cupertino")}),
    ("fr", "DeepSeek inquiète Mistral AI, car la jeune pousse chinoise va vite.", {("DeepSeek", "China")}),
    ("en", "Apple has a new phone. The Chinese lab says it is fast.", set()),
    ("en", "DeepSeek has a new model. The Chinese company behind Qwen does too.", set()),
    ("en", "DeepSeek has a new model. A Chinese firm says it is fast.", set()),
    ("en", "DeepSeek has a new model. The Chinese government says it is fast.", set()),
    ("en", "Acme Robotics grows. Analysts agree. Banks await the French startup.", set()),
    ("en", "Acme Robotics grows. Analysts agree. Banks await the Paris startup.", set()),
    ("fr", "Mistral AI parle à LightOn, et tous saluent la pépite française.", set()),
    ("fr", "Mistral AI grandit. La société française Dupont aussi.", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1][:50] for case in CASES])
def test_a_definite_phrase_places_the_company_it_means(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    digest = read_digest(text.encode(), source="test.md", language=language)
    sentences = split_sentences(digest)
    entities, names = find_names(digest, sentences, catalogue=CATALOGUE)
    found = find_seated(digest, sentences, entities, names, catalogue=CATALOGUE)
    assert {(entities[names[one.name].entity].name, one.place) for one in found} == expected
