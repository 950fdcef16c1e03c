"""One clause to walk in: its tokens, its word classes, and the small questions that every walk asks.

No parser decides here: headlines, bullets and lists are what digests are made of, and there word order is the better
witness (DESIGN.md). Coarse tags only tell adjectives and nouns from verbs. Every walk is bounded and gives up rather
than guess: a missing claim is forgiven, an invented one is not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.claims.clause import Argument, Clause, Group, Token
from extraction.claims.lexicon import Lexicon
from extraction.claims.reference import Focus

CLOSERS = {",": ",", ")": "(", "–": "–", "—": "—", "-": "-", "]": "["}
"""What closes an inserted phrase, and what opened it."""
DEFINITE = frozenset({"the", "this", "that", "le", "la", "l'", "ce", "cet", "cette"})
"""Articles that point back to something told before."""
QUOTES = frozenset("\"'«»“”‘’*_`")
TIME_WORDS = re.compile(
    r"(?:to|yester)day|tomorrow|tonight|this|last|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"week|month|year|now|early|late|ahead|amid|aujourd'hui|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche"
)
"""Words of time that may stand between a verb and its object."""


class Walk:
    """A clause with its lexicon and the entities in focus."""

    def __init__(
        self, clause: Clause, lexicon: Lexicon, focus: Focus, *, asides: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Walk a clause; `asides` are spans of clean text (dates) that every walk steps over."""
        self.clause, self.words, self.focus = clause, lexicon, focus
        self.aside = {
            token.index
            for token in clause.tokens
            if token.name < 0 and any(start <= token.start and token.end <= end for start, end in asides)
        }
        self.tokens = clause.tokens
        self.possessive = ("'s", "'") if clause.language == "en" else ()

    def before_aside(self, index: int) -> int:
        """Left of a date, and of the preposition or article that leads to it."""
        while index in self.aside:
            index -= 1
        if (
            index >= 0
            and self.tokens[index].name < 0
            and self.low(index) in self.words.prepositions | self.words.articles
        ):
            index -= 1
        return index

    def is_metonym(self, index: int) -> bool:
        """Whether "team", "researchers" or their like stand there, so that the name behind acts."""
        for step in range(3):
            token = self.tokens[index - step] if index - step >= 0 else None
            if token is None or token.name >= 0 or token.tag not in ("NOUN", "ADJ", "PROPN"):
                return False
            if token.low in self.words.metonyms:
                return True
        return False

    def after_version_noun(self, index: int) -> bool:
        """Whether "version", "family" or their like stand there, so that the name behind "of" is meant."""
        return any(self.low(index - step) in self.words.version_nouns for step in range(3) if index - step >= 0)

    def refer(self, found: Argument, first: int, last: int) -> Argument:
        """An argument for a phrase that stands for an entity in focus."""
        return found.standing(self.tokens[first].start, self.tokens[last - 1].end)

    def opening(self, index: int) -> int | None:
        """The mark that opens what closes at `index`, when what stands before it can be a subject."""
        mark = CLOSERS[self.tokens[index].low]
        depth = 0
        for other in range(index - 1, max(index - 30, -1), -1):
            low = self.tokens[other].low
            if low == ")" and mark == ",":
                depth += 1
            elif low == "(" and depth:
                depth -= 1
            elif low == mark and not depth:
                if mark == "," and self._inside_list(other):
                    continue
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

    def _inside_list(self, comma: int) -> bool:
        """Whether a comma parts the members of a list of names, or stands before its last one."""
        group = self.clause.group_at(comma)
        if group is None or not group.first < comma < group.last:
            return False
        return any(token.low in self.words.conjunctions for token in self.tokens[group.first : group.last])

    def names_at(self, index: int) -> tuple[Argument, ...]:
        """The coordinated names of which the one at a token is part."""
        group = self.clause.group_at(index)
        return group.arguments if group else ()

    def opens_clause(self, index: int) -> bool:
        """Whether a name stands at the very start."""
        group = self.clause.group_at(index)
        return group is not None and group.first == 0

    def skip_determiners(self, index: int) -> int:
        """Left of the articles, adjectives and nouns of apposition before a name."""
        while (
            index >= 0
            and self.tokens[index].name < 0
            and self.tokens[index].low not in self.words.prepositions
            and (
                self.tokens[index].low in self.words.articles
                or self.tokens[index].low in QUOTES
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

    def is_adverb(self, token: Token) -> bool:
        """Whether a word stands between an auxiliary and its verb and changes nothing."""
        ends = token.low.endswith(("ment", "ly")) and token.tag != "NOUN"
        return ends or token.tag in ("ADV", "PART") or token.low in QUOTES

    def low(self, index: int) -> str:
        """The word at a token, lower case; empty outside the clause."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def topic(self) -> tuple[Argument, ...]:
        """The organisation that the news item is about, as an argument that refers to it."""
        found = self.focus.topic()
        return (found.implied(),) if found else ()

    def thing_meant(self, found: tuple[Argument, ...], kinds: frozenset[str]) -> tuple[Argument, ...]:
        """The thing in focus where "it" was taken for an entity that is of none of the kinds."""
        reference = found[0].reference if len(found) == 1 else None
        if reference is None or reference.words is None or not kinds or found[0].kinds[0] in kinds:
            return found
        thing = self.focus.artefact()
        if thing is None or thing.kinds[0] not in kinds:
            return found
        return (replace(thing.referred(reference.words), refers=True),)

    def governed_by_preposition(self, group: Group) -> bool:
        """Whether a name stands behind a preposition, and so is no subject."""
        return self.low(self.skip_determiners(group.first - 1)) in self.words.prepositions

    def carried(self, group: Group) -> bool:
        """Whether the noun right before a name is a thing for it, and not what it is ("un serveur MCP")."""
        return self.low(group.first - 1) in self.words.carriers

    def bare(self, start: int, group: Group) -> bool:
        """Whether nothing but articles, adjectives and what the named thing is stands between a verb and its object."""
        words = self.words
        known = words.organization_nouns | words.metonyms | words.naming
        return all(
            token.tag != "NOUN" or token.low in known or token.index in self.aside
            for token in self.tokens[start : group.first]
        )
