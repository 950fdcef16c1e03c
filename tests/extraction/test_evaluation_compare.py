"""When names, amounts and dates count as the same."""

import string
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extraction.evaluation.compare import amount, edtf_range, fold, plain, same_date, same_literal

ONE_NAME = [
    ("OpenAI", "Open AI"),
    ("L'Oréal", "Oreal"),
    ("The Pile", "Pile"),
    ("GPT-4o", "gpt 4o"),
    ("Clément Delangue", "Clement Delangue"),
    ("百度", "百 度"),
]
TWO_NAMES = [("GPT-4", "GPT-4o"), ("GPT-4.5", "GPT-45"), ("C++", "C"), ("Llama 3", "Llama 3.1"), ("百度", "百川")]


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_spellings_of_one_name_fold_together(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_near_names_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


AMOUNTS = [
    ("128,000", (128_000, None)),
    ("1.7 Md€", (1.7e9, "€")),
    ("1,7 milliard d'euros", (1.7e9, "€")),
    ("$4.75B", (4.75e9, "$")),
    ("109 milliards", (109e9, None)),
    ("10M", (10e6, None)),
    ("0,500", (0.5, None)),
    ("20 millions de dollars", (20e6, "$")),
    ("£1bn", (1e9, "£")),
    ("inconnu", None),
    ("1.2.3 tokens", None),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_an_amount_is_read_with_its_unit_and_currency(text: str, expected: tuple[float, str | None] | None) -> None:
    assert amount(text) == expected


RANGES = [
    ("2025-04", (date(2025, 4, 1), date(2025, 4, 30))),
    ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
    ("2025-12", (date(2025, 12, 1), date(2025, 12, 31))),
    ("2025~", (date(2025, 1, 1), date(2025, 12, 31))),
    ("2025-04-21/2025-04-30", (date(2025, 4, 21), date(2025, 4, 30))),
    ("../2025-04-15", (None, date(2025, 4, 15))),
    ("2025-05/..", (date(2025, 5, 1), None)),
    ("2025-13", None),
    ("2025-02-30", None),
    ("next year", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("edtf", "expected"), RANGES)
def test_an_edtf_date_has_a_first_and_a_last_day(
    edtf: str | None, expected: tuple[date | None, date | None] | None
) -> None:
    assert edtf_range(edtf) == expected


SAME_DATE = [
    ("2025-04-05", "2025-04-05", True),
    ("2025-04-05", "2025-04-01/2025-04-10", True),
    ("2025-04-05", "2025-04", False),  # twenty-nine days wider than told
    ("2025-04", "2025-04-05", True),
    ("2025-04", "2025-04-01", True),
    ("2025-04-05", "2025-05-05", False),
    ("../2025-04-15", "2025-04-15", True),
    ("../2025-04-15", "2025-03-15", False),
    ("2025-05/..", "2025-05-02", True),
    ("2025-04-05", None, False),
]


@pytest.mark.parametrize(("gold", "found", "expected"), SAME_DATE)
def test_a_found_date_is_the_golds_when_it_is_hardly_wider(gold: str, found: str | None, expected: bool) -> None:
    assert same_date(gold, found) is expected


LITERALS = [
    ("amount", "$4.75B", "4.75 billion dollars", True),
    ("amount", "$4.75B", "€4.75B", False),
    ("amount", "$4.75B", "4.75B", True),
    ("amount", "$4.75B", "$4.85B", False),
    ("count", "128k", "128,000", True),
    ("count", "109B", "400B", False),
    ("license", "Apache-2.0", "Apache 2.0", True),
    ("license", "open source", "Open-source (MIT)", True),
    ("license", "MIT", "Apache-2.0", False),
    ("date", "2025-04", "2025-04-01/2025-04-30", True),
    ("date", "2025-04", "someday", False),
]


@pytest.mark.parametrize(("literal", "gold", "found", "expected"), LITERALS)
def test_literals_are_compared_by_what_they_are(literal: str, gold: str, found: str, expected: bool) -> None:
    assert same_literal(literal, gold, found) is expected


def test_quotes_are_compared_without_emphasis_and_line_breaks() -> None:
    assert plain("**Meta** a\n  publié _Llama\u00a04_, c’est fait") == "Meta a publié Llama 4, c'est fait"


@given(st.text())
@example("A:.0")  # The stop stood behind an article.
def test_folding_twice_changes_nothing_more_than_a_stop_at_an_end(name: str) -> None:
    assert " " not in fold(name)
    assert fold(fold(name)) == fold(name).strip(".")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_its_own_range(day: date) -> None:
    assert edtf_range(day.isoformat()) == (day, day)
    assert same_date(day.isoformat(), day.isoformat())


@given(st.integers(min_value=1, max_value=999), st.sampled_from("kMBT"), st.sampled_from(string.ascii_letters))
def test_an_amount_scales_with_its_unit(count: int, unit: str, noise: str) -> None:
    factor = {"k": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}[unit]
    assert amount(f"{noise} {count}{unit}") == (count * factor, None)
