"""Blocking: which pairs of entities are worth comparing, found by keys that both have.

Two entities of one kind are a pair when they share a name run together (or with a word left out that names are said
without, or their maker's name before it), the same words in any language, a name in which one letter of a word is
missing, an acronym, a family name, or an outside id; two of kinds that are taken for each other, when they share a
name. A word in common alone is no key: no score makes one of two such things. The work grows with the graph, not its
square.
"""

from collections.abc import Iterable, Iterator

from graph.ontology import load_ontology
from graph.resolution.forms import NameForm
from graph.resolution.names import (
    ARTEFACTS,
    INSTITUTIONS,
    SHORTEST_ACRONYM,
    SHORTEST_NEAR,
    SHORTEST_TYPED,
    maker_forms,
)
from graph.resolution.records import Portrait
from graph.resolution.words import load_words

CROWD = 200
"""Entities that may share a key before it is left out; chosen by hand, so that one bad name costs little."""
_SHORTEST_SLIP = 6
"""Letters of a name in which one may be missing."""
_ANY_KIND = "*"
"""In the place of a kind: of those that are taken for each other."""


def keys_of(portrait: Portrait) -> frozenset[str]:
    """The keys of an entity; two entities that share one are compared, unless it has a crowd of them."""
    keys = {f"{portrait.kind} {key}" for key in _keys(portrait)}
    if load_ontology().kind(portrait.kind).confused_with:
        keys |= {f"{_ANY_KIND} {together}" for form in portrait.forms for together in form.together}
        keys |= {f"{_ANY_KIND} id {external_id}" for external_id in portrait.external_ids}
    return frozenset(keys)


def _keys(portrait: Portrait) -> Iterator[str]:
    for external_id in portrait.external_ids:
        yield f"id {external_id}"
    for form in portrait.forms:
        yield from (f"name {together}" for together in form.together | form.core_together)
        if len(form.spelled) > 1:
            yield f"words {' '.join(form.spelled)}"
        yield from _slips(form, portrait.kind)
        yield from _acronyms(form, portrait.kind)
        yield f"name {''.join(_without_loose(form.core))}"
        if portrait.kind in ARTEFACTS:
            yield from _with_and_without_makers(form, portrait.makers)
    for form in portrait.called_forms:
        yield from (f"name {together}" for together in form.together)


def _with_and_without_makers(form: NameForm, makers: Iterable[str]) -> Iterator[str]:
    """The name with its maker's before it, and without it where it has it."""
    for maker in sorted({before for name in makers for before in maker_forms(name)}):
        yield f"name {maker}{''.join(form.words)}"
        yield from (
            f"name {''.join(form.words[end:])}"
            for end in range(1, len(form.words))
            if "".join(form.words[:end]) == maker
        )


def _slips(form: NameForm, kind: str) -> Iterator[str]:
    """The name with a letter left out of a word: two names that differ by one letter have such a form in common.

    Names that differ in the first letter of a word, or artefacts in its last, are not compared at all.
    """
    if len("".join(form.core)) < _SHORTEST_SLIP:
        return
    shortest = SHORTEST_TYPED if kind in ARTEFACTS else SHORTEST_NEAR
    found = {form.core}
    for at, word in enumerate(form.core):
        if len(word) >= shortest and word.isalpha():
            last = len(word) - (kind in ARTEFACTS)
            found |= {
                (*form.core[:at], word[:letter] + word[letter + 1 :], *form.core[at + 1 :]) for letter in range(1, last)
            }
    if len(found) > 1:
        yield from (f"slip {' '.join(words)}" for words in found)


def _acronyms(form: NameForm, kind: str) -> Iterator[str]:
    if kind in INSTITUTIONS:
        if len(form.words) > 1 and len(form.initials) >= SHORTEST_ACRONYM:
            yield f"acronym {form.initials}"
        elif len(form.words) == 1 and len(form.words[0]) >= SHORTEST_ACRONYM and form.text.isupper():
            yield f"acronym {form.words[0]}"
    if len(form.core) > 1 and kind == "Person":
        # The family name, with the initial of the given one.
        yield f"initial {form.core[0][0]} {form.core[-1]}"


def _without_loose(core: tuple[str, ...]) -> tuple[str, ...]:
    loose = load_words().loose
    while len(core) > 1 and core[-1] in loose:
        core = core[:-1]
    return core
