"""Short brackets behind names: what is said across them, and what they say themselves."""

import pytest

from extraction.claims.asides import without_asides
from tests.extraction.claims.examples import clause_of, read_triples

Triples = set[tuple[str, str, str]]
CASES: list[tuple[str, str, Triples]] = [
    (
        "fr",
        "L'[Standard UCP] (protocole ouvert), annoncé par [Organization Google] en mai, avance.",
        {("Google", "RELEASED", "UCP")},
    ),
    (
        "en",
        "[Organization Acme] (Berlin) acquired [Organization Borel] (8 people) in May.",
        {("Acme", "ACQUIRED", "Borel")},
    ),
    (
        "fr",
        "[Framework Infinispan] : intégration avec [Framework LangChain] (Python) et [Framework Quarkus].",
        {("Infinispan", "SUPPORTS", "LangChain"), ("Infinispan", "SUPPORTS", "Quarkus")},
    ),
    # A bracket with a verb is a sentence of its own, and is left where it is.
    ("en", "[Organization Acme] (which nobody likes but which sells well) [Organization Borel].", set()),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CASES)
def test_what_is_said_across_a_short_bracket_is_read(language: str, marked: str, expected: Triples) -> None:
    found = read_triples(marked, language)
    assert {triple for triple in found if triple[1] in ("RELEASED", "ACQUIRED", "SUPPORTS")} == expected


def test_what_a_bracket_says_is_read_too() -> None:
    found = read_triples("[Person Ada Roy] (CEO, [Organization Acme]) unveiled [Model Kordan 2] today.", "en")
    assert ("Ada Roy", "WORKS_FOR", "Acme") in found


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Model Kordan] (7B) runs.", "Kordan runs ."),
        ("[Model Kordan] (see [Model Mistral]) runs.", None),
        ("[Model Kordan] ([Organization Acme]) runs.", "Kordan runs ."),
        ("The model (7B) runs on [Hardware H100].", None),
        ("[Model Kordan] (7B runs.", None),
    ],
)
def test_a_bracket_goes_where_it_follows_a_name_and_holds_no_verb(marked: str, words: str | None) -> None:
    plain = without_asides(clause_of(marked, "en")[0])
    assert (None if plain is None else " ".join(token.text for token in plain.tokens)) == words
