import pytest

from extraction.catalogue import CatalogueEntity, Match
from extraction.linking import Setting, link, score_match, surroundings
from graph.records import EntityId, Kind

OPENAI = CatalogueEntity(id=EntityId("organization/openai"), name="OpenAI", kind=Kind("Organization"))
FIGURE = CatalogueEntity(
    id=EntityId("organization/figure-ai"), name="Figure AI", kind=Kind("Organization"), weak=("Figure",)
)
HELIX = CatalogueEntity(id=EntityId("model/helix"), name="Helix", kind=Kind("Model"), weak=("Helix",), maker=FIGURE.id)
NOTION = CatalogueEntity(id=EntityId("product/notion"), name="Notion", kind=Kind("Product"), weak=("Notion",))


def match_of(entity: CatalogueEntity, alias: str, *, weak: bool = True, exact_case: bool = True) -> Match:
    return Match(0, len(alias), entity, alias, weak, exact_case, False, True)


def setting(
    *present: CatalogueEntity, votes: dict[str, float] | None = None, ordinary: bool = False, uncertain: bool = False
) -> Setting:
    return Setting(*surroundings(present), votes or {}, ordinary, uncertain)


CASES = [
    ("a strong name suffices", match_of(OPENAI, "OpenAI", weak=False), setting(), True),
    ("strong against other cues", match_of(OPENAI, "OpenAI", weak=False), setting(votes={"Model": 9}), True),
    ("a weak common word alone", match_of(FIGURE, "Figure"), setting(ordinary=True), False),
    ("a weak common word with its full name", match_of(FIGURE, "Figure"), setting(FIGURE, ordinary=True), True),
    ("a weak common word with its product", match_of(FIGURE, "Figure"), setting(HELIX), True),
    ("a weak name with its maker", match_of(HELIX, "Helix"), setting(FIGURE), True),
    ("a weak word that opens a sentence", match_of(NOTION, "Notion"), setting(ordinary=True, uncertain=True), False),
    ("the same with a noun that tells its kind", match_of(NOTION, "Notion"),
     setting(votes={"Product": 3}, ordinary=True, uncertain=True), True),
    ("the same with a noun of another kind", match_of(NOTION, "Notion"),
     setting(votes={"Person": 3}, ordinary=True, uncertain=True), False),
    ("a weak word in other capitals", match_of(NOTION, "NOTION", exact_case=False), setting(ordinary=True), False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "match", "around", "linked"), CASES, ids=[case[0] for case in CASES])
def test_weak_names_need_support(case: str, match: Match, around: Setting, linked: bool) -> None:
    found = link([match], around)
    assert (found is not None and found.entity == match.entity) is linked


def test_kind_evidence_chooses_between_namesakes() -> None:
    imagen = CatalogueEntity(id=EntityId("model/imagen"), name="Imagen", kind=Kind("Model"))
    imagen_ai = CatalogueEntity(id=EntityId("organization/imagen-ai"), name="Imagen", kind=Kind("Organization"))
    matches = [match_of(imagen, "Imagen", weak=False), match_of(imagen_ai, "Imagen", weak=False)]
    as_model, as_firm = (link(matches, setting(votes={kind: 3.0})) for kind in ("Model", "Organization"))
    assert as_model is not None and as_model.entity is imagen
    assert as_firm is not None and as_firm.entity is imagen_ai


def test_explanation_names_what_counted() -> None:
    found = score_match(match_of(FIGURE, "Figure"), setting(FIGURE, ordinary=True))
    assert found.explanation == "full name in the document +2.5, common word -1.0"


def test_nothing_known_is_nil() -> None:
    assert link([], setting()) is None
