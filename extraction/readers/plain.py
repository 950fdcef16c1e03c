"""Plain text to pieces: blank lines part paragraphs, a line of dashes or equals signs underlines a heading."""

import re

from extraction.document import BlockKind
from extraction.readers.mapped import MappedText
from extraction.readers.pieces import Parsed, Piece

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_UNDERLINE = re.compile(r"\s*(?:=|-|~|\*|#|_){3,}\s*$")
_HASHES = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_TRAILING_HASHES = re.compile(r"\s#+\s*$")
_MAX_HEADING = 120
"""Characters of a line that may be underlined as a heading; chosen by hand."""


def read_plain(original: str) -> Parsed:
    """The pieces of a plain-text digest; bullets and key-value lines are told apart later, line by line."""
    pieces: list[Piece] = []
    paragraph: list[MappedText] = []

    def end() -> None:
        if paragraph:
            pieces.append(Piece(BlockKind.PARAGRAPH, MappedText.joined(paragraph, "\n")))
            paragraph.clear()

    for match in _LINE.finditer(original):
        text = match[0].rstrip("\r\n")
        line = MappedText.verbatim(text, match.start())
        hashes = _HASHES.match(text)
        if not text.strip():
            end()
        elif _UNDERLINE.match(text):
            heading = paragraph.pop() if paragraph and len(paragraph[-1]) <= _MAX_HEADING else None
            end()
            if heading is not None:
                pieces.append(Piece(BlockKind.HEADING, heading, 1 if "=" in text else 2))
        elif hashes:
            end()
            tail = _TRAILING_HASHES.search(text)
            pieces.append(
                Piece(BlockKind.HEADING, line[hashes.end() : tail.start() if tail else len(line)], len(hashes[1]))
            )
        else:
            paragraph.append(line)
    end()
    return Parsed(tuple(pieces))
