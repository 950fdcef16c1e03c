"""Whatever was done before, documents and persons' judgements alone decide what the graph is after resolution."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import KnowledgeGraphError
from graph.judgements import Judgement, Verdict
from graph.records import EntityId
from graph.resolution import persons, read_judgements, resolve
from graph.resolution.decisions import RULE
from graph.store import Store, open_store, read
from tests.factory import Said, make_extraction

DOCUMENTS = tuple(
    make_extraction(
        [
            Said(
                sentence=f"{subject} acquired {thing}.",
                subject=f"Organization:{subject}",
                predicate="ACQUIRED",
                object=f"Organization:{thing}",
            )
        ],
        source=f"https://news.example/{number}",
        published=f"2025-04-0{number + 1}",
    )
    for number, (subject, thing) in enumerate(
        (("Acme", "Dock"), ("Acme Inc", "Bolt"), ("ACME Ltd.", "Dock"), ("Bolt AI", "Ferry"), ("Bolt GmbH", "Cargo"))
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


@settings(max_examples=25, deadline=None, derandomize=True)
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
