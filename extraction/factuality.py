"""Decides whether a claim is told as a fact, a plan, a guess or a denial, and keeps the words that decided.

A cue ("will", "aurait", "denied") counts only where its scope reaches the claim's trigger: the words and scopes are
data (`data/lexicons/factuality.*.toml`), clauses come from `extraction.clauses`. A denial outranks a guess, a guess a
plan. "Selon Reuters, X a racheté Y" stays a fact: saying who says it is no doubt.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from pydantic import ValidationError

from extraction.clauses import Clauses, Span
from extraction.dates.records import DateRelation
from extraction.document import Role
from graph.errors import InvalidDeclaration
from graph.records import Date, DatePrecision, Factuality, Record
from graph.settings import DATA_FOLDER

GOVERNED_WORDS = 7
"""Words that may stand between a governing cue and its trigger ("plans to fully and quickly acquire"). By hand."""
NEAR_WORDS = 2
"""The same for cues that hold only what is next to them ("sans", "prochain"). By hand."""
AFTER_CHARACTERS = 90
"""How far behind a trigger a cue of scope `after` may stand ("la sortie de X ... est prévue"). By hand."""

Scope = Literal["governs", "rest", "clause", "after", "near", "trigger"]
_RANK = {Factuality.NEGATED: 0, Factuality.SPECULATED: 1, Factuality.PLANNED: 2}
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "*": " ", "_": " "})
_WORD = re.compile(r"[\w'-]+")


class Cue(Record):
    """Words that change the factuality of what their scope reaches."""

    factuality: Factuality
    scope: Scope
    pattern: str
    near: bool = False
    intent: bool = False


class FactualityLexicon(Record):
    """The cues of one language."""

    near_misses: tuple[str, ...]
    cues: tuple[Cue, ...]
    announcing: str
    availability: str


class Decision(Record):
    """How a claim is told. `cue` is empty and `cue_span` None for a plain assertion."""

    factuality: Factuality
    cue: str = ""
    cue_span: tuple[int, int] | None = None


class _Hit(NamedTuple):
    factuality: Factuality
    span: Span
    intent: bool


class _Compiled(NamedTuple):
    near_misses: re.Pattern[str]
    cues: tuple[tuple[Cue, re.Pattern[str]], ...]
    announcing: re.Pattern[str]
    availability: re.Pattern[str]


_SAID_WOULD = re.compile(
    r"(\b(?:said|announced|confirmed|promised|pledged|vowed|stated)\b[^.;:?]{0,80}?\b)would\b"
    r"(?! (?:be able|have|like|never))",
    re.IGNORECASE,
)
_SAID_RAIT = re.compile(
    r"(\b(?:annoncé|promis|confirmé|assuré|indiqué|déclaré|affirmé) qu(?:e |')[^.;:?]{0,80}?[\wÀ-ÿ]{2,}r)(ait|aient)\b",
    re.IGNORECASE,
)
"""Reported speech: what a party said it would do is its plan. The lengths stay, so that spans do."""
_TO_DO = re.compile(r"\W*(?:(?-i:[A-Z§])[\w§.&'-]* ){1,5}(?P<to>to) [a-z]+(?<!ed)(?= )")
"""A headline whose only verb is an infinitive behind its subject: "Apple to use Gemini in Siri"."""
_ASIDE = re.compile(r"\b(?:following|after|amid|since|as|despite|thanks)\b|[,;:]", re.IGNORECASE)
"""What stands behind these is no part of the plan: "Opera to launch X following Y's changes"."""
OPENING = 3
"""Characters before a subject that opens its sentence, as in a headline that is no block of its own. By hand."""
_PAST = {
    "fr": re.compile(r"\W*(?:a|ont|avai(?:t|ent)|vien(?:t|nent) de|viennent d')\b", re.IGNORECASE),
    "en": re.compile(
        r"\W*(?:(?:has|have|had|just|took|became|bought|sold|left|made|won|struck|led|built|put|gave)\b|\w+ed\b)",
        re.IGNORECASE,
    ),
}
"""Triggers that tell something as done, so that a day after the digest's says that the digest's is wrong."""


def decide_factuality(
    text: str,
    *,
    language: str,
    trigger: Span,
    subject: Span | None = None,
    object_: Span | None = None,
    others: Sequence[Span] = (),
    role: Role = Role.BODY,
    headline: bool = False,
    presupposed: bool = False,
    date: Date | None = None,
    relation: DateRelation = DateRelation.ON,
    published: str | None = None,
) -> Decision:
    """How the sentence tells the claim.

    Args:
        text: The sentence; all spans are half-open and count its characters.
        language: "fr" or "en".
        trigger: The words that state the predicate, auxiliaries included or not.
        subject: The words that name the subject, if in this sentence.
        object_: The words that name the object, if in this sentence.
        others: Further names of this sentence; no cue is read in them ("Google Sans").
        role: What the sentence is for; in commentary and outlook what is to come is the author's guess.
        headline: Whether it is a headline, where "Google to launch X" is a plan.
        presupposed: Whether the sentence takes the claim for granted ("Google's Gemini", "X, a French
            startup", "ex-Tesla engineer Y"): then only cues inside the trigger's own words count, not what the
            sentence plans or denies.
        date: The date of the claim, if told.
        relation: How that date holds.
        published: ISO date of the digest; what happens after it is planned.

    Returns:
        The factuality with the words that decided, as they stand in `text`.
    """
    plain = _blank(_told_later(text.translate(_PLAIN), language), _compiled(language).near_misses)
    clauses = Clauses(text, language)
    names = tuple(span for span in (subject, object_) if span is not None)
    inside = [span for span in others if trigger[0] <= span[0] and span[1] <= trigger[1] and span != trigger]
    apart = [span for span in (*names, *others) if span[1] <= trigger[0] or trigger[1] <= span[0]]
    plain = _without_names(plain, (*apart, *inside))
    hits = [*_cue_hits(plain, clauses, trigger, names, language), *_question_hits(plain, trigger)]
    if presupposed:
        hits = [hit for hit in hits if trigger[0] <= hit.span[0] and hit.span[1] <= trigger[1]]
    else:
        hits += _availability_hits(plain, trigger, language)
    if role in (Role.COMMENTARY, Role.OUTLOOK):
        hits = [
            hit._replace(factuality=Factuality.SPECULATED)
            if hit.factuality is Factuality.PLANNED and not hit.intent
            else hit
            for hit in hits
        ]
    opens = (subject is not None and subject[0] <= OPENING) or not plain.rstrip().endswith((".", "!", "…"))
    if (headline or opens) and language == "en" and not presupposed:
        hits += _headline_hits(plain, trigger, subject)
    if hits:
        best = min(hits, key=lambda hit: (_RANK[hit.factuality], abs(hit.span[0] - trigger[0]), hit.span))
        start, end = best.span
        return Decision(factuality=best.factuality, cue=text[start:end].strip(), cue_span=(start, end))
    if (
        not presupposed
        and date
        and date.start
        and published
        and date.start > published
        and relation is not DateRelation.UNTIL
        # "Unveiled for 2027": a year that is to come is told as such; a month without one may be misread.
        and (date.precision is DatePrecision.YEAR or not _PAST[language].match(plain[trigger[0] : trigger[1]]))
    ):
        return Decision(factuality=Factuality.PLANNED, cue=date.edtf)
    return Decision(factuality=Factuality.ASSERTED)


def _cue_hits(plain: str, clauses: Clauses, trigger: Span, names: tuple[Span, ...], language: str) -> Iterator[_Hit]:
    for cue, pattern in _compiled(language).cues:
        if cue.scope == "trigger":
            own = plain[trigger[0] : trigger[1]]
            spans = [(trigger[0] + match.start(), trigger[0] + match.end()) for match in pattern.finditer(own)]
        elif cue.scope == "after" and cue.near:
            match = pattern.search(plain[trigger[1] :])
            spans = [(match.start() + trigger[1], match.end() + trigger[1])] if match else []
        else:
            spans = [match.span("cue" if "cue" in pattern.groupindex else 0) for match in pattern.finditer(plain)]
        for span in spans:
            if _reaches(cue, span, plain, clauses, trigger, names):
                yield _Hit(cue.factuality, span, cue.intent)


def _reaches(cue: Cue, span: Span, plain: str, clauses: Clauses, trigger: Span, names: tuple[Span, ...]) -> bool:
    """Whether what a cue says holds for the trigger."""
    start, end = trigger
    if cue.scope == "trigger" or (cue.scope == "after" and cue.near):
        return True
    if _quoted_apart(plain, span, trigger):
        return False
    if cue.scope == "rest":
        return span[1] <= start and ";" not in plain[span[1] : start]
    if not clauses.same(span, trigger):
        return False
    if cue.scope == "clause":
        return True
    if cue.scope == "near":
        return any(_words(plain, span, target) <= NEAR_WORDS for target in (trigger, *names))
    if cue.scope == "after":
        return end <= span[0] <= end + AFTER_CHARACTERS
    if span[0] >= end:
        return False
    limit = NEAR_WORDS if cue.near else GOVERNED_WORDS
    return span[1] > start or _words(plain, span, trigger) <= limit


def _words(plain: str, left: Span, right: Span) -> int:
    """How many words stand between two spans; a name or a bracket counts as it stands."""
    low, high = (left[1], right[0]) if left[1] <= right[0] else (right[1], left[0])
    return len(_WORD.findall(plain[low:high])) if low <= high else 0


_WHY = re.compile(r"\W*(?:why|how come|pourquoi) (?:do|does|did|is|are|has|have|est-ce|a-t-|ont-)", re.IGNORECASE)


def _question_hits(plain: str, trigger: Span) -> Iterator[_Hit]:
    """A question is a guess: the mark must close the sentence part that holds the trigger; "why" takes it for done."""
    if _WHY.match(plain):
        return
    mark = re.compile(r"\?(?!\w)").search(plain, trigger[1])
    if mark is not None and not re.search(r"[.!;:] ", plain[trigger[1] : mark.start()]):
        yield _Hit(Factuality.SPECULATED, mark.span(), False)


def _headline_hits(plain: str, trigger: Span, subject: Span | None) -> Iterator[_Hit]:
    """An infinitive straight after the subject of a headline is a plan: "Google to launch X"."""
    match = re.search(r"\b[tT]o (?:\w+ly )?$", plain[: trigger[0]])
    start = match.start() if match else trigger[0]
    opens = re.match(r"[tT]o\b", plain[trigger[0] :])
    if (match or opens) and subject is not None and subject[1] <= start and not plain[subject[1] : start].strip():
        yield _Hit(Factuality.PLANNED, (start, start + 2), True)
        return
    leading = _TO_DO.match(plain)
    if leading and leading.end() <= trigger[0] and not _ASIDE.search(plain, leading.end(), trigger[0]):
        yield _Hit(Factuality.PLANNED, leading.span("to"), True)


def _availability_hits(plain: str, trigger: Span, language: str) -> Iterator[_Hit]:
    """Announced, but not yet out: "announced X, which will be available in June"."""
    compiled = _compiled(language)
    if compiled.announcing.search(plain[trigger[0] : trigger[1]]):
        stop = re.compile(r"[;!?]|\.(?=\s|$)").search(plain, trigger[1])
        match = compiled.availability.search(plain, trigger[1], stop.start() if stop else len(plain))
        if match is not None:
            yield _Hit(Factuality.PLANNED, match.span(), True)


def _quoted_apart(plain: str, span: Span, trigger: Span) -> bool:
    """Whether the cue stands inside quotation marks and the trigger outside, or in another quotation."""
    for match in re.finditer(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", plain):
        inside = match.start() <= span[0] < match.end()
        if inside and not match.start() <= trigger[0] < match.end():
            return True
    return False


def _told_later(plain: str, language: str) -> str:
    """The text with "said that it would" as "said that it will", of the same length: a plan told afterwards."""
    if language == "en":
        return _SAID_WOULD.sub(lambda found: f"{found[1]}will ", plain)
    return _SAID_RAIT.sub(lambda found: f"{found[1]}{'a  ' if found[2] == 'ait' else 'ont  '}", plain)


def _blank(plain: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: "·" * len(match[0]), plain)


def _without_names(plain: str, names: Sequence[Span]) -> str:
    """The text with names made into one word each, so that no cue is read in a name ("May Mobility")."""
    for start, end in names:
        plain = plain[:start] + "§" * (end - start) + plain[end:]
    return plain


@cache
def _compiled(language: str) -> _Compiled:
    lexicon = load_factuality(language)
    cues = tuple((cue, re.compile(cue.pattern, re.IGNORECASE)) for cue in lexicon.cues)
    near_misses = re.compile("|".join(f"(?:{source})" for source in lexicon.near_misses), re.IGNORECASE)
    return _Compiled(
        near_misses,
        cues,
        re.compile(lexicon.announcing, re.IGNORECASE),
        re.compile(lexicon.availability, re.IGNORECASE),
    )


@cache
def load_factuality(language: str) -> FactualityLexicon:
    """The cues of a language ("fr" or "en").

    Raises:
        InvalidDeclaration: the file does not parse.
    """
    path = DATA_FOLDER / "lexicons" / f"factuality.{language}.toml"
    try:
        return FactualityLexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
