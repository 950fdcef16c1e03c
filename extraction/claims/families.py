"""Members of a family, by their names: "Claude 3 Opus" and "Claude 3 Sonnet" told beside "Claude 3".

One such name proves nothing ("GPT-4 Turbo" beside "GPT-4" is a later model as much as a member): two or more members
told in the news item that names their family do. The names are the text's own or those that it stands for ("Scout").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim
from extraction.claims.reference import is_artefact
from extraction.document import NamedEntity
from graph.records import Factuality

RULE = "family-name"
LEAST = 2
"""Members that an item must name; chosen by hand."""
CONFIDENCE = 0.8
"""Chosen by hand, as for the words of a sentence that list a family's members."""


def families(clauses: Sequence[Clause], entities: Sequence[NamedEntity]) -> list[RawClaim]:
    """PART_OF of every member of a family that is named with another one in the item that names the family."""
    found: list[RawClaim] = []
    for _, group in groupby(clauses, key=lambda clause: clause.sentence.item):
        found += _of_item(list(group), entities)
    return found


def _of_item(clauses: Sequence[Clause], entities: Sequence[NamedEntity]) -> Iterator[RawClaim]:
    told: dict[int, list[tuple[Clause, Argument]]] = {}
    for clause in clauses:
        for argument in clause.arguments:
            if is_artefact(argument):
                told.setdefault(argument.entity, []).append((clause, argument))
    members: dict[int, list[int]] = {}
    for one in told:
        above = [other for other in told if _is_member(entities[one], entities[other])]
        if above:
            members.setdefault(max(above, key=lambda other: len(entities[other].name)), []).append(one)
    for family, named in members.items():
        if len(named) >= LEAST:
            for member in named:
                yield _claim(told[member], told[family])


def _is_member(one: NamedEntity, family: NamedEntity) -> bool:
    """Whether a name is a family's with a word behind it, not with a number: that would be another family."""
    rest = one.name[len(family.name) :]
    return (
        one.kind == family.kind
        and one.name.casefold().startswith(family.name.casefold())
        and re.fullmatch(r"[ -][^\W\d]\S*( \S+)?", rest) is not None
    )


def _claim(members: Sequence[tuple[Clause, Argument]], families: Sequence[tuple[Clause, Argument]]) -> RawClaim:
    """Evidenced by a sentence that names both, else by the first one that names the member."""
    whole = {clause.sentence.position: argument for clause, argument in reversed(families)}
    clause, member = next(
        ((clause, member) for clause, member in members if clause.sentence.position in whole), members[0]
    )
    family = whole.get(clause.sentence.position, families[0][1])
    return RawClaim(
        "PART_OF", member, family, None, (member.start, member.end), RULE, CONFIDENCE, clause.sentence.position,
        Factuality.ASSERTED,
    )  # fmt: skip
