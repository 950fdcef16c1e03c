"""Whose a release is that no words tell: the maker that the catalogue knows, if the item names it, and nobody else."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    ("fr", "Quant à xAI, Grok 4 est sorti le 9 juin.", {("xAI", "Grok 4")}),
    ("fr", "Google et OpenAI se répondent. GPT-4.1 est sorti le 14 avril.", {("OpenAI", "GPT-4.1")}),
    ("fr", "Google avance. GPT-4.1 est sorti le 14 avril.", set()),
    (
        "en",
        "NVIDIA met the press and its rival AMD. Blackwell Ultra is due this fall.",
        {("NVIDIA", "Blackwell Ultra")},
    ),
    ("en", "AMD met the press. Blackwell Ultra is due this fall.", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_release_is_its_makers_where_the_item_names_it(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = Extractor().read(digest).claims
    found = {(one.subject.surface, one.object.surface) for one in claims if one.predicate == "RELEASED" and one.object}
    assert found == expected


def test_a_part_of_a_round_is_no_round() -> None:
    text = "xAI is raising up to $6 billion. The funding combines $5 billion from a fund and more from others."
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language="en")
    found = {one.value for one in Extractor().read(digest).claims if one.predicate == "RAISED"}
    assert found == {"$6B"}
