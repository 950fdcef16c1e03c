"""PART_OF by the names of a family and its members."""

import pytest

from extraction.claims.families import families
from tests.extraction.claims.examples import clause_of

CASES = [
    (
        "[Model Claude 3] comes as [Model Claude 3 Opus], [Model Claude 3 Sonnet] and [Model Claude 3 Haiku].",
        {("Claude 3 Opus", "Claude 3"), ("Claude 3 Sonnet", "Claude 3"), ("Claude 3 Haiku", "Claude 3")},
    ),
    (
        "With [Model Nemotron] come [Model Nemotron Nano] and [Model Nemotron Super 49B].",
        {("Nemotron Nano", "Nemotron"), ("Nemotron Super 49B", "Nemotron")},
    ),
    (
        "[Model GPT-4.1], [Model GPT-4.1 mini] and [Model GPT-4.1-nano] are out.",
        {("GPT-4.1 mini", "GPT-4.1"), ("GPT-4.1-nano", "GPT-4.1")},
    ),
    ("[Model GPT-4 Turbo] is cheaper than [Model GPT-4].", set()),
    ("[Model Gemini], [Model Gemini 1.5] and [Model Gemini 2] are three generations.", set()),
    ("[Organization Google] has [Model Google Imagen] and [Model Google Veo].", set()),
    ("[Model Grok] lives in [Product Grok Web] and [Product Grok Mobile].", set()),
    ("[Model Llama 4 Scout] and [Model Llama 4 Maverick] are out.", set()),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_members_are_told_by_two_names_made_of_their_familys(marked: str, expected: set[tuple[str, str]]) -> None:
    clause, entities = clause_of(marked, "en")
    found = families([clause], entities)
    pairs = {(entities[raw.subject.entity].name, entities[raw.object.entity].name) for raw in found if raw.object}
    assert pairs == expected
    assert {raw.predicate for raw in found} <= {"PART_OF"}
