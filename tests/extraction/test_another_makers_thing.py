"""A thing called by the last words of another maker's ("AI Studio" of Google): whose it is, and whose it is not."""

import pytest

from extraction.pipeline import Extractor
from extraction.readers import read_digest

GOOGLES = "Google AI Studio"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mistral launches AI Studio for production agents.", "AI Studio"),
        ("Meta has launched a new tool called AI Studio.", "AI Studio"),
        ("Mistral's AI Studio is out.", "AI Studio"),
        ("Google updated AI Studio. Mistral has no answer.", GOOGLES),
        ("Anthropic launched Claude 3 in AI Studio.", GOOGLES),
        ("Gemini 3 is free in AI Studio.", GOOGLES),
        ("AI Studio got a new look.", GOOGLES),
    ],
)
def test_a_thing_is_its_own_makers(text: str, name: str) -> None:
    read = Extractor().read(read_digest(text.encode(), source="x.md", published="2025-06-15", language="en"))
    assert [entity.name for entity in read.entities if entity.name.endswith("AI Studio")] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Claude 3 Opus is good. DreamGen Opus v1.4, a model based on Llama 3, was released.", {"Claude 3 Opus"}),
        ("Claude 3 is good. Yesterday Opus was released.", {"Claude 3", "Claude Opus"}),
        ("TikTok Shop is not TikTok.", {"TikTok", "TikTok Shop"}),
        ("GPT-5 Thinking beats GPT-5.", {"GPT-5", "GPT-5 Thinking"}),
    ],
)
def test_what_bears_a_name_and_more_is_another_thing(text: str, names: set[str]) -> None:
    read = Extractor().read(read_digest(text.encode(), source="x.md", published="2025-06-15", language="en"))
    known = {entity.name for entity in read.entities if entity.name.startswith(("Claude", "TikTok", "GPT"))}
    assert known == names
