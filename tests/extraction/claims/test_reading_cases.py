"""What the claim reader makes of whole sentences: exact sets of triples, with near-misses beside hits."""

import pytest

from tests.extraction.claims.examples import read_triples

pytestmark = pytest.mark.slow

META, LLAMA, SLACK = "[Organization Meta]", "[Model Llama 4]", "[Product Slack]"

FRENCH: list[tuple[str, set[tuple[str, str, str]]]] = [
    (
        "Ils sont mille employés de [Organization BPCE] en [Place France] qui utilisent [Product MAIA].",
        {("BPCE", "USES", "MAIA")},
    ),
    (
        "Une étude porte sur le déploiement de [Product Le Chat] chez [Organization Moderna].",
        {("Moderna", "USES", "Le Chat")},
    ),
    (
        "Le déploiement de [Product Le Chat] dans [Product Gmail] avance.",
        {("Le Chat", "AVAILABLE_ON", "Gmail")},
    ),
    (f"{META} lance {LLAMA}.", {("Meta", "RELEASED", "Llama 4")}),
    (f"{META} n'a pas lancé {LLAMA}.", {("Meta", "RELEASED", "Llama 4")}),
    (f"{META} lance un connecteur pour {SLACK}.", set()),
    (f"Le PDG de {META} a salué {LLAMA}.", set()),
    (
        f"{META}, qui possède [Product WhatsApp], a lancé, le 5 avril, son nouveau modèle {LLAMA}.",
        {("Meta", "RELEASED", "Llama 4"), ("Meta", "DEVELOPED", "Llama 4"), ("Meta", "DEVELOPED", "WhatsApp")},
    ),
    (
        f"{META} a publié {LLAMA} et racheté [Organization Manus].",
        {("Meta", "RELEASED", "Llama 4"), ("Meta", "ACQUIRED", "Manus")},
    ),
    (
        "[Organization NVIDIA], [Organization Accel] et [Organization Bpifrance] investissent dans [Organization H].",
        {("NVIDIA", "INVESTED_IN", "H"), ("Accel", "INVESTED_IN", "H"), ("Bpifrance", "INVESTED_IN", "H")},
    ),
    ("[Organization Groq] a été racheté par [Organization NVIDIA].", {("NVIDIA", "ACQUIRED", "Groq")}),
    ("[Organization Groq], racheté par [Organization NVIDIA], recrute.", {("NVIDIA", "ACQUIRED", "Groq")}),
    ("Le rachat de [Organization Groq] par [Organization NVIDIA] surprend.", {("NVIDIA", "ACQUIRED", "Groq")}),
    ("[Organization NVIDIA] veut s'offrir [Organization Groq].", {("NVIDIA", "ACQUIRED", "Groq")}),
    ("[Organization NVIDIA] achète des puces à [Organization Groq].", set()),
    ("Chez [Organization Orange], on regarde [Organization Mistral AI] avec envie.", set()),
    # Examples of what was bought, and who else bought.
    (
        "[Organization SAP] a racheté plusieurs start-up cette année, dont [Organization H] et [Organization Dust].",
        {("SAP", "ACQUIRED", "H"), ("SAP", "ACQUIRED", "Dust")},
    ),
    ("[Organization SAP] a racheté plusieurs start-up, dont [Organization Microsoft] détient la moitié.", set()),
    ("[Organization SAP] a racheté plusieurs start-up, comme [Organization Microsoft] avant elle.", set()),
    ("[Organization SAP] a racheté une start-up, comme [Organization Microsoft].", set()),
    # Who leaves is not who works there, nor who is named beside.
    ("Après le départ de [Person Ilya Sutskever], [Person Sam Altman] d'[Organization OpenAI] a réagi.", set()),
    ("Le départ de [Person Yann LeCun] de [Organization Meta] n'aura pas lieu.", set()),
    (
        "Le départ de [Person Yann LeCun] de [Organization Meta] a surpris.",
        {("Yann LeCun", "LEFT", "Meta")},
    ),
]
ENGLISH: list[tuple[str, set[tuple[str, str, str]]]] = [
    # A size behind a sized name may be that of others.
    ("[Model Zorla 3B] beats earlier models and some 7B parameter models.", set()),
    ("[Model Zorla 3B] can run on a phone, with the 7B version on a laptop.", set()),
    ("[Model Zorla 3B] has in fact 3.4B parameters.", {("Zorla 3B", "HAS_PARAMETERS", "3.4B")}),
    ("[Model Zorla] is part of [Organization Acme]'s efforts to please.", set()),
    (
        "[Organization Meta] bought the [Organization Amazon]-backed startup [Organization Fixie].",
        {("Meta", "ACQUIRED", "Fixie"), ("Amazon", "INVESTED_IN", "Fixie")},
    ),
    (f"{META} launches {LLAMA}.", {("Meta", "RELEASED", "Llama 4")}),
    (f"{META} did not launch {LLAMA}.", {("Meta", "RELEASED", "Llama 4")}),
    (f"{META} launches a connector for {SLACK}.", set()),
    (f"{META} launches {SLACK} connector.", set()),
    (f"The CEO of {META} praised {LLAMA}.", set()),
    (f"{META} revealed that {LLAMA} had failed.", set()),
    (
        f"[Product Zapier] connects to thousands of apps, including {SLACK} and [Product Notion].",
        {("Zapier", "SUPPORTS", "Slack"), ("Zapier", "SUPPORTS", "Notion")},
    ),
    (f"{META} released several tools, including a way to post to {SLACK}.", set()),
    (
        f"{META}, which praised [Product WhatsApp], has launched its new model {LLAMA}.",
        {("Meta", "RELEASED", "Llama 4"), ("Meta", "DEVELOPED", "Llama 4")},
    ),
    (
        f"{META} released {LLAMA} and acquired [Organization Manus].",
        {("Meta", "RELEASED", "Llama 4"), ("Meta", "ACQUIRED", "Manus")},
    ),
    (
        "[Product Codex], the cloud agent that [Organization OpenAI] launched on 16 May, is fast.",
        {("OpenAI", "RELEASED", "Codex")},
    ),
    (
        "At [Event Google I/O], [Organization Google] previewed [Model Gemma 3n].",
        {
            ("Google", "RELEASED", "Gemma 3n"),
            ("Google", "PARTICIPATED_IN", "Google I/O"),
            ("Gemma 3n", "PARTICIPATED_IN", "Google I/O"),
        },
    ),
    (
        "After [Event Google I/O], [Organization Google] previewed [Model Gemma 3n].",
        {("Google", "RELEASED", "Gemma 3n")},
    ),
    (
        "[Organization OpenAI] uses it in the company's chatbot, [Product ChatGPT].",
        {("OpenAI", "DEVELOPED", "ChatGPT")},
    ),
    ("[Organization OpenAI] uses it in the rival chatbot, [Product Le Chat].", set()),
    (
        "[Organization Mistral AI] plans to buy [Organization Koyeb].",
        {("Mistral AI", "ACQUIRED", "Koyeb")},
    ),
    ("[Organization Groq] was acquired by [Organization NVIDIA].", {("NVIDIA", "ACQUIRED", "Groq")}),
    ("[Organization NVIDIA] buys chips from [Organization Groq].", set()),
    (
        "[Organization OpenAI] CEO [Person Sam Altman] met [Person Satya Nadella].",
        {("Sam Altman", "WORKS_FOR", "OpenAI")},
    ),
    ("Former [Organization OpenAI] engineer [Person Jan Leike] spoke.", {("Jan Leike", "LEFT", "OpenAI")}),
    (
        "Founded by [Person Clément Delangue] (CEO) and [Person Thomas Wolf] (CSO), [Organization Hugging Face] grows.",
        {("Clément Delangue", "FOUNDED", "Hugging Face"), ("Thomas Wolf", "FOUNDED", "Hugging Face")},
    ),
]


@pytest.mark.parametrize(("marked", "triples"), FRENCH)
def test_a_french_sentence_gives_exactly_its_claims(marked: str, triples: set[tuple[str, str, str]]) -> None:
    assert read_triples(marked, "fr") == triples


@pytest.mark.parametrize(("marked", "triples"), ENGLISH)
def test_an_english_sentence_gives_exactly_its_claims(marked: str, triples: set[tuple[str, str, str]]) -> None:
    assert read_triples(marked, "en") == triples
