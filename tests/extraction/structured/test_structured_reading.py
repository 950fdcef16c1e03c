"""Rows as documents, through the shipped mappings: small tables of our own in the layouts of the real ones."""

import csv
import json
from pathlib import Path

import pytest

from extraction.structured import RowReading, load_mapping, mapping_names, read_table, survey_table
from extraction.structured.rendering import render
from graph.errors import InvalidDeclaration, KnowledgeGraphError, UnknownKind, UnknownMapping, UnreadableTable
from graph.records import Extraction

EPOCH = [
    {
        "Model": "Wombat 7B",
        "Organization": "OpenAI,Carnegie Mellon University (CMU)",
        "Country (from Organization)": "United States of America,United States of America",
        "Publication date": "2025-03-14",
        "Base model": "Llama 3",
        "Parameters": "7000000000.0",
        "Model accessibility": "Open weights (unrestricted)",
        "Last modified": "2025-03-20 10:00:00+00:00",
    },
    {
        "Model": "Numbat",
        "Organization": "Quokka Lab",
        "Country (from Organization)": "Korea (Republic of)",
        "Publication date": "2025-04-01",
        "Model accessibility": "Unreleased",
    },
    {"Model": "Bilby", "Publication date": "2024", "Model accessibility": ""},
    {"Model": "", "Organization": "Quokka Lab"},
    {"Model": "Quoll", "Publication date": "next year", "Organization": "Quokka Lab"},
    {"Model": "Bilby", "Publication date": "2023", "Model accessibility": ""},
]
ECOSYSTEM = [
    {
        "name": "Wombat",
        "type": "model",
        "organization": "Meta and Quokka Lab",
        "nationality": "USA",
        "created_date": "2025-01-02",
        "access": "open",
        "size": "7B parameters (dense)",
        "license": "Apache 2.0",
        "dependencies": "['Burrow Corpus', 'GPT-4', 'Nobody Knows']",
    },
    {
        "name": "Burrow Corpus",
        "type": "dataset",
        "organization": "Quokka Lab",
        "nationality": "UK",
        "created_date": "2024-12-01",
        "access": "closed",
        "size": "200 GB",
        "license": "unknown",
        "dependencies": "[]",
    },
]
OSAI = [
    {
        "file": "wombat.yaml",
        "name": "Wombat",
        "type": "text",
        "base_model": "Llama 3",
        "end_model": "Wombat-7B-Instruct",
        "licence": "MIT License",
        "release": "2025-03",
        "org": "Mistral AI and NVIDIA",
        "link": None,
    },
    {
        "file": "bilby.yaml",
        "name": "Bilby",
        "base_model": "Bilby",
        "end_model": None,
        "release": "",
        "org": "Quokka Lab",
    },
]
INCIDENTS = [
    {
        "incident_id": "7",
        "date": "2024-05-01",
        "title": "Shuttle Bumps Into Fountain",
        "Alleged deployer of AI system": '["quokka-lab","scammers"]',
        "Alleged developer of AI system": '["openai","unknown-developers"]',
        "Alleged harmed or nearly harmed parties": '["fountain"]',
        "description": "A shuttle bumped into a fountain.",
    }
]


def table(path: Path, rows: list[dict[str, str]]) -> Path:
    """A CSV file of these rows."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def read(path: Path, name: str, *, published: str | None = None) -> list[RowReading]:
    mapping = load_mapping(name)
    return list(read_table(path, mapping, survey_table(path, mapping), published=published))


def claims(readings: list[RowReading]) -> set[tuple[str, str, str, str | None]]:
    """Subject id, predicate, object id or value, date."""
    return {
        (claim.subject_id, claim.predicate, claim.object_id or claim.value or "", claim.date and claim.date.edtf)
        for reading in readings
        if reading.extraction
        for claim in reading.extraction.claims
    }


def test_a_table_of_epoch_gives_makers_dates_bases_sizes_and_seats(tmp_path: Path) -> None:
    readings = read(table(tmp_path / "models.csv", EPOCH), "epoch-models")
    assert claims(readings) == {
        ("organization/openai", "DEVELOPED", "model/wombat-7b", None),
        ("organization/carnegie-mellon-university", "DEVELOPED", "model/wombat-7b", None),
        ("organization/openai", "RELEASED", "model/wombat-7b", "2025-03-14"),
        ("organization/carnegie-mellon-university", "RELEASED", "model/wombat-7b", "2025-03-14"),
        ("model/wombat-7b", "BASED_ON", "model/llama-3", None),
        ("model/wombat-7b", "HAS_PARAMETERS", "7B", None),
        ("model/wombat-7b", "HAS_LICENSE", "open weights", None),
        # It never came out, so its date is no release.
        ("organization/quokka-lab", "DEVELOPED", "model/numbat", None),
        ("organization/quokka-lab", "LOCATED_IN", "place/south-korea", None),
        ("model/bilby", "RELEASED_ON", "2024", None),
        ("model/bilby", "RELEASED_ON", "2023", None),
        ("organization/quokka-lab", "DEVELOPED", "model/quoll", None),
    }


def test_what_cannot_be_used_is_told_with_its_row(tmp_path: Path) -> None:
    readings = read(table(tmp_path / "models.csv", EPOCH), "epoch-models")
    assert [(one.number, one.extraction is None, one.remarks) for one in readings if one.remarks] == [
        (5, True, ("it has nothing in 'Model'",)),
        (6, False, ("Publication date 'next year' is no date",)),
    ]


def test_a_row_has_one_address_and_the_day_it_was_last_told(tmp_path: Path) -> None:
    readings = read(table(tmp_path / "models.csv", EPOCH), "epoch-models", published="2025-01-01")
    documents = [one.extraction.document for one in readings if one.extraction]
    assert [(document.source.partition("#")[2], document.published, document.title) for document in documents] == [
        ("Wombat%207B", "2025-03-20", "Wombat 7B"),
        ("Numbat", "2025-01-01", "Numbat"),
        ("Bilby", "2025-01-01", "Bilby"),
        ("Quoll", "2025-01-01", "Quoll"),
        ("Bilby~2", "2025-01-01", "Bilby"),
    ]
    assert {(document.outlet, document.format) for document in documents} == {("epoch.ai", "csv")}


def test_a_table_of_ecosystem_graphs_tells_data_from_bases(tmp_path: Path) -> None:
    readings = read(table(tmp_path / "assets.csv", ECOSYSTEM), "ecosystem-graphs")
    assert claims(readings) == {
        ("organization/meta", "DEVELOPED", "model/wombat", None),
        ("organization/quokka-lab", "DEVELOPED", "model/wombat", None),
        ("organization/meta", "RELEASED", "model/wombat", "2025-01-02"),
        ("organization/quokka-lab", "RELEASED", "model/wombat", "2025-01-02"),
        ("model/wombat", "HAS_PARAMETERS", "7B", None),
        ("model/wombat", "HAS_LICENSE", "Apache-2.0", None),
        ("model/wombat", "USES", "dataset/burrow-corpus", None),
        ("model/wombat", "BASED_ON", "model/gpt-4", None),
        ("organization/quokka-lab", "DEVELOPED", "dataset/burrow-corpus", None),
        ("organization/quokka-lab", "LOCATED_IN", "place/united-kingdom", None),
    }


def test_a_table_of_the_open_source_index_tells_system_from_model(tmp_path: Path) -> None:
    path = tmp_path / "index.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in OSAI), "utf-8")
    readings = read(path, "osai-index")
    assert claims(readings) == {
        ("organization/mistral-ai", "DEVELOPED", "model/wombat", None),
        ("organization/nvidia", "DEVELOPED", "model/wombat", None),
        ("organization/mistral-ai", "RELEASED", "model/wombat-7b-instruct", "2025-03"),
        ("organization/nvidia", "RELEASED", "model/wombat-7b-instruct", "2025-03"),
        ("model/wombat-7b-instruct", "PART_OF", "model/wombat", None),
        ("model/wombat-7b-instruct", "BASED_ON", "model/llama-3", None),
        ("model/wombat-7b-instruct", "HAS_LICENSE", "MIT", None),
        ("organization/quokka-lab", "DEVELOPED", "model/bilby", None),
        ("organization/quokka-lab", "RELEASED", "model/bilby", None),
    }
    assert readings[0].extraction and readings[0].extraction.document.source.endswith("#wombat.yaml")


def test_an_incident_names_who_is_alleged_as_no_fact(tmp_path: Path) -> None:
    (reading,) = read(table(tmp_path / "incidents.csv", INCIDENTS), "ai-incidents")
    incident = "event/shuttle-bumps-into-fountain"
    assert claims([reading]) == {
        (incident, "HAPPENED_ON", "2024-05-01", None),
        ("organization/quokka-lab", "PARTICIPATED_IN", incident, "2024-05-01"),
        ("organization/openai", "PARTICIPATED_IN", incident, "2024-05-01"),
    }
    assert reading.extraction is not None
    assert {(claim.predicate, claim.factuality, claim.cue) for claim in reading.extraction.claims} == {
        ("HAPPENED_ON", "asserted", ""),
        ("PARTICIPATED_IN", "speculated", "Alleged"),
    }
    assert reading.extraction.document.source == "https://incidentdatabase.ai/cite/7"


def test_every_span_is_of_the_text_that_the_row_became(tmp_path: Path) -> None:
    (reading,) = read(table(tmp_path / "incidents.csv", INCIDENTS), "ai-incidents")
    extraction = reading.extraction
    assert isinstance(extraction, Extraction)
    text = extraction.passages[0].text
    assert text.splitlines()[:3] == [
        "title: Shuttle Bumps Into Fountain",
        "Alleged deployer of AI system: quokka-lab, scammers",
        "Alleged developer of AI system: openai, unknown-developers",
    ]
    assert {(one.surface, text[one.start_char : one.end_char]) for one in extraction.mentions} == {
        (name, name) for name in ("Shuttle Bumps Into Fountain", "quokka-lab", "openai")
    }
    for claim in extraction.claims:
        for evidence in claim.evidence:
            assert text[evidence.start_char : evidence.end_char] == evidence.quote
            assert claim.subject_surface in evidence.quote
            assert (claim.object_surface or claim.value or "") in evidence.quote


def test_the_catalogue_gives_names_that_digests_give(tmp_path: Path) -> None:
    reading = read(table(tmp_path / "models.csv", EPOCH), "epoch-models")[0]
    assert reading.extraction is not None
    assert {(entity.id, entity.name, entity.catalogued) for entity in reading.extraction.entities} >= {
        ("organization/openai", "OpenAI", True),
        ("place/united-states", "United States", True),
        ("model/wombat-7b", "Wombat 7B", False),
    }


def test_reading_is_the_same_each_time(tmp_path: Path) -> None:
    path = table(tmp_path / "models.csv", EPOCH)
    assert read(path, "epoch-models") == read(path, "epoch-models")


def test_columns_that_one_side_does_not_know_are_told(tmp_path: Path) -> None:
    path = table(tmp_path / "models.csv", [{"Model": "Bilby", "Colour": "grey"}])
    survey = survey_table(path, load_mapping("epoch-models"))
    assert survey.unknown == ("Colour",)
    assert "Organization" in survey.missing and "Abstract" not in survey.missing


def test_a_table_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "models.csv", EPOCH)
    with pytest.raises(UnreadableTable, match="it has no column 'title'; choose another mapping than ai-incidents"):
        survey_table(path, load_mapping("ai-incidents"))


def test_a_row_with_half_a_character_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "index.jsonl"
    path.write_text('{"name": "Bil\\ud800by", "file": "x"}\n{"name": "Numbat", "file": "\\ud800"}\n', "utf-8")
    first, second = read(path, "osai-index")
    assert (first.extraction, first.remarks) == (None, ("it holds half a character",))
    assert second.extraction is not None


@pytest.mark.parametrize("name", mapping_names())
def test_every_shipped_mapping_is_whole_and_named_as_its_file(name: str) -> None:
    mapping = load_mapping(name)
    assert mapping.name == name
    assert mapping.credit
    assert not {*mapping.shown} & {*mapping.ignore}


BASE = """
name = "mine"
what = "Mine."
title = "{name}"
key = "thing"
[entities.thing]
columns = ["name"]
kinds = ["Model"]
[entities.maker]
columns = ["maker"]
kinds = ["Organization"]
[literals.size]
column = "size"
"""
DECLARATIONS: tuple[tuple[str, str, type[KnowledgeGraphError], str], ...] = (
    ("", 'claims = [{ predicate = "DEVELOPED", subject = "maker", object = "thing" }]', KnowledgeGraphError, ""),
    ("x", "claims = []", InvalidDeclaration, "mine.toml"),
    ("", "", InvalidDeclaration, "claims: Field required"),
    ("colour = 1\n", "claims = []", InvalidDeclaration, "colour: Extra inputs"),
    (
        "",
        'claims = [{ predicate = "DEVELOPED", subject = "maker" }]',
        InvalidDeclaration,
        "either an object or a value",
    ),
    (
        "",
        'claims = [{ predicate = "DEVELOPED", subject = "maker", object = "cat" }]',
        InvalidDeclaration,
        "'cat', none of its entities",
    ),
    (
        "",
        'claims = [{ predicate = "RELEASED", subject = "maker", object = "thing", date = "size" }]',
        InvalidDeclaration,
        "read as no date",
    ),
    (
        "",
        'claims = [{ predicate = "DEVELOPED", subject = "thing", object = "maker" }]',
        InvalidDeclaration,
        "DEVELOPED never holds from thing",
    ),
)


def written(path: Path, head: str, rest: str) -> Path:
    lines = BASE.split("[entities.thing]")
    path.write_text(f"{head}{lines[0]}{rest}\n[entities.thing]{lines[1]}", "utf-8")
    return path


def test_a_mapping_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    mapping = written(tmp_path / "mine.toml", DECLARATIONS[0][0], DECLARATIONS[0][1])
    rows = table(tmp_path / "things.csv", [{"name": "Bilby", "maker": "Quokka Lab", "size": "2"}])
    readings = read(rows, str(mapping))
    assert claims(readings) == {("organization/quokka-lab", "DEVELOPED", "model/bilby", None)}
    assert readings[0].extraction and readings[0].extraction.document.source == "things.csv#2"


@pytest.mark.parametrize(("head", "rest", "error", "reason"), DECLARATIONS[1:])
def test_a_mapping_that_cannot_be_is_refused(
    tmp_path: Path, head: str, rest: str, error: type[KnowledgeGraphError], reason: str
) -> None:
    with pytest.raises(error, match=reason):
        load_mapping(str(written(tmp_path / "mine.toml", head, rest)))


def test_a_mapping_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.toml", "", "claims = []")
    path.write_text(path.read_text("utf-8").replace('"Model"', '"Animal"'), "utf-8")
    with pytest.raises(UnknownKind, match="Animal"):
        load_mapping(str(path))


def test_a_pattern_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.toml", "", "claims = []")
    path.write_text(
        path.read_text("utf-8").replace('["Organization"]', '["Organization"]\nnobody = ["(scam"]'), "utf-8"
    )
    with pytest.raises(InvalidDeclaration, match=r"mine\.toml: entities\.maker\.nobody '\(scam'"):
        load_mapping(str(path))


def test_a_name_that_is_no_mapping_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownMapping, match="epoch-models"):
        load_mapping("epoch")
    with pytest.raises(UnreadableTable, match="no such file"):
        load_mapping("none/here.toml")


def test_evidence_is_cut_to_what_fits() -> None:
    rendered = render({"name": ("Bilby",), "makers": ("A" * 50, "Meta"), "size": ("2B",)}, {"name": "model"})
    assert rendered.text == f"model: Bilby\nmakers: {'A' * 50}, Meta\nsize: 2B"
    quotes = [rendered.text[slice(*rendered.evidence([("name", 0), ("makers", 1)], limit))] for limit in (600, 70, 10)]
    assert quotes == [f"model: Bilby\nmakers: {'A' * 50}, Meta", f"makers: {'A' * 50}, Meta", "Meta"]
