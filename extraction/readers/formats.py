"""Which format a text is in, by its content: a file's name is at most a hint (newsletters are saved as anything)."""

import re
from enum import StrEnum

_HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG_NAMES = """p div td tr table tbody h[1-6] li ul ol article section body html head center main header footer br a b
i strong em span"""
_TAG = re.compile("</?(?:" + "|".join(_TAG_NAMES.split()) + r")\b[^<>]{0,2000}>", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|\*\*[^\s*]|\]\(\S|^ {0,3}```|^\|[^\n]*\|[ \t]*$|^ {0,3}>[ \t]|^[ \t]*[-*+][ \t]+\S",
    re.MULTILINE,
)
_SAMPLE = 200_000
"""Characters looked at: the head of a digest tells its format."""


class Format(StrEnum):
    """The formats that are read."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    PDF = "pdf"


def detect(text: str) -> tuple[Format, int]:
    """The format of a text, and where its HTML begins when a head in Markdown stands above it (0 otherwise)."""
    sample = text[:_SAMPLE]
    if _HTML_START.match(sample[:5000]):
        return Format.HTML, 0
    tags = list(_TAG.finditer(sample))
    marks = sum(1 for _ in _MARKDOWN.finditer(sample))
    if len(tags) >= 3 and len(tags) > 2 * marks:
        start = tags[0].start()
        return Format.HTML, start if text[:start].strip() else 0
    return (Format.MARKDOWN if marks else Format.TEXT), 0
