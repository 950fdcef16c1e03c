"""Portraits of the entities of a graph: what documents say of each, before anything was merged by judgement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.names import normalize
from graph.ontology import load_ontology
from graph.records import EntityId, Kind, Predicate
from graph.resolution.records import Neighbour, Portrait
from graph.store.protocol import Readable, Row
from graph.store.tally import Tally, profile_of
from graph.store.values import column

_BATCH = 500
"""Rows asked for at a time; chosen by hand: a few hundred kilobytes."""
_MAKING = frozenset({"DEVELOPED", "RELEASED"})
"""Predicates whose subject makes the object."""


def read_portraits(graph: Readable) -> dict[EntityId, Portrait]:
    """Every entity that a document names, by its own id, without neighbours."""
    kinds = {kind.casefold(): kind for kind in load_ontology().kinds}
    portraits: dict[EntityId, Portrait] = {}
    for row in _walk(graph):
        entity_id = EntityId(column(row, "entity_id", str))
        tally = Tally.model_validate_json(column(row, "tally", str))
        if tally.documents:
            portraits[entity_id] = portrait_of(entity_id, kinds[entity_id.partition("/")[0]], tally)
    return portraits


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


def with_neighbours(
    graph: Readable, portraits: Mapping[EntityId, Portrait], ids: Iterable[EntityId], leads: Mapping[EntityId, EntityId]
) -> dict[EntityId, Portrait]:
    """The portraits of these ids with what documents assert of them.

    Args:
        leads: Where merged ids lead to now: claims hang there.
    """
    wanted = set(ids)
    neighbours: dict[EntityId, set[Neighbour]] = defaultdict(set)
    canonical = sorted({leads.get(entity_id, entity_id) for entity_id in wanted})
    for start in range(0, len(canonical), _BATCH):
        for row in graph.execute_read("told_of_entities", {"ids": [*canonical[start : start + _BATCH]]}):
            subject_id, object_id = EntityId(str(row["subject_id"])), EntityId(str(row["object_id"]))
            predicate = Predicate(column(row, "predicate", str))
            neighbours[subject_id].add(Neighbour(predicate=predicate, role="subject", other_id=object_id))
            neighbours[object_id].add(Neighbour(predicate=predicate, role="object", other_id=subject_id))
    return {
        entity_id: portraits[entity_id].model_copy(
            update={
                "neighbours": frozenset(neighbours[entity_id]),
                "makers": _makers(neighbours[entity_id], portraits),
            }
        )
        for entity_id in wanted
    }


def _makers(neighbours: Iterable[Neighbour], portraits: Mapping[EntityId, Portrait]) -> tuple[str, ...]:
    ids = {one.other_id for one in neighbours if one.role == "object" and one.predicate in _MAKING}
    return tuple(sorted({portraits[maker].names[0] for maker in ids if maker in portraits}))


def _walk(graph: Readable) -> Iterator[Row]:
    after = ""
    while rows := graph.execute_read("tallies_walk", {"after_id": after, "limit": _BATCH}):
        yield from rows
        after = column(rows[-1], "entity_id", str)
