"""The rows that documents give, for the query files that write them: many documents, one statement each."""

from graph.ontology import Ontology
from graph.records import Claim, DocumentId, Entity, EntityId, Extraction, Factuality, Passage
from graph.store.model import edge_key, recency_key, timeline_key
from graph.store.protocol import Row

_QUERIES = (
    "put_passages",
    "put_names",
    "put_mentions",
    "put_claims",
    "put_qualifiers",
    "put_objects",
    "put_evidence",
)


class ContentRows:
    """Rows by the query that writes them, in the order in which they must be written, and the edges to look at again.

    Args:
        ontology: Tells which predicates are symmetric.
        leads: The canonical id of every entity that the documents propose.
    """

    def __init__(self, ontology: Ontology, leads: dict[EntityId, EntityId]) -> None:
        self._ontology, self._leads = ontology, leads
        self.of_query: dict[str, list[Row]] = {name: [] for name in _QUERIES}
        self.edge_keys: set[str] = set()
        """Keys of the shadow edges that asserted claims of the documents support."""

    def add(self, reading: Extraction) -> None:
        """Add the rows of a document."""
        document, leads, rows = reading.document, self._leads, self.of_query
        rows["put_passages"] += [_passage_row(document.id, passage) for passage in reading.passages]
        rows["put_names"] += [_naming_row(document.id, entity, leads[entity.id]) for entity in reading.entities]
        rows["put_mentions"] += [
            {**mention.model_dump(), "canonical_id": leads[mention.entity_id]} for mention in reading.mentions
        ]
        for claim in reading.claims:
            key = self._edge_key(claim)
            if key and claim.factuality is Factuality.ASSERTED:
                self.edge_keys.add(key)
            rows["put_claims"].append(self._claim_row(reading, claim, key))
            if claim.qualifiers:
                qualifiers: Row = {f"qualifier_{name}": value for name, value in claim.qualifiers}
                rows["put_qualifiers"].append({"claim_id": claim.id, "properties": qualifiers})
            if claim.object_id is not None:
                rows["put_objects"].append({"claim_id": claim.id, "object_id": leads[claim.object_id]})
            rows["put_evidence"] += [{"claim_id": claim.id, **evidence.model_dump()} for evidence in claim.evidence]

    def _edge_key(self, claim: Claim) -> str | None:
        if claim.object_id is None:
            return None
        return edge_key(claim.predicate, self._leads[claim.subject_id], self._leads[claim.object_id], self._ontology)

    def _claim_row(self, reading: Extraction, claim: Claim, key: str | None) -> Row:
        document, date = reading.document, claim.date
        return {
            **claim.model_dump(mode="json", exclude={"date", "evidence", "qualifiers"}),
            "canonical_id": self._leads[claim.subject_id],
            "date": date.edtf if date else None,
            "date_start": date.start if date else None,
            "date_end": date.end if date else None,
            "date_precision": date.precision.value if date else None,
            "qualifier_names": [name for name, _ in claim.qualifiers],
            "qualifier_values": [value for _, value in claim.qualifiers],
            "document_id": document.id,
            "published": document.published,
            "outlet": document.outlet,
            "edge_key": key,
            "plan_key": key if claim.factuality is Factuality.PLANNED else None,
            "timeline_key": timeline_key(claim, document.published),
            "recency_key": recency_key(claim, document.published),
        }


def _passage_row(document_id: DocumentId, passage: Passage) -> Row:
    return {**passage.model_dump(), "document_id": document_id}


def _naming_row(document_id: DocumentId, entity: Entity, canonical_id: EntityId) -> Row:
    told = entity.model_dump(mode="json", exclude={"id"})
    return {**told, "document_id": document_id, "entity_id": entity.id, "canonical_id": canonical_id}
