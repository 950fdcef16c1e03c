"""Claims of records: tables with headers and key-value lines, in the forms that digests have them."""

import pytest

from extraction.fields import field_lexicon, is_header
from extraction.pipeline import Extractor, to_extraction
from extraction.readers import read_digest

_TABLE = """# Models of the spring

| Model | Maker | Released | Parameters (total / active) | Context | Licence |
|---|---|---|---|---|---|
| Llama 4 Scout | Meta | 5 April 2025 | 109B / 17B | 10M | Llama 4 Community License |
| Zorblax 27B | Zorblax Labs | 12 March 2025 | 27B |  | MIT |
"""
_HTML = """<html><body><p>Les modèles du mois.</p><table>
<tr><td>Modèle</td><td>Éditeur</td><td>Taille</td></tr>
<tr><td>Mistral Small 3.1</td><td>Mistral AI</td><td>24B</td></tr>
<tr><td>Gemma 3 27B</td><td>Google</td><td>27B</td></tr>
</table></body></html>"""
_DEAL = """# Rachats

## Fiche 1

Acquéreur : Acme Robotics
Cible : Betalux (start-up de Lyon)
Siège de la cible : Lyon
Annonce : 4 mars 2025
Finalisation : 5 mai 2025
Montant : 1,2 milliard d'euros

## Fiche 2

Acquéreur : Salesforce
Cible : Informatica
Annonce : 27 mai 2025
Statut : clôture attendue en 2027
"""
_ROUND = """# Rounds

Company: Mistral AI
Date: 9 September 2025
Amount: €1.7 billion
Lead investor: ASML (€1.3 billion)
Other investors: DST Global, Index Ventures and NVIDIA

Company: Cohere
Raised: $500 million
"""
_UNDER_A_NAME = """# Fiches

## Kimi K2

- Éditeur : Moonshot AI
- Paramètres : 1T au total, 32B actifs
- Contexte : 128K
- Licence : MIT
- Pile technologique : PyTorch et vLLM

## GPT-5 et Gemini

- Licence : MIT
"""
_NEAR_MISSES = """# Notes

Modèle : un nouveau modèle arrive chez Meta, dit Google.
Éditeur : non communiqué

Produit : Copilot

Une phrase entre les deux.

Éditeur : Microsoft
"""
CASES = [
    (
        "en.md",
        _TABLE,
        {
            ("Meta", "RELEASED", "Llama 4 Scout", "2025-04-05", "asserted"),
            ("Llama 4 Scout", "HAS_PARAMETERS", "109B", "", "asserted"),
            ("Llama 4 Scout", "HAS_PARAMETERS", "17B", "", "asserted"),
            ("Llama 4 Scout", "HAS_CONTEXT_WINDOW", "10M", "", "asserted"),
            ("Llama 4 Scout", "HAS_LICENSE", "Llama 4 Community License", "", "asserted"),
            ("Zorblax Labs", "RELEASED", "Zorblax 27B", "2025-03-12", "asserted"),
            ("Zorblax 27B", "HAS_PARAMETERS", "27B", "", "asserted"),
            ("Zorblax 27B", "HAS_LICENSE", "MIT", "", "asserted"),
        },
    ),
    (
        "fr.html",
        _HTML,
        {
            ("Mistral AI", "DEVELOPED", "Mistral Small 3.1", "", "asserted"),
            ("Mistral Small 3.1", "HAS_PARAMETERS", "24B", "", "asserted"),
            ("Google", "DEVELOPED", "Gemma 3 27B", "", "asserted"),
            ("Gemma 3 27B", "HAS_PARAMETERS", "27B", "", "asserted"),
        },
    ),
    (
        "fr.md",
        _DEAL,
        {
            ("Acme Robotics", "ACQUIRED", "Betalux", "2025-05-05", "asserted"),
            ("Betalux", "LOCATED_IN", "Lyon", "", "asserted"),
            ("Salesforce", "ACQUIRED", "Informatica", "2025-05-27", "planned"),
        },
    ),
    (
        "en.md",
        _ROUND,
        {
            ("Mistral AI", "RAISED", "€1.7B", "2025-09-09", "asserted"),
            ("ASML", "INVESTED_IN", "Mistral AI", "2025-09-09", "asserted"),
            ("DST Global", "INVESTED_IN", "Mistral AI", "2025-09-09", "asserted"),
            ("Index Ventures", "INVESTED_IN", "Mistral AI", "2025-09-09", "asserted"),
            ("NVIDIA", "INVESTED_IN", "Mistral AI", "2025-09-09", "asserted"),
            ("Cohere", "RAISED", "$500M", "", "asserted"),
        },
    ),
    (
        "fr.md",
        _UNDER_A_NAME,
        {
            ("Moonshot AI", "DEVELOPED", "Kimi K2", "", "asserted"),
            ("Kimi K2", "HAS_PARAMETERS", "1T", "", "asserted"),
            ("Kimi K2", "HAS_PARAMETERS", "32B", "", "asserted"),
            ("Kimi K2", "HAS_CONTEXT_WINDOW", "128K", "", "asserted"),
            ("Kimi K2", "HAS_LICENSE", "MIT", "", "asserted"),
            ("Kimi K2", "USES", "PyTorch", "", "asserted"),
            ("Kimi K2", "USES", "vLLM", "", "asserted"),
        },
    ),
    ("fr.md", _NEAR_MISSES, set()),
]


def _claims(name: str, text: str) -> set[tuple[str, str, str, str, str]]:
    digest = read_digest(text.encode(), source=name, published="2025-09-22", language=name[:2])
    reading = Extractor().read(digest)
    return {
        (
            claim.subject.surface,
            claim.predicate,
            claim.object.surface if claim.object else str(claim.value),
            claim.date.edtf if claim.date else "",
            claim.factuality.value,
        )
        for claim in reading.claims
        if claim.rule == "field"
    }


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_two_fields_of_one_record_state_a_claim(
    name: str, text: str, expected: set[tuple[str, str, str, str, str]]
) -> None:
    assert _claims(name, text) == expected


def test_a_claim_of_a_record_quotes_each_line_with_its_label() -> None:
    digest = read_digest(_DEAL.encode(), source="a.md", published="2025-09-22", language="fr")
    made = to_extraction(Extractor().read(digest), source="a.md")
    claim = next(one for one in made.claims if one.subject_surface == "Acme Robotics")
    assert [one.quote for one in claim.evidence] == [
        "Acquéreur : Acme Robotics",
        "Cible : Betalux (start-up de Lyon)",
        "Finalisation : 5 mai 2025",
    ]
    assert all(_DEAL[one.start_char : one.end_char] == one.quote for one in claim.evidence)
    assert dict(claim.qualifiers)["amount"] == "€1.2B"
    texts = {passage.id: passage.text for passage in made.passages}
    assert [texts[one.passage_id] for one in claim.evidence] == [one.quote for one in claim.evidence]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Acquéreur", "acquirer"),
        ("INVESTISSEURS", "investor"),
        ("Parameters (total / active)", "parameters"),
        ("Date de sortie", "released"),
        ("Éditeur", "maker"),
        ("Remarque", None),
        ("Google", None),
    ],
)
def test_a_label_stands_for_a_field(label: str, field: str | None) -> None:
    assert field_lexicon().name(label) == field


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        (["Model", "Maker", ""], True),
        (["Modèle", "Éditeur", "Licence"], True),
        (["Model", "GPT-5"], False),
        (["Model"], False),
        (["Meta", "Google"], False),
    ],
)
def test_a_row_of_labels_is_a_header(cells: list[str], header: bool) -> None:
    assert is_header(cells) is header
