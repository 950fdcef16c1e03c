"""Scoring what an extractor found against gold annotation.

Names are compared by `compare.fold`, claims by `matching.match_claims`. Gold marked optional neither helps nor hurts.
A date is right when `compare.same_date` says so; evidence is right when it is a substring of the digest.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from extraction.evaluation.compare import fold, plain, same_date
from extraction.evaluation.gold import digest_path, load_gold
from extraction.evaluation.matching import ClaimMatch, Links, Triple, Verdict, folded_forms, gold_triples, match_claims
from extraction.evaluation.misses import find_misses
from extraction.evaluation.records import GoldDocument, SystemDocument
from extraction.evaluation.report import ClaimCounts, DocumentReport, EntityScore, Report, Tally
from extraction.readers.decoding import decode
from graph.ontology import load_ontology
from graph.records import Factuality

LONGEST_QUOTE = 600
"""Characters of evidence above which it shows nothing any more: twice what annotators may quote."""


def evaluate(gold_folder: Path, extract: Callable[[Path], SystemDocument]) -> Report:
    """Run an extractor over the digests of a gold folder and score it.

    Args:
        gold_folder: Holds `NAME.json` files; see `gold.digest_path` for where their digests are.
        extract: Gives what a digest says, from its path.

    Raises:
        UnreadableDigest, InvalidDeclaration: as `load_gold`, `digest_path` and `decode`.
    """
    gold = load_gold(gold_folder)
    paths = {document.document: digest_path(gold_folder, document.document) for document in gold}
    system = {name: extract(path) for name, path in paths.items()}
    texts = {name: decode(path.read_bytes(), source=str(path)) for name, path in paths.items()}
    return score_documents(gold, system, texts)


def score_documents(
    gold: Sequence[GoldDocument], system: Mapping[str, SystemDocument], texts: Mapping[str, str]
) -> Report:
    """Score every gold document.

    Args:
        gold: Annotation that `check_gold` found right.
        system: What was found, by document name; one that is missing scores as empty.
        texts: The digests by document name, markup included; evidence of a missing one counts as not found.
    """
    return Report(
        documents=tuple(
            score_document(document, system.get(document.document, SystemDocument()), texts.get(document.document, ""))
            for document in gold
        )
    )


def score_document(gold: GoldDocument, system: SystemDocument, text: str) -> DocumentReport:
    """Score one document."""
    links = Links(gold, system)
    triples = gold_triples(gold)
    matches = match_claims(triples, system, links)
    found = {match.triple for match in matches if match.triple is not None}
    predicates: dict[str, Counter[str]] = defaultdict(Counter)
    for match in matches:
        if match.verdict in (Verdict.RIGHT, Verdict.INVENTED):
            predicates[match.claim.predicate]["tp" if match.verdict is Verdict.RIGHT else "fp"] += 1
    for place, triple in enumerate(triples):
        if not triple.optional and place not in found:
            predicates[triple.predicate]["fn"] += 1
    tallies = {predicate: Tally(**counts) for predicate, counts in predicates.items()}
    return DocumentReport(
        document=gold.document,
        language=gold.language,
        entities=_score_entities(gold, system, links),
        claims=sum(tallies.values(), Tally()),
        predicates=tallies,
        counts=_count_claims(triples, matches, plain(text)),
        misses=find_misses(triples, matches, system, links),
        inventions=tuple(match.claim for match in matches if match.verdict is Verdict.INVENTED),
    )


def _score_entities(gold: GoldDocument, system: SystemDocument, links: Links) -> EntityScore:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    by_name: Counter[str] = Counter()
    duplicates = 0
    taken: dict[str, set[int]] = {"strict": set(), "name": set()}
    for entity, position in zip(system.entities, links.chosen, strict=True):
        outcome = "fp" if position is None else "ignored" if gold.entities[position].optional else "tp"
        if position is not None and position in taken["name"]:
            duplicates += 1
        else:
            by_name[outcome] += 1
        if position is not None and position in taken["strict"]:
            continue
        right = position is not None and links.right_kind(position, entity)
        kinds[entity.kind][outcome if right else "fp"] += 1
        if position is not None:
            taken["name"].add(position)
            if right:
                taken["strict"].add(position)
    for position, told in enumerate(gold.entities):
        if not told.optional:
            by_name["fn"] += position not in taken["name"]
            if position not in taken["strict"]:
                kinds[told.kind]["fn"] += 1
    tallies = {kind: _tally(counts) for kind, counts in kinds.items()}
    return EntityScore(
        strict=sum(tallies.values(), Tally()),
        by_name=_tally(by_name),
        kinds=tallies,
        duplicates=duplicates,
        wrong_merges=_wrong_merges(gold, system),
    )


def _wrong_merges(gold: GoldDocument, system: SystemDocument) -> int:
    """How many system entities bear the proper names of two gold entities."""
    owners: dict[str, set[int]] = defaultdict(set)
    for position, told in enumerate(gold.entities):
        owners[fold(told.name)].add(position)
    only = {form: min(positions) for form, positions in owners.items() if len(positions) == 1}
    return sum(len({only[form] for form in folded_forms(entity) if form in only}) > 1 for entity in system.entities)


def _count_claims(triples: tuple[Triple, ...], matches: tuple[ClaimMatch, ...], text: str) -> ClaimCounts:
    counts: Counter[str] = Counter()
    mood: dict[int, Factuality] = {}
    for match in matches:
        evidence = plain(match.claim.evidence)
        counts["cited"] += 1
        counts["cited_right"] += bool(evidence) and len(evidence) <= LONGEST_QUOTE and evidence in text
        counts["free"] += match.verdict is Verdict.FREE
        if match.triple is None:
            continue
        triple = triples[match.triple]
        if match.verdict is Verdict.REPEATED:
            one_mood = len({claim.factuality for claim in triple.tellings}) == 1
            counts["contradicted"] += one_mood and mood[match.triple] != match.claim.factuality
            continue
        mood[match.triple] = match.claim.factuality
        if match.verdict is Verdict.RIGHT:
            counts.update(_count_right(triple, match, text))
    counts["not_asserted"] = sum(_not_asserted(triple) for triple in triples if not triple.optional)
    return ClaimCounts(**counts)


def _count_right(triple: Triple, match: ClaimMatch, text: str) -> Counter[str]:
    """What is right, beside the triple, about a claim that is."""
    claim = match.claim
    counts = Counter(factuality=int(any(told.factuality == claim.factuality for told in triple.tellings)))
    if _not_asserted(triple):
        counts["not_asserted_found"] = 1
        counts["shown_as_fact"] = int(claim.factuality is Factuality.ASSERTED)
    if load_ontology().predicate(triple.predicate).literal != "date":
        dates = [told.date for told in triple.tellings if told.date]
        counts["dated"] = int(bool(dates))
        counts["date"] = int(any(same_date(date, claim.date) for date in dates))
        counts["undated"] = int(not dates)
        counts["date_invented"] = int(not dates and bool(claim.date))
    evidence = plain(claim.evidence)
    counts["shown"] = int(any(_meet(evidence, plain(told.evidence), text) for told in triple.tellings))
    return counts


def _not_asserted(triple: Triple) -> bool:
    return all(claim.factuality is not Factuality.ASSERTED for claim in triple.tellings)


def _meet(one: str, other: str, text: str) -> bool:
    """Whether two quotes are one within the other, or share characters somewhere in the text."""
    if not one:
        return False
    if one in other or other in one:
        return True
    if not set(one.split()) & set(other.split()):
        return False
    starts = [[found.start() for found in re.finditer(re.escape(quote), text)] for quote in (one, other)]
    return any(mine < theirs + len(other) and theirs < mine + len(one) for mine in starts[0] for theirs in starts[1])


def _tally(counts: Mapping[str, int]) -> Tally:
    return Tally(tp=counts.get("tp", 0), fp=counts.get("fp", 0), fn=counts.get("fn", 0))
