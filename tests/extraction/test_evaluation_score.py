"""Scores and losses on documents small enough to count by hand."""

import json
from pathlib import Path

import pytest

from extraction.evaluation import (
    GoldClaim,
    GoldDocument,
    GoldEntity,
    Report,
    Stage,
    SystemClaim,
    SystemDocument,
    SystemEntity,
    Tally,
    evaluate,
    load_gold,
    render,
    score_documents,
)
from graph.errors import InvalidDeclaration, KnowledgeGraphError, UnreadableDigest
from graph.records import Factuality, Kind, Predicate

TEXT = "Acme launched Zeta 2 on 3 May 2025. Acme may buy **Borel**. Zeta 2 has 7B parameters. Kappa was there."


def gold_entity(name: str, kind: str, *, forms: tuple[str, ...] = (), optional: bool = False) -> GoldEntity:
    return GoldEntity(name=name, kind=Kind(kind), surface_forms=forms or (name,), optional=optional)


def gold_claim(
    subject: str,
    predicate: str,
    other: str,
    *,
    date: str | None = None,
    mood: Factuality = Factuality.ASSERTED,
    evidence: str = TEXT[:35],
    optional: bool = False,
) -> GoldClaim:
    return GoldClaim(
        subject=subject,
        predicate=Predicate(predicate),
        object=other,
        date=date,
        factuality=mood,
        evidence=evidence,
        optional=optional,
    )


GOLD = GoldDocument(
    document="small",
    language="en",
    entities=(
        gold_entity("Acme", "Organization"),
        gold_entity("Borel", "Organization"),
        gold_entity("Zeta 2", "Model"),
        gold_entity("Kappa", "Event", optional=True),
    ),
    claims=(
        gold_claim("Acme", "RELEASED", "Zeta 2", date="2025-05-03"),
        gold_claim("Acme", "ACQUIRED", "Borel", mood=Factuality.SPECULATED, evidence="Acme may buy **Borel**"),
        gold_claim("Zeta 2", "HAS_PARAMETERS", "7B", evidence="Zeta 2 has 7B parameters"),
    ),
)


def entity(name: str, kind: str, *forms: str) -> SystemEntity:
    return SystemEntity(name=name, kind=Kind(kind), surface_forms=forms)


def claim(
    subject: str,
    predicate: str,
    other: str,
    *,
    date: str | None = None,
    mood: Factuality = Factuality.ASSERTED,
    evidence: str = "",
) -> SystemClaim:
    return SystemClaim(
        subject=subject, predicate=Predicate(predicate), object=other, date=date, factuality=mood, evidence=evidence
    )


ACME = entity("ACME", "Organization")
BOREL = entity("Borel", "Organization")
ZETA = entity("Zeta-2", "Model")
RELEASE = claim("ACME", "RELEASED", "Zeta-2", date="2025-05-03", evidence="launched Zeta 2")
RUMOUR = claim("ACME", "ACQUIRED", "Borel", mood=Factuality.SPECULATED, evidence="Acme may buy Borel")
SIZE = claim("Zeta-2", "HAS_PARAMETERS", "7 billion", evidence="Zeta 2 has 7B parameters")


def score(*, entities: tuple[SystemEntity, ...], claims: tuple[SystemClaim, ...], gold: GoldDocument = GOLD) -> Report:
    return score_documents([gold], {"small": SystemDocument(entities=entities, claims=claims)}, {"small": TEXT})


def losses(report: Report) -> list[tuple[str, str]]:
    return [(miss.predicate, miss.stage) for miss in report.misses]


def test_what_finds_everything_scores_one() -> None:
    report = score(entities=(ACME, BOREL, ZETA), claims=(RELEASE, RUMOUR, SIZE))
    assert report.entities.strict == Tally(tp=3)
    assert report.claims == Tally(tp=3)
    assert report.claims.shares() == (1.0, 1.0, 1.0)
    counts = report.counts
    assert (counts.factuality, counts.date, counts.dated, counts.shown, counts.cited_right) == (3, 1, 1, 3, 3)
    assert report.misses == ()


def test_a_document_without_output_counts_as_empty() -> None:
    report = score_documents([GOLD], {}, {})
    assert report.entities.strict == Tally(fn=3)
    assert report.claims == Tally(fn=3)
    assert losses(report) == [
        ("RELEASED", Stage.NAME_NOT_FOUND),
        ("ACQUIRED", Stage.NAME_NOT_FOUND),
        ("HAS_PARAMETERS", Stage.NAME_NOT_FOUND),
    ]


STAGES: list[tuple[tuple[SystemEntity, ...], tuple[SystemClaim, ...], tuple[Stage, ...]]] = [
    ((ACME, BOREL, ZETA), (RELEASE, SIZE), (Stage.NO_TRIGGER,)),
    ((ACME, ZETA), (RELEASE, SIZE), (Stage.NAME_NOT_FOUND,)),
    ((entity("ACME", "Organization", "Borel"), ZETA), (RELEASE, SIZE), (Stage.NOT_LINKED,)),
    ((ACME, entity("Borel", "Event"), ZETA), (RELEASE, SIZE), (Stage.WRONG_KIND,)),
    (
        (ACME, BOREL, ZETA, entity("Kappa", "Organization")),
        (RELEASE, SIZE, claim("Kappa", "ACQUIRED", "Borel", evidence="may buy Borel")),
        (Stage.NOT_LINKED,),
    ),
    (
        (ACME, BOREL, ZETA),
        (RELEASE, SIZE, RUMOUR.model_copy(update={"factuality": Factuality.ASSERTED})),
        (Stage.WRONG_FACTUALITY,),
    ),
    ((ACME, BOREL, ZETA), (RELEASE.model_copy(update={"date": None}), RUMOUR, SIZE), (Stage.WRONG_DATE,)),
    ((ACME, BOREL, ZETA), (RELEASE, RUMOUR, SIZE.model_copy(update={"date": "2025"})), (Stage.WRONG_DATE,)),
]


@pytest.mark.parametrize(("entities", "claims", "stages"), STAGES)
def test_each_loss_is_put_where_it_happened(
    entities: tuple[SystemEntity, ...], claims: tuple[SystemClaim, ...], stages: tuple[Stage, ...]
) -> None:
    assert tuple(miss.stage for miss in score(entities=entities, claims=claims).misses) == stages


def test_kinds_that_are_as_right_may_still_be_blocked_by_the_ontology() -> None:
    borel = GoldEntity(name="Borel", kind=Kind("Organization"), also=(Kind("Event"),), surface_forms=("Borel",))
    gold = GOLD.model_copy(update={"entities": (*GOLD.entities[:1], borel, *GOLD.entities[2:])})
    report = score(entities=(ACME, entity("Borel", "Event"), ZETA), claims=(RELEASE, SIZE), gold=gold)
    assert losses(report) == [("ACQUIRED", Stage.BLOCKED)]


def test_inventions_cost_precision_and_optional_gold_is_free() -> None:
    invented = claim("Borel", "ACQUIRED", "ACME", evidence="not in the text")
    gold = GOLD.model_copy(update={"claims": (GOLD.claims[0].model_copy(update={"optional": True}), *GOLD.claims[1:])})
    report = score(entities=(ACME, BOREL, ZETA), claims=(RELEASE, RUMOUR, SIZE, invented), gold=gold)
    assert report.claims == Tally(tp=2, fp=1)
    assert report.counts.free == 1
    assert (report.counts.cited_right, report.counts.cited) == (3, 4)
    assert report.documents[0].inventions == (invented,)


def test_what_only_concerns_optional_entities_is_free() -> None:
    event = entity("Kappa", "Event")
    held = claim("Kappa", "HAPPENED_ON", "2025")
    report = score(entities=(ACME, BOREL, ZETA, event), claims=(RELEASE, RUMOUR, SIZE, held))
    assert report.claims == Tally(tp=3)
    assert report.counts.free == 1


def test_a_maker_beside_a_release_is_free() -> None:
    report = score(entities=(ACME, BOREL, ZETA), claims=(RELEASE, claim("ACME", "DEVELOPED", "Zeta-2")))
    assert report.counts.free == 1
    assert report.claims == Tally(tp=1, fn=2)


def test_one_claim_told_with_two_factualities_is_counted_once() -> None:
    denied = RELEASE.model_copy(update={"factuality": Factuality.NEGATED})
    report = score(entities=(ACME, BOREL, ZETA), claims=(RELEASE, denied))
    assert report.claims == Tally(tp=1, fn=2)
    assert report.counts.contradicted == 1


def test_a_symmetric_claim_is_right_either_way_round() -> None:
    gold = GOLD.model_copy(update={"claims": (gold_claim("Acme", "PARTNERED_WITH", "Borel"),)})
    report = score(entities=(ACME, BOREL, ZETA), claims=(claim("Borel", "PARTNERED_WITH", "ACME"),), gold=gold)
    assert report.claims == Tally(tp=1)


def test_duplicates_and_wrong_merges_are_counted() -> None:
    twice = entity("acme", "Organization")
    merged = entity("Zeta 2", "Model", "Borel")
    report = score(entities=(ACME, twice, merged), claims=())
    assert report.entities.duplicates == 1
    assert report.entities.wrong_merges == 1
    assert report.entities.strict == Tally(tp=2, fn=1)


def test_wrong_kinds_fail_the_strict_score_only() -> None:
    report = score(entities=(entity("Acme", "Person"), BOREL, ZETA), claims=())
    assert report.entities.strict == Tally(tp=2, fp=1, fn=1)
    assert report.entities.by_name == Tally(tp=3)
    assert report.entities.kinds["Person"] == Tally(fp=1)
    assert report.entities.kinds["Organization"] == Tally(tp=1, fn=1)


def test_a_kind_decides_between_namesakes() -> None:
    gold = GoldDocument(
        document="small",
        language="en",
        entities=(
            gold_entity("Zeta 2", "Model"),
            gold_entity("ZETA 2", "Publication", forms=("Zeta 2",)),
            gold_entity("Acme", "Organization"),
        ),
        claims=(gold_claim("Acme", "RELEASED", "ZETA 2"),),
    )
    entities = (ACME, entity("Zeta 2", "Model"), entity("Zeta 2", "Publication"))
    told = claim("ACME", "RELEASED", "Zeta 2")
    report = score(entities=entities, claims=(told,), gold=gold)
    assert report.entities.strict == Tally(tp=3)
    assert report.claims == Tally(fp=1, fn=1)
    told = told.model_copy(update={"object_kind": Kind("Publication")})
    assert score(entities=entities, claims=(told,), gold=gold).claims == Tally(tp=1)


def test_the_text_form_names_every_stage_and_figure() -> None:
    report = score(entities=(ACME, BOREL, ZETA), claims=(RELEASE, claim("Borel", "ACQUIRED", "ACME")))
    text = render(report, details=True)
    assert all(stage in text for stage in Stage)
    assert "small invented: Borel ACQUIRED ACME [asserted]" in text
    assert "small lost, no trigger: Acme ACQUIRED Borel [speculated]" in text
    assert "P 0.500  R 0.333" in text


def test_the_figures_are_plain_json() -> None:
    figures = json.loads(json.dumps(score(entities=(ACME, BOREL, ZETA), claims=(RELEASE,)).figures()))
    assert figures["claims"] == [1.0, 1 / 3, 0.5]
    assert figures["counts"]["not_asserted"] == 1


def write(folder: Path, gold: GoldDocument) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{gold.document}.json").write_text(gold.model_dump_json(), "utf-8")


@pytest.mark.parametrize(
    ("place", "encoding"),
    [("gold/small.md", "utf-8"), ("gold/small.html", "utf-16"), ("digests/small.txt", "utf-8-sig")],
)
def test_a_folder_is_evaluated_with_any_extractor(tmp_path: Path, place: str, encoding: str) -> None:
    write(tmp_path / "gold", GOLD)
    (tmp_path / "digests").mkdir()
    (tmp_path / place).write_text(TEXT, encoding)
    seen = []

    def extract(path: Path) -> SystemDocument:
        seen.append(path)
        return SystemDocument(entities=(ACME, ZETA), claims=(RELEASE,))

    report = evaluate(tmp_path / "gold", extract)
    assert seen == [tmp_path / place]
    assert report.claims == Tally(tp=1, fn=2)
    assert report.counts.cited_right == 1


BAD_FILES = [
    ('{"document": "bad"', InvalidDeclaration),
    ('{"document": "bad", "language": "fr", "entities": [], "claims": [], "author": "?"}', InvalidDeclaration),
    ('{"document": "other", "language": "fr", "entities": [], "claims": []}', InvalidDeclaration),
]


@pytest.mark.parametrize(("content", "error"), BAD_FILES)
def test_a_bad_gold_file_is_refused_by_name(tmp_path: Path, content: str, error: type[KnowledgeGraphError]) -> None:
    (tmp_path / "bad.json").write_text(content, "utf-8")
    with pytest.raises(error, match=r"bad\.json"):
        load_gold(tmp_path)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDigest, match="no gold file"):
        load_gold(tmp_path)


def test_a_gold_file_without_its_digest_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "gold", GOLD)
    with pytest.raises(UnreadableDigest, match=r"small\.json: its digest is missing"):
        evaluate(tmp_path / "gold", lambda path: SystemDocument())
