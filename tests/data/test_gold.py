"""The gold set agrees with its digests, and covers what it has to measure."""

import re
from collections import Counter

import pytest

from extraction.evaluation import GoldDocument, SystemDocument, Tally, check_gold, digest_path, load_gold
from extraction.evaluation.compare import plain
from extraction.evaluation.score import score_document
from graph.ontology import load_ontology
from graph.records import Factuality
from graph.settings import DATA_FOLDER

FOLDER = DATA_FOLDER / "gold"
GOLD = load_gold(FOLDER)
LEAST_PER_LANGUAGE = 3
"""Claims of a predicate in a language; with fewer, one miss moves its figures by more than a third."""
LEAST_SILENT = 5
"""Sentences of a digest without any claim: without them precision would be measured on facts only."""
SHORT = 4
"""Words up to which a sentence is a heading or an exclamation, and does not count as one that says nothing."""


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.document)
def test_gold_agrees_with_its_digest(gold: GoldDocument) -> None:
    assert check_gold(gold, digest_path(FOLDER, gold.document).read_text("utf-8")) == []


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.document)
def test_gold_told_as_system_output_scores_one(gold: GoldDocument) -> None:
    system = SystemDocument.model_validate(gold.model_dump())
    report = score_document(gold, system, digest_path(FOLDER, gold.document).read_text("utf-8"))
    assert report.claims == Tally(tp=report.claims.tp)
    assert report.entities.strict == Tally(tp=report.entities.strict.tp)
    assert (report.entities.duplicates, report.entities.wrong_merges) == (0, 0)
    assert report.counts.cited_right == report.counts.cited
    assert report.misses == ()


def test_every_digest_has_gold() -> None:
    digests = {path.stem for path in (DATA_FOLDER / "digests").iterdir() if path.suffix in (".md", ".html", ".txt")}
    assert digests == {gold.document for gold in GOLD}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.document)
def test_every_digest_has_sentences_that_say_nothing(gold: GoldDocument) -> None:
    text = re.sub(r"<[^>]*>", " ", digest_path(FOLDER, gold.document).read_text("utf-8"))
    quotes = [plain(re.sub(r"<[^>]*>", " ", claim.evidence)) for claim in gold.claims]
    sentences = [sentence for sentence in re.split(r"(?<=[.!?])\s+", plain(text)) if len(sentence.split()) > SHORT]
    silent = [sentence for sentence in sentences if not any(quote in sentence or sentence in quote for quote in quotes)]
    assert len(silent) >= LEAST_SILENT


def test_every_digest_denies_something() -> None:
    denying = {gold.document for gold in GOLD for claim in gold.claims if claim.factuality is Factuality.NEGATED}
    assert denying == {gold.document for gold in GOLD}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_predicate_is_told_often_enough_in_each_language(language: str) -> None:
    told = Counter(
        claim.predicate for gold in GOLD if gold.language == language for claim in gold.claims if not claim.optional
    )
    assert {name for name in load_ontology().predicates if told[name] < LEAST_PER_LANGUAGE} == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_factuality_is_told_in_each_language(language: str) -> None:
    told = {claim.factuality for gold in GOLD if gold.language == language for claim in gold.claims}
    assert told == set(Factuality)


def test_no_digest_is_another_ones_copy() -> None:
    texts = [path.read_text("utf-8") for path in sorted((DATA_FOLDER / "digests").iterdir()) if path.is_file()]
    assert len(set(texts)) == len(texts)


def test_the_gold_folder_holds_nothing_else() -> None:
    others = {path.name for path in FOLDER.iterdir() if path.suffix != ".json"}
    assert others <= {"baseline.toml", "README.md"}
