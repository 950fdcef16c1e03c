"""What a news item tells of what is still to come, from its claims together and from nothing outside the text.

Three steps, each stated: what an item says is not out yet was announced, not released; who makes a thing that is told
to come out on a day is who will release it; and what a law or an event that is still to come does, it will do.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Argument, Clause
from extraction.claims.known_makers import by_item, named_maker
from extraction.claims.lexicon import read_patterns
from extraction.claims.raw import RawClaim
from extraction.dates import FoundDate
from extraction.document import NamedEntity, Role
from graph.edtf import parse_edtf
from graph.records import Factuality

Patterns = tuple[re.Pattern[str], ...]
Said = tuple[Patterns, Patterns, Patterns]
CONFIDENCE = 0.6
"""Of a release that no words state but those that say when it comes; chosen by hand."""
_STARTS = {"EFFECTIVE_ON": frozenset({"APPLIES_TO", "ENFORCES"}), "HAPPENED_ON": frozenset({"LOCATED_IN"})}
"""What begins on a day, and what is true of it only from then on."""
_COMING = frozenset({"Model", "Product", "Framework", "Hardware", "Dataset"})
_TELLING = frozenset({Role.HEADLINE, Role.BODY})
LOOK_AHEAD = 80
"""Characters beside a name in which the words that say it is not out yet stand; chosen by hand."""
_SIZE = re.compile(r"^ ?\d[\d.]*[bmt]? ?(?=[,:(])")
"""A size or version right behind a name, before what is said of the thing: "Qwen 3.8 2.4T, coming soon"."""
OPENING = 2
"""Tokens that may stand before the name that opens an item ("Last week NVIDIA showed ..."); chosen by hand."""


def unreleased(
    clauses: Sequence[Clause], stood: Mapping[int, Sequence[Argument]]
) -> dict[tuple[int, int], tuple[int, str]]:
    """The things told as not out yet: (item, entity) to the index of the clause that says it, and its words."""
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for index, clause in enumerate(clauses):
        before, behind, along = _patterns(clause.language)
        for argument in (*clause.arguments, *stood.get(clause.sentence.position, ())):
            ahead = clause.between(max(argument.start - LOOK_AHEAD, clause.sentence.start), argument.start)
            following = clause.between(argument.end, min(argument.end + LOOK_AHEAD, clause.sentence.end))
            following = _SIZE.sub("", following)
            matches = [pattern.search(f"{ahead} ") for pattern in before]
            matches += [pattern.match(following) for pattern in behind]
            matches += [pattern.search(rest) for pattern in along] if (rest := _told_of(argument, clause)) else []
            for match in matches:
                if match is not None:
                    found.setdefault((clause.sentence.item, argument.entity), (index, match[0].strip(" ,(")))
    return found


def _told_of(argument: Argument, clause: Clause) -> str:
    """What a clause goes on to say of the thing that opens it, up to the next thing; nothing for another argument."""
    if argument.refers or not any(token.start == argument.start for token in clause.tokens[: OPENING + 1]):
        return ""
    return clause.between(argument.end, _next_thing(argument, clause))


def _next_thing(thing: Argument, clause: Clause) -> int:
    """Where a clause names the next thing behind one, or ends."""
    others = (one.start for one in clause.arguments if one.start >= thing.end and one.kinds[0] in _COMING)
    return min(others, default=clause.sentence.end)


def not_out_yet(
    claims: Sequence[ReadClaim],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
    published: str | None,
    *,
    stood: Mapping[int, Sequence[Argument]],
    entities: Sequence[NamedEntity],
) -> list[ReadClaim]:
    """The claims, with every release of what the same item says is not out yet told as planned, or as guessed.

    Who makes a thing that is not out yet plans to release it ("le prochain modèle de Meta, qui devrait arriver").

    Args:
        claims: In reading order.
        clauses: Of the digest, by the position of their sentence.
        dates: Those told in each sentence, by its position; a coming one, behind the name, is when the thing comes.
        published: ISO date of the digest; without it no date is known to be to come.
        stood: The words that stand for a thing in each sentence ("the tool"), by its position.
        entities: Of the digest.
    """
    waiting = unreleased(clauses, stood)
    coming = {
        position: [date for date in found if published and (date.date.end or "") > published]
        for position, found in dates.items()
    }
    released = {claim.raw.object.entity for claim in claims if claim.raw.predicate == "RELEASED" and claim.raw.object}
    changed = []
    for claim in claims:
        raw = claim.raw
        entity = raw.object.entity if raw.object else -1
        status = waiting.get((clauses[raw.sentence].sentence.item, entity))
        made = raw.predicate == "DEVELOPED" and claim.factuality is Factuality.PLANNED
        if status is None or not (made or claim.factuality is Factuality.ASSERTED):
            changed.append(claim)
        elif raw.predicate == "RELEASED":
            changed.append(_waiting(claim, status, clauses, coming))
        elif raw.predicate == "DEVELOPED" and entity not in released and status[0] == raw.sentence:
            release = replace(claim, raw=replace(raw, predicate="RELEASED", rule=f"{raw.rule}+not-out"))
            changed += [claim, _waiting(release, status, clauses, coming)]
        else:
            changed.append(claim)
    told = released | {claim.raw.object.entity for claim in changed if claim.raw.object and _is_release(claim)}
    changed += _announced(waiting, told, claims, clauses, coming, entities)
    return sorted(changed, key=lambda claim: claim.raw.sentence)


def _is_release(claim: ReadClaim) -> bool:
    return claim.raw.predicate == "RELEASED"


def _announced(
    waiting: Mapping[tuple[int, int], tuple[int, str]],
    told: Container[int],
    claims: Sequence[ReadClaim],
    clauses: Sequence[Clause],
    coming: Mapping[int, Sequence[FoundDate]],
    entities: Sequence[NamedEntity],
) -> list[ReadClaim]:
    """Releases to come of things that no claim releases, by the one organisation that the news item names."""
    items, makers, made = by_item(clauses), _makers(claims), []
    for (item, entity), status in waiting.items():
        clause = clauses[status[0]]
        thing = next((one for one in clause.arguments if one.entity == entity), None)
        if thing is None:
            continue
        due = _behind(thing, clause, coming.get(status[0], ()))
        if entity in told or thing.kinds[0] not in _COMING or due is None or clause.sentence.role not in _TELLING:
            continue
        maker = _maker(entity, items[item], makers) or named_maker(entity, items[item], entities)
        if maker is None:
            continue
        raw = RawClaim(
            "RELEASED",
            maker.implied(),
            thing,
            None,
            (thing.end, clause.sentence.start + due.start),
            "not-out",
            CONFIDENCE,
            status[0],
        )
        claim = ReadClaim(raw, Factuality.PLANNED, status[1], None, (clause.sentence.start, clause.sentence.end))
        made.append(_waiting(claim, status, clauses, coming))
    return made


def _makers(claims: Sequence[ReadClaim]) -> dict[int, dict[int, Argument]]:
    """Who is told to make each thing, by the thing's entity and the maker's."""
    found: dict[int, dict[int, Argument]] = {}
    for claim in claims:
        raw = claim.raw
        if raw.predicate == "DEVELOPED" and raw.object is not None:
            found.setdefault(raw.object.entity, {})[raw.subject.entity] = raw.subject
    return found


def _maker(entity: int, told: Sequence[Clause], makers: Mapping[int, Mapping[int, Argument]]) -> Argument | None:
    """Who is told to make a thing, else the one organisation that its item names, has in its headline or opens with."""
    if made := makers.get(entity):
        return next(iter(made.values())) if len(made) == 1 else None
    for part in (told, [clause for clause in told if clause.sentence.role is Role.HEADLINE]):
        named = {one.entity: one for clause in part for one in clause.arguments if one.kinds[0] == "Organization"}
        if len(named) == 1:
            return next(iter(named.values()))
    first = next((clause.groups[:1] for clause in told if clause.sentence.role is Role.BODY), [])
    opens = [group.arguments[0] for group in first if group.first <= OPENING and len(group.arguments) == 1]
    return opens[0] if opens and opens[0].kinds[0] == "Organization" else None


def still_to_come(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims, with what an item tells as a fact of a law or an event that is to come told as planned too."""
    coming = {
        (clauses[claim.raw.sentence].sentence.item, claim.raw.subject.entity): claim
        for claim in claims
        if claim.raw.predicate in _STARTS and claim.factuality is Factuality.PLANNED
    }
    found = []
    for claim in claims:
        raw = claim.raw
        law = raw.object if raw.predicate == "ENFORCES" and raw.object is not None else raw.subject
        begins = coming.get((clauses[raw.sentence].sentence.item, law.entity))
        later = begins is not None and raw.predicate in _STARTS[begins.raw.predicate]
        if begins is not None and later and claim.factuality is Factuality.ASSERTED:
            claim = replace(claim, factuality=Factuality.PLANNED, cue=begins.cue, cue_at=begins.cue_at)
        found.append(claim)
    return found


def released_by_maker(
    claims: Sequence[ReadClaim], clauses: Sequence[Clause], entities: Sequence[NamedEntity]
) -> list[ReadClaim]:
    """The claims, with the release of things that an item says come out on a day, by who it says makes them.

    RELEASED_ON(Y, day) and DEVELOPED(X, Y) by one maker in the same item, or X named there and known as its maker, give
    RELEASED(X, Y).
    """
    found, items = list(claims), by_item(clauses)
    for item, group in groupby(claims, key=lambda claim: clauses[claim.raw.sentence].sentence.item):
        members = list(group)
        told = {claim.raw.object.entity for claim in members if claim.raw.predicate == "RELEASED" and claim.raw.object}
        makers = _makers(members)
        for coming in members:
            thing = coming.raw.subject
            if coming.raw.predicate != "RELEASED_ON" or thing.entity in told:
                continue
            made = makers.get(thing.entity, {})
            maker = named_maker(thing.entity, items[item], entities)
            if len(made) == 1 and (maker is None or coming.factuality is not Factuality.ASSERTED):
                maker = next(iter(made.values())) if coming.factuality is not Factuality.ASSERTED else None
            if maker is None:
                continue
            raw = replace(
                coming.raw,
                predicate="RELEASED",
                subject=maker.implied(),
                object=thing,
                value=None,
                rule=f"{coming.raw.rule}+maker",
            )
            date = parse_edtf(coming.raw.value) if coming.raw.value else None
            found.append(replace(coming, raw=raw, date=date))
    return sorted(found, key=lambda claim: claim.raw.sentence)


def _waiting(
    claim: ReadClaim,
    status: tuple[int, str],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
) -> ReadClaim:
    """A release told as not out yet, by the words of a clause."""
    sentence = clauses[status[0]].sentence
    due = _due(claim, clauses[status[0]], dates.get(status[0], ()))
    return replace(
        claim,
        factuality=_how(status[1]),
        cue=status[1],
        date=due.date if due else None,
        cue_at=(sentence.start, sentence.end),
        date_at=(sentence.start + due.start, sentence.start + due.end) if due else None,
        framed=False,
        evidence=claim.evidence if status[0] == claim.raw.sentence else (sentence.start, sentence.end),
    )


def _how(words: str) -> Factuality:
    if _DENIED.search(words):
        return Factuality.NEGATED
    return Factuality.SPECULATED if _GUESS.search(words) else Factuality.PLANNED


def _due(claim: ReadClaim, clause: Clause, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The coming date of a clause that stands behind the thing that is not out yet."""
    if claim.raw.object is None:
        return None
    named = next((one for one in clause.arguments if one.entity == claim.raw.object.entity), None)
    return _behind(named, clause, dates) if named is not None else None


def _behind(thing: Argument, clause: Clause, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The one date behind a thing, before the clause names another one ("X is due in 2025; Y will follow in 2026")."""
    offset = clause.sentence.start
    last = _next_thing(thing, clause) - offset
    found = [date for date in dates if thing.end - offset <= date.start < last]
    return found[0] if len(found) == 1 else None


_GUESS = re.compile(r"\b(?:devrai(?:t|ent)|pourrai(?:t|ent)|expected|may|might|could)\b")
"""Words that make what is said of a coming release a guess."""
_NOUN = (
    r"(?:(?:models?|chips?|gpus?|platform|app|assistant|robot|family|series|browser|headset|processors?) )?"
    r"(?:(?:de|d' ?|du|from|by) (?:la |l' ?|the )?§ )?"
)
"""What may name its kind or maker right behind a name ("Rubin chips will ship", "les puces X de Y seront livrées")."""
_APPOSED = r", (?:its|their|the|a|an|son|sa|le|la|l' ?|un|une) ?[^,.;:§]{3,50} , "
"""What may stand between a name and what is said of it ("Vera Rubin, its successor, will follow")."""
_DENIED = re.compile(
    r"\b(?:no|aucune?|pas|not) (?:[\w-]+ ){0,2}(?:plans?|intention|projets?|prévu)|\bn' ?a (?:pas|aucune?)"
)
"""Words that say there will be none."""


@cache
def _patterns(language: str) -> Said:
    """What is said right before a name, right behind it, and further on of a name that opens a sentence."""
    return read_patterns("unreleased", language, _built)


def _built(words: dict[str, Any]) -> Said:
    before = tuple(re.compile(rf"\b(?:{pattern})$") for pattern in words["before"])
    behind = tuple(re.compile(f"(?:{_NOUN})?(?:{_APPOSED})?(?:{pattern})") for pattern in words["behind"])
    return before, behind, tuple(re.compile(rf"\b(?:{pattern})") for pattern in words["along"])
