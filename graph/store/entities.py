"""Entities in the graph: each node is recomputed from the tallies of what was merged into it.

An entity that no document names is not there; one that was merged keeps its node, with its own tally and
`merged_into`, and without the label of its kind.
"""

from collections.abc import Iterable, Mapping

from graph.ontology import Ontology
from graph.records import EntityId, Kind
from graph.store.protocol import Readable, Row
from graph.store.tally import Tally, add, profile_of
from graph.store.values import column
from graph.store.work import Work


def canonical_ids(graph: Readable, ids: Iterable[EntityId]) -> dict[EntityId, EntityId]:
    """Where each id leads by the judgements: to itself unless merged. Chains are followed to their end."""
    leads = {entity_id: entity_id for entity_id in ids}
    open_ids = set(leads)
    while open_ids:
        steps = {
            EntityId(column(row, "merged_id", str)): EntityId(column(row, "kept_id", str))
            for row in graph.execute_read("merges_of", {"ids": [*sorted(open_ids)]})
        }
        leads = {entity_id: steps.get(end, end) for entity_id, end in leads.items()}
        open_ids = set(steps.values())
    return leads


def stored_tallies(work: Work, ids: Iterable[EntityId]) -> dict[EntityId, Tally]:
    """The tallies of those entities that the graph has."""
    rows = work.for_ids("entity_tallies", sorted(set(ids)))
    return {
        EntityId(column(row, "entity_id", str)): Tally.model_validate_json(column(row, "tally", str)) for row in rows
    }


def put_tallies(work: Work, tallies: Mapping[EntityId, Tally], leads: Mapping[EntityId, EntityId]) -> None:
    """Write entities with new tallies, and the canonical entities that they lead to; empty ones go.

    Args:
        tallies: The own tally of every entity that changed.
        leads: For each of them its canonical id.
    """
    clusters: dict[EntityId, dict[EntityId, Tally]] = {leads[entity_id]: {} for entity_id in tallies}
    for root, own in stored_tallies(work, clusters).items():
        clusters[root][root] = own
    for row in work.for_ids("member_tallies", sorted(clusters)):
        member, root = EntityId(column(row, "entity_id", str)), EntityId(column(row, "canonical_id", str))
        if leads.get(member, root) == root:  # a member that is being split off belongs elsewhere
            clusters[root][member] = _tally(row)
    for entity_id, tally in tallies.items():
        clusters[leads[entity_id]][entity_id] = tally
    several = sorted(root for root, members in clusters.items() if len(members) > 1)
    documents = {
        column(row, "entity_id", str): column(row, "documents", int)
        for row in work.for_ids("naming_documents", several)
    }
    rows: list[Row] = []
    gone: list[str] = []
    for root, members in sorted(clusters.items()):
        rows += [
            _row(member, own, own, work.ontology, merged_into=root)
            for member, own in sorted(members.items())
            if member != root and own.documents
        ]
        gone += [member for member, own in members.items() if member != root and not own.documents]
        total = Tally()
        for _, own in sorted(members.items()):
            total = add(total, own)
        if total.documents:
            total = total.model_copy(update={"documents": documents.get(root, total.documents)})
            rows.append(_row(root, total, members.get(root, Tally()), work.ontology, merged_into=None))
        else:
            gone.append(root)
    work.put("put_entities", rows)
    work.for_ids("remove_entities", sorted(gone))


def label_kinds(work: Work, ids: Iterable[EntityId], template: str = "set_kind") -> None:
    """Give entities the label of their kind, or take it away with the template `unset_kind`."""
    by_kind: dict[Kind, list[str]] = {}
    for entity_id in sorted(set(ids)):
        by_kind.setdefault(kind_of(entity_id, work.ontology), []).append(entity_id)
    for kind, members in by_kind.items():
        work.for_ids(template, members, kind)


def kind_of(entity_id: EntityId, ontology: Ontology) -> Kind:
    """The kind that an id says."""
    prefix = entity_id.partition("/")[0]
    return next(kind for kind in ontology.kinds if kind.casefold() == prefix)


def _tally(row: Row) -> Tally:
    return Tally.model_validate_json(column(row, "tally", str))


def _row(entity_id: EntityId, shown: Tally, own: Tally, ontology: Ontology, *, merged_into: EntityId | None) -> Row:
    profile = profile_of(entity_id, shown)
    return {
        "id": entity_id,
        "properties": {
            "id": entity_id,
            "kind": kind_of(entity_id, ontology),
            "name": profile.name,
            "catalogued": profile.catalogued,
            "aliases": list(profile.aliases),
            "surface_forms": list(profile.surface_forms),
            "external_ids": list(profile.external_ids),
            # Search must not find what was merged away.
            "search_text": "" if merged_into else profile.search_text,
            "mentions": shown.mentions,
            "documents": shown.documents,
            "first_seen": shown.first,
            "last_seen": shown.last,
            "tally": own.model_dump_json(),
            "merged_into": merged_into,
        },
    }
