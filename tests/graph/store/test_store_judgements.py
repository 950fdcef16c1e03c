"""Merging and splitting on both engines: what follows, what may not be, and that splitting restores what was."""

import pytest

from graph.errors import ContradictoryJudgement, EntityMerged, EntityNotFound, NotJudgedApart, NotMerged
from graph.judgements import Judgement, Verdict, apart
from graph.records import EntityId
from graph.store import Store, read
from graph.store.check import check_graph
from graph.store.conflicts import find_conflicts
from graph.store.merging import judgements_about
from tests.factory import Said, day, make_extraction

ACME, ACME_CORP, BOLT, CARGO = (EntityId(f"organization/{name}") for name in ("acme", "acme-corp", "bolt", "cargo"))
FIRST = make_extraction(
    [
        Said(
            sentence="Acme acquired Bolt.",
            subject="Organization:Acme",
            predicate="ACQUIRED",
            object="Organization:Bolt",
            date=day("2025-04-01"),
        ),
        Said(
            sentence="Acme works with Acme Corp.",
            subject="Organization:Acme",
            predicate="PARTNERED_WITH",
            object="Organization:Acme Corp",
        ),
    ]
)
SECOND = make_extraction(
    [
        Said(
            sentence="Acme Corp acquired Bolt.",
            subject="Organization:Acme Corp",
            predicate="ACQUIRED",
            object="Organization:Bolt",
        ),
        Said(
            sentence="Cargo acquired Acme Corp.",
            subject="Organization:Cargo",
            predicate="ACQUIRED",
            object="Organization:Acme Corp",
        ),
    ],
    source="https://b.example/2",
    published="2025-05-02",
)


def same(merged_id: EntityId, kept_id: EntityId) -> Judgement:
    """The judgement that merges one entity into another."""
    return Judgement(verdict=Verdict.SAME, merged_id=merged_id, kept_id=kept_id, decided_by="tests", reason="a test")


@pytest.fixture
def filled(store: Store) -> Store:
    """Two documents about Acme, Acme Corp, Bolt and Cargo."""
    store.write(FIRST)
    store.write(SECOND)
    return store


def edges(store: Store) -> set[tuple[object, ...]]:
    """Every shadow edge: subject id, predicate, object id, support."""
    query = "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, type(r) AS t, b.id AS b, r.support AS n"
    return {tuple(row) for row in store.run_raw(query).rows}


def graph(store: Store) -> list[str]:
    """The export."""
    return list(store.export_lines())


def test_a_merge_moves_everything_to_the_kept_entity(filled: Store) -> None:
    assert filled.judge(same(ACME_CORP, ACME)) is True
    assert edges(filled) == {(ACME, "ACQUIRED", BOLT, 2), (CARGO, "ACQUIRED", ACME, 1)}
    acme = read.get_entity(filled, ACME)
    assert (acme.name, acme.mentions, acme.documents, acme.merged) == ("Acme", 5, 2, (ACME_CORP,))
    assert acme.surface_forms == ("Acme Corp", "Acme")
    assert (acme.first_seen, acme.last_seen) == ("2025-04-30", "2025-05-02")


def test_a_merged_id_tells_where_it_went_and_is_not_found(filled: Store) -> None:
    filled.judge(same(ACME_CORP, ACME))
    with pytest.raises(EntityMerged) as caught:
        read.get_entity(filled, ACME_CORP)
    assert caught.value.canonical_id == ACME
    assert [entity.id for entity in read.search_entities(filled, "acme corp").items] == [ACME]
    assert ACME_CORP not in [entity.id for entity in read.search_entities(filled, "", limit=100).items]
    assert read.status(filled).entities == 3
    organizations = {row[0] for row in filled.run_raw("MATCH (o:Organization) RETURN o.id AS id").rows}
    assert organizations == {ACME, BOLT, CARGO}


def test_a_split_restores_exactly_what_was(filled: Store) -> None:
    before = graph(filled)
    filled.judge(same(ACME_CORP, ACME))
    assert graph(filled) != before
    assert filled.split(ACME_CORP) == ACME
    assert graph(filled) == before


def test_a_chain_is_split_in_the_middle(filled: Store) -> None:
    filled.judge(same(CARGO, ACME_CORP))
    middle = graph(filled)
    filled.judge(same(ACME_CORP, ACME))
    with pytest.raises(EntityMerged) as caught:
        read.get_entity(filled, CARGO)
    assert caught.value.canonical_id == ACME
    filled.split(ACME_CORP)
    assert graph(filled) == middle


def test_the_order_of_a_chain_does_not_matter(filled: Store) -> None:
    filled.judge(same(CARGO, ACME_CORP))
    filled.judge(same(ACME_CORP, ACME))
    whole = graph(filled)
    filled.split(CARGO)
    alone = graph(filled)
    assert alone != whole
    filled.split(ACME_CORP)
    filled.judge(same(ACME_CORP, ACME))
    assert graph(filled) == alone


def test_a_judgement_outlives_its_entities(filled: Store) -> None:
    filled.judge(same(ACME_CORP, ACME))
    merged = graph(filled)
    filled.retract(FIRST.document.id)
    filled.retract(SECOND.document.id)
    filled.write(SECOND)
    assert edges(filled) == {(ACME, "ACQUIRED", BOLT, 1), (CARGO, "ACQUIRED", ACME, 1)}
    assert read.get_entity(filled, ACME).name == "Acme Corp"
    filled.write(FIRST)
    assert graph(filled) == merged


def test_documents_may_come_and_go_while_merged(filled: Store) -> None:
    filled.retract(FIRST.document.id)
    without = graph(filled)
    filled.write(FIRST)
    filled.judge(same(ACME_CORP, ACME))
    filled.retract(FIRST.document.id)
    filled.split(ACME_CORP)
    assert graph(filled) == without


def test_the_same_judgement_twice_changes_nothing(filled: Store) -> None:
    filled.judge(same(ACME_CORP, ACME))
    before = graph(filled)
    assert filled.judge(same(ACME_CORP, ACME)) is False
    assert graph(filled) == before


def test_what_cannot_be_merged_is_told_and_nothing_changes(filled: Store) -> None:
    filled.judge(same(ACME_CORP, ACME))
    filled.judge(apart(ACME, CARGO, decided_by="tests", reason="a test"))
    before = graph(filled)
    for judgement, error in (
        (same(ACME, ACME), ContradictoryJudgement),
        (same(ACME, ACME_CORP), EntityMerged),
        (same(ACME_CORP, BOLT), ContradictoryJudgement),
        (same(BOLT, ACME_CORP), EntityMerged),
        (same(CARGO, ACME), ContradictoryJudgement),
        (same(ACME, CARGO), ContradictoryJudgement),
        (same(EntityId("organization/none"), ACME), EntityNotFound),
        (same(BOLT, EntityId("organization/none")), EntityNotFound),
    ):
        with pytest.raises(error):
            filled.judge(judgement)
    with pytest.raises(NotMerged):
        filled.split(BOLT)
    assert graph(filled) == before


NOVA, NOVA_PRODUCT = EntityId("organization/nova"), EntityId("product/nova")


def acquired(buyer: str, thing: str) -> Said:
    """That an organization acquired a thing."""
    return Said(
        sentence=f"{buyer} bought {thing.partition(':')[2]}.",
        subject=f"Organization:{buyer}",
        predicate="ACQUIRED",
        object=thing,
    )


def of_two_kinds(store: Store) -> None:
    """Nova, which one digest takes for a company and another for a product."""
    raised = Said(sentence="Nova raised 3 M.", subject="Organization:Nova", predicate="RAISED", value="3 M")
    told = [acquired("Acme", "Organization:Nova"), acquired("Nova", "Organization:Bolt"), raised]
    store.write(make_extraction(told, source="https://c.example/3"))
    store.write(make_extraction([acquired("Cargo", "Product:Nova")], source="https://d.example/4"))


def test_entities_of_two_kinds_are_merged_and_claims_that_do_not_fit_are_kept_aside(store: Store) -> None:
    of_two_kinds(store)
    before, drawn = graph(store), edges(store)
    assert store.judge(same(NOVA, NOVA_PRODUCT)) is True
    assert edges(store) == {(ACME, "ACQUIRED", NOVA_PRODUCT, 1), (CARGO, "ACQUIRED", NOVA_PRODUCT, 1)}
    nova = read.get_entity(store, NOVA_PRODUCT)
    assert (nova.kind, nova.claims, nova.merged) == ("Product", 4, (NOVA,))
    told = read.find_claims(store, subject_id=NOVA_PRODUCT).items
    assert {(claim.predicate, claim.evidence[0].quote) for claim in told} == {
        ("ACQUIRED", "Nova bought Bolt."),
        ("RAISED", "Nova raised 3 M."),
    }
    assert {claim.object.name for claim in find_conflicts(store)[0].claims if claim.object} == {"Nova"}
    assert list(check_graph(store)) == []
    assert store.split(NOVA) == NOVA_PRODUCT
    assert (graph(store), edges(store)) == (before, drawn)


def test_documents_may_come_and_go_while_two_kinds_are_merged(store: Store) -> None:
    of_two_kinds(store)
    store.judge(same(NOVA, NOVA_PRODUCT))
    merged = graph(store)
    late = make_extraction([acquired("Nova", "Organization:Dock")], source="https://e.example/5")
    store.write(late)
    assert list(check_graph(store)) == []
    assert NOVA_PRODUCT not in {edge[0] for edge in edges(store)}
    with_late = graph(store)
    store.split(NOVA)
    assert (NOVA, "ACQUIRED", EntityId("organization/dock"), 1) in edges(store)
    store.judge(same(NOVA, NOVA_PRODUCT))
    assert graph(store) == with_late
    store.retract(late.document.id)
    assert graph(store) == merged


def test_a_person_confirms_what_a_rule_merged(filled: Store) -> None:
    by_rule = same(ACME_CORP, ACME).model_copy(update={"score": 0.9, "decided_by": "a rule"})
    filled.judge(by_rule)
    assert filled.judge(same(ACME_CORP, ACME)) is True
    assert [(one.decided_by, one.score) for one in judgements_about(filled, [ACME])] == [("tests", None)]
    assert (filled.judge(by_rule), filled.judge(same(ACME_CORP, ACME))) == (False, False)


def test_what_was_judged_the_same_is_not_judged_different(filled: Store) -> None:
    filled.judge(same(ACME_CORP, ACME))
    with pytest.raises(ContradictoryJudgement):
        filled.judge(apart(ACME, ACME_CORP, decided_by="tests", reason="a test"))


def test_that_two_are_different_can_be_taken_back(filled: Store) -> None:
    before = graph(filled)
    filled.judge(apart(ACME, CARGO, decided_by="tests", reason="a test"))
    filled.reconsider(CARGO, ACME)
    assert graph(filled) == before
    with pytest.raises(NotJudgedApart):
        filled.reconsider(ACME, CARGO)
    assert filled.judge(same(CARGO, ACME)) is True
