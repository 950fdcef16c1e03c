"""What the catalogue rules out: a maker who is another, an owner who is another, a customer who is the maker.

Facts of the catalogue are never claims; but when a loose reading says that Google makes GPT-4, knowing its maker is
reason enough to leave the claim out. A reading by a verb between two names stands, whatever the catalogue holds.
"""

import re
from collections.abc import Sequence

from extraction.catalogue import Catalogue, CatalogueEntity
from extraction.claims.raw import RawClaim
from extraction.document import NamedEntity

LOOSE = 0.7
"""Confidence below which an owner told by "X's Y" yields to the catalogue; chosen by hand."""


_OWN = ("/déployer", "/deploy")
"""How rules end that read a release where a maker deploys its own thing; others that deploy one only use it."""


def plausible(raw: RawClaim, entities: Sequence[NamedEntity], catalogue: Catalogue) -> bool:
    """Whether nothing that the catalogue knows speaks against a raw claim."""
    if raw.object is None:
        return True
    if raw.predicate == "AVAILABLE_ON":  # Nothing is to be had on a version of a model ("X, based on Qwen3-32B").
        return not (raw.object.kinds[0] == "Model" and any(char.isdigit() for char in entities[raw.object.entity].name))
    subject, object_ = (_known(entities[end.entity], catalogue) for end in (raw.subject, raw.object))
    if subject is not None and object_ is None and raw.learned and raw.predicate in ("DEVELOPED", "RELEASED"):
        family = _family(entities[raw.object.entity].name, catalogue)  # "Gemma 3 27B": who makes Gemma 3 makes it
        return family is None or family.maker is None or _related(family.maker, subject, catalogue)
    if raw.predicate == "RELEASED" and raw.rule.endswith(_OWN):
        if subject is None or object_ is None or object_.maker is None:
            return False
        return _related(object_.maker, subject, catalogue)
    if subject is None and object_ is not None and raw.predicate == "DEVELOPED" and raw.rule.endswith("/between/0"):
        return object_.maker is None or raw.subject.kinds[0] != "Organization"  # "Acme's Slack app"
    if subject is None or object_ is None:
        return True
    if raw.predicate == "DEVELOPED" and subject.kind == "Person" and not (raw.learned or raw.subject.refers):
        return True  # "Mike Rockwell, who built the Vision Pro": the catalogue knows the company as its maker
    if raw.predicate == "DEVELOPED" or (
        raw.predicate == "RELEASED" and (raw.learned or raw.subject.refers or raw.rule == "announced")
    ):
        return object_.maker is None or _related(object_.maker, subject, catalogue)
    if (
        raw.predicate == "RELEASED"
        and object_.maker is not None
        and _lacks_maker(raw.object.surface, object_, catalogue)
    ):
        return _related(object_.maker, subject, catalogue)  # "Mistral launches AI Studio": not Google's
    if raw.predicate == "SUCCEEDS" and subject.maker is not None and object_.maker is not None:
        maker = catalogue.by_id(subject.maker)
        return maker is None or _related(object_.maker, maker, catalogue)  # A shop that swaps one for another's.
    if raw.predicate == "USES" and raw.subject.kinds[0] == "Organization" and object_.maker is not None:
        return not _related(object_.maker, subject, catalogue)  # "Google tests AI Overviews": its own
    if raw.predicate == "PART_OF" and subject.kind == object_.kind == "Organization" and raw.confidence < LOOSE:
        return _related(object_.id, subject, catalogue)
    return True


def _known(entity: NamedEntity, catalogue: Catalogue) -> CatalogueEntity | None:
    if entity.catalogue_id is None:
        return None
    return catalogue.by_id(entity.catalogue_id) or catalogue.by_name(entity.name)  # The text may give it another kind.


def _family(name: str, catalogue: Catalogue) -> CatalogueEntity | None:
    """What the catalogue knows by the longest beginning of a name that it does not know whole."""
    parts = [found.start() for found in re.finditer(r"[ -]", name)]
    found = (catalogue.by_name(name[:end]) for end in reversed(parts))
    return next((entity for entity in found if entity is not None), None)


def _lacks_maker(surface: str, thing: CatalogueEntity, catalogue: Catalogue) -> bool:
    """Whether a thing that is called by its maker's name ("Google AI Studio") is called by the rest of it only."""
    maker = catalogue.by_id(thing.maker) if thing.maker else None
    first = maker.name.split()[0].casefold() if maker is not None else ""
    return bool(first) and thing.name.casefold().startswith(first) and first not in surface.casefold()


def _related(identifier: str, entity: CatalogueEntity, catalogue: Catalogue) -> bool:
    """Whether two organisations are one, or one is above the other ("Google DeepMind" and "Alphabet")."""
    other = catalogue.by_id(identifier)
    return other is not None and (entity.id in _above(other, catalogue) or other.id in _above(entity, catalogue))


def _above(entity: CatalogueEntity, catalogue: Catalogue) -> set[str]:
    """The entity's id and those of all that it is part of."""
    found: set[str] = set()
    current: CatalogueEntity | None = entity
    while current is not None and current.id not in found:
        found.add(current.id)
        current = catalogue.by_id(current.parent) if current.parent else None
    return found
