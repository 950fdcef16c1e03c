"""Phrases that place an organisation named before: "The Israeli firm", "la pépite parisienne", "la firme de Cupertino".

Who is meant is the company of the news item that may be there: what the catalogue knows of seats rules out the others,
so that "the Chinese lab" in an item on OpenAI and DeepSeek is the one that is no American. Where several are left, a
phrase places nobody.
"""

from collections.abc import Iterator, Sequence

from extraction.catalogue import Catalogue, CatalogueEntity, load_catalogue
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.mentions.lexicon import NameLexicon, load_lexicon
from extraction.mentions.nationality import Adjective, Nationality, adjectives_of, phrase_of
from extraction.mentions.tokens import Shape, Token, tokenize

_DEFINITE = {"en": frozenset({"the", "this"}), "fr": frozenset({"le", "la", "l", "ce", "cet", "cette", "du", "au"})}
"""Words that make a phrase speak of somebody known."""
_NARROWED = frozenset({"of", "that", "who", "whose", "behind", "to", "in", "qui", "que", "qu", "dont", "derrière"})
"""Words right behind a phrase that say who is meant, and so that it is nobody named before."""
_OPENS = 1
"""Tokens before a phrase that opens its sentence, and so may mean whom the sentence before was about."""
_IN = {"fr": ("de", "d")}
"""Words that join a company's noun to the name of its town."""


def find_seated(
    digest: DigestText,
    sentences: Sequence[Sentence],
    entities: Sequence[NamedEntity],
    names: Sequence[Name],
    *,
    catalogue: Catalogue | None = None,
) -> tuple[Nationality, ...]:
    """Every definite phrase of a company and its place that stands for an organisation named before, in order."""
    known, lexicon = catalogue or load_catalogue(), load_lexicon(digest.language)
    found: list[Nationality] = []
    here: dict[int, list[Name]] = {}
    named: dict[int, list[tuple[int, Name]]] = {}
    for number, name in enumerate(names):
        here.setdefault(name.sentence, []).append(name)
        entity = entities[name.entity]
        if entity.kind == "Organization" and not _public(entity.name, lexicon):
            named.setdefault(sentences[name.sentence].item, []).append((number, name))
    for sentence in sentences:
        if sentence.item not in named:
            continue
        tokens = tokenize(digest.text, sentence.start, sentence.end)
        for first, last, adjective in _phrases(tokens, here.get(sentence.position, []), entities, lexicon, known):
            start = tokens[first].start
            before = [one for one in named[sentence.item] if one[1].end <= start]
            seated = _meant(before, adjective.place, entities, known, sentence=sentence.position, opens=first <= _OPENS)
            if seated is not None:
                place = adjective.place
                found.append(
                    Nationality(
                        start=tokens[adjective.first].start,
                        end=tokens[adjective.last].end,
                        name=seated,
                        place=place.name,
                        place_id=place.id,
                        sentence=sentence.position,
                        words=(start, tokens[last].end),
                    )
                )
    return tuple(found)


def _phrases(
    tokens: Sequence[Token],
    names: Sequence[Name],
    entities: Sequence[NamedEntity],
    lexicon: NameLexicon,
    known: Catalogue,
) -> Iterator[tuple[int, int, Adjective]]:
    """The definite phrases of a sentence, first and last token, that place a company without naming it."""
    towns = list(_towns(tokens, names, entities, known))
    adjectives = [*adjectives_of(tokens, known), *(towns if lexicon.language == "en" else ())]
    for adjective in adjectives:
        phrase = phrase_of(tokens, adjective, lexicon)
        if phrase is not None and adjective.first in (phrase[0], phrase[1]):
            yield from _definite(tokens, *phrase, adjective, lexicon)
        elif phrase is not None and lexicon.language == "fr":
            yield from _definite(tokens, phrase[0], adjective.last, adjective, lexicon)
    for town in towns if lexicon.language == "fr" else ():
        at = town.first
        if at > 1 and tokens[at - 1].low in _IN["fr"] and tokens[at - 2].low in lexicon.companies:
            yield from _definite(tokens, at - 2, town.last, town, lexicon)


def _definite(
    tokens: Sequence[Token], first: int, last: int, adjective: Adjective, lexicon: NameLexicon
) -> Iterator[tuple[int, int, Adjective]]:
    """The phrase from its article on, unless it is not a company's, or goes on to say which."""
    noun = {tokens[index].low for index in range(first, last + 1)} & lexicon.companies
    article = first - 1
    if article > 0 and tokens[article].low in lexicon.young:
        article -= 1
    if not noun or article < 0 or tokens[article].low not in _DEFINITE[lexicon.language]:
        return
    if any(token.gap.strip() not in ("", "-based", "'", "’") for token in tokens[article + 1 : last + 1]):
        return
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is not None and not following.gap.strip(' «“"'):
        named = following.shape not in (Shape.LOWER, Shape.NUMBER)
        of = following.low in ("de", "d", "du") and last + 2 < len(tokens) and tokens[last + 2].named
        if named or of or following.low in _NARROWED:
            return
    yield article, last, adjective


def _towns(
    tokens: Sequence[Token], names: Sequence[Name], entities: Sequence[NamedEntity], known: Catalogue
) -> Iterator[Adjective]:
    """The names of known places, as an English noun takes them before it ("the London firm")."""
    for name in names:
        place = known.by_id(entities[name.entity].catalogue_id or "") if entities[name.entity].kind == "Place" else None
        inside = [index for index, token in enumerate(tokens) if name.start <= token.start < name.end]
        if place is not None and inside:
            yield Adjective(first=inside[0], last=inside[-1], place=place)


def _public(name: str, lexicon: NameLexicon) -> bool:
    """Whether a name's own words say that it is no company: "European Commission", "Stanford University"."""
    return any(
        lexicon.heads.get(word) == "Organization" and word.rstrip("s") not in lexicon.companies
        for word in name.casefold().split()
    )


def _meant(
    named: Sequence[tuple[int, Name]],
    place: CatalogueEntity,
    entities: Sequence[NamedEntity],
    known: Catalogue,
    *,
    sentence: int,
    opens: bool,
) -> int | None:
    """Which of the organisations named so far may be seated in a place; None when it is none or cannot be told.

    A phrase that opens its sentence means, of several that the catalogue puts there, the first of the latest sentence
    that names one; elsewhere in a sentence there must be one. One of which the catalogue knows nothing must be named in
    the same sentence, or in the one before such an opening; so must one known by its country where the phrase tells a
    town.
    """
    there: list[tuple[int, Name]] = []
    unknown: dict[int, tuple[int, Name]] = {}
    for number, name in named:
        entry = known.by_id(entities[name.entity].catalogue_id or "")
        country = entry.country if entry is not None else None
        if country is None or place.country is None:
            unknown[name.entity] = (number, name)
        elif country == place.country:
            there.append((number, name))
    if opens and there:
        latest = max(name.sentence for _, name in there)
        return next(number for number, name in there if name.sentence == latest)
    if not there:
        there = list(unknown.values())
    if len({name.entity for _, name in there}) != 1:
        return None
    number, name = there[-1]
    country_wide = place.parent is None and name.entity not in unknown
    return number if country_wide or name.sentence >= sentence - int(opens) else None
