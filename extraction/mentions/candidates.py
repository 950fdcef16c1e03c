"""Where names may stand: what the catalogue knows, and runs of words in the shape of names, cut at their boundaries.

Nothing here decides whether a candidate is a name, or of what kind; see `extraction.mentions.find`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.runs import is_first_name, name_runs, opens_clause
from extraction.mentions.tokens import Shape, Token

_LONGEST_RUN = 7
"""Words in the longest name of unknown words; longer runs are titles of works or headlines."""
_KEPT_LAST = frozenset({"ai", "ia", "pro", "plus", "max", "mini", "nano", "cloud"})
"""Generic words that do end names."""


class Candidate(NamedTuple):
    """A span that may name something: characters [start, end), tokens [first, last] of a line.

    `known` is what the catalogue has for exactly this span. `base` is the known name that this one extends
    ("Claude 3" in "Claude 3.7 Sonnet"; the maker in "Microsoft Fabric"), `extends` says how.
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    surface: str
    known: Known | None = None
    base: Known | None = None
    extends: str = ""
    opening: bool = False
    name: str = ""

    @property
    def form(self) -> str:
        """What it is compared by: its own words, or the name that they describe ("la version 2.7 de PyTorch")."""
        return self.name or self.surface


def find_candidates(text: str, number: int, line: Line, lexicon: NameLexicon) -> list[Candidate]:
    """All candidates of a line, in order, without overlaps."""
    owner: dict[int, Known] = {at: known for known in line.known for at in range(known.first, known.last + 1)}
    found: list[Candidate] = []
    for first, last in name_runs(line, owner, lexicon):
        found.extend(_cut(text, number, line, first, last, owner, lexicon))
    return found


def _cut(
    text: str, number: int, line: Line, first: int, last: int, owner: dict[int, Known], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """A run, parted into what is known and what lies between and beside it."""
    at = first
    while at <= last:
        known = owner.get(at)
        if known is None:
            end = at
            while end < last and end + 1 not in owner:
                end += 1
            after = owner.get(end + 1) if end < last else None
            if after is not None and _joins_before(line, at, end, after, lexicon):
                yield _candidate(text, number, line, at, after.last, base=after, extends="place")
                at = after.last + 1
                continue
            if after is not None and at == end and _is_family_name(line, at, after, lexicon):
                yield _candidate(text, number, line, at, after.last)
                at = after.last + 1
                continue
            if after is not None and _hides_weak(line, at, after, lexicon):
                end = after.last
            yield from _free(text, number, line, at, end, lexicon)
            at = end + 1
            continue
        after = owner.get(known.last + 1) if known.last < last else None
        if after is not None and _takes_weak(line, known, after):
            yield _candidate(text, number, line, known.first, after.last, base=known, extends="words")
            at = after.last + 1
            continue
        at = known.last + 1
        end = known.last
        while end < last and end + 1 not in owner:
            end += 1
        yield from _extended(text, number, line, known, end, lexicon)
        at = end + 1


def _takes_weak(line: Line, known: Known, after: Known) -> bool:
    """Whether an organisation and a weak name that is not its own are one product ("Sphinx AI Copilot")."""
    makers = {match.entity.id for match in known.matches if match.entity.kind == "Organization" and not match.weak}
    if not makers or after.first != after.last or line.tokens[after.first].gap != " ":
        return False
    kinds = {match.entity.kind for match in after.matches}
    return kinds <= {"Product", "Model"} and all(
        match.weak and match.entity.maker not in makers for match in after.matches
    )


def _is_family_name(line: Line, at: int, known: Known, lexicon: NameLexicon) -> bool:
    """Whether a first name before a known name of one plain word makes it a family name ("Andrew Harvard")."""
    token, name = line.tokens[at], line.tokens[known.first]
    plain = known.first == known.last and name.shape is Shape.CAPITAL and name.gap == " " and not line.title_case
    return plain and is_first_name(token, lexicon) and not lexicon.is_common(token.text)


def _hides_weak(line: Line, first: int, known: Known, lexicon: NameLexicon) -> bool:
    """Whether a weak name is but the end of an unknown one ("Shopping Muse")."""
    weak = all(match.weak for match in known.matches) and not line.title_case and known.first == known.last
    return weak and first > 0 and line.tokens[known.first].gap == " " and not opens_clause(line.tokens[first])


def _joins_before(line: Line, first: int, last: int, known: Known, lexicon: NameLexicon) -> bool:
    """Whether unknown words and the place after them are one name ("Guardian Australia")."""
    if any(match.entity.kind != "Place" for match in known.matches) or line.tokens[known.first].gap != " ":
        return False
    if line.tokens[last].low in lexicon.directions:
        return False
    return not lexicon.is_ordinary(line.tokens[last].text) and not _is_person(line.tokens[first : last + 1], lexicon)


def _extended(text: str, number: int, line: Line, known: Known, end: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """A known name and the words after it: a version of it, a product of it, or something else."""
    tokens, rest = line.tokens, line.tokens[known.last + 1 : end + 1]
    kinds = {match.entity.kind for match in known.matches}
    cut_inside = (
        tokens[known.last].end > known.end
        and tokens[known.last].text[known.end - tokens[known.last].start :][:1] in "-.‑"
    )
    if cut_inside and not any(other is not known and other.first <= known.last < other.last for other in line.known):
        whole = _candidate(text, number, line, known.first, known.last, base=known, extends="version")
        if kinds & {"Model", "Framework", "Product", "Hardware", "Dataset"} and tokens[known.last].gap != "":
            yield whole
            yield from _free(text, number, line, known.last + 1, end, lexicon) if rest else ()
            return
    if not rest:
        yield _exact(text, number, line, known)
        return
    legal = next((index for index, token in enumerate(rest) if token.low not in lexicon.legal), len(rest))
    if legal and "Organization" in kinds:
        end_char = rest[legal - 1].end
        surface = text[known.start : end_char]
        yield Candidate(number, known.first, known.last + legal, known.start, end_char, surface, known)
        yield from _free(text, number, line, known.last + 1 + legal, end, lexicon)
        return
    if _is_but_a_word(line, known, rest, lexicon):
        yield from _free(text, number, line, known.first, end, lexicon)
        return
    versions = 0
    for token in rest:
        if (
            token.shape is Shape.NUMBER
            or token.low in lexicon.variants
            or (token.shape is Shape.CODE and versions == 0 and len(token.text) < 5)
        ):
            versions += 1
        else:
            break
    artefact = bool(kinds & {"Model", "Framework", "Product", "Hardware", "Dataset", "Event", "Publication"})
    if line.title_case and not versions:
        yield _exact(text, number, line, known)
        yield from _free(text, number, line, known.last + 1, end, lexicon)
        return
    if artefact and versions:
        more = [] if line.title_case else rest[versions:]
        if (
            0 < len(more) < 3
            and not line.title_case
            and rest[0].shape is not Shape.NUMBER
            and _are_words(more, lexicon)
        ):
            yield _candidate(text, number, line, known.first, known.last + len(rest), base=known, extends="words")
            return
        yield _candidate(text, number, line, known.first, known.last + versions, base=known, extends="version")
        if more:
            yield from _free(text, number, line, known.last + versions + 1, end, lexicon)
        return
    if "Person" in kinds or _is_person(rest, lexicon) or rest[0].shape is Shape.NUMBER:
        yield _exact(text, number, line, known)
        yield from _free(text, number, line, known.last + 1, end, lexicon)
        return
    if rest[0].low in ("ai", "ia") and artefact:
        yield _exact(text, number, line, known)
        yield from _free(text, number, line, known.last + 2, end, lexicon)
        return
    kept = [token for token in rest if not lexicon.is_generic(token.text)]
    if not kept or lexicon.is_generic(rest[0].text):
        yield _exact(text, number, line, known)
        return
    while rest and lexicon.is_generic(rest[-1].text) and rest[-1].low not in _KEPT_LAST:
        rest = rest[:-1]
    if len(rest) > 3:
        yield _exact(text, number, line, known)
        return
    yield _candidate(text, number, line, known.first, known.last + len(rest), base=known, extends="words")


def _is_but_a_word(line: Line, known: Known, rest: list[Token], lexicon: NameLexicon) -> bool:
    """Whether the words after it show that a weak name, or a place that is a first name too, is not meant."""
    if known.first != known.last or line.title_case or not _are_words(rest[:1], lexicon):
        return False
    if rest[0].low in lexicon.variants:
        return False
    place = all(match.entity.kind == "Place" for match in known.matches)
    return all(match.weak for match in known.matches) or (place and is_first_name(line.tokens[known.first], lexicon))


def _are_words(tokens: list[Token], lexicon: NameLexicon) -> bool:
    return all(token.shape is Shape.CAPITAL and not lexicon.is_generic(token.text) for token in tokens)


def _free(text: str, number: int, line: Line, first: int, last: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """A run of unknown words, without what does not belong to a name at its ends."""
    tokens = line.tokens
    if first == last and tokens[first].low in lexicon.directions:
        return
    versioned = last == first + 1 and "." in tokens[first].text and tokens[last].low in lexicon.variants
    while (
        first <= last
        and not versioned
        and (tokens[first].shape is Shape.NUMBER or _drops_opening(line, first, last, lexicon))
    ):
        first += 1
    while first <= last and tokens[first].shape is Shape.LOWER:
        first += 1
    while first <= last and _drops_closing(tokens, first, last, lexicon):
        last -= 1
    if first == last and (tokens[first].low in lexicon.function or tokens[first].low in lexicon.heads):
        return
    if first > last or not any(token.named for token in tokens[first : last + 1]) or last - first >= _LONGEST_RUN:
        return
    yield _candidate(text, number, line, first, last)


def _drops_opening(line: Line, first: int, last: int, lexicon: NameLexicon) -> bool:
    if first in line.confirmed:
        return False
    token = line.tokens[first]
    opens = first == 0 or opens_clause(token)
    if token.low in lexicon.titles or (token.low in lexicon.function and first < last and (opens or line.title_case)):
        return True
    if first and _is_title(line.tokens[first - 1], lexicon) and lexicon.is_ordinary(token.text):
        return True
    weak = opens or line.title_case or token.shape is Shape.UPPER
    if weak and lexicon.is_generic(token.text) and first < last:
        return token.low not in ("ai", "ia", "open", "new")
    if not opens or token.shape is not Shape.CAPITAL or first == last:
        return False
    if lexicon.first.get(token.low) or token.low in lexicon.first_names:
        return False
    return lexicon.is_ordinary(token.text) and not lexicon.is_ordinary(line.tokens[first + 1].text)


def _is_title(token: Token, lexicon: NameLexicon) -> bool:
    return token.shape is not Shape.LOWER and token.low in lexicon.titles


def _drops_closing(tokens: list[Token], first: int, last: int, lexicon: NameLexicon) -> bool:
    token = tokens[last]
    if token.low in ("ai", "ia") and first < last and last + 1 < len(tokens) and tokens[last + 1].gap == " ":
        return tokens[last + 1].shape is Shape.LOWER and tokens[last + 1].low in lexicon.heads
    if token.low in lexicon.titles or token.low in lexicon.calendar:
        return True
    return first < last and lexicon.is_generic(token.text) and token.low not in _KEPT_LAST


def _is_person(tokens: list[Token], lexicon: NameLexicon) -> bool:
    return len(tokens) > 1 and is_first_name(tokens[0], lexicon) and tokens[1].named


def _exact(text: str, number: int, line: Line, known: Known) -> Candidate:
    opening = known.first == 0
    return Candidate(
        number, known.first, known.last, known.start, known.end, text[known.start : known.end], known, opening=opening
    )


def _candidate(
    text: str, number: int, line: Line, first: int, last: int, *, base: Known | None = None, extends: str = ""
) -> Candidate:
    start, end = line.tokens[first].start, line.tokens[last].end
    return Candidate(number, first, last, start, end, text[start:end], None, base, extends, first == 0)
