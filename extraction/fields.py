"""Fields of a record: what the label of a key-value line ("Acquéreur : X") or the header of a column stands for.

The labels, and what two fields of one record state, are data (`data/lexicons/fields.toml`).
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pydantic import ValidationError

from extraction.document import Sentence
from graph.errors import InvalidDeclaration
from graph.names import normalize
from graph.records import Kind, Predicate, Record
from graph.settings import DATA_FOLDER

CELL_MARK = " | "
"""What stands between the cells of a row, and between the headers that label it."""
NAMED = "name"
"""The field of a column without header, or of names of whatever kind."""
_PLACE = "data/lexicons/fields.toml"
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class FieldWords(Record):
    """The labels of a field, and the kinds that its values name, the likeliest first."""

    kinds: tuple[Kind, ...]
    fr: tuple[str, ...]
    en: tuple[str, ...]


class Statement(Record):
    """What two fields of one record state; see the head of the data file."""

    predicate: Predicate
    subject: tuple[str, ...]
    object: tuple[str, ...]
    dates: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    role: bool = False


class _Blank(Record):
    words: tuple[str, ...]


class _Status(Record):
    planned: tuple[str, ...]
    speculated: tuple[str, ...]
    negated: tuple[str, ...]


class _Fields(Record):
    fields: dict[str, FieldWords]
    states: tuple[Statement, ...]
    status: _Status
    blank: _Blank


class Field(NamedTuple):
    """A value with what its label stands for: a half-open span of clean text, without white space at its ends."""

    name: str
    label: str
    start: int
    end: int


class FieldLexicon:
    """The data file, with its words normalised."""

    def __init__(self, data: _Fields) -> None:
        self.states, self.status = data.states, data.status
        self.kinds = {name: words.kinds for name, words in data.fields.items()}
        self.blank = frozenset(word.casefold() for word in data.blank.words)
        self._names: dict[str, str] = {}
        for name, words in data.fields.items():
            for label in (*words.fr, *words.en):
                if self._names.setdefault(_folded(label), name) != name:
                    raise InvalidDeclaration(
                        _PLACE, f"{label!r} is a label of {name} and of {self._names[_folded(label)]}"
                    )

    @property
    def labels(self) -> frozenset[str]:
        """Every label, normalised, without the s of plurals."""
        return frozenset(self._names)

    def name(self, label: str) -> str | None:
        """The field that a label or header stands for."""
        return self._names.get(_folded(_BRACKET.sub(" ", label)))


def _folded(label: str) -> str:
    words = normalize(label).split()
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words)


@cache
def field_lexicon() -> FieldLexicon:
    """The fields as shipped.

    Raises:
        InvalidDeclaration: the file does not parse, or gives one label to two fields.
    """
    with (DATA_FOLDER / "lexicons" / "fields.toml").open("rb") as file:
        try:
            return FieldLexicon(_Fields.model_validate(tomllib.load(file)))
        except (tomllib.TOMLDecodeError, ValidationError) as error:
            raise InvalidDeclaration(_PLACE, str(error).replace("\n", " ")) from error


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells of a table's first row are headers: two or more, and every one the label of a field."""
    lexicon = field_lexicon()
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(lexicon.name(cell) is not None for cell in filled)


def fields_of(text: str, sentence: Sentence) -> Iterator[Field]:
    """The fields of a labelled sentence: one of a key-value line, one for each cell of a row whose header is known.

    Args:
        text: The clean text.
        sentence: Any of it; one without label, or with a label that is no field's, has none.
    """
    if not sentence.label:
        return
    lexicon, labels = field_lexicon(), sentence.label.split(CELL_MARK)
    values = (
        text[sentence.start : sentence.end].split(CELL_MARK)
        if len(labels) > 1
        else [text[sentence.start : sentence.end]]
    )
    if len(values) != len(labels):
        return
    start = sentence.start
    for label, value in zip(labels, values, strict=True):
        name = NAMED if len(labels) > 1 and not label.strip() else lexicon.name(label)
        low = start + len(value) - len(value.lstrip())
        high = start + len(value.rstrip())
        if name is not None and low < high and value.strip().casefold() not in lexicon.blank:
            yield Field(name, label.strip(), low, high)
        start += len(value) + len(CELL_MARK)
