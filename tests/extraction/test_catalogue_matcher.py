"""What the matcher takes for a name, and above all what it does not."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.catalogue import load_catalogue
from extraction.catalogue_matcher import CatalogueMatcher, Hit
from extraction.catalogue_spelling import Form

SMALL = CatalogueMatcher(
    [
        Form("OpenAI", 0),
        Form("Meta", 1),
        Form("GPT-4", 2, countable=True),
        Form("GPT-4o", 3, countable=True),
        Form("GPT-4.1", 4, countable=True),
        Form("Le Chat", 5, exact=True),
        Form("loi sur l'IA", 6),
        Form("Scout", 7, weak=True),
        Form("Llama 4 Scout", 8),
        Form("xAI", 9),
        Form("o1", 10),
        Form("Alexa", 11),
        Form("Alexa+", 12),
        Form(".NET", 13, exact=True),
        Form("H100", 14, countable=True),
        Form("Hugging Face", 15),
        Form("C++", 16),
        Form("États-Unis", 17),
        Form("LocalAI", 18),
    ],
    decoys=["meta-analysis"],
)


def longest(text: str) -> list[tuple[str, str]]:
    """(surface, alias) of the longest hits."""
    return [(text[hit.start : hit.end], hit.alias) for hit in SMALL.find(text) if hit.longest]


FOUND = [
    ("OpenAI leads", "OpenAI", "OpenAI"),
    ("Open AI leads", "Open AI", "OpenAI"),
    ("Open-AI leads", "Open-AI", "OpenAI"),
    ("OPENAI LANCE", "OPENAI", "OpenAI"),
    ("with openai today", "openai", "OpenAI"),
    ("OpenAI's plan", "OpenAI", "OpenAI"),
    ("OpenAI’s plan", "OpenAI", "OpenAI"),
    ("d’OpenAI", "OpenAI", "OpenAI"),
    ("#openai", "openai", "OpenAI"),
    ("@meta", "meta", "Meta"),
    ("META ANNONCE", "META", "Meta"),
    ("_OpenAI_", "OpenAI", "OpenAI"),
    ("un GPT4", "GPT4", "GPT-4"),
    ("un gpt 4o", "gpt 4o", "GPT-4o"),
    ("GPT\u20114o", "GPT\u20114o", "GPT-4o"),
    ("GPT\u00a04.1", "GPT\u00a04.1", "GPT-4.1"),
    ("two H100s", "H100s", "H100"),
    ("on Le Chat", "Le Chat", "Le Chat"),
    ("Loi sur l’IA", "Loi sur l’IA", "loi sur l'IA"),
    ("LLama 4 Scout", "LLama 4 Scout", "Llama 4 Scout"),
    ("Hugging face", "Hugging face", "Hugging Face"),
    ("HuggingFace", "HuggingFace", "Hugging Face"),
    ("Alexa+ ships", "Alexa+", "Alexa+"),
    ("Alexa ships", "Alexa", "Alexa"),
    ("on .NET now", ".NET", ".NET"),
    ("in C++.", "C++", "C++"),
    ("ETATS-UNIS", "ETATS-UNIS", "États-Unis"),
    ("the Scout model", "Scout", "Scout"),
]

NOT_FOUND = [
    "a meta question",
    "a Meta-analysis of trials",
    "Méta",
    "le chat dort",
    "LE CHAT",
    "GPT-41",
    "X AI",
    "o 1",
    "a scout",
    "NET gains",
    "a local AI",
    "openai.com",
    "https://openai.com/index",
    "openai_api_key",
    "reopenai",
    "Metaverse",
]


@pytest.mark.parametrize(("text", "surface", "alias"), FOUND)
def test_finds_a_name_however_it_is_written(text: str, surface: str, alias: str) -> None:
    assert longest(text) == [(surface, alias)]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_leaves_what_only_looks_like_a_name(text: str) -> None:
    assert SMALL.find(text) == []


@pytest.mark.parametrize("text", ["GPT-41", "GPT-4os is", "GPT 4 1"])
def test_never_takes_one_version_for_another(text: str) -> None:
    assert "GPT-4.1" not in {hit.alias for hit in SMALL.find(text)}


def test_gives_all_overlapping_hits_and_marks_the_longest() -> None:
    text = "Llama 4 Scout by Meta"
    assert [(text[hit.start : hit.end], hit.owner, hit.weak, hit.longest) for hit in SMALL.find(text)] == [
        ("Llama 4 Scout", 8, False, True),
        ("Scout", 7, True, False),
        ("Meta", 1, False, True),
    ]


def test_says_whether_capitals_and_tags_are_as_they_should_be() -> None:
    text = "OpenAI, OPENAI, #openai"
    assert [(hit.exact_case, hit.tagged) for hit in SMALL.find(text)] == [(True, False), (False, False), (False, True)]


@given(st.text(alphabet="OpenAI GPT-4o.1's#@\u00a0\u2011éMeta+\n_/", max_size=60))
def test_every_hit_is_a_stretch_of_the_text_on_word_boundaries(text: str) -> None:
    for hit in SMALL.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.start == 0 or not (text[hit.start - 1].isalnum() and text[hit.start].isalnum())
        assert hit.end == len(text) or not (text[hit.end - 1].isalnum() and text[hit.end].isalnum())


@given(st.text(alphabet="OpenAI GPT-4oMeta ", max_size=60))
def test_longest_hits_do_not_overlap(text: str) -> None:
    spans = sorted({(hit.start, hit.end) for hit in SMALL.find(text) if hit.longest})
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def _names(text: str) -> set[tuple[str, str]]:
    return {(text[m.start : m.end], m.entity.id) for m in load_catalogue().find(text) if m.longest and not m.weak}


CATALOGUED = [
    (
        "Hugging Face rachète Pollen Robotics.",
        {("Hugging Face", "organization/hugging-face"), ("Pollen Robotics", "organization/pollen-robotics")},
    ),
    ("Meta sort LLaMA 4 Scout", {("Meta", "organization/meta"), ("LLaMA 4 Scout", "model/llama-4-scout")}),
    (
        "le règlement européen sur l'IA et le RGPD",
        {("règlement européen sur l'IA", "regulation/ai-act"), ("RGPD", "regulation/gdpr")},
    ),
    ("La Maison-Blanche et l’UE", {("Maison-Blanche", "organization/white-house"), ("UE", "place/european-union")}),
    ("Copilot for Sales", {("Copilot for Sales", "product/copilot-for-sales")}),
    (
        "Google DeepMind, pas Google",
        {("Google DeepMind", "organization/google-deepmind"), ("Google", "organization/google")},
    ),
    ("a meta-analysis of apple pie, a notion, the cursor, an orange figure on the runway, at scale", set()),
    ("We moved the cursor.", set()),
    ("Notion, Warp, Figure, Bolt, Arc, Scale, Orange, X", set()),
    ("the FAIR principles, Jean-Claude, Claude Monet", set()),
    ("open source, deep learning, human eval, light on details, local AI", set()),
]


@pytest.mark.parametrize(("text", "expected"), CATALOGUED)
def test_the_catalogue_finds_names_and_not_words(text: str, expected: set[tuple[str, str]]) -> None:
    assert _names(text) == expected


def test_weak_names_are_given_as_weak() -> None:
    text = "Notion, Warp, Figure and Bolt"
    found = {(text[m.start : m.end], m.entity.id) for m in load_catalogue().find(text) if m.weak}
    assert found >= {("Notion", "product/notion"), ("Warp", "product/warp"), ("Figure", "organization/figure-ai")}


def test_reads_at_least_ten_thousand_words_a_second() -> None:
    text = (
        "Meta et Hugging Face présentent Llama 4 Scout et un modèle ouvert, dit OpenAI à propos de GPT-4o mini. " * 500
    )
    load_catalogue().find("warm")
    start = time.perf_counter()
    hits = load_catalogue().find(text)
    assert len(hits) > 2000
    assert len(text.split()) / (time.perf_counter() - start) > 10_000


def test_hits_are_the_same_whatever_the_order_of_forms() -> None:
    forms = [Form("Meta", 0), Form("Meta AI", 1), Form("Scout", 2, weak=True), Form("Scout", 3)]
    text = "Meta AI Scout"

    def read(order: list[Form]) -> list[Hit]:
        return CatalogueMatcher(order).find(text)

    assert read(forms) == read(forms[::-1])
