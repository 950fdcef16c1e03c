"""From a verb or a noun to its objects: rightward, through the noun phrase, to the names that it is about."""

from extraction.claims.clause import Argument, Group
from extraction.claims.makers import owns_next
from extraction.claims.reference import ORGANIZATION, is_artefact
from extraction.claims.verbs import VerbUse
from extraction.claims.walk import DEFINITE, QUOTES, TIME_WORDS, Walk

REACH = 14
"""How many tokens a walk to an object may take; chosen by hand on the user's digest."""


_TOLD = frozenset({"reported", "first", "noted", "announced", "told", "described", "revealed", "seen"})
"""Words behind ", as" that open an aside, whose "by" leads to who says it ("fined, as reported by CNBC")."""
COUNTS = frozenset({"two", "three", "four", "several", "deux", "trois", "quatre", "plusieurs", "2", "3", "4"})
"""Numbers of versions that are each a thing of its own."""


class Objects:
    """The walks to an object in one clause."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def direct_object(self, start: int, kinds: frozenset[str] = frozenset()) -> Group | None:
        """The names that a noun phrase beginning at a token is about, or None when its head is another thing.

        Args:
            start: Index of its first token.
            kinds: Those wanted; a name of another kind right before a wanted one is its maker. Empty for all.
        """
        found = self._phrase_names(start, kinds) or self._generic(start, kinds)
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
                found = self._phrase_names(index + width, kinds)
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

    def _phrase_names(self, start: int, kinds: frozenset[str]) -> Group | None:
        index, noun, end = start, False, min(start + REACH, len(self.walk.tokens))
        while index < end:
            if index in self.walk.aside:
                index += 1
                continue
            token = self.walk.tokens[index]
            low = token.low
            if token.name >= 0:
                group = self.walk.clause.group_at(index)
                if group is None or self.walk.carried(group):
                    return None
                after = self.walk.low(group.last)
                if (
                    kinds
                    and not kinds & set(group.arguments[0].kinds)
                    and group.last < len(self.walk.tokens)
                    and self.walk.tokens[group.last].name >= 0
                ):
                    index = group.last
                    continue
                if after in self.walk.possessive and len(group.arguments) > 1 and self._thing_follows(group):
                    return group
                if after in self.walk.possessive:
                    index, noun = group.last + 1, False
                    continue
                if self.walk.clause.language == "en" and self._compound_head(group.last):
                    following = self._name_after_noun(group.last)
                    if following is None:
                        return None
                    index = following
                    continue
                return group
            if token.tag == "SCONJ" or (low in self.walk.words.relatives and low != "that"):
                return None
            if low in self.walk.words.of or low in ("d'", "of"):
                if self._name_governed(index) and not (noun and self.walk.after_version_noun(index - 1)):
                    return None
            elif (
                low in self.walk.words.naming
                or low in QUOTES
                or low in self.walk.words.articles
                or low in ("(", ":", "dès", "as")
            ):
                if low == "(" and not noun:
                    return None
            elif low in (";", ".", "?", "!", "|", "…", "/", ")"):
                return None
            elif low == ",":
                jump = self._date_insert(index)
                if jump is None and not self._list_goes_on(index):
                    return None
                index = jump or index
            elif low in self.walk.words.conjunctions:
                if not noun:
                    return None
            elif noun and (width := self._exemplifies(index)):
                index += width
                continue
            elif low in self.walk.words.prepositions:
                jump = self._adverbial(index)
                if jump is None:
                    return None
                index = jump
                continue
            elif token.tag in ("NOUN", "PROPN") or low in self.walk.words.organization_nouns:
                noun = True  # "startup" is tagged as a verb behind some verbs.
            elif token.tag not in (
                "ADJ",
                "DET",
                "NUM",
                "ADV",
                "PRON",
                "SYM",
                "X",
                "PUNCT",
                "PART",
            ) and not self._participle_adjective(index):
                return None
            index += 1
        return None

    def _thing_follows(self, group: Group) -> bool:
        """Whether a list ends with the maker of a thing ("Bedrock and Google's Vertex"); `makers.listed` reads on."""
        index = self.walk.clause.groups.index(group)
        return is_artefact(group.arguments[0]) and owns_next(self.walk.clause, index)

    def _exemplifies(self, index: int) -> int:
        """Width of words that lead from a common noun to its examples ("investors including X"), or 0."""
        two = f"{self.walk.low(index)} {self.walk.low(index + 1)}"
        if two in ("such as", "tels que", "telles que", "tel que", "telle que", "parmi lesquels", "à savoir"):
            return 2
        nouns = self.walk.words.exemplified | self.walk.words.organization_nouns | self.walk.words.artefact_nouns
        nouns |= self.walk.words.model_nouns | self.walk.words.metonyms
        before = {self.walk.low(other) for other in range(max(index - 4, 0), index)}
        if not any(low in nouns or low.rstrip("s") in nouns for low in before):
            return 0
        return int(self.walk.low(index) in ("including", "like", "comme", "dont", "notamment", "incluant"))

    def _participle_adjective(self, index: int) -> bool:
        low = self.walk.low(index)
        return low.endswith(("é", "ée", "és", "ées", "ed", "ing", "ant", "ants", "ante")) and self.walk.tokens[
            index
        ].tag in ("VERB", "AUX")

    def _compound_head(self, index: int) -> bool:
        """Whether a common noun follows a name and takes its place as the head ("a Slack connector")."""
        if index >= len(self.walk.tokens):
            return False
        token = self.walk.tokens[index]
        if token.name >= 0 or token.tag not in ("NOUN", "PROPN", "ADJ") or TIME_WORDS.fullmatch(token.low):
            return False
        known = (
            self.walk.words.model_nouns
            | self.walk.words.artefact_nouns
            | self.walk.words.version_nouns
            | self.walk.words.organization_nouns
        )
        for step in range(3):
            other = self.walk.tokens[index + step] if index + step < len(self.walk.tokens) else None
            if other is None or other.tag not in ("NOUN", "PROPN", "ADJ") or other.name >= 0:
                return token.tag != "ADJ" or step > 1
            if other.low in known or other.low.rstrip("s") in known:
                return step > 0 and token.tag == "NOUN" and self._introduced(index - 1)
        return True

    def _introduced(self, index: int) -> bool:
        """Whether an indefinite article stands before a name: "a new Copilot embedding model" is not Copilot."""
        before = index - 1
        while before >= 0 and self.walk.tokens[before].tag == "ADJ" and self.walk.tokens[before].name < 0:
            before -= 1
        return self.walk.low(before) in ("a", "an")

    def _name_after_noun(self, index: int) -> int | None:
        for step in range(1, 5):
            if index + step >= len(self.walk.tokens):
                return None
            token = self.walk.tokens[index + step]
            if token.name >= 0:
                return index + step
            if token.tag not in ("NOUN", "PROPN", "ADJ") and token.low not in self.walk.words.naming | QUOTES:
                return None
        return None

    def _name_governed(self, index: int) -> bool:
        """Whether a name stands right behind "de" or "of", with no common noun of its own in between."""
        for other in range(index + 1, min(index + 6, len(self.walk.tokens))):
            token = self.walk.tokens[other]
            if token.name >= 0:
                return True
            plain = token.tag in ("ADJ", "DET", "NUM") or token.low in self.walk.words.articles | QUOTES
            if not plain:
                return False
        return False

    def _date_insert(self, index: int) -> int | None:
        """The comma that ends an inserted date or place ("a lancé, le 5 avril, X")."""
        for other in range(index + 1, min(index + 9, len(self.walk.tokens))):
            if self.walk.tokens[other].name >= 0:
                return None
            if self.walk.tokens[other].low == ",":
                return other
        return None

    def _list_goes_on(self, index: int) -> bool:
        """Whether a comma parts adjectives or list members rather than clauses."""
        before, after = (
            self.walk.tokens[index - 1],
            self.walk.tokens[index + 1] if index + 1 < len(self.walk.tokens) else None,
        )
        return after is not None and (
            (after.tag in ("ADJ", "ADV") and before.tag in ("ADJ", "ADV", "NOUN"))
            or (after.name >= 0 and (before.tag in ("NOUN", "ADJ") or before.low == "yet"))
        )

    def _adverbial(self, index: int) -> int | None:
        """Past a phrase of time or place right behind the verb ("lance en France X", "unveiled on Tuesday X")."""
        if self.walk.low(index) == "à" and self.walk.low(index + 1) == "jour":
            return index + 2
        if index + 1 in self.walk.aside:
            following = index + 1
            while following in self.walk.aside:
                following += 1
            return following
        for step in range(1, 4):
            other = index + step
            if other >= len(self.walk.tokens):
                return None
            token = self.walk.tokens[other]
            if token.name >= 0:
                return other + 1 if self.walk.clause.arguments[token.name].kinds[0] in ("Place", "Event") else None
            if (
                TIME_WORDS.fullmatch(token.low)
                or token.tag == "NUM"
                or token.low
                in (
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre",
                    "janvier",
                    "février",
                    "mars",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "january",
                    "february",
                    "march",
                    "open",
                    "source",
                    "ligne",
                    "interne",
                    "exclusivité",
                    "avant-première",
                    "preview",
                    "bêta",
                    "beta",
                    "outre",
                    "effet",
                    "particulier",
                    "parallèle",
                )
            ):
                following = other + 1
                while following < len(self.walk.tokens) and (
                    self.walk.tokens[following].tag == "NUM"
                    or self.walk.tokens[following].low in ("source", "avril", "april", "dernier", ",")
                ):
                    following += 1
                return following
        return None
