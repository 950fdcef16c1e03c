"""Titles in quotation marks or italics: a name whole, whatever its words, where a noun before it says what it is."""

import re
from collections.abc import Sequence

from extraction.document import DigestText
from extraction.mentions.candidates import Candidate
from extraction.mentions.heads import head_before
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line

_QUOTED = re.compile(r"«\s?([^«»\n]{4,120}?)\s?»|“([^“”\n]{4,120})”|\"([^\"\n]{4,120})\"")
_TITLED = frozenset({"Publication", "Event", "Regulation", "Dataset"})
_MOST_WORDS = 14
"""Words in the longest title that is taken whole."""


def quoted_names(digest: DigestText, lines: Sequence[Line], lexicon: NameLexicon) -> list[Candidate]:
    """Candidates for whole titles: "le rapport « ... »", "the paper *...*"."""
    spans = [
        (found.start(found.lastindex or 0), found.end(found.lastindex or 0)) for found in _QUOTED.finditer(digest.text)
    ]
    spans += [(one.start, one.end) for one in digest.emphases if one.style in ("em", "strong")]
    spans.sort()
    found: list[Candidate] = []
    at = 0
    for number, line in enumerate(lines):
        low, high = line.tokens[0].start, line.tokens[-1].end
        while at < len(spans) and spans[at][0] < low:
            at += 1
        for start, end in spans[at:]:
            if start > high:
                break
            inside = [index for index, token in enumerate(line.tokens) if start <= token.start and token.end <= end]
            if found and found[-1].end > start:
                continue
            if 2 <= len(inside) <= _MOST_WORDS and _is_title(line, inside, lexicon):
                first, last = inside[0], inside[-1]
                low_char, high_char = line.tokens[first].start, line.tokens[last].end
                surface = digest.text[low_char:high_char]
                found.append(Candidate(number, first, last, low_char, high_char, surface))
    return found


def _is_title(line: Line, inside: Sequence[int], lexicon: NameLexicon) -> bool:
    if not line.tokens[inside[0]].named or _is_list(line, inside):
        return False
    return head_before(line, inside[0], lexicon) in _TITLED


def _is_list(line: Line, inside: Sequence[int]) -> bool:
    """Whether known names stand in it beside commas: a list, and no title ("GPQA, MMLU, and HumanEval")."""
    known = [one for one in line.known if inside[0] <= one.first and one.last <= inside[-1]]
    return len(known) > 1 and any("," in line.tokens[index].gap for index in inside[1:])


def without_overlaps(candidates: Sequence[Candidate], titles: Sequence[Candidate]) -> list[Candidate]:
    """The candidates and titles in reading order; a title takes the place of what stands inside it."""
    covered = [(one.start, one.end) for one in titles]
    kept = [one for one in candidates if not any(start < one.end and one.start < end for start, end in covered)]
    return sorted([*kept, *titles], key=lambda one: one.start)
