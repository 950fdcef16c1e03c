"""French institutions, whose names go on in small letters: "Conseil de l'intelligence artificielle et du numérique"."""

from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Shape, Token

_LONGEST = 9
"""Words in the longest such name, joining words not counted."""
_ARTICLES = frozenset({"la", "le", "les", "l"})
_OF = frozenset({"de", "du", "des", "d"})
_ADJECTIVE_ENDINGS = (
    *("al", "ale", "aux", "ales", "el", "elle", "els", "elles", "ique", "iques", "aire", "aires", "ien", "ienne"),
    *("éen", "éenne", "ais", "aise", "ain", "aine", "ieur", "ieure", "ieurs", "ois", "oise"),
)
"""Endings of the adjectives that such names are made with; chosen by hand."""


def institution_end(line: Line, first: int, lexicon: NameLexicon) -> int:
    """The last token of the institution's name that opens at a token, or that token when none does.

    Its first word must have a capital that no sentence gave it and be one that institutions begin with.
    """
    tokens = line.tokens
    opens = lexicon.language == "fr" and lexicon.first.get(tokens[first].low) == "Organization"
    if not opens or first == 0 or tokens[first].shape is not Shape.CAPITAL or line.title_case:
        return first
    if any(char in tokens[first].gap for char in ".!?:;•"):
        return first
    last, words = first, 1
    while words < _LONGEST:
        step = _step(tokens, last)
        if step == last:
            break
        last, words = step, words + 1
    return last


def _step(tokens: list[Token], last: int) -> int:
    """The index of the next word of the name: an adjective, or a noun after "de"; `last` when the name ends."""
    at = last + 1
    if at >= len(tokens) or tokens[at].gap.strip(" \u00a0"):
        return last
    if tokens[at].low == "et" and at + 1 < len(tokens) and (tokens[at + 1].low in _OF):
        at += 1
    if tokens[at].low in _OF:
        at += 1
        while at < len(tokens) and tokens[at].low in _ARTICLES:
            at += 1
        noun = (
            at < len(tokens) and tokens[at].gap in (" ", "'", "’") and tokens[at].shape in (Shape.LOWER, Shape.CAPITAL)
        )
        return at if noun and len(tokens[at].text) > 2 else last
    adjective = (
        tokens[at].shape is Shape.LOWER and tokens[at].low.endswith(_ADJECTIVE_ENDINGS) and len(tokens[at].text) > 4
    )
    return at if adjective and tokens[at].gap == " " else last
