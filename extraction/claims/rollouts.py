"""What was announced and comes later: "Google unveils X. The rollout begins next month".

The sentence with the day names no thing; what the sentences right before it tell as released is meant, and is planned,
as is where it is to be had. A rollout that has begun, or of no day, says nothing of the kind.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import read_patterns
from extraction.claims.raw import RawClaim
from extraction.claims.reference import ORGANIZATION
from extraction.claims.timing import is_coming
from extraction.dates import FoundDate
from graph.records import Factuality

WITHIN = 2
"""Sentences before the one with the day in which the release is told; chosen by hand."""


def rolled_out_later(
    claims: Sequence[ReadClaim],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
    published: str | None,
) -> list[ReadClaim]:
    """The claims, with the releases told right before a rollout that is still to come as planned for its day.

    Args:
        claims: In reading order.
        clauses: Of the digest, by the position of their sentence.
        dates: Those told in each sentence, by its position.
        published: ISO date of the digest; without it no day is known to be to come.
    """
    later: dict[tuple[int, int], tuple[Clause, str, FoundDate]] = {}
    for clause in clauses:
        words = _rollout(clause.language).search(clause.text)
        if words is None or any(ORGANIZATION not in one.kinds for one in _named(clause, words)):
            continue
        coming = [date for date in dates.get(clause.sentence.position, ()) if is_coming(date, published)]
        if len(coming) != 1:
            continue
        for entity in _released_before(clause, claims):
            later[clause.sentence.item, entity] = clause, words[0], coming[0]
    return [_planned(claim, clauses, later) for claim in claims]


def _named(clause: Clause, words: re.Match[str]) -> list[Argument]:
    """The names before the words that tell of the rollout: its own thing would be one."""
    return [one for one in clause.arguments if one.end <= clause.sentence.start + words.start()]


def _released_before(clause: Clause, claims: Sequence[ReadClaim]) -> set[int]:
    """The things whose release is told last in the sentences right before one."""
    place = clause.sentence.position
    told = [
        claim
        for claim in claims
        if claim.raw.predicate == "RELEASED"
        and claim.factuality is Factuality.ASSERTED
        and place - WITHIN <= claim.raw.sentence < place
    ]
    last = max((claim.raw.sentence for claim in told), default=-1)
    return {claim.raw.object.entity for claim in told if claim.raw.sentence == last and claim.raw.object is not None}


def _planned(
    claim: ReadClaim, clauses: Sequence[Clause], later: Mapping[tuple[int, int], tuple[Clause, str, FoundDate]]
) -> ReadClaim:
    place, thing = claim.raw.sentence, _thing(claim.raw)
    found = later.get((clauses[place].sentence.item, thing.entity)) if thing is not None else None
    if found is None or claim.factuality is not Factuality.ASSERTED:
        return claim
    clause, words, day = found
    if not clause.sentence.position - WITHIN <= place <= clause.sentence.position:
        return claim
    start, end = clause.sentence.start, clause.sentence.end
    return replace(
        claim,
        factuality=Factuality.PLANNED,
        cue=words,
        cue_at=(start, end),
        date=day.date,
        date_at=(start + day.start, start + day.end),
        framed=True,
    )


def _thing(raw: RawClaim) -> Argument | None:
    """What a claim tells to be out, or to be had somewhere; None for another claim."""
    return raw.object if raw.predicate == "RELEASED" else raw.subject if raw.predicate == "AVAILABLE_ON" else None


@cache
def _rollout(language: str) -> re.Pattern[str]:
    return read_patterns("unreleased", language, _built)


def _built(words: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words['rollout'])})\b", re.IGNORECASE)
