"""When a claim happened: the date of its own clause, else the date that frames what it stands in.

A timeline line opens with its date ("March: X joins Y"), under a year as heading or alone in its line; a paragraph
that says "en avril" tells what follows in it of April. Days do not spread: what happened on the 5th is one thing and
what a later sentence tells may be another, unless the day opens a sentence that tells nothing else ("Le 11 mars marque
un tournant."). An event with its year in its name ("CES 2025") dates what happened there.
"""

import re
from collections.abc import Sequence

from extraction.claims.clause import Clause
from extraction.dates import DateRelation, FoundDate, find_dates
from extraction.readers.published import is_date_words
from graph.edtf import parse_edtf
from graph.records import DatePrecision

_LEAD = re.compile(r"\s*([^:–—\n]{3,24}?)\s*(?::|–|—)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MIDYEAR = "07-01"
"""The day from which the nearest January and the nearest December are both of the year that a timeline is in."""
_YEAR_OF_NAME = re.compile(r"(?<!\d)20\d\d$")
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
        self._opening: FoundDate | None = None
        self._section, self._year = "", ""
        self.framed_at = 0
        """Where the sentence starts, in clean text, whose date is the frame."""
        self.leads = False
        """Whether the frame is the date that opens the sentence as its label, whatever other dates it tells."""

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
            self._block, self._frame, self._opening = clause.sentence.block, None, None
        lead = _LEAD.match(clause.text)
        self.leads = lead is not None and is_date_words(lead[1])
        if lead is not None and self.leads:
            return next((date for date in found if date.start < lead.end(1)), None)
        before = self._frame
        told = [date for date in found if date.relation is DateRelation.ON]
        if len(told) == 1 and before is None and not _future(told[0], self._published):
            if told[0].date.precision in _SPREADING:
                self._frame, self.framed_at = told[0], clause.sentence.start
            elif told[0].date.precision is DatePrecision.DAY and told[0].start == 0:
                self._opening = told[0]
        return before

    def told(self, clause: Clause, *, something: bool) -> None:
        """Take note of whether a clause told anything: a day that opens one that did not frames what follows."""
        if self._opening is not None and not something:
            self._frame, self.framed_at = self._opening, clause.sentence.start
        self._opening = None

    def of_event(self, clause: Clause) -> FoundDate | None:
        """The year in the name of the only event of a clause."""
        events = {argument.entity: argument for argument in clause.arguments if argument.kinds[0] == "Event"}
        if len(events) != 1:
            return None
        event = next(iter(events.values()))
        year = _YEAR_OF_NAME.search(event.surface)
        if year is None:
            return None
        offset = event.start - clause.sentence.start
        return FoundDate(start=offset + year.start(), end=offset + year.end(), text=year[0], date=parse_edtf(year[0]))

    def _year_of(self, clause: Clause) -> str | None:
        """The date against which "March" is read: the middle of the year that heads the section, else publication."""
        section = clause.sentence.section.strip()
        if section != self._section:
            self._section, self._year = section, section if _YEAR.fullmatch(section) else ""
        if _YEAR.fullmatch(clause.text.strip()):
            self._year = clause.text.strip()
        if self._year and (self._published is None or self._year < self._published[:4]):
            return f"{self._year}-{_MIDYEAR}"
        return self._published


def _future(found: FoundDate, published: str | None) -> bool:
    return published is not None and (found.date.start or "") > published
