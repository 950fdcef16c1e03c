"""Which language a digest is in, down to one line."""

import pytest

from extraction.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le 5 avril, Meta a lancé Llama 4.", "fr"),
        ("Meta a lancé Llama 4.", "fr"),
        ("Apple pourrait racheter Mistral AI et Perplexity.", "fr"),
        ("Meta releases Llama 4.", "en"),
        ("The Café Procope is a place where we talk.", "en"),
        ("Le Chat gets connectors: the assistant now links to GitHub and it works.", "en"),
        ("", "en"),
        ("GPT-5", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language
