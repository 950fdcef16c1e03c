"""What follows from scored pairs, without a graph: chains, vetoes, persons, and which id is kept."""

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.judgements import Judgement, Verdict, apart
from graph.records import EntityId
from graph.resolution.decisions import Decisions, decide
from graph.resolution.matcher import score_pair
from graph.resolution.records import Portrait
from tests.graph.resolution.whole import candidate_pairs


def portraits(*names: str, **fields: object) -> dict[EntityId, Portrait]:
    """Organizations by their names; the id is the name in lower case with hyphens."""
    known: dict[EntityId, Portrait] = {}
    for name in names:
        entity_id = EntityId(name.lower().replace(" ", "-"))
        values = {"id": entity_id, "kind": "Organization", "names": (name,), **fields}
        known[entity_id] = Portrait.model_validate(values)
    return known


def decided(known: dict[EntityId, Portrait], judgements: Iterable[Judgement] = ()) -> Decisions:
    """The decisions over all pairs."""
    matches = [score_pair(left, right) for left, right in combinations(known.values(), 2)]
    return decide(known, matches, tuple(judgements), score=score_pair)


def merges(decisions: Decisions) -> set[tuple[str, str]]:
    return {(one.merged_id, one.kept_id) for one in decisions.merges}


def same(merged_id: str, kept_id: str) -> Judgement:
    return Judgement(
        verdict=Verdict.SAME,
        merged_id=EntityId(merged_id),
        kept_id=EntityId(kept_id),
        decided_by="tests",
        reason="a test",
    )


def test_the_catalogues_entity_is_kept_then_that_of_most_documents() -> None:
    assert merges(decided(portraits("Acme") | portraits("Acme Inc", documents=2))) == {("acme", "acme-inc")}
    known = portraits("Acme Inc", documents=9) | portraits("Acme", catalogued=True)
    assert merges(decided(known)) == {("acme-inc", "acme")}


def test_a_chain_does_not_join_what_the_catalogue_has_as_two() -> None:
    known = portraits("Acme", "Acme Corp", catalogued=True) | portraits("Acme Inc")
    assert len(merges(decided(known))) == 1


def test_a_person_keeps_a_whole_cluster_apart() -> None:
    known = portraits("Acme", "Acme Inc", "Acme Ltd")
    verdict = apart(EntityId("acme"), EntityId("acme-inc"), decided_by="tests", reason="a test")
    found = decided(known, [verdict])
    assert len(merges(found)) == 1
    assert not {("acme", "acme-inc"), ("acme-inc", "acme")} & merges(found)


def test_what_persons_merged_is_one_and_keeps_its_id() -> None:
    known = portraits("Acme", "Acme Inc", "Zenith")
    assert merges(decided(known, [same("acme", "zenith")])) == {("acme-inc", "zenith")}


def test_what_persons_merged_with_a_known_thing_is_not_merged_with_another() -> None:
    known = portraits("Zenith", "Acme Corp", catalogued=True) | portraits("Acme")
    assert merges(decided(known, [same("acme", "zenith")])) == set()


@given(st.permutations(["Acme", "Acme Inc", "ACME Ltd", "Acme AI", "Bolt", "Bolt Corp", "Acme 2", "A.C.M.E."]))
def test_the_order_of_entities_does_not_matter(order: list[str]) -> None:
    def of(names: list[str]) -> Decisions:
        known = portraits(*names)
        matches = [score_pair(known[left], known[right]) for left, right in candidate_pairs(known.values())]
        return decide(known, matches, (), score=score_pair)

    assert of(order) == of(sorted(order))


def test_the_rule_changes_the_kind_of_nothing() -> None:
    """A person let a model lead to a product; another spelling of the model is left to a person, not made a product."""
    ids = {"model/nova-one": "Nova One", "model/novaone": "NovaOne", "product/nova-one": "Nova One"}
    known = {
        EntityId(one): Portrait.model_validate(
            {"id": one, "kind": "Model" if one.startswith("model") else "Product", "names": (name,)}
        )
        for one, name in ids.items()
    }
    assert merges(decided(known)) == {("model/novaone", "model/nova-one")}
    found = decided(known, [same("model/nova-one", "product/nova-one")])
    assert merges(found) == set()
    assert [(match.left_id, match.right_id) for match in found.review] == [("model/novaone", "product/nova-one")]
