"""Which entity a name in a table means: the one that the catalogue knows, so that it meets digests, or a new one.

A column tells the kind, so one known entity of that kind is enough even for a name that would be weak in a sentence.
"""

import re
from collections.abc import Iterator, Sequence

from extraction.catalogue import Catalogue, CatalogueEntity
from graph.ids import entity_id
from graph.ontology import load_ontology
from graph.records import Entity, Kind

_INSERTED = re.compile(r"\s*\(([^()]*)\)")
_INITIAL = re.compile(r"(?:^|(?<=[-\s]))[a-z]")


def spell_slug(slug: str) -> str:
    """A name as a slug tells it: "keolis-north-america" is "Keolis North America"."""
    return _INITIAL.sub(lambda match: match[0].upper(), slug.replace("-", " ")).strip()


def bare_name(name: str) -> str:
    """A name without what it says in parentheses: "Carnegie Mellon University (CMU)"."""
    return " ".join(_INSERTED.sub("", name).split()) or name


def name_entity(name: str, surface: str, kinds: Sequence[Kind], catalogue: Catalogue) -> Entity:
    """The entity of a name: known, or minted as the first of `kinds`.

    Args:
        name: What the table calls it.
        surface: The exact characters in the row's text.
        kinds: What it may be, the likeliest first.
        catalogue: The known entities.
    """
    known = find_known(name, kinds, catalogue)
    if known is None:
        # "(v2)" makes another model, "(CMU)" no other university.
        minted = name if load_ontology().is_artefact(kinds[0]) else bare_name(name)
        return Entity(id=entity_id(kinds[0], minted), name=minted, kind=kinds[0], surface_forms=(surface,))
    return Entity(
        id=known.id,
        name=known.name,
        kind=known.kind,
        surface_forms=(surface,),
        aliases=tuple(sorted(set(known.aliases))),
        catalogued=True,
        external_ids=known.external_ids,
    )


def find_known(name: str, kinds: Sequence[Kind], catalogue: Catalogue) -> CatalogueEntity | None:
    """The catalogue's entity that a name of these kinds means, if one alone does."""
    ontology = load_ontology()
    for form in _forms(name, artefact=ontology.is_artefact(kinds[0])):
        for kind in kinds:
            if found := catalogue.by_name(form, kind):
                return found
        candidates = catalogue.candidates(form)
        if len(same := [one for one in candidates if one.kind in kinds]) == 1:
            return same[0]
        for kind in kinds:
            if len(also := [one for one in candidates if kind in one.also]) == 1:
                return also[0].as_kind(kind)
        # What a table calls a model may be known as a product: one thing, and the catalogue's kind is the better one.
        strong = catalogue.by_name(form)
        if strong and any(map(ontology.is_artefact, kinds)) and ontology.is_artefact(strong.kind):
            return strong
    return None


def _forms(name: str, *, artefact: bool) -> Iterator[str]:
    yield name
    if artefact:
        return
    if (bare := bare_name(name)) != name:
        yield bare
        yield from (inside[1] for inside in _INSERTED.finditer(name))
    if " / " in name:
        yield from name.split(" / ")
