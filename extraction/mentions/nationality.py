"""Nationalities told by an adjective: "la startup française Pollen Robotics", "Baidu, a Chinese company".

The adjective names a place without being its name, so it is no mention; it says where an organisation is seated. Where
the phrase stands for an organisation named before ("The Israeli firm ..."), `extraction.mentions.seated` says which.
"""

import re
from collections.abc import Iterator, Sequence

from extraction.catalogue import Catalogue, CatalogueEntity, load_catalogue
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.mentions.lexicon import NameLexicon, load_lexicon
from extraction.mentions.tokens import Shape, Token, tokenize
from graph.records import EntityId, Record

_REACH = 5
"""Words between an organisation's name and the noun phrase that tells its nationality."""
_ORGANIZATION = "Organization"
_ARTICLES = frozenset({"le", "la", "l", "du", "au", "les", "des", "un", "une"})
"""French words that make an adjective a noun: "le parisien LightOn", "l'américain Anthropic"."""
_PARTS = frozenset({"filiale", "division", "équipe", "partenaire", "rival", "concurrent", "branche", "antenne"})
"""French nouns behind whose complement another organisation is named ("la filiale française du moteur Google")."""
_OF = frozenset({"de", "d", "du", "des", "dans", "en", "pour"})
_COMPLEMENT = re.compile(
    r"(?:(?:de|d|du|des|dans|en|pour) (?:(?:la|le|les|l) )?[\w'’-]+ ?"
    r"(?:[\wéè-]+(?:s|x|elle|ale|ique|ive|vidéo) ?)?){1,2}"
)
"""What may stand between a French adjective and the name behind it: "[le géant chinois] du e-commerce [Alibaba]"."""


class Nationality(Record):
    """An adjective at the clean span [start, end) that places the organisation which a name mentions.

    `words` is the span of the phrase that stands for the organisation in `sentence`, None where its name is there.
    """

    start: int
    end: int
    name: int
    place: str
    place_id: EntityId
    sentence: int
    words: tuple[int, int] | None = None


class Adjective(Record):
    """An adjective of nationality: its first and last token, and the place that it points to."""

    first: int
    last: int
    place: CatalogueEntity


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
        adjectives = adjectives_of(tokens, known)
        if not adjectives:
            continue
        owned = {
            number: name
            for number, name in enumerate(names)
            if name.sentence == index and entities[name.entity].kind == _ORGANIZATION
        }
        for adjective in adjectives:
            place = adjective.place
            for number in _placed(tokens, adjective, owned, lexicon):
                found.append(
                    Nationality(
                        start=tokens[adjective.first].start,
                        end=tokens[adjective.last].end,
                        name=number,
                        place=place.name,
                        place_id=place.id,
                        sentence=index,
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.start, one.name)))


def adjectives_of(tokens: Sequence[Token], known: Catalogue) -> list[Adjective]:
    """The adjectives of nationality of a sentence; of "South Korean" the longer one alone."""
    found: list[Adjective] = []
    for at, token in enumerate(tokens):
        previous = tokens[at - 1] if at and token.gap == " " else None
        if previous is not None and (place := known.demonym(f"{previous.text} {token.text}")) is not None:
            found = [one for one in found if one.last != at - 1]
            found.append(Adjective(first=at - 1, last=at, place=place))
        elif (place := known.demonym(token.text)) is not None:
            found.append(Adjective(first=at, last=at, place=place))
    return found


def phrase_of(tokens: Sequence[Token], adjective: Adjective, lexicon: NameLexicon) -> tuple[int, int] | None:
    """The first and last token of "startup française", "French AI startup", when its noun is an organisation's."""
    at = adjective.first
    if lexicon.language == "fr":
        for first in (at - 1, at - 2, at - 3):
            if first == at - 3 and not (first >= 0 and tokens[at - 2].low in ("de", "d", "en")):
                continue
            if first >= 0 and _is_head(tokens, first, lexicon):
                return first, adjective.last
            if first > 0 and lexicon.heads.get(f"{tokens[first - 1].low} {tokens[first].low}") == _ORGANIZATION:
                return first - 1, adjective.last
        following = adjective.last + 1
        return (at, following) if following < len(tokens) and _is_head(tokens, following, lexicon) else None
    for last in range(adjective.last + 1, min(adjective.last + 4, len(tokens))):
        if _is_head(tokens, last, lexicon) and not _is_head(tokens, last + 1, lexicon):
            return at, last
        if any(char in tokens[last].gap for char in ",.;:("):
            return None
    return None


def _placed(
    tokens: Sequence[Token], adjective: Adjective, owned: dict[int, Name], lexicon: NameLexicon
) -> Iterator[int]:
    """The names whose organisation the adjective at a token places: right after its phrase, or before it."""
    phrase = phrase_of(tokens, adjective, lexicon)
    noun = lexicon.language == "fr" and adjective.first > 0 and tokens[adjective.first - 1].low in _ARTICLES
    listed: Name | None = None
    for number, name in sorted(owned.items(), key=lambda one: one[1].start):
        if phrase is not None:
            first, last = phrase
            behind = _follows(tokens, last, name) or _follows_complement(tokens, phrase, name, lexicon)
            behind = behind or (listed is not None and _goes_on(tokens, listed, name))
            if behind and _of_many(tokens, phrase, lexicon):
                listed = name
            if behind or (name.end <= tokens[first].start and _introduces(tokens, first, name, lexicon)):
                yield number
        elif noun and _follows(tokens, adjective.last, name):
            yield number


def _follows(tokens: Sequence[Token], last: int, name: Name) -> bool:
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is not None and name.start == after.start and not after.gap.strip(' «“"')


def _of_many(tokens: Sequence[Token], phrase: tuple[int, int], lexicon: NameLexicon) -> bool:
    """Whether a phrase stands for several organisations ("the Korean startups")."""
    span = range(phrase[0], phrase[1] + 1)
    return any(tokens[at].low.endswith("s") and _is_head(tokens, at, lexicon) for at in span)


def _goes_on(tokens: Sequence[Token], one: Name, other: Name) -> bool:
    """Whether two names stand in one list ("the Korean startups Allganize and Neurophet")."""
    between = [token for token in tokens if one.end <= token.start < other.start]
    gaps = "".join(token.gap for token in tokens if one.end < token.start <= other.start).strip()
    joined = [token.low for token in between]
    return joined in ([], ["and"], ["et"]) and gaps in ("", ",") and bool(joined or gaps)


def _follows_complement(tokens: Sequence[Token], phrase: tuple[int, int], name: Name, lexicon: NameLexicon) -> bool:
    """Whether a name follows the complement of a French phrase ("le spécialiste allemand de la défense Helsing")."""
    first, last = phrase
    if lexicon.language != "fr" or tokens[first].low in _PARTS or name.start < tokens[last].end:
        return False
    between = [token for token in tokens[last + 1 :] if token.start < name.start]
    if len(between) < 2 or between[-1].low in _OF | _ARTICLES:
        return False
    plain = all(token.shape is Shape.LOWER or token.low == "ia" for token in between)
    heads = any(lexicon.heads.get(token.low) == _ORGANIZATION for token in between)
    gaps = "".join(token.gap for token in (*between, *(token for token in tokens if token.start == name.start)))
    words = " ".join(token.low for token in between)
    return plain and not heads and not gaps.strip("' ’") and bool(_COMPLEMENT.fullmatch(words))


def _is_head(tokens: Sequence[Token], at: int, lexicon: NameLexicon) -> bool:
    return at < len(tokens) and tokens[at].shape is Shape.LOWER and lexicon.heads.get(tokens[at].low) == _ORGANIZATION


def _introduces(tokens: Sequence[Token], first: int, name: Name, lexicon: NameLexicon) -> bool:
    """Whether only an apposition or a copula stands between a name and the phrase: ", une", "est la", ", a".

    French does without the article ("Sana, éditeur suédois d'agents").
    """
    between = [token for token in tokens[:first] if token.start >= name.end]
    if not between:
        alone = lexicon.language == "fr" and not tokens[first].low.endswith("s")
        return alone and tokens[first].gap.strip() in (",", "(", "–", "—")
    if len(between) > _REACH:
        return False
    opens = between[0].gap.strip()[:1] in (",", "(", "–", "—") or between[0].low in lexicon.copula
    joined = all(
        token.low in lexicon.determiners or token.low in lexicon.copula or token.low == "c" for token in between
    )
    return opens and joined
