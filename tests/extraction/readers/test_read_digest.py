"""Formats, encodings and refusals: what is read, what is refused, and in which words."""

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter

from extraction.document import BlockKind
from extraction.readers import read_digest
from extraction.readers.formats import Format, detect
from graph.errors import UnreadableDigest

_TEXT = "# Veille\n\nL’éditeur Mistral a publié Codestral à l'été.\n"


def _pdf(text: str) -> bytes:
    """The smallest PDF with one page that shows a text, or an empty page."""
    content = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1") if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return body + head + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode("utf-8"), "utf-8"),
        (_TEXT.encode("utf-8-sig"), "utf-8 with a mark"),
        (_TEXT.encode("utf-16"), "utf-16 with a mark"),
        (_TEXT.encode("utf-16-le"), "utf-16 without a mark"),
        (_TEXT.encode("utf-16-be"), "utf-16, big end first"),
        (_TEXT.encode("cp1252"), "cp1252"),
        (_TEXT.replace("’", "'").encode("latin-1"), "latin-1"),
        (_TEXT.replace("\n", "\r\n").encode("utf-8"), "Windows line ends"),
        (_TEXT.replace("\n", "\r").encode("utf-8"), "old Macintosh line ends"),
    ],
)
def test_encodings_and_line_ends_give_the_same_text(data: bytes, encoding: str) -> None:
    digest = read_digest(data, source="a.md")
    assert digest.text.replace("’", "'") == "Veille\nL'éditeur Mistral a publié Codestral à l'été.", encoding
    assert digest.quote(7, len(digest.text)).replace("’", "'") == digest.text[7:].replace("’", "'")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\u00a0 \u200b".encode(), "white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (bytes(range(32)) * 40, "binary"),
        (b"a" * 101, "more than the 100 allowed"),
        (b"<html><head><style>p {}</style></head><body><img src='x'></body></html>", "no text"),
        (b"![logo](http://a.b/c.png)\n\n***\n", "no text"),
        (b"%PDF-1.4\nbroken", "PDF"),
        (_pdf(""), "images but no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDigest, match=reason) as refused:
        read_digest(data, source="mail/issue.eml", max_bytes=100 if data.startswith(b"a") else 10_000)
    message = str(refused.value)
    assert message.startswith("mail/issue.eml: ")
    assert message.endswith(".")
    assert "\n" not in message


def test_a_pdf_is_read_from_its_text_layer() -> None:
    digest = read_digest(_pdf("Le 5 avril, Meta a lance LLaMA 4."), source="a.pdf")
    assert (digest.format, digest.text) == ("pdf", "Le 5 avril, Meta a lance LLaMA 4.")
    assert digest.original.strip() == digest.text


def test_an_encrypted_pdf_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf("secret"))))
    writer.encrypt("password", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(UnreadableDigest, match="encrypted"):
        read_digest(data.getvalue(), source="a.pdf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titre\n\nUn **mot** et un [lien](http://a.b).", (Format.MARKDOWN, 0)),
        ("- un\n- deux\n", (Format.MARKDOWN, 0)),
        ("<!DOCTYPE html><html><body>x</body></html>", (Format.HTML, 0)),
        ("<table><tr><td>x</td></tr></table>", (Format.HTML, 0)),
        ("# Titre\n\n<table><tr><td>x</td></tr></table>", (Format.HTML, 9)),
        ("# Titre\n\n**a** [b](c)\n\n- d\n- e\n\n<br>\n\nf <b>g</b>", (Format.MARKDOWN, 0)),
        ("Une phrase où a < b et b > c.\n\nUne autre.", (Format.TEXT, 0)),
    ],
)
def test_the_format_is_told_by_the_content(text: str, expected: tuple[Format, int]) -> None:
    assert detect(text) == expected


def test_markdown_above_html_is_read_as_markdown() -> None:
    digest = read_digest(b"# Veille\n\n<table><tr><td><p>Un fait.</p></td></tr></table>", source="a.md")
    assert [(block.kind, digest.text[block.start : block.end]) for block in digest.blocks] == [
        (BlockKind.TITLE, "Veille"),
        (BlockKind.PARAGRAPH, "Un fait."),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI a lancé un modèle qui est plus rapide que les autres.", "fr"),
        ("OpenAI launched a model that is faster than the others.", "en"),
        ("Selon « The Information », l'entreprise n'a pas répondu.", "fr"),
        ("The startup Le Chat of Mistral is in the news.", "en"),
    ],
)
def test_the_language_is_that_of_the_little_words(text: str, language: str) -> None:
    assert read_digest(text.encode(), source="a.txt").language == language


_HOSTILE = {
    "stars": "*" * 50_000,
    "brackets": "a " + "[" * 50_000,
    "angle brackets": "<" * 50_000,
    "open comments": "<p></p>" * 3 + "<!--" * 20_000,
    "nested quotes": "> " * 20_000 + "a",
    "nested bullets": "- " * 20_000 + "a",
    "open images": "![a](" * 10_000,
    "nested tables": "<table><tr><td>" * 5_000,
    "spaces": "x" + " " * 50_000 + "y",
    "addresses": "http://" * 8_000,
    "round brackets": "a" + "(" * 50_000,
    "backticks": "`a``" * 10_000,
}


@pytest.mark.parametrize("hostile", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_text_ends(hostile: str) -> None:
    begun = time.perf_counter()
    digest = read_digest(f"Fin de veille.\n\n{hostile}".encode(), source="a.md")
    assert digest.text.startswith("Fin de veille.")
    assert time.perf_counter() - begun < 10
