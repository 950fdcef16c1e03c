"""Whatever was done before, documents and persons' judgements alone decide what the graph is after resolution.

A run looks only at what changed, and comes to what a look at everything does.
"""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase

from graph.errors import KnowledgeGraphError
from graph.judgements import Judgement
from graph.resolution import persons, resolve, review
from graph.resolution.blocking import CROWD
from graph.resolution.decisions import RULE
from graph.store import Store, open_store, read
from graph.store.check import check_graph
from graph.store.model import SCHEMA_VERSION
from tests.factory import Said, make_extraction
from tests.graph.resolution.whole import is_resolved, kept_index, read_judgements, rule_merges

DOCUMENTS = tuple(
    make_extraction(
        [
            Said(
                sentence=f"{subject.partition('=')[0]} acquired {thing} ({number}).",
                subject=f"Organization:{subject}",
                predicate="ACQUIRED",
                object=f"Organization:{thing}",
            ),
            Said(
                sentence=f"{subject.partition('=')[0]} released {made.partition(':')[2]}.",
                subject=f"Organization:{subject}",
                predicate="RELEASED",
                object=made,
            ),
        ],
        source=f"https://news.example/{number % 6}",
        published=f"2025-04-0{number + 1}",
    )
    for number, (subject, thing, made) in enumerate(
        (
            ("Acme", "Dock", "Model:Nova 3"),
            ("Acme Inc", "Bolt", "Model:Nova 3"),
            ("ACME Ltd.", "Dock", "Product:Nova 3"),
            ("Acme AI", "Bolt AI", "Model:Nova 3"),
            ("Bolt GmbH", "Acme", "Model:V2"),
            # Another way to write a maker's name, so that its name changes as documents come and go.
            ("ACME=Acme", "Bolt", "Model:Acme V2"),
            ("ACME=Acme", "Bolt GmbH", "Model:Acme Nova 3"),
            ("Bolt", "Acme Inc", "Product:Nova 3"),
        )
    )
)
IDS = tuple(sorted({entity.id for document in DOCUMENTS for entity in document.entities}))
CLOSE = tuple(
    (left, right)
    for left in IDS
    for right in IDS
    if left != right and (left.partition("/")[0] == right.partition("/")[0] or "organization" not in left + right)
)
"""Pairs of ids that persons decide about."""

Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "write",
                "write",
                "write",
                "retract",
                "merge",
                "split",
                "split",
                "reject",
                "reconsider",
                "resolve",
                "resolve",
            )
        ),
        st.integers(0, 10**6),
    ),
    min_size=12,
    max_size=40,
)
"""What is done, and a number that says to which document or entities."""


def take(store: Store, step: Step) -> None:
    """Do one step; what is refused changes nothing."""
    what, number = step
    document, (left, right) = DOCUMENTS[number % len(DOCUMENTS)], CLOSE[number % len(CLOSE)]
    judged = read_judgements(store)
    if judged and what in ("split", "reconsider"):
        one = judged[number % len(judged)]
        left, right = one.merged_id, one.kept_id
    try:
        if what == "write":
            store.write(document)
        elif what == "retract":
            store.retract(document.document.id)
        elif what == "merge":
            persons.merge(store, left, right, decided_by="tests", reason="")
        elif what == "split":
            persons.split(store, left, decided_by="tests", reason="")
        elif what == "reject":
            persons.reject(store, left, right, decided_by="tests", reason="")
        elif what == "reconsider":
            store.reconsider(left, right)
        else:
            resolve(store)
    except KnowledgeGraphError:
        pass


def from_scratch(folder: Path, written: set[str], judgements: Iterable[Judgement]) -> list[str]:
    """The graph of these documents in the light of what persons judged, judgements first."""
    known = [one for one in judgements if one.decided_by != RULE]
    lines = [{"record": "judgement", **one.model_dump(mode="json")} for one in known]
    with open_store(f"embedded:{folder / 'scratch.kgl'}") as store:
        store.import_lines(map(json.dumps, [{"record": "graph", "schema_version": SCHEMA_VERSION}, *lines]))
        store.write_all([document for document in DOCUMENTS if document.document.id in written])
        resolve(store)
        return list(store.export_lines())


@settings(max_examples=15, deadline=None, derandomize=True)
@given(STEPS)
def test_the_way_to_a_graph_does_not_matter(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(f"embedded:{folder / 'graph.kgl'}") as store:
            for step in steps:
                take(store, step)
            resolve(store)
            written = {str(one.id) for one in read.list_documents(store, limit=100).items}
            judgements = read_judgements(store)
            lines = list(store.export_lines())
        assert from_scratch(folder, written, judgements) == lines


def check_steps(uri: str, steps: list[Step]) -> None:
    """After every run the graph is as a look at everything would have it, and before it the queue is already."""
    with open_store(uri) as store:
        for step in (*steps, ("resolve", 0)):
            if step[0] == "resolve":
                queue = review(store)
                resolve(store)
                assert is_resolved(store)
                assert queue == review(store)
            else:
                take(store, step)
        index = kept_index(store)
        report = resolve(store, whole=True)
        assert (report.merged, report.split) == (0, 0)
        assert kept_index(store) == index
        assert list(check_graph(store)) == []


@settings(max_examples=40, deadline=None, derandomize=True)
@given(STEPS)
def test_a_look_at_what_changed_is_a_look_at_everything(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        check_steps(f"embedded:{Path(name) / 'graph.kgl'}", steps)


@pytest.mark.neo4j
@settings(max_examples=6, deadline=None, derandomize=True)
@given(STEPS)
def test_a_look_at_what_changed_is_a_look_at_everything_on_neo4j(neo4j_uri: str, steps: list[Step]) -> None:
    with GraphDatabase.driver(neo4j_uri) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    check_steps(neo4j_uri, steps)


def test_a_name_that_many_have_is_no_key_while_they_have_it(tmp_path: Path) -> None:
    """A name of a crowd brings nobody together; of one less, it does, whoever came last."""
    firms = [
        make_extraction([Said(sentence=f"Zed ({number}) grows.", subject=f"Organization:Zed=Firm{number} X{number}")])
        for number in range(CROWD - 1)
    ]
    firms = [
        one.model_copy(
            update={"document": one.document.model_copy(update={"source": f"https://news.example/{number}"})}
        )
        for number, one in enumerate(firms)
    ]
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        for number, name in enumerate(("Zed", "Zed Inc")):
            said = Said(sentence=f"{name} is here.", subject=f"Organization:{name}")
            store.write(make_extraction([said], source=f"https://zed.example/{number}"))
        store.write_all(firms[:-1])
        assert resolve(store).merged == 1
        store.write(firms[-1])
        assert (resolve(store).split, rule_merges(store)) == (1, set())
        assert is_resolved(store)
        store.retract(firms[0].document.id)
        assert resolve(store).merged == 1
        assert is_resolved(store)
