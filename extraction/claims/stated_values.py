"""Verbs and nouns that tell a number or a date of a name: what was raised, when something came out."""

import re
from collections.abc import Callable, Iterator, Sequence

from extraction.claims.clause import Argument, Clause
from extraction.claims.literal_claims import can_bear, literal_claim
from extraction.claims.noun_reading import governor, owner
from extraction.claims.outings import coming
from extraction.claims.raw import RawClaim
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import NounEntry, TriggerIndex, VerbEntry
from extraction.claims.values import RAISED_ROLES
from extraction.claims.verb_reading import follows
from extraction.claims.verbs import Voice
from extraction.literals import FoundLiteral
from graph.ontology import Ontology
from graph.records import Date

DateOf = Callable[[tuple[int, int], tuple[int, int] | None], Date | None]
"""The date that belongs to the words of a span, given the span of an argument; both in clean text."""

_AMOUNT_REACH = 90
"""Characters between a verb of raising and its amount; chosen by hand."""
_FUNDS = re.compile(
    r"\b(?:leads?|led|leading|co-led|joins|joined|anchored|mène|mènent|mené|dirige|dirigé|conduit|emmène|emmené)\b[^§]*$"
)
"""Verbs whose subject puts money into a round, in front of the word for it; who leads a round raises none."""


class StatedValues:
    """Reads the values that triggers tell, in one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology

    def read(
        self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral], date_of: DateOf
    ) -> Iterator[RawClaim]:
        """What the verbs and the nouns of a clause tell; arguments as in `AttributeReader.read`."""
        yield from self._verbs(clause, syntax, literals, date_of)
        yield from self._nouns(clause, syntax, literals, date_of)

    def _verbs(
        self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral], date_of: DateOf
    ) -> Iterator[RawClaim]:
        for token in clause.tokens:
            if token.name >= 0:
                continue
            for entry in self.triggers.verbs.get(token.low, ()):
                if entry.trigger.intransitive:
                    yield from self._verb(clause, syntax, token.index, entry, literals, date_of)

    def _verb(
        self,
        clause: Clause,
        syntax: Syntax,
        at: int,
        entry: VerbEntry,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        trigger = entry.trigger
        if trigger.after and follows(clause, at, trigger.after) is None:
            return
        use = syntax.use(at, entry.forms, at + 1)
        if trigger.reflexive and not use.reflexive:
            return
        span = (clause.tokens[use.first].start, clause.tokens[use.last - 1].end)
        subjects = tuple(one for one in syntax.subject(use) if can_bear(self.ontology, entry.predicate, one))
        if not subjects and entry.predicate == "RELEASED_ON":
            subjects = tuple(
                one for one in coming(clause, syntax, use) if can_bear(self.ontology, entry.predicate, one)
            )
        if not subjects and use.voice is not Voice.GERUND:
            subjects = syntax.thing_of_note(use.first, frozenset(self.ontology.predicate(entry.predicate).domain))
        if not subjects:
            return
        if entry.predicate == "RAISED":
            amount = self._amount(clause, literals, span[1])
            if amount is not None:
                for subject in subjects:
                    yield literal_claim(clause, entry.predicate, subject, amount.value, span, entry.rule)
            return
        if (
            entry.predicate == "RELEASED_ON"
            and use.voice is not Voice.PASSIVE
            and syntax.direct_object(use.last) is not None
            and not any(subject.start >= span[1] for subject in subjects)
        ):
            return
        yield from self._dated(clause, entry.predicate, subjects, span, entry.rule, date_of)

    def _nouns(
        self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral], date_of: DateOf
    ) -> Iterator[RawClaim]:
        lows = [token.low for token in clause.tokens]
        for token in clause.tokens:
            for entry in self.triggers.nouns.get(token.low, ()) if token.name < 0 else ():
                width = len(entry.words)
                if entry.trigger.literal and tuple(lows[token.index : token.index + width]) == entry.words:
                    yield from self._noun(clause, syntax, token.index, token.index + width, entry, literals, date_of)

    def _noun(
        self,
        clause: Clause,
        syntax: Syntax,
        first: int,
        last: int,
        entry: NounEntry,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        span = (clause.tokens[first].start, clause.tokens[last - 1].end)
        group = syntax.prepositional_object(last, entry.trigger.object, reach=6) if entry.trigger.object else None
        subjects = group.arguments if group else ()
        if entry.predicate == "RAISED":
            amount = self._amount(clause, literals, span[1]) or self._amount_before(clause, literals, span[0])
            if amount is None:
                return
            subjects = subjects or owner(clause, syntax, first)
            if not subjects and not _FUNDS.search(clause.between(clause.sentence.start, span[0])):
                subjects = governor(clause, syntax, first, topic=True)
            for subject in subjects:
                if can_bear(self.ontology, entry.predicate, subject):
                    yield literal_claim(clause, entry.predicate, subject, amount.value, span, entry.rule)
            return
        if not subjects and entry.trigger.compound and first > 0 and clause.tokens[first - 1].name >= 0:
            before = clause.group_at(first - 1)
            subjects = before.arguments if before else ()
        able = tuple(one for one in subjects if can_bear(self.ontology, entry.predicate, one))
        yield from self._dated(clause, entry.predicate, able, span, entry.rule, date_of)

    def _dated(
        self,
        clause: Clause,
        predicate: str,
        subjects: tuple[Argument, ...],
        span: tuple[int, int],
        rule: str,
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        for subject in subjects:
            date = date_of(span, (subject.start, subject.end) if not subject.refers else None)
            if date is not None:
                yield literal_claim(clause, predicate, subject, date.edtf, span, rule)

    def _amount(self, clause: Clause, literals: Sequence[FoundLiteral], after: int) -> FoundLiteral | None:
        """The money that follows a verb of raising, unless it is a valuation or a price."""
        for literal in literals:
            if (
                literal.kind == "amount"
                and literal.role in RAISED_ROLES
                and 0 <= literal.start - after <= _AMOUNT_REACH
            ):
                return literal
        return None

    def _amount_before(self, clause: Clause, literals: Sequence[FoundLiteral], before: int) -> FoundLiteral | None:
        """As in "a $2 billion round": the money right before the noun."""
        found = [literal for literal in literals if literal.kind == "amount" and 0 <= before - literal.end <= 25]
        return found[-1] if found and found[-1].role in RAISED_ROLES else None
