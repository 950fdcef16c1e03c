"""Which entities share which keys, kept in the graph, so that the neighbours of a few are found without the others.

    (:Compared {id: "organization/acme", name: "Acme", keys: ["Organization name acme", ...]})
    (:Block {id: "Organization name acme", members: ["organization/acme", "organization/acme-inc"]})

An entity stands there as it was when it was last compared. The index is not part of what a graph says, and no export
has it: it is made again from the entities.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from graph.records import EntityId, Record
from graph.resolution.blocking import CROWD, keys_of
from graph.resolution.records import Portrait
from graph.store.protocol import Readable, Row, Value
from graph.store.values import column, strings
from graph.store.work import Work

_BATCH = 2_000
"""Keys or ids asked for at a time; chosen by hand: a few hundred kilobytes."""


class Compared(Record):
    """An entity as it was last compared."""

    name: str
    keys: frozenset[str]


class Index:
    """The keys of a graph as they are kept, and as they are after entities were compared again."""

    def __init__(self, graph: Readable) -> None:
        self._graph = graph
        self._compared: dict[EntityId, Compared | None] = {}
        self._blocks: dict[str, frozenset[EntityId]] = {}
        self._renewed: set[EntityId] = set()
        self._refilled: set[str] = set()

    def renew(self, ids: Collection[EntityId], portraits: Mapping[EntityId, Portrait]) -> set[EntityId]:
        """Put entities under the keys that they have now; gives others for which that makes a difference.

        Args:
            ids: Of those whose keys may have changed, gone ones too.
            portraits: Of those that are there.

        Returns:
            The members of blocks that have become a crowd, or no longer are one. What else shares a key with `ids` is
            found by `pairs_of`.
        """
        before = self._read_compared(ids)
        after = {
            entity_id: Compared(name=portraits[entity_id].names[0], keys=keys_of(portraits[entity_id]))
            if entity_id in portraits
            else None
            for entity_id in ids
        }
        come: dict[str, set[EntityId]] = {}
        gone: dict[str, set[EntityId]] = {}
        for entity_id in ids:
            old, new = ((one.keys if one else frozenset()) for one in (before[entity_id], after[entity_id]))
            for key in new - old:
                come.setdefault(key, set()).add(entity_id)
            for key in old - new:
                gone.setdefault(key, set()).add(entity_id)
            if before[entity_id] != after[entity_id]:
                self._renewed.add(entity_id)
        self._compared |= after
        crowds: set[EntityId] = set()
        for key, members in self._read_blocks(come.keys() | gone.keys()).items():
            now = (members | come.get(key, set())) - gone.get(key, set())
            if (len(now) > CROWD) != (len(members) > CROWD):
                crowds |= members | now
            self._blocks[key] = now
            self._refilled.add(key)
        return crowds

    def names_before(self, ids: Iterable[EntityId]) -> dict[EntityId, str]:
        """The names under which entities were last compared, of those that were."""
        return {entity_id: one.name for entity_id, one in self._read_compared(ids).items() if one}

    def pairs_of(self, ids: Collection[EntityId]) -> set[tuple[EntityId, EntityId]]:
        """Every pair worth comparing that has one of these entities, its smaller id first."""
        compared = {entity_id: one.keys for entity_id, one in self._read_compared(ids).items() if one}
        blocks = self._read_blocks(set(chain.from_iterable(compared.values())))
        return {
            (min(entity_id, other), max(entity_id, other))
            for entity_id, keys in compared.items()
            for key in keys
            if len(blocks[key]) <= CROWD
            for other in blocks[key]
            if other != entity_id
        }

    def write(self, work: Work) -> None:
        """Keep what was changed."""
        renewed = {entity_id: self._compared[entity_id] for entity_id in sorted(self._renewed)}
        work.put(
            "put_compared",
            [
                {"id": entity_id, "name": one.name, "keys": [*sorted(one.keys)]}
                for entity_id, one in renewed.items()
                if one
            ],
        )
        work.for_ids("remove_compared", [entity_id for entity_id, one in renewed.items() if one is None])
        blocks = {key: self._blocks[key] for key in sorted(self._refilled)}
        work.put(
            "put_blocks", [{"id": key, "members": [*sorted(members)]} for key, members in blocks.items() if members]
        )
        work.for_ids("remove_blocks", [key for key, members in blocks.items() if not members])

    def _read_compared(self, ids: Iterable[EntityId]) -> dict[EntityId, Compared | None]:
        wanted = set(ids)
        missing = sorted(wanted - self._compared.keys())
        self._compared |= dict.fromkeys(missing)
        for row in _rows(self._graph, "compared", missing):
            self._compared[EntityId(column(row, "entity_id", str))] = Compared(
                name=column(row, "name", str), keys=frozenset(strings(row["keys"]))
            )
        return {entity_id: self._compared[entity_id] for entity_id in wanted}

    def _read_blocks(self, keys: Collection[str]) -> dict[str, frozenset[EntityId]]:
        missing = sorted(keys - self._blocks.keys())
        self._blocks |= dict.fromkeys(missing, frozenset())
        for row in _rows(self._graph, "blocks", missing):
            self._blocks[column(row, "key", str)] = frozenset(map(EntityId, strings(row["members"])))
        return {key: self._blocks[key] for key in keys}


def _rows(graph: Readable, query: str, ids: list[str] | list[EntityId]) -> Iterator[Row]:
    for start in range(0, len(ids), _BATCH):
        batch: list[Value] = [*ids[start : start + _BATCH]]
        yield from graph.execute_read(query, {"ids": batch})
