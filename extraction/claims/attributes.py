"""What a sentence says of a thing in numbers, dates and licences: claims whose object is a literal.

A literal belongs to the nearest name that can bear it: the one that its bracket follows, the one before it in the
clause, or, right behind it, the one that it describes ("le robot open source Reachy").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.claims import licensed
from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import Lexicon
from extraction.claims.literal_claims import literal_claim
from extraction.claims.occasions import Occasions
from extraction.claims.raw import RawClaim
from extraction.claims.reference import is_artefact
from extraction.claims.stated_values import DateOf, StatedValues
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import TriggerIndex
from extraction.claims.values import LITERAL_PREDICATES, qualifiers_of, told_of
from extraction.claims.walk import DEFINITE
from extraction.document import Role
from extraction.literals import FoundLiteral, LiteralKind
from graph.ontology import Ontology

_BORNE = frozenset({"licence", "license", "weights", "poids", "code", "context", "fenêtre"})
"""What a thing has, and so stands for it where it opens a sentence ("Its licence is ...", "La licence MIT ...")."""
_BETWEEN_REACH = 160
"""Characters between a name and its literal; chosen by hand."""
_DESCRIBED = re.compile(
    r"(?:[\w'’-]+ ){0,2}?(?:(?:models?|modèles?|llms?|version|variante?|family|famille|robot|outil|tool|library|"
    r"bibliothèque|framework|parameters?|paramètres|humanoïde|humanoid|dataset|agent|protocole|protocol|app|assistant|"
    r"chatbot)(?: [\w'’-]+){0,2} )?"
    r"(?:(?:nommée?s?|baptisée?s?|appelée?s?|called|named|dubbed) )?"
)
"""What may stand between a literal and the name right behind it that it describes."""
_JOINED = re.compile(
    r"\b(?:based|built|compared|comparée?s?|to|like|unlike|on|from|over|than|against|basée?s?|sur|depuis|que|contre|et|"
    r"and|ou|or|quand|while|whereas|tandis|mais|but|puis|then|vs|that|qui|alternatives?|rivals?)\b|[,;:]"
)
"""Words and marks that part a literal from the name behind it."""
_LONGEST_NOTE = 4
"""Words of a headline without a verb that may be a note on the thing above it ("Open source"); chosen by hand."""
_OPENING = re.compile(
    r"(?:(?:et |and |désormais |now |fully )?(?:avec|with|at|capables?|capable|dotée?s?|forte?s? de|featuring|"
    r"boasting|weighing|sporting|comptant|publiée?s?|distribuée?s?|released|licensed|under|sous|available|disponibles?)\b|$)"
)
"""How a phrase opens that stands before the name it describes ("With 14 billion parameters, X ...")."""
_FRONTED = re.compile(
    r"(?: ?(?:de paramètres|parameters|tokens|jetons|licen[sc]e))? ?,(?: (?:le|la|l'|les|the|its|son|sa))?"
    r"(?: (?:petit |small |new |nouveau )?(?:modèles?|models?|outil|tool|robot|framework|bibliothèque|library))?"
)
"""What parts such a phrase from the name."""


class AttributeReader:
    """Reads the literals of clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.ontology = ontology
        self.stated, self.occasions = StatedValues(triggers, ontology), Occasions(ontology)

    def read(
        self,
        clause: Clause,
        syntax: Syntax,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
        dates: Sequence[tuple[int, int]],
    ) -> list[RawClaim]:
        """Every literal claim of a clause.

        Args:
            clause: With its names.
            syntax: Of the same clause.
            literals: Those found in the clause, spans in clean text.
            date_of: Which date belongs to which words.
            dates: Spans of the dates found in the clause, in clean text.
        """
        return [
            *self._described(clause, syntax, literals),
            *self.stated.read(clause, syntax, literals, date_of),
            *self.occasions.read(clause, date_of, dates),
        ]

    def _described(self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral]) -> Iterator[RawClaim]:
        for literal in literals:
            predicate = LITERAL_PREDICATES[literal.kind]
            if literal.kind is LiteralKind.AMOUNT or self._inside_name(clause, literal):
                continue
            kinds = frozenset(self.ontology.predicate(predicate).domain)
            for owner in self._owners(clause, syntax, literal, kinds):
                span = (literal.start, literal.end)
                claim = literal_claim(
                    clause, predicate, owner, literal.value, span, "attribute", qualifiers_of(literal)
                )
                yield replace(claim, told=told_of(literal))

    @staticmethod
    def _licence(clause: Clause, literal: FoundLiteral) -> str:
        """The words of a licence and the one behind them, lower case."""
        start = clause.sentence.start
        return clause.text[literal.start - start : literal.end - start + len(" licence")].casefold()

    def _inside_name(self, clause: Clause, literal: FoundLiteral) -> bool:
        return any(argument.start <= literal.start and literal.end <= argument.end for argument in clause.arguments)

    def _owners(
        self, clause: Clause, syntax: Syntax, literal: FoundLiteral, kinds: frozenset[str]
    ) -> tuple[Argument, ...]:
        able = [group for group in clause.groups if set(group.arguments[0].kinds) & kinds]
        if literal.kind == "license":
            able = [group for group in able if group.arguments[0].kinds[0] in kinds]
        behind = next((group for group in able if group.start >= literal.end), None)
        if literal.kind == "license" and (beside := _beside(syntax, literal)) is not None:
            return (beside,) if set(beside.kinds[:1]) & kinds else ()
        if behind is not None:
            gap = clause.between(literal.end, behind.start)
            described = _DESCRIBED.fullmatch((gap + " ").lstrip()) and not _JOINED.search(gap)
            if described and (literal.kind != "license" or not _is_article_gap(gap)):
                return behind.arguments[:1]
        before = [group for group in able if group.end <= literal.start and literal.start - group.end <= _BETWEEN_REACH]
        if len(before) > 1 and licensed.compared(clause.between(clause.sentence.start, before[-1].start)):
            before = before[:-1]
        if before:
            nearest = before[-1]
            gap = clause.between(nearest.end, literal.start)
            opens = clause.tokens[0].low in syntax.words.openers
            if literal.kind == "license" and opens and syntax.governed_by_preposition(nearest):
                return syntax.thing_of_note(0, kinds)  # "Disponible sur GitHub, open source": not GitHub's.
            under = licensed.under(gap, self._licence(clause, literal))
            parted = literal.kind == "license" and _parted(clause, syntax.words, nearest.end, literal.start)
            if ";" in gap or parted or (literal.kind == "license" and not under):
                return ()
            if gap.strip().startswith("(") and ")" not in gap and len(nearest.arguments) > 1:
                return nearest.arguments[-1:]
            return nearest.arguments if literal.kind == "license" else nearest.arguments[-1:]
        if behind is not None and not any(group.end <= literal.start for group in clause.groups):
            opening = clause.between(clause.sentence.start, literal.start)
            gap = clause.between(literal.end, behind.start)
            if _OPENING.match(opening) and _FRONTED.fullmatch(gap):
                return behind.arguments[:1]
        if clause.text.rstrip().endswith("?"):
            return ()
        if literal.kind == "license":
            said = clause.between(clause.sentence.start, literal.start)
            stated = licensed.under(said, self._licence(clause, literal)) and not licensed.of_others(said)
            if said.strip() and not stated:
                return ()
        return self._referred(clause, syntax, kinds)

    def _referred(self, clause: Clause, syntax: Syntax, kinds: frozenset[str]) -> tuple[Argument, ...]:
        """The thing in focus, where words of a sentence that names none stand for it, or it is a note without a verb.

        "Il compte 7 milliards de paramètres", "X published it in 8B and 70B", "Deux tailles, sous licence MIT".
        """
        if any(is_artefact(argument) for argument in clause.arguments):
            return ()
        words, tokens = syntax.words, clause.tokens
        lows = [token.low for token in tokens]
        opening = set(lows[:3])
        stands = bool(lows) and (lows[0] in words.subject_pronouns or bool(opening & words.model_nouns))
        stands = stands or (bool(opening & _BORNE) and lows[0] in words.possessives | DEFINITE)
        verbs = [token.index for token in tokens if token.tag in ("VERB", "AUX")]
        pointed = any(lows[index + 1 : index + 2] == ["it"] for index in verbs)
        headline = clause.sentence.role is Role.HEADLINE and len(tokens) > _LONGEST_NOTE
        if not (stands or pointed or not (verbs or headline)):
            return ()
        of_model = bool(opening & words.model_nouns) and "Model" in kinds
        found = syntax.focus.artefact(frozenset({"Model"}) if of_model else kinds)
        return (found.implied(),) if found else ()


_ARTICLES = re.compile(r"(?:.* )?(?:de|du|des|of|for|pour|and|et|,)(?: .*)?")


def _is_article_gap(gap: str) -> bool:
    return bool(_ARTICLES.fullmatch(gap))


def _parted(clause: Clause, words: Lexicon, start: int, end: int) -> bool:
    """Whether a verb parts a name from the licence behind it that says neither what it is nor what it is put under."""
    between = [token for token in clause.tokens if start <= token.start and token.end <= end and token.name < 0]
    verbs = [place for place, token in enumerate(between) if token.tag == "VERB"]
    return bool(verbs) and not any(token.low in words.licensing for token in between[verbs[-1] :])


def _beside(syntax: Syntax, literal: FoundLiteral) -> Argument | None:
    """What a phrase stands for that a licence describes ("ce modèle open source", "the open-source model")."""
    for one in syntax.stand_ins:
        behind = 0 <= literal.start - one.end <= 1
        within = one.start <= literal.start and literal.end <= one.end
        if is_artefact(one) and (behind or within):
            return one
    return None
