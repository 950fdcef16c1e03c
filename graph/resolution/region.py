"""The part of a graph that some changes can make a difference to: what has to be compared and decided again.

Decisions about one entity depend on those that it matches, on those that judgements join it to, and on theirs in turn;
on nothing else. So what is decided within such a region is what a look at the whole graph would decide.
"""

from collections.abc import Collection, Iterable

from graph.judgements import Judgement, Verdict
from graph.records import EntityId
from graph.resolution.decisions import RULE, Decisions, decide
from graph.resolution.index import Index
from graph.resolution.matcher import REVIEW, score_pair
from graph.resolution.portraits import Portraits
from graph.resolution.records import Match, Portrait
from graph.store.merging import judgements_about
from graph.store.protocol import Readable

_LOOKED_AT = 0.25
"""Score by names alone from which neighbours are looked at; below, not even a common maker makes one of two."""

Pair = tuple[EntityId, EntityId]


class Region:
    """Entities, the matches among them, and the judgements about them.

    `ids` holds the entities to decide about and gone ones that judgements name; `judgements` are by their ids.
    """

    def __init__(self, graph: Readable, index: Index, portraits: Portraits) -> None:
        self._graph, self._index, self._portraits = graph, index, portraits
        self._seen: set[Pair] = set()
        self._scores: dict[Pair, Match] = {}
        self.ids: set[EntityId] = set()
        self.judgements: dict[str, Judgement] = {}
        self._matches: dict[Pair, Match] = {}

    def grow(self, seeds: Collection[EntityId]) -> None:
        """Take in these entities and all that their decisions depend on."""
        edge = set(seeds) - self.ids
        while edge:
            self.ids |= edge
            found = judgements_about(self._graph, sorted(edge))
            self.judgements |= {one.id: one for one in found}
            joined = {side for one in found if one.verdict is Verdict.SAME for side in (one.merged_id, one.kept_id)}
            matches = self._compare(self._index.pairs_of(edge))
            self._matches |= matches
            edge = (joined | {side for pair in matches for side in pair}) - self.ids

    def standing(self) -> set[Judgement]:
        """The merges of the rule that stand."""
        return {one for one in self.judgements.values() if one.decided_by == RULE and one.verdict is Verdict.SAME}

    def decide(self) -> Decisions:
        """What the rule merges, and what it leaves to a person."""
        same = [one for one in self.judgements.values() if one.verdict is Verdict.SAME]
        compared = {side for pair in self._matches for side in pair}
        compared |= {side for one in same for side in (one.merged_id, one.kept_id)}
        portraits = self._portraits.read(self.ids) | self._portraits.read_whole(compared)
        by_persons = [one for one in self.judgements.values() if one.decided_by != RULE]
        return decide(portraits, self._matches.values(), by_persons, score=self._score)

    def _compare(self, pairs: Iterable[Pair]) -> dict[Pair, Match]:
        """The matches among pairs that were not compared before, from the score from which a person is asked."""
        new = sorted(set(pairs) - self._seen)
        self._seen.update(new)
        bare = self._portraits.read(side for pair in new for side in pair)
        likely = [
            (left, right)
            for left, right in new
            if left in bare and right in bare and score_pair(bare[left], bare[right]).score >= _LOOKED_AT
        ]
        whole = self._portraits.read_whole(side for pair in likely for side in pair)
        for left, right in likely:
            self._scores[left, right] = score_pair(whole[left], whole[right])
        return {pair: self._scores[pair] for pair in likely if self._scores[pair].score >= REVIEW}

    def _score(self, left: Portrait, right: Portrait) -> Match:
        pair = (min(left.id, right.id), max(left.id, right.id))
        if pair not in self._scores:
            self._scores[pair] = score_pair(left, right)
        return self._scores[pair]
