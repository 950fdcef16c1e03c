"""HTML newsletters to pieces: block elements end one, inline ones give typography, layout tables are looked through.

A table is data when its cells are short and plain and its rows alike; any other is layout.
"""

import re

from extraction.document import BlockKind, Role
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Parsed, Piece, Style
from extraction.readers.tables import Table
from extraction.readers.tags import Tag, tokens

_INLINE_NAMES = """a abbr acronym b bdo big cite code data dfn em font i ins kbd label mark q s samp small span
strong sub sup time tt u var wbr img button input o:p st1:place del strike nobr"""
_INLINE = frozenset(_INLINE_NAMES.split())
_STRONG = frozenset({"b", "strong"})
_EM = frozenset({"i", "em", "cite"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_FOOT = frozenset({"nav", "footer"})
_VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr", "col", "source", "area", "base", "embed"})
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_LINE_ENDS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\f": " "})
_HEADING = re.compile(r"h[1-6]")


def read_html(original: str, *, start: int = 0, end: int | None = None) -> Parsed:
    """The pieces of an HTML digest, or of the part [start, end) of one; `<title>` and `<time>` are told apart."""
    walk = _Walk()
    for token in tokens(original, start=start, end=end):
        if isinstance(token, MappedText):
            walk.text(token)
        elif token.closing:
            walk.close(token)
        else:
            walk.open(token)
    walk.flush()
    while walk.tables:
        walk.close_table()
    return Parsed(tuple(walk.pieces), walk.title.strip(), tuple(walk.dates))


class _Walk:
    """One pass over the tokens, with the piece that is being written."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.title = ""
        self.dates: list[str] = []
        self.parts: list[MappedText] = []
        self.styles: list[Style] = []
        self.open_styles: list[tuple[str, int, str]] = []
        self.tables: list[Table] = []
        self.heading = self.lists = self.quotes = self.feet = self.preformatted = 0
        self.item = self.in_title = self.in_head = False
        self.hidden: tuple[str, int] | None = None

    def text(self, text: MappedText) -> None:
        """Add text to the piece, unless it is hidden or belongs to the head."""
        if self.in_title:
            self.title += text.text
        elif self.hidden is None and not self.in_head:
            self.parts.append(text if self.preformatted else text.translated(_LINE_ENDS))

    def open(self, tag: Tag) -> None:
        """Begin an element."""
        if self._hide(tag):
            return
        name = tag.name
        if name == "br":
            self.parts.append(MappedText.spread("\n", tag.start, tag.end))
        elif name in _STRONG | _EM | _CODE or name == "a":
            self._open_style(tag)
        elif name == "time":
            self.dates.append(tag.attribute("datetime"))
        elif name not in _INLINE:
            self.flush()
            self._open_block(name)
        if name == "meta" and "published" in tag.attribute("property") + tag.attribute("name"):
            self.dates.append(tag.attribute("content"))

    def close(self, tag: Tag) -> None:
        """End an element; an end without a beginning only ends the piece."""
        if self.hidden is not None:
            self._unhide(tag.name)
            return
        name = tag.name
        if name in _STRONG | _EM | _CODE or name == "a":
            self._close_style(name)
        elif name not in _INLINE:
            self.flush()
            self._close_block(name)

    def _open_style(self, tag: Tag) -> None:
        style = "link" if tag.name == "a" else "strong" if tag.name in _STRONG else "em" if tag.name in _EM else "code"
        if style == "link" and any(opened[0] == "link" for opened in self.open_styles):
            self._close_style("a")
        if len(self.open_styles) < 50:
            self.open_styles.append((style, tag.end, tag.attribute("href") if style == "link" else ""))

    def _close_style(self, name: str) -> None:
        style = "link" if name == "a" else "strong" if name in _STRONG else "em" if name in _EM else "code"
        for index in range(len(self.open_styles) - 1, -1, -1):
            opened, start, target = self.open_styles[index]
            if opened == style:
                del self.open_styles[index]
                self._keep_style(opened, start, target)
                return

    def _keep_style(self, style: str, start: int, target: str) -> None:
        first = last = -1
        for part in reversed(self.parts):
            if len(part) and part.starts[-1] < start:
                break
            if part.text.strip():
                first, last = part.starts[0], max(last, part.ends[-1])
        if last >= 0:
            self.styles.append(Style(style, max(start, first), last, target))

    def flush(self) -> None:
        """End the piece that is being written."""
        for style, start, target in self.open_styles:
            self._keep_style(style, start, target)
        parts, self.parts = self.parts, []
        styles, self.styles = self.styles, []
        if not any(part.text.strip() for part in parts):
            return
        text = MappedText.joined(parts)
        # A newsletter's signs and dates in a footer or a navigation bar are no news.
        hint = Role.SOURCES if self.feet else None
        ordered = tuple(sorted(styles, key=lambda style: style.start))
        if self.heading:
            piece = Piece(BlockKind.HEADING, text, self.heading, ordered, hint=hint)
        elif self.preformatted:
            piece = Piece(BlockKind.CODE, text, 0, ordered, hint=hint)
        elif self.lists:
            kind = BlockKind.ITEM if self.item else BlockKind.PARAGRAPH
            piece = Piece(kind, text, self.lists - 1, ordered, hint=hint, continued=not self.item)
            self.item = False
        else:
            piece = Piece(BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH, text, 0, ordered, hint=hint)
        self.pieces.append(piece)

    def _open_block(self, name: str) -> None:
        if name == "title":
            self.in_title = not self.title
        elif name in ("head", "body"):
            self.in_head = name == "head"
        elif _HEADING.fullmatch(name):
            self.heading = int(name[1])
        elif name in ("ul", "ol"):
            self.lists += 1
        elif name == "li":
            self.item = True
        elif name == "blockquote":
            self.quotes += 1
        elif name == "pre":
            self.preformatted += 1
        elif name in _FOOT:
            self.feet += 1
        elif name == "table":
            if self.tables:
                self.tables[-1].nested = True
            self.tables.append(Table(len(self.pieces)))
        elif self.tables:
            self.tables[-1].open(name, len(self.pieces))

    def _close_block(self, name: str) -> None:
        if name == "title":
            self.in_title = False
        elif name == "head":
            self.in_head = False
        elif _HEADING.fullmatch(name):
            self.heading = 0
        elif name in ("ul", "ol"):
            self.lists = max(self.lists - 1, 0)
        elif name == "li":
            self.item = False
        elif name == "blockquote":
            self.quotes = max(self.quotes - 1, 0)
        elif name == "pre":
            self.preformatted = max(self.preformatted - 1, 0)
        elif name in _FOOT:
            self.feet = max(self.feet - 1, 0)
        elif name == "table":
            self.close_table()
        elif self.tables:
            self.tables[-1].close(name, len(self.pieces))

    def close_table(self) -> None:
        """End the innermost table; a data table's cells become rows."""
        if self.tables:
            table = self.tables.pop()
            if table.is_data(self.pieces):
                self.pieces[table.first :] = table.rows(self.pieces)

    def _hide(self, tag: Tag) -> bool:
        if self.hidden is not None:
            name, depth = self.hidden
            if tag.name == name:
                self.hidden = name, depth + 1
            return True
        if tag.name not in _VOID and "style" in tag.attributes and _HIDDEN.search(tag.attribute("style")):
            self.hidden = tag.name, 1
            return True
        return False

    def _unhide(self, name: str) -> None:
        if self.hidden is not None and self.hidden[0] == name:
            depth = self.hidden[1] - 1
            self.hidden = (name, depth) if depth else None
