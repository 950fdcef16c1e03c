"""The header of a Cypher file: what it is called, what it answers, what goes in, what comes out.

    // name: claims_about
    // what: Claims whose subject is the entity, newest first.
    // params:
    //   entity_id: string   canonical id
    // returns:
    //   claim_id: string

A section without lines is written `// params: none`. Types: string, integer, float, boolean, map, list<...>; a
question mark allows null. That the header and the statement agree is the concern of `graph.store.queries`.
"""

import re
from collections.abc import Sequence

from graph.errors import InvalidHeader
from graph.records import Record

_SECTION = re.compile(r"// (name|what|params|returns):(?: (.*))?")
_FIELD = re.compile(r"//   ([a-z][a-z0-9_]*): ([a-z<>]+)(\?)?(?:\s+(.*))?")
_CONTINUED = re.compile(r"//   +(\S.*)")
_TYPE = re.compile(r"(?:string|integer|float|boolean|map|list<(?:string|integer|float|boolean|map)>)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ORDER = ("name", "what", "params", "returns")


class Field(Record):
    """A declared parameter or column."""

    name: str
    type: str
    optional: bool
    meaning: str


class Header(Record):
    """What the comment lines at the top of a Cypher file declare."""

    name: str
    what: str
    params: tuple[Field, ...]
    returns: tuple[Field, ...]


def parse_header(lines: Sequence[str], where: str) -> Header:
    """The header in the comment lines that open a file.

    Raises:
        InvalidHeader: a section is missing, doubled or out of order, or a line has another form.
    """
    sections: dict[str, tuple[str, list[str]]] = {}
    current = ""
    for line in lines:
        if found := _SECTION.fullmatch(line):
            current = found[1]
            if current in sections:
                raise InvalidHeader(where, f"section {current!r} comes twice")
            sections[current] = (found[2] or "", [])
        elif current:
            sections[current][1].append(line)
        else:
            raise InvalidHeader(where, f"the header starts with {line!r}, not with a name")
    if tuple(sections) != _ORDER:
        raise InvalidHeader(where, f"the sections are {', '.join(sections) or 'missing'}, not {', '.join(_ORDER)}")
    name, (what, more) = sections["name"][0], sections["what"]
    if not _NAME.fullmatch(name):
        raise InvalidHeader(where, f"{name!r} is no name: use lower case, digits and underscores")
    continued = [found[1] if (found := _CONTINUED.fullmatch(line)) else "" for line in more]
    if not what or not all(continued):
        raise InvalidHeader(where, "'what' must be a sentence")
    return Header(
        name=name,
        what=" ".join((what, *continued)),
        params=_fields(*sections["params"], where),
        returns=_fields(*sections["returns"], where),
    )


def _fields(inline: str, lines: list[str], where: str) -> tuple[Field, ...]:
    if (inline == "none") == bool(lines) or inline not in ("", "none"):
        raise InvalidHeader(where, "a section lists one field a line, or says 'none'")
    fields = []
    for line in lines:
        found = _FIELD.fullmatch(line)
        if not found or not _TYPE.fullmatch(found[2]):
            raise InvalidHeader(where, f"{line!r} is not '//   name: type   meaning'")
        fields.append(Field(name=found[1], type=found[2], optional=bool(found[3]), meaning=(found[4] or "").strip()))
    names = [field.name for field in fields]
    if len(set(names)) < len(names):
        raise InvalidHeader(where, "a field is declared twice")
    return tuple(fields)
