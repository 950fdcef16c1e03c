"""Who leaves or takes a post that the words do not name: "Anna Kovač, its chief executive, resigns".

Words right behind a person's name say that they go or come; whose post it is was told before: in the apposition or the
possessive beside the name, earlier in the news item, or it is the post of the organisation that the item is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.lexicon import read_patterns
from extraction.claims.raw import PENALTY_REFERENCE, RawClaim
from extraction.claims.reference import ORGANIZATION, PERSON, Focus
from graph.records import Factuality

RULE = "career"
CONFIDENCE = 0.8
"""Chosen by hand, as for the triggers between names that state the same predicates."""
EMPLOYS = frozenset({"WORKS_FOR", "FOUNDED"})
"""What ties a person to an organisation that they may leave."""
_AHEAD = 150
"""Characters behind a name in which the words stand; chosen by hand."""
_APPOSED = r"(?: ?, [^,;:()]{2,90}? , ?| ?\( [^()]{1,60} \) ?,? ?| ?– [^–]{2,60} – ?| ?, | ?)"


class _Words(NamedTuple):
    leaves: re.Pattern[str]
    posts: re.Pattern[str]
    takes: re.Pattern[str]
    helping: re.Pattern[str]
    stays: re.Pattern[str]
    owned: re.Pattern[str]
    of: re.Pattern[str]
    apposed: re.Pattern[str]


class Careers:
    """Reads who goes and who comes, sentence by sentence, with what a news item told of people before."""

    def __init__(self, language: str) -> None:
        self._words = _words(language)
        self._item = -1
        self._employers: dict[int, Argument] = {}

    def read(self, clause: Clause, focus: Focus, read: Sequence[RawClaim]) -> list[RawClaim]:
        """The posts left and taken in a clause.

        Args:
            clause: In reading order of the digest.
            focus: What the item has told so far.
            read: The claims that the triggers read in the clause.
        """
        if clause.sentence.item != self._item:
            self._item, self._employers = clause.sentence.item, {}
        ties = [one for one in read if one.predicate in EMPLOYS and one.object is not None]
        found = [claim for group in clause.groups for claim in self._of(group, clause, focus, ties)]
        for claim in (*ties, *found):
            if claim.predicate in EMPLOYS and claim.object is not None:
                self._employers[claim.subject.entity] = claim.object
        return found

    def _of(self, group: Group, clause: Clause, focus: Focus, ties: Sequence[RawClaim]) -> Iterator[RawClaim]:
        if any(one.kinds[0] != PERSON for one in group.arguments):
            return
        behind = clause.between(group.end, min(group.end + _AHEAD, clause.sentence.end))
        for predicate, pattern in (
            ("LEFT", self._words.leaves),
            ("LEFT", self._words.posts),
            ("WORKS_FOR", self._words.takes),
        ):
            match = pattern.match(behind)
            if match is None or (predicate == "LEFT" and self._words.stays.search(behind)):
                continue
            span, said = self._span(clause, group.end, match), behind[: match.end("apposed") + 2]
            beside = self._beside(group, clause, match["apposed"]) if predicate == "LEFT" else None
            for person in group.arguments:
                employer = beside or (self._tied(person, span[0], clause, ties) if predicate == "LEFT" else None)
                if employer is None and pattern is not self._words.leaves:
                    employer = _only_other(clause, group) or focus.only(frozenset({ORGANIZATION}), ())
                if employer is not None:
                    claim = _claim(predicate, person, employer, span, clause)
                    yield replace(claim, told=Factuality.PLANNED) if match["apposed"] + "to" == said else claim
            return

    def _tied(self, person: Argument, before: int, clause: Clause, ties: Sequence[RawClaim]) -> Argument | None:
        """Whom a person is told to work for: in front of the words of leaving, else earlier in the item."""
        for tie in ties:
            employer = tie.object
            if employer is not None and tie.subject.entity == person.entity and employer.end <= before:
                return employer
        return self._employers.get(person.entity)

    def _beside(self, group: Group, clause: Clause, apposed: str) -> Argument | None:
        """Whose a person is by the words beside the name: "X's chief scientist, Y", "Y, chief scientist at X"."""
        around = [one for one in clause.arguments if one.kinds[0] == ORGANIZATION]
        behind = next((one for one in around if one.start >= group.end), None)
        if behind is not None and self._words.apposed.search(apposed):
            return behind
        before = next((one for one in reversed(around) if one.end <= group.start), None)
        if before is None:
            return None
        words = clause.between(before.end, group.start)
        lead = clause.between(max(before.start - _AHEAD, clause.sentence.start), before.start)
        owned = self._words.owned.fullmatch(words) or (words in ("", ",") and self._words.of.search(lead))
        return before if owned else None

    def _span(self, clause: Clause, start: int, match: re.Match[str]) -> tuple[int, int]:
        """Where the words that say it stand in the clean text, without the helping words in front of them."""
        apposed = match["apposed"]
        helping = self._words.helping.match(match[0], len(apposed))
        skipped = len(apposed.split()) + (len(helping[0].split()) if helping else 0)
        behind = [token for token in clause.tokens if token.start >= start]
        first = min(skipped, len(behind) - 1)
        last = min(max(len(match[0].split()), first + 1), len(behind)) - 1
        return behind[first].start, behind[last].end


def _only_other(clause: Clause, group: Group) -> Argument | None:
    """The one organisation that the clause names before a person."""
    named = {one.entity: one for one in clause.arguments if one.kinds[0] == ORGANIZATION and one.end <= group.start}
    return next(iter(named.values())) if len(named) == 1 else None


def _claim(predicate: str, person: Argument, employer: Argument, span: tuple[int, int], clause: Clause) -> RawClaim:
    here = clause.sentence.start <= employer.start and employer.end <= clause.sentence.end and not employer.refers
    object_ = employer if here else employer.standing(span[0], span[0], words=False)
    confidence = CONFIDENCE - (0 if here else PENALTY_REFERENCE)
    return RawClaim(
        predicate, person, object_, None, span, RULE, round(confidence, 3), clause.sentence.position
    )  # fmt: skip


@cache
def _words(language: str) -> _Words:
    """The patterns of a language. Raises InvalidDeclaration when the file does not hold them."""
    return read_patterns("careers", language, _built)


def _built(data: dict[str, Any]) -> _Words:
    macros = {name: data[name] for name in ("aux", "role", "end")}
    told = [_behind(data[name], macros) for name in ("leaves", "posts", "takes")]
    beside = [_filled(data[name], macros) for name in ("stays", "owned", "of", "apposed")]
    return _Words(*(*told, _filled("(?:<aux> )*", macros), *beside))


def _behind(alternatives: Sequence[str], macros: dict[str, str]) -> re.Pattern[str]:
    return _filled(rf"(?P<apposed>{_APPOSED})(?:{'|'.join(alternatives)})", macros)


def _filled(text: str, macros: dict[str, str]) -> re.Pattern[str]:
    for name, value in macros.items():
        text = text.replace(f"<{name}>", value)
    return re.compile(text)
