"""What is told of a thing by "it", "the model" or no word at all, and of things behind their makers' names."""

import pytest

from extraction.claims.reader import DocumentReader
from extraction.claims.tagging import build_clauses
from extraction.document import DigestText, Name, Role, Sentence
from extraction.models import load_model
from tests.extraction.claims.examples import parse, read_triples

pytestmark = pytest.mark.slow

Triples = set[tuple[str, str, str]]

HEAD_EN, HEAD_FR = "[Organization Acme] released [Model Alpha].", "[Organization Acme] publie [Model Alpha]."

TOLD: list[tuple[str, str, Triples]] = [
    (HEAD_EN, "It outperforms [Model Beta].", {("Alpha", "OUTPERFORMS", "Beta")}),
    (HEAD_EN, "The model is available on [Product Shelf].", {("Alpha", "AVAILABLE_ON", "Shelf")}),
    (HEAD_EN, "Available on [Product Shelf].", {("Alpha", "AVAILABLE_ON", "Shelf")}),
    (HEAD_EN, "Based on [Model Beta], under an open licence.", {("Alpha", "BASED_ON", "Beta")}),
    (HEAD_EN, "A fine-tune of [Model Beta].", {("Alpha", "BASED_ON", "Beta")}),
    (HEAD_EN, "It is used by [Organization Bank].", {("Bank", "USES", "Alpha")}),
    (HEAD_EN, "A rival of [Model Beta] drew applause.", set()),
    (HEAD_EN, "Based on [Model Beta], the tool [Product Gamma] drew applause.", {("Gamma", "BASED_ON", "Beta")}),
    (HEAD_EN, "With the model, [Product Shelf] drew applause.", set()),
    (HEAD_FR, "Il surpasse [Model Beta].", {("Alpha", "OUTPERFORMS", "Beta")}),
    (HEAD_FR, "Disponible sur [Product Etagère].", {("Alpha", "AVAILABLE_ON", "Etagère")}),
    (HEAD_FR, "Le modèle est compatible avec [Framework Outil].", {("Alpha", "SUPPORTS", "Outil")}),
    (HEAD_FR, "Un rival de [Model Beta] a séduit la salle.", set()),
]


def _second(first: str, second: str, language: str) -> Triples:
    """The triples that the second of two sentences of one item gives."""
    text, names, entities = parse(f"{first} {second}")
    cut = len(parse(first)[0])
    sentences = [
        Sentence(position=number, start=start, end=end, block=number, item=0, role=Role.BODY)
        for number, (start, end) in enumerate(((0, cut), (cut + 1, len(text))))
    ]
    placed = [Name(**{**name.model_dump(), "sentence": int(name.start > cut)}) for name in names]
    digest = DigestText.plain(text, language=language, published="2025-06-30")
    reader = DocumentReader(digest, None)
    clauses = build_clauses(text, language, sentences, placed, entities, load_model(language))
    reader.read(clauses[0])
    found = [claim.raw for claim in reader.read(clauses[1])]
    return {
        (entities[raw.subject.entity].name, raw.predicate, entities[raw.object.entity].name)
        for raw in found
        if raw.object is not None
    }


@pytest.mark.parametrize(("first", "second", "triples"), TOLD)
def test_words_that_stand_for_a_thing_carry_what_is_told_of_it(first: str, second: str, triples: Triples) -> None:
    assert _second(first, second, "fr" if first == HEAD_FR else "en") == triples


MAKERS: list[tuple[str, str, Triples]] = [
    (
        "en",
        "[Model Alpha] is similar to [Organization Acme]'s [Model Beta] and [Organization Bolt]'s [Model Gamma].",
        {("Alpha", "COMPETES_WITH", "Beta"), ("Alpha", "COMPETES_WITH", "Gamma")},
    ),
    (
        "en",
        "[Model Alpha] outperforms [Model Beta] and [Organization Bolt]'s new model [Model Gamma].",
        {("Alpha", "OUTPERFORMS", "Beta"), ("Alpha", "OUTPERFORMS", "Gamma")},
    ),
    (
        "en",
        "[Model Alpha] outperforms [Model Beta], and [Organization Bolt]'s staff like [Model Gamma].",
        {("Alpha", "OUTPERFORMS", "Beta")},
    ),
    (
        "fr",
        "[Model Alpha] surpasse [Model Beta] d'[Organization Acme] et [Model Gamma] de [Organization Bolt].",
        {("Alpha", "OUTPERFORMS", "Beta"), ("Alpha", "OUTPERFORMS", "Gamma")},
    ),
]


@pytest.mark.parametrize(("language", "marked", "triples"), MAKERS)
def test_makers_beside_things_are_stepped_over(language: str, marked: str, triples: Triples) -> None:
    found = {triple for triple in read_triples(marked, language) if triple[1] != "DEVELOPED"}
    assert found == triples
