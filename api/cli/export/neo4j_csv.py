"""The graph as a folder of CSV files for `neo4j-admin database import`: one per label and per group of relationships.

Streaming: one pass over the export, every file open. A list is joined by the unit separator (U+001F), which stands in
no text that was typed.
"""

import csv
import shlex
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from pydantic import JsonValue

from api.cli.export.property_graph import NODES, RELATIONSHIPS, Node, PropertyType, Relationship, elements
from graph.errors import UnwritableExport

LIST_MARK = "\x1f"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, after OWASP's page on CSV injection."""


def write_csv(export: Callable[[], Iterable[str]], folder: Path) -> str:
    """Write the files; gives the command that imports them.

    Args:
        export: Gives the lines of an export.
        folder: Is made; may be there, and empty.

    Raises:
        UnwritableExport: something is in it, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UnwritableExport(str(folder), "it is not empty")
        _write(export(), folder)
    except OSError as error:
        raise UnwritableExport(str(folder), (error.strerror or str(error)).lower()) from error
    return import_command(folder)


def import_command(folder: Path) -> str:
    """The command that fills an empty Neo4j database from the folder."""
    nodes = [f"--nodes={shlex.quote(str(folder / _node_file(label)))}" for label in NODES]
    relationships = [
        f"--relationships={shlex.quote(str(folder / _relationship_file(group)))}" for group in RELATIONSHIPS
    ]
    options = ["--array-delimiter=U+001F", "--multiline-fields=true"]
    return " \\\n  ".join(["neo4j-admin database import full neo4j", *options, *nodes, *relationships])


def _write(lines: Iterable[str], folder: Path) -> None:
    with ExitStack() as stack:

        def writer(name: str, header: list[str]) -> Callable[[list[str]], object]:
            file = stack.enter_context((folder / name).open("w", encoding="utf-8", newline=""))
            write = csv.writer(file, lineterminator="\n").writerow
            write(header)
            return write

        nodes = {
            label: writer(_node_file(label), [f"id:ID({label})", *_header(properties), ":LABEL"])
            for label, properties in NODES.items()
        }
        relationships = {
            group: writer(
                _relationship_file(group),
                [f":START_ID({ends.start})", *_header(ends.properties), f":END_ID({ends.end})", ":TYPE"],
            )
            for group, ends in RELATIONSHIPS.items()
        }
        for one in elements(lines):
            if isinstance(one, Node):
                nodes[one.label](_node_row(one))
            else:
                relationships[one.group](_relationship_row(one))


def _node_row(node: Node) -> list[str]:
    labels = [node.label, str(node.properties["kind"])] if node.label == "Entity" else [node.label]
    cells = [_cell(node.properties.get(name), kind) for name, kind in NODES[node.label].items()]
    return [safe(node.id), *cells, LIST_MARK.join(labels)]


def _relationship_row(one: Relationship) -> list[str]:
    cells = [_cell(one.properties.get(name), kind) for name, kind in RELATIONSHIPS[one.group].properties.items()]
    return [safe(one.start), *cells, safe(one.end), one.type]


def _cell(value: JsonValue, kind: PropertyType) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return safe(LIST_MARK.join(str(item).replace(LIST_MARK, " ") for item in value))
    if isinstance(value, bool):
        return str(value).lower()
    return safe(str(value)) if kind is PropertyType.TEXT else str(value)


def safe(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _header(properties: dict[str, PropertyType]) -> list[str]:
    return [f"{name}:{kind}" for name, kind in properties.items()]


def _node_file(label: str) -> str:
    return f"{label.casefold()}-nodes.csv"


def _relationship_file(group: str) -> str:
    return f"{group.casefold().replace('_', '-')}-relationships.csv"
