"""Whose the thing of a news item is, told by a phrase that stands for it ("Google's new embedding model has ...").

A digest often names a thing in its headline alone and its maker in the first words behind: "the organisation's model"
is then the thing that the item is about. It is read only where the item has named one thing so far.
"""

from collections.abc import Iterator

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.reference import ORGANIZATION
from extraction.claims.syntax import Syntax
from extraction.claims.walk import DEFINITE
from graph.ontology import Ontology

LONGEST = 6
"""Tokens from a maker to the noun of its thing ("Google's new open embedding model"); chosen by hand."""
CONFIDENCE = 0.85
"""Of what the phrase says, before what is lost for the name that is not there; chosen by hand."""
RENEWED = frozenset({"update", "upgrade", "revision", "refresh", "mise à jour", "actualisation"})
"""Nouns for a thing that replaces the one that they govern ("Moonshot AI's update of Kimi K2")."""
FURTHER = frozenset({"family", "editor", "newcomer", "offering", "headset", "engine", "série", "famille", "casque"})
"""Nouns for things beside those of the lexicons of kinds."""


class OwnedReader:
    """Reads the phrases that open a clause and stand for the thing of the item by who makes it."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.kinds = frozenset(ontology.predicate("DEVELOPED").range)

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """DEVELOPED, or RELEASED and SUCCEEDS where the thing is told to be another one's update."""
        phrase = _english(clause, syntax) if clause.language == "en" else _french(clause, syntax)
        thing = syntax.focus.only(self.kinds, ()) if phrase is not None else None
        if thing is None or phrase is None or any(one.entity == thing.entity for one in clause.arguments):
            return
        if not syntax.focus.near(thing.entity, clause.sentence.block):
            return
        maker, first, last, noun = phrase
        span = (clause.tokens[first].start, clause.tokens[last].end)
        meant = thing.standing(*span)
        predicate = "RELEASED" if noun in RENEWED else "DEVELOPED"
        yield from make_claim(self.ontology, predicate, maker, meant, span, "owned", CONFIDENCE, clause)
        before = syntax.prepositional_object(last + 1, ("of", "to", "de", "d'", "du"), reach=2)
        if noun in RENEWED and before is not None:
            old = before.arguments[0]
            yield from make_claim(self.ontology, "SUCCEEDS", meant, old, span, "owned", CONFIDENCE, clause)


def _english(clause: Clause, syntax: Syntax) -> tuple[Argument, int, int, str] | None:
    """The maker, where the phrase begins and ends, and its noun: "Google's new embedding model"."""
    group = clause.groups[0] if clause.groups else None
    if group is None or group.first > 1 or not _is_maker(group.arguments):
        return None
    if group.last >= len(clause.tokens) or clause.tokens[group.last].low not in ("'s", "'"):
        return None
    last = group.last
    for index in range(group.last + 1, min(group.last + LONGEST, len(clause.tokens))):
        token = clause.tokens[index]
        described = token.tag in ("ADJ", "NOUN", "NUM", "PROPN", "X") or "-" in token.low or token.low.endswith("ing")
        if token.name >= 0 or not described:
            break
        last = index
    noun = clause.tokens[last].low
    return (group.arguments[0], 0, last, noun) if _is_thing(noun, syntax) and not _named(clause, last + 1) else None


def _french(clause: Clause, syntax: Syntax) -> tuple[Argument, int, int, str] | None:
    """The same: "L'éditeur de code d'AWS", "Le dernier modèle de Google"."""
    group = clause.groups[0] if clause.groups else None
    if group is None or not 2 < group.first <= LONGEST + 2 or not _is_maker(group.arguments):
        return None
    lows = [token.low for token in clause.tokens[: group.first]]
    end = group.first - 1 - (lows[-1] in ("la", "l'", "le"))
    if lows[0] not in DEFINITE or lows[end] not in ("de", "d'", "du", "chez"):
        return None
    if any(token.tag not in ("ADJ", "NOUN", "NUM", "ADP", "PROPN", "X", "DET") for token in clause.tokens[1:end]):
        return None
    words = lows[1:end]
    renewed = next((noun for noun in RENEWED if " ".join(words[-3:]).endswith(noun)), None)
    head = next((low for low in words if _is_thing(low, syntax)), None)
    noun = renewed or head or ("éditeur" if words[:3] == ["éditeur", "de", "code"] else None)
    return (group.arguments[0], 0, group.last - 1, noun) if noun and not _named(clause, group.last) else None


def _is_maker(arguments: tuple[Argument, ...]) -> bool:
    return len(arguments) == 1 and arguments[0].kinds[0] == ORGANIZATION


def _is_thing(low: str, syntax: Syntax) -> bool:
    words = syntax.words
    return low in words.model_nouns | words.artefact_nouns | FURTHER | RENEWED and low not in ("models", "modèles")


def _named(clause: Clause, index: int) -> bool:
    """Whether a name follows, right away or behind a comma: then the phrase stands for that one."""
    tokens = clause.tokens[index : index + 2]
    if not tokens:
        return True  # A title, or words that were cut: nothing is said of the thing.
    return tokens[0].name >= 0 or (tokens[0].low in (",", "(", ":", '"', "«", "-", "–") and tokens[-1].name >= 0)
