"""When claims happened, in digests of several lines: what frames a clause, and what another claim lends."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    # A timeline: the date that opens a line holds for it, under a year that stands alone or is the heading.
    ("## Timeline\n\n2024\n\n* **March:** Remi Cadene joins Hugging Face.", "WORKS_FOR", {"2024-03"}),
    ("## 2023\n\n* **June:** Nvidia acquires OmniML.", "ACQUIRED", {"2023-06"}),
    # A headline has the date that its item tells of the same thing, whoever did it.
    ("## Meta releases Llama 4\n\nOn 5 April 2025 Mark Zuckerberg unveiled Llama 4.", "RELEASED", {"2025-04-05"}),
    ("## Meta releases Llama 4\n\nOn 5 April 2025 Google opened an office in Lyon.", "RELEASED", {""}),
    # A day that opens a sentence which tells nothing else holds for what follows.
    ("On 11 March 2025 much changed for robots. Nvidia acquired OmniML.", "ACQUIRED", {"2025-03-11"}),
    ("On 11 March 2025 Meta released Llama 4. Nvidia acquired OmniML.", "ACQUIRED", {""}),
    # An "and" between names parts no clauses, a relative clause keeps its date, "to everyone" has none of its own.
    ("In March, Meta and Nvidia acquired OmniML.", "ACQUIRED", {"2025-03"}),
    ("Veo 3, which Google showed on 20 May, is popular.", "RELEASED", {"2025-05-20"}),
    ("Google opened Veo 3 to everyone on 20 May.", "RELEASED", {"2025-05-20"}),
    ("Google released Veo 3 to train robots by 2027.", "RELEASED", {""}),
    # The year in the name of the event at which it happened.
    ("Nvidia spoke at CES 2025 in January.", "PARTICIPATED_IN", {"2025-01"}),
    ("At CES 2025, Nvidia unveiled Blackwell.", "RELEASED", {"2025"}),
    ("Nvidia unveiled Blackwell.", "RELEASED", {""}),
]


@pytest.mark.parametrize(("text", "predicate", "dates"), CASES)
def test_a_claim_has_the_date_that_its_item_tells(text: str, predicate: str, dates: set[str]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language="en")
    claims = [claim for claim in Extractor().read(digest).claims if claim.predicate == predicate]
    assert {claim.date.edtf if claim.date else "" for claim in claims} == dates
