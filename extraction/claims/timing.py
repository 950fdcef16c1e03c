"""When a claim happened: the date of its own clause, else the date that frames what it stands in.

A timeline line opens with its date ("March: X joins Y"), under a year as heading or alone in its line; where a
digest has several lines that are dates and nothing else, each dates what stands below it. A paragraph that says "en
avril" tells what follows in it of April. Days do not spread: what happened on the 5th is one thing and what a later
sentence tells may be another, unless the day opens a sentence that tells nothing else ("Le 11 mars marque un
tournant."). An event with its year in its name ("CES 2025") dates what happened there. What is told in passing ("X, led
by Y, ...") happened before, and takes no date but the one in its own words.
"""

import re
from collections.abc import Sequence

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim
from extraction.dates import DateRelation, FoundDate, find_dates, told_day
from extraction.document import Role
from extraction.readers.published import is_date_label, is_date_words
from graph.edtf import parse_edtf
from graph.names import normalize
from graph.records import DatePrecision

_LEAD = re.compile(r"\s*([^:–—\n]{3,24}?)\s*(?::|–|—)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING_YEAR = re.compile(r"\W*(?:(?:In|En|L['’]année|The year) )?((?:19|20)\d\d)\b(?! ?[%-])")
"""A year that opens a sentence: its months are of that year ("2023 saw many models: X in February, Y in April")."""
_YEAR_ANCHOR = "11-16"
"""The day from which January and December of the year that a timeline is in both lie in the window of dates without a
year (`extraction.dates.resolve.PAST_WINDOW`)."""
_YEAR_OF_NAME = re.compile(r"(?<!\d)20\d\d$")
FRAMED = frozenset(
    {"RELEASED", "ACQUIRED", "INVESTED_IN", "RAISED", "PARTNERED_WITH", "SUCCEEDS", "WORKS_FOR", "LEFT", "ORGANIZED"}
    | {"PARTICIPATED_IN", "TOOK_ACTION_AGAINST", "ENACTED", "FOUNDED"}
)
"""What happens at a moment, and so falls under the date that frames its news item."""
_SPREADING = (DatePrecision.MONTH, DatePrecision.PART_OF_MONTH)
_BACKGROUND = frozenset(
    {
        "WORKS_FOR",
        "LEFT",
        "FOUNDED",
        "INVESTED_IN",
        "ACQUIRED",
        "ORGANIZED",
        "AVAILABLE_ON",
        "BASED_ON",
        "USES",
        "SUPPORTS",
    }
)
"""What words that describe a name tell of its past or of what it is like."""
UNDATED = frozenset({"ORGANIZED"})
"""What happens when its object does, which another predicate dates: an event."""
LASTING = frozenset({"WORKS_FOR", "LEFT", "FOUNDED", "INVESTED_IN", "ORGANIZED"})
"""What, told in passing, not even the date that heads its line dates."""
_RIGHT_BEHIND = re.compile(r"[\s(*_]*(?:[\w'’-]+ ){0,2}")
"""What may stand between a claim told in passing and its date."""
LONGEST_DATE = 32
"""Characters of a line that is a date: "Wednesday, September 24th, 2025" has 31. By hand."""
_IN_BRACKET = re.compile(r"[*_]* ?\([^()]{0,40}")
"""What stands between an event and its date in a bracket: "Google I/O (Mountain View, 20-21 May)"."""
_OFFERED = re.compile(
    r", (?:now |already |also |désormais |déjà |également |aussi )?(?:disponibles?|accessibles?|available|accessible)\b"
    r"[^.;]{0,80}$"
)
"""An insertion of where a thing is to be had, which its verb's date does not tell."""
_QUOTED = re.compile(r"\s*[\"“«]")
_BEGUN = re.compile(
    r"\b(?:fondée?s?|créée?s?|née?s?|founded|created|established|born)(?: [\w'’-]+){0,2} ?$", re.IGNORECASE
)
"""What stands before the month in which something that the news is about began."""
_RELATIVE = re.compile(
    r"today|yesterday|tomorrow|this|last|next|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hier|aujourd|demain|"
    r"dernier|dernière|prochain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    re.IGNORECASE,
)


class Timing:
    """The dates of a digest's clauses, read in order."""

    def __init__(self, language: str, published: str | None) -> None:
        self._language = language
        self.published = published
        """When what is being read was published: the digest, or the article of it that has a date of its own."""
        self._block = -1
        self._frame: FoundDate | None = None
        self._opening: FoundDate | None = None
        self._section, self._year = "", ""
        self._lines: frozenset[int] = frozenset()
        self._bylines: frozenset[int] = frozenset()
        self._issued = -1
        self._line: tuple[FoundDate, int] | None = None
        self._of_items: dict[int, tuple[FoundDate, int]] = {}
        self._stated = False
        self.told_in: dict[int, tuple[FoundDate, ...]] = {}
        """The dates of every sentence read so far, by its position."""
        self._days: dict[int, tuple[int, str]] = {}
        """The item and the day told last, by the position of each sentence that has one."""
        self.framed_at = 0
        """Where the sentence starts, in clean text, whose date is the frame."""
        self.leads = False
        """Whether the frame is the date that opens the sentence as its label, whatever other dates it tells."""
        self.labelled = False
        """Whether the frame is a date that stands alone before the sentence, whatever other dates that tells."""

    def expect(self, clauses: Sequence[Clause]) -> None:
        """Look for the lines that are dates alone: from two on they make a timeline, one is the digest's own date.

        A date right below a title is another matter: it says when an article was published, where there are several.
        Where several items have a line "Date: 11/09/2026", each dates its own item.
        """
        lines: set[int] = set()
        bylines: set[int] = set()
        headed = False
        for clause in clauses:
            if _is_date(clause):
                (bylines if headed else lines).add(clause.sentence.position)
            headed = clause.sentence.role is Role.HEADLINE and not _is_date(clause)
        self._date_items(clauses)
        several = len(lines) >= max(len(bylines), 1) and len(lines | bylines) > 1
        self._lines = frozenset(lines | bylines) if several else frozenset()
        self._issued = min(bylines, default=-1)
        self._bylines = frozenset(bylines) if len(bylines) > 1 and not self._lines else frozenset()

    def _date_items(self, clauses: Sequence[Clause]) -> None:
        """Date the items that have a line "Date: 11/09/2026" each; the first that has the digest's date is its own."""
        told: dict[str, list[Clause]] = {}
        for clause in clauses:
            if is_date_label(clause.sentence.label):
                told.setdefault(normalize(clause.sentence.label), []).append(clause)
        own = False
        for lines in told.values():
            if len({clause.sentence.item for clause in lines}) > 1:
                for clause in lines:
                    found = self.dates(clause)
                    if len(found) == 1 and not own and found[0].date.start == self.published:
                        own = True
                    elif len(found) == 1:
                        self._of_items[clause.sentence.item] = (found[0], clause.sentence.start)

    def pass_by(self, clause: Clause) -> None:
        """Take note of a line that tells nothing: a date alone opens a part of a timeline, a heading ends it."""
        self._enter(clause)
        if _YEAR.fullmatch(clause.text.strip()):
            self._year = clause.text.strip()
        elif clause.sentence.position in self._lines:
            found = self.dates(clause)
            own = clause.sentence.position == self._issued and found and found[0].date.start == self.published
            self._line = (found[0], clause.sentence.start) if found and not own else None
        elif clause.sentence.position in self._bylines:
            self.published = next((found.date.start for found in self.dates(clause)), None) or self.published
        elif clause.sentence.role is Role.HEADLINE:
            self._line = None

    def dates(self, clause: Clause) -> tuple[FoundDate, ...]:
        """The dates told in a clause, spans in its text; a quoted text's "yesterday" is not ours."""
        offset = clause.sentence.start
        names = [(argument.start - offset, argument.end - offset) for argument in clause.arguments]
        opening = self._opening_year(clause)
        found = find_dates(
            clause.text,
            language=self._language,
            published=self._year_of(clause, opening),
            exclude=names,
            told=self._day_before(clause),
            past=opening is not None,
        )
        if _QUOTED.match(clause.text):
            found = tuple(date for date in found if not _RELATIVE.search(date.text))
        position = clause.sentence.position
        self.told_in[position] = found
        day = told_day(found) or self._day_before(clause)
        if day is not None:
            self._days[position] = clause.sentence.item, day
        return found

    def _day_before(self, clause: Clause) -> str | None:
        """The day that the sentence before it told last, or one before that, if it is of the same news item."""
        item, day = self._days.get(clause.sentence.position - 1, (-1, None))
        return day if item == clause.sentence.item else None

    def frame(self, clause: Clause, found: Sequence[FoundDate]) -> FoundDate | None:
        """The date in which an event of this clause happened when its own words tell none."""
        self.pass_by(clause)
        if clause.sentence.block != self._block:
            self._block, self._frame, self._opening, self._stated = clause.sentence.block, None, None, False
        lead = _LEAD.match(clause.text)
        self.leads = lead is not None and is_date_words(lead[1])
        if lead is not None and self.leads:
            return next((date for date in found if date.start < lead.end(1)), None)
        line = self._of_items.get(clause.sentence.item, self._line)
        self.labelled = line is not None or self._stated
        if line is not None:
            self.framed_at = line[1]
            return line[0]
        before = self._frame
        told = [date for date in found if date.relation is DateRelation.ON]
        if len(told) == 1 and before is None and not is_coming(told[0], self.published):
            if told[0].date.precision in _SPREADING and not self._of_background(clause, told[0]):
                self._frame, self.framed_at = told[0], clause.sentence.start
            elif told[0].date.precision is DatePrecision.DAY and told[0].start == 0:
                self._opening = told[0]
        return before

    def _of_background(self, clause: Clause, found: FoundDate) -> bool:
        """Whether a month is that of what came before the news: of a founding, or before a day just told."""
        day = self._day_before(clause)
        begun = _BEGUN.search(clause.text, 0, found.start) is not None
        return begun or (day is not None and (found.date.end or day) < day)

    def told(self, clause: Clause, *, something: bool) -> None:
        """Take note of whether a clause told anything: a day that opens one that did not frames what follows."""
        if self._opening is not None and not something:
            self._frame, self.framed_at = self._opening, clause.sentence.start
            self._stated = _is_date(clause)
        self._opening = None

    def of_event(self, clause: Clause, found: Sequence[FoundDate]) -> FoundDate | None:
        """The date in a bracket behind the only event of a clause, or the year in its name when no date is told."""
        events = {argument.entity: argument for argument in clause.arguments if argument.kinds[0] == "Event"}
        if len(events) != 1 or len(found) > 1:
            return None
        event = next(iter(events.values()))
        if found:
            gap = clause.text[event.end - clause.sentence.start : found[0].start]
            return found[0] if _IN_BRACKET.fullmatch(gap) else None
        year = _YEAR_OF_NAME.search(event.surface)
        if year is None:
            return None
        offset = event.start - clause.sentence.start
        return FoundDate(start=offset + year.start(), end=offset + year.end(), text=year[0], date=parse_edtf(year[0]))

    def _enter(self, clause: Clause) -> None:
        """Take note of the heading that a clause stands under: a year, or anything else."""
        section = clause.sentence.section.strip()
        if section != self._section:
            self._section, self._year = section, section if _YEAR.fullmatch(section) else ""
            self._line = self._line if is_date_words(section) else None

    def _year_of(self, clause: Clause, opening: str | None) -> str | None:
        """The date against which "March" is read: late in the year of the sentence or the section, else publication."""
        self._enter(clause)
        if opening is not None:
            return f"{opening}-{_YEAR_ANCHOR}"
        if self._year and (self.published is None or self._year < self.published[:4]):
            return f"{self._year}-{_YEAR_ANCHOR}"
        return self.published

    def _opening_year(self, clause: Clause) -> str | None:
        """The year that opens a sentence, if it is not still to come."""
        found = _OPENING_YEAR.match(clause.text)
        return found[1] if found and (self.published is None or found[1] <= self.published[:4]) else None


def _is_date(clause: Clause) -> bool:
    """Whether a line or a sentence is a date with its day or month, and nothing else."""
    words = clause.text.strip(" *_#.:\n")
    return len(words) <= LONGEST_DATE and not words.isdigit() and is_date_words(words)


def told_in_passing(claim: RawClaim, clause: Clause) -> bool:
    """Whether a claim is read in words that describe a name, and not in what its sentence says happened."""
    if claim.rule == "kin":
        return True
    if claim.predicate not in _BACKGROUND:
        return False
    if claim.reduced or claim.rule.startswith("possessive") or _offered_from(claim, clause) >= 0:
        return True
    if not ("/between/" in claim.rule or claim.learned):
        return False
    low, high = _reach(claim)
    between = [token for token in clause.tokens if low <= token.start < high and token.name < 0]
    inserted = bool(between) and between[0].low in (",", "(") and all(token.low != "," for token in between[1:])
    return inserted or not clause.has_verb(low, high)


def beside(claim: RawClaim, clause: Clause, found: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates within the words of a claim told in passing, or right behind them ("founded by Y in 2024")."""
    offset = clause.sentence.start
    low, high = (position - offset for position in _reach(claim))
    low = max(low, _offered_from(claim, clause) - offset)
    return tuple(
        date
        for date in found
        if low <= date.start < high or (date.start >= high and _RIGHT_BEHIND.fullmatch(clause.text[high : date.start]))
    )


def _offered_from(claim: RawClaim, clause: Clause) -> int:
    """Where an insertion starts, in clean text, that tells where a thing is to be had; -1 without one."""
    if claim.predicate != "AVAILABLE_ON":
        return -1
    low, high = _reach(claim)
    offset = clause.sentence.start
    found = _OFFERED.search(clause.text, max(low - offset, 0), high - offset)
    return found.start() + offset if found else -1


def _reach(claim: RawClaim) -> tuple[int, int]:
    """The stretch of clean text that a claim's names and its trigger take up."""
    spans = [claim.trigger, *((end.start, end.end) for end in (claim.subject, claim.object) if end and not end.refers)]
    return min(span[0] for span in spans), max(claim.until, *(span[1] for span in spans))


def is_coming(found: FoundDate, published: str | None) -> bool:
    """Whether a date begins after the day of publication; never where that is not known."""
    return published is not None and (found.date.start or "") > published
