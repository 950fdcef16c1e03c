"""Who makes a thing, where its maker's name stands before its own: the name alone must not be made of the maker's."""

import pytest

from extraction.claims.tagging import build_clauses
from extraction.claims.told_makers import told_makers
from extraction.mentions import find_names
from extraction.models import load_model
from extraction.readers import read_digest
from extraction.sentences import split_sentences
from graph.records import Factuality

CASES = [
    ("Users prefer OpenAI Whisper. OpenAI said nothing.", {("OpenAI", "OpenAI Whisper")}),
    ("It may well be that OpenAI Whisper is too slow. OpenAI said nothing.", {("OpenAI", "OpenAI Whisper")}),
    # The maker is not named but there, or is another's; the thing's own name begins with the maker's.
    ("Users prefer OpenAI Whisper.", set()),
    ("Users prefer OpenAI Whisper. Google said nothing.", set()),
    ("Users prefer Google Maps. Google said nothing.", set()),
    ("Users prefer Whisper. OpenAI said nothing.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_name_behind_its_makers_tells_who_makes_it(text: str, expected: set[tuple[str, str]]) -> None:
    digest = read_digest(f"# Digest\n\n{text}\n".encode(), source="a.md", published="2025-06-30", language="en")
    sentences = split_sentences(digest)
    entities, names = find_names(digest, sentences)
    clauses = build_clauses(digest.text, "en", sentences, names, entities, load_model("en"))
    found = told_makers(clauses, entities)
    assert {(one.subject.surface, one.object.surface) for one in found if one.object} == expected
    assert {one.told for one in found} <= {Factuality.ASSERTED}
