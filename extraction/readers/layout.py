"""Cleaned pieces put in order.

Paragraphs that a page broke are joined again, values parted from their labels, headings without markup found.
"""

import re
from collections.abc import Sequence

from extraction.document import BlockKind, Role
from extraction.readers.lexicon import role_lexicon
from extraction.readers.lines import LABEL
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Piece
from extraction.readers.published import is_date_label
from graph.names import normalize

_BROKEN = re.compile(r"[\w,’'&–-]$")
_MIN_BROKEN = 60
"""Characters of a paragraph that may have been broken off; shorter ones are headings or names. Chosen by hand."""
_STOP = re.compile(r"[.!…;,:]\)?$")
_MAX_HEADING_WORDS = 14
_MAX_HEADING = 110
_MAX_LEAD_WORDS = 35
_HEAD = 6
"""Pieces at the top among which "Date : ..." is the digest's own date."""
_MIN_BELOW = 80
"""Characters of a paragraph that a line without markup may head; chosen by hand."""
_YEAR = re.compile(r"20\d\d")
_MOST_METADATA = 40
"""Words of a value that its label calls metadata; longer ones are text, whatever stands before them. Chosen by hand."""
_CAPITAL_LABEL = re.compile(r"(?<=\s)(?P<label>[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{2,30}?)\s?[::](?=\s)")
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


def joined_paragraphs(pieces: Sequence[Piece]) -> list[Piece]:
    """With a paragraph that ends in mid-sentence and the one that goes on in lower case made one again."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _goes_on(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _one(group: list[Piece]) -> Piece:
    return group[0]._replace(
        text=MappedText.joined([piece.text for piece in group], " "),
        styles=tuple(style for piece in group for style in piece.styles),
        linked=any(piece.linked for piece in group),
    )


def _goes_on(group: list[Piece], piece: Piece) -> bool:
    before = group[-1]
    return (
        before.kind in _TEXT_KINDS
        and piece.kind in (BlockKind.PARAGRAPH, group[0].kind)
        and piece.kind is not BlockKind.ITEM
        and not before.hint
        and (len(before.text) >= _MIN_BROKEN or len(group) > 1)
        and piece.text.text[0].islower()
        and _BROKEN.search(before.text.text) is not None
        and not _is_labelled(piece.text.text)
    )


def _is_labelled(text: str) -> bool:
    match, lexicon = LABEL.match(text), role_lexicon()
    return match is not None and bool(lexicon.label(match["label"]) or lexicon.marker(match["label"]))


def labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """With key-value lines cut into label and value, and the role that the label tells as a hint."""
    lexicon = role_lexicon()
    parted: list[Piece] = []
    for piece in (part for whole in pieces for part in _at_labels(whole)):
        match = LABEL.match(piece.text.text) if piece.kind in _TEXT_KINDS and not piece.label else None
        role = lexicon.label(match["label"]) if match else None
        if not match or role is None:
            parted.append(piece)
            continue
        value = piece.text[match.end() :]
        hint = piece.hint or (None if role is Role.BODY else role)
        if hint is Role.METADATA and len(value.text.split()) > _MOST_METADATA:
            hint = piece.hint
        if len(parted) < _HEAD and is_date_label(match["label"]):
            hint = piece.hint or Role.METADATA
        if not value.text:
            # "Sources :" alone opens the list that follows; other labels without a value tell nothing.
            parted.append(piece._replace(hint=hint))
        else:
            parted.append(piece._replace(text=value, label=match["label"].strip(), hint=hint))
    return parted


def _at_labels(piece: Piece) -> list[Piece]:
    """A record that a page has run into one paragraph ("CATEGORY: Market TITLE: X buys Y"), cut before its labels."""
    text, lexicon = piece.text.text, role_lexicon()
    if piece.kind not in _TEXT_KINDS or not _is_labelled(text):
        return [piece]
    marks = [(match.start(), match["label"]) for match in _CAPITAL_LABEL.finditer(text)]
    for style in piece.styles:
        low, _ = piece.text.within(style.start, style.end)
        label = LABEL.match(text, low)
        if style.style == "strong" and low and label is not None:
            marks.append((low, label["label"]))
    cuts = sorted({0, *(at for at, label in marks if lexicon.label(label) is not None)})
    return [
        piece._replace(text=piece.text[low:high].stripped())
        for low, high in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """With headings that only their look or their place tells, and with the lines that head a list as headlines."""
    marked = any(piece.kind is BlockKind.HEADING and piece.level > 1 for piece in pieces)
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.kind is BlockKind.PARAGRAPH and not (piece.label or piece.hint or piece.continued):
            piece = _promoted(piece, after, marked=marked, first=index == 0)
        result.append(piece)
    return result


def _promoted(piece: Piece, after: Piece | None, *, marked: bool, first: bool) -> Piece:
    text = piece.text.text
    words = len(text.split())
    lexicon = role_lexicon()
    if after is None or normalize(text) in lexicon.links or (lexicon.line(text) and not _YEAR.fullmatch(text)):
        return piece
    short = words <= _MAX_HEADING_WORDS and len(text) <= _MAX_HEADING
    if short and not text.endswith(".") and covered(piece, "strong") > 0.9:
        return piece._replace(kind=BlockKind.HEADING, level=1 if first else 5)
    if short and text.isupper() and sum(map(str.isalpha, text)) >= 4:
        return piece._replace(kind=BlockKind.HEADING, level=1 if first else 3)
    link = covered(piece, "link") > 0.9 and words >= 4
    ended = _STOP.search(text) is not None
    if words <= _MAX_LEAD_WORDS and (link or (piece.linked and not text.endswith(".") and not _mostly_linked(piece))):
        return piece._replace(hint=Role.HEADLINE)
    if _YEAR.fullmatch(text) and after.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return piece._replace(kind=BlockKind.HEADING, level=6)
    if ended or not short or not (text[0].isupper() or text[0].isdigit()):
        return piece
    if first:
        return piece._replace(kind=BlockKind.HEADING, level=1)
    if role_lexicon().heading(text) and not marked:
        return piece._replace(kind=BlockKind.HEADING, level=2)
    longer = after.kind is BlockKind.PARAGRAPH and len(after.text) >= max(_MIN_BELOW, 2 * len(text))
    if after.kind is BlockKind.ITEM or longer:
        return piece._replace(hint=Role.HEADLINE) if marked else piece._replace(kind=BlockKind.HEADING, level=2)
    return piece


def _mostly_linked(piece: Piece) -> bool:
    """Whether links stand inside the paragraph's text: then the paragraph is prose, not a headline and its address."""
    return covered(piece, "link") > 0


def covered(piece: Piece, style: str) -> float:
    """The share, in [0, 1], of a piece's letters that have a style."""
    text = piece.text
    total = sum(not character.isspace() for character in text.text)
    inside = 0
    reached = 0
    for found in piece.styles:
        if found.style == style:
            low, high = text.within(found.start, found.end)
            low = max(low, reached)
            inside += sum(not character.isspace() for character in text.text[low:high])
            reached = max(reached, high)
    return inside / total if total else 0.0
