"""Rows as records: the one place where columns become fields."""

from collections.abc import Sequence

from graph.records import Claim, Date, DatePrecision, Document, Evidence
from graph.store.answers import ClaimAnswer, DocumentSummary, EntityRef, EntitySummary, EvidenceAnswer
from graph.store.protocol import Row
from graph.store.values import column, maps, strings

_CLAIM_FIELDS = (
    "predicate",
    "subject_id",
    "subject_surface",
    "object_id",
    "object_surface",
    "value",
    "factuality",
    "cue",
    "confidence",
    "rule",
)
_SAME_NAMES = (
    "id",
    "predicate",
    "value",
    "date",
    "date_start",
    "date_end",
    "date_precision",
    "factuality",
    "cue",
    "confidence",
    "rule",
)
_DOCUMENT_FIELDS = ("id", "source", "outlet", "language", "published", "text_hash", "characters", "format")


def claim_of_row(row: Row, evidence: Sequence[Evidence]) -> Claim:
    """A claim as its document proposed it."""
    pairs = tuple(zip(strings(row["qualifier_names"]), strings(row["qualifier_values"]), strict=True))
    return Claim.model_validate(
        {"id": row["id"], "date": date_of_row(row), "qualifiers": pairs, "evidence": tuple(evidence)}
        | {name: row[name] for name in _CLAIM_FIELDS}
    )


def date_of_row(row: Row) -> Date | None:
    """The date of a claim, if it has one."""
    if row["date"] is None:
        return None
    precision = DatePrecision(column(row, "date_precision", str))
    return Date.model_validate(
        {"edtf": row["date"], "start": row["date_start"], "end": row["date_end"], "precision": precision}
    )


def document_of_row(row: Row) -> Document:
    """A document as it was read."""
    return Document.model_validate({"title": row["name"], **{name: row[name] for name in _DOCUMENT_FIELDS}})


def claim_answer(row: Row) -> ClaimAnswer:
    """A claim of the query `claims_by_id`."""
    same = {"document_id": row["document_id"], "published": row["published"]}
    return ClaimAnswer.model_validate(
        {name: row[name] for name in _SAME_NAMES}
        | same
        | {
            "subject": _entity_ref(row, "subject"),
            "object": _entity_ref(row, "object"),
            "qualifiers": dict(zip(strings(row["qualifier_names"]), strings(row["qualifier_values"]), strict=True)),
            "evidence": tuple(EvidenceAnswer.model_validate(item | same) for item in maps(row["evidence"])),
        }
    )


def entity_summary(row: Row) -> EntitySummary:
    """An entity of a list."""
    return EntitySummary.model_validate({name: row[name] for name in EntitySummary.model_fields})


def document_summary(row: Row) -> DocumentSummary:
    """A document of a list."""
    return DocumentSummary.model_validate(
        {"title": row["name"], **{name: row[name] for name in DocumentSummary.model_fields if name != "title"}}
    )


def _entity_ref(row: Row, end: str) -> EntityRef | None:
    if row[f"{end}_entity_id"] is None:
        return None
    return EntityRef.model_validate(
        {"id": row[f"{end}_entity_id"], "name": row[f"{end}_name"], "kind": row[f"{end}_kind"]}
    )
