"""What a clause tells in numbers, dates and licences, as the network is asked about it beside names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.claims.clause import Argument, Clause
from extraction.dates import FoundDate
from extraction.literals import FoundLiteral, LiteralKind, bare_sizes
from graph.ontology import Ontology
from graph.records import Factuality

LITERAL_PREDICATES = {
    LiteralKind.PARAMETERS: "HAS_PARAMETERS",
    LiteralKind.CONTEXT: "HAS_CONTEXT_WINDOW",
    LiteralKind.LICENSE: "HAS_LICENSE",
    LiteralKind.AMOUNT: "RAISED",
}
"""What a literal of each kind may be told as."""
NO_ENTITY = -1
"""Stands for the entity of a value."""
RAISED_ROLES = ("funding", "unknown")
"""Roles of an amount that may have been raised: no price, valuation or fine."""


@dataclass(frozen=True, slots=True)
class Value:
    """A literal or a date of a clause: its place in clean text, its normal form, and the predicates it may be of."""

    start: int
    end: int
    text: str
    value: str
    predicates: tuple[str, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()
    told: Factuality | None = None

    @property
    def argument(self) -> Argument:
        """The value as an end of a pair."""
        return Argument(NO_ENTITY, ("",), self.start, self.end, self.text)


def clause_values(
    clause: Clause, literals: Sequence[FoundLiteral], dates: Sequence[FoundDate], ontology: Ontology
) -> list[Value]:
    """The values of a clause in reading order, without those inside names; what may be sizes is among them.

    Args:
        clause: With its names.
        literals: Found in the clause, spans in clean text.
        dates: Found in the clause, spans in its text.
        ontology: Says which predicates take dates.
    """
    told = [*literals, *_sizes(clause, literals)]
    found = [*_literals(told), *_dates(clause, dates, ontology)]
    named = [(argument.start, argument.end) for argument in clause.arguments]
    apart = [one for one in found if not any(low < one.end and one.start < high for low, high in named)]
    return sorted(apart, key=lambda one: (one.start, one.end))


def qualifiers_of(literal: FoundLiteral) -> tuple[tuple[str, str], ...]:
    """What a literal says beside its value: which of a model's parameters it counts."""
    return (("which", literal.which),) if literal.which else ()


def told_of(literal: FoundLiteral) -> Factuality | None:
    """The factuality that the words of a literal decide themselves ("not open source")."""
    return Factuality.NEGATED if literal.negated else None


def _sizes(clause: Clause, literals: Sequence[FoundLiteral]) -> Iterator[FoundLiteral]:
    """Bare sizes of a clause, apart from its literals."""
    offset = clause.sentence.start
    for size in bare_sizes(clause.text):
        start, end = size.start + offset, size.end + offset
        if not any(one.start < end and start < one.end for one in literals):
            yield size.model_copy(update={"start": start, "end": end})


def _literals(literals: Sequence[FoundLiteral]) -> Iterator[Value]:
    for literal in literals:
        if literal.kind is LiteralKind.AMOUNT and literal.role not in RAISED_ROLES:
            continue
        yield Value(
            literal.start, literal.end, literal.text, literal.value, (LITERAL_PREDICATES[literal.kind],),
            qualifiers_of(literal), told_of(literal),
        )  # fmt: skip


def _dates(clause: Clause, dates: Sequence[FoundDate], ontology: Ontology) -> Iterator[Value]:
    predicates = tuple(one.name for one in ontology.predicates.values() if one.literal == "date")
    offset = clause.sentence.start
    for date in dates:
        yield Value(date.start + offset, date.end + offset, date.text, date.date.edtf, predicates)
