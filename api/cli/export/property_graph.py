"""The graph as nodes and relationships with properties: what GraphML and CSV both write."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from pydantic import JsonValue

from api.cli.export.records import Fields, objects_of, read_records, text_of


class PropertyType(StrEnum):
    """What a property holds."""

    TEXT = "string"
    TEXTS = "string[]"
    INTEGER = "int"
    NUMBER = "double"
    TRUTH = "boolean"


_TEXT, _TEXTS = PropertyType.TEXT, PropertyType.TEXTS
_INTEGER, _NUMBER, _TRUTH = PropertyType.INTEGER, PropertyType.NUMBER, PropertyType.TRUTH
_SPAN = {"start_char": _INTEGER, "end_char": _INTEGER}
_DATE = {"date": _TEXT, "date_start": _TEXT, "date_end": _TEXT, "date_precision": _TEXT}
_SEEN = {"first_seen": _TEXT, "last_seen": _TEXT}

NODES: dict[str, dict[str, PropertyType]] = {
    "Entity": {
        "name": _TEXT,
        "kind": _TEXT,
        "aliases": _TEXTS,
        "surface_forms": _TEXTS,
        "external_ids": _TEXTS,
        "catalogued": _TRUTH,
        "mentions": _INTEGER,
        "documents": _INTEGER,
        **_SEEN,
        "merged_into": _TEXT,
    },
    "Document": {
        "name": _TEXT,
        "source": _TEXT,
        "outlet": _TEXT,
        "language": _TEXT,
        "published": _TEXT,
        "text_hash": _TEXT,
        "characters": _INTEGER,
        "format": _TEXT,
        "current": _TRUTH,
    },
    "Passage": {"position": _INTEGER, "text": _TEXT, **_SPAN, "section": _TEXT, "role": _TEXT},
    "Claim": {
        "predicate": _TEXT,
        "subject_surface": _TEXT,
        "object_surface": _TEXT,
        "value": _TEXT,
        **_DATE,
        "factuality": _TEXT,
        "cue": _TEXT,
        "confidence": _NUMBER,
        "rule": _TEXT,
        "qualifiers": _TEXTS,
    },
    "Judgement": {
        "verdict": _TEXT,
        "merged_id": _TEXT,
        "kept_id": _TEXT,
        "decided_by": _TEXT,
        "reason": _TEXT,
        "score": _NUMBER,
    },
}
"""For each label, its properties beside `id`."""


class Ends(NamedTuple):
    """The labels that relationships of one group join, and their properties."""

    start: str
    end: str
    properties: dict[str, PropertyType]


RELATIONSHIPS: dict[str, Ends] = {
    "PART_OF_DOCUMENT": Ends("Passage", "Document", {}),
    "MENTIONS": Ends("Passage", "Entity", {"surface": _TEXT, **_SPAN}),
    "SUBJECT": Ends("Claim", "Entity", {}),
    "OBJECT": Ends("Claim", "Entity", {}),
    "EVIDENCED_BY": Ends("Claim", "Passage", {**_SPAN, "quote": _TEXT}),
    "EDGE": Ends(
        "Entity",
        "Entity",
        {**_DATE, "confidence": _NUMBER, "support": _INTEGER, "outlets": _INTEGER, **_SEEN, "claim_ids": _TEXTS},
    ),
}
"""Groups of relationships; the type of one in EDGE is its predicate, of any other the group's name."""


class Node(NamedTuple):
    """A node: `label` is one of `NODES`; an entity has its kind as a second label."""

    label: str
    id: str
    properties: Fields


class Relationship(NamedTuple):
    """A relationship: `group` is one of `RELATIONSHIPS`; `start` and `end` are ids of the labels it says."""

    group: str
    type: str
    start: str
    end: str
    properties: Fields


def elements(lines: Iterable[str]) -> Iterator[Node | Relationship]:
    """Every node and relationship of an export, in its order; a relationship may come before its ends."""
    for record, fields in read_records(lines):
        if record in _NODE_OF:
            yield _node(_NODE_OF[record], fields)
        if record in _RELATIONSHIPS_OF:
            yield from _RELATIONSHIPS_OF[record](fields)


_NODE_OF = {
    "entity": "Entity",
    "document": "Document",
    "passage": "Passage",
    "claim": "Claim",
    "judgement": "Judgement",
}


def _node(label: str, fields: Fields) -> Node:
    known: Fields = dict(fields)
    if label == "Document":
        known["name"] = fields["title"]
    if label == "Claim":
        date = fields["date"] if isinstance(fields["date"], dict) else {}
        known |= {"date": date.get("edtf"), "date_start": date.get("start"), "date_end": date.get("end")}
        known |= {"date_precision": date.get("precision"), "qualifiers": _qualifiers(fields["qualifiers"])}
    if label == "Judgement":
        known["id"] = f"{fields['verdict']} {fields['merged_id']} {fields['kept_id']}"
    return Node(label, text_of(known, "id"), _told(known, NODES[label]))


def _qualifiers(value: JsonValue) -> JsonValue:
    pairs = value if isinstance(value, list) else []
    return [f"{pair[0]}={pair[1]}" for pair in pairs if isinstance(pair, list)]


def _passage(fields: Fields) -> Iterator[Relationship]:
    yield _relationship("PART_OF_DOCUMENT", text_of(fields, "id"), text_of(fields, "document_id"), {})


def _mention(fields: Fields) -> Iterator[Relationship]:
    yield _relationship("MENTIONS", text_of(fields, "passage_id"), text_of(fields, "entity_id"), fields)


def _claim(fields: Fields) -> Iterator[Relationship]:
    claim = text_of(fields, "id")
    yield _relationship("SUBJECT", claim, text_of(fields, "subject_id"), {})
    if thing := text_of(fields, "object_id"):
        yield _relationship("OBJECT", claim, thing, {})
    for evidence in objects_of(fields, "evidence"):
        yield _relationship("EVIDENCED_BY", claim, text_of(evidence, "passage_id"), evidence)


def _edge(fields: Fields) -> Iterator[Relationship]:
    start, end = text_of(fields, "subject_id"), text_of(fields, "object_id")
    yield _relationship("EDGE", start, end, fields)._replace(type=text_of(fields, "predicate"))


_RELATIONSHIPS_OF = {"passage": _passage, "mention": _mention, "claim": _claim, "edge": _edge}


def _relationship(group: str, start: str, end: str, fields: Fields) -> Relationship:
    return Relationship(group, group, start, end, _told(fields, RELATIONSHIPS[group].properties))


def _told(fields: Fields, properties: dict[str, PropertyType]) -> Fields:
    return {name: fields[name] for name in properties if fields.get(name) not in (None, "", [])}
