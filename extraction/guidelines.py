"""An extraction as the JSON of the annotation guidelines, with offsets, ids, rules and confidence beside.

The same shape as gold, so that a person can read it, correct it and keep it as gold.
"""

from graph.records import Claim, Entity, EntityId, Extraction


def to_guidelines(extraction: Extraction) -> dict[str, object]:
    """The entities and claims of one digest, ready for `json.dumps`."""
    document = extraction.document
    entities = {entity.id: entity for entity in extraction.entities}
    return {
        "document": document.id,
        "source": document.source,
        "title": document.title,
        "language": document.language,
        "published": document.published,
        "entities": [_entity(entity, extraction) for entity in extraction.entities],
        "claims": [_claim(claim, entities) for claim in extraction.claims],
    }


def _entity(entity: Entity, extraction: Extraction) -> dict[str, object]:
    mentions = [
        {"surface": mention.surface, "start_char": mention.start_char, "end_char": mention.end_char}
        for mention in extraction.mentions
        if mention.entity_id == entity.id
    ]
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "surface_forms": list(entity.surface_forms),
        "aliases": list(entity.aliases),
        "catalogued": entity.catalogued,
        "mentions": mentions,
    }


def _claim(claim: Claim, entities: dict[EntityId, Entity]) -> dict[str, object]:
    subject = entities[claim.subject_id]
    object_ = entities[claim.object_id] if claim.object_id else None
    first = claim.evidence[0]
    return {
        "id": claim.id,
        "subject": subject.name,
        "subject_kind": subject.kind,
        "predicate": claim.predicate,
        "object": object_.name if object_ else claim.value,
        "object_kind": object_.kind if object_ else None,
        "date": claim.date.edtf if claim.date else None,
        "factuality": claim.factuality.value,
        "cue": claim.cue,
        "qualifiers": dict(claim.qualifiers),
        "evidence": first.quote,
        "evidences": [
            {"quote": item.quote, "start_char": item.start_char, "end_char": item.end_char} for item in claim.evidence
        ],
        "rule": claim.rule,
        "confidence": claim.confidence,
    }
