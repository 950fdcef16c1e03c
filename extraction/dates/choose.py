"""Chooses, among the dates of a sentence, the one that belongs to a claim; none when another statement owns it."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from pydantic import ValidationError

from extraction.clauses import Clauses, Span
from extraction.dates.records import DateRelation, FoundDate
from graph.edtf import day_width
from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

OWNER_REACH = 60
"""Characters before a date in which the words that own it are looked for. Chosen by hand."""
BRACKET_GAP = 3
"""Characters between a name and the bracket that dates it: "TerraMind (avril)". Chosen by hand."""


class _Owners(Record):
    owners: tuple[str, ...]


class _OwnerLexicon(Record):
    fr: _Owners
    en: _Owners


def choose_date(
    found: Sequence[FoundDate],
    *,
    text: str,
    language: str,
    trigger: Span,
    arguments: Sequence[Span] = (),
) -> FoundDate | None:
    """The date of a claim: in the trigger's clause, owned by no other word, nearest to the trigger.

    Args:
        found: What `find_dates` gave for the sentence.
        text: That sentence; all spans count its characters.
        language: "fr" or "en".
        trigger: The words that state the claim.
        arguments: The names of the claim; a bracket right after one of them may date it.

    Returns:
        None when no date is told, or only dates of other clauses.
    """
    if not found:
        return None
    clauses = Clauses(text, language)
    stated = _inside(trigger)
    ranked = []
    for item in found:
        if item.relation is DateRelation.AFTER:
            continue
        span = (item.start, item.end)
        if clauses.same(_inside(span), trigger) or clauses.same(_inside(span), stated):
            if not _owned(text, item, trigger, language):
                ranked.append((0, _distance(span, trigger), day_width(item.date), item))
        elif _dates_a_name(text, item, arguments, clauses, stated):
            ranked.append((1, _distance(span, trigger), day_width(item.date), item))
    return min(ranked, key=lambda entry: entry[:3])[3] if ranked else None


def _inside(span: Span) -> Span:
    """The end of a span: what opens it may still count to the clause before ("..., depuis mars", ", which X sold")."""
    return span[1] - 1, span[1]


def _distance(span: Span, trigger: Span) -> int:
    return max(span[0] - trigger[1], trigger[0] - span[1], 0)


def _owned(text: str, item: FoundDate, trigger: Span, language: str) -> bool:
    """Whether words between the trigger and the date, or before a date that leads, own the date."""
    if trigger[0] <= item.start < trigger[1]:
        return False
    low = max(item.start - OWNER_REACH, trigger[1] if trigger[1] <= item.start else 0, 0)
    plain = text.replace("\u00a0", " ").replace("’", "'")
    return any(pattern.search(plain, low, item.start) for pattern in _owners(language))


def _dates_a_name(text: str, item: FoundDate, arguments: Sequence[Span], clauses: Clauses, trigger: Span) -> bool:
    """Whether the date opens a bracket right after a name of the claim, and is no bare year of publication."""
    opening = text.rfind("(", 0, item.start + 1)
    if opening < 0 or ")" in text[opening : item.start] or text[opening + 1 : item.start].strip():
        return False
    bare_year = re.fullmatch(r"\W*\d{4}\W*", item.text) is not None
    named = any(0 <= opening - end <= BRACKET_GAP and clauses.same((end - 1, end), trigger) for _, end in arguments)
    return named and not bare_year


@cache
def _owners(language: str) -> tuple[re.Pattern[str], ...]:
    path = DATA_FOLDER / "lexicons" / "date_owners.toml"
    try:
        lexicon = _OwnerLexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
    sources = (lexicon.fr if language == "fr" else lexicon.en).owners
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
