"""What follows from scored pairs: which entities a rule merges, and which a person is asked about. No store here.

A pure function of portraits, matches and what persons judged, so that the same graph gives the same decisions in any
order. Persons' judgements always hold; a rule never joins what a person, the catalogue or a veto keeps apart.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from graph.judgements import Judgement, Verdict
from graph.records import EntityId, Record
from graph.resolution.matcher import MERGE, REVIEW
from graph.resolution.records import Match, Portrait

RULE = "rule of names and neighbours"
"""Who decided, in the judgements of this package."""


class Decisions(Record):
    """What the rule merges, and what it leaves to a person, best first."""

    merges: tuple[Judgement, ...]
    review: tuple[Match, ...]


def decide(
    portraits: Mapping[EntityId, Portrait],
    matches: Iterable[Match],
    judgements: Sequence[Judgement],
    *,
    score: Callable[[Portrait, Portrait], Match],
) -> Decisions:
    """Merge what matches well enough, best pairs first, and leave the doubtful ones to a person.

    Args:
        portraits: Entities by their own ids, with all that they match or that persons joined them to.
        matches: Among them.
        judgements: Those that persons took about them.
        score: Compares two entities of one cluster that blocking did not bring together.
    """
    clusters = _Clusters(portraits, judgements, score)
    accepted: dict[EntityId, list[Match]] = {}
    ranked = sorted(
        (match for match in matches if match.score >= REVIEW),
        key=lambda match: (-match.score, match.left_id, match.right_id),
    )
    for match in ranked:
        if match.score >= MERGE and clusters.join(match.left_id, match.right_id):
            for entity_id in (match.left_id, match.right_id):
                accepted.setdefault(entity_id, []).append(match)
    merges = [_merge(root, kept, clusters.members(root), accepted) for root, kept in clusters.merged_roots()]
    review: dict[tuple[EntityId, EntityId], Match] = {}
    for match in ranked:
        pair = clusters.left_open(match.left_id, match.right_id)
        if pair is not None:
            review.setdefault(pair, match.model_copy(update={"left_id": pair[0], "right_id": pair[1]}))
    open_pairs = sorted(review.values(), key=lambda match: (-match.score, match.left_id, match.right_id))
    return Decisions(merges=tuple(merges), review=tuple(open_pairs))


def _merge(
    root: EntityId, kept: EntityId, members: frozenset[EntityId], accepted: Mapping[EntityId, list[Match]]
) -> Judgement:
    """The judgement that merges what persons hold to be `root` into `kept`, with the best match that speaks for it."""
    best = min(
        (match for member in members for match in accepted.get(member, [])),
        key=lambda match: (-match.score, match.left_id, match.right_id),
    )
    names = f"“{best.left_name}” and “{best.right_name}”"
    return Judgement(
        verdict=Verdict.SAME,
        merged_id=root,
        kept_id=kept,
        decided_by=RULE,
        reason=f"{names}: {best.reason}",
        score=best.score,
    )


class _Clusters:
    """Entities held to be one: first by persons, then by matches that nothing speaks against."""

    def __init__(
        self,
        portraits: Mapping[EntityId, Portrait],
        judgements: Sequence[Judgement],
        score: Callable[[Portrait, Portrait], Match],
    ) -> None:
        self._portraits = portraits
        self._score = score
        steps = {one.merged_id: one.kept_id for one in judgements if one.verdict is Verdict.SAME}
        self._root = {entity_id: _end(entity_id, steps) for entity_id in portraits}
        units: dict[EntityId, set[EntityId]] = {}
        for entity_id, root in self._root.items():
            units.setdefault(root, set()).add(entity_id)
        self._units = {root: frozenset(members) for root, members in units.items()}
        self._cluster = {root: frozenset({root}) for root in units}
        apart = [one for one in judgements if one.verdict is Verdict.DIFFERENT]
        self._apart = {frozenset({_end(one.merged_id, steps), _end(one.kept_id, steps)}) for one in apart}

    def members(self, root: EntityId) -> frozenset[EntityId]:
        """The entities that persons hold to be one, under the id that they lead to."""
        return self._units[root]

    def join(self, left_id: EntityId, right_id: EntityId) -> bool:
        """Join two clusters, unless they are one, or something keeps any two of their members apart."""
        left, right = (self._cluster[self._root[one]] for one in (left_id, right_id))
        if left == right or not self._joinable(left, right):
            return False
        joined = left | right
        for root in joined:
            self._cluster[root] = joined
        return True

    def left_open(self, left_id: EntityId, right_id: EntityId) -> tuple[EntityId, EntityId] | None:
        """The ids under which two entities are to be reviewed; None when they are one or were judged to be two."""
        left, right = (self._cluster[self._root[one]] for one in (left_id, right_id))
        if left == right or self._judged_apart(left, right):
            return None
        first, second = sorted((self._kept(left), self._kept(right)))
        return first, second

    def merged_roots(self) -> list[tuple[EntityId, EntityId]]:
        """Every id that a rule leads to another, with that other, sorted."""
        found: list[tuple[EntityId, EntityId]] = []
        for root in sorted(self._cluster):
            kept = self._kept(self._cluster[root])
            if root != kept:
                found.append((root, kept))
        return found

    def _joinable(self, left: frozenset[EntityId], right: frozenset[EntityId]) -> bool:
        if self._judged_apart(left, right):
            return False
        # Persons may let a product lead to a model; a rule changes the kind of nothing.
        if len({root.rpartition("/")[0] for root in left | right}) > 1:
            return False
        if all(any(self._portraits[one].catalogued for one in self._all(side)) for side in (left, right)):
            return False
        # What persons merged may be called anything: one of its names must fit, not all.
        return all(self._best(a, b) >= REVIEW for a in left for b in right)

    def _best(self, left: EntityId, right: EntityId) -> float:
        """The best score between what persons hold to be one, and what they hold to be another."""
        return max(
            self._score(self._portraits[a], self._portraits[b]).score
            for a in self._units[left]
            for b in self._units[right]
        )

    def _judged_apart(self, left: frozenset[EntityId], right: frozenset[EntityId]) -> bool:
        return any(frozenset({a, b}) in self._apart for a in left for b in right)

    def _all(self, cluster: frozenset[EntityId]) -> list[EntityId]:
        return sorted(member for root in cluster for member in self._units[root])

    def _kept(self, cluster: frozenset[EntityId]) -> EntityId:
        return min(cluster, key=self._rank)

    def _rank(self, root: EntityId) -> tuple[bool, bool, int, EntityId]:
        """Known to the catalogue, then to the outside, then named by most documents, then first in the alphabet."""
        members = [self._portraits[member] for member in self._units[root]]
        return (
            not any(member.catalogued for member in members),
            not any(member.external_ids for member in members),
            -sum(member.documents for member in members),
            root,
        )


def _end(entity_id: EntityId, steps: Mapping[EntityId, EntityId]) -> EntityId:
    while entity_id in steps:
        entity_id = steps[entity_id]
    return entity_id
