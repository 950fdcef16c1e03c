"""Notes below the name of a thing: what they say without a subject is said of that thing."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

FRENCH = [
    ("Fonctionne aussi avec les IDE comme VS Code.", {("Gemini CLI", "SUPPORTS", "VS Code")}),
    ("Basé sur Gemini 2.0.", {("Gemini CLI", "BASED_ON", "Gemini 2.0")}),
    ("Utilise Node.js.", {("Gemini CLI", "USES", "Node.js")}),
    ("Intégration OpenLineage pour tracer les données.", {("Gemini CLI", "SUPPORTS", "OpenLineage")}),
    ("Prise en charge de Java 25.", {("Gemini CLI", "SUPPORTS", "Java 25")}),
    ("Spring Boot 4 supporté.", {("Gemini CLI", "SUPPORTS", "Spring Boot 4")}),
    (
        "Disponible sur GitHub, open source.",
        {("Gemini CLI", "AVAILABLE_ON", "GitHub"), ("Gemini CLI", "HAS_LICENSE", "open source")},
    ),
    ("Sorti le 5 juin.", {("Gemini CLI", "RELEASED_ON", "2025-06-05")}),
    ("On parle de Node.js.", set()),
    ("Open source, vraiment ?", set()),
]
ENGLISH = [
    ("Works with MCP.", {("Gemini CLI", "SUPPORTS", "MCP")}),
    ("Built on top of Node.js.", {("Gemini CLI", "BASED_ON", "Node.js")}),
    ("Uses TypeScript.", {("Gemini CLI", "USES", "TypeScript")}),
    ("New connector for PostgreSQL.", {("Gemini CLI", "SUPPORTS", "PostgreSQL")}),
    ("Competes with Claude Code.", {("Gemini CLI", "COMPETES_WITH", "Claude Code")}),
    ("Released on June 5.", {("Gemini CLI", "RELEASED_ON", "2025-06-05")}),
    ("Some people use TypeScript.", set()),
]


@pytest.mark.parametrize(
    ("language", "note", "expected"), [("fr", *case) for case in FRENCH] + [("en", *case) for case in ENGLISH]
)
def test_a_note_is_about_what_its_heading_names(language: str, note: str, expected: set[tuple[str, str, str]]) -> None:
    text = f"# Digest\n\n## Gemini CLI\n\n- {note}\n"
    digest = read_digest(text.encode(), source="a.md", published="2025-06-30", language=language)
    claims = Extractor().read(digest).claims
    found = {
        (one.subject.surface, one.predicate, one.object.surface if one.object else str(one.value)) for one in claims
    }
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Ada a créé un serveur MCP en Java.", set()),
        ("fr", "Anthropic a créé le protocole MCP.", {("Anthropic", "DEVELOPED", "protocole MCP")}),
        ("fr", "Claude Code : un outil créé par Boris Cherny.", {("Boris Cherny", "DEVELOPED", "Claude Code")}),
        ("fr", "SageMaker centralise l'accès aux modèles open source.", set()),
        ("fr", "Llama 4 est un modèle open source.", {("Llama 4", "HAS_LICENSE", "open source")}),
    ],
)
def test_a_name_is_not_what_carries_it(language: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language=language)
    claims = Extractor().read(digest).claims
    found = {
        (one.subject.surface, one.predicate, one.object.surface if one.object else str(one.value)) for one in claims
    }
    assert found == expected
