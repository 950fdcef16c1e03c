import pytest

from extraction.catalogue import Catalogue, CatalogueEntity
from extraction.document import Name, NamedEntity
from extraction.mentions import find_names
from extraction.readers import read_digest
from extraction.sentences import split_sentences
from graph.ids import entity_id
from graph.records import Kind


def known(kind: str, name: str, *, weak: tuple[str, ...] = (), **more: object) -> CatalogueEntity:
    return CatalogueEntity.model_validate(
        {"id": entity_id(kind, name), "name": name, "kind": Kind(kind), "weak": weak, **more}
    )


OPENAI = known("Organization", "OpenAI")
META = known("Organization", "Meta")
CATALOGUE = Catalogue(
    (
        OPENAI,
        META,
        known("Organization", "Google", aliases=("Alphabet",)),
        known("Organization", "Microsoft"),
        known("Organization", "NVIDIA", aliases=("Nvidia",)),
        known("Model", "Gemini", maker=entity_id("Organization", "Google")),
        known("Model", "Gemini 2.5", parent=entity_id("Model", "Gemini")),
        known("Model", "Llama 4", maker=META.id),
        known("Model", "GPT-4", maker=OPENAI.id),
        known("Framework", "PyTorch"),
        known("Framework", "LangChain"),
        known("Product", "Microsoft Astra", aliases=("Astra",)),
        known("Product", "Microsoft 365 Astra"),
        known("Product", "Zorglab Astra"),
        known("Organization", "Figure AI", weak=("Figure",)),
        known("Event", "WWDC"),
        known("Product", "X", weak=("X",)),
        known("Place", "Paris"),
        known("Place", "France", demonyms=("français",)),
    )
)


def found(text: str, language: str) -> tuple[tuple[NamedEntity, ...], tuple[Name, ...], str]:
    digest = read_digest(text.encode(), source="test.md", language=language)
    entities, names = find_names(digest, split_sentences(digest), catalogue=CATALOGUE)
    return entities, names, digest.text


def entities_of(text: str, language: str) -> set[tuple[str, str]]:
    return {(entity.name, entity.kind) for entity in found(text, language)[0]}


CASES = [
    # A name goes on behind a version in prose, and in a title as the text spells it out.
    (
        "en",
        "Google has now launched Gemini 2.5 Live for everybody.",
        {("Google", "Organization"), ("Gemini 2.5 Live", "Model")},
    ),
    (
        "en",
        "## Microsoft Ships LangChain Vibes And More Than That\n\nWe saw the framework LangChain Vibes by Microsoft.",
        {("Microsoft", "Organization"), ("LangChain Vibes", "Framework")},
    ),
    ("en", "We tried Gemini 2.5 70B on our laptops.", {("Gemini 2.5 70B", "Model")}),
    # One person with a letter wrong, one version with and without ".0", a version alone; and near-misses.
    ("en", "We met Graham Neubik. Then Graham Neubig spoke.", {("Graham Neubik", "Person")}),
    (
        "en",
        "We met Graham Neubig. Then Graham Harris spoke.",
        {("Graham Neubig", "Person"), ("Graham Harris", "Person")},
    ),
    (
        "en",
        "Meta released the model Fugu Ultra v2.0. The model Fugu Ultra v2 is fast.",
        {("Meta", "Organization"), ("Fugu Ultra v2.0", "Model")},
    ),
    (
        "en",
        "Meta released the model Fugu Ultra v2.1. The model Fugu Ultra v2 is fast.",
        {("Meta", "Organization"), ("Fugu Ultra v2.1", "Model"), ("Fugu Ultra v2", "Model")},
    ),
    # Boundaries
    (
        "en",
        "Google's President of Global Affairs, Kent Walker, spoke.",
        {("Google", "Organization"), ("Kent Walker", "Person")},
    ),
    (
        "en",
        "The director of Zorbex met Kent Walker.",
        {("Zorbex", "Organization"), ("Kent Walker", "Person")},
    ),
    # Who speaks for whom, in brackets.
    (
        "en",
        "**Zorbo** (Anwar Haneef, VP & Head of Ecosystem): more slides.",
        {("Zorbo", "Organization"), ("Anwar Haneef", "Person")},
    ),
    (
        "fr",
        "**Zorbo** (JP Morel, directeur produit) : moins de tâches.",
        {("Zorbo", "Organization"), ("JP Morel", "Person")},
    ),
    ("en", "Google Inks Sixty Million Content Licensing Deal", {("Google", "Organization")}),
    ("en", "We met Nvidia boss Jensen Huang today.", {("NVIDIA", "Organization"), ("Jensen Huang", "Person")}),
    ("en", "Then OpenAI CEO Sam Altman left.", {("OpenAI", "Organization"), ("Sam Altman", "Person")}),
    ("en", "It runs in Copilot for Sales, an app.", {("Copilot for Sales", "Product")}),
    ("en", "The Microsoft-OpenAI deal is off.", {("Microsoft", "Organization"), ("OpenAI", "Organization")}),
    ("fr", "Le duo Google-NVIDIA tient.", {("Google", "Organization"), ("NVIDIA", "Organization")}),
    ("en", "They run a PyTorch-LangChain stack.", {("PyTorch-LangChain", "Framework")}),
    ("en", "They saw Google’s Gemini.", {("Google", "Organization"), ("Gemini", "Model")}),
    ("en", "The rep Yvette D. Clarke spoke.", {("Yvette D. Clarke", "Person")}),
    ("en", "We heard Adam D’Angelo speak.", {("Adam D’Angelo", "Person")}),
    ("en", "We use Microsoft Fabric, a platform.", {("Microsoft Fabric", "Product")}),
    ("fr", "Meta présente Llama 4 à Paris.", {("Meta", "Organization"), ("Llama 4", "Model"), ("Paris", "Place")}),
    ("en", "A paper by the Physical Society of France.", {("Physical Society of France", "Organization")}),
    (
        "en",
        "Some researchers left the Center for Security and Emerging Technology last spring.",
        {("Center for Security and Emerging Technology", "Organization")},
    ),
    (
        "en",
        "They left the Center for Security and OpenAI.",
        {("Center for Security", "Organization"), ("OpenAI", "Organization")},
    ),
    ("en", "We tried Llama-4-Distill-GPT-70B there.", {("Llama-4-Distill-GPT-70B", "Model")}),
    # A licence is what a thing is under, and no thing.
    ("en", "They ship Llama 4 under Apache 2.0 today.", {("Llama 4", "Model")}),
    ("fr", "Ils publient Llama 4 sous licence MIT.", {("Llama 4", "Model")}),
    # Kinds from words beside the name
    ("fr", "Hier la jeune pousse française Zorglab a fermé.", {("Zorglab", "Organization")}),
    ("fr", "Nous testons le framework Zorglab.", {("Zorglab", "Framework")}),
    ("fr", "On parle de Zorglab, un modèle de langage libre.", {("Zorglab", "Model")}),
    ("en", "We tried Zorglab, a Paris-based AI startup.", {("Zorglab", "Organization"), ("Paris", "Place")}),
    ("en", "They trained a model called Zorglab.", {("Zorglab", "Model")}),
    ("en", "They scored well on ZorgBench.", {("ZorgBench", "Dataset")}),
    ("en", "We like Zorg-7B-Instruct.", {("Zorg-7B-Instruct", "Model")}),
    ("en", "It was shown at the Zorglab Summit.", {("Zorglab Summit", "Event")}),
    # Compounds that only describe, and names that others hold
    ("en", "They sell a Gemini-like model.", set()),
    ("en", "They sell a Gemini-based model.", {("Gemini", "Model")}),
    ("fr", "Ils vendent un assistant Gemini-like en ligne.", set()),
    ("en", "Users of r/ZorgLab complained.", set()),
    ("en", "It won over GPT-4 59% of the time.", {("GPT-4", "Model")}),
    ("en", "We read the Gemini Recap today.", {("Gemini", "Model")}),
    ("en", "We met at WWDC France today.", {("WWDC France", "Event")}),
    ("en", "We saw WWDC, France and more.", {("WWDC", "Event"), ("France", "Place")}),
    ("en", 'We read the report "Gemini, PyTorch and others".', {("Gemini", "Model"), ("PyTorch", "Framework")}),
    # A platform whose name is one letter
    ("en", "They posted the news on X today.", {("X", "Product")}),
    ("fr", "Une enquête est ouverte sur X depuis hier.", {("X", "Product")}),
    ("en", "They train on X GPUs every day.", set()),
    ("en", "The loss depends on X and Y.", set()),
    # Versions of known things
    ("en", "They ship PyTorch 2.9 soon.", {("PyTorch 2.9", "Framework")}),
    ("en", "We tried Gemini 2.5 Pro and Flash.", {("Gemini 2.5 Pro", "Model"), ("Gemini 2.5 Flash", "Model")}),
    ("fr", "La version 2.9 de PyTorch est sortie.", {("PyTorch 2.9", "Framework")}),
    ("en", "They use PyTorch version 2.9 daily.", {("PyTorch 2.9", "Framework")}),
    ("fr", "Llama 4 se décline en deux versions : Small et Large.",
     {("Llama 4", "Model"), ("Llama 4 Small", "Model"), ("Llama 4 Large", "Model")}),
    ("en", "We tried Gemini 2.5 and then 1.5 Flash.", {("Gemini 2.5", "Model"), ("Gemini 1.5 Flash", "Model")}),
    # Names that go on in small letters, and those with legal forms
    ("fr", "Hier le Conseil de l'image numérique parle.", {("Conseil de l'image numérique", "Organization")}),
    ("fr", "Le conseil de l'image numérique parle.", set()),
    ("en", "Then Microsoft Corporation paid.", {("Microsoft", "Organization")}),
    # A maker's thing
    ("en", "It beats OpenAI’s model Zorg in tests.", {("OpenAI", "Organization"), ("Zorg", "Model")}),
    ("en", "Zorglab’s new AI model is here.", {("Zorglab", "Organization")}),
    ("fr", "Hier le modèle de Zorglab a plu, car Zorglab lève des fonds.", {("Zorglab", "Organization")}),
    ("en", "They like Gemini 2.5 flash and GPT-4 turbo.", {("Gemini 2.5 flash", "Model"), ("GPT-4 turbo", "Model")}),
    ("en", "They like Gemini 2.0 and flash cards.", {("Gemini 2.0", "Model")}),
    ("en", "We don't know. Don't ask Sam Altman.", {("Sam Altman", "Person")}),
    ("fr", "Nous saluons Liad Zorgman à Paris.", {("Liad Zorgman", "Person"), ("Paris", "Place")}),
    ("fr", "Nous aimons les Liad Zorgman depuis hier.", set()),
    # Near-misses: no names
    ("en", "Cloud AI and European AI matter. The CTO said so.", set()),
    ("en", "Edit README.md and notes.json first.", set()),
    ("en", "The LLM uses RAG and a GPU on Monday in April.", set()),
    ("en", "Recently, Users Were Happy. Reducing costs is hard.", set()),
    ("fr", "Cette semaine, l'IA générative et les LLM progressent. Parallèlement, rien.", set()),
    ("fr", "## Analyse\n\nLes entreprises européennes attendent.", set()),
    ("en", "Figure out how the API works.", set()),
    ("en", "See https://example.com/OpenAI now.\n\n```\nGPT-4\n```\n", set()),
    ("en", "New Tools for Developers: Building Better Agents Without Tears", set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1][:40] for case in CASES])
def test_names_and_kinds(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert entities_of(text, language) == expected


ONE_ENTITY = [
    ("en", "They built the Zorg Development Kit (ZDK), a framework. The ZDK is free.", {"Zorg Development Kit", "ZDK"}),
    ("fr", "Le PDG Marc Dupontel parle. Dupontel est content.", {"Marc Dupontel", "Dupontel"}),
    ("fr", "La startup Zorglab Robotics vend. Hier Zorglab a fermé.", {"Zorglab Robotics", "Zorglab"}),
    ("en", "The Zorglab Inc. office is new. Zorglab Inc. pays.", {"Zorglab Inc"}),
    ("en", "We asked Matthieu Durand. Later Matt Durand left. Matthieu stayed.", {"Matthieu Durand", "Matthieu"}),
    ("en", "We like Microsoft. Microsft does it again, the Microsoft we know.", {"Microsoft", "Microsft"}),
    ("fr", "Le Zorg Protocol System (ZPS), un protocole, existe. Le ZPS aussi.", {"Zorg Protocol System", "ZPS"}),
    ("en", "At the WWDC it rained. Indeed WWDC 2025 was wet.", {"WWDC", "WWDC 2025"}),
    ("en", "We like Zorglab Astra. With Astra we write less.", {"Zorglab Astra", "Astra"}),
    ("en", "They love LangChain. Ask @LangChainAI for help.", {"LangChain", "LangChainAI"}),
    ("en", "Zorg Turbo XL is a model. The model Zorg XL Turbo is fast.", {"Zorg Turbo XL", "Zorg XL Turbo"}),
    ("en", "The library PyTorch v2.7 is out. Then PyTorch 2.7 was fixed.", {"PyTorch v2.7", "PyTorch 2.7"}),
    ("en", "We tried Kordan V2, a model. The model Kordan v2 is fast.", {"Kordan V2", "Kordan v2"}),
]
APART = [
    ("en", "With Astra we write less. We like Zorglab Astra, too.", {"Microsoft Astra", "Zorglab Astra"}),
    ("en", "We pay for Microsoft 365 Astra. Astra is free.", {"Microsoft 365 Astra", "Microsoft Astra"}),
    ("en", "We use PyTorch v2.7 here and PyTorch v2.8 there.", {"PyTorch v2.7", "PyTorch v2.8"}),
]


@pytest.mark.parametrize(("language", "text", "forms"), ONE_ENTITY, ids=[case[1][:40] for case in ONE_ENTITY])
def test_forms_of_one_entity_come_together(language: str, text: str, forms: set[str]) -> None:
    assert forms in [set(entity.surface_forms) for entity in found(text, language)[0]]


@pytest.mark.parametrize(("language", "text", "names"), APART, ids=[case[1][:40] for case in APART])
def test_names_of_two_things_stay_apart(language: str, text: str, names: set[str]) -> None:
    assert {entity.name for entity in found(text, language)[0]} == names


def test_versions_stay_apart() -> None:
    names = {name for name, _ in entities_of("We compare GPT-4 with GPT-4o and GPT-4.5 here.", "en")}
    assert names == {"GPT-4", "GPT-4o", "GPT-4.5"}


def test_weak_name_counts_where_its_full_name_stands() -> None:
    text = "The robot maker Figure AI grows. In May Figure raised money."
    assert entities_of(text, "en") == {("Figure AI", "Organization")}


def test_title_in_quotation_marks_is_one_name() -> None:
    text = "Il a lu le rapport « Les machines et le travail en France » hier."
    assert ("Les machines et le travail en France", "Publication") in entities_of(text, "fr")


def test_title_in_quotation_marks_and_italics_is_found_once() -> None:
    _, names, _ = found("# Sommaire\n\nIl a lu le rapport « *Zorg et le travail en ville* » hier.\n", "fr")
    assert [name.surface for name in names] == ["Zorg et le travail en ville"]


def test_title_case_headline_is_read_by_what_the_body_spells_out() -> None:
    text = (
        "Mastercard Launches Shopping Muse for Every Happy Customer\n\nThe bank showed Shopping Muse, an app, in May.\n"
    )
    forms = [entity.surface_forms for entity in found(text, "en")[0]]
    assert ("Shopping Muse",) in forms


def test_names_are_spans_in_order_that_never_overlap() -> None:
    entities, names, text = found("Sam Altman of OpenAI met Meta. OpenAI won.", "en")
    assert [text[name.start : name.end] for name in names] == ["Sam Altman", "OpenAI", "Meta", "OpenAI"]
    assert [entities[name.entity].name for name in names] == ["Sam Altman", "OpenAI", "Meta", "OpenAI"]
    assert [name.sentence for name in names] == [0, 0, 0, 1]


def test_known_entities_carry_their_id_and_maker() -> None:
    entities, _, _ = found("They saw Llama 4 today.", "en")
    assert [(one.catalogue_id, one.maker) for one in entities] == [("model/llama-4", META.id)]
