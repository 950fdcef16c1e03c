"""When things happen, hold and came out, where a name stands beside its date: events, laws, releases."""

import re
from collections.abc import Iterator, Sequence

from extraction.claims.clause import Clause
from extraction.claims.effects import takes_effect
from extraction.claims.literal_claims import can_bear, literal_claim
from extraction.claims.outings import out_since
from extraction.claims.raw import RawClaim
from extraction.claims.stated_values import DateOf
from graph.ontology import Ontology

_EVENT_VERB = (
    r"(?:qui |which |that )?(?:se (?:tient|tiendra|déroule|déroulera)|s' ?est (?:tenue?|déroulée?)|aura lieu|"
    r"a (?:eu lieu|lieu)|(?:takes|took|will take|taking) place|will be held|was held|is held|held|is|was|prévue?|"
    r"organisée?|décernée?|tenue?|scheduled|set|runs|running)"
)
_EVENT_GAP = re.compile(
    r"\( ?§(?: , §)? ?, ?(?:le|du|les|on|from)? ?|"
    rf",? ?\(? ?(?:{_EVENT_VERB} ?)?(?:(?:à|au|aux|en|in|at|de|du) (?:l' ?)?(?:§|\w+)(?: , §)? ?,? ?)?"
    r"(?:le|du|les|on|from|in|en|à partir du|:|,)? ?"
)
"""What may stand between an event and its date: a verb of taking place, a venue, the date's own preposition."""


class Occasions:
    """Reads the dates beside names."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def read(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """What the dates of a clause, given as spans of clean text, tell of the names beside them."""
        yield from self._events(clause, date_of, dates)
        yield from self._effects(clause, date_of, dates)
        yield from self._out(clause, date_of, dates)

    def _events(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """An event with its date right behind ("Generative AI Summit (29–30 avril à Santa Clara)")."""
        for argument in clause.arguments:
            if argument.kinds[0] != "Event":
                continue
            following = next((span for span in dates if span[0] >= argument.end), None)
            if following is None or not _EVENT_GAP.fullmatch(clause.between(argument.end, following[0])):
                continue
            date = date_of(following, None)
            if date is not None:
                yield literal_claim(clause, "HAPPENED_ON", argument, date.edtf, following, "event-date")

    def _effects(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """A law with the day from which it holds ("SB 53, effective January 1")."""
        for argument in clause.arguments:
            if argument.kinds[0] != "Regulation":
                continue
            for when in takes_effect(clause, argument, dates):
                date = date_of(when, None)
                if date is not None:
                    yield literal_claim(clause, "EFFECTIVE_ON", argument, date.edtf, when, "effect-date")

    def _out(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """Things that are out since a date ("PyTorch 2.7, out since 23 April")."""
        for argument, span in out_since(clause, dates):
            date = date_of(span, None)
            if date is not None and can_bear(self.ontology, "RELEASED_ON", argument):
                edtf = date.edtf.removesuffix("/..")
                yield literal_claim(clause, "RELEASED_ON", argument, edtf, span, "out-since")
