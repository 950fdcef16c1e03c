"""The words and shapes of figures and licences, from `data/lexicons/literals.toml`, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

_NUMBER = r"(?:\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
_SIZE = r"\d{1,4}(?:\.\d{1,2})?(?-i:[BMT])(?![\w.-]*[A-Za-z])"
_SIZES = rf"(?<![\w$€£.,-]){_SIZE}(?:(?:, (?:and |et |or |ou )?| and | et | or | ou | / |/| & ){_SIZE})*"
"""Sizes of models as names write them, one or a list: "7B", "1B and 3B"."""
_QUANTITY = (
    rf"(?:(?P<number>{_NUMBER})(?:[\s-]?(?P<unit1>UNIT)(?![a-zà-ÿ]))?(?:\s?[-–]\s?| to | à ))?"
    rf"(?:(?P<last>{_NUMBER})(?:[\s-]?(?P<unit>UNIT)(?![a-zà-ÿ]))?|\b(?P<word>WORDS)[\s-](?P<unit2>UNIT)(?![a-zà-ÿ]))"
)
"""One figure, or two of a range, with their multiples; UNIT and WORDS stand for the words of the lexicon."""


class RoleWords(Record):
    """Words that tell what an amount is for."""

    role: str
    after: str
    before: str


class LicenseWords(Record):
    """How texts write a licence."""

    value: str
    pattern: str


class LiteralShapes(Record):
    """Patterns of figures; each captures `number` and `unit`, and `number2` and `unit1` for a range."""

    amounts: tuple[str, ...]
    parameters: tuple[str, ...]
    contexts: tuple[str, ...]
    bare_sizes: tuple[str, ...]


class LiteralLexicon(Record):
    """The words of `data/lexicons/literals.toml`."""

    multiples: dict[str, str]
    numbers: dict[str, int]
    words: dict[str, str]
    shapes: LiteralShapes
    currencies: dict[str, str]
    roles: tuple[RoleWords, ...]
    licenses: tuple[LicenseWords, ...]
    license_near_misses: dict[str, str]


class LiteralPatterns:
    """The lexicon compiled."""

    def __init__(self, lexicon: LiteralLexicon) -> None:
        units = "|".join(map(re.escape, sorted(lexicon.multiples, key=lambda word: (-len(word), word))))
        places = {
            "quantity": _QUANTITY.replace("UNIT", units).replace("WORDS", "|".join(lexicon.numbers)),
            "sizes": _SIZES,
            "money": "|".join(f"(?:{source})" for source in lexicon.currencies.values()),
            **lexicon.words,
        }
        self.multiples, self.numbers = lexicon.multiples, lexicon.numbers
        self.currencies = {sign: _compile(source) for sign, source in lexicon.currencies.items()}
        self.amounts, self.parameters, self.contexts, self.bare_sizes = (
            tuple(_compile(_filled(source, places)) for source in sources)
            for sources in (
                lexicon.shapes.amounts,
                lexicon.shapes.parameters,
                lexicon.shapes.contexts,
                lexicon.shapes.bare_sizes,
            )
        )
        self.roles = tuple((role.role, _compile(role.after), _compile(role.before)) for role in lexicon.roles)
        self.size = re.compile(_SIZE)
        self.licenses = tuple((item.value, _compile(item.pattern)) for item in lexicon.licenses)
        self.near_after, self.near_before, self.negated = (
            _compile(lexicon.license_near_misses[name]) for name in ("after", "before", "negated")
        )


def _filled(source: str, places: Mapping[str, str]) -> str:
    """A shape with its {placeholders} filled in."""
    return re.sub(r"\{([a-z]+)\}", lambda found: places[found[1]], source)


def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


@cache
def literal_patterns() -> LiteralPatterns:
    """The lexicon of literals, compiled."""
    return LiteralPatterns(load_literals())


@cache
def load_literals(path: Path = DATA_FOLDER / "lexicons" / "literals.toml") -> LiteralLexicon:
    """The lexicon of literals.

    Raises:
        InvalidDeclaration: the file does not parse.
    """
    try:
        return LiteralLexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
