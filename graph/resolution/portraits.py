"""Portraits of the entities of a graph: what documents say of each, before anything was merged by judgement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.names import normalize
from graph.ontology import load_ontology
from graph.records import EntityId, Kind, Predicate
from graph.resolution.records import Neighbour, Portrait
from graph.store.entities import canonical_ids, kind_of
from graph.store.protocol import Readable, Row, Value
from graph.store.tally import Tally, profile_of
from graph.store.values import column

_BATCH = 500
"""Rows asked for at a time; chosen by hand: a few hundred kilobytes."""
_MAKING = frozenset({"DEVELOPED", "RELEASED"})
"""Predicates whose subject makes the object."""


class Portraits:
    """The portraits of a graph, each read once, when it is first asked for."""

    def __init__(self, graph: Readable) -> None:
        self._graph = graph
        self._bare: dict[EntityId, Portrait | None] = {}
        self._whole: dict[EntityId, Portrait] = {}

    def read(self, ids: Iterable[EntityId]) -> dict[EntityId, Portrait]:
        """Those of these entities that a document names, without what is told of them."""
        wanted = set(ids)
        missing = sorted(wanted - self._bare.keys())
        self._bare |= dict.fromkeys(missing)
        for row in _rows(self._graph, "own_tallies", missing):
            entity_id = EntityId(column(row, "entity_id", str))
            tally = Tally.model_validate_json(column(row, "tally", str))
            if tally.documents:
                self._bare[entity_id] = portrait_of(entity_id, kind_of(entity_id, load_ontology()), tally)
        found = {entity_id: self._bare[entity_id] for entity_id in wanted}
        return {entity_id: portrait for entity_id, portrait in found.items() if portrait is not None}

    def read_whole(self, ids: Iterable[EntityId]) -> dict[EntityId, Portrait]:
        """The same with neighbours and makers."""
        bare = self.read(ids)
        missing = bare.keys() - self._whole.keys()
        neighbours = self._neighbours(missing)
        makers = {entity_id: _makers(neighbours[entity_id]) for entity_id in missing}
        named = self.read(maker for ids in makers.values() for maker in ids)
        for entity_id in missing:
            names = tuple(sorted({named[maker].names[0] for maker in makers[entity_id] if maker in named}))
            update = {"neighbours": frozenset(neighbours[entity_id]), "makers": names}
            self._whole[entity_id] = bare[entity_id].model_copy(update=update)
        return {entity_id: self._whole[entity_id] for entity_id in bare}

    def made_by(self, ids: Iterable[EntityId]) -> set[EntityId]:
        """What these entities make, as documents tell."""
        neighbours = self._neighbours(set(ids))
        return {
            one.other_id
            for entity_id in neighbours
            for one in neighbours[entity_id]
            if one.role == "subject" and one.predicate in _MAKING
        }

    def _neighbours(self, ids: Iterable[EntityId]) -> dict[EntityId, set[Neighbour]]:
        """What documents assert of entities themselves: claims hang where these lead to, and keep their own ids."""
        leads = canonical_ids(self._graph, ids)
        found: dict[EntityId, set[Neighbour]] = defaultdict(set)
        for row in _rows(self._graph, "told_of_entities", sorted(set(leads.values()))):
            subject_id, object_id = EntityId(str(row["subject_id"])), EntityId(str(row["object_id"]))
            predicate = Predicate(column(row, "predicate", str))
            found[subject_id].add(Neighbour(predicate=predicate, role="subject", other_id=object_id))
            found[object_id].add(Neighbour(predicate=predicate, role="object", other_id=subject_id))
        return {entity_id: found[entity_id] for entity_id in leads}


def portrait_of(entity_id: EntityId, kind: Kind, tally: Tally) -> Portrait:
    """An entity as its documents show it; forms that are a name but for case and accents are no other form."""
    profile = profile_of(entity_id, tally)
    names = (profile.name, *profile.aliases)
    known = {normalize(name) for name in names}
    return Portrait(
        id=entity_id,
        kind=kind,
        names=names,
        called=tuple(sorted(form for form in profile.surface_forms if normalize(form) not in known)),
        catalogued=profile.catalogued,
        external_ids=profile.external_ids,
        documents=tally.documents,
    )


def _makers(neighbours: Iterable[Neighbour]) -> set[EntityId]:
    return {one.other_id for one in neighbours if one.role == "object" and one.predicate in _MAKING}


def _rows(graph: Readable, query: str, ids: list[EntityId]) -> Iterator[Row]:
    for start in range(0, len(ids), _BATCH):
        batch: list[Value] = [*ids[start : start + _BATCH]]
        yield from graph.execute_read(query, {"ids": batch})
