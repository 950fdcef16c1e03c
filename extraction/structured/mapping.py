"""Mappings: what the columns of a table say, declared in TOML; the shipped ones are in `data/mappings`.

A mapping names the entities and the literal values that a row holds, and the claims that hold between them. That
declarations of a kind are data, and the code that reads them small, is after followthemoney.
"""

import re
import tomllib
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from pydantic import Field, ValidationError

from graph.errors import InvalidDeclaration, UnknownMapping, UnreadableTable
from graph.ontology import Ontology, load_ontology
from graph.records import Factuality, Kind, Predicate, Record
from graph.settings import DATA_FOLDER

PLACE = re.compile(r"\{([^{}]+)\}")
"""A column in a template."""
MAPPINGS_FOLDER = DATA_FOLDER / "mappings"


class TableFormat(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


class Reads(StrEnum):
    """How a literal cell is read: a date as EDTF, a count as "2.4B", a licence by its SPDX id, others as told."""

    DATE = "date"
    COUNT = "count"
    LICENSE = "license"
    TEXT = "text"


class EntityColumn(Record):
    """Names of entities in a row.

    The kind is what `kind_column` says through `kind_values`, or else the first of `kinds`, unless the catalogue knows
    the name as another of them.
    """

    columns: tuple[str, ...] = Field(min_length=1, description="The first of them that is not empty counts.")
    kinds: tuple[Kind, ...] = Field(min_length=1)
    kind_column: str | None = None
    kind_values: dict[str, Kind] = Field(default_factory=dict, description="Value of `kind_column` to kind.")
    separators: tuple[str, ...] = Field(default=(), description="What stands between several names in a cell.")
    keep: tuple[str, ...] = Field(default=(), description="Names that hold a separator and are one name all the same.")
    names: dict[str, str] = Field(default_factory=dict, description="A name as told, to the name that is meant.")
    nobody: tuple[str, ...] = Field(default=(), description="Patterns of what stands there and names nothing.")
    slugs: bool = Field(default=False, description='Whether names are told as "hugging-face".')
    kinds_from: str | None = Field(default=None, description="Entity column whose names, in any row, tell the kind.")
    only_known: bool = Field(default=False, description="Leave out what neither the table nor the catalogue knows.")


class LiteralColumn(Record):
    """A value in a row that is no entity."""

    column: str
    reads: Reads = Reads.TEXT
    values: dict[str, str] = Field(default_factory=dict, description="A value as told, to the value that is meant.")
    only_values: bool = Field(default=False, description="Leave out what `values` does not list.")
    date_format: str | None = Field(default=None, description='As of strptime ("%d/%m/%Y"), where it is not ISO.')


class ClaimDeclaration(Record):
    """A claim that a row makes; `subject`, `object` name entity columns, `value` and `date` literal ones."""

    predicate: Predicate
    subject: str
    object: str | None = None
    value: str | None = None
    date: str | None = None
    object_kinds: tuple[Kind, ...] = Field(default=(), description="Only for objects of these kinds; all if empty.")
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="Column to the values that are needed.")
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="Column to the values that forbid it.")
    one_to_one: bool = Field(default=False, description="Only where the row names one subject and one object.")
    factuality: Factuality = Factuality.ASSERTED
    cue: str = Field(default="", description="Words of the column's name that decide the factuality.")


class Mapping(Record):
    """What the columns of one layout of tables say."""

    name: str
    what: str
    key: str = Field(description="The entity column that a row is about: a row without one is broken.")
    source: str = Field(default="", description='Address of a row, as "https://example.org/#{Name}"; else FILE#ROW.')
    title: str = Field(description='Title of a row as a document, as "{Column}".')
    outlet: str = Field(default="", description="Who publishes the table.")
    licence: str = Field(default="", description="Under which it may be used, as its publisher says.")
    credit: str = Field(default="", description="Whom to name, and where it is found.")
    language: str = "en"
    published: str | None = Field(default=None, description="Column of the day when the row was last told.")
    format: TableFormat | None = Field(default=None, description="By the ending of the file's name if absent.")
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    records: str | None = Field(default=None, description="In JSON: the member that holds the list of rows.")
    show: tuple[str, ...] = Field(default=(), description="Columns that are shown beside those that are read.")
    ignore: tuple[str, ...] = Field(default=(), description="Columns that are known and left out.")
    labels: dict[str, str] = Field(default_factory=dict, description="Column to the words it is shown with.")
    blank: tuple[str, ...] = Field(default=(), description="Cells that say nothing, in any case of letters.")
    entities: dict[str, EntityColumn]
    literals: dict[str, LiteralColumn] = Field(default_factory=dict)
    claims: tuple[ClaimDeclaration, ...]

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The columns that make a row's text, in reading order: the key first."""
        keyed = self.entities[self.key]
        columns = [*keyed.columns, *([keyed.kind_column] if keyed.kind_column else [])]
        columns += [column for entity in self.entities.values() for column in entity.columns]
        columns += [literal.column for literal in self.literals.values()]
        return tuple(dict.fromkeys([*columns, *self.show]))

    @cached_property
    def used(self) -> frozenset[str]:
        """The columns whose cells are looked at."""
        conditions = (column for claim in self.claims for column in (*claim.when, *claim.unless))
        published = [self.published] if self.published else []
        return frozenset((*self.shown, *conditions, *published, *PLACE.findall(self.source + self.title)))

    @cached_property
    def known(self) -> frozenset[str]:
        """The columns that the mapping speaks of."""
        return self.used | {*self.ignore}

    def label(self, column: str) -> str:
        """The words that a column is shown with."""
        return self.labels.get(column, column)


def mapping_names() -> tuple[str, ...]:
    """The names of the shipped mappings, sorted."""
    return tuple(sorted(path.stem for path in MAPPINGS_FOLDER.glob("*.toml")))


def load_mapping(name: str) -> Mapping:
    """A shipped mapping by its name, or any other by the path of its TOML file.

    Raises:
        UnknownMapping: neither.
        UnreadableTable: the file cannot be read.
        InvalidDeclaration: it is no mapping, or says something that cannot be.
    """
    path = MAPPINGS_FOLDER / f"{name}.toml" if name in mapping_names() else Path(name)
    if path.suffix != ".toml":
        raise UnknownMapping(name, ", ".join(mapping_names()))
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not in UTF-8"
        raise UnreadableTable(str(path), reason.lower(), "name a mapping that exists and that you may read") from error
    try:
        mapping = Mapping.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise InvalidDeclaration(path.name, str(error)) from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise InvalidDeclaration(path.name, f"{where}: {problem['msg']}") from error
    _check(mapping, path.name, load_ontology())
    return mapping


def _check(mapping: Mapping, where: str, ontology: Ontology) -> None:
    if mapping.key not in mapping.entities:
        raise InvalidDeclaration(where, f"the key {mapping.key!r} is none of its entities")
    for name, entity in mapping.entities.items():
        for kind in (*entity.kinds, *entity.kind_values.values()):
            ontology.kind(kind)
        for pattern in entity.nobody:
            try:
                re.compile(pattern)
            except re.error as error:
                raise InvalidDeclaration(where, f"entities.{name}.nobody {pattern!r}: {error}") from error
        if entity.kinds_from is not None and entity.kinds_from not in mapping.entities:
            raise InvalidDeclaration(where, f"entities.{name}.kinds_from {entity.kinds_from!r} is none of its entities")
    for claim in mapping.claims:
        _check_claim(claim, mapping, where, ontology)


def _check_claim(claim: ClaimDeclaration, mapping: Mapping, where: str, ontology: Ontology) -> None:
    ontology.predicate(claim.predicate)
    if (claim.object is None) == (claim.value is None):
        raise InvalidDeclaration(where, f"a claim {claim.predicate} has either an object or a value")
    for name in (claim.subject, claim.object):
        if name is not None and name not in mapping.entities:
            raise InvalidDeclaration(where, f"a claim {claim.predicate} speaks of {name!r}, none of its entities")
    for name in (claim.value, claim.date):
        if name is not None and name not in mapping.literals:
            raise InvalidDeclaration(where, f"a claim {claim.predicate} speaks of {name!r}, none of its literals")
    if claim.date is not None and mapping.literals[claim.date].reads is not Reads.DATE:
        raise InvalidDeclaration(
            where, f"a claim {claim.predicate} is dated by {claim.date!r}, which is read as no date"
        )
    subjects = _kinds(mapping.entities[claim.subject])
    objects = (claim.object_kinds or _kinds(mapping.entities[claim.object])) if claim.object else (None,)
    if not any(ontology.allows(claim.predicate, one, other) for one in subjects for other in objects):
        raise InvalidDeclaration(where, f"{claim.predicate} never holds from {claim.subject} to what the mapping names")


def _kinds(entity: EntityColumn) -> tuple[Kind, ...]:
    return (*entity.kinds, *entity.kind_values.values())
