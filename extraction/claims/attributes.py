"""What a sentence says of a thing in numbers, dates and licences: claims whose object is a literal.

A literal belongs to the nearest name that can bear it: the one that its bracket follows, the one before it in the
clause, or, right behind it, the one that it describes ("le robot open source Reachy").
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extraction.claims import licensed
from extraction.claims.clause import Argument, Clause
from extraction.claims.effects import takes_effect
from extraction.claims.lexicon import Lexicon
from extraction.claims.outings import coming, out_since
from extraction.claims.raw import RawClaim
from extraction.claims.reading import ClauseReader
from extraction.claims.reference import is_artefact
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import NounEntry, TriggerIndex, VerbEntry
from extraction.claims.values import LITERAL_PREDICATES
from extraction.claims.verbs import Voice
from extraction.claims.walk import DEFINITE
from extraction.document import Role
from extraction.literals import FoundLiteral, LiteralKind
from graph.ontology import Ontology
from graph.records import Date, Factuality

DateOf = Callable[[tuple[int, int], tuple[int, int] | None], Date | None]
"""The date that belongs to the words of a span, given the span of an argument; both in clean text."""

_BORNE = frozenset({"licence", "license", "weights", "poids", "code", "context", "fenêtre"})
"""What a thing has, and so stands for it where it opens a sentence ("Its licence is ...", "La licence MIT ...")."""
_BETWEEN_REACH = 160
"""Characters between a name and its literal; chosen by hand."""
_DESCRIBED = re.compile(
    r"(?:[\w'’-]+ ){0,2}?(?:(?:models?|modèles?|llms?|version|variante?|family|famille|robot|outil|tool|library|"
    r"bibliothèque|framework|parameters?|paramètres|humanoïde|humanoid|dataset|agent|protocole|protocol|app|assistant|"
    r"chatbot)(?: [\w'’-]+){0,2} )?"
    r"(?:(?:nommée?s?|baptisée?s?|appelée?s?|called|named|dubbed) )?"
)
"""What may stand between a literal and the name right behind it that it describes."""
_JOINED = re.compile(
    r"\b(?:based|built|compared|comparée?s?|to|like|unlike|on|from|over|than|against|basée?s?|sur|depuis|que|contre|et|"
    r"and|ou|or|quand|while|whereas|tandis|mais|but|puis|then|vs|that|qui|alternatives?|rivals?)\b|[,;:]"
)
"""Words and marks that part a literal from the name behind it."""
_LONGEST_NOTE = 4
"""Words of a headline without a verb that may be a note on the thing above it ("Open source"); chosen by hand."""
_OPENING = re.compile(
    r"(?:(?:et |and |désormais |now |fully )?(?:avec|with|at|capables?|capable|dotée?s?|forte?s? de|featuring|"
    r"boasting|weighing|sporting|comptant|publiée?s?|distribuée?s?|released|licensed|under|sous|available|disponibles?)\b|$)"
)
"""How a phrase opens that stands before the name it describes ("With 14 billion parameters, X ...")."""
_FRONTED = re.compile(
    r"(?: ?(?:de paramètres|parameters|tokens|jetons|licen[sc]e))? ?,(?: (?:le|la|l'|les|the|its|son|sa))?"
    r"(?: (?:petit |small |new |nouveau )?(?:modèles?|models?|outil|tool|robot|framework|bibliothèque|library))?"
)
"""What parts such a phrase from the name."""
_AMOUNT_REACH = 90
"""Characters between a verb of raising and its amount; chosen by hand."""
_FUNDS = re.compile(
    r"\b(?:leads?|led|leading|co-led|joins|joined|anchored|mène|mènent|mené|dirige|dirigé|conduit|emmène|emmené)\b[^§]*$"
)
"""Verbs whose subject puts money into a round, in front of the word for it; who leads a round raises none."""
_EVENT_VERB = (
    r"(?:qui |which |that )?(?:se (?:tient|tiendra|déroule|déroulera)|s' ?est (?:tenue?|déroulée?)|aura lieu|"
    r"a (?:eu lieu|lieu)|(?:takes|took|will take|taking) place|will be held|was held|is held|held|is|was|prévue?|"
    r"organisée?|décernée?|tenue?|scheduled|set|runs|running)"
)
_EVENT_GAP = re.compile(
    r"\( ?§(?: , §)? ?, ?(?:le|du|les|on|from)? ?|"
    rf",? ?\(? ?(?:{_EVENT_VERB} ?)?(?:(?:à|au|aux|en|in|at|de|du) (?:l' ?)?(?:§|\w+)(?: , §)? ?,? ?)?"
    r"(?:le|du|les|on|from|in|en|à partir du|:|,)? ?"
)
"""What may stand between an event and its date: a verb of taking place, a venue, the date's own preposition."""


class AttributeReader:
    """Reads the literals of clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology

    def read(
        self,
        clause: Clause,
        syntax: Syntax,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
        dates: Sequence[tuple[int, int]],
    ) -> list[RawClaim]:
        """Every literal claim of a clause.

        Args:
            clause: With its names.
            syntax: Of the same clause.
            literals: Those found in the clause, spans in clean text.
            date_of: Which date belongs to which words.
            dates: Spans of the dates found in the clause, in clean text.
        """
        return [
            *self._described(clause, syntax, literals),
            *self._verbs(clause, syntax, literals, date_of),
            *self._nouns(clause, syntax, literals, date_of),
            *self._events(clause, date_of, dates),
            *self._effects(clause, date_of, dates),
            *self._out(clause, date_of, dates),
        ]

    # -- parameters, context windows, licences -----------------------------------------------------------------

    def _described(self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral]) -> Iterator[RawClaim]:
        for literal in literals:
            predicate = LITERAL_PREDICATES[literal.kind]
            if literal.kind is LiteralKind.AMOUNT or self._inside_name(clause, literal):
                continue
            kinds = frozenset(self.ontology.predicate(predicate).domain)
            for owner in self._owners(clause, syntax, literal, kinds):
                qualifiers = (("which", literal.which),) if literal.which else ()
                span = (literal.start, literal.end)
                claim = self._claim(clause, predicate, owner, literal.value, span, "attribute", qualifiers)
                yield replace(claim, told=Factuality.NEGATED) if literal.negated else claim

    @staticmethod
    def _licence(clause: Clause, literal: FoundLiteral) -> str:
        """The words of a licence and the one behind them, lower case."""
        start = clause.sentence.start
        return clause.text[literal.start - start : literal.end - start + len(" licence")].casefold()

    def _inside_name(self, clause: Clause, literal: FoundLiteral) -> bool:
        return any(argument.start <= literal.start and literal.end <= argument.end for argument in clause.arguments)

    def _owners(
        self, clause: Clause, syntax: Syntax, literal: FoundLiteral, kinds: frozenset[str]
    ) -> tuple[Argument, ...]:
        able = [group for group in clause.groups if set(group.arguments[0].kinds) & kinds]
        if literal.kind == "license":
            able = [group for group in able if group.arguments[0].kinds[0] in kinds]
        behind = next((group for group in able if group.start >= literal.end), None)
        if literal.kind == "license" and (beside := _beside(syntax, literal)) is not None:
            return (beside,) if set(beside.kinds[:1]) & kinds else ()
        if behind is not None:
            gap = clause.between(literal.end, behind.start)
            described = _DESCRIBED.fullmatch((gap + " ").lstrip()) and not _JOINED.search(gap)
            if described and (literal.kind != "license" or not _is_article_gap(gap)):
                return behind.arguments[:1]
        before = [group for group in able if group.end <= literal.start and literal.start - group.end <= _BETWEEN_REACH]
        if len(before) > 1 and licensed.compared(clause.between(clause.sentence.start, before[-1].start)):
            before = before[:-1]
        if before:
            nearest = before[-1]
            gap = clause.between(nearest.end, literal.start)
            opens = clause.tokens[0].low in syntax.words.openers
            if literal.kind == "license" and opens and syntax.governed_by_preposition(nearest):
                return syntax.thing_of_note(0, kinds)  # "Disponible sur GitHub, open source": not GitHub's.
            under = licensed.under(gap, self._licence(clause, literal))
            parted = literal.kind == "license" and _parted(clause, syntax.words, nearest.end, literal.start)
            if ";" in gap or parted or (literal.kind == "license" and not under):
                return ()
            if gap.strip().startswith("(") and ")" not in gap and len(nearest.arguments) > 1:
                return nearest.arguments[-1:]
            return nearest.arguments if literal.kind == "license" else nearest.arguments[-1:]
        if behind is not None and not any(group.end <= literal.start for group in clause.groups):
            opening = clause.between(clause.sentence.start, literal.start)
            gap = clause.between(literal.end, behind.start)
            if _OPENING.match(opening) and _FRONTED.fullmatch(gap):
                return behind.arguments[:1]
        said = clause.between(clause.sentence.start, literal.start)
        fits = literal.kind != "license" or licensed.under(said, self._licence(clause, literal)) or not said.strip()
        return self._referred(clause, syntax, kinds) if fits and not clause.text.rstrip().endswith("?") else ()

    def _referred(self, clause: Clause, syntax: Syntax, kinds: frozenset[str]) -> tuple[Argument, ...]:
        """The thing in focus, where words of a sentence that names none stand for it, or it is a note without a verb.

        "Il compte 7 milliards de paramètres", "X published it in 8B and 70B", "Deux tailles, sous licence MIT".
        """
        if any(is_artefact(argument) for argument in clause.arguments):
            return ()
        words, tokens = syntax.words, clause.tokens
        lows = [token.low for token in tokens]
        opening = set(lows[:3])
        stands = bool(lows) and (lows[0] in words.subject_pronouns or bool(opening & words.model_nouns))
        stands = stands or (bool(opening & _BORNE) and lows[0] in words.possessives | DEFINITE)
        verbs = [token.index for token in tokens if token.tag in ("VERB", "AUX")]
        pointed = any(lows[index + 1 : index + 2] == ["it"] for index in verbs)
        headline = clause.sentence.role is Role.HEADLINE and len(tokens) > _LONGEST_NOTE
        if not (stands or pointed or not (verbs or headline)):
            return ()
        found = syntax.focus.artefact(kinds)
        return (found.implied(),) if found else ()

    # -- verbs and nouns with a literal ------------------------------------------------------------------------

    def _verbs(
        self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral], date_of: DateOf
    ) -> Iterator[RawClaim]:
        for token in clause.tokens:
            if token.name >= 0:
                continue
            for entry in self.triggers.verbs.get(token.low, ()):
                if entry.trigger.intransitive:
                    yield from self._verb(clause, syntax, token.index, entry, literals, date_of)

    def _verb(
        self,
        clause: Clause,
        syntax: Syntax,
        at: int,
        entry: VerbEntry,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        trigger = entry.trigger
        if trigger.after and ClauseReader.follows(clause, at, trigger.after) is None:
            return
        use = syntax.use(at, entry.forms, at + 1)
        if trigger.reflexive and not use.reflexive:
            return
        span = (clause.tokens[use.first].start, clause.tokens[use.last - 1].end)
        subjects = tuple(one for one in syntax.subject(use) if self._can_bear(entry.predicate, one))
        if not subjects and entry.predicate == "RELEASED_ON":
            subjects = tuple(one for one in coming(clause, syntax, use) if self._can_bear(entry.predicate, one))
        if not subjects and use.voice is not Voice.GERUND:
            subjects = syntax.thing_of_note(use.first, frozenset(self.ontology.predicate(entry.predicate).domain))
        if not subjects:
            return
        if entry.predicate == "RAISED":
            amount = self._amount(clause, literals, span[1])
            if amount is not None:
                for subject in subjects:
                    yield self._claim(clause, entry.predicate, subject, amount.value, span, entry.rule)
            return
        if (
            entry.predicate == "RELEASED_ON"
            and use.voice is not Voice.PASSIVE
            and syntax.direct_object(use.last) is not None
            and not any(subject.start >= span[1] for subject in subjects)
        ):
            return
        yield from self._dated(clause, entry.predicate, subjects, span, entry.rule, date_of)

    def _nouns(
        self, clause: Clause, syntax: Syntax, literals: Sequence[FoundLiteral], date_of: DateOf
    ) -> Iterator[RawClaim]:
        lows = [token.low for token in clause.tokens]
        for token in clause.tokens:
            for entry in self.triggers.nouns.get(token.low, ()) if token.name < 0 else ():
                width = len(entry.words)
                if entry.trigger.literal and tuple(lows[token.index : token.index + width]) == entry.words:
                    yield from self._noun(clause, syntax, token.index, token.index + width, entry, literals, date_of)

    def _noun(
        self,
        clause: Clause,
        syntax: Syntax,
        first: int,
        last: int,
        entry: NounEntry,
        literals: Sequence[FoundLiteral],
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        span = (clause.tokens[first].start, clause.tokens[last - 1].end)
        group = syntax.prepositional_object(last, entry.trigger.object, reach=6) if entry.trigger.object else None
        subjects = group.arguments if group else ()
        if entry.predicate == "RAISED":
            amount = self._amount(clause, literals, span[1]) or self._amount_before(clause, literals, span[0])
            if amount is None:
                return
            subjects = subjects or ClauseReader.owner(clause, syntax, first)
            if not subjects and not _FUNDS.search(clause.between(clause.sentence.start, span[0])):
                subjects = ClauseReader.governor(clause, syntax, first, topic=True)
            for subject in subjects:
                if self._can_bear(entry.predicate, subject):
                    yield self._claim(clause, entry.predicate, subject, amount.value, span, entry.rule)
            return
        if not subjects and entry.trigger.compound and first > 0 and clause.tokens[first - 1].name >= 0:
            before = clause.group_at(first - 1)
            subjects = before.arguments if before else ()
        able = tuple(one for one in subjects if self._can_bear(entry.predicate, one))
        yield from self._dated(clause, entry.predicate, able, span, entry.rule, date_of)

    def _dated(
        self,
        clause: Clause,
        predicate: str,
        subjects: tuple[Argument, ...],
        span: tuple[int, int],
        rule: str,
        date_of: DateOf,
    ) -> Iterator[RawClaim]:
        for subject in subjects:
            date = date_of(span, (subject.start, subject.end) if not subject.refers else None)
            if date is not None:
                yield self._claim(clause, predicate, subject, date.edtf, span, rule)

    def _amount(self, clause: Clause, literals: Sequence[FoundLiteral], after: int) -> FoundLiteral | None:
        """The money that follows a verb of raising, unless it is a valuation or a price."""
        for literal in literals:
            if (
                literal.kind == "amount"
                and literal.role in ("funding", "unknown")
                and 0 <= literal.start - after <= _AMOUNT_REACH
            ):
                return literal
        return None

    def _amount_before(self, clause: Clause, literals: Sequence[FoundLiteral], before: int) -> FoundLiteral | None:
        """As in "a $2 billion round": the money right before the noun."""
        found = [literal for literal in literals if literal.kind == "amount" and 0 <= before - literal.end <= 25]
        return found[-1] if found and found[-1].role in ("funding", "unknown") else None

    # -- events ------------------------------------------------------------------------------------------------

    def _events(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """An event with its date right behind ("Generative AI Summit (29–30 avril à Santa Clara)")."""
        for argument in clause.arguments:
            if argument.kinds[0] != "Event":
                continue
            following = next((span for span in dates if span[0] >= argument.end), None)
            if following is None or not _EVENT_GAP.fullmatch(clause.between(argument.end, following[0])):
                continue
            date = date_of(following, None)
            if date is not None:
                yield self._claim(clause, "HAPPENED_ON", argument, date.edtf, following, "event-date")

    def _effects(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """A law with the day from which it holds ("SB 53, effective January 1")."""
        for argument in clause.arguments:
            if argument.kinds[0] != "Regulation":
                continue
            for when in takes_effect(clause, argument, dates):
                date = date_of(when, None)
                if date is not None:
                    yield self._claim(clause, "EFFECTIVE_ON", argument, date.edtf, when, "effect-date")

    def _out(self, clause: Clause, date_of: DateOf, dates: Sequence[tuple[int, int]]) -> Iterator[RawClaim]:
        """Things that are out since a date ("PyTorch 2.7, out since 23 April")."""
        for argument, span in out_since(clause, dates):
            date = date_of(span, None)
            if date is not None and self._can_bear("RELEASED_ON", argument):
                edtf = date.edtf.removesuffix("/..")
                yield self._claim(clause, "RELEASED_ON", argument, edtf, span, "out-since")

    def _can_bear(self, predicate: str, argument: Argument) -> bool:
        return bool(set(argument.kinds[:1]) & set(self.ontology.predicate(predicate).domain)) or (
            not argument.refers and bool(set(argument.kinds) & set(self.ontology.predicate(predicate).domain))
        )

    def _claim(
        self,
        clause: Clause,
        predicate: str,
        subject: Argument,
        value: str,
        trigger: tuple[int, int],
        rule: str,
        qualifiers: tuple[tuple[str, str], ...] = (),
    ) -> RawClaim:
        confidence = 0.7 if subject.refers else 0.85
        return RawClaim(
            predicate, subject, None, value, trigger, rule, confidence, clause.sentence.position, qualifiers=qualifiers
        )


_ARTICLES = re.compile(r"(?:.* )?(?:de|du|des|of|for|pour|and|et|,)(?: .*)?")


def _is_article_gap(gap: str) -> bool:
    return bool(_ARTICLES.fullmatch(gap))


def _parted(clause: Clause, words: Lexicon, start: int, end: int) -> bool:
    """Whether a verb parts a name from the licence behind it that says neither what it is nor what it is put under."""
    between = [token for token in clause.tokens if start <= token.start and token.end <= end and token.name < 0]
    verbs = [place for place, token in enumerate(between) if token.tag == "VERB"]
    return bool(verbs) and not any(token.low in words.licensing for token in between[verbs[-1] :])


def _beside(syntax: Syntax, literal: FoundLiteral) -> Argument | None:
    """What a phrase stands for that a licence describes ("ce modèle open source", "the open-source model")."""
    for one in syntax.stand_ins:
        behind = 0 <= literal.start - one.end <= 1
        within = one.start <= literal.start and literal.end <= one.end
        if is_artefact(one) and (behind or within):
            return one
    return None
