"""Blocking: which pairs of entities are worth comparing, found by keys that both have.

Two entities of one kind are a pair when they share a name run together (or with a word left out that names are said
without), the same words in any language, a name with one letter missing, an acronym, a family name, or an outside id.
A word in common alone is no key: no score makes one of two such things. The work grows with the graph, not its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.records import EntityId
from graph.resolution.forms import NameForm
from graph.resolution.records import Portrait
from graph.resolution.words import load_words

_CROWD = 200
"""Entities that may share a key before it is left out; chosen by hand, so that one bad name costs little."""
_SHORTEST_SLIP = 6
"""Letters of a name in which one may be missing."""


def candidate_pairs(portraits: Iterable[Portrait]) -> list[tuple[EntityId, EntityId]]:
    """Pairs of ids worth comparing, each once and sorted; the order of the portraits does not matter."""
    blocks: dict[tuple[str, str], set[EntityId]] = defaultdict(set)
    for portrait in portraits:
        for key in _keys(portrait):
            blocks[portrait.kind, key].add(portrait.id)
    pairs: set[tuple[EntityId, EntityId]] = set()
    for members in blocks.values():
        if 1 < len(members) <= _CROWD:
            pairs.update(combinations(sorted(members), 2))
    return sorted(pairs)


def _keys(portrait: Portrait) -> Iterator[str]:
    for external_id in portrait.external_ids:
        yield f"id {external_id}"
    for form in portrait.forms:
        yield from (f"name {together}" for together in form.together | form.core_together)
        yield f"words {' '.join(form.spelled)}"
        yield from _slips(form)
        yield from _acronyms(form, portrait.kind)
        # Without its first word, which may be its maker's name, and without those that names are said without.
        yield from (f"name {''.join(words)}" for words in (form.words[1:], _without_loose(form.core)) if words)
    for form in portrait.called_forms:
        yield from (f"name {together}" for together in form.together)


def _slips(form: NameForm) -> Iterator[str]:
    """The name with each of its letters left out in turn: two names one slip apart have such a form in common."""
    for together in form.core_together:
        if len(together) >= _SHORTEST_SLIP:
            yield f"slip {together}"
            yield from {f"slip {together[:at]}{together[at + 1 :]}" for at in range(len(together))}


def _acronyms(form: NameForm, kind: str) -> Iterator[str]:
    if len(form.words) > 1 and len(form.initials) > 1:
        yield f"acronym {form.initials}"
    elif len(form.words) == 1 and form.text.isupper():
        yield f"acronym {form.words[0]}"
    if len(form.core) > 1 and kind == "Person":
        # The family name, with the initial of the given one.
        yield f"initial {form.core[0][0]} {form.core[-1]}"


def _without_loose(core: tuple[str, ...]) -> tuple[str, ...]:
    loose = load_words().loose
    while len(core) > 1 and core[-1] in loose:
        core = core[:-1]
    return core
