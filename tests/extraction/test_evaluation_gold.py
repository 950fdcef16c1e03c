"""What `check_gold` finds wrong, one defect at a time."""

from typing import Any

import pytest

from extraction.evaluation import GoldDocument, check_gold

TEXT = "<p>AT&amp;T’s lab  released\n<b>Zeta</b> (7B) on 3 May 2025 in Paris.</p>"
RIGHT: dict[str, Any] = {
    "document": "small",
    "language": "en",
    "entities": [
        {"name": "AT&T", "kind": "Organization", "surface_forms": ["AT&T"]},
        {"name": "Zeta", "kind": "Model", "also": ["Product"], "surface_forms": ["Zeta"]},
    ],
    "claims": [
        {
            "subject": "AT&T",
            "predicate": "RELEASED",
            "object": "Zeta",
            "date": "2025-05-03",
            "evidence": "AT&amp;T's lab released <b>Zeta</b>",
        },
        {"subject": "Zeta", "predicate": "HAS_PARAMETERS", "object": "7B", "evidence": "<b>Zeta</b> (7B)"},
    ],
}


def check(*, entity: dict[str, Any] | None = None, claim: dict[str, Any] | None = None) -> list[str]:
    """Errors of the right annotation with its last entity or its first claim changed."""
    first, last = RIGHT["entities"]
    told, *rest = RIGHT["claims"]
    return check_gold(
        GoldDocument.model_validate(
            {**RIGHT, "entities": [first, {**last, **(entity or {})}], "claims": [{**told, **(claim or {})}, *rest]}
        ),
        TEXT,
    )


def test_what_agrees_with_its_text_has_no_error() -> None:
    assert check() == []


ENTITY_ERRORS = [
    ({"kind": "Robot"}, "Zeta: unknown kind Robot"),
    ({"also": ["Robot"]}, "Zeta: unknown kind Robot"),
    ({"surface_forms": []}, "Zeta: no surface form"),
    ({"surface_forms": ["zeta"]}, "Zeta: surface form 'zeta' is not in the text"),
]


@pytest.mark.parametrize(("change", "error"), ENTITY_ERRORS)
def test_an_entity_that_the_text_does_not_name_is_reported(change: dict[str, Any], error: str) -> None:
    assert error in check(entity=change)


CLAIM_ERRORS = [
    ({"predicate": "BOUGHT"}, "AT&T BOUGHT Zeta: unknown predicate"),
    ({"subject": "Zeta"}, "Zeta RELEASED Zeta: the subject may not be of kind Model"),
    ({"subject": "Lab"}, "Lab RELEASED Zeta: the subject is not among the entities"),
    ({"object": "Lab"}, "AT&T RELEASED Lab: the object is not among the entities"),
    ({"object": "AT&T"}, "AT&T RELEASED AT&T: the object may not be of kind Organization"),
    ({"evidence": "AT&T released Zeta"}, "AT&T RELEASED Zeta: evidence 'AT&T released Zeta' is not in the text"),
    ({"evidence": " "}, "AT&T RELEASED Zeta: evidence ' ' is not in the text"),
    ({"date": "3 May 2025"}, "AT&T RELEASED Zeta: date '3 May 2025' is not EDTF"),
    ({"predicate": "RAISED", "object": "a lot"}, "AT&T RAISED a lot: the object is no amount"),
]


@pytest.mark.parametrize(("change", "error"), CLAIM_ERRORS)
def test_a_claim_that_cannot_be_is_reported(change: dict[str, Any], error: str) -> None:
    assert check(claim=change) == [error]


def test_what_is_listed_twice_is_reported() -> None:
    twice = {**RIGHT, "entities": RIGHT["entities"] * 2, "claims": RIGHT["claims"] * 2}
    assert check_gold(GoldDocument.model_validate(twice), TEXT) == [
        "AT&T: listed twice",
        "Zeta: listed twice",
        "AT&T RELEASED Zeta: listed twice",
        "Zeta HAS_PARAMETERS 7B: listed twice",
    ]


def test_evidence_longer_than_the_limit_is_reported() -> None:
    text = TEXT + " word" * 100
    claim = {**RIGHT["claims"][0], "evidence": text[-400:]}
    gold = GoldDocument.model_validate({**RIGHT, "claims": [claim]})
    assert check_gold(gold, text) == ["AT&T RELEASED Zeta: evidence of 400 characters, 300 at most"]
