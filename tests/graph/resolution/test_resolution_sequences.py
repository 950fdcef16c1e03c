"""Whatever was done before, documents and persons' judgements alone decide what the graph is after resolution.

A run looks only at what changed, and comes to what a look at everything does.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase

from graph.errors import KnowledgeGraphError
from graph.judgements import Judgement, Verdict
from graph.records import EntityId
from graph.resolution import persons, read_judgements, resolve, review
from graph.resolution.blocking import CROWD
from graph.resolution.decisions import RULE
from graph.store import Store, open_store, read
from graph.store.check import check_graph
from tests.factory import Said, make_extraction
from tests.graph.resolution.whole import is_resolved, kept_index, rule_merges

DOCUMENTS = tuple(
    make_extraction(
        [
            Said(
                sentence=f"{subject} acquired {thing}.",
                subject=f"Organization:{subject}",
                predicate="ACQUIRED",
                object=f"Organization:{thing}",
            ),
            Said(
                sentence=f"{subject} released {made.partition(':')[2].partition('=')[0]}.",
                subject=f"Organization:{subject}",
                predicate="RELEASED",
                object=made,
            ),
        ],
        source=f"https://news.example/{number // 2}",
        published=f"2025-04-0{number + 1}",
    )
    for number, (subject, thing, made) in enumerate(
        (
            ("Acme", "Dock", "Model:Nova 3"),
            ("Acme Inc", "Bolt", "Model:Acme Nova 3"),
            ("ACME Ltd.", "Dock", "Product:Nova 3"),
            ("Bolt AI", "Ferry", "Model:Bolt V2"),
            ("Bolt GmbH", "Cargo", "Model:V2"),
            # Two documents call a company by the form of a third, so that its name changes as they come and go.
            ("Akme=Acme", "Ferry", "Model:Nova 3"),
            ("Akme=Acme", "Bolt", "Product:Nova 3=Nova 3"),
        )
    )
)
IDS = tuple(sorted({entity.id for document in DOCUMENTS for entity in document.entities}))

Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("write", "retract", "merge", "split", "reject", "reconsider", "resolve")),
        st.integers(0, len(IDS) - 1),
        st.integers(0, len(IDS) - 1),
    ),
    min_size=5,
    max_size=25,
)


def take(store: Store, step: Step) -> None:
    """Do one step; what is refused changes nothing."""
    what, first, second = step
    document, left, right = DOCUMENTS[first % len(DOCUMENTS)], IDS[first], IDS[second]
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


def deepest_first(merges: Iterable[Judgement]) -> list[Judgement]:
    """Merges in an order in which they can be carried out: what leads to an id before that id leads elsewhere."""
    steps = {one.merged_id: one for one in merges}

    def depth(entity_id: EntityId) -> int:
        return 1 + depth(steps[entity_id].kept_id) if entity_id in steps else 0

    return sorted(steps.values(), key=lambda one: (-depth(one.merged_id), one.id))


def from_scratch(folder: Path, written: set[str], judgements: Iterable[Judgement]) -> list[str]:
    """The graph of these documents in the light of these judgements."""
    known = [one for one in judgements if one.decided_by != RULE]
    with open_store(f"embedded:{folder / 'scratch.kgl'}") as store:
        for document in DOCUMENTS:
            store.write(document)
        for judgement in deepest_first(one for one in known if one.verdict is Verdict.SAME):
            store.judge(judgement)
        for judgement in (one for one in known if one.verdict is Verdict.DIFFERENT):
            store.judge(judgement)
        for document in DOCUMENTS:
            if document.document.id not in written:
                store.retract(document.document.id)
        resolve(store)
        return list(store.export_lines())


@settings(max_examples=40, deadline=None, derandomize=True)
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
        for step in (*steps, ("resolve", 0, 0)):
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


@settings(max_examples=60, deadline=None, derandomize=True)
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
        one.model_copy(update={"document": one.document.model_copy(update={"source": f"https://news.example/{number}"})})
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
