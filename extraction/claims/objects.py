"""From a verb or a noun to its objects: rightward, through the noun phrase, to the names that it is about."""

from extraction.claims.clause import Argument, Group
from extraction.claims.noun_phrase import REACH, NounPhrase
from extraction.claims.reference import ORGANIZATION
from extraction.claims.verbs import VerbUse
from extraction.claims.walk import DEFINITE, QUOTES, Walk

_TOLD = frozenset({"reported", "first", "noted", "announced", "told", "described", "revealed", "seen"})
"""Words behind ", as" that open an aside, whose "by" leads to who says it ("fined, as reported by CNBC")."""
COUNTS = frozenset({"two", "three", "four", "several", "deux", "trois", "quatre", "plusieurs", "2", "3", "4"})
"""Numbers of versions that are each a thing of its own."""


class Objects:
    """The walks to an object in one clause."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self._phrase = walk, NounPhrase(walk)

    def direct_object(self, start: int, kinds: frozenset[str] = frozenset()) -> Group | None:
        """The names that a noun phrase beginning at a token is about, or None when its head is another thing.

        Args:
            start: Index of its first token.
            kinds: Those wanted; a name of another kind right before a wanted one is its maker. Empty for all.
        """
        found = self._phrase.names(start, kinds) or self._generic(start, kinds)
        return self._members(start, found) if found is not None else None

    def _members(self, start: int, found: Group) -> Group | None:
        """Of "two new versions of its model X - X 4 and X mini" the versions; nothing when they have no names."""
        before = [self.walk.low(index) for index in range(start, found.first)]
        if (
            not before
            or before[0] not in COUNTS
            or not {"versions", "variants", "variantes", "déclinaisons"} & set(before)
        ):
            return found
        if not {"of", "de", "du", "d'"} & set(before):
            return found
        following = found.last + 1
        if self.walk.low(found.last) not in ("-", "–", "—", ":", ",") or following >= len(self.walk.tokens):
            return None
        return self.walk.clause.group_at(following) if self.walk.tokens[following].name >= 0 else None

    def pronoun(self, use: VerbUse, kinds: frozenset[str], subject: tuple[Argument, ...]) -> Group | None:
        """What "it" behind a verb, or "le", "la", "l'" before it, stands for: the only such thing named in the item."""
        index = self._object_pronoun(use)
        if index is None:
            return None
        before = [one for one in self.walk.clause.arguments if one.start < self.walk.tokens[index].start]
        named = [one for one in before if one.kinds[0] in kinds]
        if {one.entity for one in named} - {one.entity for one in subject}:
            return None
        found = self.walk.focus.only(kinds, subject)
        return Group(index, index + 1, (self.walk.refer(found, index, index + 1),)) if found else None

    def _object_pronoun(self, use: VerbUse) -> int | None:
        if self.walk.clause.language == "en":
            return use.last if self.walk.low(use.last) == "it" else None
        for index in range(use.at - 1, max(use.first - 1, use.at - 4), -1):
            if self.walk.low(index) in ("l'", "le", "la") and (index == use.at - 1 or index >= use.first):
                return index
        return None

    def _generic(self, start: int, kinds: frozenset[str]) -> Group | None:
        """As in "the company", "la startup" right behind a verb: who or what is in focus, when it is wanted."""
        if ORGANIZATION not in kinds and "Regulation" not in kinds:
            return None
        end = start + 1
        while (
            end < len(self.walk.tokens)
            and self.walk.tokens[end].tag in ("NOUN", "ADJ")
            and self.walk.tokens[end].name < 0
        ):
            end += 1
        nouns = {self.walk.low(index) for index in range(start + 1, end)}
        law = "Regulation" in kinds and bool(nouns & self.walk.words.regulation_nouns)
        company = ORGANIZATION in kinds and bool(nouns & self.walk.words.organization_nouns)
        if self.walk.low(start) not in DEFINITE or not (law or company):
            return None
        follows = self.walk.tokens[end] if end < len(self.walk.tokens) else None
        if follows is not None and (follows.name >= 0 or follows.low in self.walk.words.of | self.walk.words.naming):
            return None
        found = self.walk.focus.only(frozenset({"Regulation"}), ()) if law else self._company(start)
        return Group(start, end, (self.walk.refer(found, start, end),)) if found else None

    def _company(self, start: int) -> Argument | None:
        """The only organisation that the sentence names before a token, else the one in focus."""
        before = [token.name for token in self.walk.tokens[:start] if token.name >= 0]
        named = [self.walk.clause.arguments[name] for name in before]
        companies = {one.entity: one for one in named if one.kinds[0] == ORGANIZATION}
        return next(iter(companies.values())) if len(companies) == 1 else self.walk.focus.organization()

    def prepositional_object(
        self, start: int, prepositions: tuple[str, ...], reach: int = REACH, kinds: frozenset[str] = frozenset()
    ) -> Group | None:
        """The names behind the first of the prepositions within reach; `kinds` as in `direct_object`."""
        index, end = start, min(start + reach, len(self.walk.tokens))
        while index < end:
            token = self.walk.tokens[index]
            if token.low in (";", ".", "?", "!") or (token.low in self.walk.words.relatives and index > start):
                return None
            if token.low == "as" and self.walk.low(index - 1) == "," and self.walk.low(index + 1) in _TOLD:
                return None
            width = self._preposition_width(index, prepositions)
            if width:
                found = self._phrase.names(index + width, kinds)
                if found is not None:
                    return found
            elif token.tag == "VERB" and index > start + 1 and not self._participle(index):
                return None
            index += max(width, 1)
        return None

    def fronted(self, use: VerbUse, prepositions: tuple[str, ...], kinds: frozenset[str]) -> Group | None:
        """The names behind a preposition that opens the clause, before the verb's subject ("At I/O, X showed ...")."""
        walk = self.walk
        width = self._preposition_width(0, prepositions)
        if not width or not walk.tokens:
            return None
        for index in range(width, min(width + 6, use.first)):
            token = walk.tokens[index]
            if token.name >= 0:
                group = walk.clause.group_at(index)
                return group if group is not None and set(group.arguments[0].kinds) & kinds else None
            if token.tag not in ("DET", "ADJ", "NOUN", "PRON", "PROPN", "NUM", "PART") and token.low not in QUOTES:
                return None
        return None

    def _participle(self, index: int) -> bool:
        """A participle that describes the noun before it, and so opens no clause."""
        token = self.walk.tokens[index]
        return token.low in self.walk.words.naming or "VerbForm=Part" in token.morph

    def _preposition_width(self, index: int, prepositions: tuple[str, ...]) -> int:
        for preposition in prepositions:
            parts = preposition.split()
            if [self.walk.low(index + step) for step in range(len(parts))] == parts:
                return len(parts)
        return 0
