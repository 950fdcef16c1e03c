"""A lexical look at Cypher: enough to know which words are code, and which are strings, comments and quoted names.

No parser: the engines have those. This serves the checks on our own files and the guard on raw queries.
"""

import re
from collections.abc import Iterator

from graph.records import Record

_TOKEN = re.compile(
    r"""
      (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    | (?P<quoted>`(?:``|[^`])*`)
    | (?P<parameter>\$\w+)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d[\w.]*)
    | (?P<space>\s+)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(Record):
    """A piece of a statement: its kind ('string', 'quoted', 'parameter', 'word', 'number' or 'mark') and its text."""

    kind: str
    text: str
    start: int


def tokens(cypher: str) -> Iterator[Token]:
    """The tokens of a statement in order, without comments and space; an unclosed string is a lone quotation mark."""
    for found in _TOKEN.finditer(cypher):
        kind = found.lastgroup or "mark"
        if kind not in ("comment", "space"):
            yield Token(kind=kind, text=found.group(), start=found.start())


def code_words(cypher: str) -> list[str]:
    """The words that may be keywords, in upper case: not a property after a dot, nor a label after a colon."""
    found: list[str] = []
    before = ""
    for token in tokens(cypher):
        if token.kind == "word" and before not in (".", ":", "|", "&", "!"):
            found.append(token.text.upper())
        before = token.text
    return found


def count_statements(cypher: str) -> int:
    """How many statements semicolons make of the text."""
    count, empty = 0, True
    for token in tokens(cypher):
        if token.text == ";" and token.kind == "mark":
            count, empty = count + (not empty), True
        else:
            empty = False
    return count + (not empty)
