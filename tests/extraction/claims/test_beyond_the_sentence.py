"""Things that a sentence names no maker, no kin or no date for: what the rest of their news item tells of them."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

CASES: list[tuple[str, str, str, set[tuple[str, str, str]]]] = [
    # Whose the thing of an item is, by the phrase that stands for it.
    (
        "en",
        "**EmbeddingGemma** — Google's new embedding model has 308 million parameters.",
        "DEVELOPED",
        {("Google", "EmbeddingGemma", "asserted")},
    ),
    ("en", "**EmbeddingGemma** — Google's new office has 308 desks.", "DEVELOPED", set()),
    ("en", "Last week we tried EmbeddingGemma and Qwen3. Google's model is slower.", "DEVELOPED", set()),
    (
        "fr",
        "- **EmbeddingGemma** – Le dernier modèle de Google compte sept milliards de paramètres.",
        "DEVELOPED",
        {("Google", "EmbeddingGemma", "asserted")},
    ),
    # A variant belongs to what bears a part of its name; a rival to nothing.
    ("en", "OpenAI showed o3. Its smaller version, o3-mini, is fast.", "PART_OF", {("o3-mini", "o3", "asserted")}),
    ("en", "OpenAI showed o3. Its biggest rival, Gemini 3, is fast.", "PART_OF", set()),
    ("fr", "OpenAI a montré o3. Sa version réduite, o3-mini, est rapide.", "PART_OF", {("o3-mini", "o3", "asserted")}),
    # A successor replaces what was named last.
    (
        "en",
        "NVIDIA showed Blackwell Ultra. Vera Rubin, its successor, will follow in the second half of 2026.",
        "SUCCEEDS",
        {("Rubin", "Blackwell Ultra", "planned")},
    ),
    ("en", "NVIDIA showed Blackwell Ultra. Vera Rubin, its rival, will follow in 2026.", "SUCCEEDS", set()),
    # What is told of in one sentence and named in the next.
    ("en", "OpenAI has launched a new tool. The tool, called Codex, writes code.", "RELEASED",
     {("OpenAI", "Codex", "asserted")}),
    ("en", "OpenAI has launched a new tool. ChatGPT users can try it.", "RELEASED", set()),
    ("en", "OpenAI has launched a new model. GPT-4 was slower.", "RELEASED", set()),
    ("en", "DeepSeek launched a new model on Monday. DeepSeek-V3.1 has 671B parameters.", "RELEASED",
     {("DeepSeek", "DeepSeek-V3.1", "asserted")}),
    ("en", "DeepSeek launched a new model on Monday.\n\nDeepSeek-V3.1 has 671B parameters.", "RELEASED", set()),
    ("fr", "OpenAI a lancé un nouvel outil. Baptisé Codex, il écrit du code.", "RELEASED",
     {("OpenAI", "Codex", "asserted")}),
    ("fr", "Anthropic prépare un nouveau modèle. Claude 5 sera multimodal.", "RELEASED",
     {("Anthropic", "Claude 5", "planned")}),
    # What is to come, by who opens the item.
    ("en", "NVIDIA filled the SAP Center. Feynman is set to gain fans in 2028.", "RELEASED", set()),
    # A pronoun behind the verb, whatever the sentence names after it.
    ("en", "## Apertus is out\n\nEPFL released it on 2 June, under Apache 2.0.", "RELEASED",
     {("EPFL", "Apertus", "asserted")}),
    # Each of several versions, not the family.
    ("en", "Baidu has introduced two new versions of its model, Ernie - Ernie 4.5 and Ernie X1.", "RELEASED",
     {("Baidu", "ERNIE 4.5", "asserted"), ("Baidu", "ERNIE X1", "asserted")}),
    ("en", "Baidu has introduced two new versions of its model Ernie.", "RELEASED", set()),
    # A group that is called by its head is no person.
    ("fr", "Amazon tenait salon. Le groupe d'Andy Jassy a levé le voile sur Nova.", "RELEASED",
     {("Amazon", "Nova", "asserted")}),
]  # fmt: skip
DATED = [
    ("en", "PyTorch 2.7, out since 23 April, is fast.", {"2025-04-23"}),
    ("en", "PyTorch 2.7, in use since 23 April, is fast.", set()),
    ("en", "**PyTorch 2.7** — Faster on all chips; came out on 23 April.", {"2025-04-23"}),
    ("fr", "PyTorch 2.7, en préversion depuis le 23 avril, est rapide.", {"2025-04-23"}),
    ("fr", "PyTorch 2.7, utilisé depuis le 23 avril, est rapide.", set()),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("language", "text", "predicate", "expected"), CASES)
def test_what_an_item_tells_together(
    extractor: Extractor, language: str, text: str, predicate: str, expected: set[tuple[str, str, str]]
) -> None:
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language=language))
    names = [entity.name for entity in read.entities]
    found = {
        (names[claim.subject.entity], names[claim.object.entity], claim.factuality.value)
        for claim in read.claims
        if claim.predicate == predicate and claim.object is not None
        if not claim.rule.endswith("/learned")
    }
    assert found == expected


def test_what_is_to_come_is_by_who_opens_the_item(extractor: Extractor) -> None:
    text = "Last week NVIDIA filled the SAP Center. A generation called Feynman is pencilled in for 2028."
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language="en"))
    names = [entity.name for entity in read.entities]
    found = {
        (names[claim.subject.entity], names[claim.object.entity], claim.factuality.value)
        for claim in read.claims
        if claim.predicate == "RELEASED" and claim.object is not None
    }
    assert found == {("Nvidia", "Feynman", "planned")}


@pytest.mark.parametrize(("language", "text", "expected"), DATED)
def test_since_when_a_thing_is_out(extractor: Extractor, language: str, text: str, expected: set[str]) -> None:
    read = extractor.read(read_digest(text.encode(), source="x.md", published="2025-06-15", language=language))
    assert {claim.value for claim in read.claims if claim.predicate == "RELEASED_ON"} == expected
