"""Numbers of parameters that a sentence tells of another thing than the sized one that it names before them."""

import re

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim

_SIZE = re.compile(r"\d[bm]\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:outperform(?:s|ed|ing)?|beats?|surpass(?:es|ed)?|than|dépass\w+|surpass\w+|bat|devance|que) "
    r"(?:[\w'’-]+ ){0,8}$|\b(?:the|some|other|previous|les?|la|des|certains|autres) $"
)
"""What stands before the size of other things: those that are beaten, or another version ("with the 2B model ...")."""


def of_another(raw: RawClaim, clause: Clause) -> bool:
    """Whether a number of parameters behind a name that tells its own size is that of another thing."""
    subject = raw.subject
    if raw.predicate != "HAS_PARAMETERS" or subject.refers or _SIZE.search(subject.surface) is None:
        return False
    return subject.end <= raw.trigger[0] and bool(_OTHERS.search(clause.between(subject.end, raw.trigger[0]) + " "))
