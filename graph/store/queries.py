"""The Cypher files: loaded once, each checked against its own header and the ontology, then found by name.

One statement a file; the folder is its mode. Templates are rendered for every kind or predicate of the ontology when
they are loaded, never from input. The shape (a query is a plain record with its place) is after aiosql.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from graph.errors import InvalidHeader, MissingParameter, UnexpectedRow, UnknownQuery
from graph.ontology import Ontology, load_ontology
from graph.records import Record
from graph.settings import CYPHER_FOLDER
from graph.store.headers import Field, parse_header
from graph.store.model import STRUCTURAL_LABELS, STRUCTURAL_TYPES
from graph.store.protocol import Parameters, Row
from graph.store.scan import code_words, count_statements, tokens

Mode = Literal["schema", "write", "read"]
MODES: tuple[Mode, ...] = ("schema", "write", "read")
WRITE_WORDS = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "DROP", "FOREACH", "LOAD", "INSERT", "CALL"}
)
"""Keywords of clauses that change a graph, reach out of it, or may do so."""
_KIND, _PREDICATE = "{{KIND}}", "{{PREDICATE}}"


class Query(Record):
    """A checked Cypher file. `variant` is the kind or predicate that a template was rendered for, or empty."""

    name: str
    mode: Mode
    what: str
    params: tuple[Field, ...]
    returns: tuple[Field, ...]
    text: str
    variant: str = ""

    def check_parameters(self, parameters: Parameters) -> None:
        """Raise MissingParameter unless exactly the declared parameters are given, null only where allowed."""
        declared = {field.name for field in self.params}
        wrong = sorted(declared ^ set(parameters))
        wrong += [field.name for field in self.params if not field.optional and parameters.get(field.name, "") is None]
        if wrong:
            raise MissingParameter(self.name, ", ".join(wrong))

    def check_columns(self, row: Row) -> None:
        """Raise UnexpectedRow unless the row has the declared columns in the declared order."""
        if list(row) != (declared := [field.name for field in self.returns]):
            raise UnexpectedRow(self.name, f"columns {list(row)} instead of {declared}")


class Queries(Record):
    """All queries by name; a template has one per variant."""

    plain: dict[str, Query]
    rendered: dict[tuple[str, str], Query]

    def get(self, name: str, variant: str = "") -> Query:
        """The query of that name, for that kind or predicate when it is a template. Raises UnknownQuery."""
        found = self.rendered.get((name, variant)) if variant else self.plain.get(name)
        if found is None:
            raise UnknownQuery(f"{name} for {variant}" if variant else name)
        return found

    def of_mode(self, mode: Mode) -> list[Query]:
        """The queries of one folder, by name."""
        return sorted((query for query in self.plain.values() if query.mode == mode), key=lambda query: query.name)


@cache
def load_queries(folder: Path = CYPHER_FOLDER) -> Queries:
    """The queries under `folder`.

    Raises:
        InvalidHeader: a file and its header disagree, or it does what its folder forbids.
    """
    ontology = load_ontology()
    plain: dict[str, Query] = {}
    rendered: dict[tuple[str, str], Query] = {}
    for mode in MODES:
        for path in sorted((folder / mode).glob("*.cypher")):
            if path.stem in plain:
                raise InvalidHeader(str(path.relative_to(folder)), "another folder has a query of this name")
            plain[path.stem] = parse_query(path.read_text("utf-8"), name=path.stem, mode=mode, ontology=ontology)
    for path in sorted((folder / "templates").glob("*.cypher")):
        text = path.read_text("utf-8")
        for marker, variants in ((_KIND, ontology.kinds), (_PREDICATE, ontology.predicates)):
            for variant in variants if marker in text else ():
                query = parse_query(text.replace(marker, variant), name=path.stem, mode="write", ontology=ontology)
                rendered[path.stem, variant] = query.model_copy(update={"variant": variant})
    return Queries(plain=plain, rendered=rendered)


def parse_query(source: str, *, name: str, mode: Mode, ontology: Ontology) -> Query:
    """One file's text as a checked query.

    Raises:
        InvalidHeader: naming the file and what is wrong with it.
    """
    where = f"{mode}/{name}.cypher"
    lines = source.splitlines()
    end = next((index for index, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header, text = parse_header(lines[:end], where), "\n".join(lines[end:]).strip()
    if header.name != name:
        raise InvalidHeader(where, f"the header says {header.name!r}")
    if count_statements(text) != 1:
        raise InvalidHeader(where, "a file holds exactly one statement")
    _check_parameters(text, header.params, where)
    if (returned := returned_columns(text)) != (declared := [field.name for field in header.returns]):
        raise InvalidHeader(where, f"it returns {returned}, the header says {declared}")
    if unknown := sorted(_unknown_names(text, ontology)):
        raise InvalidHeader(where, f"the ontology knows no {', '.join(unknown)}")
    if mode == "read" and (writes := sorted(WRITE_WORDS & set(code_words(text)))):
        raise InvalidHeader(where, f"{', '.join(writes)} under read/")
    return Query(name=name, mode=mode, what=header.what, params=header.params, returns=header.returns, text=text)


def returned_columns(text: str) -> list[str]:
    """The aliases of the last RETURN of a statement, in order; a variable is its own alias, any other
    expression without one is '?'.
    """
    depth, items, inside = 0, [[""]], False
    for token in tokens(text):
        word = token.text.upper() if token.kind == "word" else ""
        depth += (token.text in "([{") - (token.text in ")]}") if token.kind == "mark" else 0
        if depth == 0 and word == "RETURN":
            items, inside = [[]], True
        elif depth == 0 and word in ("ORDER", "SKIP", "LIMIT"):
            inside = False
        elif inside and depth == 0 and token.text == ",":
            items.append([])
        elif inside and word != "DISTINCT":
            items[-1].append(token.text)
    if items == [[""]]:
        return []
    return [item[-1] if len(item) == 1 or item[-2:-1] in (["AS"], ["as"]) else "?" for item in items]


def _check_parameters(text: str, declared: tuple[Field, ...], where: str) -> None:
    used = {token.text[1:] for token in tokens(text) if token.kind == "parameter"}
    names = {field.name for field in declared}
    if missing := sorted(used - names):
        raise InvalidHeader(where, f"undeclared parameters {', '.join(missing)}")
    if idle := sorted(names - used):
        raise InvalidHeader(where, f"declared and unused parameters {', '.join(idle)}")


_NODE_LABELS = re.compile(r"\(\s*\w*\s*((?:\s*[:|&!]\s*\w+)+)|\b(?:SET|REMOVE)\s+\w+((?:\s*:\s*\w+)+)")
_EDGE_TYPES = re.compile(r"\[\s*\w*\s*:\s*(\w+(?:\s*\|\s*\w+)*)")


def _unknown_names(text: str, ontology: Ontology) -> set[str]:
    code = " ".join(token.text for token in tokens(text) if token.kind != "string")
    labels = {word for found in _NODE_LABELS.findall(code) for word in re.findall(r"\w+", "".join(found))}
    types = {word for found in _EDGE_TYPES.findall(code) for word in re.findall(r"\w+", found)}
    return (labels - STRUCTURAL_LABELS - set(ontology.kinds)) | (types - STRUCTURAL_TYPES - set(ontology.predicates))
