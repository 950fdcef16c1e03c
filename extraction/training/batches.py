"""Texts and their examples as the arrays that the network is trained on.

A digest's windows are longer than an item of the corpus, and what surrounds an item tells nothing of it: so up to three
items are put one behind the other, others each time. What triggers read is left out now and then, so that the network
learns to read by itself; and now and then a name gives way to another, a kind is taken for another, or a name is not
seen, as happens to names that no catalogue knows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import torch
from torch import Tensor

from extraction.network.model import CLOSE, OPEN
from extraction.training.examples import Example, Text
from extraction.training.swapping import SWAPPED, Pieces, swapped

PAD = 1
MISTAKEN = 0.15
"""Share of texts in which a kind is taken for another; chosen by hand."""
ALIKE = ("Framework", "Model", "Organization", "Product")
"""Kinds that are taken for one another most, by what is lost on real digests."""
OVERLOOKED = 0.15
"""Share of texts in which a name is not seen; chosen by hand. What is told of it is then told of no other name."""
TOGETHER = 3
"""Items in one text, at most; chosen by hand."""
ROOM = 256
"""Pieces up to which they are put together; a digest's windows have about as many."""
DEAF = 0.15
"""Share of pairs for which what triggers read is left out; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts of about one length, their pairs, and what may be a name in them.

    `owner` is the text of each pair; `truth` and `votes` are [pairs, classes]. `named`, `edges` and `kind` are the
    text, the first and last piece, and the kind of what may be a name. `read` are the numbers, among the texts that
    were given, of those that each text was put together from.
    """

    ids: Tensor
    marks: Tensor
    filled: Tensor
    owner: Tensor
    left: Tensor
    right: Tensor
    segments: Tensor
    kinds: Tensor
    flags: Tensor
    votes: Tensor
    truth: Tensor
    named: Tensor
    edges: Tensor
    kind: Tensor
    read: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Texts in a row, with the place of each among the pieces, and their numbers."""

    parts: tuple[tuple[int, Text], ...]
    numbers: tuple[int, ...]

    @property
    def length(self) -> int:
        start, last = self.parts[-1]
        return start + len(last.window.ids) + 1


def training_batches(
    texts: Sequence[Text],
    classes: Mapping[str, int],
    kinds: Mapping[str, int],
    names: Mapping[int, Sequence[Pieces]],
    size: int,
    random: Random,
) -> Iterator[Batch]:
    """All texts once, put together at random, in batches of about `size` pieces; `names` take the place of others."""
    alike = [kinds[kind] for kind in ALIKE]
    order = [swapped(text, names, random) if random.random() < SWAPPED else text for text in texts]
    order = [_mistaken(text, *random.sample(alike, 2)) if random.random() < MISTAKEN else text for text in order]
    changed = [_overlooked(text, random) if random.random() < OVERLOOKED else text for text in order]
    numbers = list(range(len(changed)))
    random.shuffle(numbers)
    runs = []
    while numbers:
        parts = [numbers.pop()]
        wanted = random.randint(1, TOGETHER)
        while numbers and len(parts) < wanted and _pieces(changed, (*parts, numbers[-1])) <= ROOM:
            parts.append(numbers.pop())
        runs.append(_run(changed, parts))
    runs.sort(key=lambda run: run.length + random.random() * 12)
    groups: list[list[_Run]] = []
    group: list[_Run] = []
    pieces = 0
    for run in runs:
        if group and max(pieces, run.length) * (len(group) + 1) > size:
            groups.append(group)
            group, pieces = [], 0
        group.append(run)
        pieces = max(pieces, run.length)
    groups.append(group)
    random.shuffle(groups)
    for one in groups:
        yield _batch(one, classes, random)


def plain_batches(texts: Sequence[Text], classes: Mapping[str, int], size: int) -> Iterator[Batch]:
    """The texts in order, each by itself, with what triggers read."""
    for at in range(0, len(texts), size):
        yield _batch([_run(texts, [number]) for number in range(at, min(at + size, len(texts)))], classes, None)


def _mistaken(text: Text, kind: int, other: int) -> Text:
    """With all names of one kind marked as those of another."""
    marked = {2 * kind + 1: 2 * other + 1, 2 * kind + 2: 2 * other + 2}
    window = replace(text.window, marks=tuple(marked.get(mark, mark) for mark in text.window.marks))
    examples = []
    for one in text.examples:
        left, right = (other if each == kind else each for each in one.asked.kinds)
        examples.append(replace(one, asked=replace(one.asked, kinds=(left, right))))
    return replace(text, window=window, examples=tuple(examples))


def _overlooked(text: Text, random: Random) -> Text:
    """Without the marks of a name that some pair has, and without the pairs that have it."""
    if not text.examples:
        return text
    asked = random.choice(text.examples).asked
    unseen = set(asked.left if random.random() < 0.5 else asked.right)
    marks = tuple(0 if place in unseen else mark for place, mark in enumerate(text.window.marks))
    examples = tuple(one for one in text.examples if not unseen & {*one.asked.left, *one.asked.right})
    return replace(text, window=replace(text.window, marks=marks), examples=examples)


def _pieces(texts: Sequence[Text], numbers: Sequence[int]) -> int:
    return sum(len(texts[number].window.ids) for number in numbers)


def _run(texts: Sequence[Text], numbers: Sequence[int]) -> _Run:
    parts, at = [], 1
    for number in numbers:
        parts.append((at, texts[number]))
        at += len(texts[number].window.ids)
    return _Run(tuple(parts), tuple(numbers))


def _batch(runs: Sequence[_Run], classes: Mapping[str, int], random: Random | None) -> Batch:
    length = max(run.length for run in runs)
    ids = torch.full((len(runs), length), PAD)
    marks = torch.zeros((len(runs), length), dtype=torch.long)
    pairs: list[tuple[int, int, Example]] = []
    names: list[tuple[int, int, int, int]] = []
    for row, run in enumerate(runs):
        ids[row, 0], ids[row, run.length - 1] = OPEN, CLOSE
        for start, text in run.parts:
            end = start + len(text.window.ids)
            ids[row, start:end] = torch.tensor(text.window.ids)
            marks[row, start:end] = torch.tensor(text.window.marks)
            pairs += [(row, start, example) for example in text.examples]
            names += [(row, start + first, start + last, kind) for first, last, kind in text.places]
    shape = (len(pairs), length)
    left, right, segments = torch.zeros(shape), torch.zeros(shape), torch.full(shape, -1)
    votes, truth = (torch.zeros((len(pairs), len(classes))) for _ in range(2))
    for number, (row, start, example) in enumerate(pairs):
        asked = example.asked
        left[number, [start + at for at in asked.left]] = 1
        right[number, [start + at for at in asked.right]] = 1
        segments[number, 1 : runs[row].length - 1] = 0
        segments[number, start : start + len(asked.segments)] = torch.tensor(asked.segments)
        truth[number, [classes[name] for name in example.classes if name in classes]] = 1
        if random is None or random.random() >= DEAF:
            votes[number, [classes[name] for name in example.told if name in classes]] = 1
    return Batch(
        ids, marks, ids != PAD, torch.tensor([row for row, _, _ in pairs], dtype=torch.long), left, right, segments,
        torch.tensor([example.asked.kinds for _, _, example in pairs]),
        torch.tensor([example.asked.flags for _, _, example in pairs]), votes, truth,
        torch.tensor([row for row, _, _, _ in names]), torch.tensor([(low, high) for _, low, high, _ in names]),
        torch.tensor([kind for _, _, _, kind in names]), tuple(run.numbers for run in runs),
    )  # fmt: skip
