"""HTML cut into tags and text, each with its place: no tree, no repair, time in proportion to the length.

The libraries that build trees give no positions of characters, and a newsletter's markup is too broken for a tree to
help: tables in tables for layout, tags never closed.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.readers.mapped import MappedText

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][-\w:.]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_MAX_QUOTED_ENDS = 20
"""How many ">" may stand inside quoted attribute values of one tag before its quoting is taken for broken."""
_RAW = frozenset({"script", "style", "noscript", "template", "svg", "textarea", "iframe", "object", "math", "select"})
"""Elements whose content is never text to read."""


class Tag(NamedTuple):
    """A start or end tag; the attributes are read only when asked for."""

    name: str
    closing: bool
    attributes: str
    start: int
    end: int

    def attribute(self, name: str) -> str:
        """The value of an attribute, entities resolved; empty when it is not there."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match[1].lower() == name:
                return html.unescape((match[2] or "").strip("\"'"))
        return ""


def tokens(original: str, *, start: int = 0, end: int | None = None) -> Iterator[Tag | MappedText]:
    """Tags and stretches of text of [start, end), in order; comments, scripts, styles and declarations are left out."""
    high = len(original) if end is None else end
    low = place = start
    missing: set[str] = set()
    while True:
        place = original.find("<", place, high)
        if place < 0:
            break
        found = _markup(original, place, high, missing)
        if found is None:
            place += 1
            continue
        tag, after = found
        if low < place:
            yield from _text(original, low, place)
        if tag is not None:
            yield tag
        low = place = after
    if low < high:
        yield from _text(original, low, high)


def _markup(original: str, place: int, high: int, missing: set[str]) -> tuple[Tag | None, int] | None:
    """The tag (None for what is skipped) at a "<" and where it ends, or None if it is a plain sign."""
    if original.startswith("<!--", place):
        return _skipped(original, place + 4, high, "-->", missing)
    if original.startswith(("<!", "<?"), place):
        return _skipped(original, place + 2, high, ">", missing)
    match = _NAME.match(original, place, high)
    if not match:
        return None
    end = _tag_end(original, match.end(), high, missing)
    if end < 0:
        return None
    name, closing = match[2].lower(), bool(match[1])
    if name in _RAW and not closing and original[end - 2] != "/":
        after = _closed(original, name, end, high, missing)
        return None if after < 0 else (None, after)
    return Tag(name, closing, original[match.end() : end - 1], place, end), end


def _skipped(original: str, place: int, high: int, until: str, missing: set[str]) -> tuple[None, int] | None:
    end = -1 if until in missing else original.find(until, place, high)
    if end < 0:
        missing.add(until)
        return None
    return None, end + len(until)


def _closed(original: str, name: str, place: int, high: int, missing: set[str]) -> int:
    """Where an element ends whose content is skipped; after its start tag when it is never closed."""
    if name in missing:
        return place
    match = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(original, place, high)
    if match:
        return match.end()
    missing.add(name)
    return place


def _tag_end(original: str, place: int, high: int, missing: set[str]) -> int:
    """One past the ">" of a tag, skipping those inside quoted values; -1 when there is none."""
    if ">" in missing:
        return -1
    first = end = original.find(">", place, high)
    if end < 0:
        missing.add(">")
        return -1
    for _ in range(_MAX_QUOTED_ENDS):
        if original.count('"', place, end) % 2 == 0 or original.find('"', end, min(end + 5000, high)) < 0:
            return end + 1
        end = original.find(">", end + 1, min(end + 5000, high))
        if end < 0:
            break
    return first + 1


def _text(original: str, low: int, high: int) -> Iterator[MappedText]:
    parts: list[MappedText] = []
    for match in _ENTITY.finditer(original, low, high):
        character = html.unescape(match[0])
        if character == match[0]:
            continue
        parts.append(MappedText.verbatim(original[low : match.start()], low))
        parts.append(MappedText.spread(character, match.start(), match.end()))
        low = match.end()
    parts.append(MappedText.verbatim(original[low:high], low))
    yield parts[0] if len(parts) == 1 else MappedText.joined(parts)
