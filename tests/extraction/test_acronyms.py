"""What an acronym stands for where the text says it, and what it then does not name."""

import pytest

from extraction.mentions.acronyms import spelled_out
from extraction.pipeline import Extractor
from extraction.readers import read_digest


@pytest.mark.parametrize(
    ("text", "acronym", "words"),
    [
        ("It uses Change Data Capture (CDC).", "CDC", "change data capture"),
        ("La Caisse des Dépôts et Consignations (CDC) paie.", "CDC", "caisse des dépôts et consignations"),
        ("An exponential moving average (**EMA**) helps.", "EMA", "exponential moving average"),
        ("The average (EMA) helps.", "EMA", ""),
        ("The CDC said so.", "CDC", ""),
        ("It (CDC) is.", "CDC", ""),
    ],
)
def test_the_words_before_a_bracket_spell_an_acronym_out(text: str, acronym: str, words: str) -> None:
    assert spelled_out(text, acronym) == words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The European Medicines Agency (EMA) uses Llama 3.", {"European Medicines Agency", "Llama 3"}),
        ("en", "Llama 3 keeps an exponential moving average (EMA). The EMA helps.", {"Llama 3"}),
        ("fr", "Debezium fait du Change Data Capture (CDC). Le CDC est utile.", {"Debezium"}),
        ("fr", "La Caisse des dépôts et consignations (CDC) a Llama 3.", {"Caisse des Dépôts", "Llama 3"}),
    ],
)
def test_an_acronym_of_other_words_is_not_the_agency(language: str, text: str, expected: set[str]) -> None:
    read = Extractor().read(read_digest(text.encode(), source="x.md", published="2025-06-15", language=language))
    assert {entity.name for entity in read.entities} == expected
