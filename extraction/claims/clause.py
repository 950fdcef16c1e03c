"""A sentence as the claim reader sees it: words and name groups, tagged, with the way back to clean text."""

import re
from dataclasses import dataclass, field, replace

from extraction.document import Sentence


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole name. Spans are half-open, in clean text.

    `name` indexes the clause's names, or is -1 for a word; `tag` is a Universal POS tag ("NAME" for names).
    """

    index: int
    start: int
    end: int
    text: str
    low: str
    tag: str
    name: int = -1
    dep: str = ""
    head: int = -1
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """How an argument was found that its clause does not name; spans of clean text.

    `words` stand for it ("the company", "it"), None when nothing does and the news item is about it; `name` is where it
    was named before.
    """

    words: tuple[int, int] | None
    name: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Argument:
    """What a name, or a word that stands for one ("the company"), brings to a claim.

    `entity` indexes the document's entities; `kinds` are those it may have here, best first; `surface` is what
    the text says; `refers` tells a pronoun or generic phrase from a name. `reference` only explains, and is no part of
    what makes two arguments equal.
    """

    entity: int
    kinds: tuple[str, ...]
    start: int
    end: int
    surface: str
    refers: bool = False
    reference: Reference | None = field(default=None, compare=False)

    def referred(self, words: tuple[int, int] | None) -> "Argument":
        """The same argument, meant by other words."""
        return replace(self, reference=Reference(words, (self.start, self.end)))

    def implied(self) -> "Argument":
        """The same argument, meant though no words stand for it."""
        return replace(self.referred(None), refers=True)

    @property
    def unsaid(self) -> bool:
        """Whether no words stand for it."""
        return self.reference is not None and self.reference.words is None

    def standing(self, start: int, end: int, *, words: bool = True) -> "Argument":
        """The same entity, for which the words at [start, end) stand; or none does, and it is meant from there on."""
        return replace(self.referred((start, end) if words else None), start=start, end=end, refers=True)


@dataclass(slots=True)
class Clause:
    """A sentence with its tokens and names.

    `groups` lists coordinated names ("A, B et C") as (first token, last token + 1, name token indexes); a name that
    stands alone is a group of one.
    """

    sentence: Sentence
    text: str
    language: str
    tokens: list[Token]
    arguments: list[Argument]
    groups: list["Group"] = field(default_factory=list)

    def between(self, start: int, end: int) -> str:
        """The words of the clean text [start, end), lower case, one space apart, quotes dropped, names as "§"."""
        parts, cursor = [], start
        for argument in self.arguments:
            if start <= argument.start and argument.end <= end:
                parts += [self.text[cursor - self.sentence.start : argument.start - self.sentence.start], " § "]
                cursor = argument.end
        parts.append(self.text[cursor - self.sentence.start : end - self.sentence.start])
        return plain_words("".join(parts), self.language)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands in the clean text [start, end)."""
        return any(token.tag in ("VERB", "AUX") for token in self.tokens if start <= token.start < end)

    @property
    def joined(self) -> str:
        """The text with every list of names as one word of the same length: an "and" in it joins no clauses."""
        text, offset = self.text, self.sentence.start
        for group in self.groups:
            if len(group.arguments) > 1:
                low, high = group.arguments[0].end - offset, group.arguments[-1].start - offset
                text = text[:low] + "_" * (high - low) + text[high:]
        return text

    def group_at(self, index: int) -> "Group | None":
        """The group that holds a token."""
        return next((group for group in self.groups if group.first <= index < group.last), None)


_MARKS = re.compile(r"([,;:()\[\]/–—…!?|&+×])")
_DROPPED = re.compile(r"[\"«»“”*_`]")


def plain_words(text: str, language: str) -> str:
    """Text as triggers see it: lower case, one space between words and marks, quotes dropped, elisions apart."""
    text = _DROPPED.sub("", text.casefold().replace("’", "'").replace("‘", "'"))
    text = re.sub(r"\.(?=\s|$)", " .", _MARKS.sub(r" \1 ", text))
    text = re.sub(r"(\w')(?=\w)", r"\1 ", text) if language == "fr" else re.sub(r"(?<=\w)('s\b|')", r" \1", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated names: tokens [first, last) and the arguments they bring."""

    first: int
    last: int
    arguments: tuple[Argument, ...]

    @property
    def start(self) -> int:
        """Where the first name starts, in clean text."""
        return self.arguments[0].start

    @property
    def end(self) -> int:
        """Where the last name ends, in clean text."""
        return self.arguments[-1].end
