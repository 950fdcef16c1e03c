"""A sentence as the claim reader sees it: words and name groups, tagged, with the way back to clean text.

Each name is put under one familiar word before tagging ("Google", "Marie", "Paris"): a tagger that does not know
"Qwen2.5-72B-Instruct" tags the whole clause better when it meets a word it knows. Only the coarse tags are used; the
words' order and the trigger lexicons decide the rest.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from extraction.document import Name, NamedEntity, Sentence

PLACEHOLDERS = {
    "en": {"Person": "John", "Place": "Paris", "Organization": "Google", "": "Windows"},
    "fr": {"Person": "Marie", "Place": "Paris", "Organization": "Google", "": "Windows"},
}
"""A word that the models know, per language and kind; "" is for every other kind. Chosen by hand."""


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


def build_clauses(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    entities: Sequence[NamedEntity],
    nlp: Language,
) -> list[Clause]:
    """Tag every sentence with its names under familiar words, in one batch.

    Args:
        text: The clean text of the digest.
        language: "fr" or "en".
        sentences: In order; `names` refer to them by index.
        names: Not overlapping.
        entities: What `Name.entity` indexes.
        nlp: A pipeline that tags (and may parse); it sees one sentence at a time.

    Returns:
        One clause for each sentence, in the same order.
    """
    by_sentence: dict[int, list[Name]] = {}
    for name in sorted(names, key=lambda name: name.start):
        by_sentence.setdefault(name.sentence, []).append(name)
    masked = [
        _mask(text, sentence, by_sentence.get(index, []), entities, language)
        for index, sentence in enumerate(sentences)
    ]
    docs = nlp.pipe((words for words, _ in masked), batch_size=64)
    return [
        _clause(text, language, sentence, by_sentence.get(index, []), entities, doc, masked[index][1])
        for index, (sentence, doc) in enumerate(zip(sentences, docs, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the masked sentence: where it starts there, where in clean text, and the name it hides or -1."""

    masked: int
    clean: int
    name: int


def _mask(
    text: str, sentence: Sentence, names: Sequence[Name], entities: Sequence[NamedEntity], language: str
) -> tuple[str, list[_Piece]]:
    """The sentence with placeholders, each a word of its own, and the way back."""
    words = PLACEHOLDERS[language]
    masked, pieces, cursor = "", [], sentence.start
    for position, name in enumerate(names):
        pieces.append(_Piece(len(masked), cursor, -1))
        masked += text[cursor : name.start]
        if masked and masked[-1] not in " '’\n":
            masked += " "
        pieces.append(_Piece(len(masked), name.start, position))
        masked += words.get(entities[name.entity].kind, words[""])
        cursor = name.end
        if text[cursor : cursor + 1] not in ("", " ", ",", ".", "'", "’", "\n"):
            pieces.append(_Piece(len(masked), cursor - 1, -1))
            masked += " "
    pieces.append(_Piece(len(masked), cursor, -1))
    masked += text[cursor : sentence.end]
    return masked.replace("\n", " "), pieces


def _clause(
    text: str,
    language: str,
    sentence: Sentence,
    names: Sequence[Name],
    entities: Sequence[NamedEntity],
    doc: Doc,
    pieces: Sequence[_Piece],
) -> Clause:
    tokens: list[Token] = []
    kept: dict[int, int] = {}
    starts = [piece.masked for piece in pieces]
    for word in doc:
        if word.is_space:
            continue
        kept[word.i] = len(tokens)
        piece = pieces[bisect_right(starts, word.idx) - 1]
        if piece.name >= 0:
            name = names[piece.name]
            if tokens and tokens[-1].name == piece.name:
                kept[word.i] = len(tokens) - 1
                continue
            tokens.append(
                Token(
                    len(tokens),
                    name.start,
                    name.end,
                    name.surface,
                    name.surface.casefold(),
                    "NAME",
                    piece.name,
                    word.dep_,
                    word.head.i,
                )
            )
            continue
        low = word.text.casefold().replace("’", "'")
        begin = piece.clean + word.idx - piece.masked
        if (joined := _hyphenated(tokens, begin, word.text)) is not None:
            kept[word.i] = len(tokens) - 2
            tokens[-2:] = [replace(joined, tag=word.pos_, morph=str(word.morph))]
            continue
        tokens.append(
            Token(
                len(tokens),
                begin,
                begin + len(word.text),
                word.text,
                low,
                word.pos_,
                -1,
                word.dep_,
                word.head.i,
                str(word.morph),
            )
        )
    tokens = [_with_head(token, kept) for token in tokens]
    arguments = [_argument(name, entities[name.entity]) for name in names]
    return group_names(Clause(sentence, text[sentence.start : sentence.end], language, tokens, arguments))


def group_names(clause: Clause) -> Clause:
    """The clause with its coordinated names found."""
    clause.groups.extend(_groups(clause))
    return clause


def _hyphenated(tokens: Sequence[Token], begin: int, text: str) -> Token | None:
    """The one word that a part, a hyphen and this part make ("open-sourced"); None when they do not touch."""
    if len(tokens) < 2 or tokens[-1].text != "-" or tokens[-2].name >= 0 or not text[:1].isalpha():
        return None
    first, hyphen = tokens[-2], tokens[-1]
    if first.end != hyphen.start or hyphen.end != begin or not first.text[-1:].isalpha():
        return None
    whole = f"{first.text}-{text}"
    return replace(first, end=begin + len(text), text=whole, low=whole.casefold().replace("’", "'"))


def _with_head(token: Token, kept: dict[int, int]) -> Token:
    head = kept.get(token.head, -1)
    return Token(
        token.index, token.start, token.end, token.text, token.low, token.tag, token.name, token.dep, head, token.morph
    )


def _argument(name: Name, entity: NamedEntity) -> Argument:
    return Argument(name.entity, (entity.kind, *entity.also), name.start, name.end, name.surface)


_JOIN = re.compile(
    r"(?:,|/|&|\+|et|and|ou|or|, et|, and|, or|, ou|ainsi que|, ainsi que|as well as|, as well as|puis|, puis|"
    r"mais aussi|"
    r"and also|et aussi|et de|et d'|et de l'|et de la|et du|et des|"
    r"et l'|et la|et le|et les|and the|, la|, le|, the|et à|plus|et avec|and with)"
)
"""What may stand between two coordinated names, lower case, words joined by one space."""
_ASIDE = re.compile(r"^\( [^()§]{1,30} \)")
"""A short bracket behind a coordinated name: "Clément Delangue (CEO), Julien Chaumond (CTO)"."""
_QUOTES = set("\"'«»“”‘’*_`")


def _groups(clause: Clause) -> list[Group]:
    tokens = clause.tokens
    groups: list[Group] = []
    current: list[int] = []
    for token in tokens:
        if token.name < 0:
            continue
        if (
            current
            and _coordinated(tokens, current[-1], token.index, clause)
            and not _new_clause(tokens, current, token.index)
        ):
            current.append(token.index)
            continue
        if current:
            groups.append(_group(clause, current))
        current = [token.index]
    if current:
        groups.append(_group(clause, current))
    return groups


def _coordinated(tokens: Sequence[Token], left: int, right: int, clause: Clause) -> bool:
    between = " ".join(token.low for token in tokens[left + 1 : right] if token.low not in _QUOTES)
    between = _ASIDE.sub("", between).strip().replace("' ", "'")
    if not _JOIN.fullmatch(between):
        return False
    first, second = clause.arguments[tokens[left].name], clause.arguments[tokens[right].name]
    if first.kinds[0] != second.kinds[0] and _owns_a_name(tokens, right):
        return False  # a maker before the next thing: "o3-mini and DeepSeek's R1"
    if between == "," and second.kinds[0] == "Organization" and _both_artefacts(first, first):
        following = tokens[right + 1] if right + 1 < len(tokens) else None
        if following is not None and following.low in ("'s", "'"):
            return False  # whose the thing is: "Mixtral 8x22B, Mistral's latest model"
    parties = {first.kinds[0], second.kinds[0]} == {"Organization", "Person"} and between in ("and", "et")
    return parties or bool(set(first.kinds) & set(second.kinds)) or _both_artefacts(first, second)


def _owns_a_name(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index + 1].low not in ("'s", "'"):
        return False
    owned = next((token for token in tokens[index + 2 : index + 6] if token.tag not in ("NOUN", "ADJ", "NUM")), None)
    return owned is not None and owned.name >= 0


def _new_clause(tokens: Sequence[Token], current: Sequence[int], right: int) -> bool:
    """Whether a bare comma before a name ends a fronted phrase ("Basé sur X, Y fait ...") and is no list's.

    It does when a finite verb follows the name and the list has no "and", or already had its last member.
    """
    if "".join(token.low for token in tokens[current[-1] + 1 : right]) != ",":
        return False
    following = tokens[right + 1] if right + 1 < len(tokens) else None
    if (
        following is None
        or following.name >= 0
        or (following.tag not in ("VERB", "AUX") and following.low not in _CLITICS)
    ):
        return False
    joined = any(tokens[index].low in ("et", "and", "ou", "or", "&") for index in range(current[0], current[-1]))
    fronted = current[0] > 0
    return fronted or joined


_CLITICS = frozenset({"ne", "n'", "se", "s'", "en", "y", "l'"})


def _both_artefacts(first: Argument, second: Argument) -> bool:
    people = {"Organization", "Person", "Place", "Event", "Regulation"}
    return first.kinds[0] not in people and second.kinds[0] not in people


def _group(clause: Clause, members: Sequence[int]) -> Group:
    arguments = tuple(clause.arguments[clause.tokens[index].name] for index in members)
    return Group(members[0], members[-1] + 1, arguments)
