"""Which pieces belong together: the news item of each, the section that it stands in, and the role of the section."""

from collections.abc import Sequence
from typing import NamedTuple

from extraction.document import BlockKind, Role
from extraction.readers.layout import covered
from extraction.readers.lexicon import role_lexicon
from extraction.readers.pieces import Piece
from extraction.readers.roles import parts

_HEADLINE_WORDS = 6
"""Words from which a heading right above a list is the list's headline, not a section; chosen by hand."""

_OWN_HEADLINE_WORDS = 3
"""Words of a bullet's bold beginning from which it is news of its own; "Speed:" is an aspect of the one above."""


class Place(NamedTuple):
    """Where a piece stands: number of its news item (from 1), text of the heading above, role of the section."""

    item: int
    section: str
    role: Role


def places(pieces: Sequence[Piece]) -> list[Place]:
    """The place of every piece, in order."""
    walk = _Walk()
    return [walk.place(piece, pieces[index + 1 : index + 2]) for index, piece in enumerate(pieces)]


class _Walk:
    """One pass over the pieces, with the item and section that are open."""

    def __init__(self) -> None:
        self.item = 0
        self.section = ""
        self.role = Role.BODY
        self.role_level = 7
        self.lead_role: Role | None = None
        self.bullets_belong = False
        self.before_list = BlockKind.HEADING
        self.before: Piece | None = None

    def place(self, piece: Piece, following: Sequence[Piece]) -> Place:
        """The place of the next piece."""
        if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
            self._head(piece, following)
        else:
            self._continue(piece)
        self.before = piece
        return Place(max(self.item, 1), "" if piece.kind is BlockKind.TITLE else self.section, self._role_of(piece))

    def _head(self, piece: Piece, following: Sequence[Piece]) -> None:
        self.item += 1
        self.lead_role = None
        if piece.kind is BlockKind.TITLE:
            return
        text = piece.text.text
        self.section = text
        if piece.level <= self.role_level:
            self.role, self.role_level = Role.BODY, 7
        role = role_lexicon().heading(text.rstrip(" :"))
        if role and piece.level < self.role_level:
            self.role, self.role_level = role, piece.level
        long = len(text.split()) >= _HEADLINE_WORDS or covered(piece, "link") > 0.5
        self.before_list = BlockKind.HEADING
        self.bullets_belong = long and bool(following) and following[0].kind is BlockKind.ITEM

    def _continue(self, piece: Piece) -> None:
        top = piece.kind is BlockKind.ITEM and piece.level == 0
        if piece.kind is BlockKind.PARAGRAPH and not piece.continued:
            after_list = self.before is not None and self.before.kind is BlockKind.ITEM and not self.before.label
            if piece.hint is Role.HEADLINE or (after_list and not piece.label) or _is_news(piece):
                self.item += 1
            self.lead_role = None
            text = piece.text.text
            opens = text.endswith(":") or piece.hint is Role.HEADLINE
            self.bullets_belong, self.before_list = opens, BlockKind.PARAGRAPH
            if opens and text.endswith(":"):
                words = text.rstrip(" :")
                self.lead_role = role_lexicon().marker(words) or role_lexicon().heading(words)
        elif (
            top
            and not piece.label
            and (not self.bullets_belong or (self.before_list is BlockKind.HEADING and _has_headline(piece)))
        ):
            self.item += 1

    def _role_of(self, piece: Piece) -> Role:
        if self.role is not Role.BODY:
            return self.role
        if self.lead_role and piece.kind is not BlockKind.HEADING:
            return self.lead_role
        return Role.BODY


def _has_headline(piece: Piece) -> bool:
    """Whether a bullet opens with a bold headline of its own."""
    return _headline_words(piece) >= _OWN_HEADLINE_WORDS and covered(piece, "strong") > 0


def _is_news(piece: Piece) -> bool:
    """Whether a paragraph is a piece of news in a line: a headline, linked or bold, a dash, and what it tells."""
    marked = covered(piece, "link") > 0 or covered(piece, "strong") > 0
    return marked and not piece.label and _headline_words(piece) >= _OWN_HEADLINE_WORDS


def _headline_words(piece: Piece) -> int:
    heads = [part for part in parts(piece, Role.BODY) if part.role is Role.HEADLINE]
    return sum(len(piece.text.text[head.start : head.end].split()) for head in heads)
