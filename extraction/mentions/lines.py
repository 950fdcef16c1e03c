"""Sentences as the name finder works on them: their words, what is known in them, and what their capitals are worth."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extraction.catalogue import Catalogue, Match
from extraction.document import READ_ROLES, BlockKind, DigestText, Role, Sentence
from extraction.fields import Field, fields_of
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.tokens import Shape, Token, shape_of, tokenize

_TITLE_SHARE = 0.7
"""Share of capitalised long words from which a line is set in title case; chosen by hand on newsletters."""
_LONG_WORD = 4
"""Letters from which on a word is capitalised in title case whatever its class."""
_BETWEEN_HYPHENS = re.compile(r"[^-‑]+")
_LOUD_LETTERS = 12
"""Letters from which on a line without small ones is set in capitals."""


class Line(NamedTuple):
    """A sentence with its tokens and the matches of the catalogue, in token numbers.

    `title_case` tells that nearly every word has a capital, so that capitals say nothing; `confirmed` are the tokens
    of a name that another line, where they do, has too; `fields` are the values that a label or a header announces.
    """

    sentence: int
    role: Role
    tokens: list[Token]
    known: list["Known"]
    title_case: bool
    item: int
    block: int
    confirmed: frozenset[int] = frozenset()
    fields: tuple[Field, ...] = ()


class Known(NamedTuple):
    """Tokens [first, last] of a line that may name something of the catalogue; the characters may cut a token."""

    first: int
    last: int
    start: int
    end: int
    matches: tuple[Match, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of what it may name."""
        return frozenset(match.entity.kind for match in self.matches)


def read_lines(
    digest: DigestText, sentences: Sequence[Sentence], catalogue: Catalogue, lexicon: NameLexicon
) -> list[Line]:
    """The lines that are read for names: those whose role is to be read, outside code."""
    lines = []
    for index, sentence in enumerate(sentences):
        block = digest.blocks[sentence.block]
        if sentence.role not in READ_ROLES or block.kind in (BlockKind.CODE, BlockKind.LINKS):
            continue
        tokens = _parted(tokenize(digest.text, sentence.start, sentence.end), catalogue)
        if not tokens:
            continue
        known = _known(digest.text, sentence, tokens, catalogue)
        title_case = is_title_case(tokens, lexicon)
        fields = tuple(fields_of(digest.text, sentence))
        lines.append(
            Line(index, sentence.role, tokens, known, title_case, sentence.item, sentence.block, fields=fields)
        )
    return lines


def is_title_case(tokens: list[Token], lexicon: NameLexicon) -> bool:
    """Whether the line is a title in English capitals, or all in capitals."""
    words = [token for token in tokens if token.shape in (Shape.LOWER, Shape.CAPITAL, Shape.UPPER)]
    if sum(len(token.text) for token in words) >= _LOUD_LETTERS and all(token.text.isupper() for token in words):
        return True
    versioned = _behind_versions(tokens)
    long = [
        token
        for token in words[1:]
        if len(token.text) >= _LONG_WORD and token.shape is not Shape.UPPER and token.start not in versioned
    ]
    common = [token for token in long if lexicon.is_ordinary(token.text) or token.shape is Shape.LOWER]
    raised = sum(token.shape is Shape.CAPITAL for token in common)
    return raised >= 2 and raised >= _TITLE_SHARE * len(common)


def _behind_versions(tokens: list[Token]) -> set[int]:
    """Where words start that go on a version ("Gemini 3.8 Live"): their capitals are a name's, not a title's."""
    found: set[int] = set()
    for before, token in pairwise(tokens):
        version = before.shape is Shape.NUMBER and "." in before.text
        if token.shape is Shape.CAPITAL and token.gap == " " and (version or before.start in found):
            found.add(token.start)
    return found


def confirm(line: Line, names: Mapping[str, Sequence[tuple[str, ...]]]) -> Line:
    """The line with the tokens marked that spell one of these names, given by their first word, in lower case."""
    marked: set[int] = set()
    for at, token in enumerate(line.tokens):
        for name in names.get(token.low, ()):
            if tuple(other.low for other in line.tokens[at : at + len(name)]) == name and token.named:
                marked.update(range(at, at + len(name)))
    return line._replace(confirmed=frozenset(marked)) if marked else line


def _parted(tokens: list[Token], catalogue: Catalogue) -> list[Token]:
    """With organisations that hyphens join as words of their own: "the Microsoft-OpenAI deal"."""
    return [part for token in tokens for part in _parts(token, catalogue)]


def _parts(token: Token, catalogue: Catalogue) -> list[Token]:
    words = [found.span() for found in _BETWEEN_HYPHENS.finditer(token.text)]
    names = [token.text[low:high] for low, high in words]
    joined = len(names) > 1 and all(
        name[:1].isupper() and catalogue.by_name(name, "Organization") is not None for name in names
    )
    if not joined or catalogue.by_name(token.text) is not None:
        return [token]
    return [
        Token(token.start + low, token.start + high, name, shape_of(name), token.text[low - 1] if low else token.gap)
        for (low, high), name in zip(words, names, strict=True)
    ]


def _cuts_word(token: Token, end: int) -> bool:
    """Whether a match ends inside a word, elsewhere than at a hyphen or stop ("R" in "R&D"), or is but its initial."""
    return end < token.end and (token.text[end - token.start] not in "-‑./·" or end - token.start == 1)


def _known(text: str, sentence: Sentence, tokens: list[Token], catalogue: Catalogue) -> list[Known]:
    spans: dict[tuple[int, int], list[Match]] = {}
    for match in catalogue.find(text[sentence.start : sentence.end]):
        if match.longest:
            spans.setdefault((match.start + sentence.start, match.end + sentence.start), []).append(match)
    known: list[Known] = []
    at, covered = 0, -1
    for (start, end), matches in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < end:
            last += 1
        inside = bool(known) and at == known[-1].last and not _is_maker(known[-1])  # "Llama" in "R1-Distill-Llama-70B"
        reached = at < len(tokens) and tokens[at].start < end and start >= covered
        if reached and not inside and not _cuts_word(tokens[last], end):
            known.append(Known(at, last, start, end, tuple(matches)))
            covered = end
    return known


def _is_maker(known: Known) -> bool:
    return not known.kinds.isdisjoint(("Organization", "Person", "Place"))
