"""Sentences: spans of clean text inside one stretch of one block, so never across a change of role.

Own rules, since the kept splitters are slow (pysbd), English only (nupunkt) or see words where we need offsets. A full
stop ends a sentence when something that can begin one follows and what stands before is no abbreviation.
"""

import re
from collections.abc import Iterator

from extraction.document import BlockKind, DigestText, Sentence

_END = re.compile(r"(?P<stop>\.{2,}|…|[.!?]+)(?P<close>(?:\s»|[»”\"')\]])*)(?:\s+|$)")
_ABBREVIATED = """No Nos Vol Fig Figs Art Sec Chap Eq M Mm MM Mme Mlle Me Mgr Pr Prof Dr Mr Mrs Ms St Ste Sr Jr Sen
Rep Gov Gen Lt Col Inc Ltd Co Corp Cie Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs v cf ex env approx art
chap fig figs eq sec vol no nos nº n° p pp éd ed eds al etc resp dept univ min max av apr hab tél janv févr juil déc"""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'’\[])(?:" + "|".join(_ABBREVIATED.split()) + r"|c\.-à-d|p\. ?ex|par ex|i\.e|e\.g|a\.k\.a"
    r"|(?:[A-Za-z]\.)+[A-Za-z]|[A-ZÀ-Ý])$"
)
_MAY_END = frozenset({"etc", "inc", "ltd", "corp", "co", "cie", "al", "jr", "sr"})
"""Abbreviations after which a capital may well begin a sentence."""
_GOES_ON = frozenset("»,;:)”")
"""Signs that never open a sentence."""
_OPENS = re.compile(r"[\[(«“\"'‘*]*\s?(?P<first>\S)")
_OPENERS = """the a an it its this that these those in on at for but and he she they we you i if as with le la les
l un une des il elle ils elles ce cette ces cela en au aux dans pour par mais et on nous vous selon avec son sa ses
leur d"""
_SENTENCE_OPENERS = frozenset(_OPENERS.split())
_FIRST_WORD = re.compile(r"[«“\"'‘(\[]*\s?([^\W\d_]+)")
_NUMBER_WORD = re.compile(r"(?:^|\s)(?:no|nos|n°|nº|vol|art|fig|figs|p|pp|chap|sec|eq|v|min|max|ed)$", re.IGNORECASE)
_LOOK_BACK = 16
"""Characters before a full stop in which an abbreviation may stand."""
LONGEST = 1_000
"""Characters of a sentence. What goes on for longer is a list, data or mischief: it is cut at a space, since the time
that a sentence takes grows faster than its length. The longest of 14,000 in real newsletters has 622."""


def split_sentences(digest: DigestText) -> tuple[Sentence, ...]:
    """All sentences of a digest in reading order; a list item, a heading or a table row has at least its own."""
    sentences: list[Sentence] = []
    for number, block in enumerate(digest.blocks):
        whole = block.kind in (BlockKind.ROW, BlockKind.CODE, BlockKind.TITLE, BlockKind.HEADING)
        for stretch in block.stretches:
            spans = [(stretch.start, stretch.end)] if whole else sentence_spans(digest.text, stretch.start, stretch.end)
            for start, end in (part for span in spans for part in _bounded(digest.text, *span)):
                sentence = Sentence(
                    position=len(sentences), start=start, end=end, block=number, item=block.item, role=stretch.role,
                    section=block.section, label=block.label,
                )  # fmt: skip
                sentences.append(sentence)
    return tuple(sentences)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences in [start, end) of a text, without the spaces between them."""
    low = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, low, match, end):
            continue
        yield from _trimmed(text, low, match.end())
        low = match.end()
    yield from _trimmed(text, low, end)


def _bounded(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while high - low > LONGEST:
        space = text.rfind(" ", low + LONGEST // 2, low + LONGEST)
        cut = space if space > 0 else low + LONGEST
        yield from _trimmed(text, low, cut)
        low = cut
    yield from _trimmed(text, low, high)


def _trimmed(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    if any(text[place].isalnum() for place in range(low, high)):
        yield low, high


def _ends(text: str, low: int, match: re.Match[str], end: int) -> bool:
    after = _OPENS.match(text, match.end(), end)
    first = after["first"] if after else ""
    if first in _GOES_ON:
        return False
    stop = match["stop"]
    if first.islower():
        # "iOS", "xAI" and "vLLM" open sentences; other small letters go on with one.
        word = text[match.end() : match.end() + 12].split(" ")[0]
        return _brand(word)
    if stop != "." or match["close"]:
        return True
    before = text[max(low, match.start() - _LOOK_BACK) : match.start()]
    abbreviation = _ABBREVIATION.search(before)
    if not abbreviation:
        return True
    word = abbreviation[0].strip(" («“\"'’[").casefold()
    if _NUMBER_WORD.search(before):
        return not first.isdigit()
    if first.isdigit():
        return word in _MAY_END
    opener = _FIRST_WORD.match(text, match.end(), end)
    begins = opener is not None and opener[1].casefold() in _SENTENCE_OPENERS
    return begins and (word in _MAY_END or "." in word or len(word) == 1)


def _brand(word: str) -> bool:
    letters = word.strip("«“\"'(),.:;")
    return len(letters) > 1 and letters[0].islower() and any(letter.isupper() for letter in letters[1:])
