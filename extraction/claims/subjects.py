"""From a verb to its subject: leftward by word order, over insertions, relative clauses and coordination."""

from extraction.claims.clause import Argument
from extraction.claims.described import Described
from extraction.claims.meant_subjects import MeantSubjects
from extraction.claims.objects import Objects
from extraction.claims.reference import is_artefact
from extraction.claims.verbs import VerbUse, Voice, rough_forms, verb_use
from extraction.claims.walk import CLOSERS, QUOTES, Walk

_FORMER = frozenset({"former", "ex", "ex-", "erstwhile", "onetime", "anciens", "anciennes", "ancien", "ancienne"})
"""Before a name, what shows that its people have left it ("two former Google engineers launched ...")."""


class Subjects:
    """The walks to a subject in one clause."""

    def __init__(self, walk: Walk, objects: Objects) -> None:
        self.walk, self.meant = walk, MeantSubjects(walk)
        self.described = Described(walk, objects, self.meant)

    def subject(self, use: VerbUse, depth: int = 0) -> tuple[Argument, ...]:
        """Who does what the verb says (or undergoes it, in the passive); empty when nobody can be told."""
        if depth > 3:
            return ()
        if use.voice is Voice.INFINITIVE and self._governs(use):
            found = self._leftward(use.first - 1, depth, use)
            if found:
                return found
        if use.voice in (Voice.INFINITIVE, Voice.GERUND) or self.walk.low(use.first) in ("be", "être", "avoir"):
            return self._governed(use, depth)
        if use.voice is Voice.REDUCED and (found := self.described.participle(use)):
            return found
        return self._before(use, depth)

    def _before(self, use: VerbUse, depth: int) -> tuple[Argument, ...]:
        """What stands before a verb as its subject."""
        inserted = self.described.inserted(use)
        if inserted and is_artefact(inserted[0]):
            return inserted
        return self._leftward(use.first - 1, depth, use) or inserted

    def _governs(self, use: VerbUse) -> bool:
        """Whether the first word of a verb is a modal that a subject may stand before ("The FTC may sue")."""
        low = self.walk.low(use.first)
        return use.first < use.at and low in self.walk.words.modals and low not in ("pour", "afin", "visant", "to")

    def _governed(self, use: VerbUse, depth: int) -> tuple[Argument, ...]:
        index, passive = use.first - 1, False
        if use.voice is Voice.GERUND:
            while index > 0 and self.walk.tokens[index].tag == "ADV":
                index -= 1  # "with Google instead hiring X"
            if index >= 0 and self.walk.tokens[index].name < 0 and self.walk.tokens[index].tag == "NOUN":
                return ()  # "a layer using X": no name does it.
        if use.voice is Voice.GERUND and index >= 0 and self.walk.tokens[index].name >= 0:
            return self.walk.names_at(index)
        if (
            use.voice is Voice.GERUND
            and self.walk.low(index) == ","
            and index > 0
            and self.walk.tokens[index - 1].name >= 0
            and self.walk.opens_clause(index - 1)
        ):
            return self.walk.names_at(index - 1)
        while index >= 0 and use.first - index <= 20:
            token = self.walk.tokens[index]
            if token.low in (";", "."):
                break
            if (
                token.name < 0
                and (token.tag in ("VERB", "AUX") or token.low in self.walk.words.modals)
                and token.low not in ("to", "pour")
            ):
                other = verb_use(self.walk, index, rough_forms(token), index + 1)
                passive = passive or other.voice is Voice.PASSIVE
                found = self._before(other, depth + 1) if other.voice is not Voice.REDUCED else ()
                if found:
                    return found
                index = other.first
            index -= 1
        if self.walk.tokens[0].name >= 0:
            return self.walk.names_at(0)
        purpose = self.walk.low(use.first) in ("to", "pour") or self.walk.low(use.first - 1) in ("to", "pour")
        return self.walk.topic() if use.first <= 1 or (purpose and passive) else ()

    def _leftward(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        steps = 0
        while index >= 0 and steps < 40:
            steps += 1
            if index in self.walk.aside:
                index = self.walk.before_aside(index)
                continue
            token = self.walk.tokens[index]
            low = token.low
            if token.name >= 0:
                return self._named_subject(index, depth, use)
            if low in self.walk.words.relatives:
                return self._antecedent(index - 1, depth, use)
            if (
                low in QUOTES
                or self.walk.is_adverb(token)
                or low in ("also", "aussi", "même", "itself", "lui-même", "elle-même")
            ):
                index -= 1
            elif low in CLOSERS:
                opening = self.walk.opening(index)
                if opening is None:
                    return self._coordinated_verb(index, depth) if low == "," else ()
                index = opening - 1
            elif low in self.walk.words.subject_pronouns:
                return self.meant.pronoun(index)
            elif low in self.walk.words.conjunctions:
                return self._coordinated_verb(index, depth)
            elif low in (":", "→", "•"):
                return self.walk.names_at(index - 1) if index > 0 and self.walk.tokens[index - 1].name >= 0 else ()
            elif token.tag in ("NOUN", "PROPN", "ADJ", "NUM", "X"):
                return self._noun_subject(index, depth, use)
            elif token.tag == "VERB" and use.voice is Voice.REDUCED:
                return ()
            else:
                return ()
        if index >= 0 or use.voice is Voice.REDUCED or self._opens_with_a_word(use):
            return ()
        return self.walk.topic()

    def _opens_with_a_word(self, use: VerbUse) -> bool:
        """Whether a capital word that is no adverb opens the clause: a name nobody knows ("Together raises ...")."""
        first = self.walk.tokens[0]
        adverb = first.low in self.walk.words.leading or first.low.endswith(("ly", "ment"))
        return use.first > 0 and first.name < 0 and first.text[:1].isupper() and not adverb

    def _named_subject(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """The group that ends at a name, unless a preposition makes it a complement of something else."""
        group = self.walk.clause.group_at(index)
        if group is not None and self.walk.carried(group):
            return ()
        first = group.first if group else index
        before = self.walk.skip_determiners(first - 1)
        low = self.walk.low(before)
        if (
            group is not None
            and group.arguments[0].kinds[0] == "Place"
            and low in self.walk.words.prepositions
            and before > 0
        ):
            return self._leftward(before - 1, depth + 1, use) if depth < 3 else ()
        if low in self.walk.possessive:
            return group.arguments if group else ()
        if low in self.walk.words.prepositions:
            if before > 0 and self.walk.is_metonym(before - 1):
                if group is not None and group.arguments[0].kinds[0] == "Person":
                    found = self.walk.focus.organization()  # "le groupe d'Andy Jassy" is no person
                    return (self.walk.refer(found, before - 1, index + 1),) if found else ()
                return group.arguments if group else ()
            if use.voice is Voice.REDUCED:
                return group.arguments if group and self.walk.low(before) in self.walk.words.of else ()
            if low in self.walk.words.of and group is not None and self.walk.after_version_noun(before - 1):
                return group.arguments
            head = self._noun_head(before - 1)
            if head is not None:
                return self._leftward(head, depth + 1, use) if head >= 0 and self.walk.tokens[head].name >= 0 else ()
            return ()
        return group.arguments if group else ()

    def _noun_head(self, index: int) -> int | None:
        """From before a preposition, the name that its phrase hangs on; None when a common noun carries it."""
        index = self.walk.skip_determiners(index)
        return index if index >= 0 and self.walk.tokens[index].name >= 0 else None

    def _noun_subject(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """A noun phrase: a name inside it that acts ("the OpenAI team"), or a phrase that refers to one in focus."""
        start = index
        while start >= 0 and index - start < 8:
            token = self.walk.tokens[start]
            if token.name >= 0:
                follows = {self.walk.tokens[i].low for i in range(start + 1, index + 1)}
                if (
                    self.walk.clause.language == "fr"
                    and len(follows) <= 3
                    and all(self._postposed(i) for i in range(start + 1, index + 1))
                ):
                    return self._named_subject(start, depth, use)
                artefact = self.walk.tokens[start].name >= 0 and is_artefact(
                    self.walk.clause.arguments[self.walk.tokens[start].name]
                )
                if self.walk.low(start - 1) in _FORMER:
                    return ()
                if (
                    follows & self.walk.words.metonyms
                    or (
                        artefact
                        and follows
                        <= self.walk.words.model_nouns | self.walk.words.artefact_nouns | self.walk.words.version_nouns
                    )
                    or (
                        use.voice is not Voice.ACTIVE
                        and follows
                        & (self.walk.words.version_nouns | self.walk.words.model_nouns | self.walk.words.artefact_nouns)
                    )
                ):
                    return self.walk.names_at(start)
                return ()
            if token.low in self.walk.words.prepositions:
                before = start - 1
                if before >= 0 and self.walk.tokens[before].name >= 0:
                    return self._named_subject(before, depth, use)
                if before >= 0 and self.walk.tokens[before].tag in ("NOUN", "ADJ"):
                    start, index = before, before
                    continue
                return ()
            if token.low in self.walk.words.articles:
                return self.meant.phrase(start, index)
            if token.low in self.walk.possessive:
                return self.meant.owned(start, index)
            known = token.tag in ("NOUN", "PROPN", "ADJ", "NUM", "ADV", "X") or token.low in QUOTES
            if not known and not self._postposed(start):
                return ()
            start -= 1
        return ()

    def _postposed(self, index: int) -> bool:
        """An adjective behind its noun, or one of the words that behave as one ("open source")."""
        return self.walk.tokens[index].tag in ("ADJ", "ADV", "VERB", "X") or self.walk.tokens[index].low in (
            "open",
            "source",
            "open-source",
            "standard",
            "beta",
            "bêta",
            ")",
            "(",
            "-",
        )

    def _antecedent(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """What a relative clause hangs on: the name, or the phrase, right before it."""
        if self.walk.low(index) in (",", "–", "—"):
            index -= 1
        if index >= 0 and self.walk.tokens[index].name >= 0:
            group = self.walk.clause.group_at(index)
            before = self.walk.skip_determiners(group.first - 1) if group else -1
            if (
                group
                and group.arguments[0].kinds[0] == "Place"
                and before > 0
                and self.walk.low(before) in self.walk.words.prepositions
                and depth < 3
            ):
                return self._antecedent(before - 1, depth + 1, use)
            return group.arguments if group else ()
        return (self._leftward(index, depth + 1, use) or self.described.apposed(index)) if index >= 0 else ()

    def _coordinated_verb(self, index: int, depth: int) -> tuple[Argument, ...]:
        """The subject that a verb behind "and" or a comma shares with the verb before."""
        while index >= 0:
            token = self.walk.tokens[index]
            if token.low in (";", "."):
                return ()
            if token.name < 0 and token.tag in ("VERB", "AUX"):
                other = verb_use(self.walk, index, rough_forms(token), index + 1)
                return self.subject(other, depth + 1)
            index -= 1
        return ()
