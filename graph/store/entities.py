"""Entities in the graph: each node is recomputed from the tallies of what was merged into it.

An entity that no document names is not there; one that was merged keeps its node, with its own tally and
`merged_into`, and without the label of its kind.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.ontology import Ontology
from graph.records import EntityId, Kind
from graph.store.protocol import Readable, Row
from graph.store.tally import Tally, add, profile_of
from graph.store.values import column
from graph.store.words import put_words, rung_of, words_of
from graph.store.work import Work


class Stored(NamedTuple):
    """What the graph has of an entity: its own tally, and all its properties."""

    tally: Tally
    properties: Row


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


def stored_entities(work: Work, ids: Iterable[EntityId]) -> dict[EntityId, Stored]:
    """Those entities that the graph has."""
    rows = work.for_ids("stored_entities", sorted(set(ids)))
    return {EntityId(column(row, "id", str)): Stored(_tally(row), row) for row in rows}


def stored_tallies(work: Work, ids: Iterable[EntityId]) -> dict[EntityId, Tally]:
    """The tallies of those entities that the graph has."""
    return {entity_id: stored.tally for entity_id, stored in stored_entities(work, ids).items()}


def put_tallies(
    work: Work,
    tallies: Mapping[EntityId, Tally],
    leads: Mapping[EntityId, EntityId],
    *,
    known: Mapping[EntityId, Stored] | None = None,
    coming: Mapping[EntityId, int] | None = None,
) -> None:
    """Write entities with new tallies, and the canonical entities that they lead to; empty ones go.

    Args:
        tallies: The own tally of every entity that changed.
        leads: For each of them its canonical id.
        known: What `stored_entities` gives for both; looked up when None.
        coming: By canonical id, how many documents name it from now on that do not lead to it yet.
    """
    clusters: dict[EntityId, dict[EntityId, Tally]] = {leads[entity_id]: {} for entity_id in tallies}
    stored = stored_entities(work, {*clusters, *tallies}) if known is None else known
    for root, members in clusters.items():
        if root in stored:
            members[root] = stored[root].tally
    for row in work.for_ids("member_tallies", sorted(clusters)):
        member, root = EntityId(column(row, "entity_id", str)), EntityId(column(row, "canonical_id", str))
        if leads.get(member, root) == root:  # a member that is being split off belongs elsewhere
            clusters[root][member] = _tally(row)
    for entity_id, tally in tallies.items():
        clusters[leads[entity_id]][entity_id] = tally
    naming = _naming_documents(work, clusters, coming or {})
    rows: list[Row] = []
    gone: list[EntityId] = []
    for root, members in sorted(clusters.items()):
        rows += [
            _row(member, own, own, work.ontology, merged_into=root)
            for member, own in sorted(members.items())
            if member != root and own.documents and member in tallies
        ]
        gone += [member for member, own in members.items() if member != root and not own.documents]
        total = _total(members)
        if total.documents:
            total = total.model_copy(update={"documents": naming[root]}) if root in naming else total
            rows.append(_row(root, total, members.get(root, Tally()), work.ontology, merged_into=None))
        else:
            gone.append(root)
    _put_nodes(work, rows, gone, stored)
    work.for_ids("note_changed", sorted(tallies))


def _put_nodes(work: Work, rows: list[Row], gone: list[EntityId], stored: Mapping[EntityId, Stored]) -> None:
    """Write what changed of entities, and what search finds them by."""
    created: list[Row] = []
    changed: list[Row] = []
    words: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for row in rows:
        entity_id = EntityId(column(row, "id", str))
        before = stored[entity_id].properties if entity_id in stored else None
        words[entity_id] = (entity_words(before), entity_words(row))
        if before is None:
            created.append(row)
        elif changes := {name: value for name, value in row.items() if value != before[name]}:
            changed.append({"id": entity_id, "changes": changes})
    words |= {one: (entity_words(stored[one].properties), frozenset()) for one in gone if one in stored}
    work.put("create_entities", created)
    work.put("put_entities", changed)
    put_words(work, words)
    work.for_ids("remove_entities", sorted(gone))


def entity_words(row: Row | None) -> frozenset[str]:
    """The words that an entity of these properties hangs on; what was merged away must not be found."""
    if row is None or row["kind"] is None or row["merged_into"] is not None:
        return frozenset()
    return words_of(column(row, "search_text", str)) | {rung_of(column(row, "kind", str), column(row, "mentions", int))}


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


def _naming_documents(
    work: Work, clusters: Mapping[EntityId, Mapping[EntityId, Tally]], coming: Mapping[EntityId, int]
) -> dict[EntityId, int]:
    """How many documents name the clusters of several members: one that names two of them counts once."""
    several = {root: coming.get(root, 0) for root, members in sorted(clusters.items()) if len(members) > 1}
    for row in work.for_ids("naming_documents", list(several)):
        several[EntityId(column(row, "entity_id", str))] += column(row, "documents", int)
    return several


def _total(members: Mapping[EntityId, Tally]) -> Tally:
    if len(members) == 1:
        return next(iter(members.values()))
    total = Tally()
    for _, own in sorted(members.items()):
        total = add(total, own)
    return total


def _tally(row: Row) -> Tally:
    return Tally.model_validate_json(str(row["tally"] or "{}"))


def _row(entity_id: EntityId, shown: Tally, own: Tally, ontology: Ontology, *, merged_into: EntityId | None) -> Row:
    profile = profile_of(entity_id, shown)
    return {
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
    }
