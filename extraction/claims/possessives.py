"""What a possessive, a common noun and a name call somebody's own ("its humanoid robot Reachy", "its president, X")."""

import re
from collections.abc import Iterator

from extraction.claims.clause import Argument, Clause, Group, Token
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.syntax import Syntax
from extraction.claims.walk import DEFINITE
from graph.ontology import Ontology

_LISTS = (
    r"(?: [\w-]+){0,2}? ?(?:, )?"
    r"(?:include|includes|included|including|are|were|like|such as|:|,|comptent|compte|sont|incluent|comme|dont|"
    r"tels que|parmi lesquels|parmi lesquelles)(?: now| also| notamment| désormais| aussi)*(?: the| le| la| l')?"
)
"""What leads from a plural to the names that it lists."""
_OWN = (
    r"(?:[\w'-]+ ){0,3}?(?:contributions|outils|projets|modèles|produits|services|applications|products|tools|models|"
    r"projects|apps|libraries|bibliothèques|frameworks)(?: [\w'-]+){0,8}? ?"
    r"(?::|,? ?(?:such as|including|dont|comme|tels que|notamment|incluant))(?: the| le| la| l')?"
)
"""What leads from one's own things to their names."""
_CIRCLES = (
    *(
        (predicate, re.compile(rf"(?:[\w'-]+ ){{0,4}}?(?:{nouns}){_LISTS}"))
        for predicate, nouns in (
            ("PARTNERED_WITH", "partners|partenaires"),
            ("INVESTED_IN", "investors|backers|shareholders|investisseurs|actionnaires"),
            ("COMPETES_WITH", "competitors|rivals|concurrents|rivaux"),
        )
    ),
    ("DEVELOPED", re.compile(_OWN)),
)
"""What a plural behind a possessive makes of the names that it lists."""


class PossessiveReader:
    """Reads possessives of the organisation that a clause or its item is about."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """As in "its humanoid robot Reachy", "its chief scientist, X", "its I/O conference": what is somebody's own."""
        for token in clause.tokens:
            if token.name >= 0:
                continue
            if (whose := self._whose(clause, token)) is not None:
                yield from self._owned(clause, syntax, token, whose)
            if not (token.low in syntax.words.possessives or self._of_phrase(clause, syntax, token)):
                continue
            yield from self._apposed_role(clause, syntax, token.index)
            owner = self._owner(clause, syntax, token.index)
            if len(owner) != 1:
                continue
            yield from self._circle(clause, token, owner[0])
            yield from self._owned(clause, syntax, token, owner[0])

    def _owned(self, clause: Clause, syntax: Syntax, token: Token, owner: Argument) -> Iterator[RawClaim]:
        """What stands behind a possessive, as its owner's."""
        found = self._possession(clause, syntax, token.index + 1)
        if found is None:
            return
        predicates, group = found
        several = any(clause.tokens[group.first - step].low.endswith("s") for step in (1, 2))
        for object_ in group.arguments if several or "DEVELOPED" in predicates else group.arguments[:1]:
            for predicate in predicates:
                ends = (object_, owner) if predicate in ("WORKS_FOR", "FOUNDED") else (owner, object_)
                span = (token.start, group.start)
                yield from make_claim(self.ontology, predicate, *ends, span, "possessive", 0.75, clause)

    @staticmethod
    def _whose(clause: Clause, token: Token) -> Argument | None:
        """The organisation right before a relative possessive ("X, whose model Y", "X, dont le modèle Y")."""
        if token.low not in ("whose", "dont"):
            return None
        index = token.index - 1
        if index > 0 and clause.tokens[index].low == ",":
            index -= 1
        group = clause.group_at(index) if index >= 0 else None
        single = group is not None and group.last == index + 1 and len(group.arguments) == 1
        owner = group.arguments[0] if group is not None and single else None
        return owner if owner is not None and owner.kinds[0] == "Organization" else None

    @staticmethod
    def _owner(clause: Clause, syntax: Syntax, index: int) -> tuple[Argument, ...]:
        """The organisation named last before a possessive, unless it is governed; else the item's."""
        owners = [
            other for other in clause.groups if other.last <= index and other.arguments[0].kinds[0] == "Organization"
        ]
        owners = [other for other in owners if not syntax.governed_by_preposition(other)] or owners
        return owners[-1].arguments if owners else syntax.topic()

    def _circle(self, clause: Clause, token: Token, owner: Argument) -> Iterator[RawClaim]:
        """As in "its partners include X and Y", "ses investisseurs, dont X": who is of somebody's circle."""
        group = next((one for one in clause.groups if one.start >= token.end), None)
        if group is None:
            return
        words = clause.between(token.end, group.start)
        for predicate, pattern in _CIRCLES:
            if pattern.fullmatch(words):
                for one in group.arguments:
                    ends = (one, owner) if predicate == "INVESTED_IN" else (owner, one)
                    span = (token.start, group.start)
                    yield from make_claim(self.ontology, predicate, *ends, span, "possessive", 0.75, clause)

    @staticmethod
    def _of_phrase(clause: Clause, syntax: Syntax, token: Token) -> bool:
        """Whether a mark makes a possessive of words that stand for an organisation ("the company's chatbot, X")."""
        index = token.index
        phrase = clause.language == "en" and token.low in ("'s", "'") and index >= 2
        definite = phrase and clause.tokens[index - 2].low in DEFINITE
        return definite and clause.tokens[index - 1].low in syntax.words.organization_nouns

    def _apposed_role(self, clause: Clause, syntax: Syntax, index: int) -> Iterator[RawClaim]:
        """As in "Greg Brockman, its president": what the person is to the organisation in focus."""
        before = clause.group_at(index - 2) if index >= 2 and clause.tokens[index - 1].low == "," else None
        if before is None or before.last != index - 1 or before.arguments[0].kinds[0] != "Person":
            return
        nouns = {token.low for token in clause.tokens[index + 1 : index + 4] if token.name < 0}
        followed = any(token.name >= 0 for token in clause.tokens[index + 1 : index + 4])
        owner = syntax.topic()
        if followed or not owner:
            return
        span = (clause.tokens[index].start, clause.tokens[index].end)
        for predicate, words in (("FOUNDED", syntax.words.founder_nouns), ("WORKS_FOR", syntax.words.role_nouns)):
            if nouns & words:
                yield from make_claim(
                    self.ontology, predicate, before.arguments[0], owner[0], span, "possessive", 0.75, clause
                )

    def _possession(self, clause: Clause, syntax: Syntax, start: int) -> tuple[tuple[str, ...], Group] | None:
        """The names right behind a possessive and a common noun, and what the noun makes of them."""
        words = syntax.words
        things = words.model_nouns | words.artefact_nouns | words.version_nouns | {"ai", "ia"}
        seen: set[str] = set()
        for index in range(start, min(start + 8, len(clause.tokens))):
            token = clause.tokens[index]
            if token.name >= 0:
                group = clause.group_at(index)
                if group is None:
                    return None
                kind = group.arguments[0].kinds[0]
                if kind == "Event":
                    return ("ORGANIZED",), group
                if kind == "Person":
                    founder = ("FOUNDED",) if seen & words.founder_nouns else ()
                    works = ("WORKS_FOR",) if seen & words.role_nouns else ()
                    return (founder + works, group) if founder or works else None
                makers = {one.entity for one in clause.arguments if one.kinds[0] == "Organization"}
                if clause.language == "en" and len(makers) == 1 and group.last < len(clause.tokens):
                    seen.add(clause.tokens[group.last].low)  # "its Grok chatbot"
                known = {low for low in seen if low in things or low.rstrip("s") in things}
                return (("DEVELOPED",), group) if known else None
            between = words.naming | words.of | words.conjunctions | {'"', "«", "“", ",", "-"}
            # "dont le modèle X", "whose coding model X"; "AI-powered" is tagged as a verb.
            plain = token.tag in ("NOUN", "ADJ", "PROPN", "NUM", "ADV", "X") or token.low in between or "-" in token.low
            if not (plain or (index == start and token.low in words.articles) or token.low.endswith("ing")):
                return None
            seen.add(token.low)
        return None
