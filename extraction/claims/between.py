"""The words between two names, or between a name and what stands for one, read by the patterns of triggers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.leads import LED, Lead, has_its_subject, leads
from extraction.claims.makers import describes_next, listed, owner_alone, without_insertions, without_makers
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.several import NOT_SAID_OF_THEY
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import CompiledBetween, TriggerIndex
from graph.ontology import Ontology
from graph.records import Factuality

AROUND = 60
"""Characters beside two names in which a trigger's `before` and `after` are looked for."""
BETWEEN_REACH = 180
"""Characters between two names beyond which no pattern joins them."""
_TWO = re.compile(r"\b(?:two|deux)\b")
"""Words that say that only the last two names of a list are meant ("A, B, C and D, two rivals")."""
OWNED_TOGETHER = 2
"""Names that one possessive covers ("OpenAI's GPT-4 and Whisper"); in a longer list without brackets only the first."""
_LISTING = re.compile(r"(?:\(|:|\b(?:comme|dont|tel(?:le)?s? que|such as|like|including|notamment))$")
"""What announces a list that all belongs to the maker before it."""
_THERE = re.compile(r"\b(?:in|en|à|au|aux|dans)$")
_RELATIVE = re.compile(r",? ?(?:qui|who|which|that)\b")
"""What stands before a place, and how a clause opens behind it that tells of what is there."""
_PLURAL = re.compile(r"\b(?:\w+(?:és|ées)|des|les|were|are|both|all|tous|toutes)\b")
"""Words behind a list of things that are said of all of them ("A et B, signés X")."""


class BetweenReader:
    """Reads what stands between names with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology
        self.between_things = frozenset(
            name
            for name, declared in ontology.predicates.items()
            if {"Model", "Product"} <= set(declared.domain) & set(declared.range)
        )

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """What stands between two names, then what stands between a name and what refers to one."""
        yield from self._named(clause)
        yield from self._led(clause, syntax)

    def _named(self, clause: Clause) -> Iterator[RawClaim]:
        groups, sentence = clause.groups, clause.sentence
        for index, left in enumerate(groups):
            before = clause.between(max(left.start - AROUND, sentence.start), left.start)
            if len(left.arguments) > 1:
                joiner = "et" if clause.language == "fr" else "and"
                yield from self._within(clause, left, joiner, before)
            for skip, right in enumerate(groups[index + 1 : index + 4]):
                if right.start - left.end > BETWEEN_REACH:
                    break
                words = clause.between(left.end, right.start)
                if (skip and "§" not in words) or describes_next(clause, right) or _placed(left, before, words):
                    continue
                after = clause.between(right.end, min(right.end + AROUND, sentence.end))
                owner, bare = owner_alone(clause, index + skip + 1), without_makers(words)
                readings = (bare, *without_insertions(clause, index, bare))
                for item in self.triggers.between:
                    things = item.predicate in self.between_things
                    if things and (owner or (item.predicate in LED and _only_owner(item, right, after))):
                        continue
                    if item.predicate == "ACQUIRED" and not item.trigger.inverse and _OWNS_NAMED.match(after):
                        continue
                    said = next(
                        (one for one in (readings if things else (words,)) if item.pattern.fullmatch(one)), None
                    )
                    if said is not None and _around(item, before, said, after):
                        wide = Group(right.first, right.last, listed(clause, right)) if things else right
                        yield from self._join(item, left, wide, clause)

    def _led(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """What patterns between two names say of a thing that the clause does not name ("It runs on X")."""
        for lead in leads(clause, syntax.words, syntax.focus, syntax.stand_ins):
            index = next((number for number, group in enumerate(clause.groups) if group.start >= lead.end), None)
            while index is not None and owner_alone(clause, index):
                index += 1
            if index is None or clause.groups[index].start - lead.end > BETWEEN_REACH:
                continue
            right = clause.groups[index]
            words = without_makers(clause.between(lead.end, right.start))
            before = clause.between(max(lead.start - AROUND, clause.sentence.start), lead.start)
            after = clause.between(right.end, min(right.end + AROUND, clause.sentence.end))
            if lead.bare and has_its_subject(clause, index, after):
                continue
            wide = Group(right.first, right.last, listed(clause, right))
            for item in self.triggers.between:
                if item.predicate in LED and not _only_owner(item, right, after) and item.pattern.fullmatch(words):
                    meant = self._meant(item, lead)
                    if meant and _around(item, before, words, after):
                        yield from self._join(item, Group(0, 0, meant), wide, clause)

    def _meant(self, item: CompiledBetween, lead: Lead) -> tuple[Argument, ...]:
        """Who of those that a lead may mean can be at the left end of a trigger."""
        if lead.pronoun and item.predicate in NOT_SAID_OF_THEY:
            return ()
        declared = self.ontology.predicate(item.predicate)
        side = declared.range if item.trigger.inverse else declared.domain
        return lead.fitting(frozenset(item.trigger.left_kinds or side))

    def _within(self, clause: Clause, group: Group, joiner: str, before: str) -> Iterator[RawClaim]:
        """What is said of two names joined by "and" together ("X and Y announced a partnership")."""
        after = clause.between(group.end, min(group.end + AROUND, clause.sentence.end))
        for item in self.triggers.between:
            if item.after is not None and item.pattern.fullmatch(joiner) and _around(item, before, joiner, after):
                said = item.after.match(after)
                members = group.arguments[-2:] if said and _TWO.search(said[0]) else group.arguments
                for number, one in enumerate(members):
                    rest = members[number + 1 :]
                    if rest:
                        yield from self._join(item, Group(0, 0, (one,)), Group(0, 0, rest), clause)

    def _join(self, item: CompiledBetween, left: Group, right: Group, clause: Clause) -> Iterator[RawClaim]:
        trigger = item.trigger
        start, end = left.end, right.start
        until = _statement_end(item, right, clause)
        told = Factuality(trigger.factuality) if trigger.factuality else None
        many = len(right.arguments) > OWNED_TOGETHER and not _LISTING.search(clause.between(start, end))
        owned = item.predicate == "DEVELOPED" and not trigger.inverse and many
        single = item.predicate == "DEVELOPED" and trigger.inverse and not _PLURAL.search(clause.between(start, end))
        for one in left.arguments[-1:] if single else left.arguments:
            for other in right.arguments[:1] if owned else right.arguments:
                if trigger.left_kinds and not set(one.kinds) & set(trigger.left_kinds):
                    continue
                if trigger.right_kinds and not set(other.kinds) & set(trigger.right_kinds):
                    continue
                subject, object_ = (other, one) if trigger.inverse else (one, other)
                for claim in make_claim(
                    self.ontology,
                    item.predicate,
                    subject,
                    object_,
                    (start, max(end, start + 1)),
                    item.rule,
                    trigger.confidence,
                    clause,
                    told,
                ):
                    yield replace(claim, until=until)


def _statement_end(item: CompiledBetween, right: Group, clause: Clause) -> int:
    """Where the words behind two names that a pattern asks for end, in clean text; 0 when it asks for none."""
    if item.after is None:
        return 0
    found = item.after.match(clause.between(right.end, min(right.end + AROUND, clause.sentence.end)))
    tokens = [token for token in clause.tokens if token.start >= right.end][: len(found[0].split()) if found else 0]
    return tokens[-1].end if tokens else 0


_OWNS = re.compile(r"\.?'s ")
"""The dot is that of a legal form ("Microsoft Corp.'s Copilot")."""
_OWNS_NAMED = re.compile(r"\.?'s (?:[\w-]+ ){0,3}?§")
"""What is bought is then the thing that is named."""


def _only_owner(item: CompiledBetween, right: Group, after: str) -> bool:
    """Whether the name on the right only owns what is meant ("available to OpenAI's paid tiers")."""
    organization = right.arguments[-1].kinds[0] == "Organization"
    return organization and not item.trigger.inverse and bool(_OWNS.match(after))


def _placed(left: Group, before: str, words: str) -> bool:
    """Whether a relative clause behind a place is of what is there ("the staff of X in France who use Y")."""
    return left.arguments[-1].kinds[0] == "Place" and bool(_THERE.search(before) and _RELATIVE.match(words))


def _around(item: CompiledBetween, before: str, words: str, after: str) -> bool:
    if item.before is not None and not item.before.search(before):
        return False
    if item.unless is not None and item.unless.search(f"{before} § {words} § {after}"):
        return False
    return item.after is None or bool(item.after.match(after))
