"""Extractions before they are written: checked, and put into one order, so that equal readings are equal records."""

import hashlib
import re
from collections import Counter

from pydantic_core import PydanticSerializationError

from graph.errors import ConstraintViolated
from graph.ontology import Ontology, load_ontology
from graph.records import Claim, Extraction

_QUALIFIER = re.compile(r"[a-z][a-z0-9_]*")


def checked_reading(extraction: Extraction) -> Extraction:
    """A reading as it may be written: checked, and in a fixed order. Raises as `check_reading` does."""
    check_reading(extraction, load_ontology())
    return canonical_reading(extraction)


def canonical_reading(extraction: Extraction) -> Extraction:
    """The same reading with everything in a fixed order and repeated mentions dropped."""
    claims = [
        claim.model_copy(
            update={
                "evidence": tuple(sorted(set(claim.evidence), key=lambda e: (e.passage_id, e.start_char, e.end_char))),
                "qualifiers": tuple(sorted(claim.qualifiers)),
            }
        )
        for claim in extraction.claims
    ]
    entities = [
        entity.model_copy(
            update={
                "surface_forms": tuple(sorted(set(entity.surface_forms))),
                "aliases": tuple(sorted(set(entity.aliases))),
                "external_ids": tuple(sorted(set(entity.external_ids))),
            }
        )
        for entity in extraction.entities
    ]
    return Extraction(
        document=extraction.document,
        passages=tuple(sorted(extraction.passages, key=lambda passage: (passage.position, passage.id))),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        mentions=tuple(
            sorted(set(extraction.mentions), key=lambda m: (m.passage_id, m.start_char, m.end_char, m.entity_id))
        ),
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
    )


def reading_hash(extraction: Extraction) -> str:
    """SHA-256, in hex, of a canonical reading."""
    return hashlib.sha256(extraction.model_dump_json().encode()).hexdigest()


def check_reading(extraction: Extraction, ontology: Ontology) -> None:
    """Refuse a reading that could not stand in the graph.

    Raises:
        UnknownKind, UnknownPredicate, KindMismatch: the ontology does not allow a claim or an entity.
        ConstraintViolated: an id comes twice, or something points outside the document.
    """
    try:
        extraction.model_dump_json()
    except PydanticSerializationError as error:
        raise ConstraintViolated(f"document {extraction.document.id!r} holds text that is not valid Unicode") from error
    kinds: dict[str, str] = {entity.id: entity.kind for entity in extraction.entities}
    passages: set[str] = {passage.id for passage in extraction.passages}
    counted: Counter[str] = Counter(entity.id for entity in extraction.entities)
    counted.update(passage.id for passage in extraction.passages)
    counted.update(claim.id for claim in extraction.claims)
    if twice := sorted(item for item, count in counted.items() if count > 1):
        raise ConstraintViolated(f"{twice[0]!r} comes twice in document {extraction.document.id!r}")
    for entity in extraction.entities:
        ontology.kind(entity.kind)
        if not entity.id.startswith(f"{entity.kind.casefold()}/") or " " in entity.id:
            raise ConstraintViolated(f"{entity.id!r} is no id for an entity of the kind {entity.kind}")
    for mention in extraction.mentions:
        if mention.entity_id not in kinds or mention.passage_id not in passages:
            raise ConstraintViolated(f"mention {mention.surface!r} names an entity or passage not in the document")
    for claim in extraction.claims:
        _check_claim(claim, kinds, passages, ontology)


def _check_claim(claim: Claim, kinds: dict[str, str], passages: set[str], ontology: Ontology) -> None:
    ends = {claim.subject_id} | ({claim.object_id} if claim.object_id else set())
    if missing := sorted(end for end in ends if end not in kinds):
        raise ConstraintViolated(f"claim {claim.id!r} is about {missing[0]!r}, which the document does not name")
    if (claim.object_id is None) == (claim.value is None):
        raise ConstraintViolated(f"claim {claim.id!r} must have either an object or a value")
    if any(evidence.passage_id not in passages for evidence in claim.evidence):
        raise ConstraintViolated(f"claim {claim.id!r} has evidence outside the document")
    if bad := [name for name, _ in claim.qualifiers if not _QUALIFIER.fullmatch(name)]:
        raise ConstraintViolated(f"claim {claim.id!r} has a qualifier named {bad[0]!r}")
    ontology.check(claim.predicate, kinds[claim.subject_id], kinds[claim.object_id] if claim.object_id else None)
