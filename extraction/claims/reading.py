"""One clause read for claims: every verb, noun and pair of names that a trigger knows.

What comes out is raw: no date, no factuality, no evidence yet, and one triple may be read several times.
"""

from extraction.claims.between import BetweenReader
from extraction.claims.clause import Clause
from extraction.claims.kin import KinReader
from extraction.claims.noun_reading import NounReader
from extraction.claims.owned import OwnedReader
from extraction.claims.possessives import PossessiveReader
from extraction.claims.raw import RawClaim
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import TriggerIndex
from extraction.claims.verb_reading import VerbReader
from graph.ontology import Ontology


class ClauseReader:
    """Reads clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers = triggers
        self._verbs, self._nouns = VerbReader(triggers, ontology), NounReader(triggers, ontology)
        self._between, self._possessives = BetweenReader(triggers, ontology), PossessiveReader(ontology)
        self._owned, self._kin = OwnedReader(ontology), KinReader(ontology)

    def read(self, clause: Clause, syntax: Syntax) -> list[RawClaim]:
        """Every claim that verbs, nouns and the words between names state in this clause."""
        if not clause.tokens:
            return []
        return [
            *self._verbs.read(clause, syntax),
            *self._nouns.read(clause, syntax),
            *self._between.read(clause, syntax),
            *self._possessives.read(clause, syntax),
            *self._owned.read(clause, syntax),
            *self._kin.read(clause, syntax),
        ]
