"""The date of publication is found where a digest tells it, and never made up."""

import pytest

from extraction.readers import read_digest
from extraction.readers.published import is_date_words, last_day, last_month

_MONTH_TITLE = "Veille IA – Avril 2025\n\nSynthèse\n\n" + "En avril, Acme a grandi et tout le monde en a parlé. " * 3
_META = "<html><head><meta property='article:published_time' content='2025-01-02T10:00'></head><p>The news.</p>"
_ISSUE = "# T\n\n> AI News for 3/2/2024-3/4/2024. We read the feeds for you.\n\nThe news."


@pytest.mark.parametrize(
    ("text", "source", "published"),
    [
        ("# Veille\n\nDate : 2026-02-16\n\nLe 3 mars 2025, Acme a ouvert.", "a.md", "2026-02-16"),
        ("# Weekly\n\n2025-04-14\n\n### Top News\n\nAcme opened.", "a.md", "2025-04-14"),
        ("---\ntitle: X\ndate: 2024-05-06\n---\n\n## News\n\nAcme opened.", "a.md", "2024-05-06"),
        (_MONTH_TITLE, "a.md", "2025-04-30"),
        ("# AI Weekly\n\n25-31 Octobre 2025\n\n## Critique\n\nTexte.", "a.md", "2025-10-31"),
        (_ISSUE, "a.md", "2024-03-04"),
        ("## Top News\n\nAcme opened.", "en-2023-01-09-201.md", "2023-01-09"),
        ("## Top News\n\nAcme opened.", "https://a.b/en-24-04-15-news.md", "2024-04-15"),
        ("## Top News\n\nAcme opened.", "digest-2024-05.md", "2024-05-31"),
        (_META, "a.html", "2025-01-02"),
        ("# T\n\n*By the desk. Published 25 October 2024.*\n\nAcme.", "a.md", "2024-10-25"),
        ("# T\n\n**Bold** · recorded Thursday 27 November 2025 · 61 min\n\nAcme.", "a.md", "2025-11-27"),
        ("# T\n\nA timeline, last revised on 1 December 2025. Dates are ours.\n\nAcme.", "a.md", "2025-12-01"),
        ("# T\n\nÉdition du 22 septembre 2025. Merci.\n\nAnnonce : 4 mars 2025", "a.md", "2025-09-22"),
        ("T\n\nChronologie arrêtée au 15 décembre 2025\n\n25 novembre 2024\n\nAcme ouvre.", "a.txt", "2025-12-15"),
        ("# T\n\n**3 février 2025.** Ce que nous avons lu, essayé ou jeté ce mois.\n\nAcme.", "a.md", "2025-02-03"),
        ("# T\n\nOpenAI published on 3 March 2025 a note that nobody expected at all.\n\nAcme.", "a.md", None),
        ("# T\n\nLe rapport publié le 3 mars 2025 par Acme parle d'autre chose.\n\nAcme.", "a.md", None),
        (
            "# Week of 2026-09-13\n\n### A\n- **Date:** 2026-09-11\n- Acme.\n\n### B\n- **Date:** 2026-09-12\n- B.",
            "a.md",
            "2026-09-13",
        ),
        ("# Weekly\n\n### A\n- **Date:** 2026-09-11\n- Acme opened.", "a.md", "2026-09-11"),
        # Near misses: a date in the news, a year that cannot be, a day that is none, a number.
        ("# Veille\n\nLe 3 mars 2025, Acme a ouvert un centre à Lyon et en a parlé.", "a.md", None),
        ("# Weekly\n\n1925-04-14\n\nAcme opened.", "a.md", None),
        ("# Weekly\n\n2025-02-30\n\nAcme opened.", "issue-20251399.md", None),
        ("# Weekly #307\n\nAcme opened.", "issue-307.md", None),
    ],
)  # fmt: skip
def test_published(text: str, source: str, published: str | None) -> None:
    assert read_digest(text.encode(), source=source).published == published


def test_a_given_date_wins() -> None:
    assert read_digest(b"# A\n\n2025-04-14\n\nText.", source="a.md", published="2024-01-01").published == "2024-01-01"


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("le 1er février 2025", "fr", "2025-02-01"),
        ("March 28 – April 3, 2025", "en", "2025-04-03"),
        ("Oct. 25-31, 2025", "en", "2025-10-31"),
        ("03/04/2025", "fr", "2025-04-03"),
        ("03/04/2025", "en", "2025-03-04"),
        ("25/04/2025", "en", "2025-04-25"),
        ("31 avril 2025", "fr", None),
        ("version 3.11.2025", "fr", "2025-11-03"),
        ("le 5 avril", "fr", None),
    ],
)
def test_last_day(text: str, language: str, date: str | None) -> None:
    assert last_day(text, language=language) == date


@pytest.mark.parametrize(
    ("text", "date"), [("Février 2024", "2024-02-29"), ("2025-04", "2025-04-30"), ("2025-13", None)]
)
def test_last_month(text: str, date: str | None) -> None:
    assert last_month(text) == date


@pytest.mark.parametrize(
    ("text", "only"), [("March", True), ("5 avril 2025", True), ("Q3 2025", True), ("Mars attaque", False), ("", False)]
)
def test_words_that_are_only_a_date(text: str, only: bool) -> None:
    assert is_date_words(text) is only
