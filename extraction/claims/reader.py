"""The claims of one digest sentence by sentence, in reading order, with what is in focus carried along an item."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.claims import licensed, sized
from extraction.claims.announced import Announcement, named, unnamed
from extraction.claims.asides import without_asides
from extraction.claims.assemble import ReadClaim, judge
from extraction.claims.attributes import AttributeReader
from extraction.claims.careers import Careers
from extraction.claims.clause import Argument, Clause
from extraction.claims.dating import DEALS, news_day, unframed
from extraction.claims.learned import PairJudge
from extraction.claims.lexicon import load_lexicon
from extraction.claims.pairs import pairs, value_pairs
from extraction.claims.raw import RawClaim, said
from extraction.claims.reading import ClauseReader
from extraction.claims.reference import Focus, is_artefact
from extraction.claims.release_dates import release_date
from extraction.claims.standins import topics
from extraction.claims.syntax import Syntax
from extraction.claims.timing import FRAMED, LASTING, UNDATED, Timing, beside, told_in_passing
from extraction.claims.triggers import load_triggers
from extraction.claims.values import Value, clause_values
from extraction.dates import FoundDate, choose_date
from extraction.document import READ_ROLES, BlockKind, DigestText, Role, Sentence
from extraction.literals import FoundLiteral, find_literals
from graph.ontology import load_ontology
from graph.records import Date

TOGETHER = 300
"""Characters of two sentences that are shown together as what a claim was read from; the guidelines' limit."""
MIN_CONFIDENCE = 0.5
"""Claims read with less are dropped; chosen by hand: 0.62 lost more right claims than wrong ones on our gold."""
_BESIDE_NAME = 2
"""Words beside a name in a heading that is but that name; chosen by hand."""


class DocumentReader:
    """Reads the clauses of one digest in order."""

    def __init__(self, digest: DigestText, judge: PairJudge | None) -> None:
        """Read with a judge of pairs, or with triggers alone."""
        self.digest, self.judge = digest, judge
        self.ontology = load_ontology()
        self.lexicon = load_lexicon(digest.language)
        triggers = load_triggers(digest.language)
        self.clauses = ClauseReader(triggers, self.ontology)
        self.attributes = AttributeReader(triggers, self.ontology)
        self.focus, self.careers = Focus(), Careers(digest.language)
        self.timing = Timing(digest.language, digest.published)
        words = "|".join(map(re.escape, sorted(self.lexicon.locutions, key=len, reverse=True)))
        self._named: tuple[str, Sequence[Argument]] = "", ()
        """The last heading, if it names one thing and says nothing of it: what stands below is about that thing."""
        self.stood: dict[int, Sequence[Argument]] = {}
        """The words of each sentence read so far that stand for an entity, by its position."""
        self._told: tuple[Announcement, FoundDate | None] | None = None
        """What the last sentence told of without naming it, and its date."""
        self._sentences: list[Sentence] = []
        """Those of the block of text that were read so far."""
        self._locutions = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def read(self, clause: Clause) -> list[ReadClaim]:
        """The claims of the next clause, judged."""
        sentence = clause.sentence
        if sentence.role not in READ_ROLES:
            self.timing.pass_by(clause)
            return []
        if self.focus.enter(sentence.item) and sentence.section == self._named[0]:
            self.focus.saw(self._named[1], headline=True)
        kind = self.digest.blocks[sentence.block].kind if self.digest.blocks else BlockKind.PARAGRAPH
        if kind in (BlockKind.HEADING, BlockKind.TITLE):
            section = clause.text if kind is BlockKind.HEADING else ""
            self._named = (section, clause.arguments if _is_but_named(clause) else ())
        offset = sentence.start
        dates = self.timing.dates(clause)
        frame = self.timing.frame(clause, dates)
        spans = [(date.start + offset, date.end + offset) for date in dates]
        spans += [(found.start() + offset, found.end() + offset) for found in self._locutions.finditer(clause.text)]
        syntax = Syntax(clause, self.lexicon, self.focus, asides=spans)
        literals = [
            literal.model_copy(update={"start": literal.start + offset, "end": literal.end + offset})
            for literal in find_literals(clause.text, language=clause.language)
        ]
        raw = [*self._stated(clause, syntax, spans), *self._attributes(clause, syntax, literals, dates, frame)]
        raw += self.careers.read(clause, self.focus, raw)
        raw = self._judged(clause, syntax, clause_values(clause, literals, dates, self.ontology), raw)
        raw = [one for one in raw if not (sized.of_another(one, clause) or licensed.of_another(one, clause))]
        self.stood[sentence.position] = [one for one in syntax.stand_ins if is_artefact(one)]
        judged = []
        for claim in raw:
            if claim.confidence >= MIN_CONFIDENCE:
                found = self._date(clause, claim, dates, frame)
                told_at = None if found is None or found is not frame or found in dates else self.timing.framed_at
                told = judge(claim, clause, self.digest, found, framed_at=told_at, published=self.timing.published)
                judged.append(self._shown(clause, unframed(told, self.timing.published)))
        judged += self._announced(clause, syntax, dates, frame)
        self.timing.told(clause, something=bool(judged))
        self._remember(clause, raw)
        return judged

    def _shown(self, clause: Clause, claim: ReadClaim) -> ReadClaim:
        """The claim with the sentence as evidence, too, that names what its own does not, where both are short."""
        ends = (claim.raw.subject, claim.raw.object)
        names = [one.reference.name for one in ends if one is not None and one.unsaid and one.reference is not None]
        for before in self._sentences if names else ():
            if before.block == clause.sentence.block and before.start <= names[0][0] < before.end:
                return replace(claim, evidence=_together(before, claim.evidence))
        return claim

    def _stated(self, clause: Clause, syntax: Syntax, spans: Sequence[tuple[int, int]]) -> list[RawClaim]:
        """What triggers read, and what else they read without the short brackets behind names."""
        read = self.clauses.read(clause, syntax)
        if (plain := without_asides(clause)) is None:
            return read
        known = {said(raw, self.ontology) for raw in read}
        more = self.clauses.read(plain, Syntax(plain, self.lexicon, self.focus, asides=spans))
        return read + [raw for raw in more if said(raw, self.ontology) not in known]

    def _announced(
        self, clause: Clause, syntax: Syntax, dates: Sequence[FoundDate], frame: FoundDate | None
    ) -> list[ReadClaim]:
        """What the sentence before told of a thing that this one names; and this one's own, for the next."""
        found = []
        if self._told is not None:
            told, date = self._told
            before, own = told.clause.sentence, (clause.sentence.start, clause.sentence.end)
            shown = _together(before, own) if before.role is clause.sentence.role else own
            for raw in named(told, clause, syntax):
                claim = judge(raw, told.clause, self.digest, date, published=self.timing.published)
                found.append(replace(claim, evidence=shown))
        new = unnamed(clause, syntax, self.clauses.triggers)
        self._told = (new, self._date(clause, new.claim, dates, frame)) if new is not None else None
        return found

    def _judged(self, clause: Clause, syntax: Syntax, values: Sequence[Value], read: list[RawClaim]) -> list[RawClaim]:
        """What the judge makes of the names and values of a clause, and of the words that stand for a name."""
        if self.judge is None or clause.sentence.role in (Role.COMMENTARY, Role.OUTLOOK):
            return read
        meant = (syntax.stand_ins, topics(clause, self.focus))
        candidates = [*pairs(clause, *meant), *value_pairs(clause, values, self.ontology, *meant)]
        return self.judge.judge(clause, candidates, read)

    def _attributes(
        self,
        clause: Clause,
        syntax: Syntax,
        literals: Sequence[FoundLiteral],
        dates: Sequence[FoundDate],
        frame: FoundDate | None,
    ) -> list[RawClaim]:
        offset = clause.sentence.start

        def date_of(trigger: tuple[int, int], argument: tuple[int, int] | None) -> Date | None:
            found = self._choose(clause, dates, trigger, [argument] if argument else [])
            if found is None and (self.timing.leads or (self.timing.labelled and not dates)):
                found = frame
            return found.date if found else None

        spans = [(date.start + offset, date.end + offset) for date in dates]
        return self.attributes.read(clause, syntax, literals, date_of, spans)

    def _date(
        self, clause: Clause, claim: RawClaim, dates: Sequence[FoundDate], frame: FoundDate | None
    ) -> FoundDate | None:
        """When a claim happened; None for what has no moment, or whose object is the date itself."""
        declared = self.ontology.predicate(claim.predicate)
        if declared.stative or declared.literal == "date" or claim.predicate in UNDATED:
            return None
        ends = [(one.start, one.end) for one in (claim.subject, claim.object) if one is not None and not one.refers]
        stated = (claim.trigger[0], max(claim.trigger[1], claim.until))
        if told_in_passing(claim, clause):
            own = self._choose(clause, beside(claim, clause, dates), stated, ends)
            return own or (frame if self.timing.leads and claim.predicate not in LASTING else None)
        if (found := release_date(claim, clause, dates) or self._choose(clause, dates, stated, ends)) is not None:
            return found
        if frame is not None and (self.timing.leads or (self.timing.labelled and claim.predicate in FRAMED)):
            return frame
        if claim.predicate not in FRAMED:
            return None
        if claim.predicate in DEALS and (news := news_day(clause, dates)) is not None:
            return news
        return (None if dates else frame) or self.timing.of_event(clause, dates)

    def _choose(
        self, clause: Clause, dates: Sequence[FoundDate], trigger: tuple[int, int], ends: Sequence[tuple[int, int]]
    ) -> FoundDate | None:
        offset = clause.sentence.start
        inside = [
            (start - offset, end - offset) for start, end in ends if start >= offset and end <= clause.sentence.end
        ]
        return choose_date(
            dates,
            text=clause.joined,
            trigger=(trigger[0] - offset, trigger[1] - offset),
            arguments=inside,
            language=clause.language,
        )

    def _remember(self, clause: Clause, raw: Sequence[RawClaim]) -> None:
        sentence = clause.sentence
        self._sentences = [one for one in self._sentences if one.block == sentence.block] + [sentence]
        self.focus.saw(clause.arguments, headline=sentence.role is Role.HEADLINE, block=sentence.block)
        self.focus.listed([group.arguments for group in clause.groups])
        subject = _main_subject(clause)
        if subject is not None:
            self.focus.subject_was(subject)
        else:
            for claim in raw[:1]:
                self.focus.subject_was(claim.subject)


def _together(before: Sentence, evidence: tuple[int, int]) -> tuple[int, int]:
    """The span from an earlier sentence to the end of an evidence; the evidence alone where that is too long."""
    return (before.start, evidence[1]) if evidence[1] - before.start <= TOGETHER else evidence


def _is_but_named(clause: Clause) -> bool:
    """Whether a heading is the name of one thing, with its maker and a word or two at most ("Google Veo 3")."""
    things = {one.entity for one in clause.arguments if is_artefact(one)}
    words = [token for token in clause.tokens if token.name < 0 and token.text.isalpha()]
    return len(things) == 1 and len(words) <= _BESIDE_NAME


def _main_subject(clause: Clause) -> Argument | None:
    """The name that opens the sentence ("The startup Mistral has ..."), or the main clause behind a fronted phrase."""
    for group in clause.groups[:1]:
        if group.first <= 2 and all(clause.tokens[index].tag != "ADP" for index in range(group.first)):
            return group.arguments[0]
    for group in clause.groups:
        before = clause.tokens[group.first - 1].low if group.first else ""
        after = clause.tokens[group.last] if group.last < len(clause.tokens) else None
        if before == "," and len(group.arguments) == 1 and after is not None and after.name < 0:
            return group.arguments[0] if after.tag in ("VERB", "AUX") else None
    return None
