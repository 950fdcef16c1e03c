"""Exports read back with other people's libraries: the same things, and nothing that text from a digest broke into."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from api.cli.export.graphml import graphml_lines
from api.cli.export.neo4j_csv import LIST_MARK, safe, write_csv
from api.cli.export.property_graph import NODES, RELATIONSHIPS
from api.cli.export.rdf import OURS, PROV, RDF, SCHEMA, RdfSyntax, iri, load_terms, write_rdf
from graph.errors import UnwritableExport
from graph.judgements import Judgement, Verdict
from graph.ontology import load_ontology
from graph.records import EntityId, Extraction, Factuality
from graph.store import open_store
from tests.factory import Said, day, make_extraction

EVIL = '=HYPERLINK("http://x")<script>&]]>'
"""A formula for a spreadsheet, markup for a page, the end of a CDATA section."""
ACQUISITION = Said(
    sentence="Hugging Face acquired Pollen Robotics.",
    subject="Organization:Hugging Face",
    predicate="ACQUIRED",
    object="Organization:Pollen Robotics",
    date=day("2025-04-14"),
    qualifiers=(("amount", "1 M"),),
)
RELEASE = Said(
    sentence="HF Inc released Reachy\x1b[31m.",
    subject="Organization:HF Inc",
    predicate="RELEASED",
    object="Product:Reachy",
)
RUMOUR = Said(
    sentence=f"{EVIL} may buy Acme.",
    subject=f"Organization:{EVIL.replace('=', '', 1)}",
    predicate="ACQUIRED",
    object="Organization:Acme",
    factuality=Factuality.SPECULATED,
)
LICENCE = Said(
    sentence="Reachy is under Apache-2.0.", subject="Product:Reachy", predicate="HAS_LICENSE", value="Apache-2.0"
)
OLD = Said(sentence="Acme bought Bolt.", subject="Organization:Acme", predicate="ACQUIRED", object="Organization:Bolt")


def readings() -> tuple[Extraction, ...]:
    return (
        make_extraction([OLD], source="https://news.example/1", published="2025-04-01"),
        make_extraction([ACQUISITION, RELEASE], source="https://news.example/1", published="2025-04-30"),
        make_extraction([RUMOUR, LICENCE], source="C:\\digests\\a b>.md", published=None),
    )


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The export of a graph with a superseded document, a merge and a rumour of a hostile name."""
    with open_store(f"embedded:{tmp_path_factory.mktemp('export') / 'graph.kgl'}") as store:
        for reading in readings():
            store.write(reading)
        store.judge(
            Judgement(
                verdict=Verdict.SAME,
                merged_id=EntityId("organization/hf-inc"),
                kept_id=EntityId("organization/hugging-face"),
                decided_by="Ada\nL.",
                reason="its legal name",
            )
        )
        return tuple(store.export_lines())


def rdf(lines: tuple[str, ...], syntax: RdfSyntax) -> Store:
    written = io.BytesIO()
    write_rdf(lines, written, syntax)
    store = Store()
    form = {RdfSyntax.TURTLE: RdfFormat.TURTLE, RdfSyntax.JSONLD: RdfFormat.JSON_LD}[syntax]
    store.extend(parse(written.getvalue(), format=form))
    return store


def ask(store: Store, query: str) -> set[tuple[str, ...]]:
    prefixes = f"PREFIX s: <{SCHEMA}> PREFIX p: <{PROV}> PREFIX r: <{RDF}> PREFIX v: <{OURS}>"
    found = store.query(f"{prefixes} {query}")
    return {tuple(value.value.removeprefix(OURS).removeprefix("urn:veille:") for value in row) for row in found}


@pytest.mark.parametrize("syntax", RdfSyntax)
def test_what_is_asserted_is_told_in_the_words_of_schema_org(lines: tuple[str, ...], syntax: RdfSyntax) -> None:
    graph = rdf(lines, syntax)
    hugging_face, reachy = "entity:organization/hugging-face", "entity:product/reachy"
    assert ask(graph, "SELECT ?a ?b { ?a v:ACQUIRED ?b }") == {(hugging_face, "entity:organization/pollen-robotics")}
    assert ask(graph, "SELECT ?a ?b { ?a s:publisher ?b . ?a a s:SoftwareApplication }") == {(reachy, hugging_face)}
    assert ask(graph, "SELECT ?a ?b { ?a s:license ?b }") == {(reachy, "Apache-2.0")}
    assert ask(graph, "SELECT ?a ?b { ?a p:alternateOf ?b }") == {("entity:organization/hf-inc", hugging_face)}
    assert ask(graph, "SELECT ?c { ?a p:wasAssociatedWith ?b . ?b s:name ?c }") == {("Ada\nL.",)}


def test_every_claim_leads_to_the_words_it_was_read_from(lines: tuple[str, ...]) -> None:
    graph = rdf(lines, RdfSyntax.TURTLE)
    told = ask(
        graph,
        "SELECT ?a ?b ?c { ?claim a s:Claim ; r:predicate ?a ; v:factuality ?b ; p:wasDerivedFrom ?quotation ;"
        " p:hadPrimarySource ?document . ?quotation s:text ?c ; p:wasQuotedFrom ?passage ."
        " ?passage s:isPartOf ?document }",
    )
    assert told == {
        ("ACQUIRED", "asserted", ACQUISITION.sentence),
        ("RELEASED", "asserted", RELEASE.sentence),
        ("ACQUIRED", "speculated", RUMOUR.sentence),
        ("HAS_LICENSE", "asserted", LICENCE.sentence),
    }


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out_of_a_name_or_a_literal(text: str) -> None:
    fields = {"record": "entity", "id": text, "kind": "Person", "name": text, "aliases": [], "surface_forms": []}
    fields |= {"external_ids": [f"wikidata:{text}"], "merged_into": None}
    for syntax, form in ((RdfSyntax.TURTLE, RdfFormat.TURTLE), (RdfSyntax.JSONLD, RdfFormat.JSON_LD)):
        written = io.BytesIO()
        write_rdf([json.dumps(fields)], written, syntax)
        triples = list(parse(written.getvalue(), format=form))
        assert {triple.subject for triple in triples} == {iri("entity", text)}
        assert [t.object for t in triples if t.predicate == NamedNode(f"{SCHEMA}name")] == [Literal(text)]


def test_every_declared_word_is_of_a_kind_or_a_predicate() -> None:
    terms, ontology = load_terms(), load_ontology()
    assert set(terms.kinds) == set(ontology.kinds)
    assert {*terms.predicates, *terms.inverse_predicates, *terms.literals} <= set(ontology.predicates)
    assert all(ontology.predicate(name).literal for name in terms.literals)


def test_graphml_is_read_by_networkx(lines: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text("\n".join(graphml_lines(lambda: lines)), "utf-8")
    graph = networkx.read_graphml(path)
    hostile = next(data for _, data in graph.nodes(data=True) if data.get("kind") and "script" in data["name"])
    assert hostile["name"] == EVIL.replace("=", "", 1)
    edges = {(start, data["type"], end) for start, end, data in graph.edges(data=True) if start.startswith("Entity:")}
    assert edges == {
        ("Entity:organization/hugging-face", "ACQUIRED", "Entity:organization/pollen-robotics"),
        ("Entity:organization/hugging-face", "RELEASED", "Entity:product/reachy"),
    }
    # Nothing hangs in the air: every end is a node that was told, with its label.
    assert all("label" in data for _, data in graph.nodes(data=True))
    texts = {data["text"] for _, data in graph.nodes(data=True) if data["label"] == "Passage"}
    assert RELEASE.sentence.replace("\x1b", "\ufffd") in texts
    assert OLD.sentence not in texts


def read_folder(folder: Path) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    for path in sorted(folder.iterdir()):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        yield path.name, header, rows


def test_csv_is_as_neo4j_admin_takes_it(lines: tuple[str, ...], tmp_path: Path) -> None:
    command = write_csv(lambda: lines, tmp_path / "csv")
    files = {name: (header, rows) for name, header, rows in read_folder(tmp_path / "csv")}
    assert len(files) == len(NODES) + len(RELATIONSHIPS) == command.count("csv/")
    assert all(len(row) == len(header) for header, rows in files.values() for row in rows)
    ids: dict[str, set[str]] = {}
    for header, rows in files.values():
        for column, name in enumerate(header):
            if ":ID(" in name:
                ids[name.partition("(")[2]] = {row[column] for row in rows}
    for header, rows in files.values():
        for column, name in enumerate(header):
            if name.startswith((":START_ID(", ":END_ID(")):
                assert {row[column] for row in rows} <= ids[name.partition("(")[2]]
    header, rows = files["entity-nodes.csv"]
    assert {row[header.index(":LABEL")] for row in rows} == {
        f"Entity{LIST_MARK}Organization",
        f"Entity{LIST_MARK}Product",
    }
    _, edges = files["edge-relationships.csv"]
    assert {(row[0], row[-1], row[-2]) for row in edges} == {
        ("organization/hugging-face", "ACQUIRED", "organization/pollen-robotics"),
        ("organization/hugging-face", "RELEASED", "product/reachy"),
    }


def test_no_cell_is_a_formula(lines: tuple[str, ...], tmp_path: Path) -> None:
    write_csv(lambda: lines, tmp_path / "csv")
    cells = {cell for _, _, rows in read_folder(tmp_path / "csv") for row in rows for cell in row}
    assert f"'{RUMOUR.sentence}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("a=1", "a=1"), ("", ""), ("'", "'")]
)
def test_only_the_beginning_of_a_cell_can_be_a_formula(text: str, cell: str) -> None:
    assert safe(text) == cell


def test_a_folder_that_holds_something_is_left_alone(lines: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(UnwritableExport, match="it is not empty"):
        write_csv(lambda: lines, tmp_path)
    with pytest.raises(UnwritableExport, match="name a folder"):
        write_csv(lambda: lines, tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


class _Nowhere(io.RawIOBase):
    """Takes bytes and keeps none."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return len(data) if isinstance(data, bytes | bytearray | memoryview) else 0


def many(count: int) -> Iterator[str]:
    """The lines of a graph of so many entities."""
    for number in range(count):
        fields = {"record": "entity", "id": f"person/p{number}", "kind": "Person", "name": f"Person {number}"}
        lists = {"aliases": [], "surface_forms": [f"P{number}"], "external_ids": [], "merged_into": None}
        yield json.dumps(fields | lists)


def test_memory_does_not_grow_with_the_graph(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        for syntax in RdfSyntax:
            write_rdf(many(count), _Nowhere(), syntax)
        for _ in graphml_lines(lambda: many(count)):
            pass
        write_csv(lambda: many(count), tmp_path / str(count))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(4_000) < 1.5 * peak(400) + 100_000
