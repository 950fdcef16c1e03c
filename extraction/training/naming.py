"""What may be a name in the corpus, and what it is: candidates of the name finder, names, and what is none.

That is a name with a word too many or too few, and words at random.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tokenizers import Tokenizer

from extraction.catalogue import load_catalogue
from extraction.document import Block, BlockKind
from extraction.mentions.candidates import find_candidates
from extraction.mentions.lexicon import load_lexicon
from extraction.mentions.lines import read_lines
from extraction.network import opening, windows
from extraction.training.corpus import CorpusDigest

EVERY = 5
"""One word in so many, and it with the next, is shown as no name; chosen by hand."""
_WORD = re.compile(r"[^\s\"“”«»()\[\],;:*]+")

Place = tuple[int, int, int]
"""First and last piece of a window, and the number of a kind; the last kind is none."""


def places(given: CorpusDigest, tokenizer: Tokenizer, kinds: Mapping[str, int]) -> dict[int, list[Place]]:
    """By the first sentence of a window, what is and what is not a name in it."""
    language, text = given.digest.language, given.digest.text
    truth = {(name.start, name.end): kinds[given.entities[name.entity].kind] for name in given.names}
    spans: dict[tuple[int, int], int] = {(name.start, name.end): name.sentence for name in given.names}
    plain = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    blocks = given.digest.blocks or (plain,) * (given.sentences[-1].block + 1)
    lexicon = load_lexicon(language)
    lines = read_lines(given.digest.model_copy(update={"blocks": blocks}), given.sentences, load_catalogue(), lexicon)
    for number, line in enumerate(lines):
        for one in find_candidates(text, number, line, lexicon):
            spans[one.start, one.end] = line.sentence
    named: dict[int, list[tuple[int, int]]] = {}
    for name in given.names:
        named.setdefault(name.sentence, []).append((name.start, name.end))
    for told in given.sentences:
        words = [(one.start(), one.end()) for one in _WORD.finditer(text, told.start, told.end)]
        for span in (*_misjudged(words, named.get(told.position, ())), *_random(words)):
            spans.setdefault(span, told.position)
    parts = windows(text, given.sentences, [], [], tokenizer, kinds)
    found: dict[int, list[Place]] = {}
    firsts = {window: position for position, window in opening(parts).items()}
    for (start, end), sentence in sorted(spans.items()):
        window = parts[sentence]
        run = window.pieces(start, end)
        if run:
            found.setdefault(firsts[window], []).append(
                (run.start, run.stop - 1, truth.get((start, end), len(kinds) - 1))
            )
    return found


def _misjudged(words: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each name with the word before or behind it, and without its first or last one."""
    for start, end in names:
        before = [one for one in words if one[1] <= start]
        behind = [one for one in words if one[0] >= end]
        inside = [one for one in words if start <= one[0] and one[1] <= end]
        if before and start - before[-1][1] == 1:
            yield before[-1][0], end
        if behind and behind[0][0] - end == 1:
            yield start, behind[0][1]
        if len(inside) > 1:
            yield start, inside[-2][1]
            yield inside[1][0], end


def _random(words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for one, other in zip(words[::EVERY], words[1::EVERY], strict=False):
        yield one
        yield one[0], other[1]
