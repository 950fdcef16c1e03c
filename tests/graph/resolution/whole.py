"""What resolution must come to, found the slow way: every entity of a graph beside every other that shares a key."""

from graph.judgements import Judgement
from graph.records import EntityId
from graph.resolution.blocking import candidate_pairs
from graph.resolution.decisions import RULE, Decisions, decide
from graph.resolution.matcher import score_pair
from graph.resolution.portraits import Portraits
from graph.resolution.resolve import read_judgements, review
from graph.store import Store
from graph.store.protocol import Row


def decided_by_all(store: Store) -> Decisions:
    """The decisions over a whole graph."""
    portraits = Portraits(store).read_whole(ids_of(store))
    matches = [score_pair(portraits[left], portraits[right]) for left, right in candidate_pairs(portraits.values())]
    by_persons = [one for one in read_judgements(store) if one.decided_by != RULE]
    return decide(portraits, matches, by_persons, score=score_pair)


def is_resolved(store: Store) -> bool:
    """Whether the rule's judgements and the pairs left to a person are those that a look at everything gives."""
    decisions = decided_by_all(store)
    return set(decisions.merges) == rule_merges(store) and decisions.review == review(store)


def rule_merges(store: Store) -> set[Judgement]:
    """The merges of the rule that stand."""
    return {one for one in read_judgements(store) if one.decided_by == RULE}


def kept_index(store: Store) -> list[Row]:
    """What a graph keeps for resolution, in one order."""
    found: list[Row] = []
    for label, order in (("Changed", "n.id"), ("Compared", "n.id"), ("Block", "n.id"), ("OpenPair", "n.id")):
        rows = store.run_raw(f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY {order}", max_rows=100_000).rows
        found += [{**row[0], "label": label} for row in rows if isinstance(row[0], dict)]
    for one in found:
        if isinstance(keys := one.get("keys"), list):
            one["keys"] = sorted(keys)
    return found


def ids_of(store: Store) -> list[EntityId]:
    """Every entity that has a node."""
    rows = store.execute_read("entity_ids", {"after_id": "", "limit": 100_000})
    return [EntityId(str(row["entity_id"])) for row in rows]
