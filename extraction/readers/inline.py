"""Markdown inside a paragraph: emphasis, links, code, escapes, entities, each clean character with its place.

markdown-it parses and is always right about what is markup, but tells no columns. Its inline rules are plain
functions called at a position, so each is wrapped to note the position at which it made its tokens.
"""

import re
from array import array
from collections.abc import Callable
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from extraction.readers.mapped import NOTHING, MappedText
from extraction.readers.pieces import Style

_POSITIONS = "veille_positions"
_MAX_BRACKETS = 300
"""Opening brackets in one paragraph above which it is read line by line, and one line as it stands: the parser takes
time in their square. The longest link list seen in a real paragraph has 60."""
_RULES = ("text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity")
_STYLES = {"strong_open": "strong", "em_open": "em", "link_open": "link"}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
Rule = Callable[[StateInline, bool], bool]


class _Positions:
    """Where in the source each token of one inline parse was made."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.starts: dict[int, int] = {}
        self.seen = 0
        self.pending = 0

    def note(self, first: int, start: int, end: int, pending: int, rule: str) -> None:
        """Give the tokens made by one call of a rule, from index `first` on, their positions."""
        count = len(self.tokens)
        own = end - start if rule == "emphasis" else 3 if rule == "autolink" else count - first
        for index in range(first, count):
            if index in self.starts:
                continue
            if rule == "emphasis" and index >= count - own:
                self.starts[index] = start + index - (count - own)
            elif self.tokens[index].type == "text" and not (rule == "autolink" and index >= count - own):
                self.starts[index] = pending if index == first else self.pending
            else:
                self.starts[index] = start


def _watched(name: str, rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        positions = state.env.get(_POSITIONS)
        if silent or positions is None or state.tokens is not positions.tokens:
            return rule(state, silent)
        count, start = len(state.tokens), state.pos
        if count != positions.seen:
            positions.seen, positions.pending = count, start
        pending = positions.pending
        matched = rule(state, silent)
        if len(state.tokens) != count:
            positions.note(count, start, state.pos, pending, name)
        return matched

    return run


def make_parser() -> MarkdownIt:
    """A CommonMark parser with tables, without indented code, whose inline rules note their positions."""
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "inline"])
    parser.inline.ruler2.disable("fragments_join")
    rules = dict(zip(parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True))
    for name in _RULES:
        parser.inline.ruler.at(name, _watched(name, rules[name]))
    return parser


class Inline(NamedTuple):
    """A paragraph without its markup, and its typography in positions of the original."""

    text: MappedText
    styles: tuple[Style, ...]


def read_inline(parser: MarkdownIt, source: MappedText, references: dict[str, object]) -> Inline:
    """The paragraph `source` (markup included, "\\n" between lines) without markup.

    Images and inline tags are left out; `<br>` is a line end. `references` are the link definitions of the document.
    """
    if source.text.count("[") > _MAX_BRACKETS:
        lines = list(source.lines())
        if len(lines) == 1:
            return Inline(source, ())
        parts = [read_inline(parser, line, references) for line in lines]
        styles = tuple(style for part in parts for style in part.styles)
        return Inline(MappedText.joined([part.text for part in parts], "\n"), styles)
    tokens: list[Token] = []
    positions = _Positions(tokens)
    parser.inline.parse(source.text, parser, {**references, _POSITIONS: positions}, tokens)
    return _assembled(tokens, positions, source)


class _Assembly:
    """The clean text as it grows."""

    def __init__(self, source: MappedText) -> None:
        self.source = source
        self.parts: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self.styles: list[Style] = []
        self.open: list[tuple[str, int, str]] = []
        self.place = 0

    def add(self, text: str, low: int, high: int) -> None:
        """Append characters that stand for [low, high) of the source."""
        if not text or low >= len(self.source.text):
            return
        self.parts.append(text)
        self.place = max(high, self.place)
        if high - low == len(text):
            self.starts.extend(self.source.starts[low:high])
            self.ends.extend(self.source.ends[low:high])
        else:
            self.starts.extend([self.source.starts[low]] * len(text))
            self.ends.extend([self.source.ends[high - 1]] * len(text))

    def begin(self, token: Token) -> None:
        """Open a style, or a nameless pair for other nesting tokens."""
        target = str(token.attrs.get("href", ""))
        self.open.append((_STYLES.get(token.type, ""), len(self.starts), target))

    def finish(self) -> None:
        """Close the style opened last and keep it if it holds any character."""
        style, first, target = self.open.pop()
        if style and first < len(self.starts):
            self.styles.append(Style(style, self.starts[first], self.ends[-1], target))


def _assembled(tokens: list[Token], positions: _Positions, source: MappedText) -> Inline:
    assembly = _Assembly(source)
    hidden = False
    for index, token in enumerate(tokens):
        start = positions.starts.get(index, positions.pending)
        if token.type == "link_open" and token.markup == "autolink":
            hidden = True
        elif token.type == "link_close" and hidden:
            hidden = False
            assembly.place = max(assembly.place, start)
        elif hidden:
            continue
        elif token.nesting == 1:
            assembly.begin(token)
        elif token.nesting == -1:
            assembly.finish()
        else:
            _add_token(assembly, token, start)
    text = MappedText("".join(assembly.parts), assembly.starts, assembly.ends)
    return Inline(text if text.text else NOTHING, tuple(sorted(assembly.styles, key=lambda style: style.start)))


def _add_token(assembly: _Assembly, token: Token, start: int) -> None:
    source = assembly.source.text
    if token.type == "text":
        if not source.startswith(token.content, start):
            # Beyond the parser's nesting limit no rule is called, so no position was noted.
            start = source.find(token.content, assembly.place)
        if start >= 0:
            assembly.add(token.content, start, start + len(token.content))
    elif token.type == "text_special":
        end = start + len(token.markup)
        literal = token.info == "escape" and len(token.content) == 1
        assembly.add(token.content, end - 1 if literal else start, end)
    elif token.type == "code_inline":
        _add_code(assembly, token, start)
    elif token.type in ("softbreak", "hardbreak"):
        place = source.find("\n", start)
        assembly.add("\n", place, place + 1)
    elif token.type == "html_inline" and _BREAK.fullmatch(token.content):
        assembly.add("\n", start, start + len(token.content))


def _add_code(assembly: _Assembly, token: Token, start: int) -> None:
    source = assembly.source.text
    low = start + len(token.markup)
    for place in (low, low + 1):
        if source[place : place + len(token.content)].replace("\n", " ") == token.content:
            first = len(assembly.starts)
            assembly.add(token.content, place, place + len(token.content))
            if first < len(assembly.starts):
                assembly.styles.append(Style("code", assembly.starts[first], assembly.ends[-1]))
            return
