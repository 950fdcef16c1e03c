"""One clause read for claims: every verb, noun and pair of names that a trigger knows.

What comes out is raw: no date, no factuality, no evidence yet, and one triple may be read several times.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.leads import Lead, has_its_subject, leads
from extraction.claims.makers import listed, owns_next, whole_list, without_makers
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import CompiledBetween, NounEntry, Part, TriggerIndex, VerbEntry
from extraction.claims.verbs import VerbUse, Voice, rough_forms
from graph.ontology import Ontology
from graph.records import Factuality


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A predicate read between two arguments, or an argument and a literal.

    `trigger` is the span, in clean text, of the words that state it; `told` is set when the trigger itself decides the
    factuality ("former" aside); `reduced` tells a participle that describes a name in passing ("X, led by Y"); `until`
    is where words behind the second name that state it too end ("X, which Y released"), 0 without any.
    """

    predicate: str
    subject: Argument
    object: Argument | None
    value: str | None
    trigger: tuple[int, int]
    rule: str
    confidence: float
    sentence: int
    told: Factuality | None = None
    reduced: bool = False
    until: int = 0
    qualifiers: tuple[tuple[str, str], ...] = field(default=())


AROUND = 60
"""Characters beside two names in which a trigger's `before` and `after` are looked for."""
BETWEEN_REACH = 180
"""Characters between two names beyond which no pattern joins them."""
OWNED_TOGETHER = 2
"""Names that one possessive covers ("OpenAI's GPT-4 and Whisper"); in a longer list it covers the first alone."""
AFTER_REACH = 12
"""Tokens within which the words that must follow a verb are looked for ("met X en open source")."""
POINTED_AT = frozenset({"RELEASED", "ACQUIRED", "ENACTED", "TOOK_ACTION_AGAINST"})
"""What may be told of a thing that a pronoun stands for ("has not shipped it", "doit encore l'approuver")."""

LED = frozenset({"AVAILABLE_ON", "SUPPORTS", "USES", "BASED_ON", "OUTPERFORMS", "COMPETES_WITH", "SUCCEEDS"})
"""Predicates read behind words that stand for a name; others are told of them in too many ways (measured on dev)."""
PENALTY_REFERENCE = 0.15
"""Confidence lost when an end was found by reference and not by name; chosen by hand."""


class ClauseReader:
    """Reads clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology
        self.between_things = frozenset(
            name
            for name, declared in ontology.predicates.items()
            if {"Model", "Product"} <= set(declared.domain) & set(declared.range)
        )

    def read(self, clause: Clause, syntax: Syntax) -> list[RawClaim]:
        """Every claim that verbs, nouns and the words between names state in this clause."""
        if not clause.tokens:
            return []
        return [
            *self._verbs(clause, syntax),
            *self._nouns(clause, syntax),
            *self._between(clause),
            *self._led(clause, syntax),
            *self._possessed(clause, syntax),
        ]

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verbs(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        for token in clause.tokens:
            if token.name >= 0:
                continue
            entries = self.triggers.verbs.get(token.low, ())
            if token.tag in ("NOUN", "ADJ") and not self._verbal(clause, token.index):
                entries = tuple(entry for entry in entries if entry.trigger.after)
            for entry in entries:
                yield from self._verb(clause, syntax, token.index, entry)

    def _verbal(self, clause: Clause, index: int) -> bool:
        """Whether a word tagged as a noun may be a verb all the same: right behind a name, or a participle."""
        previous = clause.tokens[index - 1] if index else None
        token = clause.tokens[index]
        if previous is not None and previous.name >= 0:
            return True
        if previous is not None and previous.low in ("s'", "se", "l'", "n'", "ne", "qui", "who", "which", "to"):
            return True
        if token.low.endswith(("é", "ée", "és", "ées", "ed", "s")) and previous is not None:
            return previous.low in (
                "has",
                "have",
                "a",
                "ont",
                "été",
                "est",
                "sont",
                ",",
                "was",
                "were",
                "and",
                "et",
                "also",
            )
        return index == 0 and token.low.endswith(("é", "ée", "ed"))

    def _verb(self, clause: Clause, syntax: Syntax, at: int, entry: VerbEntry) -> Iterator[RawClaim]:
        trigger = entry.trigger
        if trigger.intransitive:
            return
        if trigger.after and self.follows(clause, at, trigger.after) is None:
            return
        if entry.unless is not None and entry.unless.search(_near(clause, at)):
            return
        use = syntax.use(at, entry.forms, at + 1)
        if trigger.reflexive != use.reflexive and (
            trigger.reflexive or (use.voice is Voice.ACTIVE and clause.language == "fr")
        ):
            return
        parts = self._parts(syntax, use, entry)
        if parts is None:
            return
        first, second = (parts[part] for part in trigger.claim)
        span = (clause.tokens[use.first].start, clause.tokens[use.last - 1].end)
        for subject in first:
            for object_ in second:
                for claim in self._claim(
                    entry.predicate, subject, object_, span, entry.rule, trigger.confidence, clause
                ):
                    yield replace(claim, reduced=use.voice is Voice.REDUCED)

    @staticmethod
    def follows(clause: Clause, at: int, phrases: tuple[str, ...]) -> int | None:
        """Where the words that must follow begin; None when they do not follow."""
        tokens = clause.tokens[at + 1 : at + 1 + AFTER_REACH]
        if not tokens:
            return None
        window = f" {clause.between(tokens[0].start, tokens[-1].end)} "
        found = [window.index(f" {phrase} ") for phrase in phrases if f" {phrase} " in window]
        return min(found) if found else None

    def _parts(self, syntax: Syntax, use: VerbUse, entry: VerbEntry) -> dict[str, tuple[Argument, ...]] | None:
        """The arguments in each place, with the passive turned round; None when a needed place is empty."""
        trigger = entry.trigger
        direct = "direct" in trigger.object
        prepositions = tuple(word for word in trigger.object if word != "direct")
        kinds = frozenset(trigger.object_kinds) or self._kinds(entry.predicate, trigger.claim, "object")
        subject = syntax.subject(use)
        lender = syntax.lender(use)
        wanted = self._kinds(entry.predicate, trigger.claim, "subject")
        if lender is not None and wanted & set(lender.arguments[0].kinds[:1]) and "Organization" not in wanted:
            subject = lender.arguments
        if entry.predicate in LED:
            subject = syntax.thing_meant(subject, wanted)
        object_: tuple[Argument, ...] = ()
        if use.voice in (Voice.PASSIVE, Voice.REDUCED) and direct:
            subject, object_ = self._agent(syntax, use, entry), subject
        elif direct:
            found = syntax.direct_object(use.last, kinds)
            object_ = _arguments(found if found is None or not trigger.bare or syntax.bare(use.last, found) else None)
        if direct and not object_ and use.voice is Voice.ACTIVE:
            object_ = syntax.relative_object(use)
        if direct and not object_ and entry.predicate in POINTED_AT and use.voice in (Voice.ACTIVE, Voice.INFINITIVE):
            object_ = _arguments(syntax.pronoun_object(use, kinds, subject))
        if not object_ and prepositions and (not direct or use.voice is Voice.ACTIVE or use.voice is Voice.INFINITIVE):
            object_ = _arguments(syntax.prepositional_object(use.last, prepositions, 10, kinds))
        wanted = self._kinds(entry.predicate, trigger.claim, "second")
        second = (
            _arguments(syntax.prepositional_object(use.last, trigger.second, kinds=wanted)) if trigger.second else ()
        )
        if entry.predicate in LED:
            object_, second = (whole_list(syntax.walk.clause, part) for part in (object_, second))
        parts = {
            "subject": _of_kinds(subject, trigger.subject_kinds),
            "object": _of_kinds(object_, trigger.object_kinds),
            "second": second,
        }
        return parts if all(parts[part] for part in trigger.claim) else None

    def _kinds(self, predicate: str, claim: tuple[Part, Part], part: Part) -> frozenset[str]:
        """The kinds that the predicate takes from a place beside the verb; empty when it takes none from there."""
        declared = self.ontology.predicate(predicate)
        if part == claim[0]:
            return frozenset(declared.domain)
        return frozenset(declared.range) if part == claim[1] else frozenset()

    def _agent(self, syntax: Syntax, use: VerbUse, entry: VerbEntry) -> tuple[Argument, ...]:
        """Who did what a passive says: what follows "by", else the item's topic where the trigger allows that."""
        kinds = frozenset(entry.trigger.subject_kinds) or self._kinds(entry.predicate, entry.trigger.claim, "subject")
        agent = _arguments(syntax.prepositional_object(use.last, ("by", "par"), kinds=kinds))
        if agent or not entry.trigger.agentless or entry.trigger.claim[0] != "subject" or use.voice is Voice.REDUCED:
            return agent
        return syntax.topic()

    # -- nouns ---------------------------------------------------------------------------------------------------

    def _nouns(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        lows = [token.low for token in clause.tokens]
        for token in clause.tokens:
            if token.name >= 0:
                continue
            for entry in self.triggers.nouns.get(token.low, ()):
                width = len(entry.words)
                if tuple(lows[token.index : token.index + width]) == entry.words:
                    yield from self._noun(clause, syntax, token.index, token.index + width, entry)

    def _noun(self, clause: Clause, syntax: Syntax, first: int, last: int, entry: NounEntry) -> Iterator[RawClaim]:
        trigger = entry.trigger
        if trigger.literal:
            return
        span = (clause.tokens[first].start, clause.tokens[last - 1].end)
        if trigger.between:
            yield from self._pairs(clause, syntax, last, span, entry)
        kinds = frozenset(self.ontology.predicate(entry.predicate).range) if entry.predicate in LED else frozenset()
        found = syntax.prepositional_object(last, trigger.object, reach=6, kinds=kinds) if trigger.object else None
        objects = _arguments(found)
        owner = self.owner(clause, syntax, first)
        if not objects and trigger.compound and first > 0 and clause.tokens[first - 1].name >= 0:
            group = clause.group_at(first - 1)
            objects, owner = (group.arguments if group else ()), ()
            first = group.first if group else first
        together = _arguments(syntax.prepositional_object(last, trigger.together, reach=8)) if trigger.together else ()
        agents = _arguments(syntax.prepositional_object(last, trigger.agent, reach=10)) if trigger.agent else ()
        if not agents and trigger.possessor == "subject":
            agents = owner or self.governor(clause, syntax, first, topic=bool(trigger.together))
        elif not objects and trigger.possessor == "object":
            objects = owner or self.governor(clause, syntax, first, topic=False)
        if entry.predicate in LED:
            agents = syntax.thing_meant(agents, frozenset(self.ontology.predicate(entry.predicate).domain))
            objects = whole_list(clause, objects)
        for subject in agents:
            for object_ in (*objects, *together):
                if subject.entity != object_.entity:
                    yield from self._claim(
                        entry.predicate, subject, object_, span, entry.rule, trigger.confidence, clause
                    )

    def _pairs(
        self, clause: Clause, syntax: Syntax, last: int, span: tuple[int, int], entry: NounEntry
    ) -> Iterator[RawClaim]:
        group = syntax.prepositional_object(last, entry.trigger.between, reach=6)
        members = group.arguments if group else ()
        for index, left in enumerate(members):
            for right in members[index + 1 :]:
                yield from self._claim(entry.predicate, left, right, span, entry.rule, entry.trigger.confidence, clause)

    @staticmethod
    def owner(clause: Clause, syntax: Syntax, first: int) -> tuple[Argument, ...]:
        """Whose the noun is: "Google's acquisition", "its acquisition"."""
        index = first - 1
        while (
            index >= 0
            and first - index <= 4
            and clause.tokens[index].tag in ("ADJ", "NOUN", "NUM")
            and clause.tokens[index].name < 0
        ):
            index -= 1
        if index < 0:
            return ()
        low = clause.tokens[index].low
        if low in ("'s", "'") and clause.language == "en":
            group = clause.group_at(index - 1)
            return group.arguments if group else ()
        if low in syntax.words.possessives:
            found = syntax.focus.organization()
            return (found.referred((clause.tokens[index].start, clause.tokens[index].end)),) if found else ()
        return ()

    @staticmethod
    def governor(clause: Clause, syntax: Syntax, first: int, *, topic: bool) -> tuple[Argument, ...]:
        """The subject of the verb whose object the noun is ("X annonce le rachat de Y").

        With `topic`, a sentence that opens with the noun is about the item's organisation.
        """
        for index in range(first - 1, max(first - 9, -1), -1):
            token = clause.tokens[index]
            if token.name >= 0:
                return ()
            if token.low in (";", ".", ":"):
                return _arguments(clause.group_at(index - 1)) if token.low == ":" else ()
            if token.tag in ("VERB", "AUX") or token.low in syntax.words.modals:
                use = syntax.use(index, rough_forms(token), index + 1)
                return () if use.voice in (Voice.PASSIVE, Voice.REDUCED) else syntax.subject(use)
        return syntax.topic() if topic and first <= 2 else ()

    # -- words between two names ---------------------------------------------------------------------------------

    def _between(self, clause: Clause) -> Iterator[RawClaim]:
        groups, sentence = clause.groups, clause.sentence
        for index, left in enumerate(groups):
            before = clause.between(max(left.start - AROUND, sentence.start), left.start)
            if len(left.arguments) > 1:
                joiner = "et" if clause.language == "fr" else "and"
                yield from self._within(clause, left, joiner, before)
            for skip, right in enumerate(groups[index + 1 : index + 4]):
                if right.start - left.end > BETWEEN_REACH:
                    break
                words = clause.between(left.end, right.start)
                if skip and "§" not in words:
                    continue
                after = clause.between(right.end, min(right.end + AROUND, sentence.end))
                owner, bare = owns_next(clause, index + skip + 1), without_makers(words)
                for item in self.triggers.between:
                    things = item.predicate in self.between_things
                    if things and (owner or (item.predicate in LED and _only_owner(item, right, after))):
                        continue
                    said = bare if things else words
                    if item.pattern.fullmatch(said) and _around(item, before, said, after):
                        wide = Group(right.first, right.last, listed(clause, right)) if things else right
                        yield from self._join(item, left, wide, clause)

    def _led(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """What patterns between two names say of a thing that the clause does not name ("It runs on X")."""
        for lead in leads(clause, syntax.words, syntax.focus):
            index = next((number for number, group in enumerate(clause.groups) if group.start >= lead.end), None)
            while index is not None and owns_next(clause, index):
                index += 1
            if index is None or clause.groups[index].start - lead.end > BETWEEN_REACH:
                continue
            right = clause.groups[index]
            words = without_makers(clause.between(lead.end, right.start))
            before = clause.between(max(lead.start - AROUND, clause.sentence.start), lead.start)
            after = clause.between(right.end, min(right.end + AROUND, clause.sentence.end))
            if lead.bare and has_its_subject(clause, index, after):
                continue
            wide = Group(right.first, right.last, listed(clause, right))
            for item in self.triggers.between:
                if item.predicate in LED and not _only_owner(item, right, after) and item.pattern.fullmatch(words):
                    meant = self._meant(item, lead)
                    if meant is not None and _around(item, before, words, after):
                        yield from self._join(item, Group(0, 0, (meant,)), wide, clause)

    def _meant(self, item: CompiledBetween, lead: Lead) -> Argument | None:
        """Who of those that a lead may mean can be at the left end of a trigger."""
        declared = self.ontology.predicate(item.predicate)
        side = declared.range if item.trigger.inverse else declared.domain
        return lead.fitting(frozenset(item.trigger.left_kinds or side))

    def _within(self, clause: Clause, group: Group, joiner: str, before: str) -> Iterator[RawClaim]:
        """What is said of two names joined by "and" together ("X and Y announced a partnership")."""
        after = clause.between(group.end, min(group.end + AROUND, clause.sentence.end))
        for item in self.triggers.between:
            if item.after is not None and item.pattern.fullmatch(joiner) and _around(item, before, joiner, after):
                for number, one in enumerate(group.arguments):
                    rest = group.arguments[number + 1 :]
                    if rest:
                        yield from self._join(item, Group(0, 0, (one,)), Group(0, 0, rest), clause)

    def _join(self, item: CompiledBetween, left: Group, right: Group, clause: Clause) -> Iterator[RawClaim]:
        trigger = item.trigger
        start, end = left.end, right.start
        until = _statement_end(item, right, clause)
        told = Factuality(trigger.factuality) if trigger.factuality else None
        owned = item.predicate == "DEVELOPED" and not trigger.inverse and len(right.arguments) > OWNED_TOGETHER
        single = item.predicate == "DEVELOPED" and trigger.inverse
        for one in left.arguments[-1:] if single else left.arguments:
            for other in right.arguments[:1] if owned else right.arguments:
                if trigger.left_kinds and not set(one.kinds) & set(trigger.left_kinds):
                    continue
                if trigger.right_kinds and not set(other.kinds) & set(trigger.right_kinds):
                    continue
                subject, object_ = (other, one) if trigger.inverse else (one, other)
                for claim in self._claim(
                    item.predicate,
                    subject,
                    object_,
                    (start, max(end, start + 1)),
                    item.rule,
                    trigger.confidence,
                    clause,
                    told,
                ):
                    yield replace(claim, until=until)

    # -- possessives ---------------------------------------------------------------------------------------------

    def _possessed(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """As in "its humanoid robot Reachy", "its chief scientist, X", "its I/O conference": what is somebody's own."""
        for token in clause.tokens:
            if token.name >= 0 or token.low not in syntax.words.possessives:
                continue
            yield from self._apposed_role(clause, syntax, token.index)
            found = self._possession(clause, syntax, token.index + 1)
            if found is None:
                continue
            predicates, group = found
            owners = [
                other
                for other in clause.groups
                if other.last <= token.index and other.arguments[0].kinds[0] == "Organization"
            ]
            owners = [other for other in owners if not syntax.governed_by_preposition(other)] or owners
            owner = owners[-1].arguments if owners else syntax.topic()
            span = (token.start, group.start)
            for subject in owner[:1] if len(owner) == 1 else ():
                for object_ in group.arguments[:1] if "DEVELOPED" not in predicates else group.arguments:
                    for predicate in predicates:
                        ends = (object_, subject) if predicate in ("WORKS_FOR", "FOUNDED") else (subject, object_)
                        yield from self._claim(predicate, *ends, span, "possessive", 0.75, clause)

    def _apposed_role(self, clause: Clause, syntax: Syntax, index: int) -> Iterator[RawClaim]:
        """As in "Greg Brockman, its president": what the person is to the organisation in focus."""
        before = clause.group_at(index - 2) if index >= 2 and clause.tokens[index - 1].low == "," else None
        if before is None or before.last != index - 1 or before.arguments[0].kinds[0] != "Person":
            return
        nouns = {token.low for token in clause.tokens[index + 1 : index + 4] if token.name < 0}
        followed = any(token.name >= 0 for token in clause.tokens[index + 1 : index + 4])
        owner = syntax.topic()
        if followed or not owner:
            return
        span = (clause.tokens[index].start, clause.tokens[index].end)
        for predicate, words in (("FOUNDED", syntax.words.founder_nouns), ("WORKS_FOR", syntax.words.role_nouns)):
            if nouns & words:
                yield from self._claim(predicate, before.arguments[0], owner[0], span, "possessive", 0.75, clause)

    def _possession(self, clause: Clause, syntax: Syntax, start: int) -> tuple[tuple[str, ...], Group] | None:
        """The names right behind a possessive and a common noun, and what the noun makes of them."""
        words = syntax.words
        things = words.model_nouns | words.artefact_nouns | words.version_nouns
        seen: set[str] = set()
        for index in range(start, min(start + 8, len(clause.tokens))):
            token = clause.tokens[index]
            if token.name >= 0:
                group = clause.group_at(index)
                if group is None:
                    return None
                kind = group.arguments[0].kinds[0]
                if kind == "Event":
                    return ("ORGANIZED",), group
                if kind == "Person":
                    founder = ("FOUNDED",) if seen & words.founder_nouns else ()
                    works = ("WORKS_FOR",) if seen & words.role_nouns else ()
                    return (founder + works, group) if founder or works else None
                known = {low for low in seen if low in things or low.rstrip("s") in things}
                return (("DEVELOPED",), group) if known else None
            between = words.naming | words.of | words.conjunctions | {'"', "«", "“", ",", "-"}
            if token.tag not in ("NOUN", "ADJ", "PROPN", "NUM", "ADV", "X") and token.low not in between:
                return None
            seen.add(token.low)
        return None

    # -- the claim -----------------------------------------------------------------------------------------------

    def _claim(
        self,
        predicate: str,
        subject: Argument,
        object_: Argument,
        span: tuple[int, int],
        rule: str,
        confidence: float,
        clause: Clause,
        told: Factuality | None = None,
    ) -> Iterator[RawClaim]:
        if subject.entity == object_.entity or not fits(self.ontology, predicate, subject, object_):
            return
        if subject.refers and object_.refers:
            return
        confidence -= PENALTY_REFERENCE * (subject.refers + object_.refers)
        yield RawClaim(
            predicate, subject, object_, None, span, rule, round(confidence, 3), clause.sentence.position, told
        )


def fits(ontology: Ontology, predicate: str, subject: Argument, object_: Argument | None) -> bool:
    """Whether some kinds of the two ends are those that the predicate joins."""
    ends = object_.kinds if object_ is not None else (None,)
    return any(ontology.allows(predicate, one, other) for one in subject.kinds for other in ends)


def _near(clause: Clause, at: int) -> str:
    """The six words around a verb, as triggers see them."""
    tokens = clause.tokens[max(at - 3, 0) : at + 4]
    return clause.between(tokens[0].start, tokens[-1].end)


def _statement_end(item: CompiledBetween, right: Group, clause: Clause) -> int:
    """Where the words behind two names that a pattern asks for end, in clean text; 0 when it asks for none."""
    if item.after is None:
        return 0
    found = item.after.match(clause.between(right.end, min(right.end + AROUND, clause.sentence.end)))
    tokens = [token for token in clause.tokens if token.start >= right.end][: len(found[0].split()) if found else 0]
    return tokens[-1].end if tokens else 0


def _of_kinds(arguments: tuple[Argument, ...], kinds: tuple[str, ...]) -> tuple[Argument, ...]:
    return tuple(one for one in arguments if set(one.kinds) & set(kinds)) if kinds else arguments


def _arguments(group: Group | None) -> tuple[Argument, ...]:
    return group.arguments if group else ()


def _only_owner(item: CompiledBetween, right: Group, after: str) -> bool:
    """Whether the name on the right only owns what is meant ("available to OpenAI's paid tiers")."""
    organization = right.arguments[-1].kinds[0] == "Organization"
    return organization and not item.trigger.inverse and after.startswith("'s ")


def _around(item: CompiledBetween, before: str, words: str, after: str) -> bool:
    if item.before is not None and not item.before.search(before):
        return False
    if item.unless is not None and item.unless.search(f"{before} § {words} § {after}"):
        return False
    return item.after is None or bool(item.after.match(after))
