"""Who of the organisations that a news item names makes a thing, as the catalogue knows.

That is no claim: it only tells which of several organisations "Grok 4 est sorti le 9" leaves unsaid, among those that
the item names. A thing whose maker the item does not name stays without one.
"""

from collections.abc import Sequence
from dataclasses import replace

from extraction.catalogue import load_catalogue
from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Argument, Clause
from extraction.claims.reference import ORGANIZATION
from extraction.document import NamedEntity


def by_item(clauses: Sequence[Clause]) -> dict[int, list[Clause]]:
    """The clauses of each news item, by its number, in reading order."""
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        found.setdefault(clause.sentence.item, []).append(clause)
    return found


def named_maker(thing: int, item: Sequence[Clause], entities: Sequence[NamedEntity]) -> Argument | None:
    """The maker of a thing where the item names it, by its last mention there; None where it does not.

    Args:
        thing: Index into the entities.
        item: The clauses of the news item.
        entities: Of the digest.
    """
    wanted = makers(entities[thing])
    found = [
        one
        for clause in item
        for one in clause.arguments
        if one.kinds[0] == ORGANIZATION and entities[one.entity].catalogue_id in wanted
    ]
    return found[-1] if found else None


def by_named_makers(
    claims: Sequence[ReadClaim], clauses: Sequence[Clause], entities: Sequence[NamedEntity]
) -> list[ReadClaim]:
    """The claims, with a release of which no words say whose it is said of the thing's maker, if the item names it.

    "Google et OpenAI se répondent : GPT-5 a été lancé" is about Google first, and tells of OpenAI's release.
    """
    items, found = by_item(clauses), []
    for claim in claims:
        raw = claim.raw
        if raw.predicate == "RELEASED" and raw.object is not None and raw.subject.refers and raw.subject.unsaid:
            maker = named_maker(raw.object.entity, items[clauses[raw.sentence].sentence.item], entities)
            if maker is not None and maker.entity != raw.subject.entity:
                claim = replace(claim, raw=replace(raw, subject=maker.implied()))
        found.append(claim)
    return found


def makers(entity: NamedEntity) -> set[str]:
    """The ids of a known thing's maker, its own or its family's, and of those that the maker is part of."""
    catalogue = load_catalogue()
    known = catalogue.by_id(entity.catalogue_id) if entity.catalogue_id else None
    found = {entity.maker} if entity.maker else set()
    while known is not None and not found:
        if known.maker:
            found.add(known.maker)
        known = catalogue.by_id(known.parent) if known.parent else None
    above = catalogue.by_id(next(iter(found))) if found else None
    while above is not None and above.parent and above.parent not in found:
        found.add(above.parent)
        above = catalogue.by_id(above.parent)
    return found
