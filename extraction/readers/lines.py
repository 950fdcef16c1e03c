"""Pieces cleaned and cut at their lines: bullets without markup, key-value lines, headings and runs of short lines.

A paragraph of Markdown or plain text is often several things that its author kept apart by line ends alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.document import BlockKind, Role
from extraction.readers.lexicon import role_lexicon
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Piece

_SPACES = {ord(space): " " for space in "\t\r\f\v\u00a0\u202f\u2007\u3000\u1680"} | dict.fromkeys(
    range(0x2000, 0x200B), " "
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\u20e3\ufffc]+" r"|\*\*+|__+"
)
"""Signs that take no room, and marks that the Markdown parser left alone because they do not pair."""
_EMOJI = re.compile("[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U000e0000-\U000e007f]+")
_ADDRESS = r"(?:https?://|www\.)[^\s<>()\"\]|]*(?:\([^\s<>()]*\)[^\s<>()\"\]|]*)*"
_URL = re.compile(rf"\(\s*{_ADDRESS}\s*\)|<{_ADDRESS}>|{_ADDRESS}(?<![.,;:!?'»”])", re.IGNORECASE)
_MANY_SPACES = re.compile(" {2,}")
_SPACE_BEFORE_STOP = re.compile(r" (?=[.,](?:\s|$)|\))")
_BULLET = re.compile(r"\s*(?:[-–—*+•●○▪▫■□◦‣⁃·∙➤►▶▸▹→⇒✓✔✅❖◆◇➢➔]|\(?\d{1,2}[.)]|[a-h]\))\s+(?=\S)")
_SIGN_FIRST = re.compile("\\s*[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_MARKED = re.compile(r"\s*(?:#{1,6}\s+|>+\s)")
LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n|]{0,40}?)\s?[::](?:\s+|$)")
"""Words before a colon at the start of a line; the value follows."""
_FULL_STOP = re.compile(r"[.!?…:»”\"]\)?$")
_SHORT_LINE = 0.6
"""Share of the longest line below which a line was ended by its author, not by wrapping."""
_UNWRAPPED = 130
"""Characters of a line that no program wraps at: such lines are paragraphs of their own."""
_MAX_INDENT = 5
"""Deepest level of a plain-text bullet, at two spaces a level."""


def clean(text: MappedText) -> MappedText:
    """Without addresses, emoji, invisible signs and repeated spaces; every kind of space is a plain one."""
    text = text.replaced(_URL, " ").replaced(_INVISIBLE).replaced(_EMOJI, " ").translated(_SPACES)
    return text.replaced(_MANY_SPACES, " ").replaced(_SPACE_BEFORE_STOP).stripped(" \n")


class _Line(NamedTuple):
    raw: MappedText
    text: MappedText
    bullet: bool
    indent: int
    sign: bool
    label: str
    linked: bool


def split_piece(piece: Piece) -> Iterator[Piece]:
    """The piece, cleaned, as one or more; nothing when no text is left."""
    linked = piece.linked or any(style.style == "link" for style in piece.styles)
    if piece.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.ROW, BlockKind.CODE):
        cleaned = clean(_one_line(piece.text))
        if _has_letters(cleaned):
            yield piece._replace(text=cleaned, linked=linked)
        return
    lines = [line for line in map(_line, piece.text.lines()) if line.text.text or line.linked]
    longest = max((len(line.text) for line in lines), default=0)
    group: list[_Line] = []
    for line in lines:
        if group and _begins(group[-1], line, longest):
            yield from _grouped(piece, group)
            group = []
        group.append(line)
    yield from _grouped(piece, group)


def _line(raw: MappedText) -> _Line:
    bullet = _BULLET.match(raw.text)
    mark = bullet or _MARKED.match(raw.text)
    cut = raw[mark.end() :] if mark else raw
    text = clean(cut)
    label = LABEL.match(text.text)
    lexicon = role_lexicon()
    opens = label is not None and (lexicon.label(label["label"]) or lexicon.marker(label["label"]))
    known = label["label"] if label is not None and opens else ""
    linked = _URL.search(raw.text) is not None
    indent = min((len(raw.text) - len(raw.text.lstrip())) // 2, _MAX_INDENT)
    return _Line(cut, text, bullet is not None, indent, _SIGN_FIRST.match(raw.text) is not None, known, linked)


def _begins(before: _Line, line: _Line, longest: int) -> bool:
    """Whether a line opens something new rather than going on with the line before."""
    if not line.text.text:
        return False
    if line.bullet or line.label or line.sign:
        return True
    first = line.text.text[0]
    if first.islower() or not before.text.text:
        return False
    if before.label and (role_lexicon().label(before.label) or Role.BODY) is not Role.BODY:
        return True
    length = len(before.text)
    ended = _FULL_STOP.search(before.text.text) is not None
    opens = first.isupper() or first.isdigit() or first in "«“\"'("
    return opens and ((length < _SHORT_LINE * longest) or (ended and length > _UNWRAPPED) or before.linked)


def _grouped(piece: Piece, group: list[_Line]) -> Iterator[Piece]:
    if not group:
        return
    head = group[0]
    text = MappedText.joined([line.text for line in group if line.text.text], " ").stripped()
    if not _has_letters(text):
        return
    linked = any(line.linked for line in group) or _has_link(piece, text)
    kind, level = piece.kind, piece.level
    if head.bullet:
        level = level + 1 if kind is BlockKind.ITEM else head.indent
        kind = BlockKind.ITEM
    continued = piece.continued and not head.bullet
    yield piece._replace(kind=kind, level=level, text=text, linked=linked, continued=continued, label=piece.label)


def _has_letters(text: MappedText) -> bool:
    """Whether anything is left to read: rows of signs draw lines."""
    return any(map(str.isalnum, text.text))


def _has_link(piece: Piece, text: MappedText) -> bool:
    low, high = text.starts[0], text.ends[-1]
    return any(style.style == "link" and style.start < high and low < style.end for style in piece.styles)


def _one_line(text: MappedText) -> MappedText:
    return text.translated({10: " "})
