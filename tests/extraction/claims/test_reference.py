"""What a news item has named so far, as sentences that name something else may mean it."""

from extraction.claims.clause import Argument
from extraction.claims.reference import Focus

ENTITIES = {name: number for number, name in enumerate("ABCD")}


def focus_on(*said: str) -> Focus:
    """An item whose sentences name one thing each, one behind the other in the text."""
    focus = Focus()
    focus.enter(1)
    for place, name in enumerate(said):
        focus.saw([Argument(ENTITIES[name], ("Model",), place, place + 1, name)], headline=False)
    return focus


def latest(focus: Focus, besides: str, most: int) -> list[str]:
    left = {ENTITIES[name] for name in besides}
    return [one.surface for one in focus.latest(left, most)]


def test_what_was_named_last_comes_first_and_once() -> None:
    assert latest(focus_on("A", "B", "C"), "", 4) == ["C", "B", "A"]
    assert latest(focus_on("A", "B", "C", "B"), "", 4) == ["B", "C", "A"]


def test_what_the_sentence_names_itself_is_left_aside() -> None:
    assert latest(focus_on("A", "B", "C"), "B", 4) == ["C", "A"]


def test_no_more_than_wanted() -> None:
    assert latest(focus_on("A", "B", "C", "D"), "", 2) == ["D", "C"]


def test_another_item_forgets() -> None:
    focus = focus_on("A", "B")
    focus.enter(2)
    assert latest(focus, "", 4) == []


def test_it_is_the_only_thing_named_or_nothing_for_sure() -> None:
    one, several = focus_on("A").last_subject(), focus_on("A", "B").last_subject()
    assert (one and one.surface, several) == ("A", None)
