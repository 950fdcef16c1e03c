"""An export's lines as records, seen as the graph is now: current documents only, merged entities followed."""

import json
from collections.abc import Iterable, Iterator

from pydantic import JsonValue

Fields = dict[str, JsonValue]

_OF_DOCUMENTS = frozenset({"passage", "naming", "mention", "claim"})
_REFERENCES = {"mention": ("entity_id",), "claim": ("subject_id", "object_id")}
"""Fields that lead to entities as a document named them."""


def read_records(lines: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    """What each line is, and its fields, in the order of the export.

    Of documents that a newer version superseded, only the document itself. Memory grows with merges only: they come
    first in an export, and every later id is followed through them.
    """
    leads: dict[str, str] = {}
    current = True
    for line in lines:
        fields: Fields = json.loads(line)
        record = str(fields.pop("record"))
        if record == "judgement" and fields["verdict"] == "same":
            leads[str(fields["merged_id"])] = str(fields["kept_id"])
        if record == "document":
            current = bool(fields["current"])
        if record in _OF_DOCUMENTS and not current:
            continue
        for name in _REFERENCES.get(record, ()):
            if fields[name] is not None:
                fields[name] = _follow(str(fields[name]), leads)
        yield record, fields


def text_of(fields: Fields, name: str) -> str:
    """A field as text; empty when it has none."""
    value = fields.get(name)
    return "" if value is None else str(value)


def texts_of(fields: Fields, name: str) -> list[str]:
    """A field that is a list, as texts."""
    value = fields.get(name)
    return [str(item) for item in value] if isinstance(value, list) else []


def objects_of(fields: Fields, name: str) -> list[Fields]:
    """A field that is a list of objects."""
    value = fields.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _follow(entity: str, leads: dict[str, str]) -> str:
    seen = {entity}
    while (following := leads.get(entity)) is not None and following not in seen:
        seen.add(following)
        entity = following
    return entity
