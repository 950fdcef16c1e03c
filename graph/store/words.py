"""Lists and search without looking at every entity: entities hang on the words of their names, words on their parts.

    (:Entity)-[:HAS_WORD]->(:Word {id: "hugging"})-[:HAS_PART]->(:Part {id: "gin"})

No index of both engines finds what lies inside a text; nodes found by their ids do. A word of a name has all its
three-letter parts, so that it is found by anything inside it. A name of several words run together, "=huggingface", has
its beginnings only. ":Model 3" is of no name: the models that are mentioned 4 to 7 times hang on it, so that a list of
what is mentioned most begins where it must. All of them follow from the entities, and go with the last one.
"""

from collections.abc import Collection, Iterable, Mapping

from graph.store.protocol import Row
from graph.store.values import column
from graph.store.work import Work

_TOGETHER = "="
"""Opens the word of a name run together; no folded name holds it."""
_RUNG = ":"
"""Opens the word of a kind and a number of mentions, in powers of two; no folded name holds it."""
_RUNGS = 32
"""More powers of two than there can be mentions."""
_START = "^"
"""Opens a part with which a word begins; no folded name holds it."""
_LETTERS = 3
"""Letters of a part; chosen by hand: three is what text indexes commonly take."""
_BEGINNINGS = (1, 2, 3, 6)
"""Letters of the beginnings that are kept; chosen by hand: six part names that begin like many others."""


def words_of(search_text: str) -> frozenset[str]:
    """The words of an entity: "|hugging face|huggingface|hf|" has "hugging", "face", "=huggingface" and "hf"."""
    forms = [form for form in search_text.split("|") if form]
    several = [form for form in forms if " " in form]
    together = {form.replace(" ", "") for form in several}
    words = {word for form in several for word in form.split(" ")}
    return frozenset(words | {f"{_TOGETHER}{form}" for form in together} | (set(forms) - set(several) - together))


def rung_of(kind: str, mentions: int) -> str:
    """The word of the entities of a kind that are mentioned about as often, within a factor of two."""
    return f"{_RUNG}{kind} {mentions.bit_length()}"


def rungs_below(kinds: Iterable[str], mentions: int | None) -> list[list[str]]:
    """The words of all entities of some kinds that are mentioned no more often, those most mentioned first."""
    top = _RUNGS if mentions is None else mentions.bit_length()
    return [[f"{_RUNG}{kind} {power}" for kind in kinds] for power in range(top, -1, -1)]


def parts_of(word: str) -> frozenset[str]:
    """By what a word is found; a rung is found by itself only."""
    if word.startswith(_RUNG):
        return frozenset()
    if word.startswith(_TOGETHER):
        return frozenset(_beginnings(word.removeprefix(_TOGETHER), _BEGINNINGS[2:]))
    return frozenset((*_beginnings(word, _BEGINNINGS), *_inside(word)))


def ways_to(folded: str) -> list[Row]:
    """How the entities are found one of whose names may hold a folded text, which is not empty; for `search_entities`.

    By a word of the text, which some word of theirs holds, or begins with when it is very short; and by a name run
    together that begins as the text does when it is.
    """
    together = folded.replace(" ", "")
    start = max((length for length in _BEGINNINGS if length <= len(together)), default=0)
    ways: list[Row] = [
        {"way": "inside", "text": word, "parts": [*(_inside(word) or (_START + word,))], "begins": len(word) < _LETTERS}
        for word in sorted(set(folded.split(" ")))
    ]
    return [*ways, {"way": "together", "text": together, "parts": [_START + together[:start]], "begins": True}]


def put_words(work: Work, changes: Mapping[str, tuple[Collection[str], Collection[str]]]) -> None:
    """Let entities hang on their words; words and parts that nothing hangs on any more go.

    Args:
        changes: By entity id, its words before and after.
    """
    new: list[Row] = []
    gone: list[Row] = []
    for entity_id, (before, after) in sorted(changes.items()):
        new += [{"entity_id": entity_id, "word": word} for word in sorted(set(after).difference(before))]
        gone += [{"entity_id": entity_id, "word": word} for word in sorted(set(before).difference(after))]
    wanted = _distinct(new)
    known = {column(row, "word", str) for row in work.for_ids("known_words", wanted)}
    parts: list[Row] = [
        {"word": word, "parts": [*sorted(found_by)]}
        for word in wanted
        if word not in known and (found_by := parts_of(word))
    ]
    work.put("put_words", new)
    work.put("put_parts", parts)
    work.put("remove_words", gone)
    _clear(work, _distinct(gone))


def _clear(work: Work, words: Collection[str]) -> None:
    idle = [column(row, "word", str) for row in work.for_ids("idle_words", sorted(words))]
    work.for_ids("remove_idle_words", idle)
    work.for_ids("remove_idle_parts", sorted({part for word in idle for part in parts_of(word)}))


def _distinct(rows: Iterable[Row]) -> list[str]:
    return sorted({column(row, "word", str) for row in rows})


def _beginnings(word: str, lengths: Iterable[int]) -> list[str]:
    return [_START + word[:length] for length in lengths if length <= len(word)]


def _inside(word: str) -> tuple[str, ...]:
    return tuple(word[start : start + _LETTERS] for start in range(len(word) - _LETTERS + 1))
