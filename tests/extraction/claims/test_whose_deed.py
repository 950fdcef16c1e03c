"""Who did it: a company, its people, those who left it, and its users; a thing, and what is made of its name."""

import pytest

from tests.extraction.claims.examples import read_triples

Triples = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Organization Meta] engineers released [Framework PyTorch].", {("Meta", "RELEASED", "PyTorch")}),
        ("Two former [Organization Meta] engineers released [Framework Zibra].", set()),
        ("A bunch of [Organization Google] executives launched [Product Shortwave].", set()),
        ("[Organization Google] users launched [Product Shortwave].", set()),
        ("[Organization GitHub] launched a new [Product Copilot] embedding model.", set()),
        ("[Organization GitHub] launched a new [Model Kordan] model.", {("GitHub", "RELEASED", "Kordan")}),
        ("[Organization GitHub] launched the [Product Copilot] app.", {("GitHub", "RELEASED", "Copilot")}),
    ],
)
def test_a_release_is_its_doers(marked: str, expected: Triples) -> None:
    assert {triple for triple in read_triples(marked, "en") if triple[1] in ("RELEASED", "DEVELOPED")} == expected


def test_who_leaves_the_company_leaves_the_one_just_named() -> None:
    marked = "[Person Ada Roy], who led research at [Organization Acme], left the company over a dispute."
    assert ("Ada Roy", "LEFT", "Acme") in read_triples(marked, "en")


@pytest.mark.parametrize(
    ("marked", "licence"),
    [
        ("[Product Kordan] will be available as a free software update.", None),
        ("[Product Kordan] is free software.", "open source"),
    ],
)
def test_a_free_update_is_no_licence(marked: str, licence: str | None) -> None:
    found = [triple[2] for triple in read_triples(marked, "en") if triple[1] == "HAS_LICENSE"]
    assert found == ([licence] if licence else [])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The [Organization FTC] investigates [Organization Acme] over its deal with [Organization Zibra].",
            {("Acme", "Zibra")},
        ),
        ("[Organization Acme] defends its deal with [Organization Zibra].", {("Acme", "Zibra")}),
    ],
)
def test_its_deal_is_of_whom_the_sentence_names(marked: str, expected: set[tuple[str, str]]) -> None:
    assert {(one, other) for one, predicate, other in read_triples(marked, "en") if predicate == "PARTNERED_WITH"} == (
        expected
    )


@pytest.mark.parametrize(
    ("marked", "thing"),
    [
        ("[Model Kordan] was followed by the [Model Veltra] series, released by [Organization Acme].", "Veltra"),
        ("[Model Kordan] was followed by [Model Veltra], released by [Organization Acme].", "Veltra"),
        ("[Model Kordan], a rival of the [Model Veltra] series, was released by [Organization Acme].", "Kordan"),
    ],
)
def test_a_participle_is_of_the_family_right_before_it(marked: str, thing: str) -> None:
    released = {other for _, predicate, other in read_triples(marked, "en") if predicate == "RELEASED"}
    assert released == {thing}
