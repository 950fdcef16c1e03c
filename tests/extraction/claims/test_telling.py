"""How claims are told when a sentence is read in more than one way: a plan or a question is never told as done."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    ("SoftBank to buy Ampere.", "ACQUIRED", {"planned"}),
    ("SoftBank bought Ampere.", "ACQUIRED", {"asserted"}),
    ("Has John Giannandrea left Apple?", "LEFT", {"speculated"}),
    ("John Giannandrea left Apple. Has he?", "LEFT", {"asserted"}),
    ("Gavin Newsom vetoed SB 1047 on 29 September.", "ENACTED", {"negated"}),
    ("Gavin Newsom signed SB 1047 on 29 September.", "ENACTED", {"asserted"}),
    ("The AI Act takes effect on 2 August 2026.", "EFFECTIVE_ON", {"planned"}),
    ("The AI Act took effect on 1 August 2024.", "EFFECTIVE_ON", {"asserted"}),
]


@pytest.mark.parametrize(("text", "predicate", "told"), CASES)
def test_a_sentence_tells_a_claim_in_one_way(text: str, predicate: str, told: set[str]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language="en")
    claims = [claim for claim in Extractor().read(digest).claims if claim.predicate == predicate]
    assert [str(claim.factuality) for claim in claims] == sorted(told)
