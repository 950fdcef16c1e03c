"""Head nouns: the noun beside a name that says what it is, before it ("la startup X") or after ("X, a startup").

Nothing here parses: French adjectives are known by their endings, and a phrase ends at a word of the stop list.
Each function gives votes, a kind and points; the points are hand-set.
"""

from extraction.mentions.candidates import Candidate
from extraction.mentions.kinds import MADE
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Shape, Token

HEAD = 3.0
"""A noun in apposition: "the startup X", "X, a startup"."""
_MAKER = 1.0
"""A thing of the name before it: "le modèle de X"."""
_WINDOW_AFTER = 9
"""Words after a name in which the head noun of an apposition may stand."""
_COLLECTIONS = frozenset(
    (
        "series",
        "family",
        "suite",
        "set",
        "collection",
        "range",
        "class",
        "type",
        "kind",
        "line",
        "group",
        "pair",
        "trio",
    )
)
"""Nouns that leave it to their complement to say what a thing is."""


def head_before(line: Line, first: int, lexicon: NameLexicon) -> str | None:
    """The kind told by the noun right before a token, over naming words and quotation marks."""
    before = first - 1
    while before >= 0 and (
        line.tokens[before].low in lexicon.naming or line.tokens[before].low in ("sur", "on", "about")
    ):
        before -= 1
    return head_ending(line.tokens, before, lexicon) if before >= 0 else None


def nouns_before(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The head noun before: "la jeune pousse française X", "AI startup X", "its model, X"."""
    tokens, at = line.tokens, candidate.first
    gap = tokens[at].gap.strip()
    if at == 0 or gap not in ("", ",", "'", "’", '"', "“", "«", "(", ":", "‘", "“"):
        return []
    if not gap.strip("'’") and tokens[at - 1].low in ("de", "d") and lexicon.language == "fr":
        return _of_maker(tokens, at - 2, lexicon)
    before, named = at - 1, False
    while before >= 0 and (tokens[before].low in lexicon.naming or _is_pair(tokens, before, lexicon.naming)):
        before, named = before - (2 if _is_pair(tokens, before, lexicon.naming) else 1), True
    if before < 0 or (named and tokens[before].low in lexicon.naming):
        return []
    for _ in range(4):
        if before < 0:
            return []
        if kind := head_ending(tokens, before, lexicon):
            if tokens[before].shape is Shape.CAPITAL and not (gap or line.title_case or kind == "Person"):
                return []
            person = kind == "Person" and tokens[candidate.first].shape is not Shape.CAPITAL
            if gap in (",", ":") and not named and kind != "Person":
                return [(kind, HEAD / 2)]
            return [] if person else [(kind, HEAD)]
        word = tokens[before]
        plain = word.low.removesuffix("s")
        adjective = word.shape is Shape.LOWER and (
            plain.endswith(lexicon.adjective_endings) or plain in lexicon.adjectives
        )
        if (
            lexicon.language == "fr"
            and (adjective or (word.low in ("de", "d") and before < at - 1))
            and not tokens[before].gap.strip(" '’")
        ):
            before -= 1
            continue
        return []
    return []


def _of_maker(tokens: list[Token], last: int, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The maker in "le nouveau modèle de X", over an adjective at most."""
    for at in (last, last - 1):
        kind = head_ending(tokens, at, lexicon) if at >= 0 else None
        if kind is not None:
            return [("Organization", _MAKER)] if kind in MADE else []
        if at < 0 or not tokens[at].low.removesuffix("s").endswith(lexicon.adjective_endings):
            return []
    return []


def _is_pair(tokens: list[Token], at: int, words: frozenset[str]) -> bool:
    return at > 0 and f"{tokens[at - 1].low} {tokens[at].low}" in words


def appositions(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The head noun after: "X, a Paris-based startup", "X est un modèle", "X: a benchmark for"."""
    tokens, at = line.tokens, candidate.last + 1
    if at >= len(tokens):
        return []
    gap = tokens[at].gap
    mark = next((char for char in gap if char in ",(:–—-"), "")
    copula = not gap.strip() and tokens[at].low in lexicon.copula
    if not (mark or copula) or ")" in gap or "." in gap:
        return []
    at += 1 if copula else 0
    if at >= len(tokens) or (copula and tokens[at].gap.strip(" '’")):
        return []
    determined = tokens[at].low in lexicon.determiners
    opens_item = candidate.first == 0 and mark in (":", "–", "—", "-", "(")
    if not determined and not opens_item:
        kind = head_starting(tokens, at, lexicon)
        fits = kind == "Person" or (kind is not None and mark in ("(", ",", "–", "—", "-") and lexicon.language == "fr")
        return [(kind, HEAD)] if kind is not None and fits and mark else []
    kind = _head_after(tokens, at, lexicon)
    return [(kind, HEAD if determined else HEAD / 2)] if kind is not None else []


def head_ending(tokens: list[Token], last: int, lexicon: NameLexicon) -> str | None:
    """The kind of the longest head noun that ends at a token."""
    for length in (4, 3, 2, 1):
        if last - length + 1 >= 0:
            words = tokens[last - length + 1 : last + 1]
            if words[-1].shape not in (Shape.NUMBER, Shape.CODE):
                phrase = " ".join(word.low for word in words)
                if (kind := lexicon.heads.get(phrase)) is not None:
                    return kind
    return None


def head_starting(tokens: list[Token], at: int, lexicon: NameLexicon) -> str | None:
    """The kind of the longest head noun that starts at a token."""
    for length in (3, 2, 1):
        phrase = " ".join(token.low for token in tokens[at : at + length])
        if len(tokens) >= at + length and (kind := lexicon.heads.get(phrase)) is not None:
            return kind
    return None


def _head_after(tokens: list[Token], at: int, lexicon: NameLexicon) -> str | None:
    """The head of the noun phrase that starts at a token: its first known noun in French, its last in English."""
    best: str | None = None
    for index in range(at, min(at + _WINDOW_AFTER, len(tokens))):
        token = tokens[index]
        if token.low == "of" and index > at and tokens[index - 1].low in _COLLECTIONS:
            continue
        if index > at and (token.low in lexicon.stop or any(char in token.gap for char in ",.;:()–—")):
            break
        if lexicon.language == "fr":
            if kind := head_starting(tokens, index, lexicon):
                return kind
            if index > at and token.low in ("de", "d", "des", "du"):
                break
        elif kind := head_ending(tokens, index, lexicon):
            best = kind
    return best
