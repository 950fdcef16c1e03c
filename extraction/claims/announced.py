"""A thing told of in one sentence and named in the next ("X launched a new tool. Called Y, it writes code").

Newsrooms tell who did something first and the name after. The claim is read in the first sentence, with its date and
its factuality; the name is that of the next one, where it opens that sentence or where a word of naming leads to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.owned import FURTHER
from extraction.claims.raw import RawClaim
from extraction.claims.reference import is_artefact
from extraction.claims.syntax import Syntax
from extraction.claims.triggers import TriggerIndex
from extraction.claims.verbs import Voice
from extraction.document import Role

RULE = "announced"
CONFIDENCE = 0.7
"""Of a claim over two sentences; chosen by hand."""
LONGEST = 7
"""Tokens of the noun phrase behind the verb ("its first open-weight reasoning model"); chosen by hand."""
_TOLD = frozenset({"RELEASED", "DEVELOPED"})
_OPENS = frozenset(
    [
        "a",
        "an",
        "its",
        "their",
        "two",
        "three",
        "four",
        "several",
        "new",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "deux",
        "trois",
        "quatre",
        "plusieurs",
        "des",
    ]
)
"""What opens a phrase for a thing that was not told of before."""
_HARDWARE = frozenset({"chip", "chips", "gpu", "gpus", "accelerator", "puce", "puces", "processeur", "processor"})
_PAST = frozenset({"was", "were", "had", "était", "étaient", "avait", "avaient"})
"""Verbs of what came before: the name that they follow is not that of the newcomer."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A claim whose object has no name yet; `clause` tells it, and `noun` is what the thing is called there."""

    claim: RawClaim
    clause: Clause
    noun: str
    many: bool


def unnamed(clause: Clause, syntax: Syntax, triggers: TriggerIndex) -> Announcement | None:
    """What a sentence tells was released or made without naming it; None when it tells no such thing."""
    for token in clause.tokens:
        if token.name >= 0 or token.tag not in ("VERB", "AUX"):
            continue
        for entry in triggers.verbs.get(token.low, ()):
            trigger = entry.trigger
            if entry.predicate not in _TOLD or "direct" not in trigger.object or trigger.after:
                continue
            use = syntax.use(token.index, entry.forms, token.index + 1)
            if use.voice not in (Voice.ACTIVE, Voice.INFINITIVE) or use.reflexive:
                continue
            makers = [one for one in syntax.subject(use) if one.kinds[0] == "Organization"]
            noun = _noun(clause, syntax, use.last)
            named = any(is_artefact(one) and one.start > token.end for one in clause.arguments)
            if len(makers) != 1 or noun is None or named:
                continue
            span = (clause.tokens[use.first].start, clause.tokens[use.last - 1].end)
            claim = RawClaim(entry.predicate, makers[0], None, None, span, RULE, CONFIDENCE, clause.sentence.position)
            return Announcement(claim, clause, noun, noun.endswith("s"))
    return None


def named(told: Announcement, clause: Clause, syntax: Syntax) -> Iterator[RawClaim]:
    """The claim of the sentence before, for each thing that this one names."""
    group = clause.groups[0] if clause.groups else None
    before, here = told.clause.sentence, clause.sentence
    above = before.role is Role.HEADLINE and here.block == before.block + 1
    if group is None or here.item != before.item or not (above or here.block == before.block):
        return
    if not all(_fits(one, told.noun, syntax) for one in group.arguments) or (
        len(group.arguments) > 1 and not told.many
    ):
        return
    if not (_introduced(clause, group, syntax) or _opens(clause, group, syntax)):
        return
    for argument in group.arguments:
        yield replace(told.claim, object=argument)


def _noun(clause: Clause, syntax: Syntax, start: int) -> str | None:
    """The common noun of a phrase without a name that begins at a token."""
    tokens, words = clause.tokens, syntax.words
    if start >= len(tokens) or tokens[start].low not in _OPENS:
        return None
    things = words.model_nouns | words.artefact_nouns | FURTHER
    found = None
    for token in tokens[start + 1 : start + LONGEST]:
        if token.name >= 0:
            return None
        if token.tag not in ("ADJ", "NOUN", "NUM", "PROPN", "X", "ADV") and "-" not in token.low:
            break
        if token.low in things or token.low.rstrip("s") in things:
            found = token.low
            if clause.language == "fr":
                break
    return found


def _fits(argument: Argument, noun: str, syntax: Syntax) -> bool:
    """Whether a name may be that of what a noun calls it, and was not told of before in the item."""
    if not is_artefact(argument) or syntax.focus.told_of(argument.entity):
        return False
    if noun in syntax.words.model_nouns and argument.kinds[0] != "Model":
        return False
    return argument.kinds[0] == "Hardware" if noun in _HARDWARE else argument.kinds[0] != "Standard"


def _introduced(clause: Clause, group: Group, syntax: Syntax) -> bool:
    """As in "Called X, it ...", "The tool, dubbed X, ...", "Son nom : X"."""
    before = clause.tokens[: group.first]
    lows = [token.low for token in before]
    return (
        bool(lows)
        and len(lows) <= LONGEST
        and (
            lows[-1] in syntax.words.naming - {"as"}
            or lows[-2:] == ["known", "as"]
            or bool({"name", "nom"} & set(lows))
        )
    )


def _opens(clause: Clause, group: Group, syntax: Syntax) -> bool:
    """Whether names open a sentence that goes on to tell something of them."""
    if group.first > 1 or group.last >= len(clause.tokens):
        return False
    if group.first == 1 and clause.tokens[0].low not in ("the", "le", "la", "l'", "les"):
        return False
    following = clause.tokens[group.last]
    aside = following.low in (",", "(") and clause.tokens[min(group.last + 1, len(clause.tokens) - 1)].name < 0
    aside = aside and not {one.entity for one in group.arguments} & {one.entity for one in syntax.focus.named()}
    return (following.tag in ("VERB", "AUX") and following.low not in _PAST and following.name < 0) or (
        aside and not set(clause.between(group.end, clause.sentence.end).split()[:3]) & {"from", "by", "de", "d'", "du"}
    )
