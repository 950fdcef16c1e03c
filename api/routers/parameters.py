"""Query parameters that several routes share, each with its sentence and an example."""

from typing import Annotated

from fastapi import Query

from api.dates import first_day, last_day
from graph.records import Factuality, Record

_DATE = "2025, 2025-04, 2025-04-21 or an interval of them."

LimitOf = Annotated[int, Query(ge=1, le=200, description="Items of one answer at most.", examples=[20])]
CursorOf = Annotated[
    str | None,
    Query(max_length=2_000, description="`next_cursor` of the answer before, with the same filters.", examples=[None]),
]
FactualityOf = Annotated[
    Factuality | None,
    Query(description="Only what is told so; without it all, each item marked.", examples=["asserted"]),
]
SinceOf = Annotated[str | None, Query(description=f"Not before the first day of it: {_DATE}", examples=["2025-04"])]
UntilOf = Annotated[str | None, Query(description=f"Not after the last day of it: {_DATE}", examples=["2025-06"])]
EntityOf = Annotated[
    str | None, Query(max_length=300, description="Either end: the id or the name of an entity.", examples=["OpenAI"])
]
SubjectOf = Annotated[
    str | None, Query(max_length=300, description="Id or name of the subject.", examples=["Hugging Face"])
]
ObjectOf = Annotated[
    str | None, Query(max_length=300, description="Id or name of the object.", examples=["Pollen Robotics"])
]


class Bounds(Record):
    """First and last day of a period, as ISO days; None for an open end."""

    since: str | None
    until: str | None


def bounds(since: str | None, until: str | None) -> Bounds:
    """The days that two dates bound. Raises InvalidDate."""
    return Bounds(since=first_day(since), until=last_day(until))
