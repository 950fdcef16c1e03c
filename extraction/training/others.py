"""The texts of others that `data/annotations` annotates, as checkouts of three public repositories have them.

A source is the path of a file below the folder of the checkouts; "#" and a number or an id behind it name one of the
texts of that file. Texts that come in words are joined to lines, so that positions in them are the same everywhere.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_SUMMARY = re.compile(r"^## Résumé.*?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
"""The part of a page of fiches-veille that was annotated: the summary of an article."""
_JOINED = (
    (re.compile(r"`` ?"), "“"),
    (re.compile(r" ?''"), "”"),
    (re.compile(r' " ([^"]*?) " '), r' "\1" '),
    (re.compile(r" ([,.;:!?%)\]’”])"), r"\1"),
    (re.compile(r"([(\[“$€£]) "), r"\1"),
    (re.compile(r" ('s|'re|'ve|'ll|'d|'m|n't)\b"), r"\1"),
    (re.compile(r"(\w) '(?=\s|$)"), r"\1'"),
)
"""How marks and endings that stand alone among words are joined to them, in this order."""


def text_of(folder: Path, source: str) -> str | None:
    """The text of a source, or None where the checkouts do not have it."""
    path, _, number = source.partition("#")
    return _texts(folder / path).get(number)


def hash_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def joined(words: Sequence[str]) -> str:
    """Words and marks, each by itself, as a line."""
    line = " ".join(words)
    for pattern, by in _JOINED:
        line = pattern.sub(by, line)
    return " ".join(line.split())


@cache
def _texts(path: Path) -> Mapping[str, str]:
    """The texts of a file by what names them: a page has one, without a name."""
    if not path.is_file():
        return {}
    held = path.read_text("utf-8")
    if path.suffix == ".json":
        return {one["id"]: joined(one["context"]) for one in json.loads(held)}
    if path.suffix == ".txt":
        sentences = [lines.splitlines() for lines in re.split(r"\n\s*\n", held.strip())]
        return {
            str(number): joined([line.split()[0] for line in lines]) for number, lines in enumerate(sentences, start=1)
        }
    found = _SUMMARY.search(held)
    return {"": found[1].strip()} if found else {}
