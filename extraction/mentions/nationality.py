"""Nationalities told by an adjective: "la startup française Pollen Robotics", "Baidu, a Chinese company".

The adjective names a place without being its name, so it is no mention; it says where an organisation is seated.
"""

from collections.abc import Iterator, Sequence

from extraction.catalogue import Catalogue, CatalogueEntity, load_catalogue
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.mentions.lexicon import NameLexicon, load_lexicon
from extraction.mentions.tokens import Shape, Token, tokenize
from graph.records import EntityId, Record

_REACH = 5
"""Words between an organisation's name and the noun phrase that tells its nationality."""
_ORGANIZATION = "Organization"


class Nationality(Record):
    """An adjective at the clean span [start, end) that places the organisation which a name mentions."""

    start: int
    end: int
    name: int
    place: str
    place_id: EntityId


def find_nationalities(
    digest: DigestText,
    sentences: Sequence[Sentence],
    entities: Sequence[NamedEntity],
    names: Sequence[Name],
    *,
    catalogue: Catalogue | None = None,
) -> tuple[Nationality, ...]:
    """Every adjective of nationality that the text joins to an organisation's name, in reading order.

    `Nationality.name` indexes `names`, which are those that `find_names` gave for the digest.
    """
    known, lexicon = catalogue or load_catalogue(), load_lexicon(digest.language)
    found: list[Nationality] = []
    for index in {name.sentence for name in names}:
        tokens = tokenize(digest.text, sentences[index].start, sentences[index].end)
        places = {at: place for at, token in enumerate(tokens) if (place := known.demonym(token.text)) is not None}
        if not places:
            continue
        owned = {
            number: name
            for number, name in enumerate(names)
            if name.sentence == index and entities[name.entity].kind == _ORGANIZATION
        }
        for at, place in places.items():
            for number in _placed(tokens, at, owned, lexicon):
                found.append(_nationality(tokens[at], number, place))
    return tuple(sorted(found, key=lambda one: (one.start, one.name)))


def _nationality(token: Token, number: int, place: CatalogueEntity) -> Nationality:
    return Nationality(start=token.start, end=token.end, name=number, place=place.name, place_id=place.id)


def _placed(tokens: Sequence[Token], at: int, owned: dict[int, Name], lexicon: NameLexicon) -> Iterator[int]:
    """The names whose organisation the adjective at a token places: right after its phrase, or before it."""
    phrase = _phrase(tokens, at, lexicon)
    if phrase is None:
        return
    first, last = phrase
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    for number, name in owned.items():
        follows = after is not None and name.start == after.start and not after.gap.strip(' «“"')
        if follows or (name.end <= tokens[first].start and _introduces(tokens, first, name, lexicon)):
            yield number


def _phrase(tokens: Sequence[Token], at: int, lexicon: NameLexicon) -> tuple[int, int] | None:
    """The first and last token of "startup française", "French AI startup", when its noun is an organisation's."""
    if lexicon.language == "fr":
        for first in (at - 1, at - 2):
            if first >= 0 and _is_head(tokens, first, lexicon):
                return first, at
        return (at, at + 1) if at + 1 < len(tokens) and _is_head(tokens, at + 1, lexicon) else None
    for last in range(at + 1, min(at + 4, len(tokens))):
        if _is_head(tokens, last, lexicon) and not _is_head(tokens, last + 1, lexicon):
            return at, last
        if any(char in tokens[last].gap for char in ",.;:("):
            return None
    return None


def _is_head(tokens: Sequence[Token], at: int, lexicon: NameLexicon) -> bool:
    return at < len(tokens) and tokens[at].shape is Shape.LOWER and lexicon.heads.get(tokens[at].low) == _ORGANIZATION


def _introduces(tokens: Sequence[Token], first: int, name: Name, lexicon: NameLexicon) -> bool:
    """Whether only an apposition or a copula stands between a name and the phrase: ", une", "est la", ", a"."""
    between = [token for token in tokens[:first] if token.start >= name.end]
    if not between or len(between) > _REACH:
        return False
    opens = between[0].gap.strip()[:1] in (",", "(", "–", "—") or between[0].low in lexicon.copula
    joined = all(
        token.low in lexicon.determiners or token.low in lexicon.copula or token.low == "c" for token in between
    )
    return opens and joined
