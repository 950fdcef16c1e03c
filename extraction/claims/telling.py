"""How the words around a raw claim tell it: as a fact, a plan, a guess or a denial.

What is told in passing ("Google's Gemini", "X, a French startup", "the open-source Y") is taken for granted, whatever
the sentence plans or denies; everything else is told by the whole sentence.
"""

import re
from functools import partial

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim
from extraction.dates import DateRelation, FoundDate
from extraction.document import Role
from extraction.factuality import Decision, decide_factuality
from graph.edtf import parse_edtf
from graph.records import Date, Factuality

DATED_LITERALS = frozenset({"HAPPENED_ON", "EFFECTIVE_ON", "RELEASED_ON"})
"""Predicates whose object is the date: they carry no other."""


def tell(raw: RawClaim, clause: Clause, found: FoundDate | None, *, published: str | None) -> Decision:
    """How the sentence tells a raw claim; the span of the cue is in clean text.

    Args:
        raw: As it was read.
        clause: In which it was read.
        found: Its date, if told.
        published: ISO date of what the sentence is in.
    """
    scope = _scope(raw, clause)
    decision = _decision(raw, clause, scope, found, published)
    if decision.cue_span is None:
        return decision
    start, end = decision.cue_span
    return decision.model_copy(update={"cue_span": (start + scope[0], end + scope[0])})


def _decision(
    raw: RawClaim, clause: Clause, scope: tuple[int, int], found: FoundDate | None, published: str | None
) -> Decision:
    """The same, with the span of the cue counted from the start of the scope."""
    sentence = clause.sentence
    offset, whole = sentence.start, (sentence.start, sentence.end)
    stated = raw.trigger
    if raw.rule == "attribute" and not raw.subject.refers and raw.subject.end < stated[0]:
        stated = (raw.subject.end, stated[1])  # The verb that gives a thing its number stands between the two.
    named = [
        None if end is None or end.refers else _within((end.start, end.end), scope) for end in (raw.subject, raw.object)
    ]
    inside = [one for one in clause.arguments if scope[0] <= one.start and one.end <= scope[1]]
    tell = partial(
        decide_factuality,
        language=clause.language,
        subject=named[0],
        object_=named[1],
        others=[_within((one.start, one.end), scope) for one in inside],
        role=sentence.role,
        date=_moment(raw, found),
        published=published,
    )
    decision = tell(
        clause.text[scope[0] - offset : scope[1] - offset],
        trigger=_within(stated, scope),
        presupposed=scope != whole,
        headline=sentence.role is Role.HEADLINE,
        relation=found.relation if found else DateRelation.ON,
    )
    if decision.factuality is Factuality.ASSERTED and raw.until and scope == whole:
        # "X and Y will partner": what states the claim stands behind both names.
        behind = max((span[1] for span in named if span is not None), default=0)
        decision = tell(clause.text, trigger=(behind, raw.until - offset))
    if raw.told is not None:
        return Decision(factuality=raw.told)
    if raw.learned and raw.predicate == "DEVELOPED" and _is_not_of_the_maker(decision, clause, scope):
        return Decision(factuality=Factuality.ASSERTED)
    return decision


def _moment(raw: RawClaim, found: FoundDate | None) -> Date | None:
    """The date that tells whether a claim is still to come: its own, or its object where that is the date."""
    if raw.predicate in DATED_LITERALS and raw.value is not None:
        return parse_edtf(raw.value)
    return found.date if found else None


_MAKING = re.compile(
    r"\b(?:plan|train|build|work|develop|mak|design|creat|prepar|project|prépar|entraîn|développ|constru|travaill|projet|"
    r"conçoi|concev|crée|planch)",
    re.IGNORECASE,
)
"""How the words begin that tell of making a thing."""
_MAKING_REACH = 25
"""Characters behind a cue in which it is told what is planned or denied ("will train"); chosen by hand."""


def _is_not_of_the_maker(decision: Decision, clause: Clause, scope: tuple[int, int]) -> bool:
    """Whether what is planned, guessed or denied is not that a thing is made: "X has delayed Y", "X may open Y"."""
    if decision.factuality is Factuality.ASSERTED or decision.cue_span is None:
        return False
    start, end = (at + scope[0] - clause.sentence.start for at in decision.cue_span)
    return _MAKING.search(clause.text[start : end + _MAKING_REACH]) is None


_PRESUPPOSED = frozenset({"DEVELOPED", "PART_OF", "LOCATED_IN", "FOUNDED", "WORKS_FOR", "LEFT", "ACQUIRED", "SUCCEEDS"})
"""What the words between two names tell in passing: a question or a "will" around it does not touch it."""


_HYPHENS = ("-", "‑")
"""What joins a name to a participle ("Microsoft-backed OpenAI"): that is taken for granted too."""
_ASKED = re.compile(
    r"\W*(?:(?:has|have|had|is|are|was|were|did|does|do|will|would|could|can|may)\b|est-ce qu|"
    r"[^?]*-(?:t-)?(?:ils?|elles?)\b)[^.!?]*\?\W*$",
    re.IGNORECASE,
)
"""A question that yes or no would answer takes nothing for granted."""


def _scope(raw: RawClaim, clause: Clause) -> tuple[int, int]:
    """The span of clean text whose words may change how a claim is told."""
    whole = (clause.sentence.start, clause.sentence.end)
    if _ASKED.match(clause.text):
        return whole
    if raw.object is None:
        return _described(raw, clause) or whole
    ends = sorted((end.start, end.end) for end in (raw.subject, raw.object) if not end.unsaid)
    if len(ends) < 2 or ends[0][0] < whole[0] or ends[1][1] > whole[1]:
        return whole
    in_passing = raw.reduced or raw.rule in ("possessive", "nationality") or "/between/" in raw.rule
    # "X's AI company, Y": what no verb tells of two names is told in passing, whoever reads it.
    if not in_passing and not (raw.learned and not clause.has_verb(ends[0][1], ends[1][0])):
        return whole
    if raw.predicate not in _PRESUPPOSED and not clause.text.startswith(_HYPHENS, ends[0][1] - whole[0]):
        return whole
    if raw.predicate == "ACQUIRED" and _UNDONE.match(clause.text, ends[1][1] - clause.sentence.start):
        return whole  # "X's planned acquisition of Y has been cancelled"
    return ends[0][0], ends[1][1]


def _described(raw: RawClaim, clause: Clause) -> tuple[int, int] | None:
    """The span of a name and what describes it right there ("the open-source X", "X (70B)"); None for all else.

    No verb gives the thing what it has, so what the sentence plans or denies does not touch it.
    """
    low, high = min(raw.subject.start, raw.trigger[0]), max(raw.subject.end, raw.trigger[1])
    inside = clause.sentence.start <= low and high <= clause.sentence.end
    if raw.predicate not in _DESCRIBING or raw.subject.refers or not inside or clause.has_verb(low, high):
        return None
    return low, high


_DESCRIBING = frozenset({"HAS_LICENSE", "HAS_PARAMETERS", "HAS_CONTEXT_WINDOW"})


_UNDONE = re.compile(
    r"(?: deal| bid| offer)?,? (?:which )?(?:(?:has|have|was|were|is|had)(?: now| since| reportedly| just)? (?:been )?"
    r"(?:cancel|scrap|call|abandon|block|halt|drop|reject|shelv)|fell|falls|collapse|failed|will not|won't|is off|"
    r"(?:a|est|ont|n'a|n'aura|n'aboutit)(?: donc| finalement)? (?:été |pas |échoué|capoté|tombé|avorté|abandonn|"
    r"annul))",
    re.IGNORECASE,
)
"""What says behind a deal's second name that there will be none: then the whole sentence counts."""


def _within(span: tuple[int, int], scope: tuple[int, int]) -> tuple[int, int]:
    """A span counted from the start of its scope, cut to it."""
    start = min(max(span[0], scope[0]), scope[1])
    return start - scope[0], max(min(span[1], scope[1]), start) - scope[0]
