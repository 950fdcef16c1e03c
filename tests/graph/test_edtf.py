import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.edtf import approximate_date, best_date, date_order, parse_edtf, span_date, until_date
from graph.errors import InvalidDate
from graph.records import DatePrecision

DAYS = st.dates(min_value=datetime.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025-04-05", "2025-04-05", "2025-04-05", "day"),
        ("2025-04", "2025-04-01", "2025-04-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("2025-04~", "2025-04-01", "2025-04-30", "month"),
        ("2025~", "2025-01-01", "2025-12-31", "year"),
        ("2025-04-29/2025-04-30", "2025-04-29", "2025-04-30", "span"),
        ("2025-04-29/2025-04-29", "2025-04-29", "2025-04-29", "day"),
        ("2025-04-21/2025-04-30", "2025-04-21", "2025-04-30", "part of month"),
        ("2025-04-01/2025-04-10", "2025-04-01", "2025-04-10", "part of month"),
        ("2025-04-11/2025-04-20", "2025-04-11", "2025-04-20", "part of month"),
        ("2025-04-21/2025-04-29", "2025-04-21", "2025-04-29", "span"),
        ("2025-04-01/2025-04-20", "2025-04-01", "2025-04-20", "span"),
        ("2025-07-01/2025-09-30", "2025-07-01", "2025-09-30", "quarter"),
        ("2025-07/2025-09", "2025-07-01", "2025-09-30", "quarter"),
        ("2025-08/2025-10", "2025-08-01", "2025-10-31", "span"),
        ("2025-01/2025-12", "2025-01-01", "2025-12-31", "year"),
        ("2024-12/2025-02", "2024-12-01", "2025-02-28", "span"),
        ("../2025-04-15", None, "2025-04-15", "span"),
        ("../2027", None, "2027-12-31", "span"),
        ("2025-05-01/..", "2025-05-01", None, "span"),
        ("2025/", "2025-01-01", None, "span"),
    ],
)
def test_reads_dates_with_bounds_and_precision(text: str, start: str | None, end: str | None, precision: str) -> None:
    date = parse_edtf(text)
    assert (date.edtf, date.start, date.end, date.precision) == (text, start, end, DatePrecision(precision))


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "../..", "/", "2025-13", "2025-02-29", "2025-04-31", "0000", "25-04-05", "2025-4-5", "20250405"),
        *(
            "2025-04-30/2025-04-29",
            "2025/2026/2027",
            "avril 2025",
            "2025-W12",
            " 2025",
            "２０２５",
            "2025~~",
            "2025-04-05T1",
        ),
    ],
)
def test_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(InvalidDate):
        parse_edtf(text)


@given(st.text(alphabet="0123456789-/.~? a", max_size=24))
def test_either_refuses_or_gives_ordered_bounds(text: str) -> None:
    try:
        date = parse_edtf(text)
    except InvalidDate:
        return
    assert date.start is not None or date.end is not None
    assert date.start is None or date.end is None or date.start <= date.end


@given(DAYS, DAYS)
def test_a_span_says_exactly_its_two_days(left: datetime.date, right: datetime.date) -> None:
    date = span_date(min(left, right), max(left, right))
    assert (date.start, date.end) == (min(left, right).isoformat(), max(left, right).isoformat())
    assert parse_edtf(date.edtf) == date


def test_a_span_takes_its_shortest_form() -> None:
    day = datetime.date
    assert span_date(day(2025, 4, 5), day(2025, 4, 5)).edtf == "2025-04-05"
    assert span_date(day(2025, 4, 1), day(2025, 4, 30)).edtf == "2025-04"
    assert span_date(day(2025, 1, 1), day(2025, 12, 31)).edtf == "2025"
    assert span_date(day(2025, 7, 1), day(2025, 9, 30)).edtf == "2025-07-01/2025-09-30"


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidDate):
        span_date(datetime.date(2025, 4, 2), datetime.date(2025, 4, 1))


def test_until_keeps_the_end_only() -> None:
    assert until_date(parse_edtf("2027")).edtf == "../2027"
    assert until_date(parse_edtf("2025-04-21/2025-04-30")).edtf == "../2025-04-30"
    assert until_date(parse_edtf("2025-04/..")).edtf == "2025-04/.."


def test_approximate_marks_single_dates_once() -> None:
    assert approximate_date(parse_edtf("2025-04")).edtf == "2025-04~"
    assert approximate_date(parse_edtf("2025-04~")).edtf == "2025-04~"
    assert approximate_date(parse_edtf("2025-04-29/2025-04-30")).edtf == "2025-04-29/2025-04-30"


def test_orders_by_precision_then_by_time() -> None:
    told = ["2025-05-01/..", "2024", "2025-07-01/2025-09-30", "2025-04~", "2025-04", "2025-03", "2025-04-21/2025-04-30"]
    told += ["2025-04-29/2025-04-30", "2025-04-06", "2025-04-05"]
    ordered = sorted((parse_edtf(text) for text in told), key=date_order)
    assert [date.edtf for date in ordered] == [
        "2025-04-05",
        "2025-04-06",
        "2025-04-29/2025-04-30",
        "2025-04-21/2025-04-30",
        "2025-03",
        "2025-04",
        "2025-04~",
        "2025-07-01/2025-09-30",
        "2024",
        "2025-05-01/..",
    ]


def test_the_best_date_is_the_most_precise_one_told() -> None:
    assert best_date([None, parse_edtf("2025"), parse_edtf("2025-04-05")]) == parse_edtf("2025-04-05")
    assert best_date([None]) is None
