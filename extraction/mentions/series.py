"""Members of a series by their whole name: "Gemini 2.5 Pro et Flash", "Llama 4: Scout et Maverick", "2.5 Flash"."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extraction.catalogue import Catalogue
from extraction.mentions.candidates import Candidate
from extraction.mentions.forms import digits, key_of
from extraction.mentions.groups import Group, absorb, listed_together, tokens_of
from extraction.mentions.judging import ACCEPT
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Shape

_NUMBER_FIRST = re.compile(r"\d+\.\d+ \w+")
"""A version and a variant without their family ("2.5 Flash")."""
_BARE_VERSION = re.compile(r"[Vv]\d{1,2}(?:\.\d+)?")
"""A version alone ("V4"), short for the one thing that the document calls so in full ("DeepSeek V4")."""
_MEMBER_NOUNS = frozenset(
    ("versions", "version", "variants", "variantes", "modèles", "models", "tailles", "sizes", "déclinaisons", "formats")
)
"""Nouns between a family's name and its members' short names."""


class Reading(NamedTuple):
    """What the document and the catalogue have, while series are completed."""

    text: str
    lines: Sequence[Line]
    groups: Mapping[str, Group]
    catalogue: Catalogue
    lexicon: NameLexicon


def complete_series(candidates: Sequence[Candidate], reading: Reading) -> None:
    """Give the short names of models that follow their family in one item their whole name."""
    family: Candidate | None = None
    member = False
    told: dict[str, Group] = {}
    for one in candidates:
        group = reading.groups[key_of(one.form)]
        short = _is_short(one, group, reading.lexicon)
        if group.kind == "Model" and not short:
            family, member = one, False
            told[re.split(r"[ -]", group.name.casefold())[-1]] = group
        elif short and one.surface.casefold() in told:
            absorb(told[one.surface.casefold()], group)
        elif short and family is not None and reading.lines[one.line].item == reading.lines[family.line].item:
            whole = _whole_name(one, family, member, reading)
            if whole is not None:
                known = reading.catalogue.by_name(whole, "Model")
                group.entity, group.kind, group.name = known, "Model", known.name if known else whole
                member = True


def _is_short(one: Candidate, group: Group, lexicon: NameLexicon) -> bool:
    low = one.surface.casefold()
    generic = lexicon.is_generic(low) and low not in lexicon.variants
    if group.entity is not None or generic or low in lexicon.heads:
        return False
    if _NUMBER_FIRST.fullmatch(one.surface) or _BARE_VERSION.fullmatch(one.surface):
        return True
    single = " " not in one.surface and not digits(one.surface)
    return single and (group.kind in (None, "Model") or group.strength < ACCEPT + 2)


def _whole_name(one: Candidate, family: Candidate, member: bool, reading: Reading) -> str | None:
    base = reading.groups[key_of(family.form)].name
    if _NUMBER_FIRST.fullmatch(one.surface):
        root = re.split(r"[ -]?\d", base)[0]
        return f"{root} {one.surface}" if root else None
    variants = reading.lexicon.variants
    first, _, last = base.rpartition(" ")
    stem = first if first and last.casefold() in variants and not digits(last) else base
    whole = f"{stem} {one.surface}"
    if any(reading.catalogue.by_name(name, "Model") for name in (whole, f"{one.surface} {stem}")):
        return whole
    if one.line != family.line or tokens_of(one, reading.lines)[0].shape is not Shape.CAPITAL:
        return None
    if one.surface.casefold() not in variants:
        return None
    told = set(reading.text[family.end : one.start].casefold().split()) & _MEMBER_NOUNS
    return whole if told or stem != base or member or listed_together(family, one, reading.text) else None
