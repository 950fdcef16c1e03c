"""When a thing came out, where no subject stands before a verb: "out since Monday", "Two days later came X"."""

import re
from collections.abc import Iterator, Sequence

from extraction.claims.clause import Argument, Clause
from extraction.claims.reference import is_artefact
from extraction.claims.syntax import Syntax
from extraction.claims.verbs import VerbUse, Voice

INVERTED = frozenset(
    {"came", "comes", "arrived", "arrives", "follows", "followed", "vient", "viendra", "arrive", "suit"}
)
"""Verbs that a thing which comes out may stand behind."""
_SINCE = re.compile(
    r"(?:, |\( )?(?:which )?(?:is |has been |qui est |est )?(?:already |now |déjà )?"
    r"(?:out|available|live|on sale|in preview|in beta|generally available|shipping|sortie?|disponible|en ligne|"
    r"accessible|en préversion|en bêta|en vente|publiée?|lancée?) ?(?:since|as of|depuis) ?(?:le |l' ?)?"
)
"""What stands between a name and the date since when it is out."""


def coming(clause: Clause, syntax: Syntax, use: VerbUse) -> tuple[Argument, ...]:
    """What comes in a note without subject ("Came out on Monday"), or behind its verb ("Two days later came X")."""
    tokens, following = clause.tokens, use.last
    if use.voice is not Voice.ACTIVE:
        return ()
    if use.first == 0 or tokens[use.first - 1].low == ";":
        found = syntax.focus.artefact()
        return (found.implied(),) if found else ()
    articles = ("the", "le", "la", "l'")
    while following < len(tokens) and (tokens[following].tag == "ADV" or tokens[following].low in articles):
        following += 1
    group = clause.group_at(following) if tokens[use.at].low in INVERTED else None
    return tuple(one for one in group.arguments if is_artefact(one)) if group is not None else ()


def out_since(clause: Clause, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[Argument, tuple[int, int]]]:
    """The things of a clause that are out since a date, each with the span of the date.

    Args:
        clause: With its names.
        dates: Spans of the dates found in the clause, in clean text.
    """
    for argument in clause.arguments:
        following = next((span for span in dates if span[0] >= argument.end), None)
        if is_artefact(argument) and following is not None:
            gap = f"{clause.between(argument.end, following[0])} "
            whole = f"{clause.between(argument.end, following[1])} "
            if _SINCE.fullmatch(gap.strip()) or _SINCE.fullmatch(gap) or _SINCE.match(whole):
                yield argument, following
