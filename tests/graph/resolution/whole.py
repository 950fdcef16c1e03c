"""What resolution must come to, found the slow way: every entity of a graph beside every other that shares a key."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from graph.judgements import Judgement
from graph.records import EntityId
from graph.resolution.blocking import CROWD, keys_of
from graph.resolution.decisions import RULE, Decisions, decide
from graph.resolution.matcher import score_pair
from graph.resolution.portraits import Portraits
from graph.resolution.records import Portrait
from graph.resolution.resolve import review
from graph.store import Store
from graph.store.judged import list_judgements
from graph.store.protocol import Row


def candidate_pairs(portraits: Iterable[Portrait]) -> list[tuple[EntityId, EntityId]]:
    """Pairs of ids worth comparing, each once and sorted."""
    blocks: dict[str, set[EntityId]] = defaultdict(set)
    for portrait in portraits:
        for key in keys_of(portrait):
            blocks[key].add(portrait.id)
    pairs: set[tuple[EntityId, EntityId]] = set()
    for members in blocks.values():
        if 1 < len(members) <= CROWD:
            pairs.update(combinations(sorted(members), 2))
    return sorted(pairs)


def read_judgements(store: Store) -> tuple[Judgement, ...]:
    """Every judgement of a graph, by id."""
    taken = list_judgements(store, limit=10_000).items
    return tuple(Judgement.model_validate(one.model_dump(include={*Judgement.model_fields})) for one in taken)


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
