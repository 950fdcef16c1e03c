"""Names of a digest: candidates, votes for their kinds, links to the catalogue, one entity for all forms of a name.

Votes are pooled over the document, because one sentence says "the startup X" and ten others only "X".
"""

from collections.abc import Iterable, Sequence

from extraction.catalogue import Catalogue, load_catalogue
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.mentions.candidates import Candidate, find_candidates
from extraction.mentions.chances import KindChances
from extraction.mentions.contextual import contexts, weigh
from extraction.mentions.fielded import whole_values
from extraction.mentions.forms import key_of
from extraction.mentions.groups import Group, gather
from extraction.mentions.judging import judge_unknown, link_known
from extraction.mentions.lexicon import NameLexicon, load_lexicon
from extraction.mentions.licences import without_licences
from extraction.mentions.lines import Line, confirm, read_lines
from extraction.mentions.merging import merge
from extraction.mentions.numbered import with_versions
from extraction.mentions.proposed import with_proposed
from extraction.mentions.quoted import quoted_names, without_overlaps
from extraction.mentions.series import Reading, complete_series
from extraction.network import load_network


def find_names(
    digest: DigestText, sentences: Sequence[Sentence], *, catalogue: Catalogue | None = None
) -> tuple[tuple[NamedEntity, ...], tuple[Name, ...]]:
    """The entities that a digest names, and every place where it does; spans are of the clean text.

    Names come in reading order and never overlap; `Name.entity` indexes the entities, which come in the order in
    which they are first named. The catalogue is the shipped one when none is given.
    """
    known = catalogue or load_catalogue()
    lexicon = load_lexicon(digest.language)
    lines = read_lines(digest, sentences, known, lexicon)
    spelled_out = _spelled_out(digest.text, lines, lexicon)
    lines = [confirm(line, spelled_out) for line in lines]
    candidates = _candidates(digest.text, lines, lexicon)
    candidates = without_overlaps(candidates, quoted_names(digest, lines, lexicon))
    candidates = without_licences(candidates, lines, digest, sentences)
    candidates = whole_values(candidates, lines, digest.text)
    candidates = with_versions(candidates, digest.text)
    network = load_network()
    chances = KindChances(digest.text, sentences, lines, network) if network is not None else None
    if chances is not None:
        candidates = with_proposed(candidates, lines, digest.text, lexicon, chances)
    candidates = [one for one in candidates if one.known is not None or known.demonym(one.surface) is None]
    groups = gather(candidates, lines, lexicon, digest.text)
    link_known(groups, lines, lexicon, digest.text, contexts(groups, chances) if chances is not None else {})
    if chances is not None:
        weigh(groups, chances)
    judge_unknown(groups, lines, lexicon, known)
    complete_series(candidates, Reading(digest.text, lines, groups, known, lexicon))
    merge(candidates, groups, digest.text, lexicon, known)
    return _result(groups.values(), lines)


def _candidates(text: str, lines: Sequence[Line], lexicon: NameLexicon) -> list[Candidate]:
    return [one for number, line in enumerate(lines) for one in find_candidates(text, number, line, lexicon)]


def _spelled_out(text: str, lines: Sequence[Line], lexicon: NameLexicon) -> dict[str, list[tuple[str, ...]]]:
    """Names of several words whose capitals mean something where they stand, by their first word."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for one in _candidates(text, lines, lexicon):
        line = lines[one.line]
        if one.first < one.last and not line.title_case and not one.opening and one.known is None:
            words = tuple(token.low for token in line.tokens[one.first : one.last + 1])
            names.setdefault(words[0], []).append(words)
    return names


def _result(groups: Iterable[Group], lines: Sequence[Line]) -> tuple[tuple[NamedEntity, ...], tuple[Name, ...]]:
    placed = sorted(
        ((one, group) for group in groups if group.kind for one in group.members), key=lambda pair: pair[0].start
    )
    order: dict[tuple[str, str], int] = {}
    forms: list[set[str]] = []
    firsts: list[Group] = []
    names: list[Name] = []
    for one, group in placed:
        identity = (group.entity.id, "") if group.entity else (key_of(group.name), group.kind or "")
        index = order.setdefault(identity, len(order))
        if index == len(forms):
            forms.append(set())
            firsts.append(group)
        forms[index].add(one.surface)
        sentence = lines[one.line].sentence
        names.append(Name(start=one.start, end=one.end, surface=one.surface, sentence=sentence, entity=index))
    entities = tuple(_entity(group, surfaces) for group, surfaces in zip(firsts, forms, strict=True))
    return entities, tuple(names)


def _entity(group: Group, surfaces: set[str]) -> NamedEntity:
    known = group.entity
    return NamedEntity(
        name=group.name,
        kind=group.kind or "",
        surface_forms=tuple(sorted(surfaces)),
        catalogue_id=known.id if known else None,
        also=known.also if known else (),
        maker=known.maker if known else None,
    )
