"""The catalogue: the entities that are known before any digest is read, from the tables of `data/catalogue`.

What a table says of makers and families serves resolution and typing; it is never a claim. How tables are read is in
`extraction.catalogue_tables`, how names are found in text in `extraction.catalogue_matcher`.
The strengths of names (name, alias, weak alias) are after followthemoney.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from pydantic import Field, ValidationError

from extraction.catalogue_matcher import CatalogueMatcher
from extraction.catalogue_spelling import Form
from extraction.catalogue_tables import EXACTLY, Row, bare, read_decoys, read_rows
from graph.errors import InvalidDeclaration
from graph.ids import entity_id
from graph.names import squash, strip_accents
from graph.ontology import load_ontology
from graph.records import EntityId, Kind, Record
from graph.settings import DATA_FOLDER

CATALOGUE_FOLDER = DATA_FOLDER / "catalogue"


class CatalogueEntity(Record):
    """One known entity.

    `name` and `aliases` name it wherever they stand; a weak alias only where the text supports it. `exact` holds those
    of its names that count in their own capitals only ("Le Chat").
    """

    id: EntityId
    name: str
    kind: Kind
    aliases: tuple[str, ...] = Field(default=(), description="Strong names beside `name`, both languages.")
    weak: tuple[str, ...] = Field(default=(), description="Names too ambiguous to match alone; may include `name`.")
    exact: frozenset[str] = frozenset()
    also: tuple[Kind, ...] = Field(default=(), description="Other kinds that context may choose, best first.")
    maker: EntityId | None = Field(default=None, description="The organisation that makes it, itself or by its family.")
    parent: EntityId | None = Field(default=None, description="The family of an artefact, or an organisation's parent.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code of the seat, or of the country.")
    released: str | None = Field(default=None, description="First release, or an event's days, in EDTF.")
    demonyms: tuple[str, ...] = Field(default=(), description="Adjectives of a place; masculine singular in French.")
    external_ids: tuple[str, ...] = Field(default=(), description="As 'wikidata:Q95'.")
    generated: bool = Field(default=False, description="Whether it comes from outside tables, not from our own hand.")

    @property
    def strong(self) -> tuple[str, ...]:
        """The names that suffice by themselves."""
        return tuple(name for name in (self.name, *self.aliases) if name not in self.weak)

    def as_kind(self, kind: Kind) -> "CatalogueEntity":
        """The thing of the same name and of another kind, which context has chosen: Perplexity the Product."""
        if kind == self.kind:
            return self
        others = tuple(one for one in (self.kind, *self.also) if one != kind)
        return self.model_copy(update={"id": entity_id(kind, self.name), "kind": kind, "also": others})


class Match(NamedTuple):
    """A place of a text that may name a known entity. `start` and `end` are half-open, in characters of that text.

    `exact_case` is false for capitals that are not the alias's own (an all-caps headline, a lower-case "openai");
    `tagged` is true right after a # or @, which the span leaves out; `longest` is true for the matches that are left
    when the leftmost, then longest, wins every overlap.
    """

    start: int
    end: int
    entity: CatalogueEntity
    alias: str
    weak: bool
    exact_case: bool
    tagged: bool
    longest: bool


class Catalogue:
    """All known entities, by id, by name and in text."""

    def __init__(self, entities: tuple[CatalogueEntity, ...], decoys: tuple[str, ...] = ()) -> None:
        self.entities = entities
        self._decoys = decoys
        self._by_id = {entity.id: entity for entity in entities}

    def by_id(self, entity: str) -> CatalogueEntity | None:
        """The entity of an id, if known."""
        return self._by_id.get(EntityId(entity))

    def by_name(self, name: str, kind: str | None = None) -> CatalogueEntity | None:
        """The one entity that has this name or strong alias, whatever its case, accents and hyphens."""
        found = (self.entities[index] for weak, index in self._called(name) if not weak)
        return next((entity for entity in found if kind in (None, entity.kind)), None)

    def candidates(self, name: str) -> tuple[CatalogueEntity, ...]:
        """All entities that may be called so, those with a strong name first."""
        found = sorted(self._called(name))
        return tuple(self.entities[index] for index in dict.fromkeys(index for _, index in found))

    def demonym(self, text: str) -> CatalogueEntity | None:
        """The place that an adjective of nationality points to: "française", "French", "américains"."""
        for form in _singulars(strip_accents(text)):
            if found := self._demonyms.get(form) or self._demonyms.get(form[:1].lower() + form[1:]):
                return found
        return None

    def find(self, text: str) -> list[Match]:
        """Every place of the text that may name a known entity, all overlapping ones, in reading order."""
        return [
            Match(hit.start, hit.end, self.entities[hit.owner], hit.alias, *hit[4:]) for hit in self._matcher.find(text)
        ]

    def _called(self, name: str) -> list[tuple[bool, int]]:
        return [*self._by_name.get(EXACTLY + name, ()), *self._by_name.get(squash(name), ())]

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[bool, int]]]:
        """(Is it weak, index of the entity) for each name, squashed; as it is, for those that count exactly only."""
        found: dict[str, list[tuple[bool, int]]] = {}
        for index, entity in enumerate(self.entities):
            for name in dict.fromkeys((entity.name, *entity.aliases, *entity.weak)):
                key = EXACTLY + name if name in entity.exact else squash(name)
                found.setdefault(key, []).append((name in entity.weak, index))
        return found

    @cached_property
    def _demonyms(self) -> dict[str, CatalogueEntity]:
        return {strip_accents(word): entity for entity in self.entities for word in entity.demonyms}

    @cached_property
    def _matcher(self) -> CatalogueMatcher:
        return CatalogueMatcher(self._forms(), self._decoys)

    def _forms(self) -> Iterator[Form]:
        ontology = load_ontology()
        for index, entity in enumerate(self.entities):
            countable = ontology.is_artefact(entity.kind)
            for name in dict.fromkeys((entity.name, *entity.aliases, *entity.weak)):
                yield Form(name, index, name in entity.weak, name in entity.exact, countable)


@cache
def load_catalogue(folder: Path = CATALOGUE_FOLDER) -> Catalogue:
    """The catalogue of a folder, read once.

    Raises:
        InvalidDeclaration: a table has an unknown column or kind, or names a maker or parent that is not there.
    """
    rows = read_rows(folder)
    ids = {(row.kind, row.cells["name"]): entity_id(row.kind, row.cells["name"]) for row in rows}
    named = {name: identity for (_, name), identity in reversed(ids.items())}
    parents = {ids[row.kind, row.cells["name"]]: _parent(row, ids, named) for row in rows}
    makers = {ids[row.kind, row.cells["name"]]: _maker(row, ids) for row in rows}
    entities = tuple(_entity(row, ids, parents, makers) for row in rows)
    return Catalogue(entities, read_decoys(folder))


def _maker(row: Row, ids: dict[tuple[Kind, str], EntityId]) -> EntityId | None:
    name = row.cells.get("maker")
    if name and (found := ids.get((Kind("Organization"), name))):
        return found
    if name:
        raise InvalidDeclaration(row.where, f"the maker {name!r} is no organisation of the catalogue")
    return None


def _parent(row: Row, ids: dict[tuple[Kind, str], EntityId], named: dict[str, EntityId]) -> EntityId | None:
    name = row.cells.get("parent")
    if name and (found := ids.get((row.kind, name)) or named.get(name)):
        return found
    if name:
        raise InvalidDeclaration(row.where, f"the parent {name!r} is not in the catalogue")
    return None


def _entity(
    row: Row,
    ids: dict[tuple[Kind, str], EntityId],
    parents: dict[EntityId, EntityId | None],
    makers: dict[EntityId, EntityId | None],
) -> CatalogueEntity:
    name = row.cells["name"]
    strong, weak = row.list("aliases"), row.list("weak")
    own_id = ids[row.kind, name]
    maker, above, seen = makers[own_id], parents[own_id], {own_id}
    while maker is None and above is not None and above not in seen:
        seen.add(above)
        maker = above if above.startswith("organization/") and row.kind != "Organization" else makers[above]
        above = parents[above]
    try:
        return CatalogueEntity(
            id=own_id,
            name=name,
            kind=row.kind,
            aliases=tuple(alias for alias in dict.fromkeys(map(bare, strong)) if alias != name),
            weak=tuple(dict.fromkeys(map(bare, weak))),
            exact=frozenset(alias[1:] for alias in (*strong, *weak) if alias.startswith(EXACTLY)),
            also=tuple(map(Kind, row.list("also"))),
            maker=maker,
            parent=parents[own_id],
            country=row.cells.get("country"),
            released=row.cells.get("released"),
            demonyms=row.list("demonyms"),
            external_ids=tuple(f"wikidata:{item}" for item in row.list("wikidata")),
            generated=row.generated,
        )
    except ValidationError as error:
        raise InvalidDeclaration(row.where, str(error).replace("\n", " ")) from error


def _singulars(word: str) -> Iterator[str]:
    """The word, then what it may be the plural or feminine of, in either language, the least changed first."""
    for form in dict.fromkeys((word, word.removesuffix("s"))):
        yield form
        for ending in ("e", "ne"):
            if form.endswith(ending):
                yield form[: -len(ending)]
