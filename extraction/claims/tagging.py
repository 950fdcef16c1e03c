"""Sentences as clauses: each name is put under one familiar word before tagging ("Google", "Marie", "Paris").

A tagger that does not know "Qwen2.5-72B-Instruct" tags the whole clause better when it meets a word it knows. Only the
coarse tags are used; the words' order and the trigger lexicons decide the rest.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from extraction.claims.clause import Argument, Clause, Token
from extraction.claims.coordination import group_names
from extraction.document import Name, NamedEntity, Sentence

PLACEHOLDERS = {
    "en": {"Person": "John", "Place": "Paris", "Organization": "Google", "": "Windows"},
    "fr": {"Person": "Marie", "Place": "Paris", "Organization": "Google", "": "Windows"},
}
"""A word that the models know, per language and kind; "" is for every other kind. Chosen by hand."""
_OPEN = ("source", "weight", "weights", "access")
"""What follows "open" in the borrowed adjectives of French: its tagger takes either word for anything."""
_OPEN_HYPHENATED = frozenset(f"open-{word}" for word in _OPEN)


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
        cursor = name.end + (text[name.end : name.end + 2] in (".'", ".’"))  # The dot of "Microsoft Corp.'s Copilot".
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
    if language == "fr":
        tokens = _borrowed(tokens)
    arguments = [_argument(name, entities[name.entity]) for name in names]
    return group_names(Clause(sentence, text[sentence.start : sentence.end], language, tokens, arguments))


def _hyphenated(tokens: Sequence[Token], begin: int, text: str) -> Token | None:
    """The one word that a part, a hyphen and this part make ("open-sourced"); None when they do not touch."""
    if len(tokens) < 2 or tokens[-1].text != "-" or tokens[-2].name >= 0 or not text[:1].isalpha():
        return None
    first, hyphen = tokens[-2], tokens[-1]
    if first.end != hyphen.start or hyphen.end != begin or not first.text[-1:].isalpha():
        return None
    whole = f"{first.text}-{text}"
    return replace(first, end=begin + len(text), text=whole, low=whole.casefold().replace("’", "'"))


def _borrowed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "open source" and the like tagged as the adjectives that they are."""
    found = list(tokens)
    for at, (first, second) in enumerate(pairwise(tokens)):
        if first.low == "open" and second.low in _OPEN:
            found[at], found[at + 1] = replace(first, tag="ADJ"), replace(second, tag="ADJ")
    return [replace(one, tag="ADJ") if one.low in _OPEN_HYPHENATED else one for one in found]


def _with_head(token: Token, kept: dict[int, int]) -> Token:
    head = kept.get(token.head, -1)
    return Token(
        token.index, token.start, token.end, token.text, token.low, token.tag, token.name, token.dep, head, token.morph
    )


def _argument(name: Name, entity: NamedEntity) -> Argument:
    return Argument(name.entity, (entity.kind, *entity.also), name.start, name.end, name.surface)
