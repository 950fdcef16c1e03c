"""Windows: which sentences the network reads together, and how it is asked about two names."""

import pytest

from extraction.claims.asking import ask
from extraction.claims.pairs import pairs
from extraction.claims.tagging import build_clauses
from extraction.document import Name, NamedEntity, Role, Sentence
from extraction.models import load_model
from extraction.network import Network, Window, load_network, windows
from extraction.network.windows import LIMIT

ORRERY = NamedEntity(name="Orrery", kind="Model", surface_forms=("Orrery",))
HALYARD = NamedEntity(name="Halyard", kind="Organization", surface_forms=("Halyard",))


@pytest.fixture(scope="module")
def network() -> Network:
    """The network that is shipped."""
    found = load_network()
    assert found is not None
    return found


def parted(parts: list[tuple[str, int]]) -> tuple[str, list[Sentence]]:
    """Sentences with the number of their item, one below the other."""
    text, sentences = "", []
    for position, (part, item) in enumerate(parts):
        sentences.append(
            Sentence(
                position=position, start=len(text), end=len(text) + len(part), block=item, item=item, role=Role.BODY
            )
        )
        text += part + "\n"
    return text, sentences


def words(text: str, window: Window) -> str:
    """The text that a window covers."""
    return text[window.spans[0][0] : window.spans[-1][1]]


def test_sentences_of_one_item_are_read_together(network: Network) -> None:
    text, sentences = parted([("Orrery is out.", 0), ("It is small.", 0), ("Halyard hires.", 1)])
    found = windows(text, sentences, [], [], network.tokenizer, network.kinds)
    assert words(text, found[0]) == words(text, found[1]) == "Orrery is out.\nIt is small."
    assert words(text, found[2]) == "Halyard hires."


def test_a_long_item_is_read_in_parts_that_open_with_the_sentence_before(network: Network) -> None:
    text, sentences = parted([(f"Sentence number {number} tells of the orrery once more.", 0) for number in range(60)])
    found = windows(text, sentences, [], [], network.tokenizer, network.kinds)
    assert max(len(window.ids) for window in found.values()) <= LIMIT
    later = next(position for position in range(60) if found[position] is not found[0])
    assert words(text, found[later]).startswith(f"Sentence number {later - 1} tells")


def test_a_piece_is_marked_with_the_kind_of_the_name_that_it_is_part_of(network: Network) -> None:
    text, sentences = parted([("See Halyard's Orrery now.", 0)])
    names = [
        Name(start=4, end=11, surface="Halyard", sentence=0, entity=1),
        Name(start=14, end=20, surface="Orrery", sentence=0, entity=0),
    ]
    window = windows(text, sentences, names, [ORRERY, HALYARD], network.tokenizer, network.kinds)[0]
    marked: dict[str, list[int]] = {"": []}
    for (start, end), mark in zip(window.spans, window.marks, strict=True):
        owner = next((name.surface for name in names if start < name.end and end > name.start), "")
        marked.setdefault(owner, []).append(mark)
    organization, model = network.kinds["Organization"], network.kinds["Model"]
    assert set(marked[""]) == {0}
    assert (marked["Halyard"][0], set(marked["Halyard"][1:])) == (2 * organization + 1, {2 * organization + 2})
    assert (marked["Orrery"][0], set(marked["Orrery"][1:])) == (2 * model + 1, {2 * model + 2})


def test_a_pair_is_asked_about_with_what_stands_before_between_and_behind(network: Network) -> None:
    text, sentences = parted([("Today Halyard opens Orrery wide.", 0)])
    names = [
        Name(start=6, end=13, surface="Halyard", sentence=0, entity=1),
        Name(start=20, end=26, surface="Orrery", sentence=0, entity=0),
    ]
    entities = [ORRERY, HALYARD]
    window = windows(text, sentences, names, entities, network.tokenizer, network.kinds)[0]
    (clause,) = build_clauses(text, "en", sentences, names, entities, load_model("en"))
    (pair,) = pairs(clause)
    asked = ask(window, clause, pair, (), network.kinds)
    places: dict[int, str] = {}
    for segment, (start, end) in zip(asked.segments, window.spans, strict=True):
        places[segment] = places.get(segment, "") + text[start:end]
    assert places == {4: "Today", 1: "Halyard", 3: "opens", 2: "Orrery", 5: "wide."}
    assert asked.flags == (0.0, 0.0, 0.0, 0.0)
    assert asked.kinds == (network.kinds["Organization"], network.kinds["Model"])
