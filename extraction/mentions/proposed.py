"""Names where no rule sees a candidate, or one with other ends: what the network is sure of.

A rule goes by capitals and by lists of words; the network goes by the sentence. It is asked about every short run of
words, and its answer counts where it is sure: beside a known name the more so ("LangChain" is no name in "LangChain
Fleet").
"""

from collections.abc import Iterator, Mapping, Sequence

from extraction.mentions.boundaries import is_field
from extraction.mentions.candidates import Candidate
from extraction.mentions.chances import KindChances, name_chance
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.runs import names_nothing
from extraction.mentions.tokens import Shape

SURE = 0.95
"""Chance from which a run of words is a candidate; chosen by measuring on real digests."""
UNLIKELY = 0.3
"""Chance of being a name below which a candidate gives way to one with other ends; chosen likewise."""
NO_NAME = 0.1
"""Chance of being a name below which a known one gives way to a longer name that holds it; chosen likewise."""
_LONGEST = 5
"""Words in the longest run that is asked about."""
_INSIDE = frozenset({" ", "", "-", "‑", "_"})

_AND = frozenset({"and", "or", "et", "ou", "vs", "with", "avec"})
"""Words that keep two known names apart."""

Run = tuple[int, int]


def with_proposed(
    candidates: Sequence[Candidate], lines: Sequence[Line], text: str, lexicon: NameLexicon, chances: KindChances
) -> list[Candidate]:
    """The candidates in reading order, with those that the network sees, without those that give way to them."""
    own: dict[int, list[Candidate]] = {}
    for one in candidates:
        own.setdefault(one.line, []).append(one)
    found: list[Candidate] = []
    for number, line in enumerate(lines):
        found += _weighed(number, line, own.get(number, []), text, lexicon, chances)
    return found


def _weighed(
    number: int, line: Line, own: list[Candidate], text: str, lexicon: NameLexicon, chances: KindChances
) -> list[Candidate]:
    """The candidates of a line; the likeliest of those that overlap."""
    tokens = line.tokens
    known = {at: one for one in own if one.known is not None for at in range(one.first, one.last + 1)}
    more = []
    for first, last in _runs(line, own, known, lexicon):
        start, end = tokens[first].start, tokens[last].end
        base = known[first].known if first in known else None
        extends = "words" if base is not None else ""
        more.append(
            Candidate(number, first, last, start, end, text[start:end], base=base, extends=extends, opening=first == 0)
        )
    spans = [(one.start, one.end) for one in (*own, *more)]
    rows = dict(zip(spans, chances.rows(number, spans), strict=True))
    chance = {span: name_chance(row) for span, row in rows.items()}
    likely = [one for one in more if chance[one.start, one.end] >= SURE]
    kept = list(own)
    for one in sorted(likely, key=lambda one: (-chance[one.start, one.end], one.start, one.end)):
        rivals = [other for other in kept if other.start < one.end and one.start < other.end]
        if all(_gives_way(rival, chance[rival.start, rival.end], one) for rival in rivals):
            kept = [*(other for other in kept if other not in rivals), one]
    for one in kept:
        chances.keep((one.start, one.end), rows[one.start, one.end])
    return sorted(kept, key=lambda one: one.start)


def _gives_way(rival: Candidate, chance: float, to: Candidate) -> bool:
    if rival.known is not None:
        return chance <= NO_NAME and to.start <= rival.start and rival.end <= to.end
    return chance <= UNLIKELY and rival.base is None


def _runs(line: Line, own: Sequence[Candidate], known: Mapping[int, Candidate], lexicon: NameLexicon) -> Iterator[Run]:
    """Runs of tokens that may be a name: without function words at their ends, and with known names whole or not."""
    already = {(one.first, one.last) for one in own}
    for first, token in enumerate(line.tokens):
        if token.low in lexicon.function or (first in known and known[first].first != first):
            continue
        for last in range(first, min(first + _LONGEST, len(line.tokens))):
            joined = last == first or (last in known and known[last].first != last)
            if names_nothing(line, last) or (not joined and line.tokens[last].gap not in _INSIDE):
                break
            if (first, last) in already or (last in known and known[last].last != last):
                continue
            if _may_be_name(line, first, last, lexicon) and _adds(line, first, last, known, lexicon):
                yield first, last


def _adds(line: Line, first: int, last: int, known: Mapping[int, Candidate], lexicon: NameLexicon) -> bool:
    """Whether a run is more than known names and words that say nothing: not "Claude AI", nor "Google UCP".

    In a title the capital of an ordinary word says nothing ("Reddit Inks $60 Million Deal", "Meta Presents Zorbo").
    """
    held = list(dict.fromkeys(one.known for at in range(first, last + 1) if (one := known.get(at)) and one.known))
    others = [line.tokens[at] for at in range(first, last + 1) if at not in known]
    if len(held) > 1 and any(token.low in _AND for token in others):
        return False
    if held and not others:
        return len(held) > 1 and "Organization" not in held[0].kinds
    behind = [line.tokens[at] for at in range(first + 1, last + 1) if at - 1 in known and at not in known]
    if line.title_case and any(one.shape is Shape.CAPITAL and lexicon.is_ordinary(one.text) for one in behind):
        return False
    said = [lexicon.is_generic(one.text) or (line.title_case and lexicon.is_ordinary(one.text)) for one in others]
    return not held or not all(said)


def _may_be_name(line: Line, first: int, last: int, lexicon: NameLexicon) -> bool:
    tokens = line.tokens[first : last + 1]
    if tokens[-1].low in lexicon.function or (tokens[0].shape is Shape.NUMBER and first == last):
        return False
    if is_field(line, first, last, lexicon):
        return False
    low = " ".join(token.low for token in tokens)
    if lexicon.is_generic(low) or all(lexicon.is_generic(token.text) for token in tokens):
        return False
    plain = all(token.shape in (Shape.LOWER, Shape.NUMBER) for token in tokens)
    return not plain or (first == last and any(sign in tokens[0].text for sign in "-_.") and not lexicon.is_common(low))
