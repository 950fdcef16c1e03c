"""What was announced and comes later is planned, and what has come out is not."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES = [
    ("en", "Google unveiled Veo 3. The rollout begins in August 2025.", {("planned", "2025-08")}),
    (
        "en",
        "Google unveiled Veo 3. It is quick. General availability is expected in August 2025.",
        {("planned", "2025-08")},
    ),
    ("fr", "Google a dévoilé Veo 3. Le déploiement commence en août 2025.", {("planned", "2025-08")}),
    # It has begun, no day is told, or the thing that comes is named and is another.
    ("en", "Google unveiled Veo 3. The rollout begins in May 2025.", {("asserted", "")}),
    ("en", "Google unveiled Veo 3. The rollout begins.", {("asserted", "")}),
    ("en", "Google unveiled Veo 3. Of Imagen 4, the rollout begins in August 2025.", {("asserted", "")}),
    ("fr", "Google a dévoilé Veo 3. Le déploiement a commencé.", {("asserted", "")}),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_rolls_out_later_is_planned(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = [one for one in Extractor().read(digest).claims if one.predicate == "RELEASED"]
    assert {(str(one.factuality), one.date.edtf if one.date else "") for one in claims} == expected
