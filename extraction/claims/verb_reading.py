"""Verbs that a trigger knows, with what they join: who does it in which voice, and to what."""

from collections.abc import Iterator
from dataclasses import replace

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.leads import LED
from extraction.claims.makers import whole_list
from extraction.claims.raw import RawClaim, make_claim
from extraction.claims.reference import is_artefact
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import Part, TriggerIndex, VerbEntry
from extraction.claims.verbs import VerbUse, Voice
from graph.ontology import Ontology

AFTER_REACH = 12
"""Tokens within which the words that must follow a verb are looked for ("met X en open source")."""
POINTED_AT = frozenset({"RELEASED", "ACQUIRED", "ENACTED", "ENFORCES", "TOOK_ACTION_AGAINST", "SUPPORTS", "USES"})
"""What may be told of a thing that a pronoun stands for ("has not shipped it", "doit encore l'approuver")."""
ANNOUNCED = frozenset({"RELEASED", "DEVELOPED"})
"""What a headline tells of the item's organisation without naming it ("Introducing X"); "Using X" is anybody's."""
REGULATION = frozenset({"Regulation"})
"""The subject of what only laws do."""
COMPARED = frozenset({"COMPETES_WITH", "OUTPERFORMS", "SUCCEEDS"})
"""What sets one thing against another of its sort."""


class VerbReader:
    """Reads the verbs of clauses with the triggers of one language."""

    def __init__(self, triggers: TriggerIndex, ontology: Ontology) -> None:
        self.triggers, self.ontology = triggers, ontology

    def read(self, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
        """Every claim that verbs state in a clause."""
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
            following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
            verb = following is not None and following.name < 0 and following.tag in ("VERB", "AUX")
            return not (verb and token.tag == "NOUN" and clause.language == "en")  # "Meta engineers released"
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
        if trigger.after and follows(clause, at, trigger.after) is None:
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
        announced = entry.predicate in ANNOUNCED and syntax.focus.headlines_organization()
        if use.voice is Voice.GERUND and not announced and any(one.unsaid for one in parts["subject"]):
            return
        span = (clause.tokens[use.first].start, clause.tokens[use.last - 1].end)
        for subject in first:
            for object_ in second:
                for claim in make_claim(
                    self.ontology, entry.predicate, subject, object_, span, entry.rule, trigger.confidence, clause
                ):
                    yield replace(claim, reduced=use.voice is Voice.REDUCED)

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
        if wanted == REGULATION and not any(one.kinds[0] in wanted for one in subject):
            subject = syntax.law_meant(use) or subject
        if entry.predicate in COMPARED:
            subject = self._compared(syntax, use, subject)
        if entry.predicate in LED:
            subject = syntax.thing_meant(subject, wanted) or syntax.several_before(use, entry.predicate)
            subject = subject or self._of_note(syntax, use, wanted)
        object_: tuple[Argument, ...] = ()
        if use.voice in (Voice.PASSIVE, Voice.REDUCED) and direct:
            subject, object_ = self._agent(syntax, use, entry), subject
        elif direct:
            found = syntax.direct_object(use.last, kinds)
            object_ = arguments_of(found if found is None or not trigger.bare or syntax.bare(use.last, found) else None)
        if direct and not object_ and use.voice is Voice.ACTIVE:
            object_ = syntax.relative_object(use)
        if direct and not object_ and entry.predicate in POINTED_AT and use.voice in (Voice.ACTIVE, Voice.INFINITIVE):
            object_ = arguments_of(syntax.pronoun_object(use, kinds, subject))
        if not object_ and entry.predicate in LED and self._told(syntax, use, entry):
            object_ = syntax.thing_pointed_at(use, trigger.object, kinds, subject)
        if not object_ and prepositions and (not direct or use.voice is Voice.ACTIVE or use.voice is Voice.INFINITIVE):
            object_ = arguments_of(syntax.prepositional_object(use.last, prepositions, 10, kinds))
        wanted = self._kinds(entry.predicate, trigger.claim, "second")
        second: tuple[Argument, ...] = ()
        if trigger.second:
            behind = syntax.prepositional_object(use.last, trigger.second, kinds=wanted)
            second = arguments_of(behind or syntax.fronted(use, trigger.second, wanted))
        if entry.predicate in LED:
            object_, second = (whole_list(syntax.walk.clause, part) for part in (object_, second))
        parts = {
            "subject": _of_kinds(subject, trigger.subject_kinds),
            "object": _of_kinds(object_, trigger.object_kinds),
            "second": second,
        }
        return parts if all(parts[part] for part in trigger.claim) else None

    @staticmethod
    def _compared(syntax: Syntax, use: VerbUse, subject: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """Who is compared by a verb that hangs on another: the thing right before it, nobody behind a longer phrase.

        "X announces support for Y, replacing Z" is said of Y; of whom "integrates its agent, X, to offer a way to beat
        Y" is said, word order does not tell.
        """
        tokens, clause = syntax.walk.tokens, syntax.walk.clause
        before = use.first - 1
        if use.voice is Voice.GERUND and before > 0 and tokens[before].low == "," and tokens[before - 1].name >= 0:
            group = clause.group_at(before - 1)
            return group.arguments if group is not None and is_artefact(group.arguments[0]) else subject
        if use.voice is Voice.INFINITIVE and tokens[max(before, 0)].tag not in (
            "VERB",
            "AUX",
            "ADJ",
            "PART",
            "ADP",
            "SCONJ",
        ):
            named = before >= 0 and tokens[before].name >= 0
            return subject if named else ()
        return subject

    @staticmethod
    def _of_note(syntax: Syntax, use: VerbUse, kinds: frozenset[str]) -> tuple[Argument, ...]:
        return () if use.voice is Voice.GERUND else syntax.thing_of_note(use.first, kinds)

    @staticmethod
    def _told(syntax: Syntax, use: VerbUse, entry: VerbEntry) -> bool:
        """Whether a verb tells what was done: no purpose or advice ("to use it", "pour l'adopter")."""
        if use.voice is not Voice.INFINITIVE:
            return use.voice is Voice.ACTIVE
        tokens = syntax.walk.tokens
        before = {token.low for token in tokens[max(use.at - 4, 0) : use.at] if token.name < 0}
        if tokens[use.first].low in syntax.words.modals and "to" not in before:
            return True
        return entry.predicate == "USES" and bool(before & {"à"})

    def _kinds(self, predicate: str, claim: tuple[Part, Part], part: Part) -> frozenset[str]:
        """The kinds that the predicate takes from a place beside the verb; empty when it takes none from there."""
        declared = self.ontology.predicate(predicate)
        if part == claim[0]:
            return frozenset(declared.domain)
        return frozenset(declared.range) if part == claim[1] else frozenset()

    @staticmethod
    def _is_note(syntax: Syntax, use: VerbUse) -> bool:
        """Whether a clause is but names and a participle ("X et Y supportés", "X and Y are now supported")."""
        tokens = syntax.walk.tokens
        first = syntax.walk.clause.group_at(0)
        return (
            first is not None and first.last == use.first and all(token.tag == "PUNCT" for token in tokens[use.last :])
        )

    def _agent(self, syntax: Syntax, use: VerbUse, entry: VerbEntry) -> tuple[Argument, ...]:
        """Who did what a passive says: what follows "by", else the item's topic where the trigger allows that."""
        kinds = frozenset(entry.trigger.subject_kinds) or self._kinds(entry.predicate, entry.trigger.claim, "subject")
        agent = arguments_of(syntax.prepositional_object(use.last, ("by", "par"), kinds=kinds))
        if not agent and entry.predicate == "SUPPORTS" and self._is_note(syntax, use):
            return syntax.thing_of_note(0, kinds)
        if agent or not entry.trigger.agentless or entry.trigger.claim[0] != "subject" or use.voice is Voice.REDUCED:
            return agent
        return syntax.topic()


def follows(clause: Clause, at: int, phrases: tuple[str, ...]) -> int | None:
    """Where the words that must follow begin; None when they do not follow."""
    tokens = clause.tokens[at + 1 : at + 1 + AFTER_REACH]
    if not tokens:
        return None
    window = f" {clause.between(tokens[0].start, tokens[-1].end)} "
    found = [window.index(f" {phrase} ") for phrase in phrases if f" {phrase} " in window]
    return min(found) if found else None


def _near(clause: Clause, at: int) -> str:
    """The six words around a verb, as triggers see them."""
    tokens = clause.tokens[max(at - 3, 0) : at + 4]
    return clause.between(tokens[0].start, tokens[-1].end)


def _of_kinds(arguments: tuple[Argument, ...], kinds: tuple[str, ...]) -> tuple[Argument, ...]:
    return tuple(one for one in arguments if set(one.kinds) & set(kinds)) if kinds else arguments


def arguments_of(group: Group | None) -> tuple[Argument, ...]:
    """The arguments of a group; none of none."""
    return group.arguments if group else ()
