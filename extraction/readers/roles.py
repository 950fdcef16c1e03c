"""The roles inside one piece: its headline, its body, the commentary after "Analyse :", the sources at its end.

Separators and markers ("–", "Analyse :", "Source :") belong to no stretch: they are not read.
"""

import re
from typing import NamedTuple

from extraction.document import BlockKind, Role
from extraction.readers.layout import covered
from extraction.readers.lexicon import role_lexicon
from extraction.readers.pieces import Piece
from extraction.readers.published import is_date_line, is_date_words
from graph.names import normalize

_SEPARATOR = re.compile(r"(?P<aside>\s*\([^()]{1,60}\))?\s*(?:[–—-](?=\s)|[::]|\|)\s*")
_COLON_END = re.compile(r"[\s::]+$")
_LEAD_END = re.compile(r"[:.?!]$")
_PLAIN_DASH = re.compile(r"\s[–—-]\s")
_PLAIN_COLON = re.compile(r"\s?:\s")
_INNER_STOP = re.compile(r"[.!?;]\s")
_MARKER = re.compile(r"(?:^|(?<=[.!?…»”\")]\s))(?P<label>[A-ZÀ-Ý][\w'’ -]{1,40}?)\s?[::]\s+")
_TAIL = re.compile(r"(?:^|(?<=[.!?…»”\")]\s))\(?(?P<label>[A-Za-zÀ-ÿ][\w'’ -]{1,30}?)\s?:\s*[^.!?]{0,120}[.)]?$")
_GLUE = re.compile(r"[\s,;.|()\[\]·•/&–-]*(?:(?:and|et)\s*)?")
_OPEN_PHRASE = re.compile(r"\b(?:by|from|to|via|with|of|for|and|or|et|ou|par|de|selon|avec|à|chez)\s+$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:[.!?…:|,;(\[»”\"–—-]\s*|^)$")
_SENTENCE_END = re.compile(r"[.!?…:»”\")]\s*$")
_TITLE_STOP = re.compile(r"[.?!]\s+(?=\S)")
_TITLE_WORDS = 4
"""Words of a bold or linked sentence from which it is the title of what follows."""
_MAX_LEAD_WORDS = 24
_MAX_COLON_LEAD_WORDS = 12
_MIN_REST_WORDS = 4
_APPOSITION_WORDS = 4
_SUBJECT_WORDS = 3
"""Words before a separator that may be the subject of what follows in lower case."""


class Part(NamedTuple):
    """A span of a piece's clean text with its role."""

    start: int
    end: int
    role: Role


def parts(piece: Piece, role: Role) -> list[Part]:
    """The roles inside a piece that stands in a section of the given role, in order."""
    text = piece.text.text
    whole = _whole(piece, role)
    if whole is not None:
        return [Part(0, len(text), whole)]
    found: list[Part] = []
    end = _tail(piece, len(text))
    start, body = _headline(piece, end)
    if start:
        found.append(Part(0, start, Role.HEADLINE))
    for low, high, inner in _commentary(piece, body, end, role):
        if text[low:high].strip():
            found.append(Part(low, high, inner))
    if end < len(text):
        found.append(Part(end, len(text), Role.SOURCES))
    return found


def _whole(piece: Piece, role: Role) -> Role | None:
    """The one role of a piece that needs no look inside."""
    text = piece.text.text
    if piece.kind is BlockKind.CODE or (piece.kind is BlockKind.ROW and piece.level):
        return Role.METADATA
    if role in (Role.SOURCES, Role.METADATA):
        return role
    if piece.hint is not None:
        return piece.hint
    line = None if len(text) > 400 else role_lexicon().line(text)
    if line is not None:
        return line
    if is_date_line(text, language="fr"):
        return Role.METADATA
    if normalize(text) in role_lexicon().links:
        return Role.SOURCES
    if piece.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return Role.HEADLINE
    return role if piece.kind is BlockKind.ROW else None


def _spans(piece: Piece, style: str) -> list[tuple[int, int, str]]:
    found = [(*piece.text.within(item.start, item.end), item.target) for item in piece.styles if item.style == style]
    return [span for span in found if span[0] < span[1]]


def _tail(piece: Piece, end: int) -> int:
    """Where sources begin at the end of a piece: "Source : X", "Read more", links to posts; its length if nowhere."""
    text = piece.text.text
    lexicon = role_lexicon()
    for low, high, _ in reversed(_spans(piece, "link")):
        words = text[low:high]
        if _GLUE.fullmatch(text[high:end]) is None or not _leads_away(words, text[max(0, low - 20) : low]):
            break
        end = low
    while end and end < len(text) and text[end - 1] in " ,;([·•|":
        end -= 1
    match = _TAIL.search(text, max(0, end - 200), end)
    if match and lexicon.label(match["label"]) is Role.SOURCES:
        end = match.start()
    return end


def _leads_away(words: str, before: str) -> bool:
    """Whether a link after a text is no part of it: "Read more", or the handle of a post that is quoted."""
    if words.startswith("@"):
        return _OPEN_PHRASE.search(before) is None
    return normalize(words) in role_lexicon().links and (words[0].isupper() or _CLOSED.search(before) is not None)


def _headline(piece: Piece, end: int) -> tuple[int, int]:
    """Where the headline ends and what follows begins; (0, 0) when there is none.

    "**OpenAI** : lance GPT-5" and "Mars – X rejoint Y" have none: the first words are a part of the sentence.
    """
    text = piece.text.text
    start, body = _lead(piece, text, end)
    lead = text[:start]
    short = len(lead.split()) <= _SUBJECT_WORDS or (covered(piece, "strong") == 0 and ":" in text[start:body])
    in_sentence = short and text[body : body + 1].islower()
    return (0, 0) if in_sentence or is_date_words(lead) else (start, body)


def _lead(piece: Piece, text: str, end: int) -> tuple[int, int]:
    if piece.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH) or not end:
        return 0, 0
    for style in ("strong", "link"):
        if piece.kind is BlockKind.ITEM and covered(piece, style) > 0.95 and len(text.split()) <= _MAX_LEAD_WORDS:
            return (end, end) if style == "strong" else (0, 0)
        lead = _styled_end(piece, style, text)
        separator = _SEPARATOR.match(text, lead, end) if lead else None
        if separator and separator.end() < end:
            return max(lead, separator.end("aside")), separator.end()
        stop = _TITLE_STOP.match(text, lead, end) if len(text[:lead].split()) >= _TITLE_WORDS else None
        if stop and stop.end() < end:
            return lead + 1, stop.end()
        if lead and style == "strong" and _LEAD_END.search(text[:lead]) and text[lead:end].strip():
            return len(_COLON_END.sub("", text[:lead])), lead + len(text[lead:]) - len(text[lead:].lstrip())
    return _plain_lead(text, end) if piece.kind is BlockKind.ITEM else (0, 0)


def _styled_end(piece: Piece, style: str, text: str) -> int:
    """The end of a bold or linked beginning, adjoining spans together; 0 when too long or a marker of commentary."""
    reached = 0
    for low, high, _ in _spans(piece, style):
        if text[reached:low].strip(" :") and low > reached:
            break
        reached = max(reached, high)
    if len(text[:reached].split()) > _MAX_LEAD_WORDS or role_lexicon().marker(text[:reached].rstrip(" :.")):
        return 0
    return reached


def _plain_lead(text: str, end: int) -> tuple[int, int]:
    for pattern, most in ((_PLAIN_DASH, _MAX_LEAD_WORDS), (_PLAIN_COLON, _MAX_COLON_LEAD_WORDS)):
        match = pattern.search(text, 0, min(end, 220))
        if not match:
            continue
        lead, rest = text[: match.start()], text[match.end() : end]
        words = len(lead.split())
        if (
            words > most
            or lead.count("(") != lead.count(")")
            or _INNER_STOP.search(lead)
            or len(rest.split()) < _MIN_REST_WORDS
        ):
            continue
        if pattern is _PLAIN_DASH and words <= _APPOSITION_WORDS and match[0].strip() in rest[:120]:
            # "OpenAI – maker of ChatGPT – released ...": the dashes are brackets.
            continue
        if not role_lexicon().marker(lead):
            return match.start(), match.end()
    return 0, 0


def _commentary(piece: Piece, low: int, end: int, role: Role) -> list[tuple[int, int, Role]]:
    """What stands before the first marker in the section's role, what follows each in the marker's."""
    text = piece.text.text
    lexicon = role_lexicon()
    marks: list[tuple[int, int, Role]] = []
    for match in _MARKER.finditer(text, low, end):
        found = lexicon.marker(match["label"])
        if found:
            marks.append((match.start(), match.end(), found))
    for start, stop, _ in _spans(piece, "strong"):
        opens = low <= start and stop < end and (start == low or _SENTENCE_END.search(text[low:start][-4:]) is not None)
        found = lexicon.marker(text[start:stop].rstrip(" :.")) if opens else None
        if found:
            after = _SEPARATOR.match(text, stop, end)
            marks.append((start, after.end() if after else stop, found))
    spans: list[tuple[int, int, Role]] = []
    inner = role
    for start, stop, found in sorted(marks):
        if start < low:
            continue
        spans.append((low, start, inner))
        low, inner = stop, found
    return [*spans, (low, end, inner)]
