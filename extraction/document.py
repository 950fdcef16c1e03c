"""A digest as the extractor works on it: clean text in blocks, and the way back to the original's characters.

`DigestText` is what a reader gives. Its `text` has no markup; every block is a span of it; `offsets` leads from any
span of it to the span of the original that holds it.
"""

from bisect import bisect_right
from enum import StrEnum

from pydantic import Field, PrivateAttr

from graph.errors import OffsetOutOfRange
from graph.records import Record


class BlockKind(StrEnum):
    """What a block of text is in the layout."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"
    LINKS = "links"


class Role(StrEnum):
    """What a stretch of text is for: only headline, body, commentary and outlook are read for claims."""

    HEADLINE = "headline"
    BODY = "body"
    COMMENTARY = "commentary"
    OUTLOOK = "outlook"
    SOURCES = "sources"
    METADATA = "metadata"


READ_ROLES = frozenset({Role.HEADLINE, Role.BODY, Role.COMMENTARY, Role.OUTLOOK})
"""The roles of what is read: link lists, sources and metadata are not text."""


class Stretch(Record):
    """A span of clean text inside a block, with its role and typography."""

    start: int
    end: int
    role: Role


class Block(Record):
    """A structural unit: a heading, a paragraph, a list item, a table row. Spans are half-open, in clean text.

    `item` numbers the news item it belongs to: a headline and what follows it share one number; `section` is the text
    of the nearest heading above; `label` is set for a key-value line ("Acquéreur : X" has the label "Acquéreur", and
    the span is that of the value). `stretches` cover the block in order and carry the role of each part (a bold
    headline before a dash, then its body, then "Analyse : ..." as commentary).
    """

    kind: BlockKind
    start: int
    end: int
    level: int = Field(default=0, description="Depth of a heading (1 to 6) or of a list item (0 and up).")
    item: int = 0
    section: str = ""
    label: str = ""
    stretches: tuple[Stretch, ...] = ()


class Emphasis(Record):
    """Bold, italics, code or a link's text in clean text: a cue for names, never a decision."""

    start: int
    end: int
    style: str = Field(description="'strong', 'em', 'code' or 'link'.")
    target: str = Field(default="", description="The address of a link.")


class OffsetMap(Record):
    """Segments of clean text that are also contiguous in the original: (clean start, original start, length).

    Clean characters outside every segment (a joining space, say) have no original of their own. `wide` holds
    (clean start, original length) of the segments whose original is longer: an entity reference, a run of spaces.
    """

    segments: tuple[tuple[int, int, int], ...]
    wide: tuple[tuple[int, int], ...] = ()
    _starts: list[int] = PrivateAttr(default_factory=list)
    _wide: dict[int, int] = PrivateAttr(default_factory=dict)

    def model_post_init(self, _: object) -> None:
        """Keep the clean starts for bisection."""
        self._starts.extend(clean for clean, _, _ in self.segments)
        self._wide.update(self.wide)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the original that holds the clean span [start, end), markup between included.

        Raises:
            OffsetOutOfRange: no character of the clean span has an original.
        """
        if start < end and self.segments:
            low, high = self._first_at_or_after(start), self._last_before(end)
            if low is not None and high is not None and low < high:
                return low, high
        length = self.segments[-1][0] + self.segments[-1][2] if self.segments else 0
        raise OffsetOutOfRange(start, end, length)

    def _first_at_or_after(self, position: int) -> int | None:
        index = max(bisect_right(self._starts, position) - 1, 0)
        for clean, original, length in self.segments[index : index + 2]:
            if position < clean + length:
                return original if clean in self._wide else original + max(position - clean, 0)
        return None

    def _last_before(self, position: int) -> int | None:
        index = bisect_right(self._starts, position - 1) - 1
        if index < 0:
            return None
        clean, original, length = self.segments[index]
        return original + self._wide.get(clean, min(position - clean, length))


class DigestText(Record):
    """What a reader makes of a digest."""

    original: str
    text: str
    format: str
    title: str
    language: str
    published: str | None = Field(description="ISO date found in the digest or given by the caller.")
    blocks: tuple[Block, ...]
    emphases: tuple[Emphasis, ...]
    offsets: OffsetMap

    @classmethod
    def plain(cls, text: str, *, language: str, published: str | None = None) -> "DigestText":
        """A text that is its own original, without structure."""
        return cls(
            original=text,
            text=text,
            format="text",
            title="",
            language=language,
            published=published,
            blocks=(),
            emphases=(),
            offsets=OffsetMap(segments=((0, 0, len(text)),)),
        )

    def quote(self, start: int, end: int) -> str:
        """The original characters that hold the clean span [start, end)."""
        low, high = self.offsets.original(start, end)
        return self.original[low:high]


class Sentence(Record):
    """A passage while it is worked on: a span of clean text inside one block, in one role."""

    position: int
    start: int
    end: int
    block: int = Field(description="Index into `DigestText.blocks`.")
    item: int
    role: Role
    section: str = ""
    label: str = ""


class Name(Record):
    """A found mention: a span of clean text that names an entity of this document.

    `entity` indexes the document's list of `NamedEntity`.
    """

    start: int
    end: int
    surface: str
    sentence: int = Field(description="Index into the document's sentences.")
    entity: int


class NamedEntity(Record):
    """One entity of the document after linking: from the catalogue, or minted from what the text says."""

    name: str
    kind: str
    surface_forms: tuple[str, ...]
    catalogue_id: str | None = Field(default=None, description="Entity id in the catalogue; None for NIL.")
    also: tuple[str, ...] = Field(default=(), description="Other kinds that context would accept, best first.")
    maker: str | None = Field(default=None, description="Catalogue id of the organisation that makes it, if known.")
