"""What a learned reader sees of two names in a sentence: the words between and around them, and their kinds.

Beside names stand words that refer to one ("it", "the company"), and the topic of the news item, which needs no word.
Features are strings; a model is a table from feature to weights. Words are cut to their first letters, which serves
both languages better than lemmas that a small tagger gets wrong. Names themselves are never features: a model must not
learn that Google buys.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import load_lexicon
from extraction.claims.triggers import load_triggers

STEM = 6
"""Letters kept of a word; chosen by hand: "annonce", "annoncé" and "annoncer" fall together."""
MAX_BETWEEN = 260
"""Characters between two names beyond which no pair is looked at."""
COARSE = {"Organization": "O", "Person": "P", "Place": "L", "Event": "E", "Regulation": "R"}
"""Kinds that play their own part in a sentence; every other kind is an artefact, "A"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two arguments of a sentence in reading order, with what is around them; a topic comes first.

    `start` and `end` are the clean text between them.
    """

    left: Argument
    right: Argument
    start: int
    end: int
    features: tuple[str, ...]
    topical: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """A group of names, or words that refer to one: tokens [first, last) and the arguments they bring."""

    first: int
    last: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """A clause as features see it: a symbol for each token, none for quotes and the rest of a referring phrase."""

    clause: Clause
    symbols: list[str]
    tags: list[str]
    classes: list[frozenset[str]] = field(default_factory=list)
    possessive: frozenset[int] = frozenset()


def pairs(clause: Clause, stand_ins: Sequence[Argument] = (), topics: Sequence[Argument] = ()) -> Iterator[Pair]:
    """Every pair of arguments of a clause that are near enough; coordinated names share the words around their list.

    Args:
        clause: With its names.
        stand_ins: Arguments that words of the clause refer to.
        topics: Arguments that the clause may be about without a word for them.
    """
    units = [_Unit(group.first, group.last, group.arguments) for group in clause.groups]
    units += [_unit(clause, one) for one in stand_ins]
    units.sort(key=lambda unit: unit.first)
    view = _view(clause, stand_ins)
    for number, left in enumerate(units):
        yield from _inside(view, left)
        for right in units[number + 1 :]:
            if right.arguments[0].start - left.arguments[-1].end > MAX_BETWEEN:
                break
            yield from _across(view, left, right)
    for topic in topics:
        for right in units:
            if right.arguments[0].start - clause.sentence.start > MAX_BETWEEN:
                break
            if not right.arguments[0].refers:
                yield from _across(view, _Unit(0, 0, (topic,)), right, topical=True)


def kind_pair(one: Argument, other: Argument) -> str:
    """The coarse kinds of two arguments, as two letters."""
    return COARSE.get(one.kinds[0], "A") + COARSE.get(other.kinds[0], "A")


def _unit(clause: Clause, argument: Argument) -> _Unit:
    inside = [token.index for token in clause.tokens if argument.start <= token.start and token.end <= argument.end]
    return _Unit(inside[0], inside[-1] + 1, (argument,))


def _inside(view: _View, group: _Unit) -> Iterator[Pair]:
    for number, one in enumerate(group.arguments):
        for other in group.arguments[number + 1 :]:
            features = ("coordinated", *_features(view, group, group, one, other, ""))
            yield Pair(one, other, one.end, other.start, features)


def _across(view: _View, left: _Unit, right: _Unit, *, topical: bool = False) -> Iterator[Pair]:
    start, end = left.arguments[-1].end, right.arguments[0].start
    for one in left.arguments:
        for other in right.arguments:
            if one.entity != other.entity and not (one.refers and other.refers):
                features = tuple(_features(view, left, right, one, other, "^" if topical else ""))
                yield Pair(one, other, start, end, features, topical)


def _features(view: _View, left: _Unit, right: _Unit, one: Argument, other: Argument, mark: str) -> Iterator[str]:
    coarse = mark + kind_pair(one, other)
    yield f"{mark}k={one.kinds[0]}>{other.kinds[0]}"
    between = _words(view, left.last, right.first)
    if left.last - 1 in view.possessive:
        between.insert(0, "'s")
    before = _words(view, max(left.first - 4, 0), left.first)
    after = _words(view, right.last, right.last + 4)
    yield f"{coarse} n={min(len(between), 12) // 2} g={sum(word.startswith('§') for word in between)}"
    if one.refers or other.refers:
        yield f"{coarse} ref={int(one.refers)}{int(other.refers)}"
    if len(between) <= 5:
        yield f"{coarse} all={' '.join(between)}"
    for word in dict.fromkeys(between):
        yield f"{coarse} b={word}"
        yield f"{mark}b={word}"
    for first, second in zip(["^", *between], [*between, "$"], strict=True):
        yield f"{coarse} bb={first} {second}"
    for one_word, two, three in zip(between, between[1:], between[2:], strict=False):
        yield f"{mark}b3={one_word} {two} {three}"
    for place, word in enumerate(reversed(before)):
        yield f"{coarse} l{min(place, 2)}={word}"
    verbs = _verbs(view, left.last, right.first)
    for verb in dict.fromkeys((*verbs[:1], *verbs[-1:])):
        yield f"{coarse} vp={verb} {between[-1]}"
    yield f"{coarse} vs={' '.join(verbs[:3])}"
    yield f"{coarse} af={' '.join(_verbs(view, right.last, right.last + 8)[:1])} n={min(len(between), 3)}"
    yield from _classes(view, coarse, "b", left.last, right.first)
    yield from _classes(view, coarse, "l", max(left.first - 5, 0), left.first)
    yield from _classes(view, coarse, "r", right.last, right.last + 5)
    yield f"{coarse} tags={' '.join(view.tags[left.last : right.first][:6])}"
    yield f"{coarse} ll={' '.join(before[-2:])}"
    for place, word in enumerate(after):
        yield f"{coarse} r{min(place, 2)}={word}"
    yield f"{coarse} rr={' '.join(after[:2])}"
    if left.first == 0:
        yield f"{coarse} opens"
    if right.last >= len(view.symbols) - 1:
        yield f"{coarse} closes"


def _view(clause: Clause, stand_ins: Sequence[Argument]) -> _View:
    symbols, tags = [], []
    covered = {position: one for one in stand_ins for position in range(one.start, one.end)}
    opened: Argument | None = None
    for token in clause.tokens:
        one = covered.get(token.start)
        if token.name >= 0:
            symbols.append("§" + COARSE.get(clause.arguments[token.name].kinds[0], "A"))
            tags.append("§")
        elif one is not None:
            symbols.append("" if one is opened else "§" + COARSE.get(one.kinds[0], "A"))
            tags.append("" if one is opened else "§")
        elif token.low.isdigit():
            symbols.append("0")
            tags.append(token.tag)
        else:
            symbols.append("" if token.low in _QUOTES else token.low[:STEM])
            tags.append(token.tag)
        opened = one
    words = load_lexicon(clause.language)
    possessives = words.possessives
    owning = (token.index for token in clause.tokens if token.start in covered and token.low in possessives)
    return _View(clause, symbols, tags, _trigger_classes(clause, words.auxiliaries_be), frozenset(owning))


def _trigger_classes(clause: Clause, copulas: frozenset[str]) -> list[frozenset[str]]:
    """For each token the predicates of whose triggers it is a word; "is" alone states none, whatever follows it."""
    triggers = load_triggers(clause.language)
    return [
        frozenset()
        if token.name >= 0 or token.low in copulas
        else frozenset(
            (
                *(f"v:{entry.predicate}" for entry in triggers.verbs.get(token.low, ())),
                *(f"n:{entry.predicate}" for entry in triggers.nouns.get(token.low, ())),
            )
        )
        for token in clause.tokens
    ]


def _classes(view: _View, coarse: str, place: str, first: int, last: int) -> Iterator[str]:
    """The predicates of whose triggers a word is one: what is learned for "lance" then holds for "dévoile"."""
    found = sorted(frozenset().union(*view.classes[first:last]))
    for name in found:
        yield f"{coarse} {place}t={name}"
    yield f"{coarse} {place}T={' '.join(found)}"


def _verbs(view: _View, first: int, last: int) -> list[str]:
    """The verbs among some tokens, cut."""
    return [
        symbol for symbol, tag in zip(view.symbols[first:last], view.tags[first:last], strict=True) if tag == "VERB"
    ]


def _words(view: _View, first: int, last: int) -> list[str]:
    return [symbol for symbol in view.symbols[first:last] if symbol]


_QUOTES = set("\"'«»“”‘’*_`")
