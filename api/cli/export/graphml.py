"""The graph as GraphML: nodes first, then relationships, one element a line. Streaming: the export is read twice."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from api.cli.export.property_graph import NODES, RELATIONSHIPS, Node, PropertyType, elements
from api.cli.export.records import Fields

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold, not even escaped."""
_TYPES = {PropertyType.TEXTS: "string"}
"""GraphML has no lists: one is written as JSON."""
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"""


def graphml_lines(export: Callable[[], Iterable[str]]) -> Iterator[str]:
    """The lines of the file.

    Args:
        export: Gives the lines of an export, the same ones each time.
    """
    yield _HEAD
    nodes = {"label": PropertyType.TEXT, **{name: kind for group in NODES.values() for name, kind in group.items()}}
    edges = {"type": PropertyType.TEXT}
    edges |= {name: kind for ends in RELATIONSHIPS.values() for name, kind in ends.properties.items()}
    for target, properties in (("node", nodes), ("edge", edges)):
        for name, kind in properties.items():
            type_ = _TYPES.get(kind, kind)
            yield f'  <key id="{target}_{name}" for="{target}" attr.name="{name}" attr.type="{type_}"/>'
    yield '  <graph edgedefault="directed">'
    for one in elements(export()):
        if isinstance(one, Node):
            data = _data("node", {"label": one.label, **one.properties})
            yield f"    <node id={_attribute(f'{one.label}:{one.id}')}>{data}</node>"
    for one in elements(export()):
        if not isinstance(one, Node):
            ends = RELATIONSHIPS[one.group]
            source, target = _attribute(f"{ends.start}:{one.start}"), _attribute(f"{ends.end}:{one.end}")
            data = _data("edge", {"type": one.type, **one.properties})
            yield f"    <edge source={source} target={target}>{data}</edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(target: str, properties: Fields) -> str:
    return "".join(f'<data key="{target}_{name}">{_text(value)}</data>' for name, value in properties.items())


def _text(value: object) -> str:
    plain = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A bare carriage return would come back as a line end.
    return escape(_NOT_XML.sub("\ufffd", plain), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
