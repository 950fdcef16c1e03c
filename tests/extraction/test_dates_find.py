"""Dates told in 2025-04-30's digest, in both languages, and what only looks like one."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.dates import DateRelation, find_dates
from extraction.dates.lexicon import compiled_shapes
from graph.edtf import parse_edtf
from graph.errors import InvalidDate

PUBLISHED = "2025-04-30"

CASES = [
    ("fr", "Le 5 avril 2025, Meta publie.", ["2025-04-05"]),
    ("fr", "le samedi 5 avril", ["2025-04-05"]),
    ("fr", "Le 1er mai, la règle change.", ["2025-05-01"]),
    ("fr", "Le 2 décembre, la firme ouvrait.", ["2024-12-02"]),
    ("fr", "Le salon se tiendra le 2 décembre.", ["2025-12-02"]),
    ("fr", "25-31 octobre 2025", ["2025-10-25/2025-10-31"]),
    ("fr", "du 29 au 30 avril 2025", ["2025-04-29/2025-04-30"]),
    ("fr", "du 28 décembre 2024 au 3 janvier 2025", ["2024-12-28/2025-01-03"]),
    ("fr", "les 10 et 11 février", ["2025-02-10/2025-02-11"]),
    ("fr", "mi-avril", ["2025-04-11/2025-04-20"]),
    ("fr", "début mai", ["2025-05-01/2025-05-10"]),
    ("fr", "fin mars dernier", ["2025-03-21/2025-03-31"]),
    ("fr", "Depuis le 2 février 2025, c'est interdit.", ["2025-02-02"]),
    ("fr", "Jusqu'au 12 mai, on vote.", ["../2025-05-12"]),
    ("fr", "Le concours s'est terminé le 15 avril.", ["../2025-04-15"]),
    ("fr", "D'ici 2027, tout change.", ["../2027"]),
    ("fr", "d'ici la fin de l'année", ["2025"]),
    ("fr", "d'ici fin 2026", ["../2026-12-31"]),
    ("fr", "avant juin 2026", ["../2026-05"]),
    ("fr", "vers 2027", ["2027~"]),
    ("fr", "en 2026", ["2026"]),
    ("fr", "L'année 2025 sera longue.", ["2025"]),
    ("fr", "au premier semestre 2026", ["2026-01-01/2026-06-30"]),
    ("fr", "à la fin de l'année 2025", ["2025-10-01/2025-12-31"]),
    ("fr", "L'an prochain et le mois prochain", ["2026", "2025-05"]),
    ("fr", "mardi", ["2025-04-29"]),
    ("fr", "mardi prochain", ["2025-05-06"]),
    ("fr", "Le modèle sort en mars, puis en avril.", ["2025-03", "2025-04"]),
    ("fr", "Le 30, tout ferme.", ["2025-04-30"]),
    ("fr", "dans les prochains mois", []),
    ("fr", "Le contrat dure 12 mois, 24/7.", []),
    ("fr", "Windows 11 et GPT-4.5 sur Mars", []),
    ("fr", "Il a 42 ans et 3 modèles.", []),
    ("fr", "le 31 avril 2025", []),
    ("fr", "le 29 février 2025", []),
    ("fr", "Le 5 000e client", []),
    ("fr", "12 milliards de paramètres, 8 mars", ["2025-03-08"]),
    ("fr", "une seconde version en cinq minutes", []),
    ("fr", "La version 2025.04 est là.", []),
    ("en", "April 5th, 2025", ["2025-04-05"]),
    ("en", "5 April", ["2025-04-05"]),
    ("en", "On Saturday, April 5", ["2025-04-05"]),
    ("en", "On December 2, the firm opened.", ["2024-12-02"]),
    ("en", "The fair will open on December 2.", ["2025-12-02"]),
    ("en", "April 29–30", ["2025-04-29/2025-04-30"]),
    ("en", "from December 28 to January 3, 2025", ["2024-12-28/2025-01-03"]),
    ("en", "mid-April", ["2025-04-11/2025-04-20"]),
    ("en", "at the end of March", ["2025-03-21/2025-03-31"]),
    ("en", "since March 2024", ["2024-03"]),
    ("en", "until May 12", ["../2025-05-12"]),
    ("en", "The contest ended on April 15.", ["../2025-04-15"]),
    ("en", "by 2027", ["../2027"]),
    ("en", "by the end of the year", ["2025"]),
    ("en", "by late 2026", ["../2026-12-31"]),
    ("en", "before June 2026", ["../2026-05"]),
    ("en", "around 2027", ["2027~"]),
    ("en", "starting in Q3", ["2025-07-01/2025-09-30"]),
    ("en", "its Q4 results", ["2024-10-01/2024-12-31"]),
    ("en", "Q4'22 was better.", ["2022-10-01/2022-12-31"]),
    ("en", "the best models available today", []),
    ("en", "It is available today.", ["2025-04-30"]),
    ("en", "in the first half of 2026", ["2026-01-01/2026-06-30"]),
    ("en", "later this year", ["2025"]),
    ("en", "next year and last month", ["2026", "2025-03"]),
    ("en", "on Tuesday", ["2025-04-29"]),
    ("en", "next Tuesday", ["2025-05-06"]),
    ("en", "three days ago", ["2025-04-27"]),
    ("en", "two years ago", ["2023"]),
    ("en", "spring 2026", ["2026-03-01/2026-05-31"]),
    ("en", "In May, it ships.", ["2025-05"]),
    ("en", "04/05/2025", ["2025-04-05"]),
    ("en", "25/12/2024", ["2024-12-25"]),
    ("en", "in the coming months", []),
    ("en", "Meta may release it and may 5 times retry.", []),
    ("en", "They march on, 24/7, in 2 hours.", []),
    ("en", "GPT-4.5, Llama 3.1, Windows 11 and a 70B model", []),
    ("en", "Wait a second: $2,025 for 2025 tokens.", []),
    ("en", "April 31, 2025", []),
    ("en", "02/30/2025", []),
    ("en", "a 2024-style launch at age 31", []),
    ("en", "claude-3-5-sonnet-2024-06-20", []),
    ("en", "The Q4_K_M quant on an H1 robot", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_finds_the_dates_and_nothing_else(language: str, text: str, expected: list[str]) -> None:
    assert [item.date.edtf for item in find_dates(text, language=language, published=PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("fr", "Le 5 avril, Meta publie.", "on"),
        ("fr", "d'ici la fin de l'année", "by"),
        ("fr", "jusqu'au 12 mai", "until"),
        ("fr", "la sortie est reportée à juin 2026", "on"),
        ("fr", "Meta repousse son modèle, disponible jusqu'à juin 2026", "until"),
        ("fr", "avant juin 2026", "before"),
        ("fr", "à partir du 12 mai", "since"),
        ("fr", "dès fin mai 2025", "since"),
        ("fr", "après le 12 mai", "after"),
        ("fr", "vers 2027", "around"),
        ("en", "on April 5", "on"),
        ("en", "by 2027", "by"),
        ("en", "until May 12", "until"),
        ("en", "OpenAI delayed the launch of its store until June 2026", "on"),
        ("en", "OpenAI delayed nothing; its store is open until June 2026", "until"),
        ("en", "before June 2026", "before"),
        ("en", "starting May 12", "since"),
        ("en", "after May 12", "after"),
        ("en", "around 2027", "around"),
    ],
)
def test_tells_how_the_date_holds(language: str, text: str, relation: str) -> None:
    found = find_dates(text, language=language, published=PUBLISHED)
    assert [item.relation for item in found] == [DateRelation(relation)]


def test_a_year_inside_a_name_is_no_date() -> None:
    text = "En avril, ClimateHack en 2025 a réuni 300 équipes."
    start = text.index("ClimateHack")
    found = find_dates(text, language="fr", published=PUBLISHED, exclude=[(start, start + len("ClimateHack en 2025"))])
    assert [item.text for item in found] == ["En avril"]


def test_without_a_publication_date_only_full_dates_are_found() -> None:
    text = "Le 5 avril, puis le 6 avril 2025, mardi, ce mois-ci et en 2026."
    assert [item.date.edtf for item in find_dates(text, language="fr", published=None)] == ["2025-04-06", "2026"]


def test_a_publication_date_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidDate):
        find_dates("Le 5 avril.", language="fr", published="avril 2025")


WORDS = sorted(
    {word for language in ("fr", "en") for shape, _ in compiled_shapes(language) for word in shape.example.text.split()}
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
DAYS = st.dates(min_value=datetime.date(1960, 1, 1), max_value=datetime.date(2080, 12, 31))


@given(TEXTS, st.sampled_from(["fr", "en"]), DAYS)
def test_any_text_gives_ordered_dates_inside_it(text: str, language: str, published: datetime.date) -> None:
    found = find_dates(text, language=language, published=published.isoformat())
    ends = [0, *(item.end for item in found)]
    assert all(item.start < item.end <= len(text) and item.text == text[item.start : item.end] for item in found)
    assert all(end <= item.start for end, item in zip(ends, found, strict=False))
    assert all(parse_edtf(item.date.edtf) == item.date for item in found)
    assert all(not item.date.start or not item.date.end or item.date.start <= item.date.end for item in found)


RELATIVE = [
    "mardi",
    "hier",
    "le 5, tout change",
    "sorti le 5 : tout change",
    "en avril",
    "fin mars",
    "ce mois-ci",
    "la semaine dernière",
    "l'an dernier",
]
RELATIVE += ["cet été", "il y a deux semaines", "au T3", "le 14 juillet", "d'ici la fin d'année", "29-30 avril"]
CALENDAR_CYCLE_YEARS = 28


@given(st.sampled_from(RELATIVE), st.dates(min_value=datetime.date(1960, 1, 1), max_value=datetime.date(2060, 12, 31)))
def test_a_digest_of_another_year_moves_its_relative_dates_with_it(text: str, published: datetime.date) -> None:
    later = published.replace(year=published.year + CALENDAR_CYCLE_YEARS)
    moved = [
        re.sub(r"\d{4}", lambda year: str(int(year[0]) + CALENDAR_CYCLE_YEARS), item.date.edtf)
        for item in find_dates(text, language="fr", published=published.isoformat())
    ]
    assert moved and moved == [item.date.edtf for item in find_dates(text, language="fr", published=later.isoformat())]


@pytest.mark.parametrize(
    ("language", "text", "told", "expected"),
    [
        ("en", "Two days later, the lab hired its head.", "2025-04-03", ["2025-04-05"]),
        ("en", "Two days before, the lab had hired its head.", "2025-04-03", ["2025-04-01"]),
        ("en", "The lab opened on April 9; a week earlier it had hired.", None, ["2025-04-09", "2025-04-02~"]),
        ("en", "It opened on April 9, and three months later it closed.", None, ["2025-04-09", "2025-07"]),
        ("en", "The next day, the lab hired its head.", "2025-02-28", ["2025-03-01"]),
        ("fr", "Dès le lendemain, le laboratoire recrutait.", "2024-12-31", ["2025-01-01"]),
        ("fr", "Ouvert le 3 avril, le laboratoire recrutait le jour même.", None, ["2025-04-03", "2025-04-03"]),
        # Near-misses: no day was told, or the words count from something else.
        ("en", "Two days later, the lab hired its head.", None, []),
        ("en", "It opened in April; two days later it closed.", None, ["2025-04"]),
        ("en", "The day before the launch was calm.", "2025-04-03", []),
        ("en", "Two days before the launch, all was calm.", "2025-04-03", []),
        ("fr", "Le lendemain de la sortie, rien.", "2025-04-03", []),
        ("fr", "La veille technologique prend du temps.", "2025-04-03", []),
    ],
)
def test_some_dates_count_from_the_day_told_last(
    language: str, text: str, told: str | None, expected: list[str]
) -> None:
    found = find_dates(text, language=language, published=PUBLISHED, told=told)
    assert [item.date.edtf for item in found] == expected
