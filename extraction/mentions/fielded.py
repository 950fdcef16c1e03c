"""Names that are the value of a field: whole ("Gemma 3 27B" under "Model"), and of the kind that its label tells."""

import re
from collections.abc import Iterator, Sequence

from extraction.fields import Field, field_lexicon
from extraction.mentions.candidates import Candidate
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Shape
from extraction.mentions.votes import Votes

_ANNOUNCED_KIND = 4.0
"""What the label of a field says for the kind that its values are of, in points: more than a noun beside does."""
_OTHER_KINDS = 2.0
"""The same for the other kinds that the field may have."""
_MOST_WORDS = 6
"""Words of a value that may be a name as a whole; longer ones are phrases. Chosen by hand."""
_PARTED = re.compile(r"\s*(?:[,;(/–—]|\s-\s|\s(?:et|and|ou|or|&|\+)\s)\s*")
"""What parts the names of a value, or a name from what is said of it."""
_LISTED = re.compile(r"(?:[,;/&+]|\b(?:et|and))\s*$")
"""What stands before a name of a value that lists several."""
_ENDS = re.compile(r"\s*(?:$|[,;(/–—.:]|-\s|(?:et|and|ou|or|&|\+)\s)")


def whole_values(candidates: Sequence[Candidate], lines: Sequence[Line], text: str) -> list[Candidate]:
    """The candidates, with those inside a field's value that is a name as a whole made one."""
    found: list[Candidate] = []
    by_line: dict[int, list[Candidate]] = {}
    for one in candidates:
        by_line.setdefault(one.line, []).append(one)
    for number, line in enumerate(lines):
        own = by_line.get(number, [])
        wholes = list(_wholes(number, line, own, text)) if own else []
        found += [one for one in own if not any(whole.start < one.end and one.start < whole.end for whole in wholes)]
        found += wholes
    return sorted(found, key=lambda one: one.start)


def _wholes(number: int, line: Line, own: Sequence[Candidate], text: str) -> Iterator[Candidate]:
    for field in line.fields:
        if not field_lexicon().kinds[field.name]:
            continue
        for start, end in _parts(field, text):
            inside = [index for index, token in enumerate(line.tokens) if start <= token.start and token.end <= end]
            tokens = [line.tokens[index] for index in inside]
            within = [one for one in own if start <= one.start and one.end <= end]
            covered = any((one.start, one.end) == (start, end) for one in within)
            if not tokens or covered or len(tokens) > _MOST_WORDS or not within or within[0].start != start:
                continue
            if all(token.shape is not Shape.LOWER for token in tokens) and tokens[-1].end == end:
                base = within[0].known or within[0].base
                numbered = all(token.shape in (Shape.NUMBER, Shape.CODE) for token in tokens[1:])
                yield Candidate(
                    number, inside[0], inside[-1], start, end, text[start:end], None, base,
                    "" if base is None else "version" if numbered else "words", opening=inside[0] == 0,
                )  # fmt: skip


def _parts(field: Field, text: str) -> Iterator[tuple[int, int]]:
    """The spans of the names that a value lists; only the first where something is said of it."""
    value, start = text[field.start : field.end], 0
    for mark in [*_PARTED.finditer(value), None]:
        end = mark.start() if mark else len(value)
        if start < end:
            yield field.start + start, field.start + end
        if mark is None or mark[0].strip() in ("(", "–", "—", "-"):
            return
        start = mark.end()


def kinds_announced(candidate: Candidate, line: Line, text: str) -> Votes:
    """Votes for the kinds of a field, where the candidate is its value or one of those that it lists."""
    for field in line.fields:
        if field.start <= candidate.start and candidate.end <= field.end:
            kinds = field_lexicon().kinds[field.name]
            before, after = text[field.start : candidate.start], text[candidate.end : field.end]
            heads = not before.strip('*_"«“ ') or _LISTED.search(before)
            if kinds and heads and _ENDS.match(after.lstrip('*_"»” ')):
                return Votes((kind, _OTHER_KINDS if place else _ANNOUNCED_KIND) for place, kind in enumerate(kinds))
    return Votes()
