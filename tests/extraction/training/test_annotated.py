"""Annotations stand beside texts of others: they are put back onto the very text that was annotated, and no other."""

import json
from pathlib import Path
from typing import Any

import pytest

from extraction.training.annotated import annotated, load_annotations
from extraction.training.corpus import CorpusDigest
from extraction.training.others import hash_of, joined, text_of
from graph.errors import KnowledgeGraphError

TEXT = "**Halyard** publie _Orrery 2_, un modèle ouvert.\n\nSelon Ada Quill, il tourne sur H100. Halyard&nbsp;en vit.\n"
FILE = f"# fiche\n\n## Titre\nOrrery 2\n\n## RésuméDe400mots\n\n{TEXT}\n## Suite\n\nHalyard encore.\n"
NAMES = (
    ("Halyard", "Organization", 0),
    ("Orrery 2", "Model", 0),
    ("Ada Quill", "Person", 0),
    ("H100", "Hardware", 0),
    ("Halyard", "Organization", 1),
)


def annotation(**changes: Any) -> dict[str, Any]:
    text = TEXT.strip()
    names = []
    for entity, kind, nth in NAMES:
        start = [at for at in range(len(text)) if text.startswith(entity, at)][nth]
        names.append({"start": start, "end": start + len(entity), "kind": kind, "entity": entity})
    claims = [
        {"start": 0, "predicate": "RELEASED", "subject": "Halyard", "object": "Orrery 2"},
        {
            "start": text.index("Selon"),
            "predicate": "SUPPORTS",
            "subject": "Orrery 2",
            "object": "H100",
            "factuality": "speculated",
        },
    ]
    return {"source": "fiches/a.md", "sha256": hash_of(text), "names": names, "claims": claims} | changes


def read(folder: Path, one: dict[str, Any], file: str = FILE) -> list[CorpusDigest]:
    (folder / "fr-a.jsonl").write_text(json.dumps(one) + "\n", "utf-8")
    (folder / "fiches").mkdir()
    (folder / "fiches" / "a.md").write_text(file, "utf-8")
    return list(annotated(load_annotations("fr", folder), "fr", folder))


def test_of_a_page_the_summary_is_annotated(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FILE, "utf-8")
    assert text_of(tmp_path, "a.md") == TEXT.strip()


def test_of_a_set_each_text_has_a_number_or_an_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Halyard\tB-org\nrests\tO\n.\tO\n\nSonde\tB-org\ntoo\tO\n.\tO\n", "utf-8")
    (tmp_path / "b.json").write_text('[{"id": "E7", "context": ["Halyard", "rests", "."]}]', "utf-8")
    assert [text_of(tmp_path, source) for source in ("a.txt#1", "a.txt#2", "a.txt#3", "b.json#E7", "b.json#E8")] == [
        "Halyard rests.",
        "Sonde too.",
        None,
        "Halyard rests.",
        None,
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Halyard , of Lyon ( France ) , rests .", "Halyard, of Lyon (France), rests."),
        ("It paid $ 12 million for Sonde 's app .", "It paid $12 million for Sonde's app."),
        ("They do n't say `` no '' .", "They don't say “no”."),
        ("Sonde - based rivals rest", "Sonde - based rivals rest"),
    ],
)
def test_words_are_joined_to_a_line(words: str, line: str) -> None:
    assert joined(words.split()) == line


def test_names_and_claims_are_put_back_onto_the_text(tmp_path: Path) -> None:
    (given,) = read(tmp_path, annotation())
    assert [(given.entities[name.entity].name, name.surface, name.sentence) for name in given.names] == [
        ("Halyard", "Halyard", 0),
        ("Orrery 2", "Orrery 2", 0),
        ("Ada Quill", "Ada Quill", 1),
        ("H100", "H100", 1),
        ("Halyard", "Halyard", 2),
    ]
    assert all(given.digest.text[name.start : name.end] == name.surface for name in given.names)
    blocks = [sentence.block for sentence in given.sentences]
    assert blocks[1] == blocks[2] != blocks[0]
    assert {block: [claim.predicate for claim in claims] for block, claims in given.claims.items()} == {
        blocks[0]: ["RELEASED"],
        blocks[1]: ["SUPPORTS"],
    }


@pytest.mark.parametrize(
    "file",
    [
        FILE.replace("ouvert", "fermé"),
        FILE.replace("## RésuméDe400mots", "## Autre"),
    ],
)
def test_a_text_that_is_not_the_one_annotated_is_passed_by(tmp_path: Path, file: str) -> None:
    assert read(tmp_path, annotation(), file) == []


def test_a_checkout_without_the_text_gives_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, annotation(source="fiches/b.md")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": [{"start": 0, "predicate": "BOUGHT", "subject": "Halyard", "object": "Orrery 2"}]},
        {"claims": [{"start": 0, "predicate": "RELEASED", "subject": "Orrery 2", "object": "Halyard"}]},
        {"claims": [{"start": 0, "predicate": "RELEASED", "subject": "Halyard", "object": "Orrery 3"}]},
        {"names": [{"start": 0, "end": 7, "kind": "Firm", "entity": "Halyard"}]},
        {"text": "Halyard publie Orrery 2."},
    ],
)
def test_what_is_no_annotation_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeGraphError):
        read(tmp_path, annotation(**changes))


@pytest.mark.parametrize(("language", "texts", "claims"), [("fr", 300, 2_000), ("en", 1_000, 1_000)])
def test_the_annotations_that_are_shipped_are_in_the_format(language: str, texts: int, claims: int) -> None:
    known = load_annotations(language)
    assert len(known) > texts and sum(len(one.claims) for one in known) > claims
    assert len({one.source for one in known}) == len(known)
