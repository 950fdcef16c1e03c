"""From when a law holds: words before a date that say so, and near-misses that tell of something else."""

import pytest

from tests.extraction.claims.examples import read

pytestmark = pytest.mark.slow

LAW = "[Regulation AI Act]"

CASES = [
    ("en", f"The {LAW} has been in force since August 2024.", {"2024-08"}),
    ("en", f"The {LAW}, effective August 2, 2026, bans scoring.", {"2026-08-02"}),
    ("en", f"The {LAW}, which is set to take effect on August 2, 2026, bans scoring.", {"2026-08-02"}),
    ("en", f"From August 2, 2026, the {LAW} will require labels.", {"2026-08-02"}),
    ("en", f"On August 2, 2026, the {LAW} will be debated.", set()),
    ("en", f"The {LAW} was debated on August 2, 2026.", set()),
    ("en", f"The {LAW}'s rules for general-purpose models apply from August 2, 2025.", {"2025-08-02"}),
    ("en", f"Most of the remaining {LAW} obligations apply on 2 August 2026.", {"2026-08-02"}),
    ("en", f"The {LAW}'s rules for general-purpose models were debated on August 2, 2025.", set()),
    ("en", f"Since 2 February 2025 (entry into force of the {LAW}), scoring is banned.", {"2025-02-02"}),
    (
        "fr",
        f"Les obligations de l'{LAW} pour les systèmes à haut risque s'appliquent à partir du 2 août 2026.",
        {"2026-08-02"},
    ),
    ("fr", f"Les obligations de l'{LAW} pour les systèmes à haut risque font débat depuis le 2 août 2026.", set()),
    (
        "fr",
        f"Depuis le 2 février 2025 (entrée en vigueur de dispositions de l'{LAW}), la notation est interdite.",
        {"2025-02-02"},
    ),
    ("fr", f"Depuis le 2 février 2025 (lecture de l'{LAW}), la notation fait débat.", set()),
    ("fr", f"L'{LAW} est en vigueur depuis le 1er août 2024.", {"2024-08-01"}),
    ("fr", f"L'{LAW} sera pleinement applicable le 2 août 2026.", {"2026-08-02"}),
    ("fr", f"Depuis le 2 février 2025, l'{LAW} interdit la notation sociale.", {"2025-02-02"}),
    ("fr", f"Depuis le 2 février 2025, l'{LAW} fait débat.", set()),
    ("fr", f"L'{LAW} a été discuté le 2 août 2026.", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1][:50] for case in CASES])
def test_a_law_holds_from_the_date_told(language: str, text: str, expected: set[str]) -> None:
    assert {claim.value for claim in read(text, language) if claim.predicate == "EFFECTIVE_ON"} == expected
