"""How names are written: a name taken apart into letters and what stands between, and what may differ in a text.

Which capitals, accents, spaces and hyphens may change depends on the name: "chatgpt" is ChatGPT and "Open AI" is
OpenAI, but "meta" is not Meta, "GPT-41" is not GPT-4.1 and "le chat" is a cat.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from graph.names import strip_accents

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:(?<=\d)\.\d\w*)*(?:\+{1,2}(?!\w)|(?<![^\W_][^\W_])#(?!\w))?")
"""A run of letters and digits, with decimals ("3.5", "0.5B") and the signs of C++, C# and Alexa+; identifiers stay
whole."""
_JOINERS = frozenset(" \u00a0\u202f\u2009\t-\u2010\u2011\u2012\u2013")
_APOSTROPHES = frozenset("'’‘`´ʼ")
_SHORTEST_JOINED = 5
"""Letters from which on a name may lose or gain a space: "MetaAI" yes, "X AI" for xAI no; chosen by hand."""
SHORTEST_CAPITALS = 4
"""Letters from which on a name may stand in capitals that are not its own; chosen by hand."""
_SHORTEST_LOWERED = 6
"""Letters from which on a name with a capital inside ("OpenAI") may stand in any case; chosen by hand."""


class Form(NamedTuple):
    """A name to look for. `owner` is the caller's number for what it names, below zero for a decoy."""

    alias: str
    owner: int
    weak: bool = False
    exact: bool = False
    countable: bool = False


class Spelling(NamedTuple):
    """A name taken apart: its letters and digits (`plain`: without accents), what stands between its words, by position
    in the letters, and the signs before its first word and after its last (".NET", "Yahoo!", "U.S.").
    """

    letters: str
    plain: str
    gaps: dict[int, str]
    lead: str = ""
    tail: str = ""


class Known(NamedTuple):
    """A form with its spelling. `any_case` tells a name that no common word could be; `plural` one with an s added."""

    form: Form
    spelling: Spelling
    any_case: bool
    plural: bool


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """A word by its letters and digits alone, without case and accents."""
    folded = word if word.isascii() else strip_accents(word)
    return folded.casefold().replace("_", "")


def spelling_of(text: str, words: list[tuple[int, int]]) -> Spelling:
    """The spelling of a stretch of text, given the spans of its words."""
    letters, gaps, last = "", {}, words[0][0]
    for start, end in words:
        if start != words[0][0]:
            gaps[len(letters)] = text[last:start]
        letters += text[start:end].replace("_", "")
        last = end
    return Spelling(letters, letters if letters.isascii() else strip_accents(letters), gaps)


def words_of(text: str) -> list[tuple[int, int]]:
    """The spans of the words of a text."""
    spans = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        while text[end - 1] == "_":
            end -= 1
        spans.append((start, end))
    return spans


@lru_cache(maxsize=1 << 14)
def known(form: Form, plural: bool) -> Known:
    """A form ready for comparison; made when a text first has its letters."""
    words = words_of(form.alias)
    spelling = spelling_of(form.alias, words)
    any_case = form.owner < 0 or (not form.exact and not form.weak and _is_distinctive(spelling))
    if plural:
        return Known(form, Spelling(spelling.letters + "s", spelling.plain + "s", spelling.gaps), any_case, True)
    lead, tail = form.alias[: words[0][0]], form.alias[words[-1][1] :]
    return Known(form, spelling._replace(lead=lead, tail=tail), any_case, False)


def _is_distinctive(spelling: Spelling) -> bool:
    """Whether the name is told from common words in any case: it has a capital inside a word, or letters and digits."""
    plain = spelling.plain
    letters = sum(char.isalpha() for char in plain)
    if any(char.isdigit() for char in plain):
        return letters >= SHORTEST_CAPITALS - 1
    if letters < _SHORTEST_LOWERED or plain.isupper():
        return False
    inner = (at for at in range(1, len(plain)) if at not in spelling.gaps)
    # Of several words, one may be all capitals: then only a capital behind a small letter tells ("OpenAI", "SGLang").
    return any(plain[at].isupper() and (plain[at - 1].islower() or not spelling.gaps) for at in inner)


def has_same_words(found: Spelling, name: Known) -> bool:
    """Whether accents, and the breaks between words, differ only as they may for this name."""
    wanted = name.spelling
    if found.letters != found.plain and strip_accents(wanted.letters) == wanted.letters:
        return False
    for at, gap in found.gaps.items():
        if at in wanted.gaps:
            if not _same_gap(gap, wanted.gaps[at]):
                return False
        elif name.form.exact or name.plural or gap not in _JOINERS or not _may_break(found.plain, wanted.plain, at):
            return False
    missing = wanted.gaps.keys() - found.gaps.keys()
    return all(not name.form.exact and _may_close(wanted.plain, at) for at in missing)


def _same_gap(found: str, wanted: str) -> bool:
    if found == wanted:
        return True
    if wanted in _APOSTROPHES:
        return found in _APOSTROPHES
    return (wanted in _JOINERS or wanted == ".") and found in _JOINERS


def _may_break(found: str, name: str, at: int) -> bool:
    """Whether a name written in one may be written in two here: "Open AI", "Llama 3", "H 100", but not "local AI"."""
    before, after = name[at - 1], name[at]
    if len(name) < _SHORTEST_JOINED - 1 or (before.isdigit() and after.isdigit()):
        return False
    if before.isdigit() != after.isdigit():
        return True
    is_inner_capital = 1 < at < len(name) - 1 and before.islower() and after.isupper()
    return is_inner_capital and found[0] == name[0] and found[at] == after


def _may_close(name: str, at: int) -> bool:
    """Whether a name written in two may be written in one here: "HuggingFace", but never "31" for "3 1"."""
    both_digits = name[at - 1].isdigit() and name[at].isdigit()
    has_digit = name[at - 1].isdigit() or name[at].isdigit()
    return not both_digits and (has_digit or len(name) >= _SHORTEST_JOINED)


def has_same_case(found: Spelling, wanted: Spelling) -> bool:
    """Whether the capitals are the name's own, or those of a sentence that begins with it."""
    if found.plain == wanted.plain:
        return True
    opens_sentence = bool(wanted.gaps) and wanted.plain[0].islower() and found.plain[1:] == wanted.plain[1:]
    return opens_sentence


def may_differ_in_case(found: Spelling, name: Known) -> bool:
    """Whether these capitals can still be this name."""
    if name.form.exact:
        return False
    if name.any_case:
        return True
    wanted = name.spelling
    differs = [at for at, (has, want) in enumerate(zip(found.plain, wanted.plain, strict=True)) if has != want]
    if all(found.plain[at].isupper() and (at == 0 or at in wanted.gaps) for at in differs):
        return len(wanted.plain) >= SHORTEST_CAPITALS
    if name.form.weak:
        return False
    if all(at in wanted.gaps for at in differs):
        return True
    return found.plain.isupper() and len(found.plain) >= SHORTEST_CAPITALS
