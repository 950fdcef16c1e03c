"""Who is meant by "the company", "it", "ce modèle" or by nobody at all: the entities in focus of a news item.

A digest item is short and about one thing: what its headline names first stays in focus until a later sentence has
another subject. The focus forgets everything at the next item.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from extraction.claims.clause import Argument

ORGANIZATION = "Organization"
PERSON = "Person"
_NOT_ARTEFACT = {ORGANIZATION, PERSON, "Event", "Regulation", "Place"}


class Focus:
    """The entities in focus, updated sentence by sentence."""

    def __init__(self) -> None:
        self._item = -1
        self._headline: list[Argument] = []
        self._subjects: list[Argument] = []
        self._objects: list[Argument] = []
        self._several: tuple[Argument, ...] = ()
        self._latest: frozenset[int] = frozenset()
        self._body: set[int] = set()
        self._places: set[tuple[int, int, bool]] = set()

    def enter(self, item: int) -> bool:
        """Go to a news item; forget the last one when it is another, and tell whether it is."""
        another = item != self._item
        if another:
            self._item = item
            self._headline, self._subjects, self._objects, self._body, self._places = [], [], [], set(), set()
            self._several, self._latest = (), frozenset()
        return another

    def saw(self, arguments: Iterable[Argument], *, headline: bool, block: int = 0) -> None:
        """Take note of the names of a sentence that was read, and of the block of text that it is in."""
        named = [argument for argument in arguments if not argument.refers]
        if headline:
            self._headline.extend(named)
        else:
            self._body |= {argument.entity for argument in named}
        self._objects.extend(named)
        self._places |= {(argument.entity, block, headline) for argument in named}

    def listed(self, groups: Iterable[Sequence[Argument]]) -> None:
        """Take note of the lists of a sentence: what "both" and "they" mean from now on.

        A sentence with one list of things gives it, or one that names just two things of a kind; one that names members
        of the list before leaves it, and any other sentence that names things forgets it.
        """
        told = [[one for one in group if is_artefact(one)] for group in groups]
        lists = [group for group in told if len({one.entity for one in group}) > 1]
        named = list({one.entity: one for group in told for one in group}.values())
        if named:
            self._latest = frozenset(one.entity for one in named)
        if len(lists) == 1:
            self._several = tuple({one.entity: one for one in lists[0]}.values())
        elif not lists and len(named) == 2 and named[0].kinds[0] == named[1].kinds[0]:
            self._several = tuple(named)
        elif named and not {one.entity for one in named} <= {one.entity for one in self._several}:
            self._several = ()

    def several(self) -> tuple[Argument, ...]:
        """The members of the list of things that the last sentence with things named; empty for none."""
        return self._several

    def fresh(self, thing: Argument) -> bool:
        """Whether the last sentence that named things named this one, or the headline names no other thing."""
        headline = {one.entity for one in self._headline if is_artefact(one)}
        return thing.entity in self._latest or headline == {thing.entity}

    def subject_was(self, argument: Argument) -> None:
        """Take note of the subject of a main clause."""
        if not argument.refers:
            self._subjects.append(argument)

    def organization(self) -> Argument | None:
        """Who "the company" is: the last subject that is one, else the headline's first, else the only one named."""
        return self._find({ORGANIZATION})

    def last_subject(self) -> Argument | None:
        """Who or what "it" is: the last subject, else what the headline names first, else the only thing named."""
        for pool in (self._subjects[::-1], self._headline):
            if pool:
                return pool[0]
        return self._objects[0] if len({one.entity for one in self._objects}) == 1 else None

    def person(self) -> Argument | None:
        """Who "he" or "she" is."""
        return self._find({PERSON})

    def artefact(self, kinds: frozenset[str] | None = None) -> Argument | None:
        """What "the model" or "it" is, of one of the kinds (any artefact when None)."""
        pools = (self._headline, self._subjects, self._objects)
        for pool in (self._subjects[-1:], *pools):
            found = [argument for argument in pool if _is_artefact(argument, kinds)]
            entities = {argument.entity for argument in found}
            if found and (len(entities) == 1 or pool is self._headline):
                return found[0]
        return None

    def first_thing(self) -> Argument | None:
        """The thing that the item named first: what notes in it are about, however many others it has named since."""
        return next((argument for argument in self._objects if is_artefact(argument)), None)

    def headlined(self) -> Argument | None:
        """The one thing that the headline names, whatever the sentences below it are about."""
        found = {one.entity: one for one in reversed(self._headline) if _is_artefact(one, None)}
        return next(iter(found.values())) if len(found) == 1 else None

    def headlines_organization(self) -> bool:
        """Whether the headline names an organisation."""
        return any(argument.kinds[0] == ORGANIZATION for argument in self._headline)

    def topic(self) -> Argument | None:
        """The organisation that the item is about, when a clause has no subject at all."""
        named = [argument for argument in self._headline if argument.kinds[0] == ORGANIZATION]
        if named:
            return named[0]
        return self._find({ORGANIZATION})

    def only(self, kinds: frozenset[str], besides: Iterable[Argument]) -> Argument | None:
        """What a pronoun in the object's place means: the one thing of some kinds named so far, leaving some aside."""
        left = {argument.entity for argument in besides}
        named = [*self._headline, *self._subjects, *self._objects]
        found = {one.entity: one for one in named if one.kinds[0] in kinds and one.entity not in left}
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self) -> tuple[Argument, ...]:
        """Everything that the item has named so far, in reading order."""
        return tuple(sorted({*self._headline, *self._objects}, key=lambda one: one.start))

    def latest(self, besides: AbstractSet[int], most: int) -> list[Argument]:
        """The entities that the item has named last, some aside, latest first."""
        found: dict[int, Argument] = {}
        for one in reversed(self._objects):
            if len(found) == most:
                break
            if one.entity not in besides:
                found.setdefault(one.entity, one)
        return list(found.values())

    def told_of(self, entity: int) -> bool:
        """Whether the item has named an entity so far, its headline aside."""
        return entity in self._body

    def near(self, entity: int, block: int) -> bool:
        """Whether an entity was named in a block of text, or in the headline right above it."""
        return any((entity, *place) in self._places for place in ((block, True), (block, False), (block - 1, True)))

    def _find(self, kinds: set[str]) -> Argument | None:
        for argument in reversed(self._subjects):
            if argument.kinds[0] in kinds:
                return argument
        for argument in self._headline:
            if argument.kinds[0] in kinds:
                return argument
        found = {argument.entity: argument for argument in self._objects if argument.kinds[0] in kinds}
        return next(iter(found.values())) if len(found) == 1 else None


def is_artefact(argument: Argument) -> bool:
    """Whether an argument is a thing that is made and released."""
    return argument.kinds[0] not in _NOT_ARTEFACT


def _is_artefact(argument: Argument, kinds: frozenset[str] | None) -> bool:
    return argument.kinds[0] in kinds if kinds else is_artefact(argument)
