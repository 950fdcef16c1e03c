"""What a format's reader hands over: pieces of text in reading order, not yet cleaned, split or given a role."""

from typing import NamedTuple

from extraction.document import BlockKind, Role
from extraction.readers.mapped import MappedText


class Style(NamedTuple):
    """Typography of a span of the *original*: 'strong', 'em', 'code' or 'link' with its address."""

    style: str
    start: int
    end: int
    target: str = ""


class Piece(NamedTuple):
    """One structural unit as the format tells it.

    `text` keeps its line ends as "\\n"; `level` is the depth of a heading (1 to 6) or of a list item (0 and up);
    `hint` is a role that the format itself tells (an HTML footer); `linked` says that an address stood in it;
    `continued` that it is a further paragraph of the list item before.
    """

    kind: BlockKind
    text: MappedText
    level: int = 0
    styles: tuple[Style, ...] = ()
    label: str = ""
    hint: Role | None = None
    linked: bool = False
    continued: bool = False


class Parsed(NamedTuple):
    """A digest as pieces, with the facts that its format keeps apart (front matter, an HTML head)."""

    pieces: tuple[Piece, ...]
    title: str = ""
    dates: tuple[str, ...] = ()
