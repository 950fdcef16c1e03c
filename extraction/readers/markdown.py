"""Markdown to pieces: markdown-it tells the blocks and their lines, `inline` the text inside them.

Setext headings of more than a line's length are paragraphs above a rule (newsletters draw rules right under text),
and indented text is text: nobody indents code in a newsletter on purpose.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from extraction.document import BlockKind
from extraction.fields import CELL_MARK
from extraction.readers.html import read_html
from extraction.readers.inline import make_parser, read_inline
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Parsed, Piece, Style
from extraction.readers.tables import row_label

_LINE_END = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\r?\n(?P<body>(?:[^\r\n]*\r?\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?P<info>[^\s`]*)[^\n`]*$", re.MULTILINE)
_PROSE = frozenset({"", "markdown", "md", "text", "txt", "plaintext", "html"})
"""What a fence says that may have a digest in it; others are languages of code."""
_CLOSING = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*$")
"""The line that closes a fence, in a quotation too."""
_FIELD = re.compile(
    r"^(?P<name>title|titre|date|published|pubdate|publishdate)\s*:\s*(?P<value>.+?)\s*$", re.IGNORECASE
)
_MAX_SETEXT = 120
"""Characters of an underlined heading; chosen by hand, longer ones seen were paragraphs above a rule."""
_CELL = re.compile(r"(?:\\\||[^|])*")
_ESCAPED_PIPE = re.compile(r"\\(?=\|)")
_QUOTE_PREFIX = re.compile(r"^(?:\s*>)+\s?")


class _Lines(NamedTuple):
    """The original by lines: each line's text without its end, and where it starts."""

    texts: list[str]
    starts: list[int]

    @classmethod
    def of(cls, original: str, start: int) -> "_Lines":
        texts, starts, low = [], [], start
        for match in _LINE_END.finditer(original, start):
            texts.append(original[low : match.start()])
            starts.append(low)
            low = match.end()
        return cls([*texts, original[low:]], [*starts, low])

    def mapped(self, number: int, low: int, high: int) -> MappedText:
        return MappedText.verbatim(self.texts[number][low:high], self.starts[number] + low)


def read_markdown(original: str, *, start: int = 0, end: int | None = None) -> Parsed:
    """The pieces of a Markdown digest, or of the part [start, end) of it; front matter gives title and date."""
    scope = _unfenced(_without_comments(original if end is None else original[:end]))
    title, dates, body = _front_matter(scope, start)
    lines = _Lines.of(scope, body)
    parser = make_parser()
    references: dict[str, object] = {}
    tokens = parser.parse("\n".join(lines.texts), references)
    return Parsed(tuple(_Walk(parser, lines, references, scope).pieces(tokens)), title, dates)


def _without_comments(original: str) -> str:
    """The text with spaces in the place of comments, of the same length.

    markdown-it takes the whole line after a comment for HTML, and newsletter editors leave comments before text.
    """
    parts: list[str] = []
    low = 0
    while (start := original.find("<!--", low)) >= 0 and (end := original.find("-->", start)) >= 0:
        parts.append(original[low:start])
        parts.append(_NOT_LINE_END.sub(" ", original[start : end + 3]))
        low = end + 3
    return "".join([*parts, original[low:]])


def _unfenced(original: str) -> str:
    """The text with spaces in the place of the only code fence, if that holds most of it: a digest pasted as code.

    The fence may not be closed, as when a long text was cut: then all that follows it would be lost as code.
    """
    fences = list(_FENCE.finditer(original))
    if len(fences) not in (1, 2) or fences[0]["info"].lower() not in _PROSE:
        return original
    inside = (fences[1].start() if len(fences) > 1 else len(original)) - fences[0].end()
    return _FENCE.sub(_blanked, original) if inside >= len(original) // 2 else original


def _blanked(found: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", found[0])


def _front_matter(original: str, start: int) -> tuple[str, tuple[str, ...], int]:
    match = _FRONT_MATTER.match(original) if start == 0 else None
    if not match or ":" not in match["body"]:
        return "", (), start
    title, dates = "", []
    for line in match["body"].splitlines():
        field = _FIELD.match(line)
        if field and field["name"].lower() in ("title", "titre"):
            title = field["value"].strip("'\" ")
        elif field:
            dates.append(field["value"].strip("'\" "))
    return title, tuple(dates), match.end()


class _Walk:
    """One pass over the block tokens, with the containers that are open."""

    def __init__(self, parser: MarkdownIt, lines: _Lines, references: dict[str, object], original: str) -> None:
        self.parser, self.lines, self.references, self.original = parser, lines, references, original
        self.lists = 0
        self.quotes = 0
        self.fresh_item = False
        self.headers: list[str] = []

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """The pieces in reading order."""
        for index, token in enumerate(tokens):
            self._enter(token)
            if token.type == "inline" and token.map:
                yield from self._text(token, tokens[index - 1])
            elif token.type == "fence" and token.map:
                yield self._code(token.map)
            elif token.type == "html_block" and token.map:
                first, last = token.map
                low = self.lines.starts[first]
                high = self.lines.starts[last - 1] + len(self.lines.texts[last - 1])
                yield from read_html(self.original, start=low, end=high).pieces
            elif token.type == "tr_open" and token.map:
                yield from self._row(token.map[0], header=tokens[index + 1].type == "th_open")

    def _enter(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists -= 1
        elif token.type == "list_item_open":
            self.fresh_item = True
        elif token.type == "list_item_close":
            self.fresh_item = False
        elif token.type == "blockquote_open":
            self.quotes += 1
        elif token.type == "blockquote_close":
            self.quotes -= 1
        elif token.type == "table_open":
            self.headers = []

    def _text(self, token: Token, opener: Token) -> Iterator[Piece]:
        if opener.type in ("th_open", "td_open"):
            return
        source = self._source(token)
        text, styles = read_inline(self.parser, source, self.references)
        heading = opener.type == "heading_open"
        if heading and opener.markup in ("=", "-") and (len(source) > _MAX_SETEXT or "\n" in source.text):
            heading = False
        if heading:
            yield Piece(BlockKind.HEADING, text, int(opener.tag[1]), styles)
        elif self.lists:
            kind = BlockKind.ITEM if self.fresh_item else BlockKind.PARAGRAPH
            yield Piece(kind, text, self.lists - 1, styles, continued=not self.fresh_item)
            self.fresh_item = False
        else:
            yield Piece(BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH, text, 0, styles)

    def _source(self, token: Token) -> MappedText:
        """The token's content with places: each of its lines is the tail of its line in the original."""
        first, last = token.map or (0, 0)
        parts = []
        for offset, content in enumerate(token.content.split("\n")):
            number = min(first + offset, last - 1)
            line, wanted = self.lines.texts[number], content.strip()
            low = line.rfind(wanted)
            parts.append(self.lines.mapped(number, low, low + len(wanted)) if low >= 0 else MappedText.verbatim("", 0))
            tail = content[len(content.rstrip()) :]
            if low >= 0 and tail and line.startswith(tail, low + len(wanted)):
                # Two spaces before a line end are a line break; the inline parser must see them.
                parts[-1] = self.lines.mapped(number, low, low + len(wanted) + len(tail))
        return _joined_lines(parts)

    def _code(self, lines: list[int]) -> Piece:
        closed = lines[1] - 1 > lines[0] and _CLOSING.match(self.lines.texts[lines[1] - 1]) is not None
        inner = range(lines[0] + 1, lines[1] - closed)
        parts = [self.lines.mapped(number, 0, len(self.lines.texts[number])) for number in inner]
        return Piece(BlockKind.CODE, _joined_lines(parts))

    def _row(self, number: int, *, header: bool) -> Iterator[Piece]:
        line = self.lines.texts[number]
        prefix = _QUOTE_PREFIX.match(line)
        low = prefix.end() if prefix and self.quotes else 0
        cells: list[MappedText] = []
        styles: list[Style] = []
        for start, end in _cells(line, low):
            source = self.lines.mapped(number, start, end).replaced(_ESCAPED_PIPE)
            cell = read_inline(self.parser, source, self.references)
            cells.append(cell.text)
            styles.extend(cell.styles)
        row = MappedText.joined([cell for cell in cells if cell.text.strip()], CELL_MARK)
        label = "" if header else row_label(self.headers, [bool(cell.text.strip()) for cell in cells])
        if header:
            self.headers = [cell.text.strip() for cell in cells]
        yield Piece(BlockKind.ROW, row, 1 if header else 0, tuple(styles), label)


def _joined_lines(parts: list[MappedText]) -> MappedText:
    return MappedText.joined(parts, "\n")


def _cells(line: str, low: int) -> Iterator[tuple[int, int]]:
    """The spans of a row's cells, without the white space around them."""
    stripped = line.rstrip()
    high = len(stripped) - 1 if stripped.endswith("|") and not stripped.endswith("\\|") else len(stripped)
    low += len(line[low:]) - len(line[low:].lstrip())
    if line.startswith("|", low):
        low += 1
    while low <= high:
        match = _CELL.match(line, low, high)
        end = match.end() if match else high
        inner = line[low:end]
        start = low + len(inner) - len(inner.lstrip())
        yield start, max(start, low + len(inner.rstrip()))
        low = end + 1
