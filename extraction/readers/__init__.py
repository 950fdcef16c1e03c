"""Readers: a digest's bytes to clean text with structure, roles, language, date, and the way back to every character.

Markdown, HTML, plain text and PDF give pieces in their own modules; what follows is the same for all: clean and cut
at lines, join what a page break parted, find bare headings, place in items and sections, give roles, assemble.
"""

from collections.abc import Iterable, Sequence

from extraction.document import BlockKind, DigestText
from extraction.language import detect_language
from extraction.readers.assemble import Assembled
from extraction.readers.decoding import decode
from extraction.readers.formats import Format, detect
from extraction.readers.html import read_html
from extraction.readers.layout import joined_paragraphs, labelled, with_headings
from extraction.readers.lines import split_piece
from extraction.readers.markdown import read_markdown
from extraction.readers.pdf import pdf_text
from extraction.readers.pieces import Parsed, Piece
from extraction.readers.plain import read_plain
from extraction.readers.published import find_published
from graph.errors import UnreadableDigest
from graph.settings import MAX_DIGEST_BYTES

_PDF_MAGIC = b"%PDF-"
_MAX_TITLE_WORDS = 30


def read_digest(
    data: bytes,
    *,
    source: str,
    published: str | None = None,
    language: str | None = None,
    max_bytes: int = MAX_DIGEST_BYTES,
) -> DigestText:
    """Read a digest of any format; the format is told by its content.

    Args:
        data: The file as it is.
        source: Its path or address, for messages and as the last place to look for a date.
        published: ISO date that is right whatever the text says.
        language: 'fr' or 'en'; found in the text when not given.
        max_bytes: The largest file that is read, in bytes.

    Raises:
        UnreadableDigest: too large, empty, binary, in an unknown encoding, encrypted, or without any text.
    """
    if len(data) > max_bytes:
        reason = f"it has {len(data):,} bytes, more than the {max_bytes:,} allowed"
        raise UnreadableDigest(source, reason, "split it, or raise VEILLE_MAX_DIGEST_BYTES")
    if data.lstrip()[: len(_PDF_MAGIC)] == _PDF_MAGIC:
        original, form = pdf_text(data, source=source), Format.PDF
        parsed = read_plain(original)
    else:
        original = decode(data, source=source)
        form, parsed = _parsed(original)
    pieces = _ordered(parsed.pieces)
    if not pieces:
        raise UnreadableDigest(
            source, f"no text is left of this {form.value} file without its markup", "give a digest with text in it"
        )
    assembled = Assembled(pieces)
    found = language or detect_language(assembled.text)
    title = parsed.title or _title(pieces)
    dates = [date for date in parsed.dates if date]
    day = published or find_published(pieces, title=title, fields=dates, source=source, language=found)
    return DigestText(
        original=original,
        text=assembled.text,
        format=form.value,
        title=title,
        language=found,
        published=day,
        blocks=assembled.blocks,
        emphases=assembled.emphases,
        offsets=assembled.offsets,
    )


def _parsed(original: str) -> tuple[Format, Parsed]:
    form, start = detect(original)
    if form is Format.HTML:
        head = read_markdown(original, end=start) if start else Parsed(())
        body = read_html(original, start=start)
        return form, Parsed((*head.pieces, *body.pieces), head.title or body.title, (*head.dates, *body.dates))
    return form, read_markdown(original) if form is Format.MARKDOWN else read_plain(original)


def _ordered(pieces: Iterable[Piece]) -> list[Piece]:
    cut = [part for piece in pieces for part in split_piece(piece)]
    return _with_title(with_headings(labelled(joined_paragraphs(cut))))


def _with_title(pieces: Sequence[Piece]) -> list[Piece]:
    """With the heading that opens a digest, and has none of its rank beside it, as its title."""
    result = list(pieces)
    for index, piece in enumerate(result[:3]):
        if piece.kind is BlockKind.HEADING and piece.level <= 2:
            equals = sum(other.kind is BlockKind.HEADING and other.level <= piece.level for other in result)
            if equals == 1:
                result[index] = piece._replace(kind=BlockKind.TITLE)
            break
    return result


def _title(pieces: Sequence[Piece]) -> str:
    title = next((piece for piece in pieces if piece.kind is BlockKind.TITLE), None)
    title = title or next((piece for piece in pieces[:5] if piece.kind is BlockKind.HEADING), None)
    if title is None and len(pieces[0].text.text.split()) <= _MAX_TITLE_WORDS:
        title = pieces[0]
    return title.text.text if title else ""
