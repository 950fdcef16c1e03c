"""The text layer of a PDF. What is read from it on is plain text, and that text counts as the original."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from graph.errors import UnreadableDigest

_PAGE_END = "\n\n"
logging.getLogger("pypdf").setLevel(logging.ERROR)


def pdf_text(data: bytes, *, source: str) -> str:
    """The text of all pages, a blank line between them.

    Raises:
        UnreadableDigest: encrypted, damaged, or made of images.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableDigest(source, "the PDF is encrypted", "save it without a password")
        text = _PAGE_END.join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # pypdf lets errors of every sort through on damaged files.
        raise UnreadableDigest(source, f"the PDF is damaged ({type(error).__name__})", "export it again") from error
    if not text.strip():
        raise UnreadableDigest(source, "the PDF holds images but no text", "run a text recognition on it first")
    return text
