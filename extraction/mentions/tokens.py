"""Words of clean text with their shape: what capitals and digits alone say about a name."""

import re
from enum import Enum
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-‑.+·⋅_&][^\W_]+)*(?:\+\+|#(?!\w))?")
"""A word with what may stand inside one: "GPT-4.1", "Node.js", "AT&T", "C++"; apostrophes and slashes part words."""
_TAIL = re.compile(
    r"[-‑](?:based|backed|owned|powered|like|style|led|trained|funded|compatible|native|only|ready|first|driven|specific|"
    r"generated|parameters?|params?|tokens?|bit|shot|step|hop|level|built|made|developed|related|enabled|class|era|inspired|focused|sized|scale|style|affiliated|supported|"
    r"centric|branded|exclusive|hosted|assisted|founded|friendly|free|related|wide|type)$"
)
_HEAD = re.compile(
    r"^(?:ex|non|anti|pro|pre|post|pré|mid|all|co|self|sub|mini|demi|vice|quasi|trans|inter)[-‑](?=[A-ZÀ-Þ])"
)
_MODEL_TAIL = re.compile(r"[-‑](?:v?\d+(?:\.\d+)*[bkmt]?|[a-z]+\d[\w.]*)(?:[-‑].*)?$", re.IGNORECASE)


class Shape(Enum):
    """What a word looks like."""

    LOWER = "lower"
    CAPITAL = "capital"
    UPPER = "upper"
    MIXED = "mixed"
    CODE = "code"
    NUMBER = "number"


class Token(NamedTuple):
    """A word: a half-open span of the text, its shape, and the characters between it and the word before."""

    start: int
    end: int
    text: str
    shape: Shape
    gap: str

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.casefold()

    @property
    def named(self) -> bool:
        """Whether its shape may be a name's."""
        return self.shape not in (Shape.LOWER, Shape.NUMBER)


def shape_of(word: str) -> Shape:
    """The shape of one word."""
    letters = [char for char in word if char.isalpha()]
    digits = any(char.isdigit() for char in word)
    if not letters:
        return Shape.NUMBER
    if digits:
        return _shape_with_digits(word, letters)
    if all(char.islower() for char in letters):
        return Shape.LOWER
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return Shape.UPPER
    parts = re.split(r"[-‑.+·⋅_&]", word)
    if all(part[:1].islower() or part[1:].islower() or len(part) < 2 for part in parts) and parts[0][:1].isupper():
        return Shape.CAPITAL
    return Shape.MIXED if any(char.isupper() for char in letters) else Shape.LOWER


def _shape_with_digits(word: str, letters: list[str]) -> Shape:
    if re.fullmatch(r"[\d.,]+(?:[a-zA-ZÀ-ÿ%]{1,4})?", word) and not re.fullmatch(r"\d[a-z]|\d[oO]", word):
        return Shape.NUMBER
    if re.match(r"\d", word) and not any(char.isupper() for char in letters) and not re.match(r"\d[oO](?:-|$)", word):
        return Shape.NUMBER
    if re.fullmatch(r"v\d+(?:\.\d+)*", word):
        return Shape.NUMBER  # "Midjourney v6.1" as "Midjourney 6.1"; "DeepSeek V3" has a name in capitals.
    if any(char.isupper() for char in letters):
        return Shape.CODE
    return (
        Shape.CODE
        if (re.match(r"[a-z]{2,}", word) and _MODEL_TAIL.search(word)) or re.match(r"o\d(?:-|$)", word)
        else Shape.LOWER
    )


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a span of the text, in order; offsets are those of the whole text."""
    end = len(text) if end is None else end
    tokens: list[Token] = []
    before = start
    for found in _WORD.finditer(text, start, end):
        low, high = found.span()
        word = found.group()
        if cut := _HEAD.match(word):
            low += cut.end()
            word = word[cut.end() :]
        if (cut := _TAIL.search(word)) and cut.start() > 1:
            high = low + cut.start()
            word = word[: cut.start()]
        tokens.append(Token(low, high, word, shape_of(word), text[before:low]))
        before = high
    return tokens
