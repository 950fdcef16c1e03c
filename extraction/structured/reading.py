"""From a row to its `Extraction`: the text, the entities that it names, and the claims that its mapping declares."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from extraction.catalogue import Catalogue, load_catalogue
from extraction.structured.cells import items_of, read_date, read_day, read_literal
from extraction.structured.claims import Literal, Named, read_row_claims
from extraction.structured.mapping import PLACE, EntityColumn, Mapping, Reads
from extraction.structured.naming import find_known, name_entity, spell_slug
from extraction.structured.rendering import Rendered, render
from extraction.structured.tables import BrokenRow, Cell, Row, read_rows, table_format
from graph.errors import InvalidDate, UnreadableTable
from graph.ids import document_id, passage_id, text_hash
from graph.names import squash
from graph.records import Document, Entity, EntityId, Extraction, Kind, Mention, Passage, Record


class RowReading(Record):
    """What a row gave: an extraction, or None when the row is broken; `remarks` say what could not be used, and why."""

    number: int
    extraction: Extraction | None
    remarks: tuple[str, ...]


class Survey(Record):
    """What a whole table holds, told before its rows are read.

    `kinds` has, for each entity column that others take kinds from, the kind of each of its names, squashed.
    """

    rows: int
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    kinds: dict[str, dict[str, Kind]]


def survey_table(path: Path, mapping: Mapping) -> Survey:
    """Read a table once, for its columns and for the names that tell kinds.

    Raises:
        UnreadableTable: it cannot be read, has no rows, or none of the columns that its rows are named by.
    """
    columns: dict[str, None] = {}
    kinds: dict[str, dict[str, Kind]] = {
        entity.kinds_from: {} for entity in mapping.entities.values() if entity.kinds_from
    }
    count = 0
    for row in read_rows(path, mapping):
        count += 1
        if isinstance(row, BrokenRow):
            continue
        columns.update(dict.fromkeys(row.cells))
        values = _values(row, mapping)
        for name, known in kinds.items():
            column = mapping.entities[name]
            for item in _first(column, values)[1]:
                known.setdefault(squash(item), _kinds(column, values)[0])
    if not count:
        raise UnreadableTable(str(path), "it has no rows", "give a table with rows")
    wanted = mapping.entities[mapping.key].columns
    if columns and not set(wanted) & set(columns):
        remedy = f"choose another mapping than {mapping.name}"
        raise UnreadableTable(str(path), f"it has no column {wanted[0]!r}", remedy)
    return Survey(
        rows=count,
        unknown=tuple(column for column in columns if column not in mapping.known),
        missing=tuple(sorted(set(mapping.shown) - set(columns))),
        kinds=kinds,
    )


def read_table(
    path: Path,
    mapping: Mapping,
    survey: Survey,
    *,
    published: str | None = None,
    catalogue: Catalogue | None = None,
) -> Iterator[RowReading]:
    """What each row gives, in the order of the file.

    Args:
        path: The file.
        mapping: What its columns say.
        survey: Of the same file.
        published: ISO day of the table, for the rows that tell none of their own.
        catalogue: The known entities; the shipped ones by default.

    Raises:
        UnreadableTable: the file cannot be read.
    """
    known = catalogue or load_catalogue()
    sources: Counter[str] = Counter()
    for row in read_rows(path, mapping):
        if isinstance(row, BrokenRow):
            yield RowReading(number=row.number, extraction=None, remarks=(row.reason,))
            continue
        reader = _RowReader(row, mapping, survey, known)
        source = reader.fill(mapping.source, quoted=True) or f"{path.name}#{row.number}"
        if not reader.named.get(mapping.key):
            wanted = " or ".join(map(repr, mapping.entities[mapping.key].columns))
            yield RowReading(number=row.number, extraction=None, remarks=(f"it has nothing in {wanted}",))
            continue
        if not _is_unicode(reader.rendered.text):
            yield RowReading(number=row.number, extraction=None, remarks=("it holds half a character",))
            continue
        # Two rows of one name are two rows: one source has one current document.
        sources[source] += 1
        source += f"~{sources[source]}" if sources[source] > 1 else ""
        extraction = reader.extract(source, reader.day() or published, table_format(path, mapping))
        yield RowReading(number=row.number, extraction=extraction, remarks=tuple(reader.remarks))


class _RowReader:
    """One row while it is read."""

    def __init__(self, row: Row, mapping: Mapping, survey: Survey, catalogue: Catalogue) -> None:
        self.row, self.mapping = row, mapping
        self.remarks: list[str] = []
        self.values = _values(row, mapping)
        self.rendered: Rendered = render(
            {column: self.values[column] for column in mapping.shown if column in self.values}, mapping.labels
        )
        self.named = {name: tuple(self._names(column, survey, catalogue)) for name, column in mapping.entities.items()}

    def fill(self, template: str, *, quoted: bool = False) -> str:
        """A template with the cells it names in their places; empty when one of them is."""
        told = {name: ", ".join(self.values.get(name, ())) for name in PLACE.findall(template)}
        if not all(told.values()) or (quoted and not all(map(_is_unicode, told.values()))):
            return ""
        if quoted and PLACE.fullmatch(template):
            return told[template[1:-1]]
        return PLACE.sub(lambda place: quote(told[place[1]], safe="") if quoted else told[place[1]], template)

    def day(self) -> str | None:
        """When the row was last told, as it says itself."""
        told = self.values.get(self.mapping.published or "", ())
        return read_day(told[0]) if told else None

    def extract(self, source: str, published: str | None, written: str) -> Extraction:
        """The row as a document of one passage."""
        text = self.rendered.text
        document = Document(
            id=document_id(text),
            source=source,
            outlet=self.mapping.outlet,
            title=self.fill(self.mapping.title) or self.named[self.mapping.key][0].surface,
            language=self.mapping.language,
            published=published,
            text_hash=text_hash(text),
            characters=len(text),
            format=written,
        )
        passage = Passage(
            id=passage_id(document.id, 0),
            position=0,
            text=text,
            start_char=0,
            end_char=len(text),
            section="",
            role="body",
        )
        all_named = [one for named in self.named.values() for one in named]
        entities: dict[EntityId, Entity] = {}
        for one in all_named:
            forms = {one.surface, *(entities[one.entity.id].surface_forms if one.entity.id in entities else ())}
            entities[one.entity.id] = one.entity.model_copy(update={"surface_forms": tuple(sorted(forms))})
        mentions = {
            (span := self.rendered.items[one.column][one.number], one.entity.id): _mention(one, span, passage)
            for one in all_named
        }
        return Extraction(
            document=document,
            passages=(passage,),
            entities=tuple(entities[key] for key in sorted(entities)),
            mentions=tuple(mentions[key] for key in sorted(mentions)),
            claims=read_row_claims(
                self.mapping,
                self.rendered,
                passage,
                document.id,
                values=self.values,
                named=self.named,
                literals={name: tuple(self._literals(name)) for name in self.mapping.literals},
            ),
        )

    def _names(self, column: EntityColumn, survey: Survey, catalogue: Catalogue) -> Iterator[Named]:
        where, told = _first(column, self.values)
        if where not in self.rendered.items:
            return
        shared = survey.kinds.get(column.kinds_from or "", {})
        for number, surface in enumerate(told):
            if any(re.fullmatch(pattern, surface, re.IGNORECASE) for pattern in column.nobody):
                continue
            name = column.names.get(surface) or (spell_slug(surface) if column.slugs else surface)
            kinds = _kinds(column, self.values)
            if kind := shared.get(squash(surface)):
                kinds = (kind, *kinds)
            elif column.only_known and find_known(name, kinds, catalogue) is None:
                continue
            if re.search(r"\w", name):
                yield Named(where, number, surface, name_entity(name, surface, kinds, catalogue))

    def _literals(self, name: str) -> Iterator[Literal]:
        literal = self.mapping.literals[name]
        for number, text in enumerate(self.values.get(literal.column, ())):
            try:
                value = read_literal(text, literal, language=self.mapping.language)
                date = read_date(value) if value and literal.reads is Reads.DATE else None
            except InvalidDate:
                self.remarks.append(f"{literal.column} {text!r} is no date")
                continue
            if value is not None:
                yield Literal(literal.column, number, value, date)


def _values(row: Row, mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """The texts of every cell that is shown or otherwise looked at."""
    blank = frozenset(word.casefold() for word in mapping.blank)
    splits = {
        column: (entity.separators, entity.keep) for entity in mapping.entities.values() for column in entity.columns
    }

    def texts(name: str, cell: Cell) -> tuple[str, ...]:
        return items_of(cell, *splits.get(name, ((), ())), blank)

    return {name: texts(name, cell) for name, cell in row.cells.items() if name in mapping.used}


def _first(column: EntityColumn, values: dict[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    return next(((name, values[name]) for name in column.columns if values.get(name)), ("", ()))


def _kinds(column: EntityColumn, values: dict[str, tuple[str, ...]]) -> tuple[Kind, ...]:
    told: Sequence[str] = values.get(column.kind_column or "", ())
    said = [column.kind_values[word] for word in told if word in column.kind_values]
    return tuple(dict.fromkeys((*said, *(() if said else column.kinds))))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _mention(one: Named, span: tuple[int, int], passage: Passage) -> Mention:
    return Mention(
        passage_id=passage.id, entity_id=one.entity.id, surface=one.surface, start_char=span[0], end_char=span[1]
    )
