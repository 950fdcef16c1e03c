"""What a possessive, a common noun and a name call somebody's own ("its humanoid robot Reachy", "its president, X")."""

from collections.abc import Iterator

from extraction.claims.clause import Clause, Group, Token
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.syntax import Syntax
from extraction.claims.walk import DEFINITE
from graph.ontology import Ontology


class PossessiveReader:
    """Reads possessives of the organisation that a clause or its item is about."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """As in "its humanoid robot Reachy", "its chief scientist, X", "its I/O conference": what is somebody's own."""
        for token in clause.tokens:
            if token.name >= 0 or not (token.low in syntax.words.possessives or self._of_phrase(clause, syntax, token)):
                continue
            yield from self._apposed_role(clause, syntax, token.index)
            found = self._possession(clause, syntax, token.index + 1)
            if found is None:
                continue
            predicates, group = found
            owners = [
                other
                for other in clause.groups
                if other.last <= token.index and other.arguments[0].kinds[0] == "Organization"
            ]
            owners = [other for other in owners if not syntax.governed_by_preposition(other)] or owners
            owner = owners[-1].arguments if owners else syntax.topic()
            span = (token.start, group.start)
            for subject in owner[:1] if len(owner) == 1 else ():
                for object_ in group.arguments[:1] if "DEVELOPED" not in predicates else group.arguments:
                    for predicate in predicates:
                        ends = (object_, subject) if predicate in ("WORKS_FOR", "FOUNDED") else (subject, object_)
                        yield from make_claim(
                            self.ontology,
                            predicate,
                            *ends,
                            span,
                            "possessive",
                            0.75,
                            clause,
                        )

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
            if token.tag not in ("NOUN", "ADJ", "PROPN", "NUM", "ADV", "X") and not (
                token.low in between or "-" in token.low  # "AI-powered" is tagged as a verb
            ):
                return None
            seen.add(token.low)
        return None
