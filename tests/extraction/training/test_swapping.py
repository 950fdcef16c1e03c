"""Other names in the place of those of a text: all that pointed at the old pieces points at the new ones."""

from random import Random

import pytest

from extraction.network import Asked, Window
from extraction.training.examples import Example, Text
from extraction.training.swapping import swapped

FIRM, THING = 0, 1
OPENS = {FIRM: 1, THING: 3}
"""The mark of a name's first piece; one more for the others."""

# "Open AI / ships / Gizmo / , says / Open AI": pieces 10 11, 20, 30, 21 22, 10 11.
TEXT = Text(
    window=Window(
        ids=(10, 11, 20, 30, 21, 22, 10, 11),
        spans=(),
        marks=(OPENS[FIRM], OPENS[FIRM] + 1, 0, OPENS[THING], 0, 0, OPENS[FIRM], OPENS[FIRM] + 1),
    ),
    examples=(
        Example(
            Asked(
                left=(0, 1),
                right=(3,),
                segments=(1, 1, 3, 2, 5, 5, 5, 5),
                kinds=(FIRM, THING),
                flags=(0.0, 0.0, 0.0, 0.0),
                votes=(),
            ),
            frozenset({"RELEASED>"}),
            frozenset(),
        ),
    ),
    places=((0, 1, FIRM), (3, 3, THING), (0, 2, 9), (1, 2, 9), (4, 5, 9)),
)


def always(others: dict[int, list[tuple[int, ...]]]) -> Text:
    """The text of the first seed with which every name that can gives way."""
    wanted = {FIRM: 10, THING: 30}
    for seed in range(100):
        found = swapped(TEXT, others, Random(seed))
        if not any(wanted[kind] in found.window.ids for kind in others):
            return found
    raise AssertionError("no name ever gives way")


def test_a_name_gives_way_wherever_it_stands_and_the_marks_with_it() -> None:
    found = always({FIRM: [(77,)], THING: [(80, 81, 82)]})
    assert found.window.ids == (77, 20, 80, 81, 82, 21, 22, 77)
    assert found.window.marks == (1, 0, 3, 4, 4, 0, 0, 1)


def test_a_pair_points_at_the_new_pieces_and_holds_what_it_held() -> None:
    (one,) = always({FIRM: [(77,)], THING: [(80, 81, 82)]}).examples
    assert (one.asked.left, one.asked.right) == ((0,), (2, 3, 4))
    assert one.asked.segments == (1, 3, 2, 2, 2, 5, 5, 5)
    assert one.classes == {"RELEASED>"}


def test_what_cuts_a_name_that_is_gone_is_no_longer_shown() -> None:
    found = always({FIRM: [(77,)], THING: [(80, 81, 82)]})
    assert set(found.places) == {(0, 0, FIRM), (2, 4, THING), (0, 1, 9), (5, 6, 9)}


@pytest.mark.parametrize("others", [{}, {2: [(77,)]}, {FIRM: []}])
def test_a_name_of_which_no_other_is_known_stays(others: dict[int, list[tuple[int, ...]]]) -> None:
    found = swapped(TEXT, others, Random(1))
    assert (found.window.ids, found.window.marks) == (TEXT.window.ids, TEXT.window.marks)
    assert (found.examples, set(found.places)) == (TEXT.examples, set(TEXT.places))
