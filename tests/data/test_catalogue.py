"""The tables of data/catalogue hold together, load fast, and say of well-known things what everybody knows."""

import time
from pathlib import Path

import pytest

from extraction.catalogue import Catalogue, CatalogueEntity, load_catalogue
from extraction.catalogue_lint import problems
from graph.errors import InvalidDeclaration
from graph.ids import entity_id
from graph.ontology import load_ontology
from graph.records import Kind


def test_the_catalogue_has_no_problem() -> None:
    assert list(problems(load_catalogue())) == []


def test_at_least_fifteen_hundred_entities_are_known_of_every_kind() -> None:
    entities = load_catalogue().entities
    assert len(entities) >= 1500
    assert {entity.kind for entity in entities} == set(load_ontology().kinds)


def test_it_loads_in_less_than_a_second_of_work() -> None:
    start = time.process_time()
    load_catalogue.__wrapped__().find("warm")
    assert time.process_time() - start < 1.0  # 0.3 s measured; the rest is for slow machines


SETTLED_KINDS = [
    ("Claude", "Model"),
    ("Gemini", "Model"),
    ("Grok", "Model"),
    ("Sora", "Model"),
    ("Llama", "Model"),
    ("Mistral Large", "Model"),
    ("ChatGPT", "Product"),
    ("Copilot", "Product"),
    ("Claude Code", "Product"),
    ("Codex", "Product"),
    ("Gemini app", "Product"),
    ("Azure", "Product"),
    ("Vertex AI", "Product"),
    ("Hugging Face Hub", "Product"),
    ("Discord", "Product"),
    ("Reddit", "Product"),
    ("Slack", "Product"),
    ("YouTube", "Product"),
    ("Google Cloud", "Organization"),
    ("AWS", "Organization"),
    ("Google DeepMind", "Organization"),
    ("Meta AI", "Organization"),
    ("FAIR", "Organization"),
    ("Hugging Face", "Organization"),
    ("PyTorch", "Framework"),
    ("H100", "Hardware"),
    ("Blackwell", "Hardware"),
    ("MMLU", "Dataset"),
    ("MCP", "Standard"),
    ("RGPD", "Regulation"),
    ("VivaTech", "Event"),
    ("Chine", "Place"),
]


@pytest.mark.parametrize(("name", "kind"), SETTLED_KINDS)
def test_settled_kinds_are_kept(name: str, kind: str) -> None:
    found = load_catalogue().by_name(name)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AI Act", "loi européenne sur l'IA"),
        ("GDPR", "RGPD"),
        ("White House", "Maison-Blanche"),
        ("UE", "European Union"),
        ("Stanford", "Université Stanford"),
        ("DeepMind", "Google DeepMind"),
        ("États-Unis", "USA"),
        ("LLaMA 4 Scout", "llama-4-scout"),
        ("Sommet pour l'action sur l'IA", "AI Action Summit"),
    ],
)
def test_two_names_of_one_thing_lead_to_it(one: str, other: str) -> None:
    assert load_catalogue().by_name(one) is not None
    assert load_catalogue().by_name(one) is load_catalogue().by_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPT-4", "GPT-4o"),
        ("GPT-4o", "GPT-4o mini"),
        ("GPT-4.1", "GPT-4"),
        ("Gemini 2.5 Pro", "Gemini 2.5 Flash"),
        ("Llama 3", "Llama 3.1"),
        ("Google", "Google Cloud"),
        ("Meta", "Meta AI"),
        ("Imagen", "Imagen AI"),
        ("Alexa", "Alexa+"),
        ("Command R", "Command R+"),
        ("iPhone 16", "iPhone 17"),
        ("Java", "JavaScript"),
    ],
)
def test_two_things_are_kept_apart(one: str, other: str) -> None:
    left, right = load_catalogue().by_name(one), load_catalogue().by_name(other)
    assert left is not None
    assert right is not None
    assert left.id != right.id


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("GPT-4o", "organization/openai"),
        ("Llama 4 Scout", "organization/meta"),
        ("Claude 3.5 Sonnet", "organization/anthropic"),
        ("Blackwell", "organization/nvidia"),
        ("Spring Boot", "organization/broadcom"),
        ("NeurIPS", None),
    ],
)
def test_an_artefact_has_the_maker_of_its_family(name: str, maker: str | None) -> None:
    found = load_catalogue().by_name(name)
    assert found is not None
    assert found.maker == maker


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("française", "France"),
        ("French", "France"),
        ("américains", "United States"),
        ("Européennes", "Europe"),
        ("coréenne", "South Korea"),
        ("grecques", "Greece"),
        ("chinois", "China"),
        ("polish", None),
        ("table", None),
    ],
)
def test_a_demonym_leads_to_its_place(word: str, place: str | None) -> None:
    found = load_catalogue().demonym(word)
    assert (found.name if found else None) == place


def test_a_weak_name_is_a_candidate_only() -> None:
    catalogue = load_catalogue()
    assert catalogue.by_name("Scout") is None
    assert [entity.id for entity in catalogue.candidates("Scout")] == ["model/llama-4-scout"]


@pytest.mark.parametrize(("name", "found"), [("Le Chat", True), ("le chat", False), ("chat", False)])
def test_a_name_of_ordinary_words_counts_exactly_only(name: str, found: bool) -> None:
    assert (load_catalogue().by_name(name) is not None) == found


def test_context_may_choose_another_kind() -> None:
    perplexity = load_catalogue().by_id("organization/perplexity")
    assert perplexity is not None
    product = perplexity.as_kind(Kind("Product"))
    assert (product.id, product.kind, product.also) == ("product/perplexity", "Product", ("Organization",))


def _write(folder: Path, **tables: str) -> Path:
    for stem, text in tables.items():
        (folder / f"{stem}.tsv").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"planet": "name\nMars\n"}, "named after its kind"),
        ({"model": "name\tcolour\nA\tred\n"}, "colour"),
        ({"model": "name\nA\tB\n"}, "more cells"),
        ({"model": "name\tmaker\nGPT-4\tOpenAI\n"}, "maker 'OpenAI'"),
        ({"model": "name\tparent\nGPT-4\tGPT\n"}, "parent 'GPT'"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(tmp_path: Path, tables: dict[str, str], told: str) -> None:
    with pytest.raises(InvalidDeclaration, match=told):
        load_catalogue(_write(tmp_path, **tables))


def test_generated_rows_lose_against_hand_written_ones(tmp_path: Path) -> None:
    _write(tmp_path, model="name\taliases\nGPT-4\tGPT Four\n")
    (tmp_path / "generated").mkdir()
    _write(tmp_path / "generated", model="name\taliases\ngpt4\tG4\nOther\tGPT Four; Another\n")
    found = load_catalogue(tmp_path)
    assert [(entity.name, entity.aliases, entity.generated) for entity in found.entities] == [
        ("GPT-4", ("GPT Four",), False),
        ("Other", ("Another",), True),
    ]


def _entity(name: str, kind: str = "Model", **fields: object) -> CatalogueEntity:
    return CatalogueEntity.model_validate({"id": entity_id(kind, name), "name": name, "kind": kind, **fields})


@pytest.mark.parametrize(
    ("entities", "told"),
    [
        ([_entity("A1"), _entity("a1")], "there twice"),
        ([_entity("Ab", id="model/other")], "not the id"),
        ([_entity("Ab", also=("Colour",))], "unknown kind"),
        ([_entity("Ab", also=("Model",))], "already"),
        ([_entity("Ab", maker="model/cd")], "no organisation"),
        ([_entity("X")], "too short"),
        ([_entity("A’b")], "plain single spaces"),
        ([_entity("Ab", aliases=("Cd",), weak=("Cd",))], "both strong and weak"),
        ([_entity("Ab"), _entity("Cd", aliases=("AB",))], "strong name of"),
    ],
)
def test_the_linter_tells_what_is_wrong(entities: list[CatalogueEntity], told: str) -> None:
    assert any(told in problem for problem in problems(Catalogue(tuple(entities))))


def test_a_name_may_be_weak_in_all_but_one() -> None:
    entities = (_entity("Ab"), _entity("Cd", aliases=(), weak=("Ab",)), _entity("Ef", weak=("Ab",)))
    assert not any("strong name of" in problem for problem in problems(Catalogue(entities)))
