"""What a learned reader sees of two names in a sentence: the words between and around them, and their kinds.

Features are strings; a model is a table from feature to weights. Words are cut to their first letters, which serves
both languages better than lemmas that a small tagger gets wrong. Names themselves are never features: a model must not
learn that Google buys.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.triggers import load_triggers

STEM = 6
"""Letters kept of a word; chosen by hand: "annonce", "annoncé" and "annoncer" fall together."""
MAX_BETWEEN = 260
"""Characters between two names beyond which no pair is looked at."""
COARSE = {"Organization": "O", "Person": "P", "Place": "L", "Event": "E", "Regulation": "R"}
"""Kinds that play their own part in a sentence; every other kind is an artefact, "A"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of a sentence in reading order, with what is around them."""

    left: Argument
    right: Argument
    start: int
    end: int
    features: tuple[str, ...]


def pairs(clause: Clause) -> Iterator[Pair]:
    """Every pair of names of a clause that are near enough; coordinated names share the words around their list."""
    groups = clause.groups
    for number, left in enumerate(groups):
        yield from _inside(clause, left)
        for right in groups[number + 1 :]:
            if right.start - left.end > MAX_BETWEEN:
                break
            for one in left.arguments:
                for other in right.arguments:
                    features = tuple(_features(clause, left, right, one, other))
                    yield Pair(one, other, left.end, right.start, features)


def _inside(clause: Clause, group: Group) -> Iterator[Pair]:
    for number, one in enumerate(group.arguments):
        for other in group.arguments[number + 1 :]:
            features = ("coordinated", *_features(clause, group, group, one, other))
            yield Pair(one, other, one.end, other.start, features)


def kind_pair(one: Argument, other: Argument) -> str:
    """The coarse kinds of two arguments, as two letters."""
    return COARSE.get(one.kinds[0], "A") + COARSE.get(other.kinds[0], "A")


def _features(clause: Clause, left: Group, right: Group, one: Argument, other: Argument) -> Iterator[str]:
    coarse = kind_pair(one, other)
    yield f"k={one.kinds[0]}>{other.kinds[0]}"
    between = _words(clause, left.last, right.first)
    before = _words(clause, max(left.first - 4, 0), left.first)
    after = _words(clause, right.last, right.last + 4)
    yield f"{coarse} n={min(len(between), 12) // 2} g={sum(word.startswith('§') for word in between)}"
    if len(between) <= 5:
        yield f"{coarse} all={' '.join(between)}"
    for word in dict.fromkeys(between):
        yield f"{coarse} b={word}"
        yield f"b={word}"
    for first, second in zip(["^", *between], [*between, "$"], strict=True):
        yield f"{coarse} bb={first} {second}"
    for one_word, two, three in zip(between, between[1:], between[2:], strict=False):
        yield f"b3={one_word} {two} {three}"
    for place, word in enumerate(reversed(before)):
        yield f"{coarse} l{min(place, 2)}={word}"
    yield from _classes(clause, coarse, "b", left.last, right.first)
    yield from _classes(clause, coarse, "l", max(left.first - 5, 0), left.first)
    yield from _classes(clause, coarse, "r", right.last, right.last + 5)
    tags = [token.tag if token.name < 0 else "§" for token in clause.tokens[left.last : right.first]]
    yield f"{coarse} tags={' '.join(tags[:6])}"
    yield f"{coarse} ll={' '.join(before[-2:])}"
    for place, word in enumerate(after):
        yield f"{coarse} r{min(place, 2)}={word}"
    yield f"{coarse} rr={' '.join(after[:2])}"
    if left.first == 0:
        yield f"{coarse} opens"
    if right.last >= len(clause.tokens) - 1:
        yield f"{coarse} closes"


def _classes(clause: Clause, coarse: str, place: str, first: int, last: int) -> Iterator[str]:
    """The predicates of whose triggers a word is one: what is learned for "lance" then holds for "dévoile"."""
    triggers = load_triggers(clause.language)
    found: set[str] = set()
    for token in clause.tokens[first:last]:
        if token.name < 0:
            found.update(f"v:{entry.predicate}" for entry in triggers.verbs.get(token.low, ()))
            found.update(f"n:{entry.predicate}" for entry in triggers.nouns.get(token.low, ()))
    for name in sorted(found):
        yield f"{coarse} {place}t={name}"
    yield f"{coarse} {place}T={' '.join(sorted(found))}"


def _words(clause: Clause, first: int, last: int) -> list[str]:
    words: list[str] = []
    for token in clause.tokens[first:last]:
        if token.name >= 0:
            words.append("§" + COARSE.get(clause.arguments[token.name].kinds[0], "A"))
        elif token.low.isdigit():
            words.append("0")
        elif token.low not in _QUOTES:
            words.append(token.low[:STEM])
    return words


_QUOTES = set("\"'«»“”‘’*_`")
