"""The claims that a row makes: as its mapping declares them, where the kinds fit and the conditions hold."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import NamedTuple

from extraction.structured.mapping import ClaimDeclaration, Mapping
from extraction.structured.rendering import Rendered
from graph.ids import claim_id
from graph.ontology import load_ontology
from graph.records import Claim, ClaimId, Date, DocumentId, Entity, Evidence, Passage

CONFIDENCE = 0.95
"""Chosen by hand: a column is hardly ever misread, what people typed into it may be wrong."""
MAX_QUOTE = 600
"""Characters that an evidence may hold, as for sentences of digests."""


class Named(NamedTuple):
    """An entity at its place: the `number`-th value of a column."""

    column: str
    number: int
    surface: str
    entity: Entity


class Literal(NamedTuple):
    """A value that is no entity, at its place; `date` is set when the column holds dates."""

    column: str
    number: int
    value: str
    date: Date | None


def read_row_claims(
    mapping: Mapping,
    rendered: Rendered,
    passage: Passage,
    document: DocumentId,
    *,
    values: Table[str, tuple[str, ...]],
    named: Table[str, tuple[Named, ...]],
    literals: Table[str, tuple[Literal, ...]],
) -> tuple[Claim, ...]:
    """The claims of a row, each once.

    Args:
        mapping: What its columns say.
        rendered: Its text.
        passage: The passage of that text.
        document: The document that it is.
        values: Column to the texts of its cell.
        named: Entity column to what it names here.
        literals: Literal column to its values here.
    """
    claims: dict[ClaimId, Claim] = {}
    for declared in mapping.claims:
        if not _holds(declared, values):
            continue
        date = next(iter(literals[declared.date]), None) if declared.date else None
        for subject, thing in _pairs(declared, named, literals):
            places = [(subject.column, subject.number), *([(date.column, date.number)] if date else [])]
            start, end = rendered.evidence([*places, (thing.column, thing.number)], MAX_QUOTE)
            quote = rendered.text[start:end]
            evidence = Evidence(passage_id=passage.id, start_char=start, end_char=end, quote=quote)
            claim = _claim(declared, mapping, document, subject, thing, date, evidence)
            seen = claims[claim.id].evidence if claim.id in claims else ()
            claims[claim.id] = claim.model_copy(update={"evidence": tuple(dict.fromkeys((*seen, evidence)))})
    return tuple(claims.values())


def _holds(declared: ClaimDeclaration, values: Table[str, tuple[str, ...]]) -> bool:
    """Whether the row meets the conditions; an empty cell has the value ""."""

    def meets(column: str, wanted: tuple[str, ...]) -> bool:
        return not set(values.get(column) or ("",)).isdisjoint(wanted)

    needed = all(meets(column, wanted) for column, wanted in declared.when.items())
    return needed and not any(meets(column, wanted) for column, wanted in declared.unless.items())


def _pairs(
    declared: ClaimDeclaration, named: Table[str, tuple[Named, ...]], literals: Table[str, tuple[Literal, ...]]
) -> Iterator[tuple[Named, Named | Literal]]:
    ontology = load_ontology()
    subjects = named[declared.subject]
    things: tuple[Named | Literal, ...] = named[declared.object] if declared.object else literals[declared.value or ""]
    if declared.one_to_one and not len(subjects) == len(things) == 1:
        return
    if not declared.object and ontology.predicate(declared.predicate).single_object and len(things) != 1:
        return
    for subject in subjects:
        for thing in things:
            kind = thing.entity.kind if isinstance(thing, Named) else None
            same = isinstance(thing, Named) and thing.entity.id == subject.entity.id
            wanted = not declared.object_kinds or kind in declared.object_kinds
            if not same and wanted and ontology.allows(declared.predicate, subject.entity.kind, kind):
                yield subject, thing


def _claim(
    declared: ClaimDeclaration,
    mapping: Mapping,
    document: DocumentId,
    subject: Named,
    thing: Named | Literal,
    date: Literal | None,
    evidence: Evidence,
) -> Claim:
    told = thing.surface if isinstance(thing, Named) else thing.value
    when = date.date if date else None
    edtf = when.edtf if when else None
    return Claim(
        id=claim_id(document, declared.predicate, subject.surface, told, declared.factuality, edtf),
        predicate=declared.predicate,
        subject_id=subject.entity.id,
        subject_surface=subject.surface,
        object_id=thing.entity.id if isinstance(thing, Named) else None,
        object_surface=told if isinstance(thing, Named) else None,
        value=None if isinstance(thing, Named) else told,
        date=when,
        factuality=declared.factuality,
        cue=declared.cue,
        confidence=CONFIDENCE,
        rule=f"mapping/{mapping.name}/{thing.column}",
        evidence=(evidence,),
    )
