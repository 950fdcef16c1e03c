"""Where known names stand in a text: every alias, on word boundaries, however it is spaced, hyphenated or capitalised.

Names are looked up by their letters and digits alone, in one pass over the words; each hit is then held against the
alias as it is written (`extraction.catalogue_spelling`). Nothing here knows what the names stand for.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extraction.catalogue_spelling import (
    SHORTEST_CAPITALS,
    Form,
    Known,
    has_same_case,
    has_same_words,
    key_of,
    known,
    may_differ_in_case,
    spelling_of,
    words_of,
)

_LONGEST_GAP = 3
"""Characters that may stand between two words of a name (" & "); chosen by hand."""


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


class CatalogueMatcher:
    """Finds a fixed set of names. Linear in the text; built once."""

    def __init__(self, forms: Iterable[Form], decoys: Iterable[str] = ()) -> None:
        self._forms: dict[str, list[tuple[Form, bool]]] = {}
        for form in (*forms, *(Form(phrase, -1) for phrase in decoys)):
            key = "".join(key_of(form.alias[start:end]) for start, end in words_of(form.alias))
            self._forms.setdefault(key, []).append((form, False))
        for key, form in list(self._plurals()):
            self._forms.setdefault(key, [(form, True)])
        self._beginnings = {key[:length] for key in self._forms for length in range(1, len(key) + 1)}

    def find(self, text: str) -> list[Hit]:
        """All hits, overlapping ones too, by start, then longest first; none touches a decoy longer than itself."""
        words = words_of(text)
        keys = [key_of(text[start:end]) for start, end in words]
        hits: list[Hit] = []
        decoys: list[tuple[int, int]] = []
        for first, opening in enumerate(keys):
            key, last = opening, first
            while key in self._beginnings:
                for form, plural in self._forms.get(key, ()):
                    hit = _hit(known(form, plural), text, words[first : last + 1])
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

    def _plurals(self) -> Iterator[tuple[str, Form]]:
        """Forms like "H100s" and "iPhones": of things only, and never of a name that is a plural already."""
        for key, [(form, _), *_] in self._forms.items():
            if form.countable and not form.weak and len(key) >= SHORTEST_CAPITALS and not key.endswith("s"):
                yield key + "s", form


def _may_join(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and "\n" not in gap


def _hit(name: Known, text: str, words: list[tuple[int, int]]) -> Hit | None:
    found, wanted, form = spelling_of(text, words), name.spelling, name.form
    if len(found.plain) != len(wanted.plain) or not has_same_words(found, name):
        return None
    start, end = words[0][0], words[-1][1]
    tagged = start > 0 and text[start - 1] in "#@" and not (start > 1 and text[start - 2].isalnum())
    exact_case = has_same_case(found, wanted)
    if not exact_case and not (may_differ_in_case(found, name) or (tagged and not form.weak and not form.exact)):
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
