"""Posts left and taken whose owner the words themselves do not name, and rounds led, with near-misses."""

import pytest

from tests.extraction.claims.examples import read, read_triples

CASES = [
    ("en", "[Organization Stability AI] CEO [Person Emad Mostaque] resigns.", {("LEFT", "Stability AI")}),
    (
        "en",
        "[Organization Stability AI]'s CEO, [Person Emad Mostaque], has left after a year.",
        {("LEFT", "Stability AI")},
    ),
    ("en", "[Person Anna Kovač], head of safety at [Organization Meta], said she is leaving.", {("LEFT", "Meta")}),
    ("en", "[Person Anna Kovač], head of safety at [Organization Meta], left for a coffee shop.", set()),
    ("en", "[Organization Meta] CEO [Person Anna Kovač] left little doubt.", set()),
    ("en", "[Person Anna Kovač] resigned.", set()),
    ("en", "[Organization Meta]'s co-founder [Person Anna Kovač] steps down but remains with the firm.", set()),
    ("en", "At [Organization Meta], [Person Anna Kovač] took over as chief executive.", {("WORKS_FOR", "Meta")}),
    ("en", "At [Organization Meta], [Person Anna Kovač] took over as host of the show.", set()),
    ("fr", "Le PDG de [Organization Meta], [Person Anna Kovač], démissionne.", {("LEFT", "Meta")}),
    ("fr", "[Person Anna Kovač], directrice de [Organization Meta], a quitté l'entreprise.", {("LEFT", "Meta")}),
    ("fr", "[Person Anna Kovač], directrice de [Organization Meta], a quitté la scène.", set()),
    ("fr", "[Person Anna Kovač], directrice chez [Organization Meta], annonce son départ.", {("LEFT", "Meta")}),
    ("fr", "[Person Anna Kovač], directrice chez [Organization Meta], annonce son livre.", set()),
    ("fr", "Chez [Organization Meta], [Person Anna Kovač] devient directrice générale.", {("WORKS_FOR", "Meta")}),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CASES)
def test_a_post_is_that_of_whom_the_text_ties_the_person_to(
    language: str, marked: str, expected: set[tuple[str, str]]
) -> None:
    told = {
        (one.predicate, one.object.surface) for one in read(marked, language) if one.rule == "career" and one.object
    }
    assert told == expected


ROUNDS = [
    ("[Organization Accel] led the $600 million round.", set()),
    ("[Organization Accel] closed a $600 million round.", {("Accel", "RAISED", "$600M")}),
]


@pytest.mark.parametrize(("marked", "expected"), ROUNDS)
def test_who_leads_a_round_raises_no_money(marked: str, expected: set[tuple[str, str, str]]) -> None:
    assert {triple for triple in read_triples(marked, "en") if triple[1] == "RAISED"} == expected
