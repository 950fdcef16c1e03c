"""When a claim happened: the date of its own clause, else the date that frames what it stands in.

A timeline line opens with its date ("March: X joins Y"), under a year as heading; a paragraph that says "en avril"
tells what follows in it of April. Days do not spread: what happened on the 5th is one thing, what a later
sentence tells may be another.
"""

import re
from collections.abc import Sequence

from extraction.claims.clause import Clause
from extraction.dates import DateRelation, FoundDate, find_dates
from extraction.readers.published import is_date_words
from graph.records import DatePrecision

_LEAD = re.compile(r"\s*([^:–—\n]{3,24}?)\s*(?::|–|—)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
FRAMED = frozenset(
    {"RELEASED", "ACQUIRED", "INVESTED_IN", "RAISED", "PARTNERED_WITH", "SUCCEEDS", "WORKS_FOR", "LEFT", "ORGANIZED"}
    | {"PARTICIPATED_IN", "TOOK_ACTION_AGAINST", "ENACTED", "FOUNDED"}
)
"""What happens at a moment, and so falls under the date that frames its news item."""
_SPREADING = (DatePrecision.MONTH, DatePrecision.PART_OF_MONTH)
_QUOTED = re.compile(r"\s*[\"“«]")
_RELATIVE = re.compile(
    r"today|yesterday|tomorrow|this|last|next|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hier|aujourd|demain|"
    r"dernier|dernière|prochain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    re.IGNORECASE,
)


class Timing:
    """The dates of a digest's clauses, read in order."""

    def __init__(self, language: str, published: str | None) -> None:
        self._language, self._published = language, published
        self._block = -1
        self._frame: FoundDate | None = None
        self.framed_at = 0
        """Where the sentence starts, in clean text, whose date is the frame."""

    def dates(self, clause: Clause) -> tuple[FoundDate, ...]:
        """The dates told in a clause, spans in its text; a quoted text's "yesterday" is not ours."""
        offset = clause.sentence.start
        names = [(argument.start - offset, argument.end - offset) for argument in clause.arguments]
        found = find_dates(clause.text, language=self._language, published=self._year_of(clause), exclude=names)
        if _QUOTED.match(clause.text):
            found = tuple(date for date in found if not _RELATIVE.search(date.text))
        return found

    def frame(self, clause: Clause, found: Sequence[FoundDate]) -> FoundDate | None:
        """The date in which an event of this clause happened when its own words tell none."""
        if clause.sentence.block != self._block:
            self._block, self._frame = clause.sentence.block, None
        lead = _LEAD.match(clause.text)
        if lead is not None and is_date_words(lead[1]):
            return next((date for date in found if date.start < lead.end(1)), None)
        spreading = [date for date in found if date.relation is DateRelation.ON and date.date.precision in _SPREADING]
        before = self._frame
        if len(spreading) == 1 and self._frame is None and not _future(spreading[0], self._published):
            self._frame, self.framed_at = spreading[0], clause.sentence.start
        return before

    def _year_of(self, clause: Clause) -> str | None:
        """The date against which "March" is read: the end of the year that is the heading above, else publication."""
        section = clause.sentence.section.strip()
        if _YEAR.fullmatch(section) and (self._published is None or section < self._published[:4]):
            return f"{section}-12-31"
        return self._published


def _future(found: FoundDate, published: str | None) -> bool:
    return published is not None and (found.date.start or "") > published
