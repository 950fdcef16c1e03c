"""The corpus is data: every item of it is in the format and says what the ontology allows."""

from pathlib import Path

import pytest

from extraction.training.corpus import as_digest, load_corpus
from graph.errors import KnowledgeGraphError

ITEM = (
    "**[Model Orrery 2] is out** // [Organization Halyard] says [~Orrery 2|it] runs on [Hardware H100]. // "
    "[~Halyard|HALYARD] is happy.\n= RELEASED | Halyard | Orrery 2\n= planned SUPPORTS | Orrery 2 | H100\n"
)


def write(folder: Path, text: str) -> Path:
    (folder / "en-a.txt").write_text(text, "utf-8")
    return folder


def test_an_item_has_sentences_names_and_claims(tmp_path: Path) -> None:
    (item,) = load_corpus("en", write(tmp_path, ITEM))
    assert [item.text[start:end] for start, end in item.sentences] == [
        "**Orrery 2 is out**",
        "Halyard says it runs on H100.",
        "HALYARD is happy.",
    ]
    assert [(name.entity, item.text[name.start : name.end]) for name in item.names] == [
        ("Orrery 2", "Orrery 2"),
        ("Halyard", "Halyard"),
        ("H100", "H100"),
        ("Halyard", "HALYARD"),
    ]
    assert [(claim.predicate, str(claim.factuality)) for claim in item.claims] == [
        ("RELEASED", "asserted"),
        ("SUPPORTS", "planned"),
    ]


def test_items_are_read_as_a_digest(tmp_path: Path) -> None:
    given = as_digest(load_corpus("en", write(tmp_path, ITEM)), "en")
    assert [(sentence.item, str(sentence.role)) for sentence in given.sentences] == [
        (0, "headline"),
        (0, "body"),
        (0, "body"),
    ]
    assert {given.digest.text[name.start : name.end] for name in given.names} == {
        "Orrery 2",
        "Halyard",
        "H100",
        "HALYARD",
    }


@pytest.mark.parametrize(
    "text",
    [
        "[Organization Halyard] rests.\n= RELEASED | Halyard | Orrery 2",
        "[Organization Halyard] meets [~Orrery 2|it].",
        "[Organization Halyard] and [Organization Sonde].\n= BOUGHT | Halyard | Sonde",
        "[Organization Halyard] and [Organization Sonde].\n= RELEASED | Halyard | Sonde",
        "[Organization Halyard] and [Organization Sonde].\nRELEASED Halyard Sonde",
    ],
)
def test_what_is_not_in_the_format_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KnowledgeGraphError):
        load_corpus("en", write(tmp_path, text))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_corpus_is_in_the_format(language: str) -> None:
    items = load_corpus(language)
    stating = sum(bool(item.claims) for item in items)
    assert len(items) > 3_500 and 0.7 < stating / len(items) < 0.95
