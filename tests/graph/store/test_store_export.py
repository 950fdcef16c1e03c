"""An export carries everything: imported, on either engine, it gives itself."""

from pathlib import Path

import pytest

from graph.errors import UnreadableExport
from graph.judgements import Judgement, Verdict
from graph.records import EntityId, Factuality
from graph.store import Store, open_store
from tests.factory import Said, day, make_extraction, month

OLD = Said(
    sentence="Acmé, Inc. acquired Bolt \u2028 <b>.",
    subject="Organization:Acmé, Inc.=Acmé",
    predicate="ACQUIRED",
    object="Product:Bolt",
    date=day("2025-04-14"),
    qualifiers=(("amount", "1 M€"), ("stake", "51 %")),
)
PLAN = Said(
    sentence="Acmé will release Dune.",
    subject="Organization:Acmé",
    predicate="RELEASED",
    object="Model:Dune",
    factuality=Factuality.PLANNED,
    date=month("2025-06", 30),
)


def fill(store: Store) -> list[str]:
    """A graph with everything in it: versions, a merge, all kinds of claims; gives its export."""
    store.write(make_extraction([OLD], published="2025-04-01"))
    store.write(make_extraction([OLD.model_copy(update={"confidence": 0.5}), PLAN], published="2025-05-01"))
    other = Said(sentence="Ecco is here.", subject="Organization:Ecco")
    store.write(make_extraction([other], source="", published=None, aliases={"Ecco": ("E",)}))
    store.judge(
        Judgement(
            verdict=Verdict.SAME,
            merged_id=EntityId("organization/ecco"),
            kept_id=EntityId("organization/acme"),
            decided_by="tests",
            reason="a test",
            score=0.75,
        )
    )
    return list(store.export_lines())


def test_an_import_gives_the_identical_graph(store: Store, tmp_path: Path) -> None:
    lines = fill(store)
    with open_store(f"embedded:{tmp_path / 'other.kgl'}") as other:
        assert other.import_lines(lines) == 3
        assert list(other.export_lines()) == lines


@pytest.mark.neo4j
def test_an_export_crosses_from_engine_to_engine(tmp_path: Path, empty_neo4j: str) -> None:
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as embedded:
        lines = fill(embedded)
    with open_store(empty_neo4j) as server:
        server.import_lines(lines)
        assert list(server.export_lines()) == lines


def test_an_export_is_one_json_record_a_line(store: Store) -> None:
    lines = fill(store)
    assert all(line.startswith("{") and line.endswith("}") and "\n" not in line for line in lines)
    assert len({line for line in lines if '"record":"graph"' in line}) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [], "it is empty"),
        (lambda lines: lines[1:], "line 1: it does not open an export"),
        (lambda lines: ['{"record":"graph","schema_version":99}', *lines[1:]], "line 1: it does not open an export"),
        (lambda lines: [lines[0], "nonsense"], "line 2: it is no JSON"),
        (lambda lines: [lines[0], "[1]"], "line 2: it is no record"),
        (lambda lines: [lines[0], '{"record":"passage"}'], "line 2: a record 'passage' is not expected here"),
        (lambda lines: [lines[0], '{"record":"document","id":"x"}'], "line 2: source: Field required"),
        (lambda lines: [*lines[:3], lines[3].replace('"document_id":"', '"document_id":"x')], "belongs to another"),
    ],
)
def test_what_is_no_export_is_refused_and_leaves_the_graph_empty(
    store: Store, tmp_path: Path, change: object, said: str
) -> None:
    assert callable(change)
    with open_store(f"embedded:{tmp_path / 'other.kgl'}") as other:
        lines = fill(other)
    with pytest.raises(UnreadableExport, match=said):
        store.import_lines(change(lines))
    assert len(list(store.export_lines())) == 1


def test_a_graph_that_holds_documents_is_not_imported_into(store: Store) -> None:
    lines = fill(store)
    with pytest.raises(UnreadableExport, match="already holds documents"):
        store.import_lines(lines)
    assert list(store.export_lines()) == lines
