import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.literals import LiteralKind, find_literals

SIZES = [
    ("en", "Olmo 3 comes in 7B and 32B, under Apache 2.0", {("7B", ""), ("32B", "")}),
    ("en", "released in 8B and 70B sizes", {("8B", ""), ("70B", "")}),
    ("en", "The family runs from 0.6B to 235B.", {("0.6B-235B", "")}),
    ("en", "42 billion parameters, of which 6.6 billion are active", {("42B", ""), ("6.6B", "active")}),
    ("en", "that model, two billion parameters", {("2B", "")}),
    ("en", "over a trillion parameters", {("1T", "")}),
    ("fr", "en deux formats, 24 milliards et 3 milliards de paramètres", {("24B", ""), ("3B", "")}),
    ("fr", "671 milliards de paramètres dont 37 milliards actifs", {("671B", ""), ("37B", "active")}),
    ("en", "It has two million users in 10M homes.", set()),
    ("en", "raised a billion dollars in 2B deals", set()),
    ("fr", "six millions d'euros", set()),
    ("fr", "Scout compte 17 milliards de paramètres actifs sur 109 milliards.", {("17B", "active"), ("109B", "total")}),
    ("fr", "288 milliards de paramètres actifs sur un total de 2 000 milliards", {("288B", "active"), ("2T", "total")}),
    ("fr", "Un modèle d'un seul bloc de 1 trillion de paramètres.", {("1T", "")}),
    ("fr", "de 800 millions à 8 milliards de paramètres", {("800M-8B", "")}),
    ("fr", "~50B paramètres actifs par token", {("~50B", "active")}),
    ("fr", "1,5 milliard de paramètres", {("1.5B", "")}),
    ("en", "It has 400B total parameters, 17B active.", {("400B", "total"), ("17B", "active")}),
    ("en", "They ship a 7B model.", {("7B", "")}),
    ("en", "Only 8B params.", {("8B", "")}),
    ("en", "a 70-billion-parameter model", {("70B", "")}),
    ("en", "from 800M to 8B parameters", {("800M-8B", "")}),
    ("en", "an 11M parameter count", {("11M", "")}),
    ("en", "The app has 10M users.", set()),
    ("en", "It scores 92% with 3 parameters to tune.", set()),
    ("en", "trained on 15 trillion tokens", set()),
    ("en", "a 5 km walk in 2 hours", set()),
    ("fr", "Le service compte 300 millions d'utilisateurs.", set()),
]

CONTEXTS = [
    ("en", "It takes in 200,000 tokens.", {"200K"}),
    ("en", "reads 128,000 tokens at once", {"128K"}),
    ("en", "One million tokens of context.", {"1M"}),
    ("fr", "24 milliards de paramètres, 32 000 jetons, Apache 2.0", {"32K"}),
    ("en", "It sells 200,000 tokens.", set()),
    ("fr", "une fenêtre de contexte étendue à 10 millions de tokens", {"10M"}),
    ("fr", "Capable de traiter jusqu'à 128 000 tokens, le modèle lit un livre.", {"128K"}),
    ("fr", "un contexte de 32k tokens", {"32K"}),
    ("en", "128k context", {"128K"}),
    ("en", "a context window of 1M tokens", {"1M"}),
    ("en", "a 200K-token window", {"200K"}),
    ("en", "a 1-million-token context window", {"1M"}),
    ("en", "a 128,000-token context", {"128K"}),
    ("en", "It emits 120 tokens per second.", set()),
    ("en", "In the context of 2025, prices fall.", set()),
    ("en", "trained on 15 trillion tokens", set()),
    ("fr", "3 € par million de tokens", set()),
]

AMOUNTS = [
    ("en", "Acme raised $1.2 billion at a $10 billion valuation.", {("$1.2B", "funding"), ("$10B", "valuation")}),
    ("en", "a €600M funding round", {("€600M", "funding")}),
    ("en", "It raises $65M Series B.", {("$65M", "funding")}),
    ("en", "fined €1.2bn by the regulator", {("€1.2B", "fine")}),
    ("en", "It costs $20/month.", {("$20", "price")}),
    ("en", "$2.50 per million input tokens", {("$2.5", "price")}),
    ("en", "valued at $150 billion", {("$150B", "valuation")}),
    ("en", "annual revenue of $3.4 billion", {("$3.4B", "revenue")}),
    ("en", "bought it for £40m", {("£40M", "deal")}),
    ("en", "a pot of 30 billion yuan", {("CN¥30B", "unknown")}),
    ("en", "$1,234,567 in total", {("$1234567", "unknown")}),
    ("fr", "La start-up lève 600 M€.", {("€600M", "funding")}),
    ("fr", "une levée de 1.7 Md€", {("€1.7B", "funding")}),
    ("fr", "une levée de fonds de 110 millions d'euros", {("€110M", "funding")}),
    ("fr", "valorisée 11,7 milliards d’euros", {("€11.7B", "valuation")}),
    ("fr", "un chèque de 1,2 milliard de dollars", {("$1.2B", "unknown")}),
    ("fr", "une amende de 200 millions d'euros", {("€200M", "fine")}),
    ("fr", "facturé 20 dollars par mois", {("$20", "price")}),
    ("fr", "pour 1.234.567 €", {("€1234567", "unknown")}),
    ("en", "The app has 10M users and 92% uptime.", set()),
    ("en", "Set $HOME and run it 3 times.", set()),
    ("fr", "Le service compte 5 millions d'abonnés.", set()),
]

LICENSES = [
    ("en", "released under the Apache 2.0 license", {("Apache-2.0", False)}),
    ("en", "It comes under an MIT license.", {("MIT", False)}),
    ("en", "weights under CC BY-NC 4.0", {("CC-BY-NC-4.0", False)}),
    ("en", "data under CC BY 4.0", {("CC-BY-4.0", False)}),
    ("en", "the Llama 4 Community License", {("Llama 4 Community License", False)}),
    ("en", "the Llama license", {("Llama Community License", False)}),
    ("en", "the code is GPLv3", {("GPL-3.0", False)}),
    ("en", "an open-source model with open weights", {("open source", False), ("open weights", False)}),
    ("en", "OpenAI open-sourced it.", {("open source", False)}),
    ("en", "The model is not open source.", {("open source", True)}),
    ("en", "a proprietary model", {("proprietary", False)}),
    ("fr", "sous licence MIT", {("MIT", False)}),
    ("fr", "sous licence Apache 2.0", {("Apache-2.0", False)}),
    ("fr", "un modèle à poids ouverts", {("open weights", False)}),
    ("fr", "Le modèle n'est pas open source.", {("open source", True)}),
    ("fr", "un modèle propriétaire", {("proprietary", False)}),
    ("en", "MIT researchers published a study.", set()),
    ("en", "A professor at MIT left.", set()),
    ("en", "the open source community", set()),
    ("en", "the Open Source Initiative", set()),
    ("fr", "la communauté open source", set()),
    ("fr", "Le propriétaire de la plateforme a changé.", set()),
    ("en", "Apache helicopters and Apache Spark", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), SIZES)
def test_reads_numbers_of_parameters(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = find_literals(text, language=language)
    assert {(item.value, item.which) for item in found if item.kind is LiteralKind.PARAMETERS} == expected


@pytest.mark.parametrize(("language", "text", "expected"), CONTEXTS)
def test_reads_context_windows(language: str, text: str, expected: set[str]) -> None:
    found = find_literals(text, language=language)
    assert {item.value for item in found if item.kind is LiteralKind.CONTEXT} == expected


@pytest.mark.parametrize(("language", "text", "expected"), AMOUNTS)
def test_reads_amounts_and_what_they_are_for(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = find_literals(text, language=language)
    assert {(item.value, item.role) for item in found if item.kind is LiteralKind.AMOUNT} == expected


@pytest.mark.parametrize(("language", "text", "expected"), LICENSES)
def test_reads_licences(language: str, text: str, expected: set[tuple[str, bool]]) -> None:
    found = find_literals(text, language=language)
    assert {(item.value, item.negated) for item in found if item.kind is LiteralKind.LICENSE} == expected


@given(
    st.text(alphabet="0123456789.,  $€kMBmd-~aopensurcMIT", max_size=60),
    st.sampled_from(["fr", "en"]),
)
def test_spans_are_inside_and_apart_whatever_the_text(text: str, language: str) -> None:
    found = find_literals(text, language=language)
    ends = [0, *(item.end for item in found)]
    assert all(end <= item.start < item.end <= len(text) for end, item in zip(ends, found, strict=False))
    assert all(item.text == text[item.start : item.end] and item.value for item in found)
