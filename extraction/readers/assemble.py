"""The last step of every reader: ordered pieces become one text with blocks, typography and the map to the original."""

from array import array
from collections.abc import Sequence

from extraction.document import Block, BlockKind, Emphasis, OffsetMap, Role, Stretch
from extraction.readers.items import Place, places
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Piece
from extraction.readers.roles import parts


class Assembled:
    """The clean text, its blocks, its typography and its map."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        texts: list[MappedText] = []
        blocks: list[Block] = []
        emphases: list[Emphasis] = []
        start = 0
        for piece, place in zip(pieces, places(pieces), strict=True):
            blocks.append(_block(piece, place, start))
            emphases.extend(_emphases(piece, start))
            texts.append(piece.text)
            start += len(piece.text) + 1
        whole = MappedText.joined(texts, "\n")
        self.text = whole.text
        self.blocks = tuple(blocks)
        self.emphases = tuple(emphases)
        self.offsets = offset_map(whole.starts, whole.ends)


def _block(piece: Piece, place: Place, start: int) -> Block:
    stretches = tuple(
        Stretch(start=start + part.start, end=start + part.end, role=part.role) for part in parts(piece, place.role)
    )
    only_links = bool(stretches) and all(stretch.role is Role.SOURCES for stretch in stretches) and piece.linked
    kind = BlockKind.LINKS if only_links and piece.kind is not BlockKind.HEADING else piece.kind
    return Block(
        kind=kind,
        start=start,
        end=start + len(piece.text),
        level=piece.level,
        item=place.item,
        section=place.section if piece.kind is not BlockKind.HEADING else "",
        label=piece.label,
        stretches=stretches,
    )


def _emphases(piece: Piece, start: int) -> list[Emphasis]:
    found = []
    for style in piece.styles:
        low, high = piece.text.within(style.start, style.end)
        text = piece.text.text[low:high]
        low, high = low + len(text) - len(text.lstrip()), high - len(text) + len(text.rstrip())
        if low < high:
            found.append(Emphasis(start=start + low, end=start + high, style=style.style, target=style.target))
    return found


def offset_map(starts: "array[int]", ends: "array[int]") -> OffsetMap:
    """The map of a text whose characters come from [starts[i], ends[i]) each."""
    segments: list[tuple[int, int, int]] = []
    wide: list[tuple[int, int]] = []
    count = len(starts)
    index = 0
    while index < count:
        first, start, end = index, starts[index], ends[index]
        index += 1
        if end == start:
            continue
        if end - start == 1:
            while index < count and starts[index] == start + index - first and ends[index] == starts[index] + 1:
                index += 1
        else:
            while index < count and starts[index] == start and ends[index] == end:
                index += 1
            wide.append((first, end - start))
        segments.append((first, start, index - first))
    return OffsetMap(segments=tuple(segments), wide=tuple(wide))
