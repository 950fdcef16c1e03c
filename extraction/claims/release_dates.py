"""The date of a release that stands behind the name of what came out, in words of its own.

"X, released on 13 August, has 389B parameters", "X, qui devrait arriver au premier semestre", "X (by Y) in April": such
a date is of the thing before it, whatever else the sentence tells of.
"""

import re
from collections.abc import Sequence

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim
from extraction.dates import DateRelation, FoundDate

_CLOSING = r"[\s)\]*_\"”»’]*"
_IN_BRACKET = r"(?:\([^()]{1,40}\)\s*)?"
_OUT = (
    r"(?:is |are |was |were |est |sont |a été |ont été )?"
    r"(?:first |initially |officially |just |quietly |d'abord |officiellement )?"
    r"(?:released|launched|unveiled|announced|published|introduced|presented|shipped|open-sourced|due|expected|"
    r"sortie?s?|lancée?s?|dévoilée?s?|annoncée?s?|publiée?s?|présentée?s?|parue?s?|attendue?s?|prévue?s?)"
)
_COMES_OUT = (
    r"(?:which|that|qui)\s(?:(?:will|should|could|would|may|might|is|are|was|were|has|have|been|be|to|due|expected|set|"
    r"devra(?:it|ient)?|doit|doivent|pourra(?:it|ient)?|sera|seront|est|sont|a|ont|être|été|attendue?s?|prévue?s?)\s){0,4}"
    r"(?:arrived?s?|ship(?:s|ped)?|launch(?:ed|es)?|released?|come|came|out|go|debut(?:s|ed)?|unveiled|announced|available|"
    r"arriver(?:a|ont)?|arrivée?s?|sortir(?:a|ont)?|sortie?s?|lancée?s?|dévoilée?s?|annoncée?s?|disponibles?|proposée?s?)"
)
_GAP = re.compile(
    rf"{_CLOSING}{_IN_BRACKET}{_CLOSING}"
    rf"(?:[,(–—-]?\s*(?:{_OUT}|{_COMES_OUT})(?:\s(?!and\b|et\b|but\b|mais\b)[\w'’-]+){{0,2}}\s*)?",
    re.IGNORECASE,
)
"""What may stand between the names of a release and its date: a bracket, a participle, "which came out"."""


def release_date(claim: RawClaim, clause: Clause, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date right behind the names of a release, or behind the words that say there when it came or comes out."""
    if claim.predicate != "RELEASED" or claim.object is None or claim.object.refers:
        return None
    offset = clause.sentence.start
    named = [one for one in (claim.object, claim.subject) if not one.refers and one.start >= offset]
    for end in sorted({one.end - offset for one in named if one is claim.object or one.end > claim.object.end}):
        behind = (date for date in dates if date.start >= end and date.relation is not DateRelation.AFTER)
        following = next(behind, None)
        if following is not None and _GAP.fullmatch(clause.text, end, following.start):
            return following
    return None
