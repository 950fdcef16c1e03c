"""Names that a phrase beside a verb describes: a participle's, an insertion's, an apposition's."""

from extraction.claims.clause import Argument
from extraction.claims.meant_subjects import MeantSubjects
from extraction.claims.objects import Objects
from extraction.claims.verbs import VerbUse
from extraction.claims.walk import QUOTES, Walk


class Described:
    """The walks to what is described in one clause."""

    def __init__(self, walk: Walk, objects: Objects, meant: MeantSubjects) -> None:
        self.walk, self.objects, self.meant = walk, objects, meant

    def inserted(self, use: VerbUse) -> tuple[Argument, ...]:
        """The one name that commas part from the common noun it names ("Le prochain modèle de X, Y, arrivera")."""
        index = use.first - 1
        while index > 0 and (self.walk.low(index) in QUOTES or self.walk.is_adverb(self.walk.tokens[index])):
            index -= 1
        if self.walk.low(index) != ",":
            return ()
        last = index - 1
        while last > 0 and self.walk.low(last) in QUOTES:
            last -= 1
        group = self.walk.clause.group_at(last) if last > 0 and self.walk.tokens[last].name >= 0 else None
        if group is None or len(group.arguments) > 1:
            return ()
        first = group.first - 1
        while first > 0 and self.walk.low(first) in QUOTES:
            first -= 1
        named = self.walk.words.model_nouns | self.walk.words.artefact_nouns | self.walk.words.organization_nouns
        nouns = {self.walk.low(other) for other in range(max(first - 8, 0), first)}
        return group.arguments if self.walk.low(first) == "," and nouns & named else ()

    def participle(self, use: VerbUse) -> tuple[Argument, ...]:
        """What a participle describes across an apposition ("Mellum, un LLM spécialisé dans le code dévoilé par X")."""
        if use.first == 0:
            return self._fronted(use)
        for index in range(use.first - 1, max(use.first - 18, 0), -1):
            token = self.walk.tokens[index]
            if token.low == ":" and index > 0 and self.walk.tokens[index - 1].name >= 0:
                group = self.walk.clause.group_at(index - 1)  # "Claude Code : un outil créé par X"
                defines = self.walk.low(index + 1) in self.walk.words.articles
                return group.arguments if group is not None and (defines or group.first == 0) else ()
            if token.name >= 0 or token.low in (";", ".", ":"):
                return ()
            if token.low in (",", "–", "—") and (named := self._name_before(index)) >= 0:
                opens = self.walk.low(index + 1) in self.walk.words.articles or index + 1 == use.first
                return self.walk.names_at(named) if opens else ()
        return ()

    def _name_before(self, index: int) -> int:
        """The token of the name that ends right before another, "series" or "models" aside; -1 when none does."""
        words = self.walk.words
        last = index - 1
        if (
            last > 0
            and self.walk.tokens[last].name < 0
            and self.walk.low(last) in words.version_nouns | words.model_nouns
        ):
            last -= 1
        return last if last >= 0 and self.walk.tokens[last].name >= 0 else -1

    def _fronted(self, use: VerbUse) -> tuple[Argument, ...]:
        """The main clause's subject behind a participle that opens the sentence ("Founded by X, the company ...")."""
        comma = 0
        for index in range(use.last, len(self.walk.tokens)):
            if self.walk.tokens[index].low != ",":
                continue
            comma = index
            following = self.walk.tokens[index + 1] if index + 1 < len(self.walk.tokens) else None
            if following is None or following.low in self.walk.words.conjunctions:
                continue
            if following.low in self.walk.words.articles:
                end = index + 1
                while (
                    end + 1 < len(self.walk.tokens)
                    and self.walk.tokens[end + 1].tag in ("NOUN", "ADJ")
                    and self.walk.tokens[end + 1].name < 0
                ):
                    end += 1
                if end + 1 < len(self.walk.tokens) and self.walk.tokens[end + 1].name >= 0:
                    return self.walk.names_at(end + 1)
                found = self.meant.phrase(index + 1, end)
                if found:
                    return found
        if comma and comma + 1 < len(self.walk.tokens) and self.walk.tokens[comma + 1].name >= 0:
            group = self.walk.clause.group_at(comma + 1)
            agent = self.objects.prepositional_object(use.last, ("by", "par"))
            if group is not None and group is not agent:
                return group.arguments
        return ()

    def apposed(self, index: int) -> tuple[Argument, ...]:
        """The names that a common noun behind a comma says what they are ("X, a humanoid robot that replaces Y")."""
        described = ("NOUN", "ADJ", "PROPN", "NUM", "X", "ADV")
        for start in range(index, max(index - 8, 0), -1):
            token = self.walk.tokens[start]
            if token.name >= 0:
                return ()
            if token.low in self.walk.words.articles and token.low not in self.walk.words.of:
                before = start - 1
                named = before > 0 and self.walk.low(before) == "," and self.walk.tokens[before - 1].name >= 0
                if named or token.low in ("a", "an", "the", "un", "une", "le", "la", "l'"):
                    return self.walk.names_at(before - 1) if named else ()
            elif token.tag not in described and token.low not in self.walk.words.of and "-" not in token.low:
                return ()
        return ()
