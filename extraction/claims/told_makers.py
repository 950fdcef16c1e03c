"""Who makes a thing, where the text puts the maker's name before the thing's: "OpenAI Whisper", "Google Gemini".

The catalogue knows such a name as a whole, so that no rule of the sentence sees two. Said is it all the same, where the
name has no maker of its own ("Google Maps"), and the digest names the maker elsewhere, too.
"""

from collections.abc import Mapping, Sequence

from extraction.claims.clause import Argument, Clause
from extraction.claims.known_makers import makers
from extraction.claims.raw import RawClaim
from extraction.claims.reference import ORGANIZATION
from extraction.document import NamedEntity
from graph.records import Factuality

RULE = "maker-before-name"
CONFIDENCE = 0.85
"""Chosen by hand, as for a possessive."""


def told_makers(clauses: Sequence[Clause], entities: Sequence[NamedEntity]) -> list[RawClaim]:
    """DEVELOPED of every known thing that is told with its maker's name before its own, once for a sentence."""
    organizations = {
        entity.catalogue_id: number
        for number, entity in enumerate(entities)
        if entity.kind == ORGANIZATION and entity.catalogue_id
    }
    found: dict[tuple[int, int], RawClaim] = {}
    for clause in clauses:
        for argument in clause.arguments:
            if (maker := _before(argument, organizations, entities)) is not None:
                raw = RawClaim(
                    "DEVELOPED", maker, argument, None, (argument.start, argument.end), RULE, CONFIDENCE,
                    clause.sentence.position, Factuality.ASSERTED,
                )  # fmt: skip
                found.setdefault((argument.entity, clause.sentence.position), raw)
    return list(found.values())


def _before(argument: Argument, organizations: Mapping[str, int], entities: Sequence[NamedEntity]) -> Argument | None:
    """The maker whose name opens that of a thing; None without one."""
    thing = entities[argument.entity]
    if argument.refers or thing.kind == ORGANIZATION or " " not in argument.surface:
        return None
    for number in sorted(organizations[one] for one in makers(thing) if one in organizations):
        maker = entities[number]
        for form in sorted({maker.name, *maker.surface_forms}, key=len, reverse=True):
            if argument.surface.startswith(f"{form} ") and not thing.name.startswith(form):
                end = argument.start + len(form)
                return Argument(number, (ORGANIZATION, *maker.also), argument.start, end, form)
    return None
