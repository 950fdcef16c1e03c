"""Where known names stand in a text: every alias, on word boundaries, however it is spaced, hyphenated or capitalised.

Names are looked up by their letters and digits alone ("Open AI", "GPT4-Turbo"), in one pass over the words; each hit is
then held against the alias as it is written, because what may differ depends on the name: "chatgpt" is ChatGPT, but
"meta" is not Meta, "GPT-41" is not GPT-4.1 and "le chat" is a cat. Nothing here knows what the names stand for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from graph.names import strip_accents

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:(?<=\d)\.\d\w*)*(?:\+{1,2}(?!\w)|(?<![^\W_][^\W_])#(?!\w))?")
"""A run of letters and digits, with decimals ("3.5", "0.5B") and the signs of C++, C# and Alexa+; identifiers stay
whole."""
_LONGEST_GAP = 3
"""Characters that may stand between two words of a name (" & "); chosen by hand."""
_JOINERS = frozenset(" \u00a0\u202f\u2009\t-\u2010\u2011\u2012\u2013")
_APOSTROPHES = frozenset("'’‘`´ʼ")
_SHORTEST_JOINED = 5
"""Letters from which on a name may lose or gain a space: "MetaAI" yes, "X AI" for xAI no; chosen by hand."""
_SHORTEST_CAPITALS = 4
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


class Hit(NamedTuple):
    """A place that holds a name; the fields are those of `extraction.catalogue.Match`."""

    start: int
    end: int
    owner: int
    alias: str
    weak: bool
    exact_case: bool
    tagged: bool
    longest: bool = False


class Spelling(NamedTuple):
    """A name taken apart: its letters and digits (`plain`: without accents), what stands between its words, by position
    in the letters, and the signs before its first word and after its last (".NET", "Yahoo!", "U.S.").
    """

    letters: str
    plain: str
    gaps: dict[int, str]
    lead: str = ""
    tail: str = ""


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    folded = word if word.isascii() else strip_accents(word)
    return folded.casefold().replace("_", "")


def _spelling(text: str, words: list[tuple[int, int]]) -> Spelling:
    """The spelling of a stretch of text, given the spans of its words."""
    letters, gaps, last = "", {}, words[0][0]
    for start, end in words:
        if start != words[0][0]:
            gaps[len(letters)] = text[last:start]
        letters += text[start:end].replace("_", "")
        last = end
    return Spelling(letters, letters if letters.isascii() else strip_accents(letters), gaps)


def _words(text: str) -> list[tuple[int, int]]:
    spans = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        while text[end - 1] == "_":
            end -= 1
        spans.append((start, end))
    return spans


class _Known(NamedTuple):
    form: Form
    spelling: Spelling
    any_case: bool
    plural: bool = False


class CatalogueMatcher:
    """Finds a fixed set of names. Linear in the text; built once."""

    def __init__(self, forms: Iterable[Form], decoys: Iterable[str] = ()) -> None:
        self._known: dict[str, list[_Known]] = {}
        for form in forms:
            self._add(form)
        for phrase in decoys:
            self._add(Form(phrase, -1))
        for key, plural in self._plurals():
            self._known.setdefault(key, [plural])
        self._beginnings = {key[:length] for key in self._known for length in range(1, len(key) + 1)}

    def find(self, text: str) -> list[Hit]:
        """All hits, overlapping ones too, by start, then longest first; none touches a decoy longer than itself."""
        words = _words(text)
        keys = [_key(text[start:end]) for start, end in words]
        hits: list[Hit] = []
        decoys: list[tuple[int, int]] = []
        for first, opening in enumerate(keys):
            key, last = opening, first
            while key in self._beginnings:
                for known in self._known.get(key, ()):
                    hit = _hit(known, text, words[first : last + 1])
                    if hit is not None and hit.owner < 0:
                        decoys.append((hit.start, hit.end))
                    elif hit is not None:
                        hits.append(hit)
                last += 1
                if last == len(words) or not _may_join(text[words[last - 1][1] : words[last][0]]):
                    break
                key += keys[last]
        hits = sorted((hit for hit in hits if not _is_decoy(hit, decoys)), key=_order)
        best = {(hit.start, hit.end, hit.owner): hit for hit in reversed(hits)}
        return _mark_longest([hit for hit in hits if best[hit.start, hit.end, hit.owner] is hit])

    def _add(self, form: Form) -> None:
        words = _words(form.alias)
        if not words:
            return
        lead, tail = form.alias[: words[0][0]], form.alias[words[-1][1] :]
        spelling = _spelling(form.alias, words)._replace(lead=lead, tail=tail)
        key = "".join(_key(form.alias[start:end]) for start, end in words)
        any_case = form.owner < 0 or (not form.exact and not form.weak and _is_distinctive(spelling))
        self._known.setdefault(key, []).append(_Known(form, spelling, any_case))

    def _plurals(self) -> list[tuple[str, _Known]]:
        """Forms like "H100s" and "iPhones": of things only, and never of a name that is a plural already."""
        plurals = []
        for key, found in self._known.items():
            form, spelling, any_case, _ = found[0]
            if form.countable and not form.weak and len(key) >= _SHORTEST_CAPITALS and not key.endswith("s"):
                more = Spelling(spelling.letters + "s", spelling.plain + "s", spelling.gaps)
                plurals.append((key + "s", _Known(form, more, any_case, plural=True)))
        return plurals


def _may_join(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and "\n" not in gap


def _is_distinctive(spelling: Spelling) -> bool:
    """Whether the name is told from common words in any case: it has a capital inside a word, or letters and digits."""
    plain = spelling.plain
    letters = sum(char.isalpha() for char in plain)
    if any(char.isdigit() for char in plain):
        return letters >= _SHORTEST_CAPITALS - 1
    inner = (at for at in range(1, len(plain)) if at not in spelling.gaps)
    return letters >= _SHORTEST_LOWERED and any(plain[at - 1].islower() and plain[at].isupper() for at in inner)


def _hit(known: _Known, text: str, words: list[tuple[int, int]]) -> Hit | None:
    found, wanted, form = _spelling(text, words), known.spelling, known.form
    if len(found.plain) != len(wanted.plain) or not _same_words(found, known):
        return None
    start, end = words[0][0], words[-1][1]
    tagged = start > 0 and text[start - 1] in "#@" and not (start > 1 and text[start - 2].isalnum())
    exact_case = _is_exact(found, wanted)
    if not exact_case and not (_case_may_differ(found, known) or (tagged and not form.weak and not form.exact)):
        return None
    if found.plain.islower() and not tagged and _in_address(text, start, end) and not wanted.tail:
        return None
    led, tailed = text.endswith(wanted.lead, 0, start), text.startswith(wanted.tail, end)
    if form.exact and not (led and tailed):
        return None
    start -= len(wanted.lead) if led else 0
    end += len(wanted.tail) if tailed else 0
    return Hit(start, end, form.owner, form.alias, form.weak, exact_case, tagged)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether lower-case words stand inside a web address, an e-mail or a file name."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    glued = len(before) == 2 and before[1] in "./-@=" and (before[0].isalnum() or before == "//")
    return glued or before.endswith("/") or after[:1] == "/" or (after[:1] in ".@" and after[1:].isalpha())


def _same_words(found: Spelling, known: _Known) -> bool:
    """Whether accents, and the breaks between words, differ only as they may for this name."""
    wanted = known.spelling
    if found.letters != found.plain and strip_accents(wanted.letters) == wanted.letters:
        return False
    for at, gap in found.gaps.items():
        if at in wanted.gaps:
            if not _same_gap(gap, wanted.gaps[at]):
                return False
        elif known.form.exact or known.plural or gap not in _JOINERS or not _may_break(found.plain, wanted.plain, at):
            return False
    missing = wanted.gaps.keys() - found.gaps.keys()
    return all(not known.form.exact and _may_close(wanted.plain, at) for at in missing)


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


def _is_exact(found: Spelling, wanted: Spelling) -> bool:
    if found.plain == wanted.plain:
        return True
    opens_sentence = bool(wanted.gaps) and wanted.plain[0].islower() and found.plain[1:] == wanted.plain[1:]
    return opens_sentence


def _case_may_differ(found: Spelling, known: _Known) -> bool:
    """Whether these capitals can still be this name."""
    if known.form.exact:
        return False
    if known.any_case:
        return True
    wanted = known.spelling
    differs = [at for at, (has, want) in enumerate(zip(found.plain, wanted.plain, strict=True)) if has != want]
    if all(found.plain[at].isupper() and (at == 0 or at in wanted.gaps) for at in differs):
        return len(wanted.plain) >= _SHORTEST_CAPITALS
    if known.form.weak:
        return False
    if all(at in wanted.gaps for at in differs):
        return True
    return found.plain.isupper() and len(found.plain) >= _SHORTEST_CAPITALS


def _is_decoy(hit: Hit, decoys: list[tuple[int, int]]) -> bool:
    length = hit.end - hit.start
    return any(start < hit.end and hit.start < end and length < end - start for start, end in decoys)


def _order(hit: Hit) -> tuple[int, int, bool, bool, int]:
    return (hit.start, -hit.end, hit.weak, not hit.exact_case, hit.owner)


def _mark_longest(hits: list[Hit]) -> list[Hit]:
    """The hits with `longest` set on those that no earlier, longer hit covers."""
    marked, covered, span = [], 0, (-1, -1)
    for hit in hits:
        longest = (hit.start, hit.end) == span or hit.start >= covered
        if longest:
            covered, span = hit.end, (hit.start, hit.end)
        marked.append(hit._replace(longest=longest))
    return marked
