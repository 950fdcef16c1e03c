"""All claims of a digest: sentence by sentence in reading order, with what is in focus carried along an item."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extraction.catalogue import load_catalogue
from extraction.claims.announced import Announcement, named, unnamed
from extraction.claims.asides import without_asides
from extraction.claims.assemble import DocumentClaim, ReadClaim, agree, judge, merge
from extraction.claims.attributes import AttributeReader
from extraction.claims.careers import Careers
from extraction.claims.clause import Argument, Clause
from extraction.claims.coming import not_out_yet, released_by_maker, still_to_come
from extraction.claims.dating import DEALS, date_headlines, news_day, share_dates, unframed
from extraction.claims.families import families
from extraction.claims.fields import field_claims
from extraction.claims.foundings import date_foundings
from extraction.claims.inference import within_sentence
from extraction.claims.known_makers import by_named_makers
from extraction.claims.learned import NetworkJudge, PairJudge
from extraction.claims.lexicon import load_lexicon
from extraction.claims.pairs import pairs, value_pairs
from extraction.claims.plausible import plausible
from extraction.claims.raw import RawClaim, said
from extraction.claims.reading import ClauseReader
from extraction.claims.reference import Focus, is_artefact
from extraction.claims.rounds import investors, whole_rounds
from extraction.claims.standins import topics
from extraction.claims.syntax import Syntax
from extraction.claims.tagging import build_clauses
from extraction.claims.timing import FRAMED, LASTING, UNDATED, Timing, beside, told_in_passing
from extraction.claims.triggers import load_triggers
from extraction.claims.values import Value, clause_values
from extraction.dates import FoundDate, choose_date
from extraction.document import BlockKind, DigestText, Name, NamedEntity, Role, Sentence
from extraction.literals import FoundLiteral, find_literals
from extraction.models import load_model
from extraction.network import load_network
from graph.ontology import Ontology, load_ontology
from graph.records import Date, Factuality

READ_ROLES = frozenset({Role.HEADLINE, Role.BODY, Role.COMMENTARY, Role.OUTLOOK})
"""Link lists, sources and metadata are not text."""
TOGETHER = 300
"""Characters of two sentences that are shown together as what a claim was read from; the guidelines' limit."""
MIN_CONFIDENCE = 0.5
"""Claims read with less are dropped; chosen by hand: 0.62 lost more right claims than wrong ones on our gold."""
_BESIDE_NAME = 2
"""Words beside a name in a heading that is but that name; chosen by hand."""


Seat = tuple[Name, Name, tuple[int, int] | None]
"""An organisation, the adjective that places it, and the span of the words that stand for it there, if any."""


def read_claims(
    digest: DigestText,
    sentences: Sequence[Sentence],
    entities: Sequence[NamedEntity],
    names: Sequence[Name],
    *,
    seats: Sequence[Seat] = (),
) -> tuple[tuple[NamedEntity, ...], tuple[DocumentClaim, ...]]:
    """The claims of a digest, and its entities with the kinds that their claims settled.

    Args:
        digest: Clean text with its language and date.
        sentences: Of the digest, in order.
        entities: What `names` refer to.
        names: Not overlapping, in any order.
        seats: Organisations with the adjective of nationality that places them; the adjectives are not in `names`.
            The span of the words that stand for the organisation is the third; None where its name does.
    """
    network = load_network()
    told = [sentence for sentence in sentences if sentence.role in READ_ROLES]
    learned = NetworkJudge(network, load_ontology(), digest, told, names, entities) if network else None
    reader = DocumentReader(digest, learned)
    clauses = build_clauses(digest.text, digest.language, sentences, names, entities, load_model(digest.language))
    reader.timing.expect(clauses)
    read = [claim for clause in clauses for claim in reader.read(clause)]
    read += [judge(_seated(*seat, entities), clauses[seat[1].sentence], digest, None) for seat in seats]
    catalogue = load_catalogue()
    read = by_named_makers(read, clauses, entities)
    read = [claim for claim in read if plausible(claim.raw, entities, catalogue)]
    read = within_sentence(read, digest.text)
    read += [judge(raw, clauses[raw.sentence], digest, None) for raw in families(clauses, entities)]
    read = whole_rounds(read, clauses)
    read += [judge(raw, clause, digest, None) for raw, clause in investors(read, clauses)]
    read += field_claims(clauses, digest)
    read.sort(key=lambda claim: claim.raw.sentence)
    read = share_dates(
        not_out_yet(read, clauses, reader.timing.told_in, digest.published, stood=reader.stood, entities=entities),
        clauses,
    )
    read = still_to_come(released_by_maker(read, clauses, entities), clauses)
    read = date_headlines(read, clauses, reader.timing.told_in, digest.published)
    read = date_foundings(read, clauses, reader.timing.told_in)
    kinds = _settled_kinds(read, entities, reader.ontology)
    fitting = [
        claim
        for claim in read
        if _fits(claim.raw, kinds, reader.ontology) and plausible(claim.raw, entities, catalogue)
    ]
    claims = tuple(_without_echoes(merge(agree(fitting, reader.ontology, clauses), reader.ontology)))
    return tuple(_as(entity, kinds[index]) for index, entity in enumerate(entities)), claims


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
        self.stood[sentence.position] = [one for one in syntax.stand_ins if is_artefact(one)]
        judged = []
        for claim in raw:
            if claim.confidence >= MIN_CONFIDENCE:
                found = self._date(clause, claim, dates, frame)
                told_at = None if found is None or found is not frame or found in dates else self.timing.framed_at
                judged.append(
                    unframed(
                        judge(claim, clause, self.digest, found, framed_at=told_at, published=self.timing.published),
                        self.timing.published,
                    )
                )
        judged += self._announced(clause, syntax, dates, frame)
        self.timing.told(clause, something=bool(judged))
        self._remember(clause, raw)
        return judged

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
            before = told.clause.sentence
            for raw in named(told, clause, syntax):
                claim = judge(raw, told.clause, self.digest, date, published=self.timing.published)
                both = (before.start, clause.sentence.end)
                short = both[1] - both[0] <= TOGETHER and before.role is clause.sentence.role
                shown = both if short else (clause.sentence.start, clause.sentence.end)
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
        if (found := self._choose(clause, dates, stated, ends)) is not None:
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
        self.focus.saw(clause.arguments, headline=sentence.role is Role.HEADLINE, block=sentence.block)
        self.focus.listed([group.arguments for group in clause.groups])
        subject = _main_subject(clause)
        if subject is not None:
            self.focus.subject_was(subject)
        else:
            for claim in raw[:1]:
                self.focus.subject_was(claim.subject)


def _seated(
    organization: Name, place: Name, words: tuple[int, int] | None, entities: Sequence[NamedEntity]
) -> RawClaim:
    """What an adjective of nationality says of an organisation.

    Before the name, or in a phrase that stands for it, it is granted, whatever the sentence denies or guesses:
    "the French startup Acme has not raised money". Behind the name it may be what is denied ("Acme is not French").
    """
    ends = [
        Argument(
            name.entity, (entities[name.entity].kind, *entities[name.entity].also), name.start, name.end, name.surface
        )
        for name in (organization, place)
    ]
    seated = ends[0].standing(*words) if words else ends[0]
    span, sure = (place.start, place.end), 0.85 if words is None else 0.75
    granted = Factuality.ASSERTED if words or place.start < organization.start else None
    return RawClaim("LOCATED_IN", seated, ends[1], None, span, "nationality", sure, place.sentence, granted)


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


def _settled_kinds(claims: Sequence[ReadClaim], entities: Sequence[NamedEntity], ontology: Ontology) -> list[str]:
    """The kind of each entity: its own, unless only another that context accepts lets its claims stand."""
    votes: list[Counter[str]] = [Counter() for _ in entities]
    for claim in claims:
        raw = claim.raw
        others: tuple[str | None, ...] = raw.object.kinds if raw.object else (None,)
        for kind in raw.subject.kinds:
            votes[raw.subject.entity][kind] += any(ontology.allows(raw.predicate, kind, other) for other in others)
        if raw.object is None:
            continue
        for kind in raw.object.kinds:
            fits = any(ontology.allows(raw.predicate, one, kind) for one in raw.subject.kinds)
            votes[raw.object.entity][kind] += fits
    kinds = []
    for entity, vote in zip(entities, votes, strict=True):
        best = entity.kind
        for kind in entity.also:
            if vote[kind] > 0 and vote[best] == 0:
                best = kind
        kinds.append(best)
    return kinds


def _fits(raw: RawClaim, kinds: Sequence[str], ontology: Ontology) -> bool:
    object_kind = kinds[raw.object.entity] if raw.object else None
    return ontology.allows(raw.predicate, kinds[raw.subject.entity], object_kind)


def _as(entity: NamedEntity, kind: str) -> NamedEntity:
    if kind == entity.kind:
        return entity
    also = tuple(other for other in (entity.kind, *entity.also) if other != kind)
    return entity.model_copy(update={"kind": kind, "also": also, "catalogue_id": None})


def _without_echoes(claims: Sequence[DocumentClaim]) -> list[DocumentClaim]:
    """Without the claims that another says better: a dated release with its publisher says RELEASED_ON too."""
    released = {
        claim.object.entity
        for claim in claims
        if claim.predicate == "RELEASED" and claim.object and not claim.rule.endswith("+maker")
    }
    return [claim for claim in claims if not (claim.predicate == "RELEASED_ON" and claim.subject.entity in released)]


__all__ = ["DocumentReader", "FoundLiteral", "Seat", "read_claims"]
