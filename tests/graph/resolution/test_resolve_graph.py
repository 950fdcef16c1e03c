"""Resolution of a graph, on both engines: merged, left to a person, taken back; twice, and in any order."""

from itertools import permutations
from pathlib import Path

import pytest

from graph.errors import ContradictoryJudgement, InvalidPerson
from graph.judgements import Verdict
from graph.records import EntityId, Extraction
from graph.resolution import resolve, review
from graph.resolution.decisions import RULE
from graph.resolution.persons import merge, reject, split
from graph.store import Store, open_store, read
from graph.store.check import check_graph
from tests.factory import Said, make_extraction
from tests.graph.resolution.whole import is_resolved, read_judgements, rule_merges

ACME, ACME_INC, BOLT, BOLT_AI = (EntityId(f"organization/{name}") for name in ("acme", "acme-inc", "bolt", "bolt-ai"))
ME = {"decided_by": "tests", "reason": "a test"}


def acquired(number: int, subject: str, thing: str) -> Extraction:
    """A document of one sentence."""
    return make_extraction(
        [
            Said(
                sentence=f"{subject} acquired {thing}.",
                subject=f"Organization:{subject}",
                predicate="ACQUIRED",
                object=f"Organization:{thing}",
            )
        ],
        source=f"https://news.example/{number}",
        published=f"2025-04-0{number}",
    )


DOCUMENTS = (
    acquired(1, "Acme", "Cargo"),
    acquired(2, "Acme Inc", "Dock"),
    acquired(3, "ACME, Inc.", "Bolt"),
    acquired(4, "Bolt AI", "Ferry"),
)


@pytest.fixture
def filled(store: Store) -> Store:
    for document in DOCUMENTS:
        store.write(document)
    return store


def merges(store: Store) -> set[tuple[str, str, str]]:
    """Who leads where, and who said so."""
    same = [one for one in read_judgements(store) if one.verdict is Verdict.SAME]
    return {(one.merged_id, one.kept_id, one.decided_by) for one in same}


def doubtful(store: Store) -> set[tuple[str, str]]:
    return {(match.left_id, match.right_id) for match in review(store)}


def test_what_is_certain_is_merged_and_what_is_doubtful_is_listed(filled: Store) -> None:
    report = resolve(filled)
    assert (report.merged, report.split, report.review) == (1, 0, 1)
    assert merges(filled) == {(ACME, ACME_INC, RULE)}
    assert doubtful(filled) == {(BOLT, BOLT_AI)}
    assert read.get_entity(filled, ACME_INC).merged == (ACME,)
    assert [one.reason for one in read_judgements(filled)] == [
        "“Acme” and “ACME, Inc.”: the names are equal without legal form, title or article (+0.96)"
    ]
    assert list(check_graph(filled)) == []


def test_running_twice_changes_nothing(filled: Store) -> None:
    resolve(filled)
    before = list(filled.export_lines())
    report = resolve(filled)
    assert (report.merged, report.split, report.review) == (0, 0, 1)
    assert list(filled.export_lines()) == before


def test_a_merge_that_no_longer_holds_is_taken_back(filled: Store) -> None:
    filled.retract(DOCUMENTS[0].document.id)
    without = list(filled.export_lines())
    filled.write(DOCUMENTS[0])
    resolve(filled)
    filled.retract(DOCUMENTS[0].document.id)
    assert resolve(filled).split == 1
    assert list(filled.export_lines()) == without


def test_what_a_person_splits_stays_split(filled: Store) -> None:
    resolve(filled)
    report = split(filled, ACME, **ME)
    assert (report.merged_id, report.kept_id, report.kept_apart) == (ACME, ACME_INC, True)
    assert (resolve(filled).merged, merges(filled)) == (0, set())
    assert doubtful(filled) == {(BOLT, BOLT_AI)}
    filled.reconsider(ACME, ACME_INC)
    assert resolve(filled).merged == 1


def test_a_person_decides_what_is_doubtful(filled: Store) -> None:
    resolve(filled)
    reject(filled, BOLT, BOLT_AI, **ME)
    assert (doubtful(filled), resolve(filled).review) == (set(), 0)
    with pytest.raises(ContradictoryJudgement):
        merge(filled, BOLT_AI, BOLT, **ME)


def test_a_persons_merge_is_undone_exactly(filled: Store) -> None:
    resolve(filled)
    before = list(filled.export_lines())
    assert merge(filled, BOLT_AI, BOLT, **ME).new is True
    assert (doubtful(filled), resolve(filled).merged) == (set(), 0)
    assert split(filled, BOLT_AI, **ME).kept_apart is False
    assert list(filled.export_lines()) == before


def test_merging_follows_where_an_id_leads(filled: Store) -> None:
    resolve(filled)
    decided = merge(filled, ACME, BOLT, **ME)
    assert (decided.judgement.merged_id, decided.judgement.kept_id) == (ACME_INC, BOLT)
    resolve(filled)
    assert merges(filled) == {(ACME_INC, BOLT, "tests"), (ACME, BOLT, RULE)}
    with pytest.raises(ContradictoryJudgement, match="both lead to organization/bolt already"):
        merge(filled, BOLT, ACME, **ME)
    split(filled, ACME_INC, **ME)
    resolve(filled)
    assert merges(filled) == {(ACME, ACME_INC, RULE)}


@pytest.mark.parametrize("name", ["", " ", RULE])
def test_only_persons_judge(filled: Store, name: str) -> None:
    with pytest.raises(InvalidPerson):
        merge(filled, BOLT_AI, BOLT, decided_by=name, reason="")


def test_a_document_tells_of_both_so_they_are_two(store: Store) -> None:
    store.write(acquired(1, "Acme", "Acme Inc"))
    assert (resolve(store).merged, doubtful(store)) == (0, set())


def test_a_model_meets_itself_under_its_makers_name(store: Store) -> None:
    def released(number: int, model: str) -> Extraction:
        said = Said(
            sentence=f"Acme released {model}.",
            subject="Organization:Acme",
            predicate="RELEASED",
            object=f"Model:{model}",
        )
        return make_extraction([said], source=f"https://news.example/{number}")

    for number, model in enumerate(("Nova 3", "Acme Nova 3", "Nova 4"), start=1):
        store.write(released(number, model))
    resolve(store)
    assert merges(store) == {("model/nova-3", "model/acme-nova-3", RULE)}


def test_a_maker_of_another_name_is_told_where_its_name_decided(store: Store) -> None:
    def released(number: int, maker: str, model: str) -> Extraction:
        said = Said(
            sentence=f"{maker.partition('=')[0]} released {model}.",
            subject=f"Organization:{maker}",
            predicate="RELEASED",
            object=f"Model:{model}",
        )
        return make_extraction([said], source=f"https://news.example/{number}")

    for number, (maker, model) in enumerate((("Acme", "Nova 3"), ("Acme", "Acme Nova 3"))):
        store.write(released(number, maker, model))
    resolve(store)
    for number in (2, 3, 4):
        store.write(released(number, "ACME=Acme", f"Zeta {number}"))
    resolve(store)
    assert [one.reason.split("; ")[0][-45:] for one in rule_merges(store)] == [
        "has its maker's name, ACME, before it (+0.94)"
    ]
    assert is_resolved(store)


def test_a_merge_of_something_gone_is_taken_back_with_what_it_kept_apart(filled: Store) -> None:
    """Bolt AI was judged to be Bolt, and not to be Acme; so Bolt was not either, until that is taken back."""
    merge(filled, BOLT_AI, BOLT, **ME)
    for name in (ACME, ACME_INC):
        reject(filled, BOLT_AI, name, **ME)
    filled.write(acquired(5, "Bolt Inc", "Ferry"))
    reject(filled, BOLT_AI, EntityId("organization/bolt-inc"), **ME)
    assert resolve(filled).merged == 1
    assert BOLT not in {side for merged, kept, who in merges(filled) if who == RULE for side in (merged, kept)}
    filled.retract(DOCUMENTS[3].document.id)
    resolve(filled)
    split(filled, BOLT_AI, **ME)
    assert resolve(filled).merged == 1
    assert is_resolved(filled)


def test_the_order_of_documents_and_runs_does_not_matter(tmp_path: Path) -> None:
    graphs: set[tuple[str, ...]] = set()
    for number, order in enumerate(permutations(DOCUMENTS)):
        with open_store(f"embedded:{tmp_path / f'{number}.kgl'}") as store:
            for document in order:
                store.write(document)
                if number % 2:
                    resolve(store)
            resolve(store)
            graphs.add(tuple(store.export_lines()))
    assert len(graphs) == 1


def test_an_export_brings_its_judgements(filled: Store, tmp_path: Path) -> None:
    resolve(filled)
    reject(filled, BOLT, BOLT_AI, **ME)
    lines = list(filled.export_lines())
    with open_store(f"embedded:{tmp_path / 'copy.kgl'}") as copy:
        copy.import_lines(lines)
        report = resolve(copy)
        assert (report.merged, report.split, report.review) == (0, 0, 0)
        assert list(copy.export_lines()) == lines
