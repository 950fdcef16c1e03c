"""All claims of a digest: what its sentences say, and what they say together."""

from collections.abc import Sequence

from extraction.catalogue import load_catalogue
from extraction.claims.assemble import DocumentClaim, agree, judge, merge
from extraction.claims.clause import Argument
from extraction.claims.coming import not_out_yet, released_by_maker, still_to_come
from extraction.claims.dating import date_headlines, share_dates
from extraction.claims.families import families
from extraction.claims.fields import field_claims
from extraction.claims.foundings import date_foundings
from extraction.claims.inference import within_sentence
from extraction.claims.known_makers import by_named_makers
from extraction.claims.learned import NetworkJudge
from extraction.claims.plausible import plausible
from extraction.claims.raw import RawClaim
from extraction.claims.reader import DocumentReader
from extraction.claims.rollouts import rolled_out_later
from extraction.claims.rounds import investors, whole_rounds
from extraction.claims.settled import fits, settled_kinds, with_kind
from extraction.claims.tagging import build_clauses
from extraction.claims.told_makers import told_makers
from extraction.document import READ_ROLES, DigestText, Name, NamedEntity, Sentence
from extraction.models import load_model
from extraction.network import load_network
from graph.ontology import load_ontology
from graph.records import Factuality

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
    by_name = (*families(clauses, entities), *told_makers(clauses, entities))
    read += [judge(raw, clauses[raw.sentence], digest, None) for raw in by_name]
    read = whole_rounds(read, clauses)
    read += [judge(raw, clause, digest, None) for raw, clause in investors(read, clauses)]
    read += field_claims(clauses, digest)
    read.sort(key=lambda claim: claim.raw.sentence)
    read = share_dates(
        not_out_yet(read, clauses, reader.timing.told_in, digest.published, stood=reader.stood, entities=entities),
        clauses,
    )
    read = rolled_out_later(read, clauses, reader.timing.told_in, digest.published)
    read = still_to_come(released_by_maker(read, clauses, entities), clauses)
    read = date_headlines(read, clauses, reader.timing.told_in, digest.published)
    read = date_foundings(read, clauses, reader.timing.told_in)
    kinds = settled_kinds(read, entities, reader.ontology)
    fitting = [
        claim for claim in read if fits(claim.raw, kinds, reader.ontology) and plausible(claim.raw, entities, catalogue)
    ]
    claims = tuple(_without_echoes(merge(agree(fitting, reader.ontology, clauses), reader.ontology)))
    return tuple(with_kind(entity, kinds[index]) for index, entity in enumerate(entities)), claims


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


def _without_echoes(claims: Sequence[DocumentClaim]) -> list[DocumentClaim]:
    """Without the claims that another says better: a dated release with its publisher says RELEASED_ON too."""
    released = {
        claim.object.entity
        for claim in claims
        if claim.predicate == "RELEASED" and claim.object and not claim.rule.endswith("+maker")
    }
    return [claim for claim in claims if not (claim.predicate == "RELEASED_ON" and claim.subject.entity in released)]
