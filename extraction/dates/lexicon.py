"""The shapes of dates per language, from `data/lexicons/dates.*.toml`, compiled once."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

Value = int | str
_PLACEHOLDER = re.compile(r"\{([a-z_]+?)(2?)\}")
_YEAR = r"19[5-9]\d|20[0-4]\d"
"""Years that digests tell: the first AI conference was in 1956; beyond 2049 are sizes, not years."""
_NUMERALS = {
    "year": rf"(?P<year>{_YEAR})",
    "short_year": rf"(?P<year>{_YEAR}|[23]\d)",
    "quarter": r"(?P<quarter>[1-4])",
    "half": r"(?P<half>[12])",
    "dash": r"\s?[-–—]\s?",
    "day_ordinal": r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    "iso": rf"(?<![\w.-])(?P<iso>(?:{_YEAR})-\d\d(?:-\d\d)?)(?![\w]|-\w|\.\d)",
    "numeric": rf"(?<![\w./-])(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}))(?![\w/]|\.\d)",
}
_DAY = {"fr": r"(?<![\w.,/-])(?P<day>\d{1,2})(?:er|ᵉʳ)?", "en": r"(?<![.,/])\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"}
_UNIT_SUBSETS = {"unit_month": ("month",), "unit_year": ("year",), "unit_long": ("week", "month", "quarter", "year")}
_CAPITALISED = {"en": ("month", "weekday")}


class Example(Record):
    """A sentence, and the EDTF that the shape reads in it."""

    text: str
    edtf: str


class Shape(Record):
    """One way to tell a date: a pattern, and the reading of what it captures."""

    means: str
    pattern: str
    set: dict[str, Value] = Field(default={}, description="Parts that the words leave unsaid.")
    case: str = Field(default="", description="What must hold of the found text with its case, as a pattern.")
    example: Example
    counter: str


class DateLexicon(Record):
    """How one language tells dates."""

    day_first: bool
    future_cues: str
    other_words: tuple[str, ...] = Field(description="Words of shapes that are in no table of values.")
    values: dict[str, dict[str, Value]]
    relations: dict[str, tuple[str, ...]]
    shapes: tuple[Shape, ...]

    def value(self, name: str, words: str) -> Value:
        """What the words of a placeholder mean: a number, or a unit of time."""
        table = self.values.get(name)
        if table is None or words.isdigit():
            return int(words) if words.isdigit() else words
        folded = words.casefold()
        return next(value for word, value in table.items() if word.casefold() in (folded, f"{folded}."))


@cache
def load_dates(language: str, folder: Path = DATA_FOLDER / "lexicons") -> DateLexicon:
    """The date lexicon of a language ("fr" or "en").

    Raises:
        InvalidDeclaration: the file does not parse.
    """
    path = folder / f"dates.{language}.toml"
    try:
        return DateLexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error


@cache
def compiled_shapes(language: str) -> tuple[tuple[Shape, re.Pattern[str]], ...]:
    """Each shape with its pattern, placeholders filled in."""
    lexicon = load_dates(language)
    compiled = []
    for shape in lexicon.shapes:
        try:
            source = _PLACEHOLDER.sub(lambda found: _group(lexicon, language, found[1], found[2]), shape.pattern)
            compiled.append((shape, re.compile(source, re.IGNORECASE)))
        except (re.error, KeyError) as error:
            raise InvalidDeclaration(f"dates.{language}.toml", f"{shape.pattern!r}: {error}") from error
    return tuple(compiled)


@cache
def compiled_relations(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each relation with a pattern of the words that end just before a date, or open it."""
    relations = load_dates(language).relations
    return tuple(
        (name, re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE))
        for name, sources in relations.items()
    )


def _group(lexicon: DateLexicon, language: str, name: str, suffix: str) -> str:
    """The pattern for a placeholder, as a group named after it and its suffix."""
    if name == "day":
        # The second day of "25-31 octobre" follows a dash, which would betray a version number before the first.
        source = _DAY[language] if not suffix else re.sub(r"^\(\?<!.*?\)", "", _DAY[language])
    elif name == "numeric" and suffix:
        source = rf"(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}))(?![\w/])"
    elif name in _NUMERALS:
        source = _NUMERALS[name]
    elif name in _UNIT_SUBSETS:
        words = [word for word, unit in lexicon.values["unit"].items() if unit in _UNIT_SUBSETS[name]]
        source = f"(?P<unit>{_alternatives(words)})"
    else:
        source = f"(?P<{name}>{_alternatives(list(lexicon.values[name]))})"
        if name in ("number",):
            source = f"(?P<{name}>{_alternatives(list(lexicon.values[name]))}|\\d{{1,2}})"
        if name in _CAPITALISED.get(language, ()):
            words = list(lexicon.values[name])
            source = f"(?P<{name}>(?-i:{_alternatives([*words, *(word.upper() for word in words)])}))"
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{suffix}>", source, count=1)


def _alternatives(words: list[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"\b" if word[-1].isalpha() else "") for word in longest_first)
