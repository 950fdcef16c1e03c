"""Who puts money into a round: the names beside words that say so, in the item that tells who raises it.

"Perplexity raised $500 million. The round was led by IVP, with participation from NVIDIA." The second sentence names no
company: it is the one that the item last told as raising money or taking it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.lexicon import read_patterns
from extraction.claims.raw import RawClaim
from extraction.document import Role
from graph.records import Factuality

RULE = "round"
CONFIDENCE = 0.75
"""Chosen by hand, as for what a reference to the item's company costs a verb."""
REACH = 3
"""Sentences behind the one that tells of a round in which its investors are looked for; chosen by hand."""
_BESIDE = 90
"""Characters beside a name in which the words that make it an investor stand; chosen by hand."""
_READ = frozenset({Role.HEADLINE, Role.BODY, Role.COMMENTARY})
_JOIN = re.compile(r" ?(?:,|and|et|&|, and|, et|as well as|ainsi que|puis) ?(?:the |le |la |l' ?|les )?")


class _Words(NamedTuple):
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    stops: re.Pattern[str]
    round: re.Pattern[str]


class Round(NamedTuple):
    """Who raises money, as told by the claim read at a sentence."""

    company: Argument
    sentence: int
    factuality: Factuality


def tells_of_round(clause: Clause) -> bool:
    """Whether a sentence has a word for a round or its money, so that who leads or joins in it may invest."""
    return _words(clause.language).round.search(clause.text.casefold()) is not None


def whole_rounds(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims without parts of a round: sums of which only a noun says that they were raised, by nobody named.

    "X is raising $6 billion. The funding is a combination of $5 billion from Y and $1 billion from others."
    """
    told = {
        (clauses[claim.raw.sentence].sentence.item, claim.raw.subject.entity): claim.raw.value
        for claim in claims
        if claim.raw.predicate == "RAISED" and "/verb/" in claim.raw.rule
    }

    def is_part(claim: ReadClaim) -> bool:
        raw = claim.raw
        whole = told.get((clauses[raw.sentence].sentence.item, raw.subject.entity))
        loose = raw.predicate == "RAISED" and "/noun/" in raw.rule and raw.subject.refers
        return loose and whole is not None and whole != raw.value

    return [claim for claim in claims if not is_part(claim)]


def investors(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> Iterator[tuple[RawClaim, Clause]]:
    """INVESTED_IN of those who are told to be in a round, with the clause that tells it.

    Args:
        claims: In reading order; those that tell of a round are RAISED.
        clauses: Of the digest, by the position of their sentence.
    """
    told: dict[int, Round] = {}
    raising: dict[int, set[int]] = {}
    for claim in claims:
        if claim.raw.predicate == "RAISED" and claim.factuality is not Factuality.NEGATED:
            told[claim.raw.sentence] = Round(claim.raw.subject, claim.raw.sentence, claim.factuality)
            raising.setdefault(claim.raw.sentence, set()).add(claim.raw.subject.entity)
    current: Round | None = None
    for clause in clauses:
        sentence = clause.sentence
        several = len(raising.get(sentence.position, ())) > 1
        current = told.get(sentence.position, current)
        if current is None or several or sentence.role not in _READ:
            continue
        here = clauses[current.sentence].sentence
        if here.item != sentence.item or sentence.position - current.sentence > REACH:
            continue
        yield from ((raw, clause) for raw in _of_clause(clause, current))


def _of_clause(clause: Clause, current: Round) -> Iterator[RawClaim]:
    words = _words(clause.language)
    within = clause.sentence.position == current.sentence
    taken: Group | None = None
    for group in clause.groups:
        able = [one for one in group.arguments if one.kinds[0] in ("Organization", "Person")]
        if not able or any(one.entity == current.company.entity for one in group.arguments):
            continue
        before = clause.between(max(group.start - _BESIDE, clause.sentence.start), group.start)
        after = " " + clause.between(group.end, min(group.end + _BESIDE, clause.sentence.end))
        joined = taken is not None and _JOIN.fullmatch(clause.between(taken.end, group.start) + " ") is not None
        told_of = not within or words.round.search(clause.between(clause.sentence.start, group.start)) is not None
        leads = told_of and any(pattern.search(before) for pattern in words.before)
        # In the sentence that tells of the round itself only "with X leading it" does.
        may_follow = not within or before.endswith(("with", "avec"))
        follows = may_follow and any(pattern.match(after) for pattern in words.after)
        if not (joined or leads or follows) or words.stops.search(f"{before[-40:]} {after[:30]}"):
            continue
        taken = group
        company = current.company
        if not within:
            company = company.standing(group.start, group.start, words=False)
        for one in able:
            yield RawClaim(
                "INVESTED_IN", one, company, None, (group.start, group.end), RULE, CONFIDENCE,
                clause.sentence.position,
            )  # fmt: skip


@cache
def _words(language: str) -> _Words:
    """The patterns of a language. Raises InvalidDeclaration when the file does not hold them."""
    return read_patterns("rounds", language, _built)


def _built(data: dict[str, Any]) -> _Words:
    return _Words(
        tuple(re.compile(rf"(?:^|[\s(,])(?:{pattern})$") for pattern in data["before"]),
        tuple(re.compile(pattern) for pattern in data["after"]),
        re.compile(data["stops"]),
        re.compile(data["round"]),
    )
