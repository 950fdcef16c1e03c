"""What the words around a candidate say about its kind: head nouns, appositions, verbs, roles, prepositions.

Each cue is a vote: a kind and points. The points are hand-set: a noun beside the name that says what it is counts
three, a verb or preposition that such names often go with one or two.
"""

from extraction.mentions.candidates import Candidate
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.tokens import Shape, Token
from extraction.mentions.votes import Votes

HEAD = 3.0
"""A noun in apposition: "the startup X", "X, a startup"."""
COMPOUND = 2.0
"""A noun after the name: "the X framework"."""
ROLE = 2.5
"""A role beside it: "X CEO", "CEO of X"."""
VERB = 1.0
PHRASE = 1.5
_WINDOW_AFTER = 9
"""Words after a name in which the head noun of an apposition may stand."""
_COLLECTIONS = frozenset(
    {
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
    }
)
"""Nouns that leave it to their complement to say what a thing is."""


def cues(line: Line, candidate: Candidate, lexicon: NameLexicon) -> Votes:
    """Votes for the kind of a candidate, from its own line."""
    return Votes(
        (
            *_before(line, candidate, lexicon),
            *_owned(line, candidate, lexicon),
            *_phrase_before(line, candidate, lexicon),
            *_after(line, candidate, lexicon),
            *_apposition(line, candidate, lexicon),
        )
    )


def head_before(line: Line, first: int, lexicon: NameLexicon) -> str | None:
    """The kind told by the noun right before a token, over naming words and quotation marks."""
    before = first - 1
    while before >= 0 and (
        line.tokens[before].low in lexicon.naming or line.tokens[before].low in ("sur", "on", "about")
    ):
        before -= 1
    return _head_ending(line.tokens, before, lexicon) if before >= 0 else None


def _before(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The head noun before: "la jeune pousse française X", "AI startup X", "its model, X"."""
    tokens, at = line.tokens, candidate.first
    gap = tokens[at].gap.strip()
    if at == 0 or gap not in ("", ",", "'", "’", '"', "“", "«", "(", ":", "‘", "“"):
        return []
    before, named = at - 1, False
    while before >= 0 and (tokens[before].low in lexicon.naming or _is_pair(tokens, before, lexicon.naming)):
        before, named = before - (2 if _is_pair(tokens, before, lexicon.naming) else 1), True
    if before < 0 or (named and tokens[before].low in lexicon.naming):
        return []
    for _ in range(4):
        if before < 0:
            return []
        if kind := _head_ending(tokens, before, lexicon):
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


def _owned(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """What a known organisation owns is a thing: "Amazon's Astro", "AutoRound d'Intel"."""
    makers = {known.last if lexicon.language == "en" else known.first for known in line.known if _is_maker(known)}
    tokens, first, after = line.tokens, candidate.first, candidate.last + 1
    if lexicon.language == "en":
        owned = (
            first > 1 and tokens[first - 1].low == "s" and tokens[first - 1].gap in ("'", "’") and first - 2 in makers
        )
    else:
        owned = after + 1 in makers and tokens[after].low in ("de", "d") and tokens[after].gap == " "
    return [("Product", PHRASE)] if owned else []


def _is_maker(known: Known) -> bool:
    return any(match.entity.kind == "Organization" and not match.weak for match in known.matches)


def _is_pair(tokens: list[Token], at: int, words: frozenset[str]) -> bool:
    return at > 0 and f"{tokens[at - 1].low} {tokens[at].low}" in words


def _head_ending(tokens: list[Token], last: int, lexicon: NameLexicon) -> str | None:
    """The kind of the longest head noun that ends at a token."""
    for length in (4, 3, 2, 1):
        if last - length + 1 >= 0:
            words = tokens[last - length + 1 : last + 1]
            if words[-1].shape in (Shape.LOWER, Shape.UPPER, Shape.CAPITAL):
                phrase = " ".join(word.low for word in words)
                if (kind := lexicon.heads.get(phrase)) is not None:
                    return kind
    return None


def _phrase_before(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    tokens, first = line.tokens, candidate.first
    if first == 0 or tokens[first].gap.strip() not in ("", "'", "’", '"', "“", "«"):
        return []
    low = first - 1
    while low > 0 and tokens[low].low in ("the", "la", "le", "les", "l", "its", "new", "du"):
        low -= 1
    for end in dict.fromkeys((first - 1, low)):
        for length in (3, 2, 1):
            if end - length + 1 >= 0:
                phrase = " ".join(token.low for token in tokens[end - length + 1 : end + 1])
                if (kind := lexicon.object.get(phrase)) is not None:
                    points = (
                        ROLE
                        if length > 1 and kind in ("Organization", "Person", "Event", "Dataset", "Place")
                        else PHRASE
                    )
                    return [(kind, points if kind != "Product" else VERB)]
    return []


def _after(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """A verb, a role or a head noun right after the name."""
    tokens, at = line.tokens, candidate.last + 1
    if at >= len(tokens):
        return []
    possessive = tokens[at].low == "s" and tokens[at].gap in ("'", "’")
    if possessive:
        at += 1
        if at >= len(tokens):
            return []
    token = tokens[at]
    if token.gap.strip(" -") not in ("", "’", "'", '"', "”", "»"):
        return []
    votes: list[tuple[str, float]] = []
    if (kind := lexicon.after.get(token.low)) is not None:
        return [(kind, ROLE)]
    if possessive:
        votes.append(("Organization", VERB / 2))
        return votes
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    verb = token if token.low not in ("has", "have", "had", "a", "ont", "also", "just", "will", "vient") else following
    if verb is not None and (kind := lexicon.subject.get(verb.low)) is not None:
        votes.append((kind, VERB))
    votes.extend(_compound(tokens, candidate, at, lexicon))
    return votes


def _compound(tokens: list[Token], candidate: Candidate, at: int, lexicon: NameLexicon) -> list[tuple[str, float]]:
    """The noun after a name ("the X framework", "X model"): in English only."""
    if lexicon.language != "en" or tokens[at].shape is not Shape.LOWER:
        return []
    pair = f"{tokens[at].low} {tokens[at + 1].low}" if at + 1 < len(tokens) and tokens[at + 1].gap == " " else ""
    kind = lexicon.heads.get(pair) or lexicon.heads.get(tokens[at].low)
    if kind is None or kind in ("Person", "Place"):
        return []
    determined = candidate.first > 0 and tokens[candidate.first - 1].low in lexicon.determiners
    plural = tokens[at].low.endswith("s")
    return [(kind, (COMPOUND if determined else COMPOUND / 2) * (0.5 if plural else 1))]


def _apposition(line: Line, candidate: Candidate, lexicon: NameLexicon) -> list[tuple[str, float]]:
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
        kind = _head_starting(tokens, at, lexicon)
        fits = kind == "Person" or (kind is not None and mark in ("(", ",", "–", "—", "-") and lexicon.language == "fr")
        return [(kind, HEAD)] if kind is not None and fits and mark else []
    kind = _head_after(tokens, at, lexicon)
    return [(kind, HEAD if determined else HEAD / 2)] if kind is not None else []


def _head_starting(tokens: list[Token], at: int, lexicon: NameLexicon) -> str | None:
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
            if kind := _head_starting(tokens, index, lexicon):
                return kind
            if index > at and token.low in ("de", "d", "des", "du"):
                break
        elif kind := _head_ending(tokens, index, lexicon):
            best = kind
    return best
