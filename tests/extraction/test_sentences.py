"""Where sentences end, in both languages, with near misses beside."""

import time

import pytest

from extraction.readers import read_digest
from extraction.sentences import LONGEST, sentence_spans, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Acme grandit.", "Beta suit !", "Et Gamma ?", "On verra…", "Fin."],
        ["M. Durand dirige Acme.", "Mme Petit part."],
        ["Dr. Ada Smith leads it.", "She left Acme Inc. in May."],
        ["He works at Acme Inc.", "The firm grew."],
        ["Il lit, écrit, etc.", "Les autres non."],
        ["Plusieurs outils (p. ex. Zed, par ex. Ypsilon, e.g. Xi) existent.", "Bien."],
        ["The U.S. Senate voted.", "It passed in the U.S. in May."],
        ["It left the U.S.", "The rest stayed."],
        ["Zed v1.2 is out.", "Zed 2.0.1 costs 3.5 M€.", "No. 5 wins."],
        ["The answer is no.", "The plan failed."],
        ["Il a dit « C'est fini. »", "Puis il est parti."],
        ["« Tout va bien ! », dit-il."],
        ['"It works."', "Ada said so."],
        ["Acme rachète Beta ; Gamma attend."],
        ["Yahoo! is back.", "iOS wins."],
        ["Elle part.", "iPhone en main."],
        ["J. Dupont et A. Martin signent.", "Ils partent."],
        ["Le prix monte... mais peu.", "Voilà."],
        ["See node.js and claude.ai today.", "Done."],
        ["Réunion à 10 h.", "Tous viennent."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text, 0, len(text))] == sentences


def test_spans_stay_inside_what_is_asked() -> None:
    text = "Un. Deux. Trois."
    assert [text[start:end] for start, end in sentence_spans(text, 4, 9)] == ["Deux."]


def test_a_sentence_never_crosses_a_change_of_role() -> None:
    digest = read_digest(b"## N\n\n- **Zed is out** - Acme said so. **Our take:** Good\n- Next one.\n", source="a.md")
    found = [(s.position, s.role.value, digest.text[s.start : s.end]) for s in split_sentences(digest)]
    assert found == [
        (0, "headline", "N"),
        (1, "headline", "Zed is out"),
        (2, "body", "Acme said so."),
        (3, "commentary", "Good"),
        (4, "body", "Next one."),
    ]


def test_signs_alone_are_no_sentence() -> None:
    assert list(sentence_spans("— … !", 0, 5)) == []


def test_a_megabyte_is_split_in_seconds() -> None:
    text = "Acme grandit. M. X part ! " * 40_000
    begun = time.perf_counter()
    assert sum(1 for _ in sentence_spans(text, 0, len(text))) == 80_000
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Meta lance Llama 4 et " * 300, id="a list without an end"),
        pytest.param("A" * 5_000, id="one word"),
        pytest.param("é" * 999 + " " + "Ω-" * 2_000, id="words longer than a sentence may be"),
    ],
)
def test_what_goes_on_for_too_long_is_cut_and_nothing_is_lost(text: str) -> None:
    digest = read_digest(text.encode(), source="a.txt", language="fr")
    sentences = split_sentences(digest)
    assert max(sentence.end - sentence.start for sentence in sentences) <= LONGEST
    read = "".join(digest.text[one.start : one.end] for one in sentences)
    assert [sign for sign in read if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
