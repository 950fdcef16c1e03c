"""What the network makes of the triggers' reading: claims between names and values that no trigger read, and doubts.

What the triggers read of a pair is told to the network, and stands but for what it doubts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy

from extraction.claims.asking import Ends, ask, class_of, ends, told_by_pair
from extraction.claims.clause import Argument, Clause, Token
from extraction.claims.pairs import Pair
from extraction.claims.raw import RawClaim, said
from extraction.claims.reference import is_artefact
from extraction.claims.rounds import tells_of_round
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.network import Encoded, Floats, Network, chances_of, windows
from graph.ontology import Ontology

UNHEARD = frozenset({"ACQUIRED", "EFFECTIVE_ON", "ENACTED", "ORGANIZED", "RELEASED_ON"})
"""Predicates that triggers alone read: the network was wrong about as often as right on real digests, and an invented
purchase is the worst of inventions."""
BETWEEN_NAMES = frozenset({"APPLIES_TO", "INVESTED_IN"})
"""Predicates that are believed between two names only, not of "it" or the topic, but for investments where a sentence
tells of a round: "NVIDIA led a seminar" tells of none. Chosen by reading what was wrong."""
BELIEVED, UNSAID = 0.91, 0.985
"""Probability from which what no trigger read is believed: where words stand for both ends, and where none does for
one. One for each class, by items held back in training, was no better on real digests."""
SURER = {
    "APPLIES_TO": 0.97,
    "AVAILABLE_ON": 0.7,
    "BASED_ON": 0.8,
    "COMPETES_WITH": 0.97,
    "FOUNDED": 0.85,
    "HAPPENED_ON": 0.8,
    "HAS_LICENSE": 0.97,
    "HAS_PARAMETERS": 0.97,
    "INVESTED_IN": 0.98,
    "LEFT": 0.95,
    "LOCATED_IN": 0.85,
    "OUTPERFORMS": 0.85,
    "PARTICIPATED_IN": 0.85,
    "PARTNERED_WITH": 0.985,
    "PART_OF": 0.97,
    "RAISED": 0.98,
    "RELEASED": 0.78,
    "TOOK_ACTION_AGAINST": 0.95,
    "USES": 0.985,
    "WORKS_FOR": 0.78,
}
"""Predicates that are believed from other probabilities, of what words stand for: on real digests the network is too
sure of some, and hardly ever wrong about others."""
SURE_UNSAID = {
    "AVAILABLE_ON": 0.91,
    "BASED_ON": 0.8,
    "DEVELOPED": 0.91,
    "ENFORCES": 0.87,
    "HAS_CONTEXT_WINDOW": 0.75,
    "LOCATED_IN": 0.75,
    "OUTPERFORMS": 0.99,
    "PARTICIPATED_IN": 0.78,
    "PART_OF": 0.91,
    "RELEASED": 0.75,
    "SUPPORTS": 0.91,
    "USES": 0.99,
}
"""The same of what no words stand for. These and those above were chosen by what was right and wrong on ten real
digests, 73 real excerpts and our gold together."""
DOUBT, DOUBT_OF_WORDS = 0.1, 0.01
"""A claim that triggers read is dropped when the network gives it less than the first: dense notes have many names, and
the nearest is not always the one that is meant. Of words that stand right between or beside two names it must be surer
that they mean something else. Chosen by measuring on real digests."""
_LOWEST = min(BELIEVED, UNSAID, *SURER.values(), *SURE_UNSAID.values())
_OF_WORDS = ("/between/", "/noun/")
_OPENS = re.compile(r"\W*")
"""What may stand before the verb that opens a note."""
_BEFORE_SUBJECTS = ("CCONJ", "SCONJ", "DET", "PUNCT")
_RELATIVE = frozenset({"who", "which", "whose", "qui", "dont", "lequel", "laquelle"})
_VERB_WITHIN = 6
"""Words behind or before a name in which its verb stands; chosen by hand."""
_SUREST = 13.8
"""Log-odds of one in a million, beyond which a member of a list speaks no louder for the others."""


class PairJudge(Protocol):
    """What looks at all pairs of names of a clause together, after the triggers."""

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """The claims of the clause: of those that triggers read the likely ones, and others between the candidates."""


class NetworkJudge:
    """Judges the pairs of one digest with a network; a window is encoded when a pair in it is asked about."""

    def __init__(
        self,
        network: Network,
        ontology: Ontology,
        digest: DigestText,
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        entities: Sequence[NamedEntity],
    ) -> None:
        self.network, self.ontology = network, ontology
        self._windows = windows(digest.text, sentences, names, entities, network.tokenizer, network.kinds)
        self._encoded = Encoded(network)
        self._numbers = {name: number for number, name in enumerate(network.classes)}

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """What triggers read, without what the network doubts, and what it believes where no trigger said it."""
        window, told = self._windows[clause.sentence.position], told_by_pair(read)
        asked = [(pair, ask(window, clause, pair, self._votes(pair, told), self.network.kinds)) for pair in candidates]
        asked = [(pair, one) for pair, one in asked if one.right]
        if not asked:
            return list(read)
        heard: dict[tuple[object, ...], float] = {}
        found: dict[tuple[object, ...], RawClaim] = {}
        odds = self.network.pair_odds(self._encoded.of(window), [one for _, one in asked])
        rows = chances_of(evened(odds, listed_together(clause, [pair for pair, _ in asked])))
        for (pair, one), chances in zip(asked, rows, strict=True):
            for number in one.votes:
                key = said(_claim(clause, pair, self.network.classes[number], 0.0), self.ontology)
                heard[key] = max(heard.get(key, 0.0), float(chances[number]))
            for number in map(int, numpy.flatnonzero(chances >= _LOWEST)):
                raw = _claim(clause, pair, self.network.classes[number], float(chances[number]))
                key = said(raw, self.ontology)
                if self._believes(raw, pair, clause) and (key not in found or raw.confidence > found[key].confidence):
                    found[key] = raw
        likely = [raw for raw in read if heard.get(said(raw, self.ontology), 1.0) >= _doubt(raw, clause)]
        known = {said(raw, self.ontology) for raw in read}
        return likely + _meant([raw for key, raw in found.items() if key not in known])

    def _believes(self, raw: RawClaim, pair: Pair, clause: Clause) -> bool:
        """Whether the network is heard on this, and the ontology allows it."""
        sure, otherwise = (SURE_UNSAID, UNSAID) if pair.left.unsaid else (SURER, BELIEVED)
        least = sure.get(raw.predicate, otherwise)
        if raw.predicate in UNHEARD or raw.confidence < least:
            return False
        meant = pair.left.refers or pair.right.refers
        invested = raw.predicate == "INVESTED_IN" and tells_of_round(clause)
        if raw.predicate in BETWEEN_NAMES and meant and not invested:
            return False
        if raw.object is None:
            fits = pair.value is not None and raw.predicate in pair.value.predicates
            return fits and self.ontology.allows(raw.predicate, raw.subject.kinds[0], None)
        return self.ontology.allows(raw.predicate, raw.subject.kinds[0], raw.object.kinds[0])

    def _votes(self, pair: Pair, told: Mapping[Ends, Sequence[RawClaim]]) -> tuple[int, ...]:
        read = {class_of(raw, pair, self.ontology) for raw in told.get(ends(pair), ())}
        return tuple(sorted(self._numbers[name] for name in read if name in self._numbers))


def _meant(found: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims without those of things that no words stand for, where two of a kind may be meant alike."""
    rivals: dict[tuple[object, ...], set[int]] = {}
    for raw in found:
        rivals.setdefault(_but_for_the_unsaid(raw), set()).add(_unsaid(raw))
    return [raw for raw in found if _unsaid(raw) < 0 or len(rivals[_but_for_the_unsaid(raw)]) == 1]


def _unsaid(raw: RawClaim) -> int:
    """The entity of a claim that no words stand for, or -1."""
    return next((one.entity for one in (raw.subject, raw.object) if one is not None and one.unsaid), -1)


def _but_for_the_unsaid(raw: RawClaim) -> tuple[object, ...]:
    """What a claim says, with the sort of thing in the place of what no words stand for."""
    ends = (raw.subject, raw.object)
    return (
        raw.predicate,
        raw.value,
        *(None if one is None else _sort(one) if one.unsaid else one.entity for one in ends),
    )


def _sort(argument: Argument) -> str:
    return "artefact" if is_artefact(argument) else argument.kinds[0]


def _told_at(clause: Clause, right: Argument) -> tuple[int, int]:
    """Where a clause tells of what it does not name: at the verb behind a name that is its subject, else before it."""
    start = _list_starts(clause).get(right.start, right.start)
    ahead = [token for token in clause.tokens if token.end <= start][::-1]
    behind = [token for token in clause.tokens if token.start >= right.end]
    opens = not ahead or ahead[0].tag in _BEFORE_SUBJECTS
    verb = (_verb_near(behind) if opens else None) or _verb_near(ahead)
    return (verb.start, verb.end) if verb is not None else (right.start, right.end)


def _told_from(clause: Clause, pair: Pair) -> int:
    """Where what is told of two names begins: at the relative pronoun between them, if there is one, else at the first.

    "It paid to bring back X, who had left Y" plans nothing of X and Y.
    """
    between = [one for one in clause.tokens if pair.left.end <= one.start and one.end <= pair.right.start]
    return next((one.start for one in reversed(between) if one.low in _RELATIVE), pair.start)


def _verb_near(tokens: Sequence[Token]) -> Token | None:
    """The first verb among a few tokens, read away from a name, before any other name."""
    for token in tokens[:_VERB_WITHIN]:
        if token.name >= 0 or token.tag == "VERB":
            return token if token.name < 0 else None
    return None


def listed_together(clause: Clause, asked: Sequence[Pair]) -> list[list[int]]:
    """The numbers of pairs that differ but by members of a list: "A, B and C use X" tells three times the same."""
    lists = _list_starts(clause)
    found: dict[tuple[object, ...], list[int]] = {}
    for number, pair in enumerate(asked):
        if not pair.coordinated:
            both = (pair.left, pair.right)
            ends = ((one.start, one.entity) if one.refers else lists.get(one.start) for one in both)
            found.setdefault((*ends, pair.value), []).append(number)
    return [numbers for numbers in found.values() if len(numbers) > 1]


def _list_starts(clause: Clause) -> dict[int, int]:
    """Where the list starts that a name is in, by where the name does."""
    return {one.start: group.start for group in clause.groups for one in group.arguments}


def evened(odds: Floats, lists: Sequence[Sequence[int]]) -> Floats:
    """The log-odds of pairs, each in a list raised to the mean of the list's members where that is more."""
    raised = numpy.clip(odds, -_SUREST, _SUREST)
    for numbers in lists:
        raised[numbers] = numpy.maximum(raised[numbers], raised[numbers].mean(axis=0))
    return raised


def _doubt(raw: RawClaim, clause: Clause) -> float:
    if raw.subject.unsaid and _OPENS.fullmatch(clause.text[: max(raw.trigger[0] - clause.sentence.start, 0)]):
        return 0.0  # "Competes with X" below a name: the verb that opens a note has no other subject.
    if raw.object is None and (raw.rule != "attribute" or raw.subject.unsaid):
        return 0.0  # Amounts and days are too few in the corpus, and so are notes below the name of a thing.
    meant = raw.subject.refers or (raw.object is not None and raw.object.refers)
    return DOUBT_OF_WORDS if meant or any(part in raw.rule for part in _OF_WORDS) else DOUBT


def _claim(clause: Clause, pair: Pair, name: str, chance: float) -> RawClaim:
    predicate, value = name[:-1], pair.value
    # What no words stand for is told by what stands around the other name: "Next up: X, due in March".
    trigger = (
        _told_at(clause, pair.right) if pair.topical else (_told_from(clause, pair), max(pair.end, pair.start + 1))
    )
    read = RawClaim(
        predicate, pair.left, pair.right, None, trigger,
        f"{clause.language}/{predicate}/learned", round(min(chance, 0.99), 3), clause.sentence.position,
    )  # fmt: skip
    if value is not None:
        return replace(
            read, subject=pair.named, object=None, value=value.value, trigger=(value.start, value.end),
            told=value.told, qualifiers=value.qualifiers,
        )  # fmt: skip
    return read if name[-1] == ">" else replace(read, subject=pair.right, object=pair.left)
