"""What follows from the claims of a sentence together, and from nothing outside the text.

Five steps, each stated: who releases a family releases the members that the same sentence lists; who is told as
partner in releasing a thing releases it too; organisations that make or release a thing together are partners;
founders whose role stands in brackets have it where they founded; and who is told to leave a post works there no
longer.
`extraction.claims.coming` concludes what a news item tells of the future.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extraction.claims.assemble import ReadClaim
from graph.records import Factuality


def within_sentence(claims: Sequence[ReadClaim], text: str) -> list[ReadClaim]:
    """The claims with those that follow from them in one sentence of the clean text, in the same order."""
    found: list[ReadClaim] = []
    for _, group in groupby(claims, key=lambda claim: claim.raw.sentence):
        members = _without_former_posts(list(group))
        found += members
        found += _families(members) + _partners(members) + _joint(members) + _roles(members, text)
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
            if other is not None and release.raw.trigger[0] >= bond.raw.trigger[1]:
                raw = replace(release.raw, subject=other, rule=f"{release.raw.rule}+partner")
                made.append(replace(release, raw=raw))
    return made


_ROLE = re.compile(r"\s*\(((?:[A-Z]{3}|[^()\d]{3,40}))\)")
"""A role in brackets behind a person's name."""
_ROLES = re.compile(
    r"\b(?:C[EFIMOPST]O|PDG|DG|CTO|CSO|chief|head|president|chair\w*|director|chercheu[rs]e?|président\w*|direct\w+|responsable|"
    r"ing[ée]nieure?|engineer|scientist|researcher)\b",
    re.IGNORECASE,
)


def _roles(members: Sequence[ReadClaim], text: str) -> list[ReadClaim]:
    """FOUNDED(X, Y) with a role in brackets behind X gives WORKS_FOR(X, Y) ("Founded by X (CEO) and Y (CTO)")."""
    made = []
    for one in members:
        role = _ROLE.match(text, one.raw.subject.end) if one.raw.predicate == "FOUNDED" and one.raw.object else None
        if role is not None and _ROLES.search(role[1]):
            raw = replace(one.raw, predicate="WORKS_FOR", rule=f"{one.raw.rule}+role", qualifiers=(("role", role[1]),))
            made.append(replace(one, raw=raw, date=None, date_at=None))
    return made


def _joint(members: Sequence[ReadClaim]) -> list[ReadClaim]:
    """RELEASED(X, Z) and RELEASED(Y, Z), by one verb with both as its subject, give PARTNERED_WITH(X, Y)."""
    made = []
    told = [one for one in members if one.raw.predicate in ("RELEASED", "DEVELOPED") and "/verb/" in one.raw.rule]
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            left, right = one.raw, other.raw
            same = (left.predicate, left.trigger, left.rule) == (right.predicate, right.trigger, right.rule)
            if not same or left.object is None or right.object is None or left.object.entity != right.object.entity:
                continue
            both = left.subject, right.subject
            if left.subject.entity != right.subject.entity and all(end.kinds[0] == "Organization" for end in both):
                bond = replace(left, predicate="PARTNERED_WITH", object=right.subject, rule=f"{left.rule}+joint")
                made.append(replace(one, raw=bond))
    return made


def _without_former_posts(members: Sequence[ReadClaim]) -> list[ReadClaim]:
    """LEFT(X, Y), told as a fact, takes away WORKS_FOR(X, Y) of the same sentence."""
    left = {
        (one.raw.subject.entity, one.raw.object.entity)
        for one in members
        if one.raw.predicate == "LEFT" and one.raw.object is not None and one.factuality is Factuality.ASSERTED
    }
    return [
        one
        for one in members
        if one.raw.predicate != "WORKS_FOR"
        or one.raw.object is None
        or (one.raw.subject.entity, one.raw.object.entity) not in left
    ]
