"""Where names may stand: what the catalogue knows, and runs of words in the shape of names, cut at their boundaries.

Nothing here decides whether a candidate is a name, or of what kind; see `extraction.mentions.find`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extraction.mentions.boundaries import (
    drops_closing,
    drops_opening,
    extent,
    hides_weak,
    is_family_name,
    is_field,
    joins_before,
    takes_place,
    takes_server,
    takes_weak,
)
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.runs import name_runs
from extraction.mentions.tokens import Shape

_LONGEST_RUN = 7
"""Words in the longest name of unknown words; longer runs are titles of works or headlines."""


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
            if after is not None and joins_before(line, at, end, after, lexicon):
                yield _candidate(text, number, line, at, after.last, base=after, extends="place")
                at = after.last + 1
                continue
            if after is not None and at == end and is_family_name(line, at, after, lexicon):
                yield _candidate(text, number, line, at, after.last)
                at = after.last + 1
                continue
            if after is not None and hides_weak(line, at, after):
                end = after.last
                while end < last and end + 1 not in owner and line.tokens[end + 1].shape in (Shape.NUMBER, Shape.CODE):
                    end += 1
            yield from _free(text, number, line, at, end, lexicon)
            at = end + 1
            continue
        after = owner.get(known.last + 1) if known.last < last else None
        joined = _joined(line, known, after) if after is not None else None
        if joined is not None:
            end, extends = joined
            yield _candidate(text, number, line, known.first, end, base=known, extends=extends)
            at = end + 1
            continue
        at = known.last + 1
        end = known.last
        while end < last and end + 1 not in owner:
            end += 1
        yield from _known(text, number, line, known, end, lexicon)
        at = end + 1


def _joined(line: Line, known: Known, after: Known) -> tuple[int, str] | None:
    """The last token of the one name that two known ones make, and how it goes on; None where they are two."""
    if takes_server(line, known, after):
        return after.last + 1, "words"
    if takes_weak(line, known, after):
        return after.last, "words"
    return (after.last, "version") if takes_place(line, known, after) else None


def _known(text: str, number: int, line: Line, known: Known, end: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """A known name as far as it goes, and what follows it in the run."""
    reach = extent(line, known, end, lexicon)
    if reach.how in ("", "legal"):
        stop = line.tokens[reach.last].end if reach.how else known.end
        surface, opening = text[known.start : stop], known.first == 0
        yield Candidate(number, known.first, reach.last, known.start, stop, surface, known, opening=opening)
    elif reach.how != "none":
        yield _candidate(text, number, line, known.first, reach.last, base=known, extends=reach.how)
    if reach.free <= end:
        yield from _free(text, number, line, reach.free, end, lexicon)


def _free(text: str, number: int, line: Line, first: int, last: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """A run of unknown words, without what does not belong to a name at its ends."""
    tokens = line.tokens
    if first == last and tokens[first].low in lexicon.directions:
        return
    versioned = last == first + 1 and "." in tokens[first].text and tokens[last].low in lexicon.variants
    while (
        first <= last
        and not versioned
        and (tokens[first].shape is Shape.NUMBER or drops_opening(line, first, last, lexicon))
    ):
        first += 1
    while first <= last and tokens[first].shape is Shape.LOWER:
        first += 1
    while first <= last and drops_closing(tokens, first, last, lexicon):
        last -= 1
    if first == last and (tokens[first].low in lexicon.function or tokens[first].low in lexicon.heads):
        return
    if first > last or not any(token.named for token in tokens[first : last + 1]) or last - first >= _LONGEST_RUN:
        return
    if is_field(line, first, last, lexicon):
        return
    yield _candidate(text, number, line, first, last)


def _candidate(
    text: str, number: int, line: Line, first: int, last: int, *, base: Known | None = None, extends: str = ""
) -> Candidate:
    start, end = line.tokens[first].start, line.tokens[last].end
    return Candidate(number, first, last, start, end, text[start:end], None, base, extends, first == 0)
