"""The graph is a function of the set of documents: not of their order, nor of what came and went in between."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase

from graph.errors import LookupFailed, ResolutionError
from graph.judgements import Judgement, Verdict
from graph.records import Date, EntityId, Extraction, Factuality
from graph.store import Store, open_store, read
from graph.store.check import check_graph
from tests.factory import Said, day, make_extraction, month

NAMES = ("Acme", "ACME=Acme", "Bolt", "Cargo", "Dune")
DATES: tuple[Date | None, ...] = (None, day("2025-04-14"), month("2025-04", 30), day("2025-03-02"))
SOURCES = ("https://a.example/1", "https://a.example/2", "https://b.example/1", "")
PUBLISHED = (None, "2025-04-01", "2025-05-01")


@st.composite
def sentences(draw: st.DrawFn) -> Said:
    """A sentence about two of a few organizations, so that documents overlap."""
    subject, thing = draw(st.permutations(NAMES))[:2]
    forms = [name.partition("=")[0] for name in (subject, thing)]
    return Said(
        sentence=f"{forms[0]} and {forms[1]} {draw(st.integers(0, 9))}",
        subject=f"Organization:{subject}",
        predicate=draw(st.sampled_from(["ACQUIRED", "PARTNERED_WITH"])),
        object=f"Organization:{thing}",
        date=draw(st.sampled_from(DATES)),
        factuality=draw(st.sampled_from([Factuality.ASSERTED, Factuality.ASSERTED, Factuality.PLANNED])),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """A short document, of one of few sources and dates, so that versions meet."""
    said = draw(st.lists(sentences(), min_size=1, max_size=3, unique_by=lambda item: item.sentence))
    known: dict[str, tuple[str, ...]] = draw(st.sampled_from([{}, {"Acme": ("Acme Inc", "ACME")}]))
    return make_extraction(
        said, source=draw(st.sampled_from(SOURCES)), published=draw(st.sampled_from(PUBLISHED)), aliases=known
    )


@contextmanager
def fresh(neo4j_uri: str | None) -> Iterator[Store]:
    """An empty graph: embedded in a temporary folder, or that server, emptied."""
    if neo4j_uri is None:
        with TemporaryDirectory() as folder, open_store(f"embedded:{Path(folder, 'graph.kgl')}") as store:
            yield store
        return
    with GraphDatabase.driver(neo4j_uri) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    with open_store(neo4j_uri) as store:
        yield store


def export(store: Store, documents: list[Extraction]) -> list[str]:
    """What a graph holds after these documents were written."""
    for document in documents:
        store.write(document)
    return list(store.export_lines())


Steps = list[tuple[Extraction, bool]]
"""A history: documents written, and, where the flag is set, taken back at once or later."""


def play(store: Store, history: Steps) -> list[Extraction]:
    """Play a history; gives the documents that are left, by the store's own rule of one reading per text."""
    left: dict[str, Extraction] = {}
    for extraction, retracted in history:
        document = extraction.document
        store.write(extraction)
        known = left.get(document.id)
        if known is None or rank(extraction) <= rank(known):
            left[document.id] = extraction
        if retracted:
            store.retract(document.id)
            del left[document.id]
    return list(left.values())


def rank(extraction: Extraction) -> tuple[str, str]:
    """Of one text told with several sources or dates, the smallest counts."""
    return extraction.document.published or "9999-99-99", extraction.document.source


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(extractions(), st.booleans()), max_size=7))
def test_a_history_gives_the_graph_built_from_what_is_left(history: Steps) -> None:
    with fresh(None) as store:
        left = play(store, history)
        lines = list(store.export_lines())
    with fresh(None) as store:
        assert export(store, left[::-1]) == lines


@pytest.mark.neo4j
@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(extractions(), st.booleans()), min_size=3, max_size=6))
def test_both_engines_hold_the_same_after_the_same_history(neo4j_uri: str, history: Steps) -> None:
    with fresh(None) as store:
        play(store, history)
        lines = list(store.export_lines())
    with fresh(neo4j_uri) as store:
        play(store, history)
        assert list(store.export_lines()) == lines


ENTITIES = [EntityId(f"organization/{name}") for name in ("acme", "bolt", "cargo", "dune")]
Step = tuple[str, Extraction, EntityId, EntityId]


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Something that is done to a graph; what it does not need is ignored."""
    what = draw(st.sampled_from(["write", "write", "write", "retract", "merge", "merge", "split"]))
    left, right = draw(st.permutations(ENTITIES))[:2]
    return what, draw(extractions()), left, right


def take(store: Store, step: Step) -> None:
    """Do a step; what the graph refuses changes nothing."""
    what, extraction, left, right = step
    try:
        if what == "write":
            store.write(extraction)
        elif what == "retract":
            documents = read.list_documents(store, limit=1).items
            store.retract(documents[0].id if documents else extraction.document.id)
        elif what == "merge":
            reason = {"decided_by": "tests", "reason": "a test"}
            store.judge(Judgement(verdict=Verdict.SAME, merged_id=left, kept_id=right, **reason))
        else:
            store.split(left)
    except (ResolutionError, LookupFailed):
        pass


def check_history(store: Store, history: list[Step]) -> list[str]:
    """Take the steps; the graph is sound, and equals the one built anew from what it is told. Gives its export."""
    for step in history:
        take(store, step)
    lines = list(store.export_lines())
    assert list(check_graph(store)) == []
    with fresh(None) as other:
        other.import_lines(lines)
        assert list(other.export_lines()) == lines
    return lines


@settings(max_examples=30, deadline=None)
@given(st.lists(steps(), max_size=10))
def test_after_any_steps_the_graph_equals_the_one_built_from_scratch(history: list[Step]) -> None:
    with fresh(None) as store:
        check_history(store, history)


@pytest.mark.neo4j
@settings(max_examples=5, deadline=None)
@given(st.lists(steps(), min_size=4, max_size=8))
def test_any_steps_give_the_same_on_neo4j(neo4j_uri: str, history: list[Step]) -> None:
    with fresh(None) as store:
        lines = check_history(store, history)
    with fresh(neo4j_uri) as store:
        assert check_history(store, history) == lines


def test_every_order_of_three_versions_and_a_stranger_gives_one_graph() -> None:
    said = [
        Said(
            sentence=f"Acme acquired Bolt {n}.",
            subject="Organization:Acme",
            predicate="ACQUIRED",
            object="Product:Bolt",
        )
        for n in range(4)
    ]
    documents = [
        make_extraction(said[:1], published="2025-04-01"),
        make_extraction(said[1:2], published="2025-05-01"),
        make_extraction(said[2:3], published="2025-05-01"),
        make_extraction(said[3:], source="https://b.example/1", published=None),
    ]
    graphs = set()
    for order in itertools.permutations(documents):
        with fresh(None) as store:
            graphs.add("\n".join(export(store, list(order))))
    assert len(graphs) == 1
