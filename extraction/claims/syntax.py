"""The syntax of one clause, as the claim reader asks for it: verbs, their subjects and their objects."""

from collections.abc import Sequence
from functools import cached_property, partial

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.fronted_objects import lender, relative_object
from extraction.claims.lexicon import Lexicon
from extraction.claims.morphology import Form
from extraction.claims.objects import Objects
from extraction.claims.pointing import several_before, thing_pointed_at
from extraction.claims.reference import Focus
from extraction.claims.standins import stand_ins
from extraction.claims.subjects import Subjects
from extraction.claims.verbs import VerbUse, verb_use
from extraction.claims.walk import Walk


class Syntax:
    """The walks of one clause behind one door."""

    def __init__(
        self, clause: Clause, lexicon: Lexicon, focus: Focus, *, asides: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Walk a clause; `asides` are spans of clean text (dates, turns of speech) that every walk steps over."""
        self.walk = Walk(clause, lexicon, focus, asides=asides)
        self.words, self.focus = lexicon, focus
        self._objects = Objects(self.walk)
        self._subjects = Subjects(self.walk, self._objects)
        self.subject = self._subjects.subject
        self.lender = partial(lender, self.walk)
        self.relative_object = partial(relative_object, self.walk)
        self.direct_object = self._objects.direct_object
        self.pronoun_object = self._objects.pronoun
        self.prepositional_object = self._objects.prepositional_object
        self.fronted = self._objects.fronted
        self.topic = self.walk.topic
        self.thing_meant = self.walk.thing_meant
        self.thing_of_note = self._subjects.meant.thing_of_note
        self.law_meant = self._subjects.meant.law_meant
        self.bare = self.walk.bare
        self.governed_by_preposition = self.walk.governed_by_preposition

    @cached_property
    def stand_ins(self) -> list[Argument]:
        """The arguments that the clause refers to without naming them, in reading order."""
        return stand_ins(self.walk.clause, self.words, self.focus)

    def several_before(self, use: VerbUse, predicate: str) -> tuple[Argument, ...]:
        """The things that "both" or "they" right before a verb stand for."""
        return several_before(self.walk, use, predicate)

    def thing_pointed_at(
        self, use: VerbUse, prepositions: Sequence[str], kinds: frozenset[str], subject: tuple[Argument, ...]
    ) -> tuple[Argument, ...]:
        """The things that a pronoun or "both" in a verb's object place stands for."""
        return thing_pointed_at(self.walk, use, prepositions, kinds, subject)

    def use(self, at: int, forms: frozenset[Form], last: int) -> VerbUse:
        """How the verb at a token is used; see `extraction.claims.verbs`."""
        return verb_use(self.walk, at, forms, last)


__all__ = ["Argument", "Group", "Syntax"]
