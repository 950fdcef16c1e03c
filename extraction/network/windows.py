"""The text around a sentence as the network reads it: pieces of words, where they stand, and whose name they are.

A window is a run of sentences of one news item; a long item has several, each opening with the sentence before it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from extraction.document import Name, NamedEntity, Sentence

Span = tuple[int, int]
LIMIT = 192
"""Pieces in a window before another is begun; chosen by hand: items of our corpus have fewer."""
LONGEST = 448
"""Pieces of a sentence that are read; the network knows 512 places."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of a run of sentences.

    `ids` are those of the tokenizer; `spans` are half-open, in clean text; `marks` are 0 outside names, else two for
    each kind of the network: odd for a name's first piece, even for the others.
    """

    ids: tuple[int, ...]
    spans: tuple[Span, ...]
    marks: tuple[int, ...]

    def pieces(self, start: int, end: int) -> range:
        """The pieces that touch the characters [start, end); an empty range where none does."""
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return range(first, last) if first < last else range(0)


def kind_number(kind: str, kinds: Mapping[str, int]) -> int:
    """The number of a kind in the network; the last stands for those that it was not trained on."""
    return kinds.get(kind, len(kinds) - 1)


def windows(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    entities: Sequence[NamedEntity],
    tokenizer: Tokenizer,
    kinds: Mapping[str, int],
) -> dict[int, Window]:
    """The window of each sentence, by its position; sentences of one window share it.

    Args:
        text: Clean text of the digest.
        sentences: Those that are read, in order.
        names: Of the digest, not overlapping.
        entities: What `names` refer to.
        tokenizer: Of the network.
        kinds: The number of each kind in the network.
    """
    named = defaultdict(list)
    for name in names:
        named[name.sentence].append(name)
    encoded = tokenizer.encode_batch(
        [text[sentence.start : sentence.end] for sentence in sentences], add_special_tokens=False
    )
    pieces = [
        _piece(text, sentence, encoding.ids, encoding.offsets, named[sentence.position], entities, kinds)
        for sentence, encoding in zip(sentences, encoded, strict=True)
    ]
    found: dict[int, Window] = {}
    run: list[int] = []
    for index, sentence in enumerate(sentences):
        size = sum(len(pieces[one].ids) for one in run) + len(pieces[index].ids)
        if run and (sentences[run[-1]].item != sentence.item or size > LIMIT):
            same = sentences[run[-1]].item == sentence.item
            _close(run, sentences, pieces, found)
            run = [run[-1]] if same and len(pieces[run[-1]].ids) + len(pieces[index].ids) <= LIMIT else []
        run.append(index)
    _close(run, sentences, pieces, found)
    return found


def opening(parts: Mapping[int, Window]) -> dict[int, Window]:
    """Each window once, by the position of the first sentence that is read in it."""
    return {position: window for window, position in {parts[one]: one for one in sorted(parts, reverse=True)}.items()}


def _close(
    run: Sequence[int], sentences: Sequence[Sentence], pieces: Sequence[Window], found: dict[int, Window]
) -> None:
    parts = [pieces[index] for index in run]
    window = Window(
        ids=tuple(one for part in parts for one in part.ids),
        spans=tuple(one for part in parts for one in part.spans),
        marks=tuple(one for part in parts for one in part.marks),
    )
    for index in run:
        found.setdefault(sentences[index].position, window)


def _piece(
    text: str,
    sentence: Sentence,
    ids: Sequence[int],
    offsets: Sequence[Span],
    names: Sequence[Name],
    entities: Sequence[NamedEntity],
    kinds: Mapping[str, int],
) -> Window:
    spans = []
    for low, high in offsets[:LONGEST]:
        start, end = low + sentence.start, high + sentence.start
        while start < end and text[start].isspace():
            start += 1  # A piece that opens a word takes the space before it along.
        spans.append((start, end))
    marks = [0] * len(spans)
    window = Window(tuple(ids[:LONGEST]), tuple(spans), ())
    for name in names:
        kind = kind_number(entities[name.entity].kind, kinds)
        for place, index in enumerate(window.pieces(name.start, name.end)):
            marks[index] = 2 * kind + 1 + (place > 0)
    return Window(window.ids, window.spans, tuple(marks))
