"""From the first token of a noun phrase to the names that it is about, over what may stand before them in it."""

from extraction.claims.clause import Group
from extraction.claims.makers import describes_next, owns_next
from extraction.claims.reference import is_artefact
from extraction.claims.walk import QUOTES, TIME_WORDS, Walk

REACH = 14
"""How many tokens a walk to an object may take; chosen by hand on the user's digest."""
_BEFORE_EXAMPLES = 6
"""Tokens before "including" among which the common noun stands ("several startups this year, including X"). By hand."""


class NounPhrase:
    """The noun phrases of one clause."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def names(self, start: int, kinds: frozenset[str]) -> Group | None:
        """The names that the phrase beginning at a token is about; `kinds` as in `Objects.direct_object`."""
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
                if describes_next(self.walk.clause, group):
                    index, noun = group.last + 1, False
                    continue
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
                if noun and (width := self._exemplifies(index + 1)):
                    index += 1 + width
                    continue
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
        before = self.walk.tokens[max(index - _BEFORE_EXAMPLES, 0) : index]
        if not any(token.low in nouns or token.low.rstrip("s") in nouns for token in before):
            return 0
        if self.walk.low(index) not in ("including", "like", "comme", "dont", "notamment", "incluant"):
            return 0
        if self.walk.low(index - 1) != ",":
            return 1
        return int(any("Number=Plur" in token.morph for token in before) and self._closes(index))

    def _closes(self, index: int) -> bool:
        """Whether the examples that a comma and the word at `index` lead to are but names.

        Not so "dont Microsoft détient la moitié", "comme OpenAI l'a fait", "comme Google en 2023".
        """
        first = index + 1
        while first < len(self.walk.tokens) and self.walk.tokens[first].name < 0:
            first += 1
        group = self.walk.clause.group_at(first)
        after = self.walk.tokens[group.last] if group is not None and group.last < len(self.walk.tokens) else None
        if after is None or after.name >= 0:
            return True
        if self.walk.low(index) in ("comme", "like"):
            return after.tag == "PUNCT"
        return after.tag not in ("VERB", "AUX", "PRON")

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
        if self._compounds(index):
            return True
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
                return False
        return True

    def _compounds(self, index: int) -> bool:
        """Whether two nouns make another thing of a name behind "a": "a new Copilot embedding model" is not Copilot."""
        tokens = self.walk.tokens[index : index + 2]
        if len(tokens) < 2 or any(token.name >= 0 for token in tokens) or tokens[1].tag != "NOUN":
            return False
        before = index - 2
        while before >= 0 and self.walk.tokens[before].tag == "ADJ" and self.walk.tokens[before].name < 0:
            before -= 1
        made = tokens[0].tag == "NOUN" or (tokens[0].tag == "VERB" and tokens[0].low.endswith("ing"))
        return made and self.walk.low(before) in ("a", "an")

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
            if TIME_WORDS.fullmatch(token.low) or token.tag == "NUM" or token.low in self.walk.words.adverbial:
                following = other + 1
                while following < len(self.walk.tokens) and (
                    self.walk.tokens[following].tag == "NUM"
                    or self.walk.tokens[following].low in ("source", "avril", "april", "dernier", ",")
                ):
                    following += 1
                return following
        return None
