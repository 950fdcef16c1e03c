"""From a verb to its subject and its objects, by word order and word classes.

No parser decides here: headlines, bullets and lists are what digests are made of, and there word order is the better
witness (DESIGN.md). Coarse tags only tell adjectives and nouns from verbs. Every walk is bounded and gives up rather than
guess: a missing claim is forgiven, an invented one is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extraction.claims.clause import Argument, Clause, Group, Token
from extraction.claims.lexicon import Lexicon
from extraction.claims.morphology import Form
from extraction.claims.reference import ORGANIZATION, Focus

REACH = 14
"""How many tokens a walk to an object may take; chosen by hand on the user's digest."""
_CLOSERS = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-", "]": "["}
_QUOTES = set("\"'«»“”‘’*_`")
_TIME_WORDS = re.compile(
    r"(?:to|yester)day|tomorrow|tonight|this|last|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|"
    r"now|early|late|ahead|amid|aujourd'hui|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)


class Voice(StrEnum):
    """How a verb is used."""

    ACTIVE = "active"
    PASSIVE = "passive"
    REDUCED = "reduced"
    """A participle behind its noun: "a model trained by X"."""
    INFINITIVE = "infinitive"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb where it stands: tokens [first, last) hold it with its auxiliaries."""

    first: int
    at: int
    last: int
    voice: Voice
    reflexive: bool = False


class Syntax:
    """The walks of one clause."""

    def __init__(
        self, clause: Clause, lexicon: Lexicon, focus: Focus, *, asides: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Walk a clause; `asides` are spans of clean text (dates) that every walk steps over."""
        self.clause, self.words, self.focus = clause, lexicon, focus
        self._aside = {
            token.index
            for token in clause.tokens
            if token.name < 0 and any(start <= token.start and token.end <= end for start, end in asides)
        }
        self.tokens = clause.tokens
        self._possessive = ("'s", "'") if clause.language == "en" else ()

    # -- the verb group ------------------------------------------------------------------------------------------

    def use(self, at: int, forms: frozenset[Form], last: int) -> VerbUse:
        """How the verb at a token is used, from its form and the words before it."""
        words, tokens = self.words, self.tokens
        first, have, be, modal, reflexive = at, False, False, False, False
        index = at - 1
        while index >= 0 and at - index <= 9 and tokens[index].name < 0:
            low = tokens[index].low
            if index in self._aside:
                index -= 1
                continue
            if low in ("s'", "se", "s"):
                reflexive = True
            elif low in words.auxiliaries_have:
                have = True
            elif low in words.auxiliaries_be:
                be = True
            elif low in words.modals and not have and not be and Form.INFINITIVE in forms:
                modal = True
            elif not (low in words.clitics or self._adverb(tokens[index])):
                break
            if low in words.auxiliaries_have | words.auxiliaries_be | words.modals | words.clitics:
                first = index
            index -= 1
        return VerbUse(
            first, at, last, self._voice(at, forms, have=have, be=be, modal=modal, reflexive=reflexive), reflexive
        )

    def _voice(self, at: int, forms: frozenset[Form], *, have: bool, be: bool, modal: bool, reflexive: bool) -> Voice:
        if Form.PARTICIPLE in forms and be and not reflexive:
            return Voice.PASSIVE
        if Form.PARTICIPLE in forms and (have or be):
            return Voice.ACTIVE
        if Form.GERUND in forms:
            return Voice.ACTIVE if be else Voice.GERUND
        finite = forms & {Form.PRESENT, Form.PAST, Form.FUTURE, Form.CONDITIONAL}
        if Form.INFINITIVE in forms and (modal or self._low(at - 1) in ("to", "de", "d'", "pour", "à", "vouloir")):
            return Voice.INFINITIVE
        if Form.PARTICIPLE in forms and (not finite or self._agent_follows(at)):
            return Voice.REDUCED
        return Voice.ACTIVE if finite else Voice.INFINITIVE

    def _agent_follows(self, at: int) -> bool:
        return any(self._low(at + step) in ("by", "par") for step in (1, 2, 3))

    def _adverb(self, token: Token) -> bool:
        return token.tag in ("ADV", "PART") or token.low.endswith(("ment", "ly")) or token.low in _QUOTES

    def _low(self, index: int) -> str:
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    # -- subjects ------------------------------------------------------------------------------------------------

    def subject(self, use: VerbUse, depth: int = 0) -> tuple[Argument, ...]:
        """Who does what the verb says (or undergoes it, in the passive); empty when nobody can be told."""
        if depth > 3:
            return ()
        if use.voice in (Voice.INFINITIVE, Voice.GERUND):
            return self._governed(use, depth)
        if use.voice is Voice.REDUCED and (found := self._described(use)):
            return found
        return self._leftward(use.first - 1, depth, use)

    def _described(self, use: VerbUse) -> tuple[Argument, ...]:
        """What a participle describes across an apposition ("Mellum, un LLM spécialisé dans le code dévoilé par X")."""
        if use.first == 0:
            return self._fronted(use)
        for index in range(use.first - 1, max(use.first - 18, 0), -1):
            token = self.tokens[index]
            if token.name >= 0 or token.low in (";", ".", ":"):
                return ()
            if token.low in (",", "–", "—") and self.tokens[index - 1].name >= 0:
                opens = self._low(index + 1) in self.words.articles or index + 1 == use.first
                return self._group_before(index - 1) if opens else ()
        return ()

    def _fronted(self, use: VerbUse) -> tuple[Argument, ...]:
        """The main clause's subject behind a participle that opens the sentence ("Founded by X, the company ...")."""
        comma = 0
        for index in range(use.last, len(self.tokens)):
            if self.tokens[index].low != ",":
                continue
            comma = index
            following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            if following is None or following.low in self.words.conjunctions:
                continue
            if following.low in self.words.articles:
                end = index + 1
                while (
                    end + 1 < len(self.tokens)
                    and self.tokens[end + 1].tag in ("NOUN", "ADJ")
                    and self.tokens[end + 1].name < 0
                ):
                    end += 1
                found = self._phrase(index + 1, end)
                if found:
                    return found
        if comma and comma + 1 < len(self.tokens) and self.tokens[comma + 1].name >= 0:
            group = self.clause.group_at(comma + 1)
            agent = self.prepositional_object(use.last, ("by", "par"))
            if group is not None and group is not agent:
                return group.arguments
        return ()

    def _governed(self, use: VerbUse, depth: int) -> tuple[Argument, ...]:
        index, passive = use.first - 1, False
        if use.voice is Voice.GERUND and index >= 0 and self.tokens[index].name >= 0:
            return self._group_before(index)
        if (
            use.voice is Voice.GERUND
            and self._low(index) == ","
            and index > 0
            and self.tokens[index - 1].name >= 0
            and self._starts(index - 1)
        ):
            return self._group_before(index - 1)
        while index >= 0 and use.first - index <= 20:
            token = self.tokens[index]
            if token.low in (";", "."):
                break
            if (
                token.name < 0
                and (token.tag in ("VERB", "AUX") or token.low in self.words.modals)
                and token.low not in ("to", "pour")
            ):
                other = self.use(index, rough_forms(token), index + 1)
                passive = passive or other.voice is Voice.PASSIVE
                found = self._leftward(other.first - 1, depth + 1, other) if other.voice is not Voice.REDUCED else ()
                if found:
                    return found
                index = other.first
            index -= 1
        if self.tokens[0].name >= 0:
            return self._group_before(0)
        purpose = self._low(use.first) in ("to", "pour") or self._low(use.first - 1) in ("to", "pour")
        return self.topic() if use.first <= 1 or (purpose and passive) else ()

    def _leftward(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        steps = 0
        while index >= 0 and steps < 40:
            steps += 1
            if index in self._aside:
                index = self._before_aside(index)
                continue
            token = self.tokens[index]
            low = token.low
            if token.name >= 0:
                return self._named_subject(index, depth, use)
            if low in self.words.relatives:
                return self._antecedent(index - 1, depth, use)
            if (
                low in _QUOTES
                or self._adverb(token)
                or low in ("also", "aussi", "même", "itself", "lui-même", "elle-même")
            ):
                index -= 1
            elif low in _CLOSERS:
                opening = self._opening(index)
                if opening is None:
                    return self._coordinated_verb(index, depth) if low == "," else ()
                index = opening - 1
            elif low in self.words.subject_pronouns:
                return self._pronoun(low)
            elif low in self.words.conjunctions:
                return self._coordinated_verb(index, depth)
            elif low in (":", "→", "•"):
                return self._group_before(index - 1) if index > 0 and self.tokens[index - 1].name >= 0 else ()
            elif token.tag in ("NOUN", "PROPN", "ADJ", "NUM", "X"):
                return self._noun_subject(index, depth, use)
            elif token.tag == "VERB" and use.voice is Voice.REDUCED:
                return ()
            else:
                return ()
        return self.topic() if index < 0 and use.voice is not Voice.REDUCED else ()

    def _before_aside(self, index: int) -> int:
        """Left of a date, and of the preposition or article that leads to it."""
        while index in self._aside:
            index -= 1
        if (
            index >= 0
            and self.tokens[index].name < 0
            and self._low(index) in self.words.prepositions | self.words.articles
        ):
            index -= 1
        return index

    def _named_subject(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """The group that ends at a name, unless a preposition makes it a complement of something else."""
        group = self.clause.group_at(index)
        first = group.first if group else index
        before = self._skip_determiners(first - 1)
        low = self._low(before)
        if (
            group is not None
            and group.arguments[0].kinds[0] == "Place"
            and low in self.words.prepositions
            and before > 0
        ):
            return self._leftward(before - 1, depth + 1, use) if depth < 3 else ()
        if low in self.words.prepositions or low in self._possessive:
            if before > 0 and self._metonym(before - 1):
                return group.arguments if group else ()
            if use.voice is Voice.REDUCED:
                return group.arguments if group and self._low(before) in self.words.of else ()
            if low in self.words.of and group is not None and self._version_noun(before - 1):
                return group.arguments
            head = self._noun_head(before - 1)
            if head is not None:
                return self._leftward(head, depth + 1, use) if head >= 0 and self.tokens[head].name >= 0 else ()
            return ()
        return group.arguments if group else ()

    def _noun_head(self, index: int) -> int | None:
        """From before a preposition, the name that its phrase hangs on; None when a common noun carries it."""
        index = self._skip_determiners(index)
        return index if index >= 0 and self.tokens[index].name >= 0 else None

    def _metonym(self, index: int) -> bool:
        for step in range(3):
            token = self.tokens[index - step] if index - step >= 0 else None
            if token is None or token.name >= 0 or token.tag not in ("NOUN", "ADJ", "PROPN"):
                return False
            if token.low in self.words.metonyms:
                return True
        return False

    def _version_noun(self, index: int) -> bool:
        return any(self._low(index - step) in self.words.version_nouns for step in range(3) if index - step >= 0)

    def _noun_subject(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """A noun phrase: a name inside it that acts ("the OpenAI team"), or a phrase that refers to one in focus."""
        start = index
        while start >= 0 and index - start < 8:
            token = self.tokens[start]
            if token.name >= 0:
                follows = {self.tokens[i].low for i in range(start + 1, index + 1)}
                if (
                    self.clause.language == "fr"
                    and len(follows) <= 3
                    and all(self._postposed(i) for i in range(start + 1, index + 1))
                ):
                    return self._named_subject(start, depth, use)
                artefact = self.tokens[start].name >= 0 and _is_artefact(self.clause.arguments[self.tokens[start].name])
                if (
                    follows & self.words.metonyms
                    or (
                        artefact
                        and follows <= self.words.model_nouns | self.words.artefact_nouns | self.words.version_nouns
                    )
                    or (
                        use.voice is not Voice.ACTIVE
                        and follows & (self.words.version_nouns | self.words.model_nouns | self.words.artefact_nouns)
                    )
                ):
                    return self._group_before(start)
                return ()
            if token.low in self.words.prepositions:
                before = start - 1
                if before >= 0 and self.tokens[before].name >= 0:
                    return self._named_subject(before, depth, use)
                if before >= 0 and self.tokens[before].tag in ("NOUN", "ADJ"):
                    start, index = before, before
                    continue
                return ()
            if token.low in self.words.articles:
                return self._phrase(start, index)
            if token.tag not in ("NOUN", "PROPN", "ADJ", "NUM", "ADV", "X") and token.low not in _QUOTES:
                return ()
            start -= 1
        return ()

    def _postposed(self, index: int) -> bool:
        """An adjective behind its noun, or one of the words that behave as one ("open source")."""
        return self.tokens[index].tag in ("ADJ", "ADV", "VERB", "X") or self.tokens[index].low in (
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

    def _phrase(self, start: int, end: int) -> tuple[Argument, ...]:
        """A definite generic phrase ("the company", "ce modèle") that stands for an entity in focus."""
        article = self._low(start)
        if article in (
            "a",
            "an",
            "un",
            "une",
            "des",
            "some",
            "several",
            "plusieurs",
            "certains",
            "another",
            "any",
            "two",
            "three",
            "deux",
            "trois",
        ):
            return ()
        lows = [self._low(index) for index in range(start + 1, end + 1)]
        found: Argument | None = None
        if any(low in self.words.organization_nouns for low in lows):
            found = self.focus.organization()
        elif any(low in self.words.model_nouns for low in lows):
            found = self.focus.artefact(frozenset({"Model"}))
        elif any(low in self.words.artefact_nouns for low in lows):
            found = self.focus.artefact()
        return (self._refer(found, start, end + 1),) if found else ()

    def _refer(self, found: Argument, first: int, last: int) -> Argument:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Argument(found.entity, found.kinds, start, end, found.surface, refers=True)

    def _pronoun(self, low: str) -> tuple[Argument, ...]:
        if low in ("he", "she"):
            found = self.focus.person()
        elif low in ("they", "ils", "elles"):
            return ()
        else:
            found = self.focus.last_subject()
        return (found,) if found else ()

    def _antecedent(self, index: int, depth: int, use: VerbUse) -> tuple[Argument, ...]:
        """What a relative clause hangs on: the name, or the phrase, right before it."""
        if self._low(index) in (",", "–", "—"):
            index -= 1
        if index >= 0 and self.tokens[index].name >= 0:
            group = self.clause.group_at(index)
            before = self._skip_determiners(group.first - 1) if group else -1
            if (
                group
                and group.arguments[0].kinds[0] == "Place"
                and before > 0
                and self._low(before) in self.words.prepositions
            ):
                return self._leftward(before - 1, depth + 1, use)
            return group.arguments if group else ()
        return self._leftward(index, depth + 1, use) if index >= 0 else ()

    def _coordinated_verb(self, index: int, depth: int) -> tuple[Argument, ...]:
        """The subject that a verb behind "and" or a comma shares with the verb before."""
        while index >= 0:
            token = self.tokens[index]
            if token.low in (";", "."):
                return ()
            if token.name < 0 and token.tag in ("VERB", "AUX"):
                other = self.use(index, rough_forms(token), index + 1)
                return self.subject(other, depth + 1)
            index -= 1
        return ()

    def lender(self, use: VerbUse) -> Group | None:
        """The thing right before an infinitive that it is about ("Gemini to power Siri")."""
        before = use.first - 1 if self._low(use.first) in ("to", "pour") else use.first - 2
        if use.voice is not Voice.INFINITIVE or before < 0 or self._low(before + 1) not in ("to", "pour"):
            return None
        return self.clause.group_at(before) if self.tokens[before].name >= 0 else None

    def topic(self) -> tuple[Argument, ...]:
        """The organisation that the news item is about, as an argument that refers to it."""
        found = self.focus.topic()
        return (
            (Argument(found.entity, found.kinds, found.start, found.end, found.surface, refers=True),) if found else ()
        )

    def _opening(self, index: int) -> int | None:
        """The mark that opens what closes at `index`, when what stands before it can be a subject."""
        mark = _CLOSERS[self.tokens[index].low]
        depth = 0
        for other in range(index - 1, max(index - 30, -1), -1):
            low = self.tokens[other].low
            if low == ")" and mark == ",":
                depth += 1
            elif low == "(" and depth:
                depth -= 1
            elif low == mark and not depth:
                before = other - 1
                if before >= 0 and (
                    self.tokens[before].name >= 0
                    or self.tokens[before].low in (")", "»", '"', "”")
                    or self.tokens[before].low
                    in self.words.organization_nouns | self.words.model_nouns | self.words.artefact_nouns
                ):
                    return other
                if mark != ",":
                    return other
            elif low in (";", ":") and mark == ",":
                return None
        return None

    def _group_before(self, index: int) -> tuple[Argument, ...]:
        group = self.clause.group_at(index)
        return group.arguments if group else ()

    def _starts(self, index: int) -> bool:
        group = self.clause.group_at(index)
        return group is not None and group.first == 0

    def _skip_determiners(self, index: int) -> int:
        while (
            index >= 0
            and self.tokens[index].name < 0
            and self.tokens[index].low not in self.words.prepositions
            and (
                self.tokens[index].low in self.words.articles
                or self.tokens[index].low in _QUOTES
                or (self.tokens[index].tag in ("ADJ", "DET", "NOUN", "PROPN", "NUM") and self._apposed(index))
            )
        ):
            index -= 1
        return index

    def _apposed(self, index: int) -> bool:
        """Whether a word may stand between a preposition and the name it governs ("by the startup X")."""
        token = self.tokens[index]
        return (
            token.tag in ("ADJ", "DET")
            or token.low
            in self.words.organization_nouns
            | self.words.metonyms
            | self.words.model_nouns
            | self.words.artefact_nouns
            | self.words.version_nouns
        )

    # -- objects -------------------------------------------------------------------------------------------------

    def direct_object(self, start: int, kinds: frozenset[str] = frozenset()) -> Group | None:
        """The names that a noun phrase beginning at a token is about, or None when its head is another thing.

        Args:
            start: Index of its first token.
            kinds: Those wanted; a name of another kind right before a wanted one is its maker. Empty for all.
        """
        return self._phrase_names(start, kinds)

    def governed_by_preposition(self, group: Group) -> bool:
        """Whether a name stands behind a preposition, and so is no subject."""
        return self._low(self._skip_determiners(group.first - 1)) in self.words.prepositions

    def bare(self, start: int, group: Group) -> bool:
        """Whether nothing but articles, adjectives and what the named thing is stands between a verb and its object."""
        words = self.words
        known = words.organization_nouns | words.metonyms | words.naming
        return all(
            token.tag != "NOUN" or token.low in known or token.index in self._aside
            for token in self.tokens[start : group.first]
        )

    def prepositional_object(
        self, start: int, prepositions: tuple[str, ...], reach: int = REACH, kinds: frozenset[str] = frozenset()
    ) -> Group | None:
        """The names behind the first of the prepositions within reach; `kinds` as in `direct_object`."""
        index, end = start, min(start + reach, len(self.tokens))
        while index < end:
            token = self.tokens[index]
            if token.low in (";", ".", "?", "!") or (token.low in self.words.relatives and index > start):
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

    def _participle(self, index: int) -> bool:
        """A participle that describes the noun before it, and so opens no clause."""
        token = self.tokens[index]
        return token.low in self.words.naming or "VerbForm=Part" in token.morph

    def _preposition_width(self, index: int, prepositions: tuple[str, ...]) -> int:
        for preposition in prepositions:
            parts = preposition.split()
            if [self._low(index + step) for step in range(len(parts))] == parts:
                return len(parts)
        return 0

    def _phrase_names(self, start: int, kinds: frozenset[str]) -> Group | None:
        index, noun, end = start, False, min(start + REACH, len(self.tokens))
        while index < end:
            if index in self._aside:
                index += 1
                continue
            token = self.tokens[index]
            low = token.low
            if token.name >= 0:
                group = self.clause.group_at(index)
                if group is None:
                    return None
                after = self._low(group.last)
                if (
                    kinds
                    and not kinds & set(group.arguments[0].kinds)
                    and group.last < len(self.tokens)
                    and self.tokens[group.last].name >= 0
                ):
                    index = group.last
                    continue
                if after in self._possessive:
                    index, noun = group.last + 1, False
                    continue
                if self.clause.language == "en" and self._compound_head(group.last):
                    following = self._name_after_noun(group.last)
                    if following is None:
                        return None
                    index = following
                    continue
                return group
            if token.tag == "SCONJ" or (low in self.words.relatives and low != "that"):
                return None
            if low in self.words.of or low in ("d'", "of"):
                if not (noun and self._version_noun(index - 1)) and not self._noun_then_name(index):
                    return None
            elif (
                low in self.words.naming
                or low in _QUOTES
                or low in self.words.articles
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
            elif low in self.words.conjunctions:
                if not noun:
                    return None
            elif noun and (width := self._exemplifies(index)):
                index += width
                continue
            elif low in self.words.prepositions:
                jump = self._adverbial(index)
                if jump is None:
                    return None
                index = jump
                continue
            elif token.tag in ("NOUN", "PROPN"):
                noun = True
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

    def _exemplifies(self, index: int) -> int:
        """Width of words that lead from a common noun to its examples ("investors including X"), or 0."""
        two = f"{self._low(index)} {self._low(index + 1)}"
        if two in ("such as", "tels que", "telles que", "tel que", "telle que", "parmi lesquels", "à savoir"):
            return 2
        return int(self._low(index) in ("including", "like", "comme", "dont", "notamment"))

    def _participle_adjective(self, index: int) -> bool:
        low = self._low(index)
        return low.endswith(("é", "ée", "és", "ées", "ed", "ing", "ant", "ants", "ante")) and self.tokens[
            index
        ].tag in ("VERB", "AUX")

    def _compound_head(self, index: int) -> bool:
        """Whether a common noun follows a name and takes its place as the head ("a Slack connector")."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if token.name >= 0 or token.tag not in ("NOUN", "PROPN", "ADJ") or _TIME_WORDS.fullmatch(token.low):
            return False
        known = (
            self.words.model_nouns
            | self.words.artefact_nouns
            | self.words.version_nouns
            | self.words.organization_nouns
        )
        for step in range(3):
            other = self.tokens[index + step] if index + step < len(self.tokens) else None
            if other is None or other.tag not in ("NOUN", "PROPN", "ADJ") or other.name >= 0:
                return token.tag != "ADJ" or step > 1
            if other.low in known or other.low.rstrip("s") in known:
                return False
        return True

    def _name_after_noun(self, index: int) -> int | None:
        for step in range(1, 5):
            if index + step >= len(self.tokens):
                return None
            token = self.tokens[index + step]
            if token.name >= 0:
                return index + step
            if token.tag not in ("NOUN", "PROPN", "ADJ") and token.low not in self.words.naming | _QUOTES:
                return None
        return None

    def _noun_then_name(self, index: int) -> bool:
        """ "modèle de langage GPT-4o": the name behind the second noun is apposed to the first."""
        following = [self.tokens[i] for i in range(index + 1, min(index + 7, len(self.tokens)))]
        seen_noun = False
        for token in following:
            if token.name >= 0:
                return seen_noun
            if (
                token.low in self.words.of
                or token.tag == "ADJ"
                or token.low in self.words.naming
                or token.low in _QUOTES
                or token.low in self.words.articles
            ):
                continue
            if token.tag in ("NOUN", "PROPN", "NUM"):
                seen_noun = True
                continue
            return False
        return False

    def _date_insert(self, index: int) -> int | None:
        """The comma that ends an inserted date or place ("a lancé, le 5 avril, X")."""
        for other in range(index + 1, min(index + 9, len(self.tokens))):
            if self.tokens[other].name >= 0:
                return None
            if self.tokens[other].low == ",":
                return other
        return None

    def _list_goes_on(self, index: int) -> bool:
        """Whether a comma parts adjectives or list members rather than clauses."""
        before, after = self.tokens[index - 1], self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and (
            (after.tag in ("ADJ", "ADV") and before.tag in ("ADJ", "ADV", "NOUN"))
            or (after.name >= 0 and before.tag in ("NOUN", "ADJ"))
        )

    def _adverbial(self, index: int) -> int | None:
        """Past a prepositional phrase of time or place right behind the verb ("lance en France X", "unveiled on Tuesday X")."""
        if self._low(index) == "à" and self._low(index + 1) == "jour":
            return index + 2
        if index + 1 in self._aside:
            following = index + 1
            while following in self._aside:
                following += 1
            return following
        for step in range(1, 4):
            other = index + step
            if other >= len(self.tokens):
                return None
            token = self.tokens[other]
            if token.name >= 0:
                return other + 1 if self.clause.arguments[token.name].kinds[0] in ("Place", "Event") else None
            if (
                _TIME_WORDS.fullmatch(token.low)
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
                while following < len(self.tokens) and (
                    self.tokens[following].tag == "NUM"
                    or self.tokens[following].low in ("source", "avril", "april", "dernier", ",")
                ):
                    following += 1
                return following
        return None


def _is_artefact(argument: Argument) -> bool:
    return argument.kinds[0] not in ("Organization", "Person", "Place", "Event", "Regulation")


def rough_forms(token: Token) -> frozenset[Form]:
    """What a verb that is no trigger can be, from its tag and features."""
    if "VerbForm=Inf" in token.morph:
        return frozenset({Form.INFINITIVE})
    if "VerbForm=Part" in token.morph:
        return (
            frozenset({Form.GERUND})
            if "Tense=Pres" in token.morph or token.low.endswith("ing")
            else frozenset({Form.PARTICIPLE, Form.PAST})
        )
    return frozenset({Form.PRESENT, Form.PAST})


__all__ = ["ORGANIZATION", "REACH", "Syntax", "VerbUse", "Voice"]
