"""Who is meant by words in a subject's place that name nobody: "it", "the company", "Google's new model", or none."""

from extraction.claims.clause import Argument
from extraction.claims.reference import ORGANIZATION, is_artefact
from extraction.claims.verbs import VerbUse
from extraction.claims.walk import Walk

_LAWS = frozenset({"Regulation"})
THINGS = frozenset({"Model", "Product", "Framework", "Hardware", "Dataset", "Standard", "Publication"})
"""Kinds of what somebody makes."""
_ANY = frozenset(
    {
        "a",
        "an",
        "un",
        "une",
        "des",
        "some",
        "several",
        "plusieurs",
        "certains",
        "another",
        "any",
        "two",
        "three",
        "deux",
        "trois",
    }
)
"""Articles of what is not one thing already told of."""


class MeantSubjects:
    """What stands for a subject in one clause."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def phrase(self, start: int, end: int) -> tuple[Argument, ...]:
        """A definite generic phrase ("the company", "ce modèle") that stands for an entity in focus."""
        if self.walk.low(start) in _ANY:
            return ()
        lows = [self.walk.low(index) for index in range(start + 1, end + 1)]
        found: Argument | None = None
        if any(low in self.walk.words.organization_nouns for low in lows):
            found = self.walk.focus.organization()
        elif any(low in self.walk.words.regulation_nouns for low in lows):
            found = self.walk.focus.only(_LAWS, ())
        elif any(low in self.walk.words.model_nouns for low in lows):
            found = self.walk.focus.artefact(frozenset({"Model"}))
        elif any(low in self.walk.words.artefact_nouns for low in lows):
            found = self.walk.focus.artefact()
        return (self.walk.refer(found, start, end + 1),) if found else ()

    def pronoun(self, index: int) -> tuple[Argument, ...]:
        """Who or what a pronoun at a token stands for."""
        token = self.walk.tokens[index]
        low = token.low
        if low in ("he", "she"):
            found = self.walk.focus.person()
        elif low in ("they", "ils", "elles"):
            return ()
        else:
            found = self._opening_name(index) or self.walk.focus.last_subject()
        return (found.referred((token.start, token.end)),) if found else ()

    def _opening_name(self, index: int) -> Argument | None:
        """The subject of the clause before in the same sentence ("X said that it had raised ...")."""
        for group in self.walk.clause.groups:
            if group.last > index:
                return None
            if len(group.arguments) == 1 and not self.walk.governed_by_preposition(group):
                kind = group.arguments[0].kinds[0]
                return group.arguments[0] if kind == ORGANIZATION or is_artefact(group.arguments[0]) else None
        return None

    def owned(self, mark: int, index: int) -> tuple[Argument, ...]:
        """The only thing that the item has named, where it is called by its maker ("Google's new model is ...")."""
        words, maker = self.walk.words, self.walk.names_at(mark - 1)
        if self.walk.low(index) not in words.model_nouns | words.artefact_nouns or len(maker) != 1:
            return ()
        found = self.walk.focus.only(THINGS, ()) if maker[0].kinds[0] == ORGANIZATION else None
        return (self.walk.refer(found, mark - 1, index + 1),) if found else ()

    def law_meant(self, use: VerbUse) -> tuple[Argument, ...]:
        """The only law that the item names, where a pronoun is the subject of what only laws do ("Il visera X")."""
        index = use.first - 1
        stands = self.walk.low(index) in self.walk.words.subject_pronouns or self.walk.low(index) in ("they", "it")
        found = self.walk.focus.only(_LAWS, ()) if stands else None
        return (self.walk.refer(found, index, index + 1),) if found else ()

    def thing_of_note(self, first: int, kinds: frozenset[str]) -> tuple[Argument, ...]:
        """The thing that a note is about, where what is said of it opens the clause ("Support de X").

        Args:
            first: The token with which that begins.
            kinds: Those that the thing may have.
        """
        if any(token.name >= 0 or token.tag not in ("ADJ", "DET") for token in self.walk.tokens[:first]):
            return ()
        thing = self.walk.focus.headlined() or self.walk.focus.artefact()
        if thing is None or thing.kinds[0] not in kinds:
            return ()
        return (thing.implied(),)
