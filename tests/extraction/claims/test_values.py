"""The numbers, licences and dates of a clause, and the names that the network is asked about beside each."""

import pytest

from extraction.claims.pairs import value_pairs
from extraction.claims.values import clause_values
from extraction.dates import find_dates
from extraction.literals import find_literals
from graph.ontology import load_ontology
from tests.extraction.claims.examples import clause_of


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Model Kordan], a 7B model, is under Apache 2.0.",
            {("Kordan", "7B", "HAS_PARAMETERS"), ("Kordan", "Apache-2.0", "HAS_LICENSE")},
        ),
        ("[Organization Acme] raised $40 million.", {("Acme", "$40M", "RAISED")}),
        ("[Regulation SB 53] holds from 1 January 2026.", {("SB 53", "2026-01-01", "EFFECTIVE_ON")}),
        ("[Event CES] opens on 6 January 2026.", {("CES", "2026-01-06", "HAPPENED_ON")}),
        # A letter alone may tell a size; not that of what is counted right behind it.
        ("[Model Kordan], 12B, is out.", {("Kordan", "12B", "HAS_PARAMETERS")}),
        (
            "[Model Kordan] is a 30B-A3B thing.",
            {("Kordan", "30B", "HAS_PARAMETERS"), ("Kordan", "3B", "HAS_PARAMETERS")},
        ),
        ("[Model Kordan] was fed 12B tokens.", set()),
        ("[Model Kordan] cost 12B€.", set()),
        # A value inside a name is the name's; people raise no money in this ontology, and a valuation is none raised.
        ("[Model Kordan 7B] runs.", set()),
        ("[Person Ada Roy] has $40 million.", set()),
        ("[Organization Acme] is valued at $40 million.", set()),
    ],
)
def test_a_value_is_asked_about_with_the_names_that_can_bear_it(
    marked: str, expected: set[tuple[str, str, str]]
) -> None:
    ontology = load_ontology()
    clause, _ = clause_of(marked, "en")
    names = [(one.start, one.end) for one in clause.arguments]
    dates = find_dates(clause.text, language="en", published="2025-06-30", exclude=names)
    values = clause_values(clause, find_literals(clause.text, language="en"), dates, ontology)
    found = {
        (pair.named.surface, pair.value.value, predicate)
        for pair in value_pairs(clause, values, ontology)
        if pair.value is not None
        for predicate in pair.value.predicates
        if ontology.allows(predicate, pair.named.kinds[0], None)
    }
    assert found == expected
