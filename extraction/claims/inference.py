"""What follows from the claims of a sentence or an item together, and from nothing outside the text.

Four steps, each stated: who releases a family releases the members that the same sentence lists; who is told as
partner in releasing a thing releases it too; what an item says is not out yet was announced, not released; and who makes
a thing that is told to come out on a day is who will release it.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Clause
from extraction.dates import FoundDate
from graph.edtf import parse_edtf
from graph.errors import InvalidDeclaration
from graph.records import Factuality
from graph.settings import DATA_FOLDER

LOOK_AHEAD = 80
"""Characters behind a name in which words that say it is not out yet begin; chosen by hand."""


def within_sentence(claims: Sequence[ReadClaim]) -> list[ReadClaim]:
    """The claims with those that follow from two of them in one sentence, in the same order."""
    found = list(claims)
    for _, group in groupby(claims, key=lambda claim: claim.raw.sentence):
        members = list(group)
        found += _families(members) + _partners(members)
    return sorted(found, key=lambda claim: claim.raw.sentence)


def _families(members: Sequence[ReadClaim]) -> list[ReadClaim]:
    """RELEASED(X, family) and PART_OF(member, family) give RELEASED(X, member)."""
    made = []
    for part in members:
        for release in members:
            family, whole = release.raw.object, part.raw.object
            if (
                release.raw.predicate != "RELEASED"
                or part.raw.predicate != "PART_OF"
                or family is None
                or whole is None
            ):
                continue
            if family.entity == whole.entity and part.raw.subject.kinds[0] == family.kinds[0]:
                raw = replace(release.raw, object=part.raw.subject, rule=f"{release.raw.rule}+family")
                made.append(replace(release, raw=raw))
    return made


def _partners(members: Sequence[ReadClaim]) -> list[ReadClaim]:
    """PARTNERED_WITH(X, Y) and, told behind it, RELEASED(X, Z) give RELEASED(Y, Z)."""
    made = []
    for bond in members:
        for release in members:
            if (bond.raw.predicate, release.raw.predicate) != ("PARTNERED_WITH", "RELEASED") or bond.raw.object is None:
                continue
            ends = {bond.raw.subject.entity: bond.raw.object, bond.raw.object.entity: bond.raw.subject}
            other = ends.get(release.raw.subject.entity)
            if other is not None and release.raw.trigger[0] > bond.raw.trigger[0]:
                raw = replace(release.raw, subject=other, rule=f"{release.raw.rule}+partner")
                made.append(replace(release, raw=raw))
    return made


def unreleased(clauses: Sequence[Clause]) -> dict[tuple[int, int], tuple[int, str]]:
    """The things told as not out yet: (item, entity) to the index of the clause that says it, and its words."""
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for index, clause in enumerate(clauses):
        for argument in clause.arguments:
            following = clause.between(argument.end, min(argument.end + LOOK_AHEAD, clause.sentence.end))
            for pattern in _patterns(clause.language):
                if (match := pattern.match(following)) is not None:
                    found.setdefault((clause.sentence.item, argument.entity), (index, match[0].strip(" ,(")))
    return found


def not_out_yet(
    claims: Sequence[ReadClaim],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
    published: str | None,
) -> list[ReadClaim]:
    """The claims, with every release of what the same item says is not out yet told as planned, or as guessed.

    Who makes a thing that is not out yet plans to release it ("le prochain modèle de Meta, qui devrait arriver").

    Args:
        claims: In reading order.
        clauses: Of the digest, by the position of their sentence.
        dates: Those told in each sentence, by its position; a coming one, behind the name, is when the thing comes.
        published: ISO date of the digest; without it no date is known to be to come.
    """
    waiting = unreleased(clauses)
    coming = {
        position: [date for date in found if published and (date.date.end or "") > published]
        for position, found in dates.items()
    }
    released = {claim.raw.object.entity for claim in claims if claim.raw.predicate == "RELEASED" and claim.raw.object}
    changed = []
    for claim in claims:
        raw = claim.raw
        entity = raw.object.entity if raw.object else -1
        status = waiting.get((clauses[raw.sentence].sentence.item, entity))
        if status is None or claim.factuality is not Factuality.ASSERTED:
            changed.append(claim)
        elif raw.predicate == "RELEASED":
            changed.append(_waiting(claim, status, clauses, coming))
        elif raw.predicate == "DEVELOPED" and entity not in released and status[0] == raw.sentence:
            release = replace(claim, raw=replace(raw, predicate="RELEASED", rule=f"{raw.rule}+not-out"))
            changed += [claim, _waiting(release, status, clauses, coming)]
        else:
            changed.append(claim)
    return changed


def released_by_maker(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims, with the release of every thing that one sentence of an item says will come out and another who makes.

    RELEASED_ON(Y, day) told as to come and DEVELOPED(X, Y) by one maker in the same item give RELEASED(X, Y).
    """
    found = list(claims)
    for _, group in groupby(claims, key=lambda claim: clauses[claim.raw.sentence].sentence.item):
        members = list(group)
        told = {claim.raw.object.entity for claim in members if claim.raw.predicate == "RELEASED" and claim.raw.object}
        makers: dict[int, list[ReadClaim]] = {}
        for claim in members:
            if claim.raw.predicate == "DEVELOPED" and claim.raw.object is not None:
                makers.setdefault(claim.raw.object.entity, []).append(claim)
        for coming in members:
            thing = coming.raw.subject
            made = makers.get(thing.entity, ())
            if (
                coming.raw.predicate != "RELEASED_ON"
                or coming.factuality is Factuality.ASSERTED
                or thing.entity in told
                or len({claim.raw.subject.entity for claim in made}) != 1
            ):
                continue
            raw = replace(
                coming.raw,
                predicate="RELEASED",
                subject=made[0].raw.subject,
                object=thing,
                value=None,
                rule=f"{coming.raw.rule}+maker",
            )
            date = parse_edtf(coming.raw.value) if coming.raw.value else None
            found.append(replace(coming, raw=raw, date=date))
    return sorted(found, key=lambda claim: claim.raw.sentence)


def _waiting(
    claim: ReadClaim,
    status: tuple[int, str],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
) -> ReadClaim:
    """A release told as not out yet, by the words of a clause."""
    sentence = clauses[status[0]].sentence
    due = _due(claim, clauses[status[0]], dates.get(status[0], ()))
    return replace(
        claim,
        factuality=Factuality.SPECULATED if _GUESS.search(status[1]) else Factuality.PLANNED,
        cue=status[1],
        date=due.date if due else None,
        cue_at=(sentence.start, sentence.end),
        date_at=(sentence.start + due.start, sentence.start + due.end) if due else None,
        framed=False,
        evidence=claim.evidence if status[0] == claim.raw.sentence else (sentence.start, sentence.end),
    )


def _due(claim: ReadClaim, clause: Clause, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The only coming date of a clause, where it stands behind the thing that is not out yet."""
    if len(dates) != 1 or claim.raw.object is None:
        return None
    ends = [one.end for one in clause.arguments if one.entity == claim.raw.object.entity]
    return dates[0] if ends and min(ends) - clause.sentence.start <= dates[0].start else None


_GUESS = re.compile(r"\b(?:devrai(?:t|ent)|pourrai(?:t|ent)|expected|may|might|could)\b")
"""Words that make what is said of a coming release a guess."""


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    path = DATA_FOLDER / "lexicons" / "unreleased.toml"
    try:
        return tuple(re.compile(pattern) for pattern in tomllib.loads(path.read_text("utf-8"))[language])
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise InvalidDeclaration(path.name, str(error)) from error
