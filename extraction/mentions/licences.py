"""Licences are what a thing is under, not things of their own: "Apache 2.0" and "licence MIT" name no entity."""

from collections.abc import Sequence

from extraction.document import DigestText, Sentence
from extraction.literals import LiteralKind, find_literals
from extraction.mentions.candidates import Candidate
from extraction.mentions.lines import Line


def without_licences(
    candidates: Sequence[Candidate], lines: Sequence[Line], digest: DigestText, sentences: Sequence[Sentence]
) -> list[Candidate]:
    """The candidates that do not stand inside the name of a licence, nor hold one."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        sentence = sentences[line.sentence]
        found = find_literals(digest.text[sentence.start : sentence.end], language=digest.language)
        spans[number] = [
            (sentence.start + one.start, sentence.start + one.end)
            for one in found
            if one.kind is LiteralKind.LICENSE and any(letter.isupper() for letter in one.text)
        ]
    return [
        one
        for one in candidates
        if not any(
            (start <= one.start and one.end <= end) or one.start <= start < end <= one.end
            for start, end in spans[one.line]
        )
    ]
