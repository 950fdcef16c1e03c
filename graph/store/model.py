"""The names of the graph model that are not in the ontology, and the keys that claims are found and sorted by."""

from graph.ontology import Ontology
from graph.records import Claim, EntityId

SCHEMA_VERSION = 3
"""Goes up with every change of the model that needs a migration."""

STRUCTURAL_LABELS = frozenset(
    {"Document", "Passage", "Entity", "Claim", "Day", "Word", "Part", "Judgement", "LogEntry", "Meta", "Month"}
    | {"Changed", "Compared", "Block", "OpenPair"}
)
"""Node labels beside the kinds of the ontology; months are of schema version 1."""
STRUCTURAL_TYPES = frozenset(
    {"PART_OF_DOCUMENT", "MENTIONS", "NAMES", "SUBJECT", "OBJECT", "EVIDENCED_BY", "PUBLISHED_ON"}
    | {"HAS_WORD", "HAS_PART"}
)
"""Relationship types beside the predicates of the ontology."""

NO_DAY = "0000-00-00"
"""The day node of documents without a publication date: older than all."""
UNDATED = "9999-99-99"
"""Sorts after every date, so that undated claims end a timeline."""


def edge_key(predicate: str, subject_id: EntityId, object_id: EntityId, ontology: Ontology) -> str:
    """What the claims of one shadow edge share; a symmetric predicate runs from the smaller to the larger id."""
    if ontology.predicate(predicate).symmetric and object_id < subject_id:
        subject_id, object_id = object_id, subject_id
    return f"{subject_id} {predicate} {object_id}"


def split_edge_key(key: str) -> tuple[EntityId, str, EntityId]:
    """Subject id, predicate and object id of an edge; ids hold no space."""
    subject_id, predicate, object_id = key.split(" ")
    return EntityId(subject_id), predicate, EntityId(object_id)


def day_of(published: str | None) -> str:
    """The id of the day node of a publication date."""
    return published or NO_DAY


def timeline_key(claim: Claim, published: str | None) -> str:
    """Sorts a timeline: by the first day told, undated claims last, by publication."""
    date = claim.date
    told = (date.start or date.end) if date else None
    return f"{told or UNDATED} {published or UNDATED}"


def recency_key(claim: Claim, published: str | None) -> str:
    """Sorts the newest first, when turned round: the first day told, or else the day of publication."""
    date = claim.date
    told = (date.start or date.end) if date else None
    return told or published or ""
