"""A clause without the short brackets behind its names ("UCP (Universal Commerce Protocol), announced by Google").

A bracket stands between a name and what is said of it, and a walk from a verb stops at it. What a bracket itself tells
("Sundar Pichai (CEO, Google)") is read from the whole clause.
"""

from dataclasses import replace

from extraction.claims.clause import Clause, Token
from extraction.claims.coordination import group_names

SHORT = 6
"""Words and marks in a bracket that holds no verb; a longer one is a sentence of its own. Chosen by hand."""
_VERBS = ("VERB", "AUX")
_SKIPPED = frozenset("*_`\"“”«»'’‘")


def without_asides(clause: Clause) -> Clause | None:
    """The clause as if its short brackets behind names were not there; None when it has none."""
    spans = _asides(clause)
    if not spans:
        return None
    dropped = {index for first, last in spans for index in range(first, last)}
    offset = clause.sentence.start
    text = clause.text
    for first, last in spans:
        low, high = clause.tokens[first].start - offset, clause.tokens[last - 1].end - offset
        text = text[:low] + " " * (high - low) + text[high:]
    kept = [token for token in clause.tokens if token.index not in dropped]
    numbers = {token.index: number for number, token in enumerate(kept)}
    names = sorted({token.name for token in kept if token.name >= 0})
    places = {name: place for place, name in enumerate(names)}
    tokens = [
        replace(token, index=number, head=numbers.get(token.head, -1), name=places.get(token.name, -1))
        for number, token in enumerate(kept)
    ]
    arguments = [clause.arguments[name] for name in names]
    return group_names(replace(clause, text=text, tokens=tokens, arguments=arguments, groups=[]))


def _asides(clause: Clause) -> list[tuple[int, int]]:
    """The short brackets right behind a name, as runs of tokens with both marks."""
    found, tokens = [], clause.tokens
    for opening in tokens:
        if opening.low != "(" or opening.index == 0:
            continue
        before = opening.index - 1
        while before > 0 and tokens[before].low in _SKIPPED:
            before -= 1
        if tokens[before].name < 0:
            continue
        inside: list[Token] = []
        for token in tokens[opening.index + 1 : opening.index + 2 + SHORT]:
            if token.low == ")":
                if inside and not any(one.tag in _VERBS for one in inside):
                    found.append((opening.index, token.index + 1))
                break
            inside.append(token)
    return found
