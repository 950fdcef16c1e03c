"""What records say: key-value lines that follow each other, or a row of a table, read by the labels of their fields.

A claim of a record has as evidence every line of it that says a part: who, what, and when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extraction.claims.assemble import ReadClaim, judge
from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim, fits
from extraction.claims.telling import DATED_LITERALS
from extraction.dates import FoundDate, find_dates
from extraction.document import BlockKind, DigestText, Role
from extraction.fields import NAMED, Field, Statement, field_lexicon, fields_of
from extraction.literals import LiteralKind, find_literals
from extraction.structured.cells import read_license
from graph.ontology import load_ontology
from graph.records import Factuality

CONFIDENCE = 0.9
"""Of what a label says; as that of a verb between two names."""
_UNREAD = frozenset({Role.SOURCES, Role.COMMENTARY, Role.OUTLOOK})
"""Roles whose lines are part of no record."""
_BY_KIND = {
    "Organization": "company",
    "Person": "person",
    "Event": "event",
    "Regulation": "regulation",
    "Model": "model",
    "Place": "place",
}
"""The field of a value under "Nom" or under no header, by the kind of what it names; every other kind is a thing."""
_LIST_GAP = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,|;|/|&|\+|,?\s?\b(?:et|and)\b)\s*")
_OPENING = re.compile(r"[\s*_\"«“]*(?:(?:the|le|la|les|l['’])\s*)?", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_SIZES = re.compile(r"\s*(?:/|;|,(?!\d)|\bet\b|\band\b|\()\s*")
_TOTAL = re.compile(r"\s*\b(?:au total|in total|total|totaux|overall)\b", re.IGNORECASE)
_LITERALS = {
    "HAS_PARAMETERS": (LiteralKind.PARAMETERS, {"fr": " paramètres", "en": " parameters"}),
    "HAS_CONTEXT_WINDOW": (LiteralKind.CONTEXT, {"fr": " jetons de contexte", "en": " tokens of context"}),
}
"""What a column of sizes counts, and the unit that its header says once for all cells."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A field's value in its clause, with the names that it opens with."""

    field: Field
    clause: Clause
    names: tuple[Argument, ...]
    text: str


@dataclass(slots=True)
class _Record:
    """The values of one record by the names of their fields, in reading order; `head` is what its headline names."""

    values: dict[str, list[_Value]] = field(default_factory=dict)
    head: list[_Value] = field(default_factory=list)

    def first(self, names: Sequence[str]) -> list[_Value]:
        """The values of the first of the fields that has any."""
        return next((self.values[name] for name in names if name in self.values), [])

    def named(self, names: Sequence[str]) -> list[_Value]:
        """The values of the first of the fields that has any, else the headline's where it names one such thing."""
        return self.first(names) or [value for value in self.head if value.field.name in names]


def field_claims(clauses: Sequence[Clause], digest: DigestText) -> list[ReadClaim]:
    """Every claim that two fields of one record state.

    Args:
        clauses: Of the whole digest, in order.
        digest: The text that they are of.
    """
    reader = _Reader(digest)
    return [claim for record in _records(clauses, digest) for claim in reader.read(record)]


def _records(clauses: Sequence[Clause], digest: DigestText) -> Iterator[_Record]:
    """Rows, and runs of labelled lines; a run ends where a line has no label, or its first label comes again."""
    record, opening, last = _Record(), "", -1
    heads = _Heads(digest)
    for clause in clauses:
        sentence = clause.sentence
        if sentence.role in _UNREAD:
            continue
        heads.pass_by(clause)
        found = [_value(one, clause, digest) for one in fields_of(digest.text, sentence)]
        if digest.blocks[sentence.block].kind is BlockKind.ROW:
            yield _gathered(found)
            continue
        if sentence.block == last:
            continue  # A value goes on for another sentence.
        if not found or (opening and found[0].field.name == opening) or sentence.block != last + 1:
            yield record
            record, opening = _Record(head=heads.of(clause)), ""
        for value in found:
            opening = opening or value.field.name
            record.values.setdefault(value.field.name, []).append(value)
        last = sentence.block
    yield record


class _Heads:
    """What headlines name, for the records below them."""

    def __init__(self, digest: DigestText) -> None:
        self._digest = digest
        self._items: dict[int, list[Clause]] = {}
        self._sections: dict[str, list[Clause]] = {}

    def pass_by(self, clause: Clause) -> None:
        """Take note of a headline, and of the section that a heading opens."""
        if clause.sentence.role is Role.HEADLINE:
            self._items.setdefault(clause.sentence.item, []).append(clause)
            if self._digest.blocks[clause.sentence.block].kind is BlockKind.HEADING:
                self._sections[clause.text] = [clause]

    def of(self, clause: Clause) -> list[_Value]:
        """The one thing and the one organisation that the headline of a clause names, each as a field of that kind."""
        sentence = clause.sentence
        headlines = self._items.get(sentence.item) or self._sections.get(sentence.section, [])
        found: dict[str, dict[int, tuple[Clause, Argument]]] = {}
        for headline in headlines[:1]:
            for one in headline.arguments:
                name = _BY_KIND.get(one.kinds[0], "thing")
                if name not in ("company", "model", "thing"):
                    continue  # What a headline says of an event or a law is seldom what the record is about.
                kind = "company" if name == "company" else "thing"
                found.setdefault(kind, {}).setdefault(one.entity, (headline, one))
        return [_head(*next(iter(named.values()))) for named in found.values() if len(named) == 1]


def _head(clause: Clause, one: Argument) -> _Value:
    name = _BY_KIND.get(one.kinds[0], "thing")
    return _Value(Field(name, "", one.start, one.end), clause, (one,), one.surface)


def _gathered(found: Sequence[_Value]) -> _Record:
    record = _Record()
    for value in found:
        name = value.field.name
        if name == NAMED:
            name = _BY_KIND.get(value.names[0].kinds[0], "thing") if value.names else NAMED
        record.values.setdefault(name, []).append(value)
    return record


def _value(one: Field, clause: Clause, digest: DigestText) -> _Value:
    text = digest.text
    names: list[Argument] = []
    for argument in clause.arguments:
        if not one.start <= argument.start < one.end:
            continue
        gap = text[names[-1].end if names else one.start : argument.start]
        if not (_LIST_GAP if names else _OPENING).fullmatch(gap):
            break
        names.append(argument)
    return _Value(one, clause, tuple(names), text[one.start : one.end])


class _Reader:
    """Reads records against the statements of the data file."""

    def __init__(self, digest: DigestText) -> None:
        self.digest = digest
        self.ontology, self.lexicon = load_ontology(), field_lexicon()

    def read(self, record: _Record) -> Iterator[ReadClaim]:
        """The claims of one record."""
        if len(record.values) < (1 if record.head else 2):
            return
        for statement in self.lexicon.states:
            if any(name in record.values for name in statement.unless):
                continue
            if statement.needs and not any(name in record.values for name in statement.needs):
                continue
            for subject in record.named(statement.subject):
                for object_ in record.named(statement.object):
                    yield from self._claims(record, statement, subject, object_)

    def _claims(self, record: _Record, statement: Statement, subject: _Value, object_: _Value) -> Iterator[ReadClaim]:
        dates = record.first(statement.dates)
        date, when = next(((found, value) for value in dates if (found := self._date(value)) is not None), (None, None))
        values = [subject, object_, *([when] if when else [])]
        for raw in self._raw(record, statement, subject, object_):
            told = self._status(record) if statement.dates else None
            read = judge(
                replace(raw, told=told),
                object_.clause,
                self.digest,
                date,
                framed_at=when.clause.sentence.start if when else None,
            )
            if date is None and raw.predicate in DATED_LITERALS:
                read = replace(read, date=None)
            spans = dict.fromkeys((one.clause.sentence.start, one.clause.sentence.end) for one in values)
            yield from (replace(read, evidence=span) for span in spans)

    def _raw(self, record: _Record, statement: Statement, subject: _Value, object_: _Value) -> Iterator[RawClaim]:
        span = (object_.field.start, object_.field.end)
        position = object_.clause.sentence.position
        declared = self.ontology.predicate(statement.predicate)
        for one in subject.names:
            qualifiers = self._qualifiers(record, statement, subject, one)
            if declared.literal:
                if fits(self.ontology, statement.predicate, one, None):
                    for value, more in self._literals(statement.predicate, object_):
                        yield RawClaim(
                            statement.predicate, one, None, value, span, "field", CONFIDENCE, position,
                            qualifiers=(*qualifiers, *more),
                        )  # fmt: skip
                continue
            for other in object_.names:
                if one.entity != other.entity and fits(self.ontology, statement.predicate, one, other):
                    yield RawClaim(
                        statement.predicate, one, other, None, span, "field", CONFIDENCE, position,
                        qualifiers=qualifiers,
                    )  # fmt: skip

    def _qualifiers(
        self, record: _Record, statement: Statement, subject: _Value, one: Argument
    ) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        if statement.role:
            found.append(("role", subject.field.label))
        own = _BRACKETED.match(self.digest.text, one.end)
        amounts = [own[1]] if own else []
        amounts += [value.text for value in record.first(statement.amount) if len(subject.names) == 1]
        for text in amounts if statement.amount else ():
            literals = find_literals(text, language=self.digest.language)
            money = [literal for literal in literals if literal.kind == LiteralKind.AMOUNT]
            if money:
                return (*found, ("amount", money[0].value))
        return tuple(found)

    def _literals(self, predicate: str, value: _Value) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        language = self.digest.language
        if predicate == "HAS_LICENSE":
            license_ = read_license(value.text, language=language)
            if license_ is not None:
                yield license_, ()
        elif predicate == "RAISED":
            amounts = [one for one in find_literals(value.text, language=language) if one.kind == LiteralKind.AMOUNT]
            yield from ((amount.value, ()) for amount in amounts[:1])
        elif predicate in DATED_LITERALS:
            found = self._date(value)
            if found is not None:
                yield found.date.edtf, ()
        elif predicate in _LITERALS:
            yield from self._sizes(predicate, value)

    def _sizes(self, predicate: str, value: _Value) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """The sizes of a cell, which its header may tell apart ("Parameters (total / active)": "109B / 17B")."""
        kind, units = _LITERALS[predicate]
        header = [part.casefold() for part in _SIZES.split(value.field.label.partition("(")[2])]
        for place, part in enumerate(_SIZES.split(value.text)):
            plain = _TOTAL.sub("", part).strip(" )*_~≈")
            for text in (plain, plain + units[self.digest.language]):
                found = [one for one in find_literals(text, language=self.digest.language) if one.kind == kind]
                if found:
                    words = header[place] if place < len(header) and len(header) > 1 else part.casefold()
                    active = "acti" in words or value.field.name == "active"
                    which = found[0].which or ("active" if active else "total" if "total" in words else "")
                    yield found[0].value, ((("which", which),) if which and predicate == "HAS_PARAMETERS" else ())
                    break

    def _date(self, value: _Value) -> FoundDate | None:
        offset = value.clause.sentence.start
        found = find_dates(
            value.clause.text,
            language=self.digest.language,
            published=self.digest.published,
            exclude=[(one.start - offset, one.end - offset) for one in value.clause.arguments],
        )
        return next((one for one in found if value.field.start <= one.start + offset < value.field.end), None)

    def _status(self, record: _Record) -> Factuality | None:
        """How a record's status says that what it tells is not done."""
        text = " ".join(value.text for value in record.values.get("status", ())).casefold()
        for factuality, words in (
            (Factuality.NEGATED, self.lexicon.status.negated),
            (Factuality.SPECULATED, self.lexicon.status.speculated),
            (Factuality.PLANNED, self.lexicon.status.planned),
        ):
            if any(re.search(rf"\b{re.escape(word)}\b", text) for word in words):
                return factuality
        return None
