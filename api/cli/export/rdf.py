"""The graph as RDF: entities and what is asserted of them in the words of schema.org, where it was read in PROV-O.

Every claim is a statement of its own, with its factuality and its evidence; the plain triple beside it is there for
asserted claims only, as shadow edges are. Streaming: triples are written as they are made.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import IO
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from api.cli.export.records import Fields, objects_of, read_records, text_of, texts_of
from graph.records import Factuality, Record
from graph.settings import DATA_FOLDER

SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OURS = "urn:veille:term:"
"""Words of our own: predicates, and what neither vocabulary has."""
PREFIXES = {"schema": SCHEMA, "prov": PROV, "rdf": RDF, "xsd": XSD, "veille": OURS}
_WIKIDATA = re.compile(r"wikidata:(Q\d+)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_XSD_OF_LENGTH = {4: "gYear", 7: "gYearMonth", 10: "date"}
_POINT = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)


class RdfSyntax(StrEnum):
    """How triples are written."""

    TURTLE = "turtle"
    JSONLD = "jsonld"


_FORMATS = {RdfSyntax.TURTLE: RdfFormat.TURTLE, RdfSyntax.JSONLD: RdfFormat.STREAMING_JSON_LD}


class Terms(Record):
    """`data/exports/rdf.toml`: kinds and predicates to the words of schema.org."""

    kinds: dict[str, str]
    predicates: dict[str, str]
    inverse_predicates: dict[str, str]
    literals: dict[str, str]


@cache
def load_terms() -> Terms:
    """The declared words."""
    return Terms.model_validate(tomllib.loads((DATA_FOLDER / "exports" / "rdf.toml").read_text("utf-8")))


def write_rdf(lines: Iterable[str], output: IO[bytes], syntax: RdfSyntax) -> None:
    """Write the records of an export as RDF."""
    serialize(triples(lines), output, format=_FORMATS[syntax], prefixes=PREFIXES)


def triples(lines: Iterable[str]) -> Iterator[Triple]:
    """The triples of every record of an export."""
    for record, fields in read_records(lines):
        if record in _TRIPLES:
            yield from _TRIPLES[record](fields)


def iri(what: str, identifier: str) -> NamedNode:
    """The name of a thing of ours; whatever stands in its id cannot break out of it."""
    return NamedNode(f"urn:veille:{what}:{quote(identifier, safe='/.~-_')}")


def _entity(fields: Fields) -> Iterator[Triple]:
    node = iri("entity", text_of(fields, "id"))
    kind = text_of(fields, "kind")
    yield Triple(node, _a, NamedNode(f"{OURS}{quote(kind, safe='')}"))
    if kind in load_terms().kinds:
        yield Triple(node, _a, _schema(load_terms().kinds[kind]))
    yield Triple(node, _schema("name"), Literal(text_of(fields, "name")))
    others = {*texts_of(fields, "aliases"), *texts_of(fields, "surface_forms")} - {text_of(fields, "name")}
    for other in sorted(others):
        yield Triple(node, _schema("alternateName"), Literal(other))
    for outside in texts_of(fields, "external_ids"):
        yield Triple(node, _schema("identifier"), Literal(outside))
        if found := _WIKIDATA.fullmatch(outside):
            yield Triple(node, _schema("sameAs"), NamedNode(f"http://www.wikidata.org/entity/{found[1]}"))
    if merged := text_of(fields, "merged_into"):
        yield Triple(node, _prov("alternateOf"), iri("entity", merged))


def _edge(fields: Fields) -> Iterator[Triple]:
    subject, thing = iri("entity", text_of(fields, "subject_id")), iri("entity", text_of(fields, "object_id"))
    predicate, terms = text_of(fields, "predicate"), load_terms()
    yield Triple(subject, _own(predicate), thing)
    if predicate in terms.predicates:
        yield Triple(subject, _schema(terms.predicates[predicate]), thing)
    if predicate in terms.inverse_predicates:
        yield Triple(thing, _schema(terms.inverse_predicates[predicate]), subject)


def _document(fields: Fields) -> Iterator[Triple]:
    node = iri("document", text_of(fields, "id"))
    yield Triple(node, _a, _schema("CreativeWork"))
    yield Triple(node, _a, _prov("Entity"))
    for name, word in (("title", "name"), ("language", "inLanguage"), ("outlet", "publisher"), ("text_hash", "sha256")):
        if told := text_of(fields, name):
            yield Triple(node, _schema(word), Literal(told))
    # A source is what somebody typed: never a name of RDF, which would have to be a well-formed address.
    yield Triple(node, _schema("url"), Literal(text_of(fields, "source")))
    if published := text_of(fields, "published"):
        yield Triple(node, _schema("datePublished"), _date(published))
    yield Triple(node, _own("current"), Literal(bool(fields["current"])))


def _passage(fields: Fields) -> Iterator[Triple]:
    node, document = iri("passage", text_of(fields, "id")), iri("document", text_of(fields, "document_id"))
    yield Triple(node, _a, _schema("CreativeWork"))
    yield Triple(node, _a, _prov("Entity"))
    yield Triple(node, _schema("text"), Literal(text_of(fields, "text")))
    yield Triple(node, _schema("position"), Literal(int(text_of(fields, "position"))))
    yield Triple(node, _schema("isPartOf"), document)
    yield Triple(node, _prov("wasQuotedFrom"), document)
    yield from _span(node, fields)


def _mention(fields: Fields) -> Iterator[Triple]:
    passage = iri("passage", text_of(fields, "passage_id"))
    yield Triple(passage, _schema("mentions"), iri("entity", text_of(fields, "entity_id")))


def _claim(fields: Fields) -> Iterator[Triple]:
    node, terms = iri("claim", text_of(fields, "id")), load_terms()
    predicate, value = text_of(fields, "predicate"), text_of(fields, "value")
    subject = iri("entity", text_of(fields, "subject_id"))
    thing = iri("entity", text_of(fields, "object_id")) if text_of(fields, "object_id") else Literal(value)
    for type_ in (_schema("Claim"), _prov("Entity"), NamedNode(f"{RDF}Statement")):
        yield Triple(node, _a, type_)
    yield Triple(node, NamedNode(f"{RDF}subject"), subject)
    yield Triple(node, NamedNode(f"{RDF}predicate"), _own(predicate))
    yield Triple(node, NamedNode(f"{RDF}object"), thing)
    for name in ("factuality", "cue", "rule"):
        if told := text_of(fields, name):
            yield Triple(node, _own(name), Literal(told))
    yield Triple(node, _own("confidence"), Literal(float(text_of(fields, "confidence"))))
    date = fields.get("date")
    if isinstance(date, dict):
        yield Triple(node, _schema("temporalCoverage"), Literal(text_of(date, "edtf")))
    for pair in fields["qualifiers"] if isinstance(fields["qualifiers"], list) else []:
        if isinstance(pair, list):
            yield Triple(node, _own(f"qualifier_{pair[0]}"), Literal(str(pair[1])))
    yield Triple(node, _prov("hadPrimarySource"), iri("document", text_of(fields, "document_id")))
    for number, evidence in enumerate(objects_of(fields, "evidence")):
        yield from _evidence(node, iri("evidence", f"{text_of(fields, 'id')}/{number}"), evidence)
    if value and fields["factuality"] == Factuality.ASSERTED and predicate in terms.literals:
        yield Triple(subject, _schema(terms.literals[predicate]), _date(value))


def _evidence(claim: NamedNode, node: NamedNode, fields: Fields) -> Iterator[Triple]:
    yield Triple(claim, _prov("wasDerivedFrom"), node)
    yield Triple(node, _a, _schema("Quotation"))
    yield Triple(node, _schema("text"), Literal(text_of(fields, "quote")))
    yield Triple(node, _prov("wasQuotedFrom"), iri("passage", text_of(fields, "passage_id")))
    yield from _span(node, fields)


def _judgement(fields: Fields) -> Iterator[Triple]:
    ends = text_of(fields, "merged_id"), text_of(fields, "kept_id")
    node = iri("judgement", f"{text_of(fields, 'verdict')}/{'/'.join(ends)}")
    agent = iri("agent", text_of(fields, "decided_by"))
    yield Triple(node, _a, _prov("Activity"))
    for name, end in zip(("merged", "kept"), ends, strict=True):
        yield Triple(node, _prov("used"), iri("entity", end))
        yield Triple(node, _own(name), iri("entity", end))
    for name in ("verdict", "reason"):
        yield Triple(node, _own(name), Literal(text_of(fields, name)))
    if fields.get("score") is not None:
        yield Triple(node, _own("score"), Literal(float(text_of(fields, "score"))))
    yield Triple(node, _prov("wasAssociatedWith"), agent)
    yield Triple(agent, _a, _prov("Agent"))
    yield Triple(agent, _schema("name"), Literal(text_of(fields, "decided_by")))


_TRIPLES = {
    "judgement": _judgement,
    "document": _document,
    "passage": _passage,
    "mention": _mention,
    "claim": _claim,
    "entity": _entity,
    "edge": _edge,
}


def _span(node: NamedNode, fields: Fields) -> Iterator[Triple]:
    for name in ("start_char", "end_char"):
        yield Triple(node, _own(name), Literal(int(text_of(fields, name))))


def _date(text: str) -> Literal:
    """A date as XML Schema types it, where it is a day, a month or a year; else the text."""
    if _POINT.fullmatch(text):
        return Literal(text, datatype=NamedNode(f"{XSD}{_XSD_OF_LENGTH[len(text)]}"))
    return Literal(text)


def _schema(word: str) -> NamedNode:
    return NamedNode(SCHEMA + word)


def _prov(word: str) -> NamedNode:
    return NamedNode(PROV + word)


def _own(word: str) -> NamedNode:
    return NamedNode(OURS + quote(word, safe=""))


_a = NamedNode(f"{RDF}type")
