"""Investors of a round that an earlier sentence told."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    (
        "en",
        "Perplexity raised $500 million. The round was led by IVP, with participation from NVIDIA and Jeff Bezos.",
        {"IVP", "NVIDIA", "Jeff Bezos"},
    ),
    (
        "en",
        "Cohere raised $270 million. NVIDIA led the round; Oracle and Salesforce Ventures also took part.",
        {"NVIDIA", "Oracle", "Salesforce Ventures"},
    ),
    ("en", "Cohere has closed a $270 million Series C. Investors include NVIDIA and Oracle.", {"NVIDIA", "Oracle"}),
    ("en", "Cohere raised $270 million. NVIDIA led a seminar; Oracle praised it.", set()),
    ("en", "Cohere raised $270 million. Oracle invested in Anthropic.", set()),
    ("en", "Cohere raised $270 million. It did so without participation from NVIDIA.", set()),
    ("en", "Cohere grew. The project was led by NVIDIA, with participation from Oracle.", set()),
    (
        "fr",
        "Poolside a levé 2 milliards de dollars. Andreessen Horowitz mène le tour ; NVIDIA et AMD en sont.",
        {"Andreessen Horowitz", "NVIDIA", "AMD"},
    ),
    (
        "fr",
        "Poolside lève 500 millions de dollars auprès de Bernard Arnault, Xavier Niel et Amazon.",
        {"Bernard Arnault", "Xavier Niel", "Amazon"},
    ),
    (
        "fr",
        "Cohere a levé 270 millions de dollars. Son rival Poolside, soutenu par Microsoft, prépare une levée.",
        set(),
    ),
    ("fr", "Poolside lève 500 millions de dollars. Amazon mène la danse, NVIDIA suit un autre chemin.", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_who_is_in_a_round_invests_in_the_company_that_raises(language: str, text: str, expected: set[str]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = Extractor().read(digest).claims
    raised = {claim.subject.entity for claim in claims if claim.predicate == "RAISED"}
    found = {
        claim.subject.surface
        for claim in claims
        if claim.predicate == "INVESTED_IN" and claim.object is not None and claim.object.entity in raised
    }
    assert found == expected
