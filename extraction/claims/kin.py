"""How a thing is kin to another that is not named beside it ("its reduced version, o3-mini", "Rubin, its successor").

What a variant belongs to is told by the names: of what the item has named, the one whose name is part of the variant's.
What a successor replaces is the thing of its kind that was named last.
"""

import re
from collections.abc import Iterator, Sequence

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.reference import is_artefact
from extraction.claims.syntax import Syntax
from graph.ontology import Ontology

CONFIDENCE = 0.85
"""Of what such a phrase says; chosen by hand."""
REACH = 70
"""Characters beside a name in which the phrase stands; chosen by hand."""
_WORDS = r"(?:(?!de |d'|of |than |que )[\w-]+ ){0,3}?"
_VARIANT_BEFORE = re.compile(
    rf"\b(?:its|the|a|an|another|their|sa|son|la|le|l' ?|une?) {_WORDS}"
    rf"(?:variant|version|edition|variante|version|édition|déclinaison) {_WORDS}"
    r"(?:, |called |named |dubbed |: |\( |, called |nommée |baptisée |appelée |, baptisée )+$"
)
_SUCCESSOR_BEFORE = re.compile(
    r"\b(?:(?:its|their) (?:[\w-]+ ){0,2}?(?:successor|replacement)|(?:son|leur) (?:[\w-]+ ){0,2}?"
    r"(?:successeur|remplaçant)e?|l[ea] suivante?) (?:, |: |\( |called |named |baptisée? |nommée? )+$"
)
_SUCCESSOR_BEHIND = re.compile(
    r"(?:, |\( )(?:its|their|son|leur) (?:[\w-]+ ){0,2}?(?:successor|replacement|successeur|remplaçant)(?: \w+)? ?"
    r"(?:,|\)|\.|;|$)"
)


class KinReader:
    """Reads variants and successors whose other end is named before."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """PART_OF and SUCCEEDS of the names beside which such a phrase stands."""
        for argument in clause.arguments:
            if not is_artefact(argument):
                continue
            before = clause.between(max(argument.start - REACH, clause.sentence.start), argument.start) + " "
            behind = clause.between(argument.end, min(argument.end + REACH, clause.sentence.end))
            variant = _VARIANT_BEFORE.search(before)
            successor = _SUCCESSOR_BEFORE.search(before) or _SUCCESSOR_BEHIND.match(behind)
            if not variant and not successor:
                continue
            earlier = [one for one in clause.arguments if one.end <= argument.start]
            known = [one for one in (*syntax.focus.named(), *earlier) if one.entity != argument.entity]
            if variant:
                yield from self._claim("PART_OF", argument, family(argument, known), clause)
            if successor:
                alike = [one for one in known if one.kinds[0] == argument.kinds[0]]
                yield from self._claim("SUCCEEDS", argument, alike[-1] if alike else None, clause)

    def _claim(self, predicate: str, one: Argument, other: Argument | None, clause: Clause) -> Iterator[RawClaim]:
        if other is not None:
            span = (one.start, one.end)
            if other.start < clause.sentence.start:
                other = other.standing(*span, words=False)
            yield from make_claim(self.ontology, predicate, one, other, span, "kin", CONFIDENCE, clause)


def family(member: Argument, known: Sequence[Argument]) -> Argument | None:
    """Of the things named, the one with the longest name that is part of the member's ("Nemotron", "FLUX.1")."""
    found = [
        one
        for one in known
        if one.kinds[0] == member.kinds[0]
        and len(one.surface) < len(member.surface)
        and re.search(rf"(?<![\w.]){re.escape(one.surface)}(?![\w.])", member.surface, re.IGNORECASE)
    ]
    return max(found, key=lambda one: len(one.surface), default=None)
