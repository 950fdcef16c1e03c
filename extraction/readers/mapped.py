"""Text whose every character knows where it stands in the original: what all readers produce, cut and put together.

Nothing here knows a format. Positions only ever grow along a text, so a place in the original can be found by
bisection.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """Clean characters with the half-open span of the original that each one comes from.

    `starts[i]` and `ends[i]` are that span; they are one apart for a verbatim character, further for an entity
    reference ("&eacute;"), and equal for a character that has no original (a joining space).
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"

    @classmethod
    def verbatim(cls, text: str, start: int) -> "MappedText":
        """A text that stands unchanged in the original from `start` on."""
        return cls(
            text, array("q", range(start, start + len(text))), array("q", range(start + 1, start + len(text) + 1))
        )

    @classmethod
    def spread(cls, text: str, start: int, end: int) -> "MappedText":
        """A text that all of [start, end) of the original stands for."""
        return cls(text, array("q", [start]) * len(text), array("q", [end]) * len(text))

    @classmethod
    def joined(cls, parts: "Iterable[MappedText]", separator: str = "") -> "MappedText":
        """The parts one after another; the separator gets no original of its own."""
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        for part in parts:
            if texts and separator:
                place = ends[-1] if ends else 0
                starts.extend([place] * len(separator))
                ends.extend([place] * len(separator))
            texts.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls(separator.join(texts), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, cut: slice) -> "MappedText":
        return MappedText(self.text[cut], self.starts[cut], self.ends[cut])

    def stripped(self, characters: str | None = None) -> "MappedText":
        """Without white space (or the given characters) at both ends."""
        low = len(self.text) - len(self.text.lstrip(characters))
        return self[low : max(len(self.text.rstrip(characters)), low)]

    def lines(self) -> "Iterator[MappedText]":
        """The lines, without their ends."""
        low = 0
        for line in self.text.split("\n"):
            yield self[low : low + len(line)]
            low += len(line) + 1

    def replaced(self, pattern: re.Pattern[str], by: str = "") -> "MappedText":
        """With every match left out, or one character in its place that stands for all of it."""
        kept: list[MappedText] = []
        low = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            if start == end:
                continue
            kept.append(self[low:start])
            if by:
                kept.append(MappedText(by, self.starts[start : start + 1], self.ends[end - 1 : end]))
            low = end
        if not low:
            return self
        return MappedText.joined([*kept, self[low:]])

    def translated(self, table: dict[int, str]) -> "MappedText":
        """With single characters exchanged for single characters."""
        return MappedText(self.text.translate(table), self.starts, self.ends)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The clean span of the characters that come from [start, end) of the original; empty if none does."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end)
        return low, max(low, high)


NOTHING = MappedText.verbatim("", 0)
"""The empty text."""
