"""Tallies: adding and taking back are opposites, and names follow from counts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import EntityId
from graph.store.tally import Naming, Tally, add, profile_of, run_together, search_text, subtract, tally_of
from tests.factory import make_entity

WORDS = st.sampled_from(["Acme", "ACME", "Acmé", "Acme Inc"])
DATES = st.sampled_from([None, "2025-04-01", "2025-05-01"])


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """What some document says of Acme."""
    aliases = tuple(draw(st.sets(WORDS)))
    entity = make_entity("Organization:Acme", catalogued=draw(st.booleans()), aliases=aliases)
    return tally_of([Naming(entity, draw(st.lists(WORDS, max_size=4)), draw(DATES))])


@given(tallies(), tallies())
def test_taking_back_undoes_adding_but_for_dates(left: Tally, right: Tally) -> None:
    rest = subtract(add(left, right), right)
    assert rest.model_copy(update={"first": left.first, "last": left.last}) == left


@given(tallies(), tallies(), tallies())
def test_the_order_of_adding_does_not_matter(first: Tally, second: Tally, third: Tally) -> None:
    assert add(add(first, second), third) == add(third, add(second, first))


@given(tallies())
def test_nothing_is_left_of_what_was_taken_back_whole(tally: Tally) -> None:
    assert subtract(add(Tally(), tally), tally) == Tally()


@pytest.mark.parametrize(
    ("tally", "name"),
    [
        (Tally(documents=2, forms={"ACME": 3, "Acme": 2}), "ACME"),
        (Tally(documents=2, forms={"ACME": 2, "Acme": 2}), "ACME"),
        (Tally(documents=2, forms={"the firm": 9, "Acme": 1}), "Acme"),
        (Tally(documents=2, forms={"the firm": 9}, names={"Acme": 2, "Acme Inc": 1}), "Acme"),
        (Tally(documents=2, forms={"ACME": 9}, catalogued={"Acme": 1}), "Acme"),
        (Tally(documents=2, forms={"the firm": 9}), "the firm"),
        (Tally(documents=1), ""),
    ],
)
def test_the_name_follows_from_the_counts(tally: Tally, name: str) -> None:
    assert profile_of(EntityId("organization/acme"), tally).name == name


@pytest.mark.parametrize(
    ("name", "together"), [("L'Oréal", "loreal"), ("Open AI", "openai"), ("GPT-4.5", "gpt45"), ("C++", "c"), ("🤗", "")]
)
def test_run_together_keeps_letters_and_digits(name: str, together: str) -> None:
    assert run_together(name) == together


def test_search_text_holds_each_folded_form_once_between_bars() -> None:
    assert search_text(("Open AI", "OpenAI", "L'Oréal", "🤗")) == "|loreal|open ai|openai|oreal|"
