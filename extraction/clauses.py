"""Splits a sentence into clauses by its words alone, so that a date or a "not" does not reach another statement.

No parser is needed: connectives, relative pronouns, finite verbs after "and" and brackets are told by
`data/lexicons/clauses.*.toml`. A main clause goes on after an embedded one ("X, which did A, did B").
"""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from pydantic import ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

Span = tuple[int, int]


class ClauseWords(Record):
    """The words by which clauses part."""

    verb: str
    breaks: tuple[str, ...]
    coordinated: str
    openers: str
    initial: str


class _Event(NamedTuple):
    position: int
    order: int
    what: str


class Clauses:
    """Which clause each character of a sentence belongs to."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._numbers = _number_characters(text.replace("\u00a0", " ").replace("’", "'"), language)

    def number(self, position: int) -> int:
        """The number of the clause that holds a character; numbers grow with the text."""
        if not self._numbers:
            return 0
        return self._numbers[min(max(position, 0), len(self._numbers) - 1)]

    def same(self, left: Span, right: Span) -> bool:
        """Whether two spans start in one clause."""
        return self.number(left[0]) == self.number(right[0])

    def spans(self, number: int) -> tuple[Span, ...]:
        """Where a clause stands: one span, or several when another is embedded in it."""
        found: list[Span] = []
        for position, held in enumerate(self._numbers):
            if held == number:
                if found and found[-1][1] == position:
                    found[-1] = (found[-1][0], position + 1)
                else:
                    found.append((position, position + 1))
        return tuple(found)


@cache
def _load(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    path = DATA_FOLDER / "lexicons" / f"clauses.{language}.toml"
    try:
        words = ClauseWords.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
    # Case matters after "and": a capital opens a new subject there.
    coordinated = re.compile(words.coordinated.replace("VERB", words.verb))
    breaks = re.compile("|".join(f"(?:{source})" for source in words.breaks))
    return breaks, coordinated, re.compile(words.openers, re.IGNORECASE), re.compile(words.initial, re.IGNORECASE)


def _events(text: str, language: str) -> list[_Event]:
    breaks, coordinated, openers, initial = _load(language)
    events = [_Event(match.end(), 0, "break") for match in breaks.finditer(text)]
    events += [_Event(match.end(), 1, "next") for match in coordinated.finditer(text)]
    events += [_Event(match.end(), 2, "open") for match in openers.finditer(text)]
    if initial.match(text):
        events.append(_Event(0, 2, "open"))
    for match in re.finditer(r"[(\[]|[)\]]|,(?=\s)", text):
        what = "comma" if match[0] == "," else "bracket" if match[0] in "([" else "close"
        events.append(_Event(match.start(), 3, what))
    return sorted(events)


def _number_characters(text: str, language: str) -> list[int]:
    """For each character the number of its clause, by one walk with a stack of the clauses that are open."""
    numbers: list[int] = []
    stack: list[tuple[int, str]] = [(0, "main")]
    used = 0
    for event in _events(text, language):
        numbers += [stack[-1][0]] * (event.position - len(numbers))
        if event.what == "comma":
            if stack[-1][1] == "open":
                stack.pop()
        elif event.what == "close":
            while len(stack) > 1 and stack.pop()[1] != "bracket":
                pass
        else:
            used += 1
            if event.what == "break":
                stack = [entry for entry in stack if entry[1] == "bracket"] if _bracketed(stack) else []
                stack = [(0, "main"), *stack] if stack else []
                stack.append((used, "main"))
            elif event.what == "next":
                stack[-1] = (used, stack[-1][1])
            else:
                stack.append((used, event.what))
    return numbers + [stack[-1][0]] * (len(text) - len(numbers))


def _bracketed(stack: list[tuple[int, str]]) -> bool:
    return any(what == "bracket" for _, what in stack)
