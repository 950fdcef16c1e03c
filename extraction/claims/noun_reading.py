"""Nouns that a trigger knows, with what they join: "Google's acquisition of X", "the partnership between X and Y"."""

from collections.abc import Iterator

from extraction.claims.clause import Argument, Clause
from extraction.claims.leads import LED
from extraction.claims.makers import whole_list
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import NounEntry, TriggerIndex
from extraction.claims.verb_reading import arguments_of
from extraction.claims.verbs import Voice, rough_forms
from graph.ontology import Ontology

_OVER = frozenset({"over", "for", "about", "regarding", "concerning", "pour", "sur"})
"""What leads from whom somebody acts against to what it is about."""


class NounReader:
    """Reads the nouns of clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """Every claim that nouns state in a clause."""
        lows = [token.low for token in clause.tokens]
        for token in clause.tokens:
            if token.name >= 0:
                continue
            for entry in self.triggers.nouns.get(token.low, ()):
                width = len(entry.words)
                if tuple(lows[token.index : token.index + width]) == entry.words:
                    yield from self._noun(clause, syntax, token.index, token.index + width, entry)

    def _noun(self, clause: Clause, syntax: Syntax, first: int, last: int, entry: NounEntry) -> Iterator[RawClaim]:
        trigger = entry.trigger
        if trigger.literal:
            return
        span = (clause.tokens[first].start, clause.tokens[last - 1].end)
        if trigger.between:
            yield from self._pairs(clause, syntax, last, span, entry)
        kinds = frozenset(self.ontology.predicate(entry.predicate).range) if entry.predicate in LED else frozenset()
        found = syntax.prepositional_object(last, trigger.object, reach=6, kinds=kinds) if trigger.object else None
        if found is None and "direct" in trigger.object and last < len(clause.tokens) and clause.tokens[last].name >= 0:
            found = clause.group_at(last)
        objects = arguments_of(found)
        owners = owner(clause, syntax, first)
        if not objects and trigger.compound and first > 0 and clause.tokens[first - 1].name >= 0:
            group = clause.group_at(first - 1)
            objects, owners = (group.arguments if group else ()), ()
            first = group.first if group else first
        together = (
            arguments_of(syntax.prepositional_object(last, trigger.together, reach=8)) if trigger.together else ()
        )
        agents = arguments_of(syntax.prepositional_object(last, trigger.agent, reach=10)) if trigger.agent else ()
        if not agents and trigger.possessor == "subject":
            agents = owners or governor(clause, syntax, first, topic=bool(trigger.together))
        elif not objects and trigger.possessor == "object":
            objects = owners or governor(clause, syntax, first, topic=False)
        if entry.predicate in LED:
            domain = frozenset(self.ontology.predicate(entry.predicate).domain)
            agents = syntax.thing_meant(agents, domain)
            if not any(one.kinds[0] in domain for one in agents):
                agents = syntax.thing_of_note(first, domain) if trigger.possessor == "subject" else agents
            objects = whole_list(clause, objects)
        for subject in agents:
            for object_ in (*objects, *together):
                if subject.entity != object_.entity:
                    yield from make_claim(
                        self.ontology, entry.predicate, subject, object_, span, entry.rule, trigger.confidence, clause
                    )

    def _pairs(
        self, clause: Clause, syntax: Syntax, last: int, span: tuple[int, int], entry: NounEntry
    ) -> Iterator[RawClaim]:
        group = syntax.prepositional_object(last, entry.trigger.between, reach=6)
        members = group.arguments if group else ()
        for index, left in enumerate(members):
            for right in members[index + 1 :]:
                yield from make_claim(
                    self.ontology, entry.predicate, left, right, span, entry.rule, entry.trigger.confidence, clause
                )


def owner(clause: Clause, syntax: Syntax, first: int) -> tuple[Argument, ...]:
    """Whose the noun is: "Google's acquisition", "its acquisition"."""
    index = first - 1
    while (
        index >= 0
        and first - index <= 4
        and clause.tokens[index].tag in ("ADJ", "NOUN", "NUM")
        and clause.tokens[index].name < 0
    ):
        index -= 1
    if index < 0:
        return ()
    low = clause.tokens[index].low
    if low in ("'s", "'") and clause.language == "en":
        group = clause.group_at(index - 1)
        return group.arguments if group else ()
    if low in syntax.words.possessives:
        found = _named_before(clause, index) or syntax.focus.organization()
        return (found.referred((clause.tokens[index].start, clause.tokens[index].end)),) if found else ()
    return ()


def _named_before(clause: Clause, index: int) -> Argument | None:
    """The organisation of the clause that "its" at a token means: its first, or the one that something is held against.

    "Acme defends its deal", "The FTC investigates Acme over its deal".
    """
    tokens = clause.tokens
    before = [one for one in clause.arguments if one.end <= tokens[index].start and one.kinds[0] == "Organization"]
    if not before:
        return None
    held = tokens[index - 1].low in _OVER and tokens[index - 2].name >= 0 and before[-1].end == tokens[index - 2].end
    return before[-1] if held else before[0]


def governor(clause: Clause, syntax: Syntax, first: int, *, topic: bool) -> tuple[Argument, ...]:
    """The subject of the verb whose object the noun is ("X annonce le rachat de Y").

    With `topic`, a sentence that opens with the noun is about the item's organisation.
    """
    for index in range(first - 1, max(first - 9, -1), -1):
        token = clause.tokens[index]
        if token.name >= 0:
            return ()
        if token.low in (";", ".", ":"):
            return arguments_of(clause.group_at(index - 1)) if token.low == ":" else ()
        if token.tag in ("VERB", "AUX") or token.low in syntax.words.modals:
            use = syntax.use(index, rough_forms(token), index + 1)
            return () if use.voice in (Voice.PASSIVE, Voice.REDUCED) else syntax.subject(use)
    return syntax.topic() if topic and first <= 2 else ()
