"""The kind that the claims of a digest settle on for each of its entities: a firm and its product have one name."""

from collections import Counter
from collections.abc import Sequence

from extraction.claims.assemble import ReadClaim
from extraction.claims.raw import RawClaim
from extraction.document import NamedEntity
from graph.ontology import Ontology


def settled_kinds(claims: Sequence[ReadClaim], entities: Sequence[NamedEntity], ontology: Ontology) -> list[str]:
    """The kind of each entity: its own, unless only another that context accepts lets its claims stand."""
    votes: list[Counter[str]] = [Counter() for _ in entities]
    for claim in claims:
        raw = claim.raw
        others: tuple[str | None, ...] = raw.object.kinds if raw.object else (None,)
        for kind in raw.subject.kinds:
            votes[raw.subject.entity][kind] += any(ontology.allows(raw.predicate, kind, other) for other in others)
        if raw.object is None:
            continue
        for kind in raw.object.kinds:
            fits = any(ontology.allows(raw.predicate, one, kind) for one in raw.subject.kinds)
            votes[raw.object.entity][kind] += fits
    kinds = []
    for entity, vote in zip(entities, votes, strict=True):
        best = entity.kind
        for kind in entity.also:
            if vote[kind] > 0 and vote[best] == 0:
                best = kind
        kinds.append(best)
    return kinds


def fits(raw: RawClaim, kinds: Sequence[str], ontology: Ontology) -> bool:
    """Whether the ontology allows a claim between entities of the kinds settled on."""
    object_kind = kinds[raw.object.entity] if raw.object else None
    return ontology.allows(raw.predicate, kinds[raw.subject.entity], object_kind)


def with_kind(entity: NamedEntity, kind: str) -> NamedEntity:
    """The entity as one of another kind, which the catalogue does not know."""
    if kind == entity.kind:
        return entity
    also = tuple(other for other in (entity.kind, *entity.also) if other != kind)
    return entity.model_copy(update={"kind": kind, "also": also, "catalogue_id": None})
