"""From what a caller wrote to one thing of the graph: an entity by id, or by a name that is really its name; a document
by id or source.

A name must be equal to one of the entity's names in the normal form of `graph.names`; search alone, which also
finds beginnings and typing errors, gives suggestions, never an answer about another thing.
"""

from collections.abc import Collection, Iterator

from rapidfuzz import fuzz

from graph.errors import DocumentNotFound, EntityMerged, EntityNotFound
from graph.names import normalize, squash
from graph.records import DocumentId, EntityId, Kind, Record
from graph.store import Store, read
from graph.store.answers import EntitySummary

_CANDIDATES = 10
"""Search hits looked at; chosen by hand: namesakes of one name are fewer."""
_SUGGESTIONS = 3
"""Names offered in place of an unknown one."""
_SHORTEST_WORD, _WORDS = 3, 4
"""Letters of a word, and words of a name, that are searched one by one."""
_ALIKE = 60
"""Likeness in percent of a name that is offered; chosen by hand: "Polen Robotic" and "Pollen Robotics" have 93."""


class Lookup(Record):
    """What a name led to: entities that bear it, likeliest first, else names that are near."""

    name: str
    found: tuple[EntitySummary, ...]
    suggestions: tuple[str, ...]


def look_up(store: Store, name: str, *, kinds: Collection[Kind] | None = None) -> Lookup:
    """The entities that bear a name, those whose main name it is first; `kinds` limits them, None allows all."""
    hits = read.search_entities(store, name, limit=_CANDIDATES).items
    wanted = squash(name)
    fitting = [hit for hit in hits if kinds is None or hit.kind in kinds]
    found = [hit for hit in fitting if squash(hit.name) == wanted]
    found += [hit for hit in fitting if hit not in found and wanted in map(squash, hit.aliases)]
    if not found:
        found = [hit for hit in fitting if wanted in map(squash, _surface_forms(store, hit))]
    near = hits if hits or found else _near(store, name)
    suggestions = tuple(dict.fromkeys(hit.name for hit in near))[:_SUGGESTIONS]
    return Lookup(name=name, found=tuple(found), suggestions=suggestions)


def _near(store: Store, name: str) -> list[EntitySummary]:
    """What single words of an unknown name lead to, the most alike first."""
    words = [word for word in normalize(name).split() if len(word) >= _SHORTEST_WORD][:_WORDS]
    hits = {hit.id: hit for word in words for hit in read.search_entities(store, word, limit=_CANDIDATES).items}
    alike = {hit.id: fuzz.ratio(squash(name), squash(hit.name)) for hit in hits.values()}
    ranked = sorted(hits.values(), key=lambda hit: (-alike[hit.id], hit.id))
    return [hit for hit in ranked if alike[hit.id] >= _ALIKE]


def _surface_forms(store: Store, hit: EntitySummary) -> Iterator[str]:
    yield from read.get_entity(store, hit.id).surface_forms


def entity_named(store: Store, text: str, *, kinds: Collection[Kind] | None = None) -> EntityId:
    """The id of the entity that an id or a name leads to; merged ids are followed.

    Raises:
        EntityNotFound: nothing bears that id or name; the message suggests near names.
    """
    if "/" in text:
        try:
            return read.get_entity(store, EntityId(text)).id
        except EntityMerged as merged:
            return EntityId(merged.canonical_id)
        except EntityNotFound:
            pass
    looked = look_up(store, text, kinds=kinds) if text.strip() else Lookup(name=text, found=(), suggestions=())
    if not looked.found:
        raise EntityNotFound(text, looked.suggestions)
    return looked.found[0].id


def document_named(store: Store, text: str) -> DocumentId:
    """The id of the document that an id or a source leads to: of several versions, the current one.

    Raises:
        DocumentNotFound: neither leads anywhere.
    """
    if not text:
        raise DocumentNotFound(text)
    try:
        return read.get_document(store, DocumentId(text)).id
    except DocumentNotFound:
        found = read.current_version(store, text)
        if found is None:
            raise
        return found
