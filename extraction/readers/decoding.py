"""From bytes to text: byte order marks, UTF-8, UTF-16, and what older programs wrote."""

import re

from charset_normalizer import from_bytes

from graph.errors import UnreadableDigest

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0")
_MEDIA = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"\x7fELF", b"SQLite format 3")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
"""Share of control characters above which text is no text; chosen by hand, real digests have none."""
_SAMPLE = 100_000
"""Bytes shown to the detector: it is slow, and the head of a file tells as much as all of it."""
_REMEDY = "save it as Markdown, HTML, plain text or PDF in UTF-8"


def decode(data: bytes, *, source: str) -> str:
    """The text of a file, without its byte order mark.

    Raises:
        UnreadableDigest: empty, white space only, binary, or in no encoding that is known.
    """
    if not data.strip():
        raise UnreadableDigest(source, "the file is empty", "give a digest with text in it")
    if data.startswith(_ARCHIVES + _MEDIA):
        raise UnreadableDigest(source, "the file is binary, not text", _REMEDY)
    text = _decoded(data)
    if text is None:
        raise UnreadableDigest(source, "its encoding is not known", _REMEDY)
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise UnreadableDigest(source, "the file is binary, not text", _REMEDY)
    if not text.strip("\ufeff\u200b\u2060 \t\r\n\f\v\u00a0"):
        raise UnreadableDigest(source, "the file holds nothing but white space", "give a digest with text in it")
    return text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _wide(data)
    if wide:
        return _strict(data, wide)
    text = _strict(data, "utf-8")
    if text is None:
        text = _guessed(data)
    return text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in European text every other byte is zero."""
    head = data[:2000]
    if len(head) < 4 or len(data) % 2 or head.count(0) < len(head) // 3:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _guessed(data: bytes) -> str | None:
    """One of the two encodings of older French and English files, or what the detector says.

    cp1252 first: it reads every ISO 8859-1 text, and the detector takes short French texts for other alphabets.
    """
    text = _strict(data, "cp1252")
    if text is not None and _looks_european(text):
        return text
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    return _strict(data, best.encoding)


def _looks_european(text: str) -> bool:
    """Whether nearly all letters above ASCII are letters, quotes or signs that French and English use."""
    high = [character for character in text if ord(character) > 127]
    usual = sum(character in "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ’‘“”«»–—…•€ £°²³§©®™\u00a0ñáíóú" for character in high)
    return usual >= 0.9 * len(high)
