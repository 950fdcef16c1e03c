"""Known names that the text uses for something else: another maker's thing, other words of the same initials."""

import re
from collections.abc import Sequence

from extraction.catalogue import CatalogueEntity, Match
from extraction.mentions.acronyms import spelled_out
from extraction.mentions.groups import Group
from extraction.mentions.lines import Known, Line

_AS_FAR = 8
"""Words between a maker and what it brings out; chosen by hand."""
_BRINGS_OUT = (
    "launch",
    "introduc",
    "unveil",
    "releas",
    "announc",
    "debut",
    "lanc",
    "dévoil",
    "présent",
    "annonc",
    "sort",
)
"""How verbs of bringing out begin, in both languages."""


def is_meant(entity: CatalogueEntity, matches: Sequence[Match], group: Group, lines: Sequence[Line], text: str) -> bool:
    """Whether nothing in a text says that a form which may name an entity names a namesake of it.

    Args:
        entity: The known one.
        matches: All that the catalogue has for the form.
        group: The occurrences of the form.
        lines: Of the text.
        text: Clean text, in which an acronym may be spelled out.
    """
    if _is_of_another(entity, group, lines):
        return False
    weak = all(match.weak for match in matches if match.entity is entity)
    return not weak or not group.surface.isupper() or _bears(entity, spelled_out(text, group.surface))


def _bears(entity: CatalogueEntity, words: str) -> bool:
    """Whether the words that the text has for an acronym, if any, are a name of the entity, or part of one."""
    names = [plain for plain in map(_words, (entity.name, *entity.aliases)) if " " in plain]
    return not words or not names or any(words in plain or plain in words for plain in names)


def _words(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _is_of_another(entity: CatalogueEntity, group: Group, lines: Sequence[Line]) -> bool:
    """Whether a thing called without its maker ("AI Studio") is always told as another's ("Meta has launched ...")."""
    maker = entity.maker.partition("/")[2] if entity.maker else ""
    if not maker or not entity.id.partition("/")[2].startswith(f"{maker}-"):
        return False
    first = entity.name.split()[0].casefold()
    return all(
        first not in one.surface.casefold() and _makes(lines[one.line], one.first, entity.maker)
        for one in group.members
    )


def _makes(line: Line, at: int, maker: str | None) -> bool:
    """Whether an organisation other than `maker`, and it not, has or brings out what stands at a token of a line."""
    others = []
    for known in line.known:
        makers = {match.entity.id for match in known.matches if match.entity.kind == "Organization"}
        if maker in makers:
            return False
        if makers:
            others.append(known)
    return any(_has(line, other, at) for other in others)


def _has(line: Line, owner: Known, at: int) -> bool:
    """Whether what stands at a token is told as a known one's ("Mistral's AI Studio", "Meta has launched ...")."""
    if any(owner.last < other.first < at for other in line.known):
        return False
    between = [token.low for token in line.tokens[owner.last + 1 : at]]
    return between == ["s"] or (len(between) <= _AS_FAR and any(low.startswith(_BRINGS_OUT) for low in between))
